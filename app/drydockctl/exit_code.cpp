// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/exit_code.h"

#include "model/domain/error_traits.h"

#include <optional>

namespace drydock::ctl {
namespace {

using maintenance::Outcome;

// Returns the code of an outcome that says all; nothing where the place of the failure decides.
std::optional<ExitCode> exitCodeOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Succeeded:
    case Outcome::SucceededWithWarnings:
        return ExitCode::Done;
    case Outcome::Stopped:
        return ExitCode::Stopped;
    case Outcome::Unknown:
        return ExitCode::OutcomeUnknown;
    default:
        return std::nullopt;
    }
}

// Nothing was sent on the campaign's account.
bool nothingBegan(const maintenance::CampaignState& campaign)
{
    return campaign.current() == 0 && campaign.servers.front().at(maintenance::CampaignStage::Enter).runId.empty();
}

} // namespace

ExitCode exitCodeOf(const domain::Error& error)
{
    using domain::ExitReason;
    switch (domain::traitsOf(error.kind).exit) {
    case ExitReason::Usage:
        return ExitCode::Usage;
    case ExitReason::Blocked:
        return ExitCode::Blocked;
    case ExitReason::OutcomeUnknown:
        return ExitCode::OutcomeUnknown;
    case ExitReason::Stopped:
        return ExitCode::Stopped;
    case ExitReason::NotConnected:
        return ExitCode::NotConnected;
    case ExitReason::NotPermitted:
        return ExitCode::NotPermitted;
    case ExitReason::Failed:
        break;
    }
    return ExitCode::Failed;
}

ExitCode exitCodeOf(const maintenance::RunState& run)
{
    if (const auto code = exitCodeOf(run.outcome)) return *code;
    // The run waits at a step that failed or whose outcome is unknown.
    if (run.current < run.steps.size() && run.steps[run.current].status == maintenance::StepStatus::Unknown)
        return ExitCode::OutcomeUnknown;
    if (run.waitsForCredentials()) return ExitCode::NotConnected;
    return ExitCode::Failed;
}

ExitCode exitCodeOf(const maintenance::CampaignState& campaign)
{
    if (const auto code = exitCodeOf(campaign.outcome)) return *code;
    const auto* stage = campaign.phase == maintenance::RunPhase::Finished ? nullptr : campaign.currentStage();
    if (!stage || !stage->error) return ExitCode::Failed;
    const auto code = exitCodeOf(*stage->error);
    return code == ExitCode::Blocked && !nothingBegan(campaign) ? ExitCode::Failed : code;
}

} // namespace drydock::ctl
