#include "app/drydockctl/exit_code.h"

namespace drydock::ctl {

ExitCode exitCodeOf(const domain::Error& error)
{
    using domain::ErrorKind;
    switch (error.kind) {
    case ErrorKind::Usage:
        return ExitCode::Usage;
    case ErrorKind::NotPermitted:
    case ErrorKind::ReadOnly:
    case ErrorKind::UnknownCommand:
    case ErrorKind::UnknownParameter:
        return ExitCode::NotPermitted;
    case ErrorKind::Precondition: // nothing was sent, as with a check that blocks
        return ExitCode::Blocked;
    case ErrorKind::OutcomeUnknown:
        return ExitCode::OutcomeUnknown;
    case ErrorKind::Cancelled:
        return ExitCode::Stopped;
    case ErrorKind::BadAddress:
    case ErrorKind::Unreachable:
    case ErrorKind::TimedOut:
    case ErrorKind::ConnectionLost:
    case ErrorKind::TlsFailed:
    case ErrorKind::NotAuthenticated:
    case ErrorKind::NotWsMan:
    case ErrorKind::HttpStatus:
    case ErrorKind::Fault:
    case ErrorKind::ShellGone:
    case ErrorKind::Quota:
    case ErrorKind::Malformed:
    case ErrorKind::LimitExceeded:
    case ErrorKind::Keychain:
        return ExitCode::NotConnected;
    default:
        return ExitCode::Failed;
    }
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
    // It holds at a step that failed, or whose outcome nobody knows.
    if (run.current < run.steps.size() && run.steps[run.current].status == maintenance::StepStatus::Unknown)
        return ExitCode::OutcomeUnknown;
    return ExitCode::Failed;
}

} // namespace drydock::ctl
