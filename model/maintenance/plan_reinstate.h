// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Makes the plan back into service from a snapshot (exchange.md 2, "Recommended STOP order").
#pragma once

#include "model/domain/result.h"
#include "model/maintenance/plan.h"

#include <optional>
#include <string>
#include <vector>

namespace drydock::maintenance {

// What the operator wants restored where there is no record; what is not chosen stays as it is now.
struct ReinstateOptions {
    std::optional<domain::AutoActivationPolicy> policy;
    std::optional<bool> moveNow;
    bool operator==(const ReinstateOptions&) const = default;
};

// `original` are the settings that the maintenance recorded; without a record `options` decide. NotFound when the
// snapshot does not hold the server.
[[nodiscard]] domain::Result<Plan> planReinstate(const domain::DagSnapshot& snapshot, const domain::ServerName& server,
                                                 const std::optional<OriginalSettings>& original = {},
                                                 const ReinstateOptions& options = {});

// The components of the server that Functional holds down now and did not before: an update that failed left them so
// (exchange.md 2, notes).
[[nodiscard]] std::vector<std::string> leftByUpdate(const domain::DagSnapshot& snapshot,
                                                    const domain::ServerName& server,
                                                    const std::optional<OriginalSettings>& original);

} // namespace drydock::maintenance
