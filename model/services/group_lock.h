// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The lock of an availability group: one run at a time, and one campaign at a time.
#pragma once

#include "model/services/file_lock.h"

#include <string>

namespace drydock::services {

// Locks the group within the journals of `folder`. `what` takes the lock, "run" or "campaign", and is named in errors.
// An empty group has no lock, and nothing is returned: servers outside any group have nothing in common. Errors:
// Locked, with the holder; Storage.
[[nodiscard]] domain::Result<std::unique_ptr<FileLock>> lockGroup(const QString& folder, const std::string& group,
                                                                  const std::string& what);

} // namespace drydock::services
