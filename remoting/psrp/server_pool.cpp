// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/psrp/server_pool.h"

#include "remoting/clixml/writer.h"
#include "remoting/psrp/payloads.h"

#include <algorithm>

namespace drydock::psrp {

using clixml::Value;
using domain::ErrorKind;
using domain::Result;

ServerPool::ServerPool(ServerOptions options)
    : m_context(std::make_shared<ServerContext>()), m_stream(Destination::Server, options.limits, options.memory)
{
    m_context->options = std::move(options);
}

std::vector<std::string> ServerPool::takeOutgoing() { return std::exchange(m_outgoing, {}); }

ServerPipeline ServerPool::createPipeline() { return ServerPipeline(m_context); }

void ServerPool::send(MessageType type, const Value& payload, const Guid& runspacePool)
{
    const std::string message =
        encode(Message{Destination::Client, type, runspacePool, Guid{}, clixml::write(payload)}, true);
    for (std::string& fragment : m_context->fragmenter.cut(message, m_context->options.fragmentBytes))
        m_outgoing.push_back(std::move(fragment));
}

Result<void> ServerPool::receive(std::string_view fragments)
{
    auto result = m_stream.receive(fragments, [this](const Message& message) { return handle(message); });
    if (!result) m_state = RunspacePoolState::Broken;
    return result;
}

Result<void> ServerPool::handle(const Message& message)
{
    DRYDOCK_TRY(const Value value, m_stream.valueOf(message, MessageStream::Use::Passing));
    const auto available = [&](const Value& response) {
        send(MessageType::RunspaceAvailability, runspaceAvailability(response, value["ci"].toInt().value_or(0)),
             m_context->runspacePool);
    };
    switch (message.type) {
    case MessageType::SessionCapability:
        return negotiate(value);
    case MessageType::InitRunspacePool:
        open(message, value);
        break;
    case MessageType::ConnectRunspacePool:
        connect(message, value);
        break;
    case MessageType::GetAvailableRunspaces:
        available(Value::int64(m_maximum));
        break;
    case MessageType::SetMaxRunspaces:
        m_maximum =
            static_cast<int>(std::clamp<std::int64_t>(value["MaxRunspaces"].toInt().value_or(m_maximum), 1, 1000));
        available(Value::boolean(true));
        break;
    case MessageType::SetMinRunspaces:
        m_minimum =
            static_cast<int>(std::clamp<std::int64_t>(value["MinRunspaces"].toInt().value_or(m_minimum), 1, 1000));
        available(Value::boolean(true));
        break;
    case MessageType::ResetRunspaceState:
        available(Value::boolean(true));
        break;
    case MessageType::PublicKey:
        return sendSessionKey(value);
    default:
        if (m_context->options.notice) m_context->options.notice(toString(message.type) + " passed over in a pool");
    }
    return {};
}

Result<void> ServerPool::negotiate(const Value& capability)
{
    DRYDOCK_TRY(const Versions theirs, versionsFrom(capability));
    const Versions& ours = m_context->options.versions;
    const auto tooNew = [](Version their, Version our) { return their.major != our.major || their.minor > our.minor; };
    if (theirs.protocol.major != ours.protocol.major || tooNew(theirs.powerShell, ours.powerShell) ||
        tooNew(theirs.serialization, ours.serialization))
        return domain::fail(ErrorKind::Fault, "open runspace pool",
                            "the client speaks protocol " + theirs.protocol.toString() + ", PowerShell " +
                                theirs.powerShell.toString() + ", serialization " + theirs.serialization.toString());
    Versions answer = ours;
    answer.protocol = std::min(theirs.protocol, ours.protocol);
    m_negotiated = answer;
    send(MessageType::SessionCapability, sessionCapability(answer), Guid{}); // Windows leaves the pool's id empty here
    return {};
}

// Windows leaves the pool's id empty here too.
Result<void> ServerPool::sendSessionKey(const Value& value)
{
    if (!m_context->sessionKey) {
        DRYDOCK_TRY(m_context->sessionKey, SessionKey::make());
    }
    DRYDOCK_TRY(auto sealed, m_context->sessionKey->sealedFor(value["PublicKey"].display()));
    send(MessageType::EncryptedSessionKey, encryptedSessionKey(std::move(sealed)), Guid{});
    return {};
}

void ServerPool::requestPublicKey() { send(MessageType::PublicKeyRequest, Value::string({}), m_context->runspacePool); }

void ServerPool::notify(const UserEvent& event)
{
    send(MessageType::UserEvent, toValue(event), m_context->runspacePool);
}

void ServerPool::open(const Message& message, const Value& value)
{
    m_context->runspacePool = message.runspacePool;
    m_minimum = static_cast<int>(std::clamp<std::int64_t>(value["MinRunspaces"].toInt().value_or(1), 1, 1000));
    m_maximum = static_cast<int>(std::clamp<std::int64_t>(value["MaxRunspaces"].toInt().value_or(1), 1, 1000));
    m_state = RunspacePoolState::Opened;
    announce();
}

void ServerPool::connect(const Message& message, const Value& value)
{
    m_minimum = static_cast<int>(std::clamp<std::int64_t>(value["MinRunspaces"].toInt().value_or(m_minimum), 1, 1000));
    m_maximum = static_cast<int>(std::clamp<std::int64_t>(value["MaxRunspaces"].toInt().value_or(m_maximum), 1, 1000));
    send(MessageType::RunspacePoolInitData, runspacePoolInitData(m_minimum, m_maximum), message.runspacePool);
}

void ServerPool::announce()
{
    send(MessageType::ApplicationPrivateData, applicationPrivateData(m_context->options.privateData),
         m_context->runspacePool);
    send(MessageType::RunspacePoolState, runspacePoolState(m_state, std::nullopt), m_context->runspacePool);
}

void ServerPool::close(const std::optional<ErrorRecord>& reason)
{
    m_state = reason ? RunspacePoolState::Broken : RunspacePoolState::Closed;
    send(MessageType::RunspacePoolState, runspacePoolState(m_state, reason), m_context->runspacePool);
}

} // namespace drydock::psrp
