// Passwords in the platform's keychain (Secret Service, KWallet, Windows Credential Store), by QtKeychain; never in a
// plain file.
#pragma once

#include "model/ports/credential_store.h"

namespace drydock::keychain {

// Calls come from a thread with an event loop, and are answered there.
class KeychainStore final : public ports::CredentialStore
{
public:
    // `service` is the name the entries are kept under.
    explicit KeychainStore(QString service);

    [[nodiscard]] QFuture<std::shared_ptr<domain::Result<domain::Secret>>> read(const QString& key) override;
    [[nodiscard]] QFuture<domain::Result<>> write(const QString& key, domain::Secret secret) override;
    [[nodiscard]] QFuture<domain::Result<>> remove(const QString& key) override;

private:
    QString m_service;
};

} // namespace drydock::keychain
