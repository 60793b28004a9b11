// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/http/endpoint_probe.h"

#include <QHostInfo>
#include <QNetworkProxy>
#include <QSslSocket>

namespace drydock::http {
namespace {

using domain::ErrorKind;

std::string versionOf(QSsl::SslProtocol protocol) { return protocol == QSsl::TlsV1_3 ? "TLS 1.3" : "TLS 1.2"; }

} // namespace

EndpointProbe::EndpointProbe(QUrl url, TlsOptions tls, std::chrono::milliseconds connectTimeout, Done done,
                             QObject* parent)
    : QObject(parent), m_url(std::move(url)), m_tls(std::move(tls)), m_done(std::move(done))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(connectTimeout);
    connect(&m_timer, &QTimer::timeout, this, &EndpointProbe::failed);
    m_timer.start();
    QHostInfo::lookupHost(m_url.host(), this, &EndpointProbe::takeAddresses);
}

void EndpointProbe::takeAddresses(const QHostInfo& host)
{
    if (!m_done) return; // it came too late
    if (host.addresses().isEmpty()) {
        m_findings.addresses = domain::fail(ErrorKind::Unreachable, "find the address of " + m_url.host().toStdString(),
                                            host.errorString().toStdString());
        return finish();
    }
    m_findings.addresses.emplace();
    for (const auto& address : host.addresses())
        (*m_findings.addresses)->push_back(address.toString().toStdString());
    connectToServer();
}

void EndpointProbe::connectToServer()
{
    const bool secure = m_url.scheme() == QLatin1String("https");
    auto* tls = secure ? new QSslSocket(this) : nullptr;
    m_socket = secure ? tls : new QTcpSocket(this);
    m_socket->setProxy(QNetworkProxy::NoProxy);
    connect(m_socket, &QTcpSocket::connected, this, &EndpointProbe::takeConnection);
    connect(m_socket, &QTcpSocket::errorOccurred, this, &EndpointProbe::failed);
    m_timer.start();
    const auto port = static_cast<quint16>(m_url.port(secure ? 443 : 80));
    if (!secure) return m_socket->connectToHost(m_url.host(), port);
    auto configuration = makeConfiguration(m_tls);
    if (!configuration) {
        m_findings.tls = domain::fail(configuration.error());
        return finish();
    }
    tls->setSslConfiguration(*configuration);
    connect(tls, &QSslSocket::encrypted, this, &EndpointProbe::takeTls);
    connect(tls, &QSslSocket::sslErrors, this, [this, tls](const QList<QSslError>& errors) {
        m_tlsErrors = errors;
        if (pinSettles(m_tls, tls->peerCertificate(), errors)) tls->ignoreSslErrors(errors);
    });
    tls->connectToHostEncrypted(m_url.host(), port);
}

void EndpointProbe::takeConnection()
{
    m_findings.port = m_socket->peerAddress().toString().toStdString() + ":" + std::to_string(m_socket->peerPort());
    if (qobject_cast<QSslSocket*>(m_socket) != nullptr) return; // its handshake comes next
    m_findings.tls = std::string();
    finish();
}

void EndpointProbe::takeTls()
{
    const auto* tls = qobject_cast<QSslSocket*>(m_socket);
    m_findings.certificate = examine(*tls, m_tlsErrors);
    if (matchesPin(m_tls, tls->peerCertificate()))
        m_findings.tls = versionOf(tls->sessionProtocol());
    else
        m_findings.tls =
            domain::fail(certificateError("connect to " + m_url.host().toStdString(), m_tls, *tls, m_tlsErrors));
    finish();
}

void EndpointProbe::failed()
{
    if (m_socket == nullptr) {
        m_findings.addresses = domain::fail(ErrorKind::Unreachable, "find the address of " + m_url.host().toStdString(),
                                            "no answer in time");
        return finish();
    }
    const auto what = "connect to " + m_url.authority().toStdString();
    const auto reason = m_timer.isActive() ? m_socket->errorString() : QStringLiteral("no answer in time");
    const auto* tls = qobject_cast<QSslSocket*>(m_socket);
    if (!m_findings.port) {
        m_findings.port = domain::fail(ErrorKind::Unreachable, what, reason.toStdString());
    } else if (tls != nullptr && !m_tlsErrors.isEmpty()) {
        m_findings.certificate = examine(*tls, m_tlsErrors);
        m_findings.tls = domain::fail(certificateError(what, m_tls, *tls, m_tlsErrors));
    } else {
        m_findings.tls = domain::fail(handshakeError(what, reason));
    }
    finish();
}

void EndpointProbe::finish()
{
    m_timer.stop();
    if (m_socket != nullptr) {
        m_socket->disconnect(this);
        m_socket->abort();
    }
    if (const auto done = std::exchange(m_done, nullptr)) done(std::move(m_findings));
    deleteLater();
}

} // namespace drydock::http
