// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The client's side of a runspace pool, without I/O: returns the bytes to send and reads the bytes received.
#pragma once

#include "model/domain/result.h"
#include "remoting/psrp/client_options.h"
#include "remoting/psrp/client_pipeline.h"
#include "remoting/psrp/command.h"
#include "remoting/psrp/message_stream.h"
#include "remoting/psrp/records.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace drydock::psrp {

class ClientPool
{
public:
    // `existing` is the id of a pool that another client has opened, and that connectXml() connects to.
    explicit ClientPool(ClientOptions options = {}, std::optional<Guid> existing = std::nullopt);

    [[nodiscard]] const Guid& id() const noexcept { return m_id; }
    [[nodiscard]] RunspacePoolState state() const noexcept { return m_state; }
    // The lower version of both ends; nothing until the server has sent its own.
    [[nodiscard]] const std::optional<Versions>& negotiated() const noexcept { return m_negotiated; }
    [[nodiscard]] const clixml::Value& applicationPrivateData() const noexcept { return m_privateData; }
    // Why the server closed or broke the pool; nothing if it gave no reason.
    [[nodiscard]] const std::optional<ErrorRecord>& reason() const noexcept { return m_reason; }

    // Returns the fragments of SESSION_CAPABILITY and INIT_RUNSPACEPOOL for the Create request, not yet in base64. The
    // state becomes Opening.
    [[nodiscard]] std::string creationXml();
    // Returns the fragments of SESSION_CAPABILITY and CONNECT_RUNSPACEPOOL for the Connect request. The state becomes
    // Connecting, and Opened by what receivePool() gets from its answer.
    [[nodiscard]] std::string connectXml();
    // Reads the bytes of the pool's Receive, or of the answer to Connect. Errors: Malformed and LimitExceeded; Fault
    // when the versions do not match. The pool is Broken after an error.
    [[nodiscard]] domain::Result<void> receivePool(std::string_view fragments);
    // Returns, and removes, the answers to host calls of the pool. Each is to be sent on stream "pr".
    [[nodiscard]] std::vector<std::string> takeAnswers();
    // Returns, and removes, a text for the log for each message that was passed over. The first ones of a pool are
    // reported (limits::passedOver).
    [[nodiscard]] std::vector<std::string> takePassedOver();

    // Errors: ShellGone when the pool is not Opened, since the server would never run the command; Usage without a
    // command.
    [[nodiscard]] domain::Result<ClientPipeline> createPipeline(const std::vector<Command>& commands);
    // Returns a pipeline that is running already, which another client has begun. The rest of a message whose beginning
    // went to that one is skipped. Error: ShellGone when the pool is not Opened.
    [[nodiscard]] domain::Result<ClientPipeline> takeOverPipeline(const Guid& id);

private:
    [[nodiscard]] domain::Result<void> requireOpened() const;
    [[nodiscard]] domain::Result<void> handle(const Message& message);
    [[nodiscard]] domain::Result<void> negotiate(const clixml::Value& capability);
    [[nodiscard]] domain::Result<void> connected();
    [[nodiscard]] domain::Result<void> changeState(const clixml::Value& value);
    [[nodiscard]] domain::Result<void> answer(const clixml::Value& call);
    void passOver(std::string text);
    [[nodiscard]] std::string packed(MessageType type, const clixml::Value& payload);

    std::shared_ptr<const ClientOptions> m_options;
    std::shared_ptr<Fragmenter> m_fragmenter = std::make_shared<Fragmenter>();
    Guid m_id;
    RunspacePoolState m_state = RunspacePoolState::BeforeOpen;
    MessageStream m_stream;
    std::optional<Versions> m_negotiated;
    clixml::Value m_privateData;
    std::optional<ErrorRecord> m_reason;
    std::vector<std::string> m_answers;
    std::vector<std::string> m_passedOver;
    std::size_t m_passedOverCount = 0;
    std::size_t m_hostCalls = 0;
};

} // namespace drydock::psrp
