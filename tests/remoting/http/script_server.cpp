// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "tests/remoting/http/script_server.h"

#include "remoting/http/printer.h"

#include <QSslSocket>
#include <QTimer>

namespace drydock::tests {

ScriptServer::ScriptServer(const QSslConfiguration* tls)
{
    if (tls != nullptr) {
        auto server = std::make_unique<QSslServer>();
        server->setSslConfiguration(*tls);
        m_server = std::move(server);
    } else
        m_server = std::make_unique<QTcpServer>();
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &ScriptServer::accept);
    m_server->listen(QHostAddress::LocalHost);
}

ScriptServer::~ScriptServer() { closeConnections(); }

QUrl ScriptServer::url(const QString& path) const
{
    const bool tls = qobject_cast<QSslServer*>(m_server.get()) != nullptr;
    QUrl url;
    url.setScheme(tls ? QStringLiteral("https") : QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_server->serverPort());
    url.setPath(path);
    return url;
}

quint16 ScriptServer::port() const { return m_server->serverPort(); }
void ScriptServer::stopListening() { m_server->close(); }

void ScriptServer::closeConnections()
{
    for (auto* connection : std::exchange(m_open, {}))
        connection->close();
}

void ScriptServer::accept()
{
    while (auto* socket = m_server->nextPendingConnection()) {
        ++connections;
        auto* connection = new http::ServerConnection(socket, limits, this);
        m_open.push_back(connection);
        connect(connection, &http::ServerConnection::requested, this,
                [this, connection](const http::ServerRequest& request) { serve(connection, request); });
        connect(connection, &http::ServerConnection::closed, this, [this, connection] {
            std::erase(m_open, connection);
            connection->deleteLater();
        });
    }
}

void ScriptServer::serve(http::ServerConnection* connection, const http::ServerRequest& request)
{
    const int number = static_cast<int>(requests.size());
    requests.push_back(request);
    const InjectedFault fault = script ? script(request, number) : InjectedFault{};
    if (fault.kind == InjectedFault::Kind::DropBefore) return connection->abort();
    if (fault.kind == InjectedFault::Kind::Silent) return;
    if (fault.kind == InjectedFault::Kind::Raw) return connection->abort(fault.raw);
    const auto answer = handler ? handler(request) : soap("<x/>");
    const QByteArray text = QByteArray::fromStdString(http::print(answer, true));
    switch (fault.kind) {
    case InjectedFault::Kind::Truncated:
        return connection->abort(text.left(fault.bytes));
    case InjectedFault::Kind::DropAfter:
        return connection->abort(text);
    case InjectedFault::Kind::LateAnswer:
        return QTimer::singleShot(fault.delay, connection, [connection, answer] { connection->respond(answer); });
    case InjectedFault::Kind::Answer:
        return connection->respond(answer);
    default:
        return;
    }
}

http::Response soap(std::string body, int status)
{
    return {status, {}, {{"Content-Type", std::string(http::soapType)}}, std::move(body)};
}

} // namespace drydock::tests
