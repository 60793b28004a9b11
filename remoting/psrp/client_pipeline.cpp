// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/psrp/client_pipeline.h"

#include "remoting/clixml/writer.h"

namespace drydock::psrp {

using clixml::Value;
using domain::ErrorKind;
using domain::Result;

namespace {

bool carriesData(MessageType type)
{
    switch (type) {
    case MessageType::PipelineOutput:
    case MessageType::ErrorRecord:
    case MessageType::PipelineState:
    case MessageType::DebugRecord:
    case MessageType::VerboseRecord:
    case MessageType::WarningRecord:
    case MessageType::ProgressRecord:
    case MessageType::InformationRecord:
    case MessageType::PipelineHostCall:
        return true;
    default:
        return false;
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
      m_stream(Destination::Client, m_options->fragments)
{
    m_creation = cut(type, clixml::write(payload));
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

void ClientPipeline::notice(const std::string& text) const
{
    if (m_options->notice) m_options->notice(text);
}

bool ClientPipeline::isOurs(const Message& message) const
{
    return message.pipeline == m_id || swapped(message.pipeline) == m_id;
}

Result<std::vector<PipelineEvent>> ClientPipeline::receive(std::string_view fragments)
{
    m_bytes += fragments.size();
    if (m_bytes > m_options->pipelineBytes)
        return domain::fail(ErrorKind::LimitExceeded, "read pipeline", "more output than accepted");
    std::vector<PipelineEvent> events;
    DRYDOCK_TRY_VOID(m_stream.receive(fragments, [&](const Message& message) { return handle(message, events); }));
    return events;
}

Result<void> ClientPipeline::handle(const Message& message, std::vector<PipelineEvent>& events)
{
    const std::string name = toString(message.type);
    if (!isOurs(message))
        return (notice(name + " of pipeline " + message.pipeline.toString() + " passed over"), Result<void>{});
    if (!carriesData(message.type)) return (notice(name + " passed over in a pipeline"), Result<void>{});
    if (isFinal(m_state)) return (notice(name + " after the pipeline's end passed over"), Result<void>{});
    if (++m_objects > m_options->pipelineObjects)
        return domain::fail(ErrorKind::LimitExceeded, "read pipeline", "more objects than accepted");
    DRYDOCK_TRY(const Value value, valueOf(message, m_options->xml));
    emitEvent(message.type, value, events);
    return {};
}

void ClientPipeline::emitEvent(MessageType type, const Value& value, std::vector<PipelineEvent>& events)
{
    switch (type) {
    case MessageType::PipelineOutput:
        events.emplace_back(OutputEvent{value});
        break;
    case MessageType::ErrorRecord:
        m_hadErrors = true;
        events.emplace_back(ErrorEvent{errorRecordFrom(value)});
        break;
    case MessageType::DebugRecord:
        events.emplace_back(InformationalEvent{InformationalKind::Debug, informationalTextFrom(value)});
        break;
    case MessageType::VerboseRecord:
        events.emplace_back(InformationalEvent{InformationalKind::Verbose, informationalTextFrom(value)});
        break;
    case MessageType::WarningRecord:
        events.emplace_back(InformationalEvent{InformationalKind::Warning, informationalTextFrom(value)});
        break;
    case MessageType::ProgressRecord:
        events.emplace_back(ProgressEvent{progressRecordFrom(value)});
        break;
    case MessageType::InformationRecord:
        events.emplace_back(InformationEvent{value});
        break;
    case MessageType::PipelineHostCall: {
        HostCallEvent event{hostCallFrom(value), {}};
        if (event.call.wantsAnswer())
            event.answer = cut(MessageType::PipelineHostResponse, clixml::write(hostRefusal(event.call)));
        events.emplace_back(std::move(event));
        break;
    }
    case MessageType::PipelineState: {
        const auto number = value["PipelineState"].toInt();
        if (!number || *number < 0 || *number > 6) return notice("PIPELINE_STATE without a state passed over");
        m_state = static_cast<PipelineState>(*number);
        StateEvent event{m_state, std::nullopt};
        if (!value["ExceptionAsErrorRecord"].isNil()) event.reason = errorRecordFrom(value["ExceptionAsErrorRecord"]);
        events.emplace_back(std::move(event));
        break;
    }
    default:
        break;
    }
}

} // namespace drydock::psrp
