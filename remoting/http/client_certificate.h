// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The certificate by which a client proves who it is, with its key.
#pragma once

#include "model/domain/result.h"
#include "model/domain/secret.h"

#include <QList>
#include <QSslCertificate>
#include <QSslKey>
#include <QString>

#include <memory>

namespace drydock::http {

struct ClientCertificate {
    QList<QSslCertificate> chain; // the client's own first
    QSslKey key;
};

// Reads a PEM file, whose key may stand in a file of its own, or a PKCS#12 file, which holds both. `password` is that
// of the key, where it has one. Usage: a file cannot be read or does not hold what it should; NotAuthenticated: the
// password does not open the key.
[[nodiscard]] domain::Result<std::shared_ptr<const ClientCertificate>>
readClientCertificate(const QString& certificateFile, const QString& keyFile, const domain::Secret& password);

} // namespace drydock::http
