// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/http/tls.h"

#include <QCryptographicHash>
#include <QSslCertificate>
#include <QSslKey>

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

// Returns why the TLS library may refuse a certificate without an error of its own; empty where nothing is seen.
QString weaknessOf(const QSslCertificate& certificate)
{
    constexpr int smallestRsa = 2048, smallestEc = 224; // bits, of security level 2
    const auto key = certificate.publicKey();
    const bool isRsa = key.algorithm() == QSsl::Rsa || key.algorithm() == QSsl::Dsa;
    if (!key.isNull() && key.length() < (isRsa ? smallestRsa : smallestEc))
        return QStringLiteral("its key of %1 bits is too weak").arg(key.length());
    const auto text = certificate.toText();
    for (const auto* digest : {"sha1", "md5"})
        if (text.contains(QStringLiteral("Signature Algorithm: ") + QLatin1String(digest), Qt::CaseInsensitive) ||
            text.contains(QStringLiteral("Signature Algorithm: ecdsa-with-") + QLatin1String(digest),
                          Qt::CaseInsensitive))
            return QStringLiteral("it is signed with %1, which is too weak").arg(QString::fromLatin1(digest).toUpper());
    return {};
}

QString textOf(const QSslError& error, const QSslCertificate& peer)
{
    if (error.error() != QSslError::UnspecifiedError) return error.errorString();
    const auto& certificate = error.certificate().isNull() ? peer : error.certificate();
    const auto weakness = weaknessOf(certificate);
    return weakness.isEmpty() ? QStringLiteral("the TLS library refuses the certificate and does not say why")
                              : QStringLiteral("the certificate is refused: ") + weakness;
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
        text += textOf(error, certificate) + QStringLiteral("; ");
    if (!certificate.isNull())
        text += QStringLiteral("certificate SHA-256 ") +
                QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex(':').toUpper());
    return text.toStdString();
}

} // namespace drydock::http
