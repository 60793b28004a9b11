// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The gateway over shells that are played: which cmdlets go where, and what becomes of failures.
#include "fixtures.h"
#include "remoting/exchange/session_gateway.h"
#include "remoting/limits.h"
#include "tests/support/qt_test.h"

#include <QPromise>

#include <algorithm>
#include <map>
#include <mutex>

using namespace drydock;
using namespace drydock::exchange;
using namespace fixtures;
using domain::EndpointKind;
using domain::ErrorKind;
using domain::ServerName;
using domain::SnapshotSection;

namespace {

template <class T> QFuture<T> ready(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

// What the played shells know and have seen; touched from the network thread and the test's.
struct Stage {
    std::mutex mutex;
    std::map<std::string, session::Output> answers;                    // by cmdlet
    std::map<std::pair<std::string, std::string>, ErrorKind> failures; // by host ("" any) and cmdlet ("open" too)
    std::map<std::string, domain::Time> serverTimes;                   // by host
    std::map<std::string, int> quotas;                                 // by cmdlet: as many answers are a quota's
    std::vector<std::string> log;                                      // "mail2 Get-Queue"
    std::vector<std::string> domainControllers;                        // "Get-MailboxServer dc1", where one was named
    std::set<std::string> down;                                        // domain controllers
    int closed = 0;

    std::vector<std::string> seen()
    {
        const std::scoped_lock lock(mutex);
        return log;
    }
    int count(const std::string& entry)
    {
        const auto all = seen();
        return static_cast<int>(std::count(all.begin(), all.end(), entry));
    }
    std::optional<ErrorKind> failure(const std::string& host, const std::string& cmdlet)
    {
        for (const auto& key : {std::pair{host, cmdlet}, std::pair{std::string(), cmdlet}})
            if (const auto found = failures.find(key); found != failures.end()) return found->second;
        return {};
    }
};

session::Output unsuitable(const std::string& domainController)
{
    psrp::ErrorRecord record;
    record.message = "An Active Directory error 0x51 occurred when trying to check the suitability of server '" +
                     domainController + "'.";
    record.exceptionTypes = {"Microsoft.Exchange.Data.Directory.SuitabilityDirectoryException"};
    session::Output answer;
    answer.errors = {record};
    return answer;
}

class PlayedChannel final : public CmdletShell
{
public:
    PlayedChannel(Stage& stage, const ShellAddress& address)
        : m_stage(stage),
          m_host((address.endpoint == EndpointKind::Node ? "node:" : "") + address.url.host().toStdString())
    {
    }
    QFuture<domain::Result<>> open() override
    {
        const std::scoped_lock lock(m_stage.mutex);
        m_stage.log.push_back(m_host + " open");
        if (const auto kind = m_stage.failure(m_host, "open"))
            return ready<domain::Result<>>(domain::fail(*kind, "open"));
        return ready<domain::Result<>>({});
    }
    QFuture<domain::Result<session::Output>> invoke(psrp::Command command) override
    {
        const std::scoped_lock lock(m_stage.mutex);
        m_stage.log.push_back(m_host + " " + command.name);
        for (const auto& argument : command.arguments)
            if (argument.name == "DomainController") {
                const auto name = std::string(argument.value.display());
                m_stage.domainControllers.push_back(command.name + " " + name);
                if (m_stage.down.contains(name)) return ready<domain::Result<session::Output>>(unsuitable(name));
            }
        if (const auto kind = m_stage.failure(m_host, command.name))
            return ready<domain::Result<session::Output>>(domain::fail(*kind, command.name));
        if (const auto quota = m_stage.quotas.find(command.name); quota != m_stage.quotas.end() && quota->second-- > 0)
            return ready<domain::Result<session::Output>>(domain::fail(ErrorKind::Quota, command.name));
        return ready<domain::Result<session::Output>>(m_stage.answers[command.name]);
    }
    [[nodiscard]] std::optional<domain::Time> serverTime() const override
    {
        const std::scoped_lock lock(m_stage.mutex);
        const auto time = m_stage.serverTimes.find(m_host);
        return time == m_stage.serverTimes.end() ? std::nullopt : std::optional(time->second);
    }
    QFuture<void> close() override
    {
        const std::scoped_lock lock(m_stage.mutex);
        ++m_stage.closed;
        QPromise<void> promise;
        promise.start();
        promise.finish();
        return promise.future();
    }

private:
    Stage& m_stage;
    std::string m_host;
};

class Gateway : public testing::Test
{
protected:
    void SetUp() override
    {
        const auto server = [](const char* name) {
            return object({{"Name", s(name)},
                           {"DatabaseAvailabilityGroup", s("DAG1")},
                           {"DatabaseCopyAutoActivationPolicy", s("Unrestricted")}});
        };
        const auto identity = [](const char* name, const char* fqdn) {
            return object({{"Name", s(name)}, {"Fqdn", s(fqdn)}});
        };
        stage.answers["Get-MailboxServer"].objects = {server("MAIL"), server("MAIL2")};
        stage.answers["Get-ExchangeServer"].objects = {identity("MAIL", "mail.contoso.com"),
                                                       identity("MAIL2", "mail2.contoso.com")};
        stage.answers["Get-MailboxDatabase"].objects = {object({{"Name", s("DB01")},
                                                                {"Server", s("MAIL")},
                                                                {"MasterServerOrAvailabilityGroup", s("DAG1")},
                                                                {"ReplayLagTimes", list({s("[MAIL2, 1.00:00:00]")})}})};
        stage.answers["Get-MailboxDatabaseCopyStatus"].objects = {
            object({{"Name", s("DB01\\MAIL2")}, {"ActiveCopy", b(false)}, {"Status", s("Healthy")}})};
        stage.answers["Get-Queue"].objects = {object({{"Identity", s("MAIL\\Submission")}, {"MessageCount", i(3)}})};
        profile.url = QStringLiteral("http://mail.contoso.com/PowerShell");
        profile.scheme = ports::AuthenticationScheme::None;
    }

    SessionGateway& gateway()
    {
        if (!made)
            made = std::make_unique<SessionGateway>(
                profile,
                [this](const ShellAddress& address) { return std::make_unique<PlayedChannel>(stage, address); }, clock,
                thread);
        return *made;
    }

    template <class T> static domain::Result<T> wait(QFuture<domain::Result<T>> future)
    {
        EXPECT_TRUE(tests::waitUntil([&] { return future.isFinished(); }, 5000));
        return future.resultCount() ? future.result()
                                    : domain::Result<T>(domain::fail(ErrorKind::Internal, "no result"));
    }
    domain::Result<domain::SnapshotPtr> readSnapshot(ports::ReadScope scope = {})
    {
        return wait(gateway().readSnapshot(std::move(scope)));
    }

    Stage stage;
    ports::ConnectionProfile profile;
    ports::SystemClock clock;
    session::NetworkThread thread;
    std::unique_ptr<SessionGateway> made;
};

} // namespace

TEST_F(Gateway, OpenReadsThePermissions)
{
    clixml::Object parameters;
    parameters.container = clixml::Container::Dictionary;
    parameters.entries = {{s("Identity"), s("")}, {s("Server"), s("")}};
    stage.answers["Get-Command"].objects = {
        object({{"Name", s("Get-Queue")}, {"Parameters", Value::object(std::move(parameters))}}),
        object({{"Name", s("Get-MailboxServer")}})};
    const auto info = wait(gateway().open());
    ASSERT_TRUE(info) << info.error().summary();
    EXPECT_EQ(info->permissions.at("Get-Queue"), (std::set<std::string>{"Identity", "Server"}));
    EXPECT_TRUE(info->permissions.at("Get-MailboxServer").empty());
    EXPECT_EQ(stage.seen(), (std::vector<std::string>{"mail.contoso.com open", "mail.contoso.com Get-Command"}));
}

TEST_F(Gateway, ARefreshReadsEverythingOfEveryServerOnce)
{
    const auto snapshot = readSnapshot();
    ASSERT_TRUE(snapshot) << snapshot.error().summary();
    for (const char* once :
         {"Get-ExchangeServer", "Get-MailboxServer", "Get-MailboxDatabase", "Get-DatabaseAvailabilityGroup", "open"})
        EXPECT_EQ(stage.count(std::string("mail.contoso.com ") + once), 1) << once;
    for (const char* each : {"Get-MailboxDatabaseCopyStatus", "Get-ServerComponentState", "Get-Queue"})
        EXPECT_EQ(stage.count(std::string("mail.contoso.com ") + each), 2) << each;
    for (const char* node : {"Get-ClusterNode", "Get-Service", "Get-Process"})
        EXPECT_EQ(stage.count(std::string("node:mail2.contoso.com ") + node), 1) << node;
    EXPECT_TRUE((*snapshot)->covers(SnapshotSection::Queues, ServerName("MAIL")));
    EXPECT_TRUE((*snapshot)->copies.at(0).lagged()) << "the lag comes with the databases";
    EXPECT_TRUE((*snapshot)->errors.empty());
}

TEST_F(Gateway, TheClockOfAServerIsLearntFromTheAnswersOfItsNode)
{
    stage.serverTimes["node:mail.contoso.com"] = clock.now() - std::chrono::minutes(10);
    stage.serverTimes["node:mail2.contoso.com"] = clock.now() + std::chrono::minutes(20);
    for (const char* cmdlet : {"Get-ClusterNode", "Get-Service", "Get-Process"}) // what it said before is old
        stage.failures[{"node:mail2.contoso.com", cmdlet}] = ErrorKind::TimedOut;
    const auto snapshot = readSnapshot();
    ASSERT_TRUE(snapshot) << snapshot.error().summary();
    const auto& skew = (*snapshot)->clockSkew;
    ASSERT_EQ(skew.size(), 1U);
    EXPECT_NEAR(double(skew.at(ServerName("MAIL")).count()), -600'000, 60'000);
    EXPECT_EQ((*snapshot)->timeOn(ServerName("MAIL")), (*snapshot)->takenAt + skew.at(ServerName("MAIL")));
    EXPECT_EQ((*snapshot)->timeOn(ServerName("MAIL2")), (*snapshot)->takenAt) << "not known";
}

TEST_F(Gateway, TheAuditLogIsSearchedWhereItIsGrantedOnDemandAndElseRarely)
{
    const std::string search = "mail.contoso.com Search-AdminAuditLog";
    const auto comment = [](const std::string& text, const std::string& caller) {
        return object({{"CmdletName", s("Write-AdminAuditLog")},
                       {"CmdletParameters", list({object({{"Name", s("Comment")}, {"Value", Value::string(text)}})})},
                       {"Caller", Value::string(caller)},
                       {"RunDate", Value::dateTime("2026-11-22T22:14:00Z")}});
    };
    const std::string ours = "Drydock/1 2026-11-22T22-14-00-MAIL-enter begin 1/1 00000000 [{}]";
    stage.answers["Search-AdminAuditLog"].objects = {
        comment(ours, "contoso.com/Users/Admin"), comment("Ran a script.", "contoso.com/Users/Admin"),
        comment(ours + std::string(100'000, '!'), "contoso.com/Users/Admin"), comment(ours, std::string(100'000, 'A')),
        object({{"CmdletName", s("Set-Mailbox")}})};
    ports::ReadScope now;
    now.searchAuditLog = true;
    ASSERT_TRUE(readSnapshot(now));
    EXPECT_EQ(stage.count(search), 0) << "it is not known to be granted";

    stage.answers["Get-Command"].objects = {object({{"Name", s("Search-AdminAuditLog")}})};
    ASSERT_TRUE(wait(gateway().open()));
    const auto snapshot = readSnapshot();
    ASSERT_TRUE(snapshot);
    ASSERT_EQ((*snapshot)->auditComments.size(), 1u) << "others, and what no such comment is as long as, are not kept";
    EXPECT_EQ((*snapshot)->auditComments[0],
              (domain::AuditComment{*domain::fromIso("2026-11-22T22:14:00Z"), "contoso.com/Users/Admin", ours}));
    EXPECT_TRUE((*snapshot)->covers(SnapshotSection::AdminAuditLog));
    const auto next = readSnapshot();
    EXPECT_EQ(stage.count(search), 1) << "not at each refresh";
    EXPECT_EQ((*next)->auditComments, (*snapshot)->auditComments) << "what was found stays";
    EXPECT_FALSE((*next)->covers(SnapshotSection::AdminAuditLog));
    ASSERT_TRUE(readSnapshot(now));
    EXPECT_EQ(stage.count(search), 2);
}

TEST_F(Gateway, OlderPagesOfTheAdminAuditLogAreReadAndWhatIsLeftOutIsSaid)
{
    const std::string search = "mail.contoso.com Search-AdminAuditLog";
    stage.answers["Get-Command"].objects = {object({{"Name", s("Search-AdminAuditLog")}})};
    ASSERT_TRUE(wait(gateway().open()));
    auto& found = stage.answers["Search-AdminAuditLog"].objects;
    found.assign(domain::auditCommentsAPage - 1, object({{"CmdletName", s("Set-Mailbox")}}));
    ASSERT_TRUE(readSnapshot());
    EXPECT_EQ(stage.count(search), 1) << "a page that is not full is the last one";
    found.push_back(found.front());
    ports::ReadScope now;
    now.searchAuditLog = true;
    const auto snapshot = readSnapshot(now);
    ASSERT_TRUE(snapshot);
    EXPECT_EQ(stage.count(search), 1 + domain::mostAuditPages);
    EXPECT_FALSE((*snapshot)->covers(SnapshotSection::AdminAuditLog));
    const auto failed =
        std::ranges::find((*snapshot)->errors, SnapshotSection::AdminAuditLog, &domain::ReadingError::section);
    ASSERT_NE(failed, (*snapshot)->errors.end());
    EXPECT_NE(failed->error.summary().find("runs among the others are not known"), std::string::npos)
        << failed->error.summary();
}

TEST_F(Gateway, AGradualReadingReportsPartialSnapshots)
{
    ports::ReadScope scope;
    scope.gradual = true;
    const auto reading = gateway().readSnapshot(scope);
    ASSERT_TRUE(wait(reading));
    ASSERT_GT(reading.resultCount(), 2);
    const auto first = *reading.resultAt(0);
    EXPECT_EQ(first->servers.size(), 2u);
    EXPECT_TRUE(first->databases.empty());
    EXPECT_LT(reading.resultCount(), int(stage.seen().size())) << "not all of it again after every cmdlet";
    for (int i = 1; i + 1 < reading.resultCount(); ++i)
        EXPECT_EQ((*reading.resultAt(i))->takenAt, first->takenAt) << "one reading";
    for (int i = 1; i < reading.resultCount(); ++i)
        EXPECT_GE((*reading.resultAt(i))->read.size(), (*reading.resultAt(i - 1))->read.size()) << i;
    const auto whole = *reading.resultAt(reading.resultCount() - 1);
    EXPECT_TRUE(whole->covers(SnapshotSection::Services, ServerName("MAIL2")));
    const auto plain = gateway().readSnapshot({});
    ASSERT_TRUE(wait(plain));
    EXPECT_EQ(plain.resultCount(), 1);
}

TEST_F(Gateway, AScopeRunsOnlyTheCmdletsItNeeds)
{
    ASSERT_TRUE(readSnapshot());
    stage.log.clear();
    ports::ReadScope scope;
    scope.needs = {{SnapshotSection::Servers, ServerName()}, {SnapshotSection::Queues, ServerName("MAIL2")}};
    const auto snapshot = readSnapshot(scope);
    ASSERT_TRUE(snapshot);
    EXPECT_EQ(stage.seen(),
              (std::vector<std::string>{"mail.contoso.com Get-MailboxServer", "mail.contoso.com Get-Queue"}));
    EXPECT_EQ((*snapshot)->servers.at(0).fqdn, "mail.contoso.com") << "what Get-ExchangeServer told before";
    EXPECT_FALSE((*snapshot)->covers(SnapshotSection::Queues, ServerName("MAIL")));
}

TEST_F(Gateway, AScopeReadsFromItsDomainController)
{
    stage.answers["Get-MailboxServer"].objects.at(0) =
        object({{"Name", s("MAIL")}, {"OriginatingServer", s("dc2.contoso.com")}});
    const auto anyOne = readSnapshot();
    ASSERT_TRUE(anyOne);
    EXPECT_EQ((*anyOne)->domainController, "dc2.contoso.com") << "the one that Exchange chose";
    EXPECT_TRUE(stage.domainControllers.empty());

    ports::ReadScope scope;
    scope.domainController = "dc1.contoso.com";
    scope.needs = {{SnapshotSection::Servers, ServerName()},
                   {SnapshotSection::Components, ServerName("MAIL")},
                   {SnapshotSection::Queues, ServerName("MAIL")}};
    const auto snapshot = readSnapshot(scope);
    ASSERT_TRUE(snapshot);
    EXPECT_EQ(stage.domainControllers, (std::vector<std::string>{"Get-MailboxServer dc1.contoso.com",
                                                                 "Get-ServerComponentState dc1.contoso.com"}))
        << "Get-Queue takes none";
    EXPECT_EQ((*snapshot)->domainController, "dc1.contoso.com");
}

TEST_F(Gateway, ADomainControllerThatIsDownIsReplacedByTheOneThatExchangeChooses)
{
    stage.answers["Get-MailboxServer"].objects.at(0) =
        object({{"Name", s("MAIL")}, {"OriginatingServer", s("dc2.contoso.com")}});
    ASSERT_TRUE(readSnapshot());
    ports::ReadScope scope;
    scope.domainController = "dc1.contoso.com";
    scope.needs = {{SnapshotSection::Components, ServerName("MAIL")},
                   {SnapshotSection::Components, ServerName("MAIL2")}};
    stage.down = {"dc1.contoso.com"};
    const auto snapshot = readSnapshot(scope);
    ASSERT_TRUE(snapshot);
    EXPECT_TRUE((*snapshot)->errors.empty());
    EXPECT_TRUE((*snapshot)->covers(SnapshotSection::Components, ServerName("MAIL2")));
    EXPECT_EQ((*snapshot)->domainController, "dc2.contoso.com");
    EXPECT_FALSE((*snapshot)->domainControllerLost);
    EXPECT_EQ(stage.domainControllers.size(), 3u) << "one refusal, and one cmdlet for each server";

    stage.down.insert("dc2.contoso.com");
    const auto next = readSnapshot(scope);
    ASSERT_TRUE(next);
    EXPECT_TRUE((*next)->covers(SnapshotSection::Components, ServerName("MAIL"))) << "Exchange chooses for each cmdlet";
    EXPECT_TRUE((*next)->domainControllerLost) << "a run that is pinned to one learns it";
    EXPECT_EQ((*next)->domainController, "");
}

TEST_F(Gateway, AFailedSectionIsAnErrorOfThatSection)
{
    stage.failures[{"", "Get-Queue"}] = ErrorKind::NotPermitted;
    psrp::ErrorRecord record;
    record.message = "The cluster did not answer.";
    stage.answers["Get-DatabaseAvailabilityGroup"].errors = {record};
    const auto snapshot = readSnapshot();
    ASSERT_TRUE(snapshot);
    EXPECT_FALSE((*snapshot)->covers(SnapshotSection::Queues, ServerName("MAIL")));
    EXPECT_FALSE((*snapshot)->covers(SnapshotSection::Groups));
    EXPECT_TRUE((*snapshot)->covers(SnapshotSection::Components, ServerName("MAIL")));
    ASSERT_EQ((*snapshot)->errors.size(), 3u);
    EXPECT_EQ((*snapshot)->errors[0].section, SnapshotSection::Groups);
    EXPECT_EQ((*snapshot)->errors[0].error.detail.find("The cluster did not answer."), 0u);
    EXPECT_EQ((*snapshot)->errors[1].error.kind, ErrorKind::NotPermitted);
    EXPECT_EQ((*snapshot)->errors[1].error.what, "Get-Queue on MAIL");
}

TEST_F(Gateway, WhatWouldMakeTheSnapshotTooLargeIsAnErrorOfItsSection)
{
    stage.answers["Get-Queue"].keptBytes = limits::snapshotBytes / 2 + 1; // two servers have queues
    const auto snapshot = readSnapshot();
    ASSERT_TRUE(snapshot);
    ASSERT_EQ((*snapshot)->errors.size(), 1u);
    EXPECT_EQ((*snapshot)->errors[0].section, SnapshotSection::Queues);
    EXPECT_EQ((*snapshot)->errors[0].error.kind, ErrorKind::LimitExceeded);
}

TEST_F(Gateway, TheReadingFailsWhenNothingAnswers)
{
    stage.failures[{"", "open"}] = ErrorKind::Unreachable;
    const auto snapshot = readSnapshot();
    ASSERT_FALSE(snapshot);
    EXPECT_EQ(snapshot.error().kind, ErrorKind::Unreachable);
    EXPECT_EQ(stage.seen(), std::vector<std::string>{"mail.contoso.com open"}) << "one knock, not one for each cmdlet";
}

TEST_F(Gateway, TheSessionLeavesTheServerUnderMaintenance)
{
    ASSERT_TRUE(readSnapshot());
    stage.log.clear();
    ports::ReadScope scope;
    scope.needs = {{SnapshotSection::Queues, ServerName("MAIL")}};
    scope.avoid = ServerName("mail");
    ASSERT_TRUE(readSnapshot(scope));
    EXPECT_EQ(stage.seen(), (std::vector<std::string>{"mail2.contoso.com open", "mail2.contoso.com Get-Queue"}));
    EXPECT_GE(stage.closed, 1) << "the old shell is deleted";
}

TEST_F(Gateway, ALoopbackAddressIsOneEndpointForAllMembers)
{
    profile.url = QStringLiteral("http://127.0.0.1:4711/PowerShell");
    profile.nodeUrlTemplate = QStringLiteral("http://127.0.0.1:4711/node/{name}/wsman");
    ASSERT_TRUE(readSnapshot());
    ports::ReadScope scope;
    scope.avoid = ServerName("MAIL");
    scope.needs = {{SnapshotSection::Queues, ServerName("MAIL")}};
    ASSERT_TRUE(readSnapshot(scope));
    EXPECT_EQ(stage.count("127.0.0.1 open"), 1);
}

TEST_F(Gateway, AReadingMovesOnWhenItsServerDies)
{
    ASSERT_TRUE(readSnapshot());
    stage.failures[{"mail.contoso.com", "Get-Queue"}] = ErrorKind::ConnectionLost;
    stage.failures[{"mail.contoso.com", "open"}] = ErrorKind::Unreachable;
    stage.log.clear();
    ports::ReadScope scope;
    scope.needs = {{SnapshotSection::Queues, ServerName("MAIL")}};
    const auto snapshot = readSnapshot(scope);
    ASSERT_TRUE(snapshot) << snapshot.error().summary();
    EXPECT_EQ(stage.seen(), (std::vector<std::string>{"mail.contoso.com Get-Queue", "mail2.contoso.com open",
                                                      "mail2.contoso.com Get-Queue"}));
}

TEST_F(Gateway, AChangingCommandIsNeverSentTwice)
{
    ASSERT_TRUE(readSnapshot());
    for (const ErrorKind kind :
         {ErrorKind::OutcomeUnknown, ErrorKind::ConnectionLost, ErrorKind::ShellGone, ErrorKind::TimedOut}) {
        stage.log.clear();
        stage.failures[{"", "Set-MailboxServer"}] = kind;
        const auto report = wait(gateway().execute(
            {"Set-MailboxServer", {{"Identity", std::string("MAIL2")}}, EndpointKind::Exchange, ServerName("MAIL2")}));
        ASSERT_FALSE(report);
        EXPECT_EQ(report.error().kind, kind);
        EXPECT_EQ(
            stage.count("mail.contoso.com Set-MailboxServer") + stage.count("mail2.contoso.com Set-MailboxServer"), 1);
    }
}

TEST_F(Gateway, CommandsGoToTheirEndpoint)
{
    ASSERT_TRUE(readSnapshot());
    stage.log.clear();
    ASSERT_TRUE(wait(gateway().execute(
        {"Suspend-ClusterNode", {{"Name", std::string("MAIL")}}, EndpointKind::Node, ServerName("MAIL")})));
    ASSERT_TRUE(wait(gateway().execute(
        {"Set-MailboxServer", {{"Identity", std::string("MAIL")}}, EndpointKind::Exchange, ServerName("MAIL")})));
    EXPECT_EQ(stage.seen(),
              (std::vector<std::string>{"node:mail.contoso.com Suspend-ClusterNode", "mail2.contoso.com open",
                                        "mail2.contoso.com Set-MailboxServer"}));
}

TEST_F(Gateway, AMoveReportsTheDatabaseThatDidNotMove)
{
    session::Output& answer = stage.answers["Move-ActiveMailboxDatabase"];
    answer.objects = {object({{"Identity", s("DB01")},
                              {"ActiveServerAtStart", s("mail")},
                              {"ActiveServerAtEnd", s("mail2")},
                              {"Status", s("Succeeded")}})};
    psrp::ErrorRecord record;
    record.message = "DB02 was moved too often.";
    answer.errors = {record};
    const auto report = wait(gateway().execute(
        {"Move-ActiveMailboxDatabase", {{"Server", std::string("MAIL")}}, EndpointKind::Exchange, ServerName("MAIL")}));
    ASSERT_TRUE(report);
    ASSERT_EQ(report->moves.size(), 1u);
    EXPECT_TRUE(report->moves[0].done);
    EXPECT_EQ(report->warnings, std::vector<std::string>{"DB02 was moved too often."});
    answer.objects.clear();
    const auto failed =
        wait(gateway().execute({"Move-ActiveMailboxDatabase", {}, EndpointKind::Exchange, ServerName("MAIL")}));
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().detail.find("DB02 was moved too often."), 0u);
}

TEST_F(Gateway, ANodeThatAServerNamesOutsideTheDomainIsNotAsked)
{
    stage.answers["Get-ExchangeServer"].objects = {object({{"Name", s("MAIL")}, {"Fqdn", s("mail.contoso.com")}}),
                                                   object({{"Name", s("MAIL2")}, {"Fqdn", s("mail2.evil.test")}})};
    profile.scheme = ports::AuthenticationScheme::Basic;
    const auto snapshot = readSnapshot();
    ASSERT_TRUE(snapshot);
    EXPECT_EQ(stage.count("node:mail.contoso.com open"), 1);
    EXPECT_EQ(stage.count("node:mail2.evil.test open"), 0);
    EXPECT_TRUE(std::any_of((*snapshot)->errors.begin(), (*snapshot)->errors.end(), [](const auto& error) {
        return error.server == ServerName("MAIL2") && error.error.kind == ErrorKind::HostNotTrusted &&
               error.error.detail.find("--trust-domain evil.test") != std::string::npos;
    }));
}

TEST_F(Gateway, ANodeThatRefusesIsNotAskedAgainByARefresh)
{
    stage.failures[{"node:mail.contoso.com", "open"}] = ErrorKind::NotAuthenticated;
    ASSERT_TRUE(readSnapshot());
    const auto second = readSnapshot();
    ASSERT_TRUE(second);
    EXPECT_EQ(stage.count("node:mail.contoso.com open"), 1) << "or the account is locked out after a few refreshes";
    EXPECT_EQ(std::count_if((*second)->errors.begin(), (*second)->errors.end(),
                            [](const auto& error) { return error.server == ServerName("MAIL"); }),
              2);
    ports::ReadScope scope;
    scope.needs = {{SnapshotSection::Nodes, ServerName("MAIL")}};
    EXPECT_FALSE(readSnapshot(scope));
    EXPECT_EQ(stage.count("node:mail.contoso.com open"), 2) << "a step that needs the node asks";
}

TEST_F(Gateway, ARequestedRefreshAsksANodeThatRefused)
{
    stage.failures[{"node:mail.contoso.com", "open"}] = ErrorKind::NotAuthenticated;
    ASSERT_TRUE(readSnapshot());
    stage.failures.clear();
    ports::ReadScope scope;
    scope.askRefused = true;
    const auto snapshot = readSnapshot(scope);
    ASSERT_TRUE(snapshot);
    EXPECT_TRUE((*snapshot)->covers(SnapshotSection::Nodes, ServerName("MAIL")));
    EXPECT_TRUE((*snapshot)->errors.empty());
}

TEST_F(Gateway, AReadingRefusedByAQuotaIsRepeatedInANewShell)
{
    stage.quotas["Get-MailboxDatabase"] = 1;
    const auto snapshot = readSnapshot();
    ASSERT_TRUE(snapshot);
    EXPECT_TRUE((*snapshot)->errors.empty());
    EXPECT_EQ(stage.count("mail.contoso.com Get-MailboxDatabase"), 2);
    EXPECT_EQ(stage.count("mail.contoso.com open"), 2);
}

TEST_F(Gateway, AReadingRefusedByAQuotaDoesNotSpoilTheOthers)
{
    stage.quotas["Get-MailboxDatabase"] = 2;
    const auto snapshot = readSnapshot();
    ASSERT_TRUE(snapshot);
    ASSERT_EQ((*snapshot)->errors.size(), 1u);
    EXPECT_EQ((*snapshot)->errors[0].section, SnapshotSection::Databases);
    EXPECT_EQ((*snapshot)->errors[0].error.kind, ErrorKind::Quota);
    EXPECT_TRUE((*snapshot)->covers(SnapshotSection::Components, ServerName("MAIL")));
    stage.quotas["Get-ServerComponentState"] = 100;
    stage.quotas["Get-MailboxDatabaseCopyStatus"] = 100;
    stage.quotas["Get-Queue"] = 100;
    stage.log.clear();
    ASSERT_TRUE(readSnapshot());
    EXPECT_LE(stage.count("mail.contoso.com open"), 5) << "no knocking without end";
}

TEST_F(Gateway, UnreadableRowsMakeTheirSectionUnread)
{
    stage.answers["Get-Queue"].objects.push_back(object({{"Identity", s("MAIL\\7")}, {"MessageCount", Value()}}));
    const auto snapshot = readSnapshot();
    ASSERT_TRUE(snapshot);
    EXPECT_FALSE((*snapshot)->covers(SnapshotSection::Queues, ServerName("MAIL")));
    ASSERT_FALSE((*snapshot)->errors.empty());
    EXPECT_EQ((*snapshot)->errors[0].error.kind, ErrorKind::Malformed);
    EXPECT_FALSE((*snapshot)->queues.empty()) << "what could be read is shown";
}

TEST_F(Gateway, ClosingDeletesEveryShell)
{
    ASSERT_TRUE(readSnapshot());
    made.reset();
    EXPECT_TRUE(tests::waitUntil(
        [&] {
            const std::scoped_lock lock(stage.mutex);
            return stage.closed == 3;
        },
        5000));
}

TEST_F(Gateway, WhatOnlyAPreflightNeedsIsReadForOneAlone)
{
    const auto asked = [this] {
        std::vector<std::string> found;
        for (const auto& entry : stage.seen())
            for (const char* cmdlet : {"Test-Path", "Get-ItemProperty", "Get-NetTCPConnection", "Get-MoveRequest"})
                if (entry.ends_with(cmdlet)) found.push_back(entry);
        std::ranges::sort(found);
        return found;
    };
    ASSERT_TRUE(readSnapshot());
    EXPECT_TRUE(asked().empty()) << "not at each refresh";
    stage.answers["Test-Path"].objects = {b(true), b(false)};
    stage.answers["Get-ItemProperty"].objects = {object({{"ProtectionMode", i(1)}})};
    stage.answers["Get-NetTCPConnection"].objects = {
        object({{"LocalAddress", s("10.0.0.1")}, {"RemoteAddress", s("10.0.0.9")}})};
    stage.answers["Get-MoveRequest"].objects = {object({{"DisplayName", s("Anna")}, {"Status", s("Queued")}})};
    ports::ReadScope scope;
    scope.preflightOf = ServerName("MAIL");
    const auto snapshot = readSnapshot(scope);
    ASSERT_TRUE(snapshot);
    EXPECT_EQ(asked(), (std::vector<std::string>{
                           "mail.contoso.com Get-MoveRequest", "mail.contoso.com Get-MoveRequest",
                           "mail.contoso.com Get-MoveRequest", "node:mail.contoso.com Get-ItemProperty",
                           "node:mail.contoso.com Get-NetTCPConnection", "node:mail.contoso.com Test-Path",
                           "node:mail2.contoso.com Get-ItemProperty", "node:mail2.contoso.com Test-Path"}));
    ASSERT_NE((*snapshot)->pendingReboot(ServerName("MAIL2")), nullptr);
    EXPECT_TRUE((*snapshot)->pendingReboot(ServerName("MAIL2"))->servicing);
    ASSERT_NE((*snapshot)->clientConnectionsOf(ServerName("MAIL")), nullptr);
    EXPECT_EQ((*snapshot)->clientConnectionsOf(ServerName("MAIL"))->connections, 1);
    EXPECT_EQ((*snapshot)->moveRequests.size(), 3U) << "one of each status";
    EXPECT_TRUE((*snapshot)->covers(SnapshotSection::MoveRequests));
    EXPECT_FALSE((*snapshot)->covers(SnapshotSection::DatabaseMoves)) << "the admin audit log is not granted";
}

TEST_F(Gateway, ThatNobodyIsConnectedIsAnAnswerAndARefusalIsNone)
{
    psrp::ErrorRecord none;
    none.fullyQualifiedErrorId = "CmdletizationQuery_NotFound_LocalPort,Get-NetTCPConnection";
    none.message = "No MSFT_NetTCPConnection objects found";
    stage.answers["Get-NetTCPConnection"].errors = {none};
    stage.failures[{"node:mail.contoso.com", "Test-Path"}] = ErrorKind::NotPermitted;
    ports::ReadScope scope;
    scope.preflightOf = ServerName("MAIL");
    const auto snapshot = readSnapshot(scope);
    ASSERT_TRUE(snapshot);
    ASSERT_NE((*snapshot)->clientConnectionsOf(ServerName("MAIL")), nullptr);
    EXPECT_EQ((*snapshot)->clientConnectionsOf(ServerName("MAIL"))->connections, 0);
    EXPECT_FALSE((*snapshot)->covers(SnapshotSection::PendingReboots, ServerName("MAIL")));
    stage.log.clear();
    ASSERT_TRUE(readSnapshot());
    EXPECT_EQ(stage.count("node:mail.contoso.com Get-Service"), 1) << "a refresh still asks the node";
}

TEST_F(Gateway, TheHealthChecksAreAskedAtEachServersOwnAddressAndKeepTheirTime)
{
    std::vector<QUrl> asked;
    int status = 200;
    const HealthcheckProbe probe = [&](const QUrl& origin, QObject*, std::function<void(domain::Healthchecks)> done) {
        asked.push_back(origin);
        domain::Healthchecks found;
        found.answers = {{"owa", status}};
        done(std::move(found));
    };
    made = std::make_unique<SessionGateway>(
        profile, [this](const ShellAddress& address) { return std::make_unique<PlayedChannel>(stage, address); }, clock,
        thread, probe);
    const auto first = readSnapshot();
    ASSERT_TRUE(first);
    EXPECT_EQ(asked, (std::vector<QUrl>{QUrl(QStringLiteral("https://mail.contoso.com")),
                                        QUrl(QStringLiteral("https://mail2.contoso.com"))}));
    const auto* checks = (*first)->healthchecksOf(ServerName("MAIL2"));
    ASSERT_NE(checks, nullptr);
    EXPECT_EQ(checks->serving(), 1);
    const auto again = readSnapshot();
    EXPECT_EQ((*again)->healthchecksOf(ServerName("MAIL2"))->since, checks->since) << "it serves since then";
    status = 503;
    const auto refused = readSnapshot();
    EXPECT_EQ((*refused)->healthchecksOf(ServerName("MAIL2"))->serving(), 0);
    EXPECT_GE((*refused)->healthchecksOf(ServerName("MAIL2"))->since, (*again)->takenAt);
}
