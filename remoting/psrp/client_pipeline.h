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
    std::optional<InvocationInfo> invocation; // only where the server was asked for it
};
struct InformationEvent {
    InformationRecord record;
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
// A message that was passed over: of an unknown type, of another pipeline, or after the end. The first ones of a
// pipeline are reported (limits::passedOver).
struct PassedOverEvent {
    std::string text; // for the log
};
using PipelineEvent = std::variant<OutputEvent, ErrorEvent, InformationalEvent, InformationEvent, ProgressEvent,
                                   HostCallEvent, StateEvent, PassedOverEvent>;

class ClientPipeline
{
public:
    ClientPipeline(std::shared_ptr<const ClientOptions> options, std::shared_ptr<Fragmenter> fragmenter, Guid pool,
                   Guid id, MessageType type, const clixml::Value& payload);

    // A pipeline that is running already.
    ClientPipeline(std::shared_ptr<const ClientOptions> options, std::shared_ptr<Fragmenter> fragmenter, Guid pool,
                   Guid id);

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
    // Returns whether an object has begun and not ended. After a final state it is lost, and the output incomplete.
    [[nodiscard]] bool hasUnfinishedObject() const noexcept { return m_stream.hasUnfinished(); }
    // Returns a bound, in bytes, of what can be made of the output so far; see MessageStream::keptBytes().
    [[nodiscard]] std::size_t keptBytes() const noexcept { return m_stream.keptBytes(); }
    // To be held as long as the output is: only then does its memory count.
    [[nodiscard]] std::shared_ptr<const clixml::MemoryBudget> memory() const noexcept { return m_stream.budget(); }

private:
    [[nodiscard]] std::vector<std::string> cut(MessageType type, const std::string& xml);
    [[nodiscard]] domain::Result<void> handle(const Message& message, std::vector<PipelineEvent>& events);
    [[nodiscard]] bool isOurs(const Message& message) const;
    [[nodiscard]] domain::Result<void> emitEvent(MessageType type, const clixml::Value& value,
                                                 std::vector<PipelineEvent>& events);
    [[nodiscard]] domain::Result<void> emitHostCall(const clixml::Value& value, std::vector<PipelineEvent>& events);
    void passOver(std::string text, std::vector<PipelineEvent>& events);

    std::shared_ptr<const ClientOptions> m_options;
    std::shared_ptr<Fragmenter> m_fragmenter;
    Guid m_pool;
    Guid m_id;
    PipelineState m_state = PipelineState::NotStarted;
    std::vector<std::string> m_creation;
    MessageStream m_stream;
    std::size_t m_hostCalls = 0;
    std::size_t m_passedOver = 0;
    bool m_hadErrors = false;
};

} // namespace drydock::psrp
