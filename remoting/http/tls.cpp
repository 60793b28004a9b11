// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/http/tls.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QSslCertificate>
#include <QSslCertificateExtension>
#include <QSslKey>
#include <QSslSocket>

#include <algorithm>

namespace drydock::http {
namespace {

using domain::ErrorKind;

constexpr int leastRsaBits = 2048, leastEcBits = 224; // security level 2 of OpenSSL
constexpr auto securityLevel = "DEFAULT@SECLEVEL=2";

// What an error is about. A person settles the first two by a pin.
enum class Concern { Trust, Host, Time, Fitness };

Concern concernOf(const QSslError& error)
{
    switch (error.error()) {
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::CertificateUntrusted:
        return Concern::Trust;
    case QSslError::HostNameMismatch:
        return Concern::Host;
    case QSslError::CertificateExpired:
    case QSslError::CertificateNotYetValid:
    case QSslError::InvalidNotBeforeField:
    case QSslError::InvalidNotAfterField:
        return Concern::Time;
    default:
        return Concern::Fitness;
    }
}

bool isAboutTrust(const QSslError& error)
{
    const auto concern = concernOf(error);
    return concern == Concern::Trust || concern == Concern::Host;
}

QString nameOf(const QSslCertificate& certificate, bool issuer)
{
    QStringList parts;
    for (const auto& key : issuer ? certificate.issuerInfoAttributes() : certificate.subjectInfoAttributes())
        for (const auto& value : issuer ? certificate.issuerInfo(key) : certificate.subjectInfo(key))
            parts += QString::fromLatin1(key) + QLatin1Char('=') + value;
    return parts.join(QStringLiteral(", "));
}

QString dateOf(const QDateTime& time) { return time.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm 'UTC'")); }

bool isSignedBy(const QSslCertificate& certificate, std::initializer_list<const char*> identifiers)
{
    const auto der = certificate.toDer();
    return std::ranges::any_of(identifiers, [&](const char* identifier) { return der.contains(identifier); });
}

// The library's errors that Qt has no name for: a look at the certificate tells which it can be.
QString unnamedProblem(const QSslCertificate& certificate, const QList<QSslCertificate>& chain)
{
    const auto key = certificate.publicKey();
    const int least = key.algorithm() == QSsl::Ec ? leastEcBits : leastRsaBits;
    if (!key.isNull() && key.length() > 0 && key.length() < least)
        return QStringLiteral("its key is weak: %1 bits, and %2 are needed").arg(key.length()).arg(least);
    // Object identifiers of signatures in DER: with RSA, and ECDSA with SHA-1.
    if (isSignedBy(certificate, {"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x04"}))
        return QStringLiteral("it is signed with MD5, which can be forged");
    if (isSignedBy(certificate, {"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x05", "\x2a\x86\x48\xce\x3d\x04\x01"}))
        return QStringLiteral("it is signed with SHA-1, which can be forged");
    for (const auto& issuer : chain)
        for (const auto& extension : issuer.extensions())
            if (extension.oid() == QLatin1String("2.5.29.30"))
                return QStringLiteral("its names are outside of those that its issuer may certify (name constraints of "
                                      "%1)")
                    .arg(nameOf(issuer, false));
    return QStringLiteral("it breaks a rule of the TLS library, which does not say which one");
}

QString problemOf(const QSslError& error, const QSslSocket& socket)
{
    const auto& certificate = error.certificate();
    switch (error.error()) {
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
        return QStringLiteral("the certificate of its issuer is not known: %1").arg(nameOf(certificate, true));
    case QSslError::UnableToVerifyFirstCertificate:
        return QStringLiteral("the server sent no certificate of its issuer, so that nothing leads to an authority");
    case QSslError::SelfSignedCertificate:
        return QStringLiteral("it is self-signed: no authority has issued it");
    case QSslError::SelfSignedCertificateInChain:
        return QStringLiteral("its authority is not one that this computer trusts: %1").arg(nameOf(certificate, false));
    case QSslError::HostNameMismatch:
        return QStringLiteral("it is not for %1").arg(socket.peerName());
    case QSslError::CertificateExpired:
        return QStringLiteral("it expired on %1").arg(dateOf(certificate.expiryDate()));
    case QSslError::CertificateNotYetValid:
        return QStringLiteral("it is not valid before %1").arg(dateOf(certificate.effectiveDate()));
    case QSslError::InvalidPurpose:
        return QStringLiteral("it is for another purpose than to prove a server");
    case QSslError::InvalidCaCertificate:
        return QStringLiteral("it must not issue certificates, and has issued one");
    case QSslError::PathLengthExceeded:
        return QStringLiteral("more authorities stand between it and its root than the root allows");
    case QSslError::CertificateSignatureFailed:
        return QStringLiteral("its signature is not that of its issuer");
    case QSslError::CertificateRevoked:
    case QSslError::CertificateBlacklisted:
        return QStringLiteral("it was revoked");
    case QSslError::UnspecifiedError:
        return unnamedProblem(certificate, socket.peerCertificateChain());
    default:
        return error.errorString();
    }
}

} // namespace

domain::Result<QSslConfiguration> makeConfiguration(const TlsOptions& options)
{
    auto configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    // Whatever the system's file says, which may allow weak keys and signatures.
    if (QSslSocket::activeBackend() == QLatin1String("openssl"))
        configuration.setBackendConfigurationOption("CipherString", QByteArray(securityLevel));
    if (!options.extraAuthorities.isEmpty()) {
        const auto extra = QSslCertificate::fromPath(options.extraAuthorities, QSsl::Pem);
        if (extra.isEmpty())
            return domain::fail(domain::ErrorKind::TlsFailed, "read " + options.extraAuthorities.toStdString(),
                                "no certificate in it");
        configuration.addCaCertificates(extra);
    }
    if (options.client) {
        configuration.setLocalCertificateChain(options.client->chain);
        configuration.setPrivateKey(options.client->key);
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

domain::ServerCertificate examine(const QSslSocket& socket, const QList<QSslError>& errors)
{
    const auto certificate = socket.peerCertificate();
    const auto timeOf = [](const QDateTime& time) {
        return domain::Time(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
    };
    domain::ServerCertificate found;
    found.host = socket.peerName().toStdString();
    found.subject = nameOf(certificate, false).toStdString();
    found.issuer = nameOf(certificate, true).toStdString();
    for (const auto& name : certificate.subjectAlternativeNames())
        found.names.push_back(name.toStdString());
    found.validFrom = timeOf(certificate.effectiveDate());
    found.validUntil = timeOf(certificate.expiryDate());
    found.sha256 = certificate.digest(QCryptographicHash::Sha256).toHex().toStdString();
    for (const auto& error : errors) {
        auto problem = problemOf(error, socket);
        if (!error.certificate().isNull() && error.certificate() != certificate)
            problem += QStringLiteral(" (%1)").arg(nameOf(error.certificate(), false));
        if (const auto text = problem.toStdString(); std::ranges::find(found.problems, text) == found.problems.end())
            found.problems.push_back(text);
    }
    found.pinnable = !certificate.isNull() && !errors.isEmpty() && std::ranges::all_of(errors, isAboutTrust);
    return found;
}

domain::Error certificateError(std::string what, const TlsOptions& options, const QSslSocket& socket,
                               const QList<QSslError>& errors)
{
    const auto concerns = [&](Concern concern) {
        return std::ranges::any_of(errors, [&](const QSslError& error) { return concernOf(error) == concern; });
    };
    const auto found = examine(socket, errors);
    domain::Error error{ErrorKind::CertificateOfOther, std::move(what), {}, 0, nullptr};
    if (!matchesPin(options, socket.peerCertificate())) {
        error.kind = ErrorKind::CertificateNotPinned;
        error.detail = "not the pinned certificate; ";
    } else if (concerns(Concern::Fitness)) {
        error.kind = ErrorKind::TlsFailed;
    } else if (concerns(Concern::Time)) {
        error.kind = ErrorKind::CertificateExpired;
    } else if (concerns(Concern::Trust)) {
        error.kind = ErrorKind::CertificateUntrusted;
    }
    for (const auto& problem : found.problems)
        error.detail += problem + "; ";
    if (concerns(Concern::Host)) {
        error.detail += "its names:";
        for (const auto& name : found.names)
            error.detail += " " + name;
        error.detail += found.names.empty() ? " none; " : "; ";
    }
    error.detail += "certificate of " + found.subject + ", issued by " + found.issuer + ", SHA-256 " +
                    socket.peerCertificate().digest(QCryptographicHash::Sha256).toHex(':').toUpper().toStdString();
    return error;
}

domain::Error handshakeError(std::string what, const QString& reason)
{
    auto detail = reason.toStdString();
    // "unsupported protocol" of this side, "alert protocol version" of the other.
    if (reason.contains(QLatin1String("protocol"), Qt::CaseInsensitive))
        detail = "the two sides have no version of TLS in common, and less than TLS 1.2 is not used: " + detail;
    if (refusesClient(reason))
        return {ErrorKind::NotAuthenticated, std::move(what), "the server refuses the client certificate: " + detail, 0,
                nullptr};
    return {ErrorKind::TlsFailed, std::move(what), std::move(detail), 0, nullptr};
}

// The words of the alerts 42 to 48 and 116 in OpenSSL's texts.
bool refusesClient(const QString& reason)
{
    return reason.contains(QLatin1String("alert"), Qt::CaseInsensitive) &&
           (reason.contains(QLatin1String("certificate"), Qt::CaseInsensitive) ||
            reason.contains(QLatin1String("unknown ca"), Qt::CaseInsensitive));
}

} // namespace drydock::http
