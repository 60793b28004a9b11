// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/services/file_lock.h"

#include "model/services/lock_holder.h"

#include <QDeadlineTimer>
#include <QThread>

#include <chrono>

namespace drydock::services {
namespace {

using domain::ErrorKind;

constexpr std::chrono::milliseconds timeout{300}; // another process that lists holds a lock for an instant
constexpr std::chrono::milliseconds pause{10};

} // namespace

domain::Result<std::unique_ptr<FileLock>> FileLock::take(const QString& path)
{
    std::unique_ptr<FileLock> lock(new FileLock(path));
    const auto what = "lock " + path.toStdString();
    auto attempt = lock->tryOnce();
    for (const QDeadlineTimer deadline(timeout); attempt == Attempt::Held && !deadline.hasExpired();) {
        QThread::msleep(pause.count());
        attempt = lock->tryOnce();
    }
    if (attempt == Attempt::Taken) return lock;
    if (attempt == Attempt::Failed) return domain::fail(ErrorKind::Storage, what, "the lock file cannot be written");
    const auto holder = lockHolderIn(lock->m_file).value_or(LockHolder());
    return domain::fail(ErrorKind::Locked, what,
                        "held by process " + std::to_string(holder.process) + " (" + holder.program.toStdString() +
                            ") on " + holder.computer.toStdString(),
                        holder.process);
}

} // namespace drydock::services
