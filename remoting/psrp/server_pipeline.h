// The server's side of one pipeline, without I/O: what the client asks for, and the records it is told.
#pragma once

#include "model/domain/result.h"
#include "remoting/clixml/limits.h"
#include "remoting/psrp/command.h"
#include "remoting/psrp/command_metadata.h"
#include "remoting/psrp/message_stream.h"
#include "remoting/psrp/records.h"
#include "remoting/psrp/versions.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace drydock::psrp {

struct ServerOptions {
    Versions versions = {};
    clixml::Value privateData = {}; // APPLICATION_PRIVATE_DATA: Nil or a primitive dictionary
    std::size_t fragmentBytes = kFragmentBytes;
    FragmentLimits fragments = {};
    clixml::Limits xml = {};
    std::function<void(std::string_view)> notice = {}; // what was passed over
};

// What a pool and its pipelines share.
struct ServerContext {
    ServerOptions options;
    Fragmenter fragmenter;
    Guid runspacePool; // as the client wrote it: echoed, whatever its byte order
};

// What a session in no-language mode does not run; tell it with `finish`.
struct Refusal {
    ErrorRecord record;
};
// Nothing yet | a pipeline of cmdlets | GET_COMMAND_METADATA | something that is not granted.
using PipelineRequest = std::variant<std::monostate, std::vector<Command>, MetadataRequest, Refusal>;

class ServerPipeline
{
public:
    explicit ServerPipeline(std::shared_ptr<ServerContext> context);

    // The Command's Arguments, then what is sent to the command. Malformed, LimitExceeded.
    [[nodiscard]] domain::Result<void> receive(std::string_view fragments);
    [[nodiscard]] const PipelineRequest& request() const noexcept { return m_request; }
    // Whether the client sends no (more) input.
    [[nodiscard]] bool inputEnded() const noexcept { return m_inputEnded; }
    [[nodiscard]] std::vector<clixml::Value> takeInput();
    [[nodiscard]] PipelineState state() const noexcept { return m_state; }

    // Each becomes one message; nothing is told after a final state.
    void output(const clixml::Value& value);
    void error(const ErrorRecord& record);
    void inform(InformationalKind kind, const std::string& text);
    void progress(const ProgressRecord& record);
    void finish(PipelineState state, const std::optional<ErrorRecord>& reason = std::nullopt);
    // The pipeline was stopped by its client: Stopped, with the record Windows gives.
    void stopped();

    // Fragments to deliver on this command's Receive: one a Stream element, in order.
    [[nodiscard]] std::vector<std::string> takeOutgoing();
    [[nodiscard]] bool hasOutgoing() const noexcept { return !m_outgoing.empty(); }

private:
    [[nodiscard]] domain::Result<void> handle(const Message& message);
    void send(MessageType type, const clixml::Value& payload);

    std::shared_ptr<ServerContext> m_context;
    MessageStream m_stream;
    Guid m_id; // as the client wrote it
    PipelineRequest m_request;
    PipelineState m_state = PipelineState::NotStarted;
    bool m_inputEnded = false;
    std::vector<clixml::Value> m_input;
    std::vector<std::string> m_outgoing;
};

// The commands of a CREATE_PIPELINE, or why they are not run: scripts are refused.
[[nodiscard]] PipelineRequest pipelineRequestFrom(const clixml::Value& createPipeline);

} // namespace drydock::psrp
