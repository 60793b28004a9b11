// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The server's side of one pipeline, without I/O: reads the client's request and returns the bytes of the records.
#pragma once

#include "model/domain/result.h"
#include "remoting/psrp/command.h"
#include "remoting/psrp/command_metadata.h"
#include "remoting/psrp/message_stream.h"
#include "remoting/psrp/records.h"
#include "remoting/psrp/session_key.h"
#include "remoting/psrp/versions.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace drydock::psrp {

// The budget of all servers of the process.
[[nodiscard]] inline std::shared_ptr<clixml::MemoryBudget> serverMemory()
{
    static const auto budget = std::make_shared<clixml::MemoryBudget>(limits::totalMemory);
    return budget;
}

struct ServerOptions {
    Versions versions = {};
    clixml::Value privateData = {}; // APPLICATION_PRIVATE_DATA: Nil or a primitive dictionary
    std::size_t fragmentBytes = defaultFragmentBytes;
    MessageStream::Limits limits = {}; // of what a client sends to the pool, and to each pipeline
    std::shared_ptr<clixml::MemoryBudget> memory = serverMemory();
    // Called for each message that is ignored, with a text for the log.
    std::function<void(std::string_view)> notice = {};
};

// The state that a pool and its pipelines share.
struct ServerContext {
    ServerOptions options;
    Fragmenter fragmenter;
    Guid runspacePool;                    // as the client wrote it; echoed in whatever byte order that is
    std::optional<SessionKey> sessionKey; // once the client has asked for it
};

// A request that a session in no-language mode does not run. `record` is the reason to pass to finish().
struct Refusal {
    ErrorRecord record;
};
// monostate: not complete yet. A pipeline of cmdlets, GET_COMMAND_METADATA, or a request that is refused.
using PipelineRequest = std::variant<std::monostate, std::vector<Command>, MetadataRequest, Refusal>;

class ServerPipeline
{
public:
    explicit ServerPipeline(std::shared_ptr<ServerContext> context);

    // Reads the Arguments of the Command, then the data of each Send. Errors: Malformed, LimitExceeded.
    [[nodiscard]] domain::Result<void> receive(std::string_view fragments);
    [[nodiscard]] const PipelineRequest& request() const noexcept { return m_request; }
    // Returns whether the client sends no further input.
    [[nodiscard]] bool inputEnded() const noexcept { return m_inputEnded; }
    // Returns, and removes, the input objects received so far.
    [[nodiscard]] std::vector<clixml::Value> takeInput();
    [[nodiscard]] PipelineState state() const noexcept { return m_state; }

    // Usage: the client has not asked for the session key.
    [[nodiscard]] domain::Result<clixml::Value> encrypt(const domain::Secret& text) const;
    [[nodiscard]] domain::Result<domain::Secret> decrypt(const clixml::Value& secureString) const;

    // Each call sends one message. Calls after a final state have no effect.
    void output(const clixml::Value& value);
    void error(const ErrorRecord& record);
    void inform(InformationalKind kind, const std::string& text);
    void progress(const ProgressRecord& record);
    void finish(PipelineState state, const std::optional<ErrorRecord>& reason = std::nullopt);
    // Ends the pipeline as Stopped by its client, with the record that Windows gives.
    void stopped();

    // Returns, and removes, the fragments for this command's Receive: one for each Stream element, in order.
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

// Returns the commands of a CREATE_PIPELINE, or a Refusal for scripts.
[[nodiscard]] PipelineRequest pipelineRequestFrom(const clixml::Value& createPipeline);

} // namespace drydock::psrp
