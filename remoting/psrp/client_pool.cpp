// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/psrp/client_pool.h"

#include "remoting/clixml/writer.h"
#include "remoting/limits.h"

#include <algorithm>

namespace drydock::psrp {

using clixml::Value;
using domain::ErrorKind;
using domain::Result;

namespace {

// Returns what a message that a pool expects is used for; nothing for any other.
std::optional<MessageStream::Use> useInPool(MessageType type)
{
    switch (type) {
    case MessageType::ApplicationPrivateData:
        return MessageStream::Use::Kept;
    case MessageType::SessionCapability:
    case MessageType::RunspacePoolState:
    case MessageType::RunspacePoolInitData:
    case MessageType::RunspacePoolHostCall:
    case MessageType::UserEvent:
    case MessageType::RunspaceAvailability:
    case MessageType::PublicKeyRequest:
    case MessageType::EncryptedSessionKey:
        return MessageStream::Use::Passing;
    default:
        return std::nullopt;
    }
}

} // namespace

ClientPool::ClientPool(ClientOptions options, std::optional<Guid> existing)
    : m_options(std::make_shared<const ClientOptions>(std::move(options))),
      m_id(existing ? *existing : m_options->guids()),
      m_stream(Destination::Client, m_options->limits, m_options->memory), m_maximum(m_options->maximumRunspaces)
{
}

std::string ClientPool::packed(MessageType type, const Value& payload)
{
    std::string all;
    const std::string message = encode(Message{Destination::Server, type, m_id, Guid{}, clixml::write(payload)});
    for (const std::string& fragment : m_fragmenter->cut(message, m_options->fragmentBytes))
        all += fragment;
    return all;
}

std::string ClientPool::creationXml()
{
    m_state = RunspacePoolState::Opening;
    std::string bytes = packed(MessageType::SessionCapability, sessionCapability(m_options->versions));
    return bytes += packed(MessageType::InitRunspacePool,
                           initRunspacePool(m_options->minimumRunspaces, m_options->maximumRunspaces,
                                            m_options->applicationArguments));
}

std::string ClientPool::connectXml()
{
    m_state = RunspacePoolState::Connecting;
    return packed(MessageType::SessionCapability, sessionCapability(m_options->versions)) +
           packed(MessageType::ConnectRunspacePool, Value::string({})); // the sizes stay as they are
}

Result<void> ClientPool::receivePool(std::string_view fragments)
{
    auto result = m_stream.receive(fragments, [this](const Message& message) { return handle(message); });
    if (!result) m_state = RunspacePoolState::Broken;
    return result;
}

Result<void> ClientPool::handle(const Message& message)
{
    const auto use = useInPool(message.type);
    if (!use) return (passOver(toString(message.type) + " in a pool"), Result<void>{});
    DRYDOCK_TRY(const Value value, m_stream.valueOf(message, *use));
    switch (message.type) {
    case MessageType::SessionCapability:
        return negotiate(value);
    case MessageType::RunspacePoolState:
        return changeState(value);
    case MessageType::RunspacePoolInitData:
        return connected(value);
    case MessageType::ApplicationPrivateData:
        m_privateData = value["ApplicationPrivateData"];
        return {};
    case MessageType::UserEvent:
        return (add(userEventFrom(value)), Result<void>{});
    case MessageType::RunspaceAvailability:
        return (takeAvailability(runspaceAvailabilityFrom(value)), Result<void>{});
    case MessageType::PublicKeyRequest:
        return sendPublicKey();
    case MessageType::EncryptedSessionKey:
        return takeSessionKey(value);
    default:
        return answer(value);
    }
}

Result<void> ClientPool::negotiate(const Value& capability)
{
    if (m_state == RunspacePoolState::Opened) return {}; // sent again to a client that connects to an open pool
    if (m_state != RunspacePoolState::Opening && m_state != RunspacePoolState::Connecting)
        return domain::fail(ErrorKind::Malformed, "open runspace pool", "SESSION_CAPABILITY after the end of the pool");
    DRYDOCK_TRY(const Versions theirs, versionsFrom(capability));
    const Versions& ours = m_options->versions;
    if (theirs.protocol.major != ours.protocol.major || theirs.powerShell.major != ours.powerShell.major ||
        theirs.serialization.major != ours.serialization.major)
        return domain::fail(ErrorKind::Fault, "open runspace pool",
                            "the server speaks protocol " + theirs.protocol.toString() + ", PowerShell " +
                                theirs.powerShell.toString() + ", serialization " + theirs.serialization.toString());
    m_negotiated = Versions{std::min(theirs.protocol, ours.protocol), std::min(theirs.powerShell, ours.powerShell),
                            std::min(theirs.serialization, ours.serialization)};
    return {};
}

// The answer to a client that connects to an open pool.
Result<void> ClientPool::connected(const Value& value)
{
    if (m_state != RunspacePoolState::Connecting || !m_negotiated)
        return domain::fail(ErrorKind::Malformed, "connect to runspace pool", "RUNSPACEPOOL_INIT_DATA out of turn");
    m_maximum = static_cast<int>(std::clamp<std::int64_t>(value["MaxRunspaces"].toInt().value_or(1), 1, 1000));
    m_state = RunspacePoolState::Opened;
    return {};
}

Result<void> ClientPool::changeState(const Value& value)
{
    const auto number = value["RunspaceState"].toInt();
    if (!value["ExceptionAsErrorRecord"].isNil()) m_reason = errorRecordFrom(value["ExceptionAsErrorRecord"]);
    if (number == static_cast<int>(RunspacePoolState::Opened)) {
        if (!m_negotiated)
            return domain::fail(ErrorKind::Malformed, "open runspace pool", "opened before SESSION_CAPABILITY");
        if (m_state != RunspacePoolState::Opening && m_state != RunspacePoolState::Opened) // protocol.md 2.5
            return domain::fail(ErrorKind::Malformed, "open runspace pool", "opened after its end");
        m_state = RunspacePoolState::Opened;
    } else if (number == static_cast<int>(RunspacePoolState::Closed)) {
        m_state = RunspacePoolState::Closed;
    } else if (number == static_cast<int>(RunspacePoolState::Broken)) {
        m_state = RunspacePoolState::Broken;
    } else {
        passOver("RUNSPACEPOOL_STATE that no server sends");
    }
    return {};
}

void ClientPool::passOver(std::string text)
{
    if (++m_passedOverCount <= limits::passedOver) m_passedOver.push_back(std::move(text) + " passed over");
}

std::vector<std::string> ClientPool::takePassedOver() { return std::exchange(m_passedOver, {}); }

Result<void> ClientPool::answer(const Value& value)
{
    const HostCall call = hostCallFrom(value);
    if (!call.wantsAnswer()) return {};
    if (++m_hostCalls > limits::hostCalls)
        return domain::fail(ErrorKind::LimitExceeded, "read runspace pool", "more questions than accepted");
    m_outgoing.push_back({"pr", packed(MessageType::RunspacePoolHostResponse, hostRefusal(call))});
    return {};
}

std::vector<Outgoing> ClientPool::takeOutgoing() { return std::exchange(m_outgoing, {}); }

void ClientPool::takeAvailability(const RunspaceAvailability& availability)
{
    if (availability.accepted && availability.callId == m_maximumAsked.first) m_maximum = m_maximumAsked.second;
    add(availability);
}

void ClientPool::add(PoolEvent event)
{
    if (m_events.size() < limits::poolEvents)
        m_events.push_back(std::move(event));
    else
        passOver("an event beyond those that are kept");
}

std::vector<PoolEvent> ClientPool::takeEvents() { return std::exchange(m_events, {}); }

Result<PoolRequest> ClientPool::request(MessageType type, const char* property, int runspaces)
{
    DRYDOCK_TRY_VOID(requireOpened());
    if (property != nullptr && runspaces < 1)
        return domain::fail(ErrorKind::Usage, toString(type), "a pool has one runspace or more");
    const auto callId = ++m_lastCall;
    const auto payload = property != nullptr ? poolRequest(property, runspaces, callId) : poolRequest(callId);
    return PoolRequest{packed(type, payload), callId};
}

Result<PoolRequest> ClientPool::setMinimumRunspaces(int runspaces)
{
    return request(MessageType::SetMinRunspaces, "MinRunspaces", runspaces);
}

Result<PoolRequest> ClientPool::setMaximumRunspaces(int runspaces)
{
    DRYDOCK_TRY(auto made, request(MessageType::SetMaxRunspaces, "MaxRunspaces", runspaces));
    m_maximumAsked = {made.callId, runspaces};
    return made;
}

Result<PoolRequest> ClientPool::getAvailableRunspaces()
{
    return request(MessageType::GetAvailableRunspaces, nullptr, 0);
}

Result<PoolRequest> ClientPool::resetRunspaceState()
{
    DRYDOCK_TRY_VOID(requireOpened());
    if (m_negotiated->protocol < Version{2, 3})
        return domain::fail(ErrorKind::Usage, "reset runspace", "protocol 2.3 is the first that has it");
    return request(MessageType::ResetRunspaceState, nullptr, 0);
}

Result<> ClientPool::requestSessionKey()
{
    DRYDOCK_TRY_VOID(requireOpened());
    return sendPublicKey();
}

// One key a session, however often the server asks.
Result<void> ClientPool::sendPublicKey()
{
    if (m_keyExchange) return {};
    DRYDOCK_TRY(m_keyExchange, KeyExchange::make());
    m_outgoing.push_back({"stdin", packed(MessageType::PublicKey, publicKey(m_keyExchange->publicKey()))});
    return {};
}

Result<void> ClientPool::takeSessionKey(const Value& value)
{
    if (!m_keyExchange || m_sessionKey)
        return (passOver("ENCRYPTED_SESSION_KEY that nobody asked for"), Result<void>{});
    DRYDOCK_TRY(m_sessionKey, m_keyExchange->open(value["EncryptedSessionKey"].display()));
    return {};
}

Result<domain::Secret> ClientPool::decrypt(const Value& secureString) const
{
    if (!m_sessionKey) return domain::fail(ErrorKind::Usage, "decrypt a string", "without the session key");
    return m_sessionKey->decrypt(secureString);
}

Result<std::vector<Command>> ClientPool::encrypted(const std::vector<Command>& commands) const
{
    auto made = commands;
    for (auto& command : made)
        for (auto& argument : command.arguments) {
            if (!argument.secret) continue;
            if (!m_sessionKey) return domain::fail(ErrorKind::Usage, command.name, "a secret without the session key");
            DRYDOCK_TRY(argument.value, m_sessionKey->encrypt(*argument.secret));
        }
    return made;
}

Result<void> ClientPool::requireOpened() const
{
    if (m_state == RunspacePoolState::Opened && m_negotiated) return {};
    return domain::fail(ErrorKind::ShellGone, "create pipeline", "the runspace pool is not open");
}

Result<ClientPipeline> ClientPool::createPipeline(const std::vector<Command>& commands)
{
    DRYDOCK_TRY_VOID(requireOpened());
    if (commands.empty()) return domain::fail(ErrorKind::Usage, "create pipeline", "without a command");
    DRYDOCK_TRY(const auto ready, encrypted(commands));
    return ClientPipeline(m_options, m_fragmenter, m_id, m_options->guids(), MessageType::CreatePipeline,
                          psrp::createPipeline(ready, m_negotiated->protocol));
}

Result<ClientPipeline> ClientPool::takeOverPipeline(const Guid& id)
{
    DRYDOCK_TRY_VOID(requireOpened());
    return ClientPipeline(m_options, m_fragmenter, m_id, id);
}

} // namespace drydock::psrp
