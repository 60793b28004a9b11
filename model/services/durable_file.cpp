// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/services/durable_file.h"

#include <QDir>
#include <QFileInfo>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace drydock::services {
namespace {

bool syncHandle(int handle)
{
#ifdef Q_OS_WIN
    return _commit(handle) == 0;
#else
    return ::fsync(handle) == 0;
#endif
}

// A new file is only there after a power cut when its folder was synced as well (fsync(2)).
bool syncFolder(const QString& folder)
{
#ifdef Q_OS_WIN
    Q_UNUSED(folder)
    return true; // NTFS journals the folder's entry
#else
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0) return false;
    const bool synced = syncHandle(handle) || errno == EINVAL; // some file systems know no sync of a folder
    ::close(handle);
    return synced;
#endif
}

} // namespace

domain::Failure DurableFile::failure(const char* what) const
{
    return domain::fail(domain::ErrorKind::Storage, std::string(what) + ' ' + m_file.fileName().toStdString(),
                        m_file.errorString().toStdString());
}

domain::Result<> DurableFile::open(const QString& path, Mode mode)
{
    m_file.setFileName(path);
    const auto unbuffered = QIODevice::ReadWrite | QIODevice::Unbuffered;
    constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    const bool isNew = mode == Mode::CreateNew;
    if (!m_file.open(isNew ? unbuffered | QIODevice::NewOnly : unbuffered | QIODevice::ExistingOnly, ownerOnly))
        return failure(isNew ? "create" : "open");
    if (isNew && !syncFolder(QFileInfo(path).absolutePath())) return failure("sync the folder of");
    if (!m_file.seek(m_file.size())) return failure("open");
    return {};
}

domain::Result<> DurableFile::append(std::string_view bytes)
{
    if (m_broken)
        return domain::fail(domain::ErrorKind::Storage, "write " + m_file.fileName().toStdString(),
                            "an earlier write failed");
    m_broken = true;
    if (!standsAtItsPath())
        return domain::fail(domain::ErrorKind::Storage, "write " + m_file.fileName().toStdString(),
                            "the file was removed or replaced since it was opened");
    for (std::size_t written = 0; written < bytes.size();) {
        const auto count = m_file.write(bytes.data() + written, qint64(bytes.size() - written));
        if (count <= 0) return failure("write");
        written += std::size_t(count);
    }
    DRYDOCK_TRY_VOID(sync());
    m_broken = false;
    return {};
}

bool DurableFile::standsAtItsPath() const
{
#ifdef Q_OS_WIN
    return QFile::exists(m_file.fileName()); // an open file is neither removed nor replaced
#else
    struct stat opened {
    }, named{};
    return ::fstat(m_file.handle(), &opened) == 0 &&
           ::stat(QFile::encodeName(m_file.fileName()).constData(), &named) == 0 && opened.st_dev == named.st_dev &&
           opened.st_ino == named.st_ino;
#endif
}

domain::Result<> DurableFile::truncate(qint64 length)
{
    if (!m_file.resize(length) || !m_file.seek(length)) return failure("cut off");
    return sync();
}

domain::Result<> DurableFile::sync()
{
    if (!m_file.flush() || !syncHandle(m_file.handle())) return failure("sync");
    return {};
}

} // namespace drydock::services
