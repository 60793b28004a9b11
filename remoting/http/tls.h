// What a connection over TLS trusts: the system's authorities, an extra file of them, or one pinned certificate.
#pragma once

#include "model/domain/result.h"

#include <QByteArray>
#include <QList>
#include <QSslConfiguration>
#include <QSslError>
#include <QString>

namespace drydock::http {

struct TlsOptions {
    QByteArray pinnedSha256;  // of the server's certificate (32 bytes): only this one is accepted, whoever signed it
    QString extraAuthorities; // a PEM file, empty for none
};

// TLS 1.2 or later, peer verified. Fails (TlsFailed) when the extra file holds no certificate.
[[nodiscard]] domain::Result<QSslConfiguration> makeConfiguration(const TlsOptions& options);
// Whether the pin settles these errors: only those about who signed it and for which name, never expiry or revocation.
[[nodiscard]] bool pinSettles(const TlsOptions& options, const QSslCertificate& certificate,
                              const QList<QSslError>& errors);
// Whether the certificate is the pinned one; true without a pin.
[[nodiscard]] bool matchesPin(const TlsOptions& options, const QSslCertificate& certificate);
// The errors and the certificate's fingerprint, for the expert (and for the question whether to pin it).
[[nodiscard]] std::string describe(const QSslCertificate& certificate, const QList<QSslError>& errors);

} // namespace drydock::http
