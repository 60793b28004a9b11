// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/psrp/server_pipeline.h"

#include "remoting/clixml/writer.h"
#include "remoting/psrp/engine_errors.h"
#include "remoting/psrp/payloads.h"

#include <utility>

namespace drydock::psrp {

using clixml::Value;
using domain::Result;

namespace {

// Some clients write a parameter as "-Identity:" and others as "Identity".
std::string parameterName(const Value& value)
{
    std::string_view name = value.display();
    if (name.starts_with('-')) name.remove_prefix(1);
    if (name.ends_with(':')) name.remove_suffix(1);
    return std::string(name);
}

Command commandFrom(const Value& value)
{
    Command command;
    command.name = value["Cmd"].display();
    for (const Value& argument : value["Args"].items())
        command.with(parameterName(argument["N"]), argument["V"]);
    return command;
}

} // namespace

PipelineRequest pipelineRequestFrom(const Value& createPipeline)
{
    const Value& powerShell = createPipeline["PowerShell"];
    std::vector<Command> commands;
    if (powerShell["ExtraCmds"].items().size() > 1) return Refusal{scriptsNotAllowed()}; // several statements
    for (const Value& value : powerShell["Cmds"].items()) {
        if (value["IsScript"].toBool().value_or(false)) return Refusal{scriptsNotAllowed()};
        commands.push_back(commandFrom(value));
    }
    if (commands.empty()) return Refusal{commandNotFound("")};
    return commands;
}

ServerPipeline::ServerPipeline(std::shared_ptr<ServerContext> context)
    : m_context(std::move(context)), m_stream(Destination::Server, m_context->options.limits, m_context->options.memory)
{
}

Result<void> ServerPipeline::receive(std::string_view fragments)
{
    return m_stream.receive(fragments, [this](const Message& message) { return handle(message); });
}

Result<void> ServerPipeline::handle(const Message& message)
{
    DRYDOCK_TRY(const Value value, m_stream.valueOf(message, MessageStream::Use::Kept));
    switch (message.type) {
    case MessageType::CreatePipeline:
        m_id = message.pipeline;
        m_inputEnded = value["NoInput"].toBool().value_or(true);
        m_request = pipelineRequestFrom(value);
        m_state = PipelineState::Running;
        break;
    case MessageType::GetCommandMetadata:
        m_id = message.pipeline;
        m_inputEnded = true;
        m_request = metadataRequestFrom(value);
        m_state = PipelineState::Running;
        break;
    case MessageType::PipelineInput:
        m_input.push_back(value);
        break;
    case MessageType::EndOfPipelineInput:
        m_inputEnded = true;
        break;
    default:
        if (m_context->options.notice) m_context->options.notice(toString(message.type) + " passed over in a pipeline");
    }
    return {};
}

Result<Value> ServerPipeline::encrypt(const domain::Secret& text) const
{
    if (m_context->sessionKey) return m_context->sessionKey->encrypt(text);
    return domain::fail(domain::ErrorKind::Usage, "encrypt a string", "without the session key");
}

Result<domain::Secret> ServerPipeline::decrypt(const Value& secureString) const
{
    if (m_context->sessionKey) return m_context->sessionKey->decrypt(secureString);
    return domain::fail(domain::ErrorKind::Usage, "decrypt a string", "without the session key");
}

std::vector<Value> ServerPipeline::takeInput() { return std::exchange(m_input, {}); }

std::vector<std::string> ServerPipeline::takeOutgoing() { return std::exchange(m_outgoing, {}); }

void ServerPipeline::send(MessageType type, const Value& payload)
{
    if (isFinal(m_state)) return;
    const std::string message =
        encode(Message{Destination::Client, type, m_context->runspacePool, m_id, clixml::write(payload)}, true);
    for (std::string& fragment : m_context->fragmenter.cut(message, m_context->options.fragmentBytes))
        m_outgoing.push_back(std::move(fragment));
}

void ServerPipeline::output(const Value& value) { send(MessageType::PipelineOutput, value); }

void ServerPipeline::error(const ErrorRecord& record) { send(MessageType::ErrorRecord, toValue(record)); }

void ServerPipeline::inform(InformationalKind kind, const std::string& text)
{
    const MessageType type = kind == InformationalKind::Debug     ? MessageType::DebugRecord
                             : kind == InformationalKind::Verbose ? MessageType::VerboseRecord
                                                                  : MessageType::WarningRecord;
    send(type, informational(kind, text));
}

void ServerPipeline::progress(const ProgressRecord& record) { send(MessageType::ProgressRecord, toValue(record)); }

void ServerPipeline::finish(PipelineState state, const std::optional<ErrorRecord>& reason)
{
    send(MessageType::PipelineState, pipelineState(state, reason));
    if (!isFinal(m_state)) m_state = state;
}

void ServerPipeline::stopped() { finish(PipelineState::Stopped, pipelineStopped()); }

} // namespace drydock::psrp
