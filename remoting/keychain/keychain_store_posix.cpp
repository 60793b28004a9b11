// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/keychain/keychain_store.h"

#include <QPromise>

#include <qt6keychain/keychain.h>

#include <utility>

namespace drydock::keychain {
namespace {

using domain::ErrorKind;

domain::Error errorOf(const QKeychain::Job& job, const char* what)
{
    const ErrorKind kind = job.error() == QKeychain::EntryNotFound ? ErrorKind::NotFound : ErrorKind::Keychain;
    return {kind, what, job.errorString().toStdString(), job.error(), nullptr};
}

// Overwrites the characters in place, so that copies that share the memory are wiped too. The access is volatile, so
// that the compiler does not remove it.
template <class Character> void wipe(const Character* shared, qsizetype length)
{
    volatile auto* bytes = reinterpret_cast<volatile char*>(const_cast<Character*>(shared));
    for (std::size_t i = 0; i < static_cast<std::size_t>(length) * sizeof(Character); ++i)
        bytes[i] = 0;
}

// Starts the job; `outcome` converts it to the result when it has finished. QtKeychain can fall back to a plain-text
// file; this is switched off here, although off is its default.
template <class Value, class Outcome> QFuture<Value> start(QKeychain::Job* job, Outcome outcome)
{
    auto promise = std::make_shared<QPromise<Value>>();
    promise->start();
    auto future = promise->future();
    job->setInsecureFallback(false);
    job->setAutoDelete(true);
    QObject::connect(job, &QKeychain::Job::finished, job,
                     [promise, outcome = std::move(outcome)](QKeychain::Job* finished) {
                         promise->addResult(outcome(*finished));
                         promise->finish();
                     });
    job->start();
    return future;
}

} // namespace

KeychainStore::KeychainStore(QString service) : m_service(std::move(service)) {}

QFuture<std::shared_ptr<domain::Result<domain::Secret>>> KeychainStore::read(const QString& key)
{
    using Read = std::shared_ptr<domain::Result<domain::Secret>>;
    auto* job = new QKeychain::ReadPasswordJob(m_service);
    job->setKey(key);
    return start<Read>(job, [](QKeychain::Job& finished) -> Read {
        if (finished.error() != QKeychain::NoError)
            return std::make_shared<domain::Result<domain::Secret>>(
                domain::fail(errorOf(finished, "read from the keychain")));
        const QByteArray data = static_cast<QKeychain::ReadPasswordJob&>(finished).binaryData();
        domain::Secret secret(std::string(data.constData(), static_cast<std::size_t>(data.size())));
        wipe(data.constData(), data.size());
        return std::make_shared<domain::Result<domain::Secret>>(std::move(secret));
    });
}

QFuture<domain::Result<>> KeychainStore::write(const QString& key, domain::Secret secret)
{
    auto* job = new QKeychain::WritePasswordJob(m_service);
    job->setKey(key);
    const std::string_view utf8 = secret.reveal();
    const QString text = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    job->setTextData(text);
    return start<domain::Result<>>(job, [text](QKeychain::Job& finished) -> domain::Result<> {
        wipe(text.constData(), text.size());
        if (finished.error() != QKeychain::NoError) return domain::fail(errorOf(finished, "write to the keychain"));
        return {};
    });
}

QFuture<domain::Result<>> KeychainStore::remove(const QString& key)
{
    auto* job = new QKeychain::DeletePasswordJob(m_service);
    job->setKey(key);
    return start<domain::Result<>>(job, [](QKeychain::Job& finished) -> domain::Result<> {
        if (finished.error() != QKeychain::NoError) return domain::fail(errorOf(finished, "remove from the keychain"));
        return {};
    });
}

} // namespace drydock::keychain
