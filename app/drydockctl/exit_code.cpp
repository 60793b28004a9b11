// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/exit_code.h"

#include "model/domain/error_traits.h"

namespace drydock::ctl {

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
    using maintenance::Outcome;
    switch (run.outcome) {
    case Outcome::Succeeded:
    case Outcome::SucceededWithWarnings:
        return ExitCode::Done;
    case Outcome::Stopped:
        return ExitCode::Stopped;
    case Outcome::Unknown:
        return ExitCode::OutcomeUnknown;
    default:
        break;
    }
    // The run waits at a step that failed or whose outcome is unknown.
    if (run.current < run.steps.size() && run.steps[run.current].status == maintenance::StepStatus::Unknown)
        return ExitCode::OutcomeUnknown;
    if (run.waitsForCredentials()) return ExitCode::NotConnected;
    return ExitCode::Failed;
}

} // namespace drydock::ctl
