// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The WS-Management operations of one shell over several connections: each Receive on one of its own, everything else
// in order on another.
#pragma once

#include "model/domain/result.h"
#include "model/domain/time.h"
#include "remoting/http/http_connection.h"
#include "remoting/session/shell_endpoint.h"
#include "remoting/session/shell_setup.h"
#include "remoting/wsman/response.h"

#include <QObject>
#include <QPointer>

#include <deque>
#include <functional>
#include <optional>
#include <string>

namespace drydock::session {

// The `what` of the error of an answer that belongs to another request. Its connection is dropped, and the request may
// be repeated if that is safe.
inline constexpr const char* mismatch = "match response to request";

// Lives on one thread and is only called there. Deleting it ends both connections, and no answer is called any more.
class WsmanShellClient : public QObject
{
    Q_OBJECT
public:
    // A fault is a value here. Errors: those of HttpConnection; Malformed for an answer that is not an envelope or
    // belongs to another request, LimitExceeded for one beyond the limits of wsman::xml. The connection is dropped
    // after either.
    using Answer = std::function<void(domain::Result<wsman::Response>)>;

    WsmanShellClient(const ShellEndpoint& endpoint, domain::Secret password, const ShellSetup& setup,
                     QObject* parent = nullptr);

    // Each function below sends one request and calls `answer` once, unless `context` has been deleted by then.
    void create(std::string shellId, std::string creationXml, QObject* context, Answer answer);
    void command(std::string commandId, std::string firstFragment, QObject* context, Answer answer);
    void send(std::string stream, std::string commandId, std::string fragments, QObject* context, Answer answer);
    // An empty id receives from the runspace pool. Each command, and the pool, may have one Receive in flight; a second
    // one fails with Usage.
    void receive(std::string commandId, QObject* context, Answer answer);
    void signal(std::string commandId, std::string_view code, QObject* context, Answer answer);
    // Sends a Get of the shell, which a server answers with a fault if the shell does not exist.
    void isAlive(QObject* context, Answer answer);
    void deleteShell(QObject* context, Answer answer);
    // Takes up a shell of this client that was disconnected. Commands go on, and Receives bring what they said.
    void reconnect(QObject* context, Answer answer);

    void setShellId(std::string shellId) { m_shellId = std::move(shellId); }
    // The server has certainly not made the shell.
    void forgetShell();
    // The server has made the shell under another id than was asked for.
    void renameShell(const std::string& shellId);
    [[nodiscard]] const std::string& shellId() const noexcept { return m_shellId; }
    void setMaxEnvelopeSize(int bytes) { m_maxEnvelopeSize = bytes; }
    [[nodiscard]] int maxEnvelopeSize() const noexcept { return m_maxEnvelopeSize; }
    // Returns how many bytes of a stream fit into one Send for a command (protocol.md 1.12).
    [[nodiscard]] std::size_t roomInSend() const;

    // Ends the Receive in flight for that command, or for the pool, which is answered with Cancelled, and its
    // connection.
    void abortReceive(const std::string& commandId);
    // Answers requests in flight with Cancelled, and drops waiting ones without an answer.
    void abort();
    // Returns the envelope that deletes a shell, for a ShellDeleter to send when this object no longer exists.
    [[nodiscard]] std::string deleteRequest(const std::string& shellId) const;
    // Where the shells of this client are, for the ledger.
    [[nodiscard]] ShellPlace place() const;
    // Returns the time by the server's clock when it last answered; empty if it has not told it.
    [[nodiscard]] std::optional<domain::Time> serverTime() const noexcept { return m_serverTime; }
    [[nodiscard]] http::HttpConnectionOptions connectionOptions() const { return m_options.clone(); }

private:
    struct Call {
        wsman::Request request;
        QPointer<QObject> context;
        Answer answer;
    };

    [[nodiscard]] wsman::Request make(wsman::Operation operation, wsman::RequestBody body,
                                      Milliseconds operationTimeout) const;
    void enqueue(wsman::Request request, QObject* context, Answer answer);
    void next();
    [[nodiscard]] http::HttpConnection& connectionFor(const std::string& commandId);
    void noteCredentials(const wsman::Response& response);
    void post(http::HttpConnection& connection, Call call, std::function<void()> after);

    http::HttpConnectionOptions m_options;
    const Timeouts m_timeouts;
    const WireTap m_tap;
    const std::shared_ptr<ShellLedger> m_ledger;
    const std::string m_to, m_resourceUri, m_sessionId;
    std::string m_shellId;
    int m_maxEnvelopeSize;
    http::HttpConnection m_controlConnection;
    struct ReceiveConnection {
        std::unique_ptr<http::HttpConnection> connection;
        std::string commandId; // of its last Receive
    };
    std::vector<ReceiveConnection> m_receiveConnections; // as many as there were Receives at once
    std::optional<domain::Time> m_serverTime;
    std::deque<Call> m_waiting;
    bool m_controlBusy = false;
};

} // namespace drydock::session
