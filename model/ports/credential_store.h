// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Stores passwords between sessions, in the platform's keychain. Without a store the user is asked each time.
#pragma once

#include "model/domain/result.h"
#include "model/domain/secret.h"

#include <QFuture>
#include <QString>

#include <memory>

namespace drydock::ports {

// Call it from a thread with an event loop, which finishes the futures. Dropping a future cancels nothing.
class CredentialStore
{
public:
    virtual ~CredentialStore() = default;
    // Errors of all three functions: Keychain if there is no keychain or it refuses; read() also NotFound if nothing is
    // stored under the key, or it is locked and nobody unlocks it; remove() NotFound where the keychain tells that.
    [[nodiscard]] virtual QFuture<std::shared_ptr<domain::Result<domain::Secret>>> read(const QString& key) = 0;
    [[nodiscard]] virtual QFuture<domain::Result<>> write(const QString& key, domain::Secret secret) = 0;
    [[nodiscard]] virtual QFuture<domain::Result<>> remove(const QString& key) = 0;
};

} // namespace drydock::ports
