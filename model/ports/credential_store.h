// Where passwords are kept between sessions: the platform's keychain, or nowhere (then one is asked each time).
#pragma once

#include "model/domain/result.h"
#include "model/domain/secret.h"

#include <QFuture>
#include <QString>

#include <memory>

namespace drydock::ports {

class CredentialStore
{
public:
    virtual ~CredentialStore() = default;
    // NotFound when nothing is stored; Keychain when there is no keychain or it refuses.
    [[nodiscard]] virtual QFuture<std::shared_ptr<domain::Result<domain::Secret>>> read(const QString& key) = 0;
    [[nodiscard]] virtual QFuture<domain::Result<>> write(const QString& key, domain::Secret secret) = 0;
    [[nodiscard]] virtual QFuture<domain::Result<>> remove(const QString& key) = 0;
};

} // namespace drydock::ports
