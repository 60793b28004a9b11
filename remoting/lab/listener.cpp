// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/lab/listener.h"

#include "remoting/http/channel_binding.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QTimer>

namespace drydock::lab {
namespace {

constexpr int maximumConnections = 300; // MaxConnections (protocol.md 1.12)

QSslKey readKey(const QByteArray& pem)
{
    for (const auto algorithm : {QSsl::Rsa, QSsl::Ec}) {
        QSslKey key(pem, algorithm);
        if (!key.isNull()) return key;
    }
    return {};
}

// Encrypts each connection, and remembers whether that could begin.
class Door : public QTcpServer
{
public:
    explicit Door(const QSslConfiguration& configuration) : m_configuration(configuration) {}
    bool opens = true;

protected:
    void incomingConnection(qintptr descriptor) override
    {
        QSslSocket socket;
        socket.setSocketDescriptor(descriptor);
        socket.setSslConfiguration(m_configuration);
        socket.startServerEncryption();
        opens = socket.error() != QAbstractSocket::SslInternalError &&
                socket.error() != QAbstractSocket::SslInvalidUserDataError;
    }

private:
    QSslConfiguration m_configuration;
};

// OpenSSL refuses a weak key or digest only when a connection comes, so one is made.
bool isUsed(const QSslConfiguration& configuration)
{
    Door door(configuration);
    if (!door.listen(QHostAddress::LocalHost)) return true;
    QTcpSocket client;
    client.connectToHost(door.serverAddress(), door.serverPort());
    door.waitForNewConnection(5000);
    return door.opens;
}

} // namespace

Listener::Listener(QObject* parent) : QTcpServer(parent) {}

domain::Result<> Listener::useTls(const QString& pemFile, const QString& clientAuthorities)
{
    QFile file(pemFile);
    const auto what = std::string("read the certificate");
    if (!file.open(QIODevice::ReadOnly))
        return domain::fail(domain::ErrorKind::TlsFailed, what,
                            pemFile.toStdString() + ": " + file.errorString().toStdString());
    const auto pem = file.readAll();
    const auto certificates = QSslCertificate::fromData(pem, QSsl::Pem);
    const auto key = readKey(pem);
    if (certificates.isEmpty() || key.isNull())
        return domain::fail(domain::ErrorKind::TlsFailed, what,
                            pemFile.toStdString() + ": holds no " +
                                (certificates.isEmpty() ? "certificate" : "private key"));
    QSslConfiguration configuration;
    configuration.setLocalCertificateChain(certificates);
    configuration.setPrivateKey(key);
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    if (!clientAuthorities.isEmpty()) {
        const auto authorities = QSslCertificate::fromPath(clientAuthorities, QSsl::Pem);
        if (authorities.isEmpty())
            return domain::fail(domain::ErrorKind::TlsFailed, what,
                                clientAuthorities.toStdString() + ": holds no certificate");
        configuration.setCaCertificates(authorities);
        configuration.setPeerVerifyMode(QSslSocket::QueryPeer); // a client without one is answered with 401
    }
    if (!isUsed(configuration))
        return domain::fail(domain::ErrorKind::TlsFailed, what,
                            pemFile.toStdString() + ": OpenSSL does not use it: its key or digest is too weak");
    m_tls = configuration;
    return {};
}

std::string Listener::channelBinding() const
{
    return m_tls ? http::endPointBinding(m_tls->localCertificate()) : std::string();
}

void Listener::incomingConnection(qintptr descriptor)
{
    auto* socket = m_tls ? new QSslSocket(this) : new QTcpSocket(this);
    if (!socket->setSocketDescriptor(descriptor) || m_open >= maximumConnections) {
        socket->abort();
        socket->deleteLater();
        return;
    }
    ++m_open;
    connect(socket, &QObject::destroyed, this, [this] { --m_open; });
    auto* encrypted = qobject_cast<QSslSocket*>(socket);
    if (!encrypted) return emitAccepted(socket);
    encrypted->setSslConfiguration(*m_tls);
    connect(encrypted, &QSslSocket::encrypted, this, [this, encrypted] { emitAccepted(encrypted); });
    connect(encrypted, &QSslSocket::disconnected, encrypted, &QObject::deleteLater);
    QTimer::singleShot(http::Limits().requestTimeout, encrypted, [encrypted] {
        if (!encrypted->isEncrypted()) encrypted->abort();
    });
    encrypted->startServerEncryption();
}

void Listener::emitAccepted(QTcpSocket* socket)
{
    disconnect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    auto* connection = new http::ServerConnection(socket, {}, this);
    connect(connection, &http::ServerConnection::closed, connection, &QObject::deleteLater);
    emit accepted(connection);
}

} // namespace drydock::lab
