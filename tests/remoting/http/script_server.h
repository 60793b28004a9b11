// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A loopback HTTP server that follows the script of a test: it answers, fails, and counts requests.
#pragma once

#include "remoting/http/server_connection.h"

#include <QSslConfiguration>
#include <QSslServer>
#include <QTcpServer>
#include <QUrl>

#include <functional>
#include <memory>
#include <vector>

namespace drydock::tests {

// What happens to one request instead of, or to, its answer.
struct InjectedFault {
    enum class Kind {
        Answer,
        DropBefore, // the connection ends without a byte
        DropAfter,  // the connection ends after the answer
        Silent,     // nothing ever comes
        Raw,        // `raw` as it is, then the end
        Truncated,  // the answer cut after `bytes` bytes, then the end
        LateAnswer, // the answer after `delay`
    };
    Kind kind = Kind::Answer;
    QByteArray raw;
    int bytes = 0;
    int delay = 0; // ms
};

class ScriptServer : public QObject
{
    Q_OBJECT
public:
    using Handler = std::function<http::Response(const http::ServerRequest&)>;
    using Script =
        std::function<InjectedFault(const http::ServerRequest&, int number)>; // number: 0, 1, 2… over all connections

    // Plain, or over TLS when a configuration is given.
    explicit ScriptServer(const QSslConfiguration* tls = nullptr);
    ~ScriptServer() override;

    Handler handler;     // makes the answers
    Script script;       // none: every request is answered
    http::Limits limits; // of every connection to come

    [[nodiscard]] QUrl url(const QString& path = QStringLiteral("/wsman")) const;
    [[nodiscard]] quint16 port() const;
    void stopListening();
    void closeConnections(); // what a server does to idle ones

    std::vector<http::ServerRequest> requests;
    int connections = 0;

private:
    void accept();
    void serve(http::ServerConnection* connection, const http::ServerRequest& request);

    std::unique_ptr<QTcpServer> m_server;
    std::vector<http::ServerConnection*> m_open;
};

// A SOAP answer with the given status.
[[nodiscard]] http::Response soap(std::string body, int status = 200);

} // namespace drydock::tests
