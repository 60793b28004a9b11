// The client's side of one pipeline, without I/O: what to send to start it, and what it tells.
#pragma once

#include "model/domain/result.h"
#include "remoting/psrp/client_options.h"
#include "remoting/psrp/message_stream.h"
#include "remoting/psrp/payloads.h"
#include "remoting/psrp/records.h"

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace drydock::psrp {

struct OutputEvent {
    clixml::Value value;
};
struct ErrorEvent {
    ErrorRecord record; // the pipeline goes on; what ends it comes with a StateEvent
};
struct InformationalEvent {
    InformationalKind kind;
    std::string text;
};
struct InformationEvent {
    clixml::Value value; // MessageData, Source, Tags …
};
struct ProgressEvent {
    ProgressRecord record;
};
struct HostCallEvent {
    HostCall call;
    std::vector<std::string> answer; // fragments to send on stream "pr" now; empty where none is wanted
};
struct StateEvent {
    PipelineState state;
    std::optional<ErrorRecord> reason; // of Failed and Stopped
};
using PipelineEvent = std::variant<OutputEvent, ErrorEvent, InformationalEvent, InformationEvent, ProgressEvent,
                                   HostCallEvent, StateEvent>;

class ClientPipeline
{
public:
    ClientPipeline(std::shared_ptr<const ClientOptions> options, std::shared_ptr<Fragmenter> fragmenter, Guid pool,
                   Guid id, MessageType type, const clixml::Value& payload);

    // The CommandId, in upper case on the wire of WS-Management.
    [[nodiscard]] const Guid& id() const noexcept { return m_id; }
    [[nodiscard]] PipelineState state() const noexcept { return m_state; }
    // Whether ERROR_RECORDs came: a pipeline that Completed with them "succeeded with errors".
    [[nodiscard]] bool hadErrors() const noexcept { return m_hadErrors; }

    // The first belongs into the Command request, the others follow by Send, in order. The pipeline is Running from
    // here on.
    [[nodiscard]] const std::vector<std::string>& creationFragments();

    // What its Receive brought, in order. Malformed, LimitExceeded: the stream is of no more use.
    [[nodiscard]] domain::Result<std::vector<PipelineEvent>> receive(std::string_view fragments);
    // The Receive was posted again on a new connection: pieces of messages whose beginning is lost are passed over.
    void resynchronise() { m_stream.resynchronise(); }

private:
    [[nodiscard]] std::vector<std::string> cut(MessageType type, const std::string& xml);
    [[nodiscard]] domain::Result<void> handle(const Message& message, std::vector<PipelineEvent>& events);
    [[nodiscard]] bool isOurs(const Message& message) const;
    void emitEvent(MessageType type, const clixml::Value& value, std::vector<PipelineEvent>& events);
    void notice(const std::string& text) const;

    std::shared_ptr<const ClientOptions> m_options;
    std::shared_ptr<Fragmenter> m_fragmenter;
    Guid m_pool;
    Guid m_id;
    PipelineState m_state = PipelineState::NotStarted;
    std::vector<std::string> m_creation;
    MessageStream m_stream;
    std::size_t m_bytes = 0;
    std::size_t m_objects = 0;
    bool m_hadErrors = false;
};

} // namespace drydock::psrp
