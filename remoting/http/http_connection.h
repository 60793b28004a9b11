// One connection to one server: one request in flight, sent at most once, authenticated, its answer bounded in size and
// time.
#pragma once

#include "model/domain/result.h"
#include "remoting/auth/authentication.h"
#include "remoting/http/message.h"
#include "remoting/http/reader.h"
#include "remoting/http/tls.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <QUrl>

#include <functional>
#include <optional>

QT_FORWARD_DECLARE_CLASS(QTcpSocket)

namespace drydock::http {

struct HttpConnectionOptions {
    QUrl url;
    auth::Credentials credentials;
    TlsOptions tls;
    Limits limits;
    std::chrono::milliseconds connectTimeout{std::chrono::seconds(10)}; // time-out table, "connect"
    std::chrono::milliseconds idleTimeout{std::chrono::seconds(100)};   // time-out table, "idle connection"

    [[nodiscard]] HttpConnectionOptions clone() const
    {
        return {url, credentials.clone(), tls, limits, connectTimeout, idleTimeout};
    }
};

class HttpConnection : public QObject
{
    Q_OBJECT
public:
    using Answer = std::function<void(domain::Result<Response>)>;

    explicit HttpConnection(HttpConnectionOptions options, QObject* parent = nullptr);
    ~HttpConnection() override;

    // Sends the request and calls back, later and once, with an answer that carries an envelope (see accept()), or with
    // BadAddress, Unreachable, TlsFailed, ConnectionLost: nothing was sent;
    // OutcomeUnknown, TimedOut: it was, or may have been, and the answer did not come;
    // NotAuthenticated, NotPermitted, NotWsMan, HttpStatus, Malformed, LimitExceeded: the answer is none of ours;
    // Cancelled: abort(). Nothing is ever sent twice: a connection that turns out dead is replaced only while no byte
    // of the request has left. One request at a time; a second one is answered Usage.
    void post(Request request, Answer answer);
    // Ends the connection; a request in flight is answered Cancelled.
    void abort();

    [[nodiscard]] bool isBusy() const noexcept { return m_answer != nullptr; }
    [[nodiscard]] int connectionCount() const noexcept { return m_connections; } // how many were made, for diagnosis

private:
    [[nodiscard]] domain::Result<> check() const;
    [[nodiscard]] bool reusable();
    [[nodiscard]] domain::Result<> openSocket();
    void connectToServer();
    void send();
    void read();
    void noteWritten(qint64 bytes);
    void connectionEnded();
    void timeOut();
    void judgeTls(const QList<QSslError>& errors);
    void encrypted();
    void finish(domain::Result<Response> result);
    void finishWithError(domain::ErrorKind kind, std::string detail);
    void dropSocket();
    [[nodiscard]] std::string what() const;

    HttpConnectionOptions m_options;
    QTcpSocket* m_socket = nullptr;
    std::optional<ResponseReader> m_reader;
    QTimer m_timer;
    QElapsedTimer m_idle;
    Request m_request;
    Answer m_answer;
    QList<QSslError> m_tlsErrors;
    int m_connections = 0;
    bool m_sent = false;    // the request was handed to the socket
    bool m_written = false; // at least one byte of it left
    bool m_reused = false;  // on a connection that has carried an answer before
};

} // namespace drydock::http
