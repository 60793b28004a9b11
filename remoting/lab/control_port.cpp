// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/lab/control_port.h"

#include "remoting/lab/control.h"

#include <QTcpSocket>
#include <utility>

namespace drydock::lab {
namespace {

constexpr int mostConnections = 16;
constexpr qint64 mostUntaken = 1'000'000; // bytes of answers that a client has not taken

} // namespace

ControlPort::ControlPort(std::function<Organisation&()> organisation, QObject* parent)
    : QObject(parent), m_organisation(std::move(organisation))
{
    connect(&m_server, &QTcpServer::newConnection, this, &ControlPort::accept);
}

domain::Result<> ControlPort::listen(std::uint16_t port)
{
    if (m_server.listen(QHostAddress(QHostAddress::LocalHost), port)) return {};
    return domain::fail(domain::ErrorKind::Unreachable, "listen on 127.0.0.1:" + std::to_string(port),
                        m_server.errorString().toStdString());
}

void ControlPort::accept()
{
    while (auto* socket = m_server.nextPendingConnection()) {
        connect(socket, &QObject::destroyed, this, [this] { --m_connections; });
        if (++m_connections > mostConnections) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        socket->setReadBufferSize(longestControlLine);
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::bytesWritten, this, [this, socket] { read(socket); });
    }
}

// The first line that is no order ends the connection, so that what a browser was made to send here does nothing: the
// first line of HTTP is none.
// A client that takes no answers is not obeyed any longer.
void ControlPort::read(QTcpSocket* socket)
{
    while (socket->state() == QTcpSocket::ConnectedState && socket->bytesToWrite() < mostUntaken &&
           socket->canReadLine()) {
        const auto answer = control(m_organisation(), socket->readLine().toStdString());
        socket->write(QByteArray::fromStdString(answer.line + '\n'));
        if (!answer.ok) return socket->disconnectFromHost();
    }
    const bool full = socket->bytesAvailable() >= static_cast<qint64>(longestControlLine);
    if (full && !socket->canReadLine()) socket->abort();
}

} // namespace drydock::lab
