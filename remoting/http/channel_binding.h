// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Binds an authentication to the TLS connection that carries it (RFC 5929, protocol.md 4.6).
#pragma once

#include <QtGlobal>

#include <string>

QT_FORWARD_DECLARE_CLASS(QSslCertificate)

namespace drydock::http {

// Returns "tls-server-end-point:" and the hash of the server's certificate. The hash is that of its signature, and
// SHA-256 where that is MD5, SHA-1 or unknown.
[[nodiscard]] std::string endPointBinding(const QSslCertificate& certificate);

} // namespace drydock::http
