// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Looks at the way to an endpoint: finds its host's addresses, connects, makes TLS, and ends the connection. It sends
// no request.
#pragma once

#include "model/domain/endpoint_findings.h"
#include "remoting/http/tls.h"

#include <QHostAddress>
#include <QObject>
#include <QTimer>
#include <QUrl>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QHostInfo)
QT_FORWARD_DECLARE_CLASS(QTcpSocket)

namespace drydock::http {

// Lives on the thread that made it. It deletes itself after it has called `done`.
class EndpointProbe : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(domain::EndpointFindings)>;

    // The row "connect" of the time-out table holds for connection and TLS together.
    EndpointProbe(QUrl url, TlsOptions tls, std::chrono::milliseconds connectTimeout, Done done,
                  QObject* parent = nullptr);

private:
    void takeAddresses(const QHostInfo& host);
    void connectToServer();
    void takeConnection();
    void takeTls();
    void failed();
    void finish();

    QUrl m_url;
    TlsOptions m_tls;
    Done m_done;
    domain::EndpointFindings m_findings;
    QTcpSocket* m_socket = nullptr;
    QList<QSslError> m_tlsErrors;
    QTimer m_timer;
};

} // namespace drydock::http
