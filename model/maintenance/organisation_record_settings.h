// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The original settings as the organisation's record keeps them: shorter than in a journal, and restoring the same
// (model/docs/organisation-record.md).
#pragma once

#include "model/maintenance/original_settings.h"

#include <nlohmann/json_fwd.hpp>

namespace drydock::maintenance {

[[nodiscard]] nlohmann::json shortened(const OriginalSettings& settings);
// Throws nlohmann's exceptions.
[[nodiscard]] OriginalSettings settingsOf(const domain::ServerName& server, const nlohmann::json& from);

} // namespace drydock::maintenance
