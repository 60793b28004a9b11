// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Asks a server for healthcheck.htm of each protocol, as a load balancer does: by GET, one after another over a
// connection that is kept, and without credentials.
#pragma once

#include "model/domain/healthcheck.h"
#include "remoting/http/reader.h"
#include "remoting/http/tls.h"

#include <QObject>
#include <QTimer>
#include <QUrl>

#include <functional>
#include <optional>

QT_FORWARD_DECLARE_CLASS(QTcpSocket)

namespace drydock::http {

// Lives on the thread that made it. It deletes itself after it has called `done`, unless its parent ends before.
class HealthcheckProbe : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(domain::Healthchecks)>;

    // `origin` is the URL to whose path "/owa/healthcheck.htm" is added. Redirections are not followed. A certificate
    // for other names is accepted and reported, since that of the namespace is the usual one. The row "healthcheck" of
    // the time-out table holds for all of it together.
    HealthcheckProbe(QUrl origin, TlsOptions tls, std::chrono::milliseconds timeout, Done done,
                     QObject* parent = nullptr);

private:
    void next();
    void connectToServer();
    void checkCertificate(const QList<QSslError>& errors);
    void ask();
    void read();
    void take(int status);
    void ended();
    void finish(std::string problem);
    void dropSocket();

    QUrl m_origin;
    TlsOptions m_tls;
    Done m_done;
    domain::Healthchecks m_found;
    QTcpSocket* m_socket = nullptr;
    std::optional<ResponseReader> m_reader;
    QList<QSslError> m_tlsErrors;
    QTimer m_timer;
    bool m_asking = false; // a request was sent, and its answer is not complete
    bool m_reused = false; // the connection has carried an answer before
};

} // namespace drydock::http
