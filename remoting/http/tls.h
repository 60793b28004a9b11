// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Decides what a TLS connection trusts: the system's authorities, a file of further ones, or one pinned certificate.
#pragma once

#include "model/domain/result.h"

#include <QByteArray>
#include <QList>
#include <QSslConfiguration>
#include <QSslError>
#include <QString>

namespace drydock::http {

struct TlsOptions {
    // SHA-256 of the server's certificate (32 bytes). If set, only this certificate is accepted, whoever signed it.
    QByteArray pinnedSha256;
    // A PEM file; empty: none.
    QString extraAuthorities;
};

// Returns a configuration with TLS 1.2 or later and a verified peer. TlsFailed: the extra file holds no certificate.
[[nodiscard]] domain::Result<QSslConfiguration> makeConfiguration(const TlsOptions& options);
// Returns whether the pin overrides these errors. It overrides those about the signer and the host name, but not expiry
// or revocation.
[[nodiscard]] bool pinSettles(const TlsOptions& options, const QSslCertificate& certificate,
                              const QList<QSslError>& errors);
// Returns whether the certificate is the pinned one; true if none is pinned.
[[nodiscard]] bool matchesPin(const TlsOptions& options, const QSslCertificate& certificate);
// Returns the errors and the certificate's fingerprint as text, for error details and for the question whether to pin
// it.
[[nodiscard]] std::string describe(const QSslCertificate& certificate, const QList<QSslError>& errors);

} // namespace drydock::http
