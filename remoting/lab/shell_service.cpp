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

std::string configurationOf(Endpoint endpoint)
{
    return std::string(wsman::uri::powershellPrefix) +
           (endpoint == Endpoint::Exchange ? "Microsoft.Exchange" : "Microsoft.PowerShell");
}

// What a session tells of the PowerShell behind it.
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

// What the plug-in checks of a Create before it looks inside (protocol.md 1.4).
std::optional<wsman::Fault> createFault(const Visitor& visitor, const wsman::Request& request)
{
    if (!domain::equalsIgnoringCase(request.resourceUri, configurationOf(visitor.caller.endpoint)))
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
    int boots = 0; // of its host when it was made
    wsman::ShellInfo info;
    psrp::ServerPool pool;
    Outlet outlet{std::string()};
    std::map<std::string, std::unique_ptr<LabCommand>> commands;
    QElapsedTimer used;

    explicit Shell(psrp::ServerOptions options) : pool(std::move(options)) { used.start(); }
};

ShellService::ShellService(Organisation& organisation, const VirtualClock& clock, ShellLimits limits, QObject* parent)
    : QObject(parent), m_organisation(organisation), m_clock(clock), m_limits(limits)
{
}

ShellService::~ShellService() = default;

void ShellService::handle(const Visitor& visitor, const Reply& reply)
{
    const auto& request = reply.request();
    if (auto fault = wsman::headerFault(request)) return reply.send(std::move(*fault));
    if (request.operation == wsman::Operation::Create) return create(visitor, reply);
    if (request.operation == wsman::Operation::Get && request.resourceUri.starts_with(wsman::uri::config))
        return reply.send(wsman::ConfigResponse{});
    auto* shell = find(visitor, reply);
    if (!shell) return;
    shell->used.restart();
    switch (request.operation) {
    case wsman::Operation::Command:
        return command(*shell, reply);
    case wsman::Operation::Send:
        return send(*shell, reply);
    case wsman::Operation::Receive:
        return receive(*shell, reply);
    case wsman::Operation::Signal:
        return signal(*shell, reply);
    case wsman::Operation::Get:
        return reply.send(shell->info);
    case wsman::Operation::Delete:
        remove(shell->id, Ending::Aborted);
        return reply.send(std::monostate{});
    case wsman::Operation::Create:
    case wsman::Operation::Unsupported:
        break;
    }
}

ShellService::Shell* ShellService::find(const Visitor& visitor, const Reply& reply)
{
    const auto id = upper(std::string(reply.request().shellId()));
    if (id.empty()) {
        reply.fault(code::insufficientSelectors, "The request is missing the selector ShellId.");
        return nullptr;
    }
    const auto found = m_shells.find(id);
    // Somebody else's shell looks as if it were not there.
    if (found != m_shells.end() && domain::equalsIgnoringCase(found->second->caller.user, visitor.caller.user) &&
        found->second->caller.endpoint == visitor.caller.endpoint)
        return found->second.get();
    reply.fault(code::unexpectedSelectors, "The request for the Windows Remote Shell with ShellId " + id +
                                               " failed because the shell was not found on the server.");
    return nullptr;
}

// The load-balanced address leads to a server that is up and, if there is one, in service.
std::string ShellService::hostFor(const Caller& caller) const
{
    if (!caller.host.empty()) return caller.host;
    std::string any;
    for (const auto& server : m_organisation.serverNames()) {
        if (!m_organisation.isReachable(server)) continue;
        if (m_organisation.componentState(server, "RpsProxy") == "Active") return server;
        if (any.empty()) any = server;
    }
    return any;
}

void ShellService::create(const Visitor& visitor, const Reply& reply)
{
    if (auto fault = createFault(visitor, reply.request())) return reply.send(std::move(*fault));
    const auto& body = std::get<wsman::CreateBody>(reply.request().body);
    const auto own = std::count_if(m_shells.begin(), m_shells.end(), [&](const auto& entry) {
        const auto& caller = entry.second->caller;
        return caller.endpoint == visitor.caller.endpoint &&
               domain::equalsIgnoringCase(caller.user, visitor.caller.user) &&
               (caller.endpoint == Endpoint::Exchange || caller.host == visitor.caller.host);
    });
    if (own >= m_limits.shellsPerUser)
        return reply.fault(
            code::tooManyShells,
            "This user is allowed a maximum of " + std::to_string(m_limits.shellsPerUser) +
                " concurrent shells, which has been exceeded. Close existing shells or raise the quota for this user.");
    if (body.creationXml.empty()) return reply.fault(code::pluginCreationXml, "The creationXml is missing.");
    open(visitor, body, reply);
}

void ShellService::open(const Visitor& visitor, const wsman::CreateBody& body, const Reply& reply)
{
    psrp::ServerOptions options;
    options.privateData = versionTable();
    auto shell = std::make_unique<Shell>(std::move(options));
    const auto asked = psrp::Guid::parse(body.shellId);
    shell->id = (asked && !asked->isNil() ? *asked : psrp::randomGuid()).toUpperString();
    if (m_shells.contains(shell->id)) shell->id = psrp::randomGuid().toUpperString();
    shell->caller = visitor.caller;
    shell->caller.host = hostFor(visitor.caller);
    shell->boots = m_organisation.bootCount(shell->caller.host);
    if (auto opened = shell->pool.receive(body.creationXml); !opened)
        return reply.fault(opened.error().kind == domain::ErrorKind::Fault ? code::pluginVersion
                                                                           : code::pluginCreationXml,
                           opened.error().detail);
    if (shell->pool.state() != psrp::RunspacePoolState::Opened)
        return reply.fault(code::pluginCreationXml, "The creationXml does not open a runspace pool.");
    shell->outlet.push(shell->pool.takeOutgoing());
    auto& info = shell->info;
    info.shellId = shell->id;
    info.resourceUri = reply.request().resourceUri;
    info.owner = visitor.caller.user;
    info.clientIp = visitor.clientIp;
    info.processId = "4242";
    info.idleTimeOut = "PT" + std::to_string(m_limits.idleTimeOut.count() / 1000) + ".000S";
    wsman::CreateResponse answer{visitor.url, info};
    m_shells.emplace(shell->id, std::move(shell));
    reply.send(std::move(answer));
}

LabCommand* ShellService::findCommand(Shell& shell, const std::string& id, const Reply& reply)
{
    const auto found = shell.commands.find(upper(id));
    if (found != shell.commands.end()) return found->second.get();
    reply.fault(code::unexpectedSelectors, "The request for the Windows Remote Shell with CommandId " + upper(id) +
                                               " failed because of a command identifier that does not exist.");
    return nullptr;
}

void ShellService::command(Shell& shell, const Reply& reply)
{
    const auto& body = std::get<wsman::CommandBody>(reply.request().body);
    if (body.arguments.size() != 1) return reply.fault(code::pluginArguments, "A command takes exactly one argument.");
    if (shell.pool.state() != psrp::RunspacePoolState::Opened)
        return reply.fault(code::pluginArguments, "The runspace pool is not open.");
    // Clients that send no terminate leave their finished commands behind.
    std::erase_if(shell.commands, [](const auto& entry) { return entry.second->outlet().isDelivered(); });
    if (static_cast<int>(shell.commands.size()) >= m_limits.commandsPerShell)
        return reply.fault(2150859241, "The maximum number of concurrent commands in this shell has been exceeded.");
    const auto asked = psrp::Guid::parse(body.commandId);
    const auto id = (asked && !asked->isNil() ? *asked : psrp::randomGuid()).toUpperString();
    if (shell.commands.contains(id))
        return reply.fault(code::pluginArguments, "A command of this identifier is already there.");
    shell.commands.emplace(
        id, std::make_unique<LabCommand>(id, shell.pool.createPipeline(), shell.caller, m_organisation, m_clock));
    feed(shell, id, body.arguments.front(), reply, wsman::CommandResponse{id});
}

void ShellService::send(Shell& shell, const Reply& reply)
{
    const auto& body = std::get<wsman::SendBody>(reply.request().body);
    for (const auto& stream : body.streams)
        if (stream.name != "stdin" && stream.name != "pr")
            return reply.fault(code::pluginStream, "There is no stream " + stream.name + ".");
    if (body.streams.size() == 1 && !body.streams.front().commandId.empty()) {
        const auto& stream = body.streams.front();
        if (!findCommand(shell, stream.commandId, reply)) return;
        return feed(shell, upper(stream.commandId), stream.data, reply, std::monostate{});
    }
    for (const auto& stream : body.streams) {
        if (!stream.commandId.empty())
            return reply.fault(code::pluginStream, "Streams of one request must have one target.");
        if (auto received = shell.pool.receive(stream.data); !received)
            return reply.fault(code::pluginException, received.error().detail);
    }
    shell.outlet.push(shell.pool.takeOutgoing());
    reply.send(std::monostate{});
}

void ShellService::feed(Shell& shell, const std::string& commandId, const std::string& bytes, const Reply& reply,
                        wsman::ResponseBody success)
{
    const auto received = shell.commands.at(commandId)->receive(bytes);
    if (received) return reply.send(std::move(success));
    switch (received.error().kind) {
    case domain::ErrorKind::ConnectionLost: // nothing ran: the shell may be used again
        shell.commands.erase(commandId);
        return reply.drop();
    case domain::ErrorKind::OutcomeUnknown:
    case domain::ErrorKind::Unreachable: // the server is gone, and its shells with it
        remove(shell.id, Ending::Dropped);
        return reply.drop();
    default:
        shell.commands.erase(commandId);
        return reply.fault(code::pluginException, received.error().summary());
    }
}

void ShellService::receive(Shell& shell, const Reply& reply)
{
    const auto& body = std::get<wsman::ReceiveBody>(reply.request().body);
    if (body.desiredStreams != "stdout")
        return reply.fault(code::pluginStream, "There is no stream " + body.desiredStreams + ".");
    if (body.commandId.empty()) return shell.outlet.wait(reply);
    if (auto* command = findCommand(shell, body.commandId, reply)) command->outlet().wait(reply);
}

void ShellService::signal(Shell& shell, const Reply& reply)
{
    const auto& body = std::get<wsman::SignalBody>(reply.request().body);
    auto* command = findCommand(shell, body.commandId, reply);
    if (!command) return;
    if (body.code == wsman::signal_code::stop) {
        command->stop();
    } else { // every other code closes the command (protocol.md 1.8)
        command->outlet().abort(code::operationAborted, abortedMessage);
        shell.commands.erase(upper(body.commandId));
    }
    reply.send(std::monostate{});
}

void ShellService::remove(const std::string& id, Ending ending)
{
    const auto found = m_shells.find(id);
    if (found == m_shells.end()) return;
    const auto shell = std::move(found->second);
    m_shells.erase(found);
    const auto end = [ending](Outlet& outlet) {
        if (ending == Ending::Dropped) return outlet.drop();
        outlet.abort(code::operationAborted, abortedMessage);
    };
    for (auto& entry : shell->commands)
        end(entry.second->outlet());
    end(shell->outlet);
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
