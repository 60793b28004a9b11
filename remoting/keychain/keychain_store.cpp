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

// Starts the job; `outcome` turns it into the result when it has finished. There is no fall-back to a plain-text file:
// QtKeychain has one, off unless asked for, and it is said here that it stays off.
template <class Value, class Outcome>
QFuture<Value> start(QKeychain::Job* job, Outcome outcome)
{
    auto promise = std::make_shared<QPromise<Value>>();
    promise->start();
    auto future = promise->future();
    job->setInsecureFallback(false);
    job->setAutoDelete(true);
    QObject::connect(job, &QKeychain::Job::finished, job, [promise, outcome = std::move(outcome)](QKeychain::Job* finished) {
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
            return std::make_shared<domain::Result<domain::Secret>>(domain::fail(errorOf(finished, "read from the keychain")));
        QString text = static_cast<QKeychain::ReadPasswordJob&>(finished).textData();
        domain::Secret secret(text.toStdString());
        text.fill(QChar::Null);
        return std::make_shared<domain::Result<domain::Secret>>(std::move(secret));
    });
}

QFuture<domain::Result<>> KeychainStore::write(const QString& key, domain::Secret secret)
{
    auto* job = new QKeychain::WritePasswordJob(m_service);
    job->setKey(key);
    const std::string_view text = secret.reveal();
    job->setTextData(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
    return start<domain::Result<>>(job, [](QKeychain::Job& finished) -> domain::Result<> {
        if (finished.error() != QKeychain::NoError)
            return domain::fail(errorOf(finished, "write to the keychain"));
        return {};
    });
}

QFuture<domain::Result<>> KeychainStore::remove(const QString& key)
{
    auto* job = new QKeychain::DeletePasswordJob(m_service);
    job->setKey(key);
    return start<domain::Result<>>(job, [](QKeychain::Job& finished) -> domain::Result<> {
        if (finished.error() != QKeychain::NoError)
            return domain::fail(errorOf(finished, "remove from the keychain"));
        return {};
    });
}

} // namespace drydock::keychain
