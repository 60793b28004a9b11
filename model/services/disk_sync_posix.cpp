// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/services/disk_sync.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace drydock::services {

bool syncDescriptor(int descriptor) { return ::fsync(descriptor) == 0; }

bool syncFolder(const QString& folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return false;
    const bool synced = syncDescriptor(descriptor) || errno == EINVAL; // some file systems know no sync of a folder
    ::close(descriptor);
    return synced;
}

bool standsAtItsPath(const QFile& opened)
{
    struct stat there {
    }, named{};
    return ::fstat(opened.handle(), &there) == 0 &&
           ::stat(QFile::encodeName(opened.fileName()).constData(), &named) == 0 && there.st_dev == named.st_dev &&
           there.st_ino == named.st_ino;
}

} // namespace drydock::services
