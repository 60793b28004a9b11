// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The server's side of a runspace pool, without I/O, as the lab needs it. It accepts other clients' variants
// (protocol.md 8).
#pragma once

#include "model/domain/result.h"
#include "remoting/psrp/message_stream.h"
#include "remoting/psrp/records.h"
#include "remoting/psrp/server_pipeline.h"
#include "remoting/psrp/versions.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::psrp {

class ServerPool
{
public:
    explicit ServerPool(ServerOptions options = {});

    // Reads the creationXml, the connectXml and the data of each Send to the pool. Errors: Malformed, LimitExceeded;
    // Fault when the client's PowerShell or serialization version does not match. The pool is Broken after an error.
    [[nodiscard]] domain::Result<void> receive(std::string_view fragments);
    // Returns, and removes, the fragments for the pool's Receive: one for each Stream element, in order.
    [[nodiscard]] std::vector<std::string> takeOutgoing();
    [[nodiscard]] bool hasOutgoing() const noexcept { return !m_outgoing.empty(); }

    [[nodiscard]] RunspacePoolState state() const noexcept { return m_state; }
    [[nodiscard]] const std::optional<Versions>& negotiated() const noexcept { return m_negotiated; }
    [[nodiscard]] int maximumRunspaces() const noexcept { return m_maximum; }

    // Returns a pipeline for a Command request, which reads the Arguments. It may outlive the pool.
    [[nodiscard]] ServerPipeline createPipeline();

    // Sends what a client that has connected to an open pool is told after the answer to its connectXml:
    // APPLICATION_PRIVATE_DATA and the state.
    void announce();
    // Asks the client for its public key, so that a session key can be agreed on.
    void requestPublicKey();
    void notify(const UserEvent& event);
    // Ends the pool from the server's side: sends RUNSPACEPOOL_STATE Closed, or Broken if there is a reason.
    void close(const std::optional<ErrorRecord>& reason = std::nullopt);

private:
    [[nodiscard]] domain::Result<void> handle(const Message& message);
    [[nodiscard]] domain::Result<void> negotiate(const clixml::Value& capability);
    [[nodiscard]] domain::Result<void> sendSessionKey(const clixml::Value& value);
    void open(const Message& message, const clixml::Value& value);
    void connect(const Message& message, const clixml::Value& value);
    void send(MessageType type, const clixml::Value& payload, const Guid& runspacePool);

    std::shared_ptr<ServerContext> m_context;
    MessageStream m_stream;
    RunspacePoolState m_state = RunspacePoolState::BeforeOpen;
    std::optional<Versions> m_negotiated;
    int m_minimum = 1;
    int m_maximum = 1;
    std::vector<std::string> m_outgoing;
};

} // namespace drydock::psrp
