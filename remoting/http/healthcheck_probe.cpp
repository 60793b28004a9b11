// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/http/healthcheck_probe.h"

#include "remoting/http/printer.h"
#include "remoting/http/request_target.h"

#include <QNetworkProxy>
#include <QSslSocket>

#include <utility>

namespace drydock::http {
namespace {

// The page is a few words long.
constexpr std::size_t longestPage = 64 * 1024;

Limits limitsOfPage()
{
    Limits limits;
    limits.bodyBytes = longestPage;
    return limits;
}

bool isOfOtherName(const QSslError& error) { return error.error() == QSslError::HostNameMismatch; }

} // namespace

HealthcheckProbe::HealthcheckProbe(QUrl origin, TlsOptions tls, std::chrono::milliseconds timeout, Done done,
                                   QObject* parent)
    : QObject(parent), m_origin(std::move(origin)), m_tls(std::move(tls)), m_done(std::move(done))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { finish("no answer in time"); });
    m_timer.start(timeout);
    QMetaObject::invokeMethod(this, &HealthcheckProbe::next, Qt::QueuedConnection); // `done` comes after the return
}

void HealthcheckProbe::next()
{
    if (m_found.answers.size() == domain::healthcheckProtocols.size()) return finish({});
    if (m_socket == nullptr)
        connectToServer();
    else
        ask();
}

void HealthcheckProbe::connectToServer()
{
    const bool secure = m_origin.scheme() == QLatin1String("https");
    auto* tls = secure ? new QSslSocket(this) : nullptr;
    m_socket = secure ? tls : new QTcpSocket(this);
    m_socket->setProxy(QNetworkProxy::NoProxy);
    m_reader.emplace(limitsOfPage());
    m_reused = false;
    connect(m_socket, &QTcpSocket::readyRead, this, &HealthcheckProbe::read);
    connect(m_socket, &QTcpSocket::errorOccurred, this, &HealthcheckProbe::ended);
    const auto port = static_cast<quint16>(m_origin.port(secure ? 443 : 80));
    if (!secure) {
        connect(m_socket, &QTcpSocket::connected, this, &HealthcheckProbe::ask);
        return m_socket->connectToHost(m_origin.host(), port);
    }
    const auto configuration = makeConfiguration(m_tls);
    if (!configuration) return finish(configuration.error().summary());
    tls->setSslConfiguration(*configuration);
    connect(tls, &QSslSocket::sslErrors, this, &HealthcheckProbe::checkCertificate);
    connect(tls, &QSslSocket::encrypted, this, &HealthcheckProbe::ask);
    tls->connectToHostEncrypted(m_origin.host(), port);
}

// Whose certificate it is stays of no account alone: who signed it, and until when, is verified as for a session.
void HealthcheckProbe::checkCertificate(const QList<QSslError>& errors)
{
    auto* tls = qobject_cast<QSslSocket*>(m_socket);
    m_tlsErrors = errors;
    if (pinSettles(m_tls, tls->peerCertificate(), errors)) return tls->ignoreSslErrors(errors);
    if (!std::all_of(errors.begin(), errors.end(), isOfOtherName)) return;
    m_found.certificateNames.clear();
    for (const auto& name : examine(*tls, errors).names)
        m_found.certificateNames += (m_found.certificateNames.empty() ? "" : ", ") + name;
    tls->ignoreSslErrors(errors);
}

void HealthcheckProbe::ask()
{
    const auto* protocol = domain::healthcheckProtocols[m_found.answers.size()];
    auto url = m_origin;
    url.setPath(m_origin.path() + QLatin1Char('/') + QLatin1String(protocol) + QStringLiteral("/healthcheck.htm"));
    m_asking = true;
    m_socket->write(QByteArray::fromStdString(printGet(hostHeader(url), target(url))));
}

void HealthcheckProbe::read()
{
    const auto bytes = m_socket->readAll();
    const auto response = m_reader->feed({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    if (!response) return take(0);
    if (*response) take((*response)->status);
}

void HealthcheckProbe::take(int status)
{
    m_asking = false;
    m_found.answers.push_back({domain::healthcheckProtocols[m_found.answers.size()], status});
    if (status == 0 || !m_reader->keepsAlive())
        dropSocket();
    else
        m_reused = true;
    next();
}

// A connection that was kept may end before the next request is read, which is then asked over a new one.
void HealthcheckProbe::ended()
{
    if (m_asking && m_reused) {
        m_asking = false;
        dropSocket();
        return next();
    }
    if (m_asking) {
        const auto last = m_reader->end();
        return take(last ? last->status : 0);
    }
    const auto* tls = qobject_cast<QSslSocket*>(m_socket);
    const auto host = "connect to " + m_origin.host().toStdString();
    if (tls != nullptr && !m_tlsErrors.isEmpty() && !tls->isEncrypted())
        return finish(certificateError(host, m_tls, *tls, m_tlsErrors).summary());
    if (!m_reused) return finish(m_socket->errorString().toStdString());
    dropSocket();
}

// What was not asked has no answer.
void HealthcheckProbe::finish(std::string problem)
{
    m_timer.stop();
    dropSocket();
    while (m_found.answers.size() < domain::healthcheckProtocols.size())
        m_found.answers.push_back({domain::healthcheckProtocols[m_found.answers.size()], 0});
    m_found.problem = std::move(problem);
    if (const auto done = std::exchange(m_done, nullptr)) done(std::move(m_found));
    deleteLater();
}

void HealthcheckProbe::dropSocket()
{
    if (m_socket == nullptr) return;
    m_socket->disconnect(this);
    m_socket->abort();
    std::exchange(m_socket, nullptr)->deleteLater();
}

} // namespace drydock::http
