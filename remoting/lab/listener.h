// Accepts connections on loopback, encrypted where there is a certificate, and hands them over ready to be read.
#pragma once

#include "model/domain/result.h"
#include "remoting/http/server_connection.h"

#include <QSslConfiguration>
#include <QString>
#include <QTcpServer>
#include <optional>

namespace drydock::lab {

class Listener : public QTcpServer
{
    Q_OBJECT
public:
    explicit Listener(QObject* parent = nullptr);

    // The certificate and its key from one PEM file. TlsFailed when either is missing.
    [[nodiscard]] domain::Result<> useTls(const QString& pemFile);
    [[nodiscard]] bool isEncrypted() const noexcept { return m_tls.has_value(); }

signals:
    void accepted(drydock::http::ServerConnection* connection); // its parent is the listener

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void hand(QTcpSocket* socket);

    std::optional<QSslConfiguration> m_tls;
    int m_open = 0;
};

} // namespace drydock::lab
