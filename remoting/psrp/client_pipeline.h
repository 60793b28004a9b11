// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The client's side of one pipeline, without I/O: returns the bytes that start it and reads what the server sends.
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
    ErrorRecord record; // a non-terminating error; a terminating one comes with the StateEvent
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
    std::vector<std::string> answer; // fragments to send on stream "pr" at once; empty when the call wants no answer
};
struct StateEvent {
    PipelineState state;
    std::optional<ErrorRecord> reason; // why the state is Failed or Stopped
};
using PipelineEvent = std::variant<OutputEvent, ErrorEvent, InformationalEvent, InformationEvent, ProgressEvent,
                                   HostCallEvent, StateEvent>;

class ClientPipeline
{
public:
    ClientPipeline(std::shared_ptr<const ClientOptions> options, std::shared_ptr<Fragmenter> fragmenter, Guid pool,
                   Guid id, MessageType type, const clixml::Value& payload);

    // The CommandId, which WS-Management writes in upper case.
    [[nodiscard]] const Guid& id() const noexcept { return m_id; }
    [[nodiscard]] PipelineState state() const noexcept { return m_state; }
    // Returns whether an ERROR_RECORD was received. A pipeline that Completed with errors "succeeded with errors".
    [[nodiscard]] bool hadErrors() const noexcept { return m_hadErrors; }

    // Returns the fragments that start the pipeline. The first belongs into the Command request; Send carries the
    // others, in order. The state becomes Running.
    [[nodiscard]] const std::vector<std::string>& creationFragments();

    // Returns the events in the bytes of a Receive, in order. Errors: Malformed, LimitExceeded. The pipeline cannot be
    // read any further after an error.
    [[nodiscard]] domain::Result<std::vector<PipelineEvent>> receive(std::string_view fragments);
    // To be called when the Receive was posted again on a new connection. The rest of a message whose beginning was
    // lost is skipped.
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
