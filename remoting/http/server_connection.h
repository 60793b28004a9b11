// One accepted connection seen from the server: requests in, responses out, kept alive, within limits.
#pragma once

#include "remoting/http/message.h"
#include "remoting/http/reader.h"

#include <QObject>
#include <QString>
#include <QTcpSocket>
#include <QTimer>

namespace drydock::http {

class ServerConnection : public QObject
{
    Q_OBJECT
public:
    // Takes the socket over (a QTcpSocket or an encrypted QSslSocket). Ends it when a request takes too long to arrive.
    explicit ServerConnection(QTcpSocket* socket, const Limits& limits = {}, QObject* parent = nullptr);

    // Answers the request that came last. The next request is read after that, so requests never overlap.
    void respond(const Response& response);
    // Writes these bytes as they are and ends the connection: for a server that practises failing.
    void abort(const QByteArray& bytes = {});
    void close();

    [[nodiscard]] QString peerAddress() const;

signals:
    void requested(const drydock::http::ServerRequest& request);
    void closed(); // once; delete this object then

private:
    void read();
    void next(std::string_view bytes);

    QTcpSocket* m_socket;
    RequestReader m_reader;
    QTimer m_arrival;
    bool m_answering = false; // a request was handed out and not answered yet
    bool m_closed = false;
};

} // namespace drydock::http
