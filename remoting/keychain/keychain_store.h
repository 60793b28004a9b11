// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Stores passwords in the platform's keychain, and never in a plain file: in the Secret Service or KWallet through
// QtKeychain, on Windows in the Credential Manager (CredWriteW, a generic credential).
#pragma once

#include "model/ports/credential_store.h"

namespace drydock::keychain {

// The thread that calls needs an event loop, which finishes the future there. Dropping the future does not stop the
// job. Errors are those of the port.
class KeychainStore final : public ports::CredentialStore
{
public:
    // `service` is the name under which the keychain lists the entries.
    explicit KeychainStore(QString service);

    [[nodiscard]] QFuture<std::shared_ptr<domain::Result<domain::Secret>>> read(const QString& key) override;
    [[nodiscard]] QFuture<domain::Result<>> write(const QString& key, domain::Secret secret) override;
    [[nodiscard]] QFuture<domain::Result<>> remove(const QString& key) override;

private:
    QString m_service;
};

} // namespace drydock::keychain
