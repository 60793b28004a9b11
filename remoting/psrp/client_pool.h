// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The client's side of a runspace pool, without I/O: returns the bytes to send and reads the bytes received.
#pragma once

#include "model/domain/result.h"
#include "remoting/psrp/client_options.h"
#include "remoting/psrp/client_pipeline.h"
#include "remoting/psrp/command.h"
#include "remoting/psrp/message_stream.h"
#include "remoting/psrp/payloads.h"
#include "remoting/psrp/records.h"
#include "remoting/psrp/session_key.h"

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace drydock::psrp {

// A fragment to be sent, and the stream for it: "stdin", or "pr" for the answer to a question.
struct Outgoing {
    const char* stream = "stdin";
    std::string fragment;
};
// A request to the pool. Its answer repeats the call id.
struct PoolRequest {
    std::string fragments;
    std::int64_t callId = 0;
};
using PoolEvent = std::variant<UserEvent, RunspaceAvailability>;

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
    // Returns, and removes, what is to be sent to the pool, in order: refusals of host calls, PUBLIC_KEY.
    [[nodiscard]] std::vector<Outgoing> takeOutgoing();
    // Returns, and removes, the events of the pool. Beyond limits::poolEvents they are passed over.
    [[nodiscard]] std::vector<PoolEvent> takeEvents();
    // Returns, and removes, a text for the log for each message that was passed over. The first ones of a pool are
    // reported (limits::passedOver).
    [[nodiscard]] std::vector<std::string> takePassedOver();

    // These return the bytes of a request to send on "stdin", and its call id, which the RunspaceAvailability that
    // answers it repeats. A server may leave out the answer when nothing changes. Errors: ShellGone when the pool is
    // not Opened; Usage for a number below 1, and for a reset below protocol 2.3.
    [[nodiscard]] domain::Result<PoolRequest> setMinimumRunspaces(int runspaces);
    [[nodiscard]] domain::Result<PoolRequest> setMaximumRunspaces(int runspaces);
    [[nodiscard]] domain::Result<PoolRequest> getAvailableRunspaces();
    [[nodiscard]] domain::Result<PoolRequest> resetRunspaceState();
    // How many pipelines the server runs at once.
    [[nodiscard]] int maximumRunspaces() const noexcept { return m_maximum; }

    // Asks for the session key, which the pool's Receive brings: takeOutgoing() has PUBLIC_KEY then. Without effect
    // once it was asked for. Errors: ShellGone when the pool is not Opened; Internal when this build has no library for
    // it.
    [[nodiscard]] domain::Result<> requestSessionKey();
    [[nodiscard]] bool hasSessionKey() const noexcept { return m_sessionKey.has_value(); }
    // Usage: without the session key.
    [[nodiscard]] domain::Result<domain::Secret> decrypt(const clixml::Value& secureString) const;

    // Errors: ShellGone when the pool is not Opened, since the server would never run the command; Usage without a
    // command, or for secrets without the session key.
    [[nodiscard]] domain::Result<ClientPipeline> createPipeline(const std::vector<Command>& commands);
    // Returns a pipeline that is running already, which another client has begun. The rest of a message whose beginning
    // went to that one is skipped. Error: ShellGone when the pool is not Opened.
    [[nodiscard]] domain::Result<ClientPipeline> takeOverPipeline(const Guid& id);

private:
    [[nodiscard]] domain::Result<void> requireOpened() const;
    [[nodiscard]] domain::Result<void> handle(const Message& message);
    [[nodiscard]] domain::Result<void> negotiate(const clixml::Value& capability);
    [[nodiscard]] domain::Result<void> connected(const clixml::Value& initData);
    [[nodiscard]] domain::Result<void> changeState(const clixml::Value& value);
    [[nodiscard]] domain::Result<void> answer(const clixml::Value& call);
    [[nodiscard]] domain::Result<PoolRequest> request(MessageType type, const char* property, int runspaces);
    [[nodiscard]] domain::Result<void> sendPublicKey();
    [[nodiscard]] domain::Result<void> takeSessionKey(const clixml::Value& value);
    [[nodiscard]] domain::Result<std::vector<Command>> encrypted(const std::vector<Command>& commands) const;
    void takeAvailability(const RunspaceAvailability& availability);
    void add(PoolEvent event);
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
    std::vector<Outgoing> m_outgoing;
    std::vector<PoolEvent> m_events;
    std::optional<KeyExchange> m_keyExchange;
    std::optional<SessionKey> m_sessionKey;
    std::int64_t m_lastCall = 0;
    int m_maximum;
    std::pair<std::int64_t, int> m_maximumAsked; // the last call that sets it, and the number
    std::vector<std::string> m_passedOver;
    std::size_t m_passedOverCount = 0;
    std::size_t m_hostCalls = 0;
};

} // namespace drydock::psrp
