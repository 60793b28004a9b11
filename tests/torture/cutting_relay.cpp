// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "tests/torture/cutting_relay.h"

namespace drydock::tests {

CuttingRelay::CuttingRelay(quint16 target) : m_target(target) { listen(QHostAddress::LocalHost); }

void CuttingRelay::cutAfter(Toward direction, qint64 bytes)
{
    m_passed = {};
    m_hasCut = false;
    m_cut = {direction, bytes};
}

void CuttingRelay::cutNothing()
{
    m_passed = {};
    m_hasCut = false;
    m_cut.reset();
}

void CuttingRelay::incomingConnection(qintptr handle)
{
    auto* client = new QTcpSocket(this);
    auto* server = new QTcpSocket(client);
    client->setSocketDescriptor(handle);
    for (auto* socket : {client, server})
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    ++m_connections;
    server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_target);
    server->waitForConnected(); // on loopback, at once
    connect(client, &QTcpSocket::readyRead, server, [this, client, server] { pass(client, server, Toward::Server); });
    connect(server, &QTcpSocket::readyRead, client, [this, client, server] { pass(server, client, Toward::Client); });
    connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
    connect(client, &QTcpSocket::disconnected, this, [this, client] {
        --m_connections;
        client->deleteLater();
    });
}

void CuttingRelay::pass(QTcpSocket* from, QTcpSocket* to, Toward direction)
{
    auto bytes = from->readAll();
    auto& passed = m_passed.at(static_cast<std::size_t>(direction));
    const bool cuts = m_cut && m_cut->direction == direction && passed + bytes.size() > m_cut->after;
    if (cuts) bytes.truncate(m_cut->after - passed);
    passed += bytes.size();
    if (!bytes.isEmpty()) to->write(bytes);
    if (!cuts) return;
    m_cut.reset();
    m_hasCut = true;
    to->flush(); // since it may be deleted with the other one
    to->disconnectFromHost();
    from->abort();
}

} // namespace drydock::tests
