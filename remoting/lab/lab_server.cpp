// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/lab/lab_server.h"

#include "model/domain/names.h"
#include "remoting/auth/authentication.h"
#include "remoting/http/server_connection.h"
#include "remoting/lab/client_authentication.h"
#include "remoting/lab/control_port.h"
#include "remoting/lab/listener.h"
#include "remoting/lab/pending_request.h"
#include "remoting/lab/wire_faults.h"

#include <QHostAddress>
#include <algorithm>
#include <cctype>
#include <chrono>

namespace drydock::lab {
namespace {

using namespace std::chrono_literals;
using domain::equalsIgnoringCase;
using domain::ErrorKind;

constexpr std::uint32_t loadQuota = 2150859175; // of a user (protocol.md 1.11)

// Which component answers for a protocol (exchange.md 5.1).
struct ProtocolComponent {
    const char* protocol;
    const char* component;
};
constexpr ProtocolComponent protocolComponents[] = {{"owa", "OwaProxy"},
                                                    {"ews", "EwsProxy"},
                                                    {"mapi", "MapiProxy"},
                                                    {"oab", "OabProxy"},
                                                    {"rpc", "RpcProxy"},
                                                    {"ecp", "EcpProxy"},
                                                    {"Autodiscover", "AutoDiscoverProxy"},
                                                    {"Microsoft-Server-ActiveSync", "ActiveSyncProxy"}};

void answer(http::ServerConnection* connection, int status, http::Headers headers = {})
{
    http::Response response;
    response.status = status;
    response.headers = std::move(headers);
    connection->respond(std::move(response));
}

// Returns the path without query and trailing slash.
std::string pathOf(std::string_view target)
{
    auto path = std::string(target.substr(0, target.find_first_of("?;#")));
    while (path.size() > 1 && path.ends_with('/'))
        path.pop_back();
    return path;
}

std::vector<std::string> partsOf(std::string_view path)
{
    std::vector<std::string> parts;
    while (!path.empty()) {
        const auto slash = std::min(path.find('/'), path.size());
        if (slash > 0) parts.emplace_back(path.substr(0, slash));
        path.remove_prefix(std::min(slash + 1, path.size()));
    }
    return parts;
}

bool isSoap(const http::ServerRequest& request)
{
    constexpr std::string_view type = "application/soap+xml";
    const auto given = http::find(request.headers, "Content-Type");
    return given.size() >= type.size() && equalsIgnoringCase(given.substr(0, type.size()), type);
}

std::string quotaMessage(std::chrono::milliseconds wait)
{
    return "This user has exceeded the allowable resource load. The next request from this user will not be approved "
           "for at least " +
           std::to_string(wait.count()) + " milliseconds.";
}

Time systemTime() { return std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now()); }

} // namespace

LabServer::LabServer(QObject* parent) : QObject(parent), m_sweep(this)
{
    m_sweep.setInterval(200ms);
    connect(&m_sweep, &QTimer::timeout, this, [this] { m_shells->sweep(); });
}

LabServer::~LabServer() { stop(); }

Result<Listening> LabServer::start(LabOptions options)
{
    if (m_listener) return domain::fail(ErrorKind::Usage, "start the lab", "it is listening already");
    auto listener = std::make_unique<Listener>();
    if (!options.tlsPemFile.isEmpty()) DRYDOCK_TRY_VOID(listener->useTls(options.tlsPemFile, options.clientCaFile));
    if (!listener->listen(QHostAddress(QHostAddress::LocalHost), options.port))
        return domain::fail(ErrorKind::Unreachable, "listen on 127.0.0.1:" + std::to_string(options.port),
                            listener->errorString().toStdString());
    const auto start = options.start.value_or(systemTime());
    auto organisation = std::make_unique<Organisation>(std::move(options.scenario), options.seed, start);
    const bool byName = domain::usesContext(options.authentication);
    DRYDOCK_TRY(m_authentication,
                ClientAuthentication::make({options.authentication,
                                            std::move(options.password),
                                            {options.authentication, options.keytab.toStdString(), options.allowNtlm},
                                            listener->channelBinding()},
                                           *organisation));
    std::unique_ptr<ControlPort> control;
    if (options.controlPort) {
        control = std::make_unique<ControlPort>([this]() -> Organisation& { return this->organisation(); });
        DRYDOCK_TRY_VOID(control->listen(*options.controlPort));
    }
    m_control = std::move(control);
    m_listener = std::move(listener);
    m_organisation = std::move(organisation);
    m_realTime = options.timeScale == 1.0;
    m_clock = std::make_unique<VirtualClock>(start, options.timeScale, options.clock);
    m_wireFaults = std::make_unique<WireFaults>(*m_organisation, *m_clock, [this](http::ServerConnection& connection) {
        m_authentication->refuse(connection);
    });
    m_shells = std::make_unique<ShellService>(*m_organisation, *m_clock, options.limits);
    connect(m_listener.get(), &Listener::accepted, this, [this](http::ServerConnection* connection) {
        connect(connection, &http::ServerConnection::requested, this,
                [this, connection](const http::ServerRequest& request) { handleRequest(connection, request); });
    });
    m_sweep.start();
    // Kerberos knows services by the names of their hosts.
    const auto listening = addresses(byName ? "localhost" : "127.0.0.1");
    m_origin = listening.exchangeUrl.substr(0, listening.exchangeUrl.rfind('/'));
    return listening;
}

void LabServer::stop()
{
    m_sweep.stop();
    m_control.reset();
    m_shells.reset(); // the shells first, since they use the connections
    m_listener.reset();
    m_wireFaults.reset();
    m_authentication.reset();
    m_clock.reset();
    m_organisation.reset();
}

Organisation& LabServer::organisation()
{
    m_organisation->setNow(m_clock->now());
    return *m_organisation;
}

int LabServer::shellCount() const { return m_shells ? m_shells->shellCount() : 0; }

Listening LabServer::addresses(const std::string& host) const
{
    const auto port = m_listener->serverPort();
    const auto origin = (m_listener->isEncrypted() ? "https://" : "http://") + host + ":" + std::to_string(port);
    Listening listening{port, origin + "/PowerShell", {}, {}, origin + "/client/{name}", {}};
    if (m_control) listening.controlPort = m_control->port();
    for (const auto& server : m_organisation->serverNames()) {
        listening.exchangeUrls.emplace_back(server, origin + "/exchange/" + server + "/PowerShell");
        listening.nodeUrls.emplace_back(server, origin + "/node/" + server + "/wsman");
    }
    return listening;
}

// "/PowerShell", "/exchange/<NAME>/PowerShell", "/node/<NAME>/wsman", in any case.
std::optional<Caller> LabServer::callerFor(const std::string& target) const
{
    const auto parts = partsOf(pathOf(target));
    if (parts.size() == 1 && equalsIgnoringCase(parts[0], "PowerShell"))
        return Caller{{}, domain::EndpointKind::Exchange, {}};
    if (parts.size() != 3 || !m_organisation->isServer(parts[1])) return std::nullopt;
    if (equalsIgnoringCase(parts[0], "exchange") && equalsIgnoringCase(parts[2], "PowerShell") &&
        m_organisation->isManaged(parts[1]))
        return Caller{{}, domain::EndpointKind::Exchange, parts[1]};
    if (equalsIgnoringCase(parts[0], "node") && equalsIgnoringCase(parts[2], "wsman"))
        return Caller{{}, domain::EndpointKind::Node, parts[1]};
    return std::nullopt;
}

Duration LabServer::clockOffset(const std::string& host) const
{
    for (const auto& server : m_organisation->scenario().servers)
        if (equalsIgnoringCase(server.name, host)) return server.clockOffset;
    return {};
}

// "/client/<NAME>/<PROTOCOL>/healthcheck.htm", in any case. A load balancer asks for it without credentials. A server
// that is down does not answer.
bool LabServer::answersHealthcheck(http::ServerConnection* connection, const http::ServerRequest& request)
{
    const auto parts = partsOf(pathOf(request.target));
    if (request.method != "GET" || parts.size() != 4 || !equalsIgnoringCase(parts[0], "client") ||
        !equalsIgnoringCase(parts[3], "healthcheck.htm") || !m_organisation->isManaged(parts[1]))
        return false;
    m_shells->sweep(); // brings the clock up to date
    if (!m_organisation->isReachable(parts[1])) {
        connection->close();
        return true;
    }
    const auto component = std::ranges::find_if(
        protocolComponents, [&](const auto& known) { return equalsIgnoringCase(known.protocol, parts[2]); });
    if (component == std::end(protocolComponents)) return false;
    http::Response page;
    page.status = m_organisation->componentState(parts[1], component->component) == "Inactive" ? 503 : 200;
    page.headers = {{"Content-Type", "text/html"}};
    if (page.status == 200) page.body = "200 OK<br/>" + parts[1];
    connection->respond(std::move(page));
    return true;
}

void LabServer::handleRequest(http::ServerConnection* connection, const http::ServerRequest& request)
{
    if (answersHealthcheck(connection, request)) return;
    // Nothing else of a request is read or kept before the client is authenticated (protocol.md 10.2).
    const auto user = m_authentication->userOf(connection, request);
    if (!user) return;
    if (request.method != "POST") return answer(connection, 405, {{"Allow", "POST"}});
    auto caller = callerFor(request.target);
    if (!caller) return answer(connection, 404);
    caller->user = *user;
    m_shells->sweep(); // brings the clock up to date
    const bool up = !caller->host.empty() ? m_organisation->isReachable(caller->host) : [&] {
        const auto servers = m_organisation->serverNames();
        return std::any_of(servers.begin(), servers.end(),
                           [&](const auto& server) { return m_organisation->isReachable(server); });
    }();
    if (!up) return answer(connection, 503);
    if (!isSoap(request)) return answer(connection, 415);
    auto envelope = wsman::readRequest(request.body);
    if (!envelope) return answer(connection, 400);
    if (m_wireFaults->strike(*connection, *envelope, caller->host)) return;
    // A clock that runs faster is no clock that is wrong, so it is not told.
    std::function<Time()> clock;
    if (m_realTime) clock = [this, ahead = clockOffset(caller->host)] { return m_clock->now() + ahead; };
    const auto refusedFor = m_wireFaults->refusedFor(*envelope, caller->host);
    const PendingRequest pending(connection, std::move(*envelope), std::move(clock), *m_wireFaults, caller->host);
    if (refusedFor) return pending.fault(loadQuota, quotaMessage(m_clock->realTimeFor(*refusedFor)));
    m_shells->handle({*caller, connection->peerAddress().toStdString(), m_origin + pathOf(request.target)}, pending);
}

} // namespace drydock::lab
