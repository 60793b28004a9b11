// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/services/file_lock.h"
#include "model/services/lock_holder.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace drydock::services {
namespace {

bool isTheSame(int descriptor, const QString& file)
{
    struct stat opened {
    }, named{};
    return ::fstat(descriptor, &opened) == 0 && ::stat(QFile::encodeName(file).constData(), &named) == 0 &&
           opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

bool writeHolder(int descriptor)
{
    const auto text = thisProcessAsHolder();
    return ::ftruncate(descriptor, 0) == 0 &&
           ::write(descriptor, text.constData(), std::size_t(text.size())) == text.size();
}

} // namespace

struct FileLock::Handle {
    int descriptor;
};

FileLock::FileLock(const QString& path) : m_file(path + QStringLiteral(".lock")) {}

// Removed while it is held: a process that has opened it meanwhile finds that it is no longer at its path.
FileLock::~FileLock()
{
    if (!m_handle) return;
    ::unlink(QFile::encodeName(m_file).constData());
    ::close(m_handle->descriptor);
}

FileLock::Attempt FileLock::tryOnce()
{
    const int descriptor =
        ::open(QFile::encodeName(m_file).constData(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0) return Attempt::Failed;
    auto attempt = Attempt::Held;
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0)
        attempt = errno == EWOULDBLOCK ? Attempt::Held : Attempt::Failed;
    else if (isTheSame(descriptor, m_file) && !isHeldByAnotherComputer(m_file))
        attempt = writeHolder(descriptor) ? Attempt::Taken : Attempt::Failed;
    if (attempt == Attempt::Taken)
        m_handle = std::make_unique<Handle>(Handle{descriptor});
    else
        ::close(descriptor);
    return attempt;
}

bool FileLock::isHeld(const QString& path)
{
    const QString file = path + QStringLiteral(".lock");
    const int descriptor = ::open(QFile::encodeName(file).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return false;
    const bool held =
        (::flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK) || isHeldByAnotherComputer(file);
    ::close(descriptor);
    return held;
}

} // namespace drydock::services
