// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The exit codes of drydockctl. Scheduled tasks and scripts rely on them (cli.md).
#pragma once

#include "model/domain/error.h"
#include "model/maintenance/campaign.h"
#include "model/maintenance/run_state.h"

namespace drydock::ctl {

enum class ExitCode {
    Done = 0,
    Warnings = 1,
    Usage = 2,
    Blocked = 3,
    Failed = 4,
    OutcomeUnknown = 5,
    Stopped = 6,
    NotConnected = 7,
    NotPermitted = 8,
};

[[nodiscard]] ExitCode exitCodeOf(const domain::Error& error);
// Returns the code for a run, or a campaign, that has ended or waits for a decision.
[[nodiscard]] ExitCode exitCodeOf(const maintenance::RunState& run);
[[nodiscard]] ExitCode exitCodeOf(const maintenance::CampaignState& campaign);

} // namespace drydock::ctl
