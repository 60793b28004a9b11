// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The server's side of one accepted connection: emits requests and writes responses, within limits.
#pragma once

#include "remoting/auth/security_context.h"
#include "remoting/http/message.h"
#include "remoting/http/reader.h"

#include <QObject>
#include <QString>
#include <QTcpSocket>
#include <QTimer>

#include <memory>
#include <optional>
#include <string>

namespace drydock::http {

// The object lives on the thread that made it, and is only called there. Deleting it ends the connection.
class ServerConnection : public QObject
{
    Q_OBJECT
public:
    // Takes ownership of the socket, a QTcpSocket or an encrypted QSslSocket. Ends the connection when a request takes
    // longer than `limits.requestTimeout` to arrive.
    explicit ServerConnection(QTcpSocket* socket, const Limits& limits = {}, QObject* parent = nullptr);

    // From now on, bodies of requests are unsealed before they are emitted, and bodies of answers are sealed. A request
    // with a body that is not sealed, or was changed, is answered with 400 and ends the connection.
    void seal(std::shared_ptr<auth::SecurityContext> context, std::string protocol);
    // Answers the last request. The next one is read after that, so that requests never overlap.
    void respond(Response response);
    // Writes the first half of what respond() writes and ends the connection, to simulate a failing server.
    void respondHalf(Response response);
    // Writes these bytes and ends the connection, to simulate a failing server.
    void abort(const QByteArray& bytes = {});
    // Ends the connection at once, without writing what is left.
    void close();

    // Returns the common name in the client's certificate, which a trusted authority has issued; nothing: it showed
    // none.
    [[nodiscard]] std::optional<std::string> certifiedName() const;
    // Returns the client's address.
    [[nodiscard]] QString peerAddress() const;

signals:
    void requested(const drydock::http::ServerRequest& request);
    // Emitted once. The object can be deleted then.
    void closed();

private:
    void read();
    void next(std::string_view bytes);
    void refuse(int status);
    // Returns the response as it is written, sealed if bodies are. Nothing: it cannot be sealed.
    [[nodiscard]] std::optional<std::string> print(Response response, bool keepAlive) const;
    [[nodiscard]] domain::Result<> unseal(ServerRequest& request) const;

    QTcpSocket* m_socket;
    RequestReader m_reader;
    QTimer m_arrival;
    std::shared_ptr<auth::SecurityContext> m_context; // null: bodies are not sealed
    std::string m_protocol;
    bool m_answering = false; // a request was emitted and not answered yet
    bool m_closed = false;
};

} // namespace drydock::http
