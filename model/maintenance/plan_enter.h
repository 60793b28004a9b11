// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Makes the plan into maintenance from a snapshot (exchange.md 1.3).
#pragma once

#include "model/domain/result.h"
#include "model/maintenance/plan.h"
#include "model/maintenance/recorded_settings.h"

namespace drydock::maintenance {

struct EnterOptions {
    std::string redirectTarget; // FQDN; empty: the suggested one; "-" (noRedirect): none
    std::string moveComment;    // MoveComment of Move-ActiveMailboxDatabase
    bool restartTransport = true;
};

// `earlier` holds the settings from before the last run. If that run is unfinished, or the server is still in
// maintenance, the settings that still look as that run left them are taken from `earlier`.
// NotFound if the snapshot does not hold the server, Usage if the redirect target is not one of its partners,
// Precondition if a setting that must be restored later could not be read.
[[nodiscard]] domain::Result<Plan> planEnter(const domain::DagSnapshot& snapshot, const domain::ServerName& server,
                                             const EnterOptions& options = {},
                                             const std::optional<RecordedSettings>& earlier = {});

} // namespace drydock::maintenance
