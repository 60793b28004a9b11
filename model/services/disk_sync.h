// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What a durable file needs of the system: that bytes are on the disk, and that a file is where its path says.
#pragma once

#include <QFile>
#include <QString>

namespace drydock::services {

// Returns once what was written to this descriptor is on the disk; false when that cannot be had.
[[nodiscard]] bool syncDescriptor(int descriptor);
// A new file is only there after a power cut when its folder was synced as well.
[[nodiscard]] bool syncFolder(const QString& folder);
// Returns whether the path still leads to the file that was opened there.
[[nodiscard]] bool standsAtItsPath(const QFile& opened);

} // namespace drydock::services
