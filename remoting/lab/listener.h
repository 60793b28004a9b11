// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Accepts connections, encrypts them if there is a certificate, and emits them when requests can be read.
#pragma once

#include "model/domain/result.h"
#include "remoting/http/server_connection.h"

#include <QSslConfiguration>
#include <QString>
#include <QTcpServer>
#include <optional>
#include <string>

namespace drydock::lab {

// Lives on the thread of the LabServer. Deleting it ends its connections.
class Listener : public QTcpServer
{
    Q_OBJECT
public:
    explicit Listener(QObject* parent = nullptr);

    // Reads the certificate and its key from one PEM file. Clients are asked for certificates of the authorities in
    // `clientAuthorities`, a PEM file too, where one is given. TlsFailed: something of it is missing, or OpenSSL does
    // not use it.
    [[nodiscard]] domain::Result<> useTls(const QString& pemFile, const QString& clientAuthorities = {});
    // Returns what an authentication is bound to; empty without TLS.
    [[nodiscard]] std::string channelBinding() const;
    [[nodiscard]] bool isEncrypted() const noexcept { return m_tls.has_value(); }

signals:
    void accepted(drydock::http::ServerConnection* connection); // owned by the listener

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void emitAccepted(QTcpSocket* socket);

    std::optional<QSslConfiguration> m_tls;
    int m_open = 0;
};

} // namespace drydock::lab
