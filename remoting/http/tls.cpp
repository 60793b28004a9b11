// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/http/tls.h"

#include <QCryptographicHash>
#include <QSslCertificate>

#include <algorithm>

namespace drydock::http {
namespace {

bool isAboutTrust(const QSslError& error)
{
    switch (error.error()) {
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::CertificateUntrusted:
    case QSslError::HostNameMismatch:
        return true;
    default:
        return false;
    }
}

} // namespace

domain::Result<QSslConfiguration> makeConfiguration(const TlsOptions& options)
{
    auto configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (!options.extraAuthorities.isEmpty()) {
        const auto extra = QSslCertificate::fromPath(options.extraAuthorities, QSsl::Pem);
        if (extra.isEmpty())
            return domain::fail(domain::ErrorKind::TlsFailed, "read " + options.extraAuthorities.toStdString(),
                                "no certificate in it");
        configuration.addCaCertificates(extra);
    }
    return configuration;
}

bool matchesPin(const TlsOptions& options, const QSslCertificate& certificate)
{
    return options.pinnedSha256.isEmpty() || certificate.digest(QCryptographicHash::Sha256) == options.pinnedSha256;
}

bool pinSettles(const TlsOptions& options, const QSslCertificate& certificate, const QList<QSslError>& errors)
{
    return !options.pinnedSha256.isEmpty() && !certificate.isNull() && matchesPin(options, certificate) &&
           std::ranges::all_of(errors, isAboutTrust);
}

std::string describe(const QSslCertificate& certificate, const QList<QSslError>& errors)
{
    QString text;
    for (const auto& error : errors)
        text += error.errorString() + QStringLiteral("; ");
    if (!certificate.isNull())
        text += QStringLiteral("certificate SHA-256 ") +
                QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex(':').toUpper());
    return text.toStdString();
}

} // namespace drydock::http
