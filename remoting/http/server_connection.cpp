// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/http/server_connection.h"

#include "remoting/auth/sealed_body.h"
#include "remoting/http/printer.h"

#include <QHostAddress>
#include <QSslCertificate>
#include <QSslSocket>

namespace drydock::http {

ServerConnection::ServerConnection(QTcpSocket* socket, const Limits& limits, QObject* parent)
    : QObject(parent), m_socket(socket), m_reader(limits)
{
    m_socket->setParent(this);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setReadBufferSize(static_cast<qint64>(limits.headerBytes + limits.bodyBytes));
    m_arrival.setSingleShot(true);
    m_arrival.setInterval(limits.requestTimeout);
    connect(&m_arrival, &QTimer::timeout, this, &ServerConnection::close);
    m_arrival.start();
    connect(m_socket, &QTcpSocket::readyRead, this, &ServerConnection::read);
    connect(m_socket, &QTcpSocket::disconnected, this, [this] {
        if (!m_closed) emit closed();
        m_closed = true;
    });
    // Bytes that arrived before the socket was passed here cause no signal any more.
    QMetaObject::invokeMethod(this, &ServerConnection::read, Qt::QueuedConnection);
}

void ServerConnection::read()
{
    if (m_answering) return; // the bytes stay in the socket
    const QByteArray bytes = m_socket->readAll();
    if (!bytes.isEmpty()) next({bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

void ServerConnection::next(std::string_view bytes)
{
    auto request = m_reader.feed(bytes);
    if (!request) {
        const bool tooBig = request.error().kind == domain::ErrorKind::LimitExceeded;
        return refuse(tooBig ? 413 : 400);
    }
    if (!request->has_value()) return;
    if (!unseal(**request)) return refuse(400);
    m_answering = true;
    m_arrival.stop();
    emit requested(**request);
}

void ServerConnection::refuse(int status)
{
    m_answering = true;
    abort(QByteArray::fromStdString(http::print(Response{status, {}, {}, {}}, false)));
}

void ServerConnection::seal(std::shared_ptr<auth::SecurityContext> context, std::string protocol)
{
    m_context = std::move(context);
    m_protocol = std::move(protocol);
}

domain::Result<> ServerConnection::unseal(ServerRequest& request) const
{
    if (!m_context || request.body.empty()) return {};
    DRYDOCK_TRY(auto body, auth::unsealBody(*m_context, find(request.headers, "Content-Type"), request.body));
    setContentType(request.headers, std::move(body.type));
    request.body = std::move(body.text);
    return {};
}

std::optional<std::string> ServerConnection::print(Response response, bool keepAlive) const
{
    if (m_context && !response.body.empty()) {
        auto body = auth::sealBody(*m_context, m_protocol, find(response.headers, "Content-Type"), response.body);
        if (!body) return std::nullopt;
        setContentType(response.headers, auth::sealedContentType(m_protocol));
        response.body = *std::move(body);
    }
    return http::print(response, keepAlive);
}

void ServerConnection::respond(Response response)
{
    if (m_closed || !m_answering) return;
    const bool keepAlive = m_reader.keepsAlive();
    const auto text = print(std::move(response), keepAlive);
    if (!text) return abort();
    m_socket->write(text->data(), static_cast<qint64>(text->size()));
    m_arrival.start(); // limits how long the peer takes to read its answer, too
    if (!keepAlive) return m_socket->disconnectFromHost();
    m_answering = false;
    // The client may have sent its next request already. It is not emitted from within this call.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_answering || m_closed) return;
            next({});
            read();
        },
        Qt::QueuedConnection);
}

void ServerConnection::respondHalf(Response response)
{
    if (m_closed || !m_answering) return;
    const auto text = print(std::move(response), true).value_or(std::string());
    abort({text.data(), static_cast<qsizetype>(text.size() / 2)});
}

void ServerConnection::abort(const QByteArray& bytes)
{
    if (m_closed) return;
    m_answering = true; // nothing more is read
    m_arrival.start();
    if (!bytes.isEmpty()) m_socket->write(bytes);
    m_socket->disconnectFromHost();
}

void ServerConnection::close()
{
    if (!m_closed) m_socket->abort();
}

std::optional<std::string> ServerConnection::certifiedName() const
{
    const auto* tls = qobject_cast<const QSslSocket*>(m_socket);
    if (tls == nullptr || tls->peerCertificate().isNull() || !tls->sslHandshakeErrors().isEmpty()) return std::nullopt;
    return tls->peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0).toStdString();
}

QString ServerConnection::peerAddress() const { return m_socket->peerAddress().toString(); }

} // namespace drydock::http
