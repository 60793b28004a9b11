// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Decides what a TLS connection trusts: the system's authorities, a file of further ones, or one pinned certificate.
#pragma once

#include "model/domain/result.h"
#include "model/domain/server_certificate.h"
#include "remoting/http/client_certificate.h"

#include <QByteArray>
#include <QList>
#include <QSslConfiguration>
#include <QSslError>
#include <QString>

#include <memory>

QT_FORWARD_DECLARE_CLASS(QSslSocket)

namespace drydock::http {

struct TlsOptions {
    // SHA-256 of the server's certificate (32 bytes). If set, only this certificate is accepted, whoever signed it.
    QByteArray pinnedSha256;
    // A PEM file; empty: none.
    QString extraAuthorities;
    // By which this side proves who it is; null: it does not.
    std::shared_ptr<const ClientCertificate> client{};
};

// Returns a configuration with TLS 1.2 or later and a verified peer. TlsFailed: the extra file holds no certificate.
[[nodiscard]] domain::Result<QSslConfiguration> makeConfiguration(const TlsOptions& options);
// Returns whether the pin overrides these errors. It overrides those about the signer and the host name, but not expiry
// or revocation.
[[nodiscard]] bool pinSettles(const TlsOptions& options, const QSslCertificate& certificate,
                              const QList<QSslError>& errors);
// Returns whether the certificate is the pinned one; true if none is pinned.
[[nodiscard]] bool matchesPin(const TlsOptions& options, const QSslCertificate& certificate);

// Returns the certificate of the socket's peer and why it is not trusted, for a person who decides about it.
[[nodiscard]] domain::ServerCertificate examine(const QSslSocket& socket, const QList<QSslError>& errors);
// Returns the error of a certificate that is refused: CertificateNotPinned, TlsFailed (not fit for use),
// CertificateExpired, CertificateUntrusted or CertificateOfOther. The detail holds all of its problems.
[[nodiscard]] domain::Error certificateError(std::string what, const TlsOptions& options, const QSslSocket& socket,
                                             const QList<QSslError>& errors);
// Returns the error of a handshake that failed for the reason, as the TLS library words it. NotAuthenticated: the
// server refuses the client's certificate, or misses it.
[[nodiscard]] domain::Error handshakeError(std::string what, const QString& reason);
// Returns whether the server ended the connection because of the client's certificate. With TLS 1.3 that comes after
// the handshake, and nothing of a request was read.
[[nodiscard]] bool refusesClient(const QString& reason);

} // namespace drydock::http
