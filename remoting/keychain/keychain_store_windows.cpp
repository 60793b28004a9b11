// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/keychain/keychain_store.h"

#include <QFuture>

#include <memory>
#include <string>
#include <utility>

#include <windows.h>

#include <wincred.h>

namespace drydock::keychain {
namespace {

using domain::ErrorKind;
using domain::Result;
using domain::Secret;

struct Freed {
    void operator()(CREDENTIALW* credential) const
    {
        SecureZeroMemory(credential->CredentialBlob, credential->CredentialBlobSize);
        CredFree(credential);
    }
};

domain::Failure lastError(const char* what)
{
    const DWORD code = GetLastError();
    const auto kind = code == ERROR_NOT_FOUND ? ErrorKind::NotFound : ErrorKind::Keychain;
    return domain::fail(kind, what, qt_error_string(static_cast<int>(code)).toStdString(), static_cast<int>(code));
}

// The name under which the Credential Manager lists an entry.
std::wstring targetName(const QString& service, const QString& key)
{
    return QString(service + QLatin1Char('/') + key).toStdWString();
}

Result<Secret> readSecret(const std::wstring& target)
{
    CREDENTIALW* found = nullptr;
    if (CredReadW(target.c_str(), CRED_TYPE_GENERIC, 0, &found) == 0) return lastError("read from the keychain");
    const std::unique_ptr<CREDENTIALW, Freed> credential(found);
    return Secret(
        std::string(reinterpret_cast<const char*>(credential->CredentialBlob), credential->CredentialBlobSize));
}

// Of this user on this computer: CRED_PERSIST_LOCAL_MACHINE does not roam, in spite of its name.
Result<> writeSecret(std::wstring target, const Secret& secret)
{
    const auto text = secret.reveal();
    CREDENTIALW credential{};
    credential.Type = CRED_TYPE_GENERIC;
    credential.TargetName = target.data();
    credential.CredentialBlob = reinterpret_cast<BYTE*>(const_cast<char*>(text.data()));
    credential.CredentialBlobSize = static_cast<DWORD>(text.size());
    credential.Persist = CRED_PERSIST_LOCAL_MACHINE;
    if (CredWriteW(&credential, 0) == 0) return lastError("write to the keychain");
    return {};
}

Result<> removeSecret(const std::wstring& target)
{
    if (CredDeleteW(target.c_str(), CRED_TYPE_GENERIC, 0) == 0) return lastError("remove from the keychain");
    return {};
}

} // namespace

KeychainStore::KeychainStore(QString service) : m_service(std::move(service)) {}

QFuture<std::shared_ptr<Result<Secret>>> KeychainStore::read(const QString& key)
{
    return QtFuture::makeReadyFuture(std::make_shared<Result<Secret>>(readSecret(targetName(m_service, key))));
}

QFuture<Result<>> KeychainStore::write(const QString& key, Secret secret)
{
    return QtFuture::makeReadyFuture(writeSecret(targetName(m_service, key), secret));
}

QFuture<Result<>> KeychainStore::remove(const QString& key)
{
    return QtFuture::makeReadyFuture(removeSecret(targetName(m_service, key)));
}

} // namespace drydock::keychain
