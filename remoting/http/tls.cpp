// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/http/tls.h"

#include "model/domain/certificate_messages.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QSslCertificate>
#include <QSslCertificateExtension>
#include <QSslKey>
#include <QSslSocket>

#include <algorithm>

namespace drydock::http {
namespace {

using domain::certificateSentence;
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

std::string nameOf(const QSslCertificate& certificate, bool issuer)
{
    QStringList parts;
    for (const auto& key : issuer ? certificate.issuerInfoAttributes() : certificate.subjectInfoAttributes())
        for (const auto& value : issuer ? certificate.issuerInfo(key) : certificate.subjectInfo(key))
            parts += QString::fromLatin1(key) + QLatin1Char('=') + value;
    return parts.join(QStringLiteral(", ")).toStdString();
}

std::string dateOf(const QDateTime& time)
{
    return time.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm 'UTC'")).toStdString();
}

bool isSignedBy(const QSslCertificate& certificate, std::initializer_list<const char*> identifiers)
{
    const auto der = certificate.toDer();
    return std::ranges::any_of(identifiers, [&](const char* identifier) { return der.contains(identifier); });
}

// The library's errors that Qt has no name for: a look at the certificate tells which it can be.
domain::LocalizableText unnamedProblem(const QSslCertificate& certificate, const QList<QSslCertificate>& chain)
{
    const auto key = certificate.publicKey();
    const int least = key.algorithm() == QSsl::Ec ? leastEcBits : leastRsaBits;
    if (!key.isNull() && key.length() > 0 && key.length() < least)
        return certificateSentence<"weak-key">(std::to_string(key.length()), std::to_string(least));
    // Object identifiers of signatures in DER: with RSA, and ECDSA with SHA-1.
    if (isSignedBy(certificate, {"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x04"}))
        return certificateSentence<"signed-with-md5">();
    if (isSignedBy(certificate, {"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x05", "\x2a\x86\x48\xce\x3d\x04\x01"}))
        return certificateSentence<"signed-with-sha1">();
    for (const auto& issuer : chain)
        for (const auto& extension : issuer.extensions())
            if (extension.oid() == QLatin1String("2.5.29.30"))
                return certificateSentence<"outside-constraints">(nameOf(issuer, false));
    return certificateSentence<"rule-not-told">();
}

domain::LocalizableText problemOf(const QSslError& error, const QSslSocket& socket)
{
    const auto& certificate = error.certificate();
    switch (error.error()) {
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
        return certificateSentence<"issuer-not-known">(nameOf(certificate, true));
    case QSslError::UnableToVerifyFirstCertificate:
        return certificateSentence<"no-issuer-sent">();
    case QSslError::SelfSignedCertificate:
        return certificateSentence<"self-signed">();
    case QSslError::SelfSignedCertificateInChain:
        return certificateSentence<"authority-not-trusted">(nameOf(certificate, false));
    case QSslError::HostNameMismatch:
        return certificateSentence<"not-for-host">(socket.peerName().toStdString());
    case QSslError::CertificateExpired:
        return certificateSentence<"expired-on">(dateOf(certificate.expiryDate()));
    case QSslError::CertificateNotYetValid:
        return certificateSentence<"not-valid-before">(dateOf(certificate.effectiveDate()));
    case QSslError::InvalidPurpose:
        return certificateSentence<"other-purpose">();
    case QSslError::InvalidCaCertificate:
        return certificateSentence<"no-authority">();
    case QSslError::PathLengthExceeded:
        return certificateSentence<"path-too-long">();
    case QSslError::CertificateSignatureFailed:
        return certificateSentence<"wrong-signature">();
    case QSslError::CertificateRevoked:
    case QSslError::CertificateBlacklisted:
        return certificateSentence<"revoked">();
    case QSslError::UnspecifiedError:
        return unnamedProblem(certificate, socket.peerCertificateChain());
    default:
        return certificateSentence<"in-words-of-the-library">(error.errorString().toStdString());
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
    found.subject = nameOf(certificate, false);
    found.issuer = nameOf(certificate, true);
    for (const auto& name : certificate.subjectAlternativeNames())
        found.names.push_back(name.toStdString());
    found.validFrom = timeOf(certificate.effectiveDate());
    found.validUntil = timeOf(certificate.expiryDate());
    found.sha256 = certificate.digest(QCryptographicHash::Sha256).toHex().toStdString();
    for (const auto& error : errors) {
        auto problem = problemOf(error, socket);
        if (!error.certificate().isNull() && error.certificate() != certificate)
            problem = certificateSentence<"problem-of-issuer">(std::move(problem), nameOf(error.certificate(), false));
        if (std::ranges::find(found.problems, problem) == found.problems.end()) found.problems.push_back(problem);
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
        error.detail += problem.english() + "; ";
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
