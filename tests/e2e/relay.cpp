// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "relay.h"

#include <QTcpSocket>

namespace drydock::tests {

Relay::Relay(const QString& target) : m_target(target) { listen(QHostAddress::LocalHost); }

QString Relay::through(const QString& url) const
{
    QUrl led(url);
    led.setPort(serverPort());
    return led.toString();
}

QStringList Relay::through(QStringList options) const
{
    const QString lab = QStringLiteral("127.0.0.1:%1").arg(m_target.port());
    return options.replaceInStrings(lab, QStringLiteral("127.0.0.1:%1").arg(serverPort()));
}

// A client sends one request at a time, and a new request begins with what the socket reads first.
void Relay::incomingConnection(qintptr handle)
{
    auto* client = new QTcpSocket(this);
    auto* server = new QTcpSocket(client);
    client->setSocketDescriptor(handle);
    server->connectToHost(m_target.host(), static_cast<quint16>(m_target.port()));
    connect(client, &QTcpSocket::readyRead, server, [this, client, server] {
        const QByteArray bytes = client->readAll();
        if (bytes.startsWith("POST ")) {
            ++requests;
            if (refuses && refuses(bytes)) {
                ++refused;
                client->write(
                    "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"lab\"\r\nContent-Length: 0\r\n"
                    "Connection: close\r\n\r\n");
                client->disconnectFromHost();
                return;
            }
        }
        server->write(bytes);
    });
    connect(server, &QTcpSocket::readyRead, client, [client, server] { client->write(server->readAll()); });
    connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
    connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
}

} // namespace drydock::tests
