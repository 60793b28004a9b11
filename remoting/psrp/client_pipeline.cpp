// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/psrp/client_pipeline.h"

#include "remoting/clixml/writer.h"
#include "remoting/limits.h"

namespace drydock::psrp {

using clixml::Value;
using domain::ErrorKind;
using domain::Result;

namespace {

// Returns what a message that a pipeline expects is used for; nothing for any other.
std::optional<MessageStream::Use> useOf(MessageType type)
{
    switch (type) {
    case MessageType::PipelineOutput:
    case MessageType::ErrorRecord:
    case MessageType::DebugRecord:
    case MessageType::VerboseRecord:
    case MessageType::WarningRecord:
    case MessageType::InformationRecord:
        return MessageStream::Use::Kept;
    case MessageType::PipelineState:
    case MessageType::ProgressRecord:
    case MessageType::PipelineHostCall:
        return MessageStream::Use::Passing;
    default:
        return std::nullopt;
    }
}

// Early clients wrote identifiers with the bytes of their fields reversed, and servers echo what they received.
Guid swapped(const Guid& guid)
{
    std::string printed(guid.bytes.begin(), guid.bytes.end());
    return Guid::fromWire(printed);
}

} // namespace

ClientPipeline::ClientPipeline(std::shared_ptr<const ClientOptions> options, std::shared_ptr<Fragmenter> fragmenter,
                               Guid pool, Guid id, MessageType type, const Value& payload)
    : m_options(std::move(options)), m_fragmenter(std::move(fragmenter)), m_pool(pool), m_id(id),
      m_stream(Destination::Client, m_options->limits, m_options->memory)
{
    m_creation = cut(type, clixml::write(payload));
}

ClientPipeline::ClientPipeline(std::shared_ptr<const ClientOptions> options, std::shared_ptr<Fragmenter> fragmenter,
                               Guid pool, Guid id)
    : m_options(std::move(options)), m_fragmenter(std::move(fragmenter)), m_pool(pool), m_id(id),
      m_state(PipelineState::Running), m_stream(Destination::Client, m_options->limits, m_options->memory)
{
    resynchronise();
}

const std::vector<std::string>& ClientPipeline::creationFragments()
{
    if (m_state == PipelineState::NotStarted) m_state = PipelineState::Running;
    return m_creation;
}

std::vector<std::string> ClientPipeline::cut(MessageType type, const std::string& xml)
{
    return m_fragmenter->cut(encode(Message{Destination::Server, type, m_pool, m_id, xml}), m_options->fragmentBytes);
}

void ClientPipeline::passOver(std::string text, std::vector<PipelineEvent>& events)
{
    if (++m_passedOver <= limits::passedOver) events.emplace_back(PassedOverEvent{std::move(text) + " passed over"});
}

bool ClientPipeline::isOurs(const Message& message) const
{
    return message.pipeline == m_id || swapped(message.pipeline) == m_id;
}

Result<std::vector<PipelineEvent>> ClientPipeline::receive(std::string_view fragments)
{
    std::vector<PipelineEvent> events;
    DRYDOCK_TRY_VOID(m_stream.receive(fragments, [&](const Message& message) { return handle(message, events); }));
    return events;
}

Result<void> ClientPipeline::handle(const Message& message, std::vector<PipelineEvent>& events)
{
    const std::string name = toString(message.type);
    const auto use = useOf(message.type);
    std::string why;
    if (!isOurs(message))
        why = " of pipeline " + message.pipeline.toString();
    else if (!use)
        why = " in a pipeline";
    else if (isFinal(m_state))
        why = " after the pipeline's end";
    if (!why.empty()) return (passOver(name + why, events), Result<void>{});
    DRYDOCK_TRY(const Value value, m_stream.valueOf(message, *use));
    return emitEvent(message.type, value, events);
}

Result<void> ClientPipeline::emitEvent(MessageType type, const Value& value, std::vector<PipelineEvent>& events)
{
    const auto informational = [&](InformationalKind kind) {
        events.emplace_back(InformationalEvent{kind, informationalTextFrom(value), invocationInfoFrom(value)});
    };
    switch (type) {
    case MessageType::PipelineOutput:
        events.emplace_back(OutputEvent{value});
        break;
    case MessageType::ErrorRecord:
        m_hadErrors = true;
        events.emplace_back(ErrorEvent{errorRecordFrom(value)});
        break;
    case MessageType::DebugRecord:
        informational(InformationalKind::Debug);
        break;
    case MessageType::VerboseRecord:
        informational(InformationalKind::Verbose);
        break;
    case MessageType::WarningRecord:
        informational(InformationalKind::Warning);
        break;
    case MessageType::ProgressRecord:
        events.emplace_back(ProgressEvent{progressRecordFrom(value)});
        break;
    case MessageType::InformationRecord:
        events.emplace_back(InformationEvent{informationRecordFrom(value)});
        break;
    case MessageType::PipelineHostCall:
        return emitHostCall(value, events);
    case MessageType::PipelineState: {
        const auto number = value["PipelineState"].toInt();
        if (!number || *number < 0 || *number > 6) {
            passOver("PIPELINE_STATE without a state", events);
            break;
        }
        m_state = static_cast<PipelineState>(*number);
        StateEvent event{m_state, std::nullopt};
        if (!value["ExceptionAsErrorRecord"].isNil()) event.reason = errorRecordFrom(value["ExceptionAsErrorRecord"]);
        events.emplace_back(std::move(event));
        break;
    }
    default:
        break;
    }
    return {};
}

Result<void> ClientPipeline::emitHostCall(const Value& value, std::vector<PipelineEvent>& events)
{
    HostCallEvent event{hostCallFrom(value), {}};
    const bool question = event.call.wantsAnswer();
    if (question && ++m_hostCalls > limits::hostCalls)
        return domain::fail(ErrorKind::LimitExceeded, "read pipeline", "more questions than accepted");
    if (question) event.answer = cut(MessageType::PipelineHostResponse, clixml::write(hostRefusal(event.call)));
    events.emplace_back(std::move(event));
    return {};
}

} // namespace drydock::psrp
