// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A saved connection as a file of its own, to pass it on to other people. It holds no secret.
#pragma once

#include "model/domain/result.h"
#include "model/ports/exchange_gateway.h"

#include <QString>

namespace drydock::services {

// Writes JSON, completely or not at all. Storage on failure.
[[nodiscard]] domain::Result<> exportProfile(const ports::ConnectionProfile& profile, const QString& file);
// Storage: it cannot be read; Malformed: it is no connection, or one without name and address.
[[nodiscard]] domain::Result<ports::ConnectionProfile> importProfile(const QString& file);

} // namespace drydock::services
