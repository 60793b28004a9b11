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

ClientPool::ClientPool(ClientOptions options, std::optional<Guid> existing)
    : m_options(std::make_shared<const ClientOptions>(std::move(options))),
      m_id(existing ? *existing : m_options->guids()),
      m_stream(Destination::Client, m_options->limits, m_options->memory)
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
    using Use = MessageStream::Use;
    const bool kept = message.type == MessageType::ApplicationPrivateData;
    const bool wanted =
        kept || message.type == MessageType::SessionCapability || message.type == MessageType::RunspacePoolState ||
        message.type == MessageType::RunspacePoolInitData || message.type == MessageType::RunspacePoolHostCall;
    if (!wanted) return (passOver(toString(message.type) + " in a pool"), Result<void>{});
    DRYDOCK_TRY(const Value value, m_stream.valueOf(message, kept ? Use::Kept : Use::Passing));
    switch (message.type) {
    case MessageType::SessionCapability:
        return negotiate(value);
    case MessageType::RunspacePoolState:
        return changeState(value);
    case MessageType::RunspacePoolInitData:
        return connected();
    case MessageType::ApplicationPrivateData:
        m_privateData = value["ApplicationPrivateData"];
        return {};
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
Result<void> ClientPool::connected()
{
    if (m_state != RunspacePoolState::Connecting || !m_negotiated)
        return domain::fail(ErrorKind::Malformed, "connect to runspace pool", "RUNSPACEPOOL_INIT_DATA out of turn");
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
    m_answers.push_back(packed(MessageType::RunspacePoolHostResponse, hostRefusal(call)));
    return {};
}

std::vector<std::string> ClientPool::takeAnswers() { return std::exchange(m_answers, {}); }

Result<void> ClientPool::requireOpened() const
{
    if (m_state == RunspacePoolState::Opened && m_negotiated) return {};
    return domain::fail(ErrorKind::ShellGone, "create pipeline", "the runspace pool is not open");
}

Result<ClientPipeline> ClientPool::createPipeline(const std::vector<Command>& commands)
{
    DRYDOCK_TRY_VOID(requireOpened());
    if (commands.empty()) return domain::fail(ErrorKind::Usage, "create pipeline", "without a command");
    return ClientPipeline(m_options, m_fragmenter, m_id, m_options->guids(), MessageType::CreatePipeline,
                          psrp::createPipeline(commands, m_negotiated->protocol));
}

Result<ClientPipeline> ClientPool::takeOverPipeline(const Guid& id)
{
    DRYDOCK_TRY_VOID(requireOpened());
    return ClientPipeline(m_options, m_fragmenter, m_id, id);
}

} // namespace drydock::psrp
