// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/services/disk_sync.h"

#include <io.h>

namespace drydock::services {

// FlushFileBuffers, by its name in the C library.
bool syncDescriptor(int descriptor) { return _commit(descriptor) == 0; }

// NTFS journals the entries of a folder.
bool syncFolder(const QString&) { return true; }

// QFile opens without FILE_SHARE_DELETE: an open file is neither removed nor replaced.
bool standsAtItsPath(const QFile& opened) { return QFile::exists(opened.fileName()); }

} // namespace drydock::services
