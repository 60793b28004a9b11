// The client's side of a runspace pool, without I/O: bytes to send come out, bytes received go in.
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
    explicit ClientPool(ClientOptions options = {});

    [[nodiscard]] const Guid& id() const noexcept { return m_id; }
    [[nodiscard]] RunspacePoolState state() const noexcept { return m_state; }
    // The lower of both ends, once the server has told its own.
    [[nodiscard]] const std::optional<Versions>& negotiated() const noexcept { return m_negotiated; }
    [[nodiscard]] const clixml::Value& applicationPrivateData() const noexcept { return m_privateData; }
    // Why the pool is Broken or was Closed by the server, where it said so.
    [[nodiscard]] const std::optional<ErrorRecord>& reason() const noexcept { return m_reason; }

    // Fragments of SESSION_CAPABILITY and INIT_RUNSPACEPOOL, for the Create request: raw, the caller makes base64 of
    // them. The pool is Opening from here on.
    [[nodiscard]] std::string creationXml();
    // What the pool's Receive brought. Malformed and LimitExceeded break the pool; Fault: the versions do not fit.
    [[nodiscard]] domain::Result<void> receivePool(std::string_view fragments);
    // Answers to host calls on the pool, each to be sent on stream "pr".
    [[nodiscard]] std::vector<std::string> takeAnswers();

    // ShellGone where the pool is not Opened: a command sent earlier would hang on the server.
    [[nodiscard]] domain::Result<ClientPipeline> createPipeline(const std::vector<Command>& commands);

private:
    [[nodiscard]] domain::Result<void> requireOpened() const;
    [[nodiscard]] domain::Result<void> handle(const Message& message);
    [[nodiscard]] domain::Result<void> negotiate(const clixml::Value& capability);
    [[nodiscard]] domain::Result<void> changeState(const clixml::Value& value);
    void answer(const clixml::Value& call);
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
};

} // namespace drydock::psrp
