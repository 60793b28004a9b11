// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/http/http_connection.h"

#include "remoting/http/keep_alive.h"
#include "remoting/http/printer.h"
#include "remoting/http/status.h"

#include <QNetworkProxy>
#include <QSignalBlocker>
#include <QSslCertificate>
#include <QSslSocket>
#include <QTcpSocket>

namespace drydock::http {
namespace {

using domain::ErrorKind;

bool isTls(const QUrl& url) { return url.scheme() == QLatin1String("https"); }

std::string hostHeader(const QUrl& url)
{
    return url.authority(QUrl::FullyEncoded).section(QLatin1Char('@'), -1).toStdString();
}

std::string target(const QUrl& url)
{
    auto text = url.path(QUrl::FullyEncoded);
    if (text.isEmpty()) text = QStringLiteral("/");
    if (url.hasQuery()) text += QLatin1Char('?') + url.query(QUrl::FullyEncoded);
    return text.toStdString();
}

} // namespace

HttpConnection::HttpConnection(HttpConnectionOptions options, QObject* parent)
    : QObject(parent), m_options(std::move(options))
{
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
    return auth::checkAllowed(m_options.credentials.scheme, url.host().toStdString(), isTls(url));
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
        connect(m_socket, &QTcpSocket::connected, this, &HttpConnection::send);
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

void HttpConnection::send()
{
    if (!m_reused) {
        m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        enableKeepAlive(*m_socket);
    }
    m_timer.start(m_request.readTimeout);
    const auto header = auth::authorization(m_options.credentials);
    std::string text = printPost(hostHeader(m_options.url), target(m_options.url), header.reveal(), m_request.body);
    m_sent = true;
    m_socket->write(text.data(), static_cast<qint64>(text.size()));
    domain::wipe(text);
}

void HttpConnection::noteWritten(qint64 bytes)
{
    if (m_sent && bytes > 0) m_written = true;
}

void HttpConnection::read()
{
    const QByteArray bytes = m_socket->readAll();
    if (!m_sent) return dropSocket(); // a server that sends first is not an HTTP server, or an old answer arrived late
    auto response = m_reader->feed({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    if (!response) {
        dropSocket();
        return finish(domain::fail(response.error().within(what())));
    }
    if (!response->has_value()) return;
    // After an answer that came before the whole request was sent, the connection cannot carry another request.
    if (m_reader->keepsAlive() && m_socket->bytesToWrite() == 0)
        m_idle.start();
    else
        dropSocket();
    finish(accept(std::move(**response), what()));
}

void HttpConnection::connectionEnded()
{
    const QString reason = m_socket != nullptr ? m_socket->errorString() : QString();
    const bool handshake = m_socket != nullptr && m_socket->error() == QAbstractSocket::SslHandshakeFailedError;
    if (m_socket != nullptr && m_sent && m_socket->bytesAvailable() > 0) read(); // reads the last bytes before the end
    const auto* tls = qobject_cast<QSslSocket*>(m_socket);
    const auto certificate = tls != nullptr ? tls->peerCertificate() : QSslCertificate();
    dropSocket();
    if (!isBusy()) return;
    if (!m_sent) {
        const bool byTls = handshake || !m_tlsErrors.isEmpty();
        auto detail = reason.toStdString();
        if (byTls && !m_tlsErrors.isEmpty()) detail = describe(certificate, m_tlsErrors);
        return finishWithError(byTls ? ErrorKind::TlsFailed : ErrorKind::Unreachable, std::move(detail));
    }
    if (!m_written) {
        m_sent = false;
        return m_reused ? connectToServer() : finishWithError(ErrorKind::ConnectionLost, reason.toStdString());
    }
    if (auto response = m_reader->end()) return finish(accept(std::move(*response), what()));
    finishWithError(ErrorKind::OutcomeUnknown, "the connection ended before the answer: " + reason.toStdString());
}

void HttpConnection::timeOut()
{
    const bool connecting = !m_sent;
    dropSocket();
    if (connecting) return finishWithError(ErrorKind::Unreachable, "no connection in time");
    finishWithError(m_written ? ErrorKind::TimedOut : ErrorKind::ConnectionLost, "no answer in time");
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
    const auto certificate = qobject_cast<QSslSocket*>(m_socket)->peerCertificate();
    if (matchesPin(m_options.tls, certificate)) return send();
    dropSocket();
    finishWithError(ErrorKind::TlsFailed, "not the pinned certificate; " + describe(certificate, {}));
}

void HttpConnection::finish(domain::Result<Response> result)
{
    m_timer.stop();
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
    if (m_socket == nullptr) return;
    auto* socket = std::exchange(m_socket, nullptr);
    socket->disconnect(this);
    socket->abort();
    socket->deleteLater();
}

std::string HttpConnection::what() const
{
    return "POST " +
           m_options.url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment).toStdString();
}

} // namespace drydock::http
