// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A client's connection to one server: authenticated, with one request at a time, each sent at most once, its answer
// limited in size and time.
#pragma once

#include "model/domain/result.h"
#include "remoting/auth/security_context.h"
#include "remoting/http/http_connection_options.h"
#include "remoting/http/message.h"
#include "remoting/http/reader.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

QT_FORWARD_DECLARE_CLASS(QTcpSocket)

namespace drydock::http {

// The object lives on the thread that made it, and is only called there.
class HttpConnection : public QObject
{
    Q_OBJECT
public:
    using Answer = std::function<void(domain::Result<Response>)>;

    // The connection is opened by the first request.
    explicit HttpConnection(HttpConnectionOptions options, QObject* parent = nullptr);
    // Ends the connection. The answer of a request in flight is not called any more.
    ~HttpConnection() override;

    // Sends the request and calls `answer` once, after this function has returned, with an answer that carries an
    // envelope (see accept()) or with an error:
    // BadAddress, Unreachable, TlsFailed, those of certificates (tls.h), ConnectionLost: nothing was sent;
    // OutcomeUnknown, TimedOut: the request was or may have been sent, and no answer came;
    // NotAuthenticated, NotPermitted, NotWsMan, HttpStatus, Malformed, LimitExceeded: the answer cannot be used;
    // NotAuthenticated also when this build does not implement the scheme, or when the credentials were refused before
    // (auth::CredentialHistory), before anything is sent;
    // those of auth::Logon::begin(), and ServerNotProven: the authentication failed, and nothing was sent;
    // ServerNotProven also for an answer in a sealed session that is not sealed or was changed; OutcomeUnknown for a
    // refusal there (401, 403, 503 …) that is not sealed;
    // Cancelled: abort() was called;
    // Usage: a request is in flight already.
    // Nothing is sent twice: a kept connection that turns out dead is replaced only while no byte of the request has
    // been sent, and over TLS one whose authentication the server has lost (401, which refuses the request unread) is
    // replaced once. Kerberos and Negotiate seal the bodies where there is no TLS (protocol.md 4).
    void post(Request request, Answer answer);
    // Ends the connection. A request in flight is answered with Cancelled.
    void abort();

    [[nodiscard]] bool isBusy() const noexcept { return m_answer != nullptr; }
    [[nodiscard]] int connectionCount() const noexcept { return m_connections; } // made so far, for diagnosis

private:
    [[nodiscard]] domain::Result<> check() const;
    void noteCredentials(const domain::Result<Response>& result) const;
    [[nodiscard]] bool reusable();
    [[nodiscard]] domain::Result<> openSocket();
    void connectToServer();
    void connected();
    void authenticate();
    void sendToken(std::string_view received);
    void readAuthenticationAnswer(Response response);
    void refuseLogon(Response response);
    void send();
    void write(std::string_view authorization, std::string_view contentType, std::string_view body);
    void read();
    void takeAnswer(Response response);
    [[nodiscard]] bool seals() const;
    void noteWritten(qint64 bytes);
    void connectionEnded();
    void timeOut();
    void checkTlsErrors(const QList<QSslError>& errors);
    void encrypted();
    void finish(domain::Result<Response> result);
    void finishWithError(domain::ErrorKind kind, std::string detail);
    void dropSocket();
    [[nodiscard]] std::string what() const;

    HttpConnectionOptions m_options;
    QTcpSocket* m_socket = nullptr;
    std::optional<ResponseReader> m_reader;
    std::shared_ptr<auth::SecurityContext> m_context; // of this connection
    QTimer m_timer;
    QElapsedTimer m_idle;
    Request m_request;
    Answer m_answer;
    QList<QSslError> m_tlsErrors;
    int m_connections = 0;
    int m_tokensSent = 0;
    bool m_authenticating = false; // tokens are exchanged, before the request is sent
    bool m_sent = false;           // the request was handed to the socket
    bool m_written = false;        // at least one byte of it was sent
    bool m_reused = false;         // the connection has carried an answer before
};

} // namespace drydock::http
