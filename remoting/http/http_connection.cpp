// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/http/http_connection.h"

#include "remoting/auth/logon.h"
#include "remoting/auth/sealed_body.h"
#include "remoting/http/channel_binding.h"
#include "remoting/http/keep_alive.h"
#include "remoting/http/logon_answer.h"
#include "remoting/http/logon_thread.h"
#include "remoting/http/printer.h"
#include "remoting/http/request_target.h"
#include "remoting/http/sealed_answer.h"
#include "remoting/http/status.h"

#include <QFutureWatcher>
#include <QNetworkProxy>
#include <QSignalBlocker>
#include <QSslCertificate>
#include <QSslSocket>
#include <QTcpSocket>

namespace drydock::http {
namespace {

using domain::ErrorKind;

bool isTls(const QUrl& url) { return url.scheme() == QLatin1String("https"); }

constexpr int mostTokens = 5; // a handshake of any mechanism is shorter

} // namespace

HttpConnection::HttpConnection(HttpConnectionOptions options, QObject* parent)
    : QObject(parent), m_options(std::move(options))
{
    auto& credentials = m_options.credentials;
    if (domain::usesContext(credentials.scheme)) {
        if (!credentials.logon) credentials.logon = auth::makeLogon(credentials);
        if (!credentials.history) credentials.history = std::make_shared<auth::CredentialHistory>();
    }
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &HttpConnection::timeOut);
}

HttpConnection::~HttpConnection() { dropSocket(); }

void HttpConnection::post(Request request, Answer answer)
{
    if (isBusy()) {
        QMetaObject::invokeMethod(
            this,
            [answer = std::move(answer)] { answer(domain::fail(ErrorKind::Usage, "post", "a request is in flight")); },
            Qt::QueuedConnection);
        return;
    }
    m_reused = reusable(); // comes first: it may end the connection, which is not yet an error of this request
    m_request = std::move(request);
    m_answer = std::move(answer);
    m_sent = m_written = false;
    if (auto allowed = check(); !allowed) return finish(domain::fail(allowed.error()));
    if (m_reused)
        send();
    else
        connectToServer();
}

void HttpConnection::abort()
{
    dropSocket();
    if (isBusy()) finishWithError(ErrorKind::Cancelled, {});
}

domain::Result<> HttpConnection::check() const
{
    const auto& url = m_options.url;
    const bool http = url.scheme() == QLatin1String("http");
    if (!url.isValid() || url.host().isEmpty() || (!http && !isTls(url)))
        return domain::fail(ErrorKind::BadAddress, what(), "not an http or https address");
    DRYDOCK_TRY_VOID(auth::checkAllowed(m_options.credentials.scheme, url.host().toStdString(), isTls(url)));
    const auto& history = m_options.credentials.history;
    return history ? history->check(m_options.endpoint()) : domain::Result<>();
}

// Only an answer says what became of the credentials.
void HttpConnection::noteCredentials(const domain::Result<Response>& result) const
{
    const auto& history = m_options.credentials.history;
    if (!history || !m_sent) return;
    // A fault can say what a 401 says, and comes with another status (WsmanShellClient::noteCredentials).
    if (result && result->status == 200) return history->accepted(m_options.endpoint());
    if (result) return;
    if (result.error().kind == ErrorKind::NotAuthenticated) history->refused(m_options.endpoint(), result.error());
}

// Returns whether the kept connection can carry a request: the server has neither ended it nor sent anything.
bool HttpConnection::reusable()
{
    if (m_socket == nullptr || m_idle.elapsed() >= m_options.idleTimeout.count()) return false;
    const QSignalBlocker quiet(m_socket); // the check times out at once, which Qt would signal as an error
    if (m_socket->bytesAvailable() > 0 || m_socket->waitForReadyRead(0)) return false; // bytes without a request
    return m_socket->state() == QAbstractSocket::ConnectedState;
}

domain::Result<> HttpConnection::openSocket()
{
    dropSocket();
    if (isTls(m_options.url)) {
        DRYDOCK_TRY(const auto configuration, makeConfiguration(m_options.tls));
        auto* socket = new QSslSocket(this);
        socket->setSslConfiguration(configuration);
        connect(socket, &QSslSocket::sslErrors, this, &HttpConnection::checkTlsErrors);
        connect(socket, &QSslSocket::encrypted, this, &HttpConnection::encrypted);
        connect(socket, &QSslSocket::encryptedBytesWritten, this, &HttpConnection::noteWritten);
        m_socket = socket;
    } else {
        m_socket = new QTcpSocket(this);
        connect(m_socket, &QTcpSocket::connected, this, &HttpConnection::connected);
        connect(m_socket, &QTcpSocket::bytesWritten, this, &HttpConnection::noteWritten);
    }
    m_socket->setProxy(QNetworkProxy::NoProxy);
    m_socket->setReadBufferSize(static_cast<qint64>(m_options.limits.headerBytes + m_options.limits.bodyBytes));
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpConnection::read);
    connect(m_socket, &QTcpSocket::disconnected, this, &HttpConnection::connectionEnded);
    connect(m_socket, &QTcpSocket::errorOccurred, this, &HttpConnection::connectionEnded);
    return {};
}

void HttpConnection::connectToServer()
{
    m_reused = false;
    m_tlsErrors.clear();
    if (auto opened = openSocket(); !opened) return finish(domain::fail(opened.error()));
    ++m_connections;
    m_reader.emplace(m_options.limits);
    m_timer.start(m_options.connectTimeout);
    const auto port = static_cast<quint16>(m_options.url.port(isTls(m_options.url) ? 443 : 80));
    if (auto* tls = qobject_cast<QSslSocket*>(m_socket))
        tls->connectToHostEncrypted(m_options.url.host(), port);
    else
        m_socket->connectToHost(m_options.url.host(), port);
}

void HttpConnection::connected()
{
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    enableKeepAlive(*m_socket);
    if (domain::usesContext(m_options.credentials.scheme))
        authenticate();
    else
        send();
}

void HttpConnection::authenticate()
{
    m_authenticating = true;
    m_tokensSent = 0;
    m_timer.start(m_options.authenticateTimeout);
    auth::Target target{m_options.url.host().toStdString(), m_options.servicePrincipal, {}};
    if (const auto* tls = qobject_cast<QSslSocket*>(m_socket))
        target.channelBinding = endPointBinding(tls->peerCertificate());
    auto* watcher = new QFutureWatcher<BegunLogon>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, number = m_connections] {
        watcher->deleteLater();
        if (number != m_connections || m_socket == nullptr) return; // the connection ended meanwhile
        auto begun = watcher->result();
        if (!begun) {
            dropSocket();
            return finish(domain::fail(begun.error().within(what())));
        }
        m_context = *std::move(begun);
        sendToken({});
    });
    watcher->setFuture(beginLogon(m_options.credentials.logon, std::move(target)));
}

// Takes the token that was received, and sends the next one with an empty body: no data leaves before both sides have
// proved themselves (protocol.md 4.1).
void HttpConnection::sendToken(std::string_view received)
{
    auto token = m_context->step(received);
    if (token && (token->empty() || ++m_tokensSent > mostTokens))
        token = domain::fail(ErrorKind::ServerNotProven, what(), "the authentication comes to no end");
    if (!token) {
        dropSocket();
        return finish(domain::fail(token.error().within(what())));
    }
    write(auth::tokenHeader(m_options.credentials.scheme, *token), soapType, {});
}

void HttpConnection::readAuthenticationAnswer(Response response)
{
    const auto token = tokenOf(response, m_options.credentials.scheme);
    const bool isLast = response.status != 401;
    if (!isLast && (token.empty() || m_context->isEstablished())) return refuseLogon(std::move(response));
    if (!isLast) return sendToken(token);
    if (!token.empty() && !m_context->isEstablished()) {
        if (const auto last = m_context->step(token); !last) {
            dropSocket();
            return finish(domain::fail(last.error().within(what())));
        }
    }
    const bool proven = m_context->isEstablished(), goesOn = m_reader->keepsAlive();
    const bool authenticated = response.status == 200 || response.status == 400 || response.status == 500;
    if (authenticated && proven && goesOn) {
        m_authenticating = false;
        m_options.credentials.history->proved(m_options.endpoint(), m_context->mechanism());
        return send();
    }
    dropSocket();
    if (!authenticated) return finish(accept(std::move(response), what())); // a wrong path, or a service that is down
    if (!proven) return finishWithError(ErrorKind::ServerNotProven, "it answered without proving who it is");
    finishWithError(ErrorKind::ConnectionLost, "the server ends the connection after the authentication");
}

// The password is not offered again by itself, because repeated refusals lock the account.
void HttpConnection::refuseLogon(Response response)
{
    const bool byKerberos = m_context && m_context->mechanism() != "NTLM";
    dropSocket();
    auto error = refusedLogon(std::move(response), m_options.credentials.scheme, byKerberos, what());
    if (error.kind == ErrorKind::NotAuthenticated) m_options.credentials.history->refused(m_options.endpoint(), error);
    finish(domain::fail(std::move(error)));
}

void HttpConnection::send()
{
    m_timer.start(m_request.readTimeout);
    if (!seals()) {
        const auto header = m_context ? domain::Secret() : auth::authorization(m_options.credentials);
        m_sent = true;
        return write(header.reveal(), soapType, m_request.body);
    }
    const auto protocol = auth::sealingProtocol(m_options.credentials.scheme);
    const auto body = auth::sealBody(*m_context, protocol, soapType, m_request.body);
    if (body) {
        m_sent = true;
        return write({}, auth::sealedContentType(protocol), *body);
    }
    if (m_reused) return connectToServer(); // the context has ended, and nothing was sent
    dropSocket();
    finish(domain::fail(body.error().within(what())));
}

void HttpConnection::write(std::string_view authorization, std::string_view contentType, std::string_view body)
{
    std::string text = print(Post{hostHeader(m_options.url), target(m_options.url), authorization, contentType, body});
    m_socket->write(text.data(), static_cast<qint64>(text.size()));
    domain::wipe(text);
}

bool HttpConnection::seals() const { return m_context && !isTls(m_options.url); }

void HttpConnection::noteWritten(qint64 bytes)
{
    if (m_sent && bytes > 0) m_written = true;
}

void HttpConnection::read()
{
    const QByteArray bytes = m_socket->readAll();
    // A server that sends first is not an HTTP server, or an old answer arrived late.
    if (!m_sent && !(m_authenticating && m_context)) {
        dropSocket();
        if (isBusy()) finishWithError(ErrorKind::ConnectionLost, "the server sent something before it was asked");
        return;
    }
    auto response = m_reader->feed({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    if (!response) {
        dropSocket();
        return finish(domain::fail(response.error().within(what())));
    }
    if (!response->has_value()) return;
    if (m_authenticating)
        readAuthenticationAnswer(std::move(**response));
    else
        takeAnswer(std::move(**response));
}

void HttpConnection::takeAnswer(Response response)
{
    // The server has lost the authentication of the connection, and refused the request unread. Only TLS proves that it
    // was the server: without it anybody on the way can write a 401, and the request would run twice.
    if (response.status == 401 && m_context && m_reused && !seals()) {
        m_sent = m_written = false;
        return connectToServer();
    }
    auto answer =
        seals() ? unsealed(*m_context, std::move(response), what()) : domain::Result<Response>(std::move(response));
    // After an answer that came before the whole request was sent, the connection cannot carry another request; nor can
    // one whose order of sealed messages is lost.
    if (answer && m_reader->keepsAlive() && m_socket->bytesToWrite() == 0)
        m_idle.start();
    else
        dropSocket();
    if (answer) return finish(accept(std::move(*answer), what()));
    finish(domain::fail(answer.error().within(what())));
}

void HttpConnection::connectionEnded()
{
    const QString reason = m_socket != nullptr ? m_socket->errorString() : QString();
    const bool handshake = m_socket != nullptr && m_socket->error() == QAbstractSocket::SslHandshakeFailedError;
    if (m_socket != nullptr && (m_sent || m_authenticating) && m_socket->bytesAvailable() > 0)
        read(); // reads the last bytes before the end
    const auto* tls = qobject_cast<QSslSocket*>(m_socket);
    const bool authenticating = m_authenticating, sealed = seals();
    const auto context = m_context;
    std::optional<domain::Error> refused; // by TLS, of one side or the other
    if (tls != nullptr && !m_tlsErrors.isEmpty())
        refused = certificateError(what(), m_options.tls, *tls, m_tlsErrors);
    else if (handshake || (tls != nullptr && refusesClient(reason)))
        refused = handshakeError(what(), reason);
    dropSocket();
    if (!isBusy()) return;
    if (refused) return finish(domain::fail(*std::move(refused)));
    if (authenticating)
        return finishWithError(ErrorKind::ConnectionLost,
                               "the connection ended during the authentication: " + reason.toStdString());
    if (!m_sent) return finishWithError(ErrorKind::Unreachable, reason.toStdString());
    if (!m_written) {
        m_sent = false;
        return m_reused ? connectToServer() : finishWithError(ErrorKind::ConnectionLost, reason.toStdString());
    }
    if (auto response = m_reader->end()) {
        auto answer = sealed ? unsealed(*context, std::move(*response), what()) : std::move(response);
        return finish(answer ? accept(std::move(*answer), what())
                             : domain::Result<Response>(domain::fail(answer.error().within(what()))));
    }
    finishWithError(ErrorKind::OutcomeUnknown, "the connection ended before the answer: " + reason.toStdString());
}

void HttpConnection::timeOut()
{
    const bool connecting = !m_sent, authenticating = m_authenticating, hasTicket = m_context != nullptr;
    const auto within = " within " + std::to_string(m_timer.interval()) + " ms";
    dropSocket();
    if (authenticating && !hasTicket)
        return finishWithError(ErrorKind::KdcUnreachable, "no domain controller gave a ticket" + within);
    if (authenticating) return finishWithError(ErrorKind::ConnectionLost, "the server did not authenticate" + within);
    if (connecting) return finishWithError(ErrorKind::Unreachable, "no connection was made" + within);
    if (m_written) return finishWithError(ErrorKind::TimedOut, "the request was sent, and no answer came" + within);
    finishWithError(ErrorKind::ConnectionLost, "the connection took nothing of the request" + within);
}

void HttpConnection::checkTlsErrors(const QList<QSslError>& errors)
{
    auto* socket = qobject_cast<QSslSocket*>(m_socket);
    if (socket == nullptr) return;
    if (pinSettles(m_options.tls, socket->peerCertificate(), errors))
        socket->ignoreSslErrors(errors);
    else
        m_tlsErrors = errors;
}

void HttpConnection::encrypted()
{
    const auto* socket = qobject_cast<QSslSocket*>(m_socket);
    if (matchesPin(m_options.tls, socket->peerCertificate())) return connected();
    auto error = certificateError(what(), m_options.tls, *socket, m_tlsErrors);
    dropSocket();
    finish(domain::fail(std::move(error)));
}

void HttpConnection::finish(domain::Result<Response> result)
{
    m_timer.stop();
    noteCredentials(result);
    m_sent = false;
    m_request = {};
    // The answer is called later, so that it may delete or use this connection.
    QMetaObject::invokeMethod(
        this,
        [answer = std::exchange(m_answer, nullptr), result = std::move(result)]() mutable {
            answer(std::move(result));
        },
        Qt::QueuedConnection);
}

void HttpConnection::finishWithError(ErrorKind kind, std::string detail)
{
    finish(domain::fail(kind, what(), std::move(detail)));
}

void HttpConnection::dropSocket()
{
    m_context.reset();
    m_authenticating = false;
    if (m_socket == nullptr) return;
    auto* socket = std::exchange(m_socket, nullptr);
    socket->disconnect(this);
    socket->abort();
    socket->deleteLater();
}

std::string HttpConnection::what() const { return "POST " + m_options.endpoint(); }

} // namespace drydock::http
