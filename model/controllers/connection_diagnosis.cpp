// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/controllers/connection_diagnosis.h"

#include "model/controllers/connection_messages.h"
#include "model/domain/enum_names.h"
#include "model/domain/error_traits.h"
#include "model/domain/loopback.h"
#include "model/domain/strings.h"
#include "model/domain/time.h"
#include "model/ports/on_finished.h"

#include <QUrl>

#include <algorithm>
#include <map>

namespace drydock::controllers {
namespace {

using domain::ErrorKind;
using domain::joined;
using domain::SnapshotSection;

constexpr domain::EnumName<TestStage> testStageNames[] = {
    {TestStage::Name, "name"},     {TestStage::Port, "port"},
    {TestStage::Tls, "tls"},       {TestStage::Authentication, "authentication"},
    {TestStage::Shell, "shell"},   {TestStage::Roles, "roles"},
    {TestStage::Member, "member"}, {TestStage::Node, "node"},
};
static_assert(namesAll(testStageNames, TestStage::Node));

constexpr domain::EnumName<TestResult> testResultNames[] = {
    {TestResult::Passed, "passed"},
    {TestResult::Warning, "warning"},
    {TestResult::Failed, "failed"},
    {TestResult::Skipped, "skipped"},
};
static_assert(namesAll(testResultNames, TestResult::Skipped));

// Returns whether a session that fails with such an error has not come beyond its authentication.
bool isBeforeShell(ErrorKind kind)
{
    const auto& traits = domain::traitsOf(kind);
    return kind == ErrorKind::NotAuthenticated || kind == ErrorKind::ServerNotProven ||
           (traits.sent == domain::RequestSent::No && kind != ErrorKind::Cancelled);
}

} // namespace

const char* toString(TestStage stage) noexcept { return nameOf(testStageNames, stage); }
const char* toString(TestResult result) noexcept { return nameOf(testResultNames, result); }

ConnectionDiagnosis::ConnectionDiagnosis(ports::EndpointProbe probe, ports::GatewayFactory factory, QObject* parent)
    : QObject(parent), m_probe(std::move(probe)), m_factory(std::move(factory))
{
}

ConnectionDiagnosis::~ConnectionDiagnosis() { stop(); }

bool ConnectionDiagnosis::running() const { return m_running; }

void ConnectionDiagnosis::start(const ports::ConnectionProfile& profile, const ports::Passwords& passwords)
{
    stop();
    m_profile = profile;
    m_passwords = passwords.clone();
    m_running = true;
    ports::onFinished(this, m_probe(m_profile),
                      [this, generation = m_generation](const domain::EndpointFindings& findings) {
                          if (generation == m_generation) takeFindings(findings);
                      });
}

void ConnectionDiagnosis::stop()
{
    ++m_generation;
    m_running = false;
    m_passwords = {};
    if (const auto gateway = std::exchange(m_gateway, nullptr)) gateway->close();
}

void ConnectionDiagnosis::end()
{
    stop();
    emit finished();
}

bool ConnectionDiagnosis::report(StageReport report)
{
    const auto generation = m_generation;
    emit stageEnded(report);
    if (generation != m_generation) return false; // it was stopped meanwhile
    if (report.result == TestResult::Failed) end();
    return report.result != TestResult::Failed;
}

void ConnectionDiagnosis::takeFindings(const domain::EndpointFindings& findings)
{
    const auto host = QUrl(m_profile.url).host().toStdString();
    const auto failed = [](TestStage stage, const domain::Error& error) {
        return StageReport{.stage = stage, .result = TestResult::Failed, .error = error};
    };
    if (findings.addresses) {
        const auto& found = *findings.addresses;
        if (!report(found ? StageReport{.stage = TestStage::Name, .found = sentence<"test-name">(host, joined(*found))}
                          : failed(TestStage::Name, found.error())))
            return;
    }
    if (findings.port) {
        const auto& found = *findings.port;
        if (!report(found ? StageReport{.stage = TestStage::Port, .found = sentence<"test-port">(*found)}
                          : failed(TestStage::Port, found.error())))
            return;
    }
    if (findings.tls) {
        const auto& found = *findings.tls;
        auto tls = found ? StageReport{.stage = TestStage::Tls} : failed(TestStage::Tls, found.error());
        tls.certificate = findings.certificate;
        if (found && findings.certificate)
            tls.found = sentence<"test-tls">(*found, domain::toIso(findings.certificate->validUntil));
        if (found && found->empty()) {
            tls.result = TestResult::Skipped;
            tls.found =
                domain::usesContext(m_profile.scheme) ? sentence<"test-no-tls-sealed">() : sentence<"test-no-tls">();
        }
        if (!report(std::move(tls))) return;
    }
    open();
}

void ConnectionDiagnosis::open()
{
    auto made = m_factory(m_profile, m_passwords);
    if (!made) {
        report({.stage = TestStage::Authentication, .result = TestResult::Failed, .error = made.error()});
        return;
    }
    m_gateway = std::move(*made);
    ports::onFinished(this, m_gateway->open(),
                      [this, generation = m_generation](const domain::Result<ports::SessionInfo>& opened) {
                          if (generation == m_generation) takeOpened(opened);
                      });
}

void ConnectionDiagnosis::takeOpened(const domain::Result<ports::SessionInfo>& opened)
{
    if (!opened) {
        const bool before = isBeforeShell(opened.error().kind);
        if (!before && !report({.stage = TestStage::Authentication, .found = sentence<"test-authenticated">()})) return;
        report({.stage = before ? TestStage::Authentication : TestStage::Shell,
                .result = TestResult::Failed,
                .error = opened.error()});
        return;
    }
    if (!report({.stage = TestStage::Authentication, .found = sentence<"test-authenticated-by">(opened->security)}))
        return;
    if (!report({.stage = TestStage::Shell, .found = sentence<"test-shell">(opened->connectedTo)})) return;
    StageReport roles{.stage = TestStage::Roles};
    const auto count = std::to_string(opened->permissions.size());
    const auto missing = maintenance::missingForMaintenance(opened->permissions);
    if (opened->permissions.empty())
        roles.found = sentence<"test-roles-unknown">();
    else if (opened->readOnly)
        roles.found = sentence<"test-read-only">(count);
    else
        roles.found = missing.empty() ? sentence<"test-roles">(count) : sentence<"test-roles-missing">(joined(missing));
    if (opened->permissions.empty() || (!missing.empty() && !opened->readOnly)) roles.result = TestResult::Warning;
    if (report(std::move(roles))) readServers();
}

void ConnectionDiagnosis::readServers()
{
    ports::ReadScope scope;
    scope.needs.insert({SnapshotSection::Servers, {}});
    ports::onFinished(this, m_gateway->readSnapshot(scope),
                      [this, generation = m_generation](const domain::Result<domain::SnapshotPtr>& read) {
                          if (generation != m_generation) return;
                          if (read)
                              takeServers(**read);
                          else
                              report({.stage = TestStage::Member, .result = TestResult::Failed, .error = read.error()});
                      });
}

void ConnectionDiagnosis::takeServers(const domain::DagSnapshot& snapshot)
{
    const auto host = QUrl(m_profile.url).host().toStdString();
    bool isMember = false;
    StageReport member{.stage = TestStage::Member};
    ports::ReadScope scope;
    scope.askRefused = true;
    scope.needs.insert({SnapshotSection::Servers, {}}); // which succeeds, so that each node has an error of its own
    for (const auto& server : snapshot.servers) {
        if (!server.managed()) continue;
        member.members.push_back(server.fqdn);
        const bool shortName = host.find('.') == std::string::npos;
        isMember = isMember || domain::equalsIgnoringCase(host, shortName ? server.name.text() : server.fqdn);
        scope.needs.insert({SnapshotSection::Services, server.name});
    }
    // A port that is forwarded to this computer says nothing about the name of the server behind it.
    if (!domain::isLoopback(host)) {
        if (isMember) {
            member.found = sentence<"test-member">(host);
        } else {
            member.result = TestResult::Warning;
            member.found = sentence<"test-not-a-member">(host, joined(member.members));
        }
        if (!report(std::move(member))) return;
    }
    ports::onFinished(
        this, m_gateway->readSnapshot(scope),
        [this, generation = m_generation, needs = scope.needs](const domain::Result<domain::SnapshotPtr>& read) {
            if (generation != m_generation) return;
            if (read) return takeNodes(**read);
            // Nothing could be read: the same error for each of them.
            domain::DagSnapshot none;
            for (const auto& [section, server] : needs)
                if (!server.empty()) none.errors.push_back({section, server, read.error()});
            takeNodes(none);
        });
}

// A node that cannot be used leaves a connection that can be read by, so it is a warning.
void ConnectionDiagnosis::takeNodes(const domain::DagSnapshot& snapshot)
{
    std::map<domain::ServerName, StageReport> nodes; // in the order of their names, whichever answered first
    for (const auto& [section, server] : snapshot.read)
        if (section == SnapshotSection::Services)
            nodes[server] = {.stage = TestStage::Node, .server = server.text(), .found = sentence<"test-node">()};
    for (const auto& failed : snapshot.errors)
        if (!failed.server.empty())
            nodes[failed.server] = {.stage = TestStage::Node,
                                    .result = TestResult::Warning,
                                    .server = failed.server.text(),
                                    .error = failed.error};
    for (auto& [server, node] : nodes)
        if (!report(std::move(node))) return;
    end();
}

} // namespace drydock::controllers
