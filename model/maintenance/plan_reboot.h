// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Makes the plan that restarts the computer of a server which is in maintenance.
#pragma once

#include "model/domain/result.h"
#include "model/maintenance/plan.h"

namespace drydock::maintenance {

struct RebootOptions {
    bool byOperator = false; // the operator restarts the computer, and the run only waits for it
    bool operator==(const RebootOptions&) const = default;
};

// The readings that the plan is made from: all of a refresh, and the time of the computer's start.
[[nodiscard]] Needs needsOfReboot(const domain::ServerName& server);

// NotFound if the snapshot lacks the server, Precondition if it is not managed, or if the time of its start was not
// read although the account may use its own endpoint.
[[nodiscard]] domain::Result<Plan> planReboot(const domain::DagSnapshot& snapshot, const domain::ServerName& server,
                                              const RebootOptions& options = {});

} // namespace drydock::maintenance
