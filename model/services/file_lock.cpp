// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/services/file_lock.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>
#include <QSysInfo>
#include <QThread>

#include <chrono>
#include <optional>

#ifdef Q_OS_WIN
#include <QLockFile>
#else
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace drydock::services {
namespace {

using domain::ErrorKind;

constexpr std::chrono::milliseconds timeout{300}; // another process that lists holds a lock for an instant
constexpr std::chrono::milliseconds pause{10};

// As QLockFile writes it, which programs of earlier versions read: process, program and computer, a line each.
struct Holder {
    qint64 process = 0;
    QByteArray program;
    QByteArray computer;
};

std::optional<Holder> holderIn(const QString& file)
{
    QFile lock(file);
    if (!lock.open(QIODevice::ReadOnly)) return {};
    const auto lines = lock.readAll().split('\n');
    if (lines.size() < 4) return {}; // not written to the end
    return Holder{lines[0].toLongLong(), lines[1], lines[2]};
}

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
    const auto holder = holderIn(lock->m_file).value_or(Holder());
    return domain::fail(ErrorKind::Locked, what,
                        "held by process " + std::to_string(holder.process) + " (" + holder.program.toStdString() +
                            ") on " + holder.computer.toStdString(),
                        holder.process);
}

#ifdef Q_OS_WIN

FileLock::FileLock(const QString& path)
    : m_file(path + QStringLiteral(".lock")), m_lock(std::make_unique<QLockFile>(m_file))
{
    m_lock->setStaleLockTime(0);
}

FileLock::~FileLock() = default;

FileLock::Attempt FileLock::tryOnce()
{
    if (m_lock->tryLock(0)) return Attempt::Taken;
    return m_lock->error() == QLockFile::LockFailedError ? Attempt::Held : Attempt::Failed;
}

bool FileLock::isHeld(const QString& path)
{
    FileLock lock(path);
    return lock.tryOnce() == Attempt::Held;
}

#else

namespace {

// The system's locks may not reach the other computers that share a folder. A name that is not ours holds it then.
bool isHeldElsewhere(const QString& file)
{
    const auto holder = holderIn(file);
    return holder && !holder->computer.isEmpty() && holder->computer != QSysInfo::machineHostName().toLocal8Bit();
}

bool isTheSame(int handle, const QString& file)
{
    struct stat opened {
    }, named{};
    return ::fstat(handle, &opened) == 0 && ::stat(QFile::encodeName(file).constData(), &named) == 0 &&
           opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

bool writeHolder(int handle)
{
    const QByteArray text = QByteArray::number(QCoreApplication::applicationPid()) + '\n' +
                            QCoreApplication::applicationName().toUtf8() + '\n' +
                            QSysInfo::machineHostName().toLocal8Bit() + '\n';
    return ::ftruncate(handle, 0) == 0 && ::write(handle, text.constData(), std::size_t(text.size())) == text.size();
}

} // namespace

FileLock::FileLock(const QString& path) : m_file(path + QStringLiteral(".lock")) {}

// Removed while it is held: a process that has opened it meanwhile finds that it is no longer at its path.
FileLock::~FileLock()
{
    if (m_handle < 0) return;
    ::unlink(QFile::encodeName(m_file).constData());
    ::close(m_handle);
}

FileLock::Attempt FileLock::tryOnce()
{
    const int handle = ::open(QFile::encodeName(m_file).constData(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (handle < 0) return Attempt::Failed;
    auto attempt = Attempt::Held;
    if (::flock(handle, LOCK_EX | LOCK_NB) != 0)
        attempt = errno == EWOULDBLOCK ? Attempt::Held : Attempt::Failed;
    else if (isTheSame(handle, m_file) && !isHeldElsewhere(m_file))
        attempt = writeHolder(handle) ? Attempt::Taken : Attempt::Failed;
    if (attempt == Attempt::Taken)
        m_handle = handle;
    else
        ::close(handle);
    return attempt;
}

bool FileLock::isHeld(const QString& path)
{
    const QString file = path + QStringLiteral(".lock");
    const int handle = ::open(QFile::encodeName(file).constData(), O_RDONLY | O_CLOEXEC);
    if (handle < 0) return false;
    const bool held = (::flock(handle, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK) || isHeldElsewhere(file);
    ::close(handle);
    return held;
}

#endif

} // namespace drydock::services
