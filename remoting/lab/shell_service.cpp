// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/lab/shell_service.h"

#include "model/domain/names.h"
#include "remoting/psrp/payloads.h"
#include "remoting/wsman/names.h"

#include <QElapsedTimer>
#include <algorithm>

namespace drydock::lab {
namespace {

namespace code = wsman::code;
using clixml::Value;

constexpr auto abortedMessage =
    "The I/O operation has been aborted because of either a thread exit or an application request.";

std::string upper(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return text;
}

std::string configurationOf(domain::EndpointKind endpoint)
{
    return std::string(wsman::uri::powershellPrefix) +
           (endpoint == domain::EndpointKind::Exchange ? "Microsoft.Exchange" : "Microsoft.PowerShell");
}

// Returns the PSVersionTable that a session sends as private data.
Value versionTable()
{
    const auto entry = [](const char* key, Value value) { return std::pair{Value::string(key), std::move(value)}; };
    auto table = psrp::primitiveDictionary(
        {entry("PSVersion", Value::version("5.1.17763.1")), entry("PSEdition", Value::string("Desktop")),
         entry("BuildVersion", Value::version("10.0.17763.1")), entry("WSManStackVersion", Value::version("3.0")),
         entry("PSRemotingProtocolVersion", Value::version("2.3")),
         entry("SerializationVersion", Value::version("1.1.0.1"))});
    return psrp::primitiveDictionary({entry("PSVersionTable", std::move(table))});
}

bool isAllowedDisconnected(wsman::Operation operation)
{
    using wsman::Operation;
    return operation == Operation::Reconnect || operation == Operation::Connect || operation == Operation::Get ||
           operation == Operation::Delete || operation == Operation::Disconnect;
}

// Returns the fault for a Create that the plug-in refuses before it reads the creationXml (protocol.md 1.4).
std::optional<wsman::Fault> createFault(const RequestIdentity& identity, const wsman::Request& request)
{
    if (!domain::equalsIgnoringCase(request.resourceUri, configurationOf(identity.caller.endpoint)))
        return wsman::makeFault(code::unknownResource,
                                "The resource URI is not in the catalog: " + request.resourceUri);
    const auto* version = request.option("protocolversion");
    if (!version) return wsman::makeFault(code::pluginNoVersion, "The option protocolversion is missing.");
    if (!version->value.starts_with("2."))
        return wsman::makeFault(code::pluginVersion, "The protocol version is not supported.");
    for (const auto& option : request.options)
        if (option.mustComply && option.name.starts_with("PS_"))
            return wsman::makeFault(code::pluginOption, "The option " + option.name + " is not understood.");
    return std::nullopt;
}

} // namespace

struct ShellService::Shell {
    std::string id;
    Caller caller;
    std::string sessionId; // of the client that is connected to it, or was last
    bool disconnected = false;
    int boots = 0; // the boot count of its host when the shell was made
    wsman::ShellInfo info;
    psrp::ServerPool pool;
    OutputQueue output{std::string()};
    std::map<std::string, std::unique_ptr<LabCommand>> commands;
    QElapsedTimer used;

    explicit Shell(psrp::ServerOptions options) : pool(std::move(options)) { used.start(); }
};

ShellService::ShellService(Organisation& organisation, const VirtualClock& clock, ShellLimits limits, QObject* parent)
    : QObject(parent), m_organisation(organisation), m_clock(clock), m_limits(limits)
{
}

ShellService::~ShellService() = default;

void ShellService::handle(const RequestIdentity& identity, const PendingRequest& pending)
{
    const auto& request = pending.request();
    if (auto fault = wsman::headerFault(request)) return pending.send(std::move(*fault));
    if (request.operation == wsman::Operation::Create) return create(identity, pending);
    if (request.operation == wsman::Operation::Get && request.resourceUri.starts_with(wsman::uri::config))
        return pending.send(wsman::ConfigResponse{});
    if (request.operation == wsman::Operation::Enumerate) return enumerate(identity, pending);
    auto* shell = find(identity, pending);
    if (!shell) return;
    if (shell->disconnected && !isAllowedDisconnected(request.operation))
        return pending.fault(code::shellDisconnected, "The shell is disconnected.");
    shell->used.restart();
    switch (request.operation) {
    case wsman::Operation::Command:
        return command(*shell, pending);
    case wsman::Operation::Send:
        return send(*shell, pending);
    case wsman::Operation::Receive:
        return receive(*shell, pending);
    case wsman::Operation::Signal:
        return signal(*shell, pending);
    case wsman::Operation::Get:
        return pending.send(shell->info);
    case wsman::Operation::Delete:
        remove(shell->id, Ending::Aborted);
        return pending.send(std::monostate{});
    case wsman::Operation::Disconnect:
        return disconnect(*shell, pending);
    case wsman::Operation::Reconnect:
        return reconnect(*shell, pending);
    case wsman::Operation::Connect:
        return connect(*shell, pending);
    case wsman::Operation::Create:
    case wsman::Operation::Enumerate:
    case wsman::Operation::Unsupported:
        break;
    }
}

bool ShellService::mayUse(const Shell& shell, const RequestIdentity& identity)
{
    return domain::equalsIgnoringCase(shell.caller.user, identity.caller.user) &&
           shell.caller.endpoint == identity.caller.endpoint;
}

ShellService::Shell* ShellService::find(const RequestIdentity& identity, const PendingRequest& pending)
{
    const auto id = upper(std::string(pending.request().shellId()));
    if (id.empty()) {
        pending.fault(code::insufficientSelectors, "The request is missing the selector ShellId.");
        return nullptr;
    }
    const auto found = m_shells.find(id);
    // Another user's shell is answered as if it did not exist.
    if (found != m_shells.end() && mayUse(*found->second, identity)) return found->second.get();
    pending.fault(code::unexpectedSelectors, "The request for the Windows Remote Shell with ShellId " + id +
                                                 " failed because the shell was not found on the server.");
    return nullptr;
}

// The load-balanced address leads to a server that is up, and in service if there is one.
std::string ShellService::hostFor(const Caller& caller) const
{
    if (!caller.host.empty()) return caller.host;
    std::string any;
    for (const auto& server : m_organisation.serverNames()) {
        if (!m_organisation.isReachable(server) || !m_organisation.isManaged(server)) continue;
        if (m_organisation.componentState(server, "RpsProxy") == "Active") return server;
        if (any.empty()) any = server;
    }
    return any;
}

void ShellService::create(const RequestIdentity& identity, const PendingRequest& pending)
{
    if (auto fault = createFault(identity, pending.request())) return pending.send(std::move(*fault));
    const auto& body = std::get<wsman::CreateBody>(pending.request().body);
    const auto own = std::count_if(m_shells.begin(), m_shells.end(), [&](const auto& entry) {
        const auto& caller = entry.second->caller;
        return caller.endpoint == identity.caller.endpoint &&
               domain::equalsIgnoringCase(caller.user, identity.caller.user) &&
               (caller.endpoint == domain::EndpointKind::Exchange || caller.host == identity.caller.host);
    });
    if (own >= m_limits.shellsPerUser)
        return pending.fault(
            code::tooManyShells,
            "This user is allowed a maximum of " + std::to_string(m_limits.shellsPerUser) +
                " concurrent shells, which has been exceeded. Close existing shells or raise the quota for this user.");
    if (body.creationXml.empty()) return pending.fault(code::pluginCreationXml, "The creationXml is missing.");
    open(identity, body, pending);
}

void ShellService::open(const RequestIdentity& identity, const wsman::CreateBody& body, const PendingRequest& pending)
{
    psrp::ServerOptions options;
    options.privateData = versionTable();
    auto shell = std::make_unique<Shell>(std::move(options));
    const auto asked = psrp::Guid::parse(body.shellId);
    shell->id = (asked && !asked->isNil() ? *asked : psrp::randomGuid()).toUpperString();
    if (m_shells.contains(shell->id)) shell->id = psrp::randomGuid().toUpperString();
    shell->caller = identity.caller;
    shell->caller.host = hostFor(identity.caller);
    shell->sessionId = pending.request().sessionId;
    shell->boots = m_organisation.bootCount(shell->caller.host);
    if (auto opened = shell->pool.receive(body.creationXml); !opened)
        return pending.fault(opened.error().kind == domain::ErrorKind::Fault ? code::pluginVersion
                                                                             : code::pluginCreationXml,
                             opened.error().detail);
    if (shell->pool.state() != psrp::RunspacePoolState::Opened)
        return pending.fault(code::pluginCreationXml, "The creationXml does not open a runspace pool.");
    shell->output.push(shell->pool.takeOutgoing());
    auto& info = shell->info;
    info.shellId = shell->id;
    info.resourceUri = pending.request().resourceUri;
    info.owner = identity.caller.user;
    info.clientIp = identity.clientIp;
    info.processId = "4242";
    info.idleTimeOut = "PT" + std::to_string(m_limits.idleTimeOut.count() / 1000) + ".000S";
    wsman::CreateResponse answer{identity.url, info};
    m_shells.emplace(shell->id, std::move(shell));
    pending.send(std::move(answer));
}

LabCommand* ShellService::findCommand(Shell& shell, const std::string& id, const PendingRequest& pending)
{
    const auto found = shell.commands.find(upper(id));
    if (found != shell.commands.end()) return found->second.get();
    pending.fault(code::unexpectedSelectors, "The request for the Windows Remote Shell with CommandId " + upper(id) +
                                                 " failed because of a command identifier that does not exist.");
    return nullptr;
}

void ShellService::command(Shell& shell, const PendingRequest& pending)
{
    const auto& body = std::get<wsman::CommandBody>(pending.request().body);
    if (body.arguments.size() != 1)
        return pending.fault(code::pluginArguments, "A command takes exactly one argument.");
    if (shell.pool.state() != psrp::RunspacePoolState::Opened)
        return pending.fault(code::pluginArguments, "The runspace pool is not open.");
    // Finished commands are removed here, since some clients send no terminate. A scenario may say that they count.
    const int mostHeld = m_organisation.scenario().commandsPerShell;
    if (mostHeld == 0)
        std::erase_if(shell.commands, [](const auto& entry) { return entry.second->output().isDelivered(); });
    else if (static_cast<int>(shell.commands.size()) >= mostHeld)
        return pending.fault(0, "Too many commands have been run in this shell."); // a fault without a code
    if (static_cast<int>(shell.commands.size()) >= m_limits.commandsPerShell)
        return pending.fault(2150859241, "The maximum number of concurrent commands in this shell has been exceeded.");
    const auto asked = psrp::Guid::parse(body.commandId);
    const auto id = (asked && !asked->isNil() ? *asked : psrp::randomGuid()).toUpperString();
    if (shell.commands.contains(id))
        return pending.fault(code::pluginArguments, "A command of this identifier is already there.");
    shell.commands.emplace(
        id, std::make_unique<LabCommand>(id, shell.pool.createPipeline(), shell.caller, m_organisation, m_clock));
    feed(shell, id, body.arguments.front(), pending, wsman::CommandResponse{id});
}

void ShellService::send(Shell& shell, const PendingRequest& pending)
{
    const auto& body = std::get<wsman::SendBody>(pending.request().body);
    for (const auto& stream : body.streams)
        if (stream.name != "stdin" && stream.name != "pr")
            return pending.fault(code::pluginStream, "There is no stream " + stream.name + ".");
    if (body.streams.size() == 1 && !body.streams.front().commandId.empty()) {
        const auto& stream = body.streams.front();
        if (!findCommand(shell, stream.commandId, pending)) return;
        return feed(shell, upper(stream.commandId), stream.data, pending, std::monostate{});
    }
    for (const auto& stream : body.streams) {
        if (!stream.commandId.empty())
            return pending.fault(code::pluginStream, "Streams of one request must have one target.");
        if (auto received = shell.pool.receive(stream.data); !received)
            return pending.fault(code::pluginException, received.error().detail);
    }
    shell.output.push(shell.pool.takeOutgoing());
    pending.send(std::monostate{});
}

void ShellService::feed(Shell& shell, const std::string& commandId, const std::string& bytes,
                        const PendingRequest& pending, wsman::ResponseBody success)
{
    const auto received = shell.commands.at(commandId)->receive(bytes);
    if (received) return pending.send(std::move(success));
    switch (received.error().kind) {
    case domain::ErrorKind::ConnectionLost: // the command did not run, so the shell can be used again
        shell.commands.erase(commandId);
        return pending.drop();
    case domain::ErrorKind::OutcomeUnknown:
    case domain::ErrorKind::Unreachable: // the server is down, and its shells have ended
        remove(shell.id, Ending::Dropped);
        return pending.drop();
    default:
        shell.commands.erase(commandId);
        return pending.fault(code::pluginException, received.error().summary());
    }
}

void ShellService::receive(Shell& shell, const PendingRequest& pending)
{
    const auto& body = std::get<wsman::ReceiveBody>(pending.request().body);
    if (body.desiredStreams != "stdout")
        return pending.fault(code::pluginStream, "There is no stream " + body.desiredStreams + ".");
    if (body.commandId.empty()) return shell.output.wait(pending);
    if (auto* command = findCommand(shell, body.commandId, pending)) command->output().wait(pending);
}

void ShellService::signal(Shell& shell, const PendingRequest& pending)
{
    const auto& body = std::get<wsman::SignalBody>(pending.request().body);
    auto* command = findCommand(shell, body.commandId, pending);
    if (!command) return;
    if (body.code == wsman::signal_code::stop) {
        command->stop();
    } else { // every other code closes the command (protocol.md 1.8)
        command->output().abort(code::operationAborted, abortedMessage);
        shell.commands.erase(upper(body.commandId));
    }
    pending.send(std::monostate{});
}

// Its commands go on, and what they say is kept (protocol.md 1.9).
void ShellService::disconnect(Shell& shell, const PendingRequest& pending)
{
    if (!m_limits.disconnects)
        return pending.fault(code::disconnectUnsupported, "The service does not support disconnecting shells.");
    if (pending.request().sessionId != shell.sessionId)
        return pending.fault(code::sessionMismatch, "The session id does not match that of the shell.");
    if (shell.disconnected) return pending.fault(code::notNow, "The shell is disconnected already.");
    shell.disconnected = true;
    shell.info.state = "Disconnected";
    const auto* body = std::get_if<wsman::DisconnectBody>(&pending.request().body);
    if (body && !body->idleTimeOut.empty()) shell.info.idleTimeOut = body->idleTimeOut;
    constexpr auto message = "The shell was disconnected.";
    for (auto& entry : shell.commands)
        entry.second->output().abort(code::shellDisconnected, message);
    shell.output.abort(code::shellDisconnected, message);
    pending.send(std::monostate{});
}

void ShellService::reconnect(Shell& shell, const PendingRequest& pending)
{
    if (pending.request().sessionId != shell.sessionId)
        return pending.fault(code::sessionMismatch, "The session id does not match that of the shell.");
    if (!shell.disconnected) return pending.fault(code::notNow, "The shell is not disconnected.");
    shell.disconnected = false;
    shell.info.state = "Connected";
    pending.send(std::monostate{});
}

// Another client takes over a shell that is disconnected, then its commands.
void ShellService::connect(Shell& shell, const PendingRequest& pending)
{
    const auto& body = std::get<wsman::ConnectBody>(pending.request().body);
    if (!body.commandId.empty()) {
        if (shell.disconnected || pending.request().sessionId != shell.sessionId)
            return pending.fault(code::shellDisconnected, "The shell is not connected to this client.");
        if (findCommand(shell, body.commandId, pending)) pending.send(wsman::ConnectResponse{});
        return;
    }
    if (!shell.disconnected)
        return pending.fault(code::connectedElsewhere, "The shell is connected to a client already.");
    if (body.connectXml.empty()) return pending.fault(code::pluginNoNegotiation, "The connectXml is missing.");
    if (auto received = shell.pool.receive(body.connectXml); !received)
        return pending.fault(code::pluginConnect, received.error().detail);
    wsman::ConnectResponse answer;
    for (const auto& fragment : shell.pool.takeOutgoing())
        answer.connectResponseXml += fragment;
    shell.pool.announce();
    shell.output.push(shell.pool.takeOutgoing());
    shell.disconnected = false;
    shell.info.state = "Connected";
    shell.sessionId = pending.request().sessionId;
    pending.send(std::move(answer));
}

// Exchange grants no enumeration, but WinRM does.
void ShellService::enumerate(const RequestIdentity& identity, const PendingRequest& pending)
{
    const auto& request = pending.request();
    const bool commands = request.resourceUri == wsman::uri::command;
    if (identity.caller.endpoint == domain::EndpointKind::Exchange)
        return pending.fault(code::accessDenied, "Access is denied.");
    if (!commands && request.resourceUri != wsman::uri::shell)
        return pending.fault(code::unknownResource, "The resource URI is not in the catalog: " + request.resourceUri);
    wsman::EnumerateResponse answer;
    const auto wanted = upper(std::get<wsman::EnumerateBody>(request.body).shellId);
    for (const auto& [id, shell] : m_shells) {
        if (!mayUse(*shell, identity) || shell->caller.host != identity.caller.host) continue;
        if (!commands) answer.shells.push_back(shell->info);
        if (!commands || id != wanted) continue;
        for (const auto& [command, running] : shell->commands)
            answer.commands.push_back(
                {command,
                 {},
                 running->output().isDelivered() ? wsman::CommandState::Done : wsman::CommandState::Running});
    }
    pending.send(std::move(answer));
}

void ShellService::remove(const std::string& id, Ending ending)
{
    const auto found = m_shells.find(id);
    if (found == m_shells.end()) return;
    const auto shell = std::move(found->second);
    m_shells.erase(found);
    const auto end = [ending](OutputQueue& output) {
        if (ending == Ending::Dropped) return output.drop();
        output.abort(code::operationAborted, abortedMessage);
    };
    for (auto& entry : shell->commands)
        end(entry.second->output());
    end(shell->output);
}

void ShellService::sweep()
{
    m_organisation.setNow(m_clock.now());
    std::vector<std::pair<std::string, Ending>> gone;
    for (const auto& [id, shell] : m_shells) {
        if (m_organisation.bootCount(shell->caller.host) != shell->boots)
            gone.emplace_back(id, Ending::Dropped);
        else if (shell->used.hasExpired(m_limits.idleTimeOut.count()))
            gone.emplace_back(id, Ending::Aborted);
    }
    for (const auto& [id, ending] : gone)
        remove(id, ending);
}

} // namespace drydock::lab
