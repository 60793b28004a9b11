#include "remoting/session/error_classification.h"

#include "remoting/session/wsman_shell_client.h"

namespace drydock::session {

using domain::ErrorKind;

bool mayHaveArrived(const domain::Error& error) noexcept
{
    switch (error.kind) {
    case ErrorKind::OutcomeUnknown:
    case ErrorKind::TimedOut:
    case ErrorKind::NotWsMan:
    case ErrorKind::Malformed:
    case ErrorKind::LimitExceeded:
        return true;
    case ErrorKind::HttpStatus:
        return error.code >= 500 && error.code != 503;
    default:
        return false;
    }
}

bool isTransient(const domain::Error& error) noexcept
{
    switch (error.kind) {
    case ErrorKind::OutcomeUnknown:
    case ErrorKind::TimedOut:
    case ErrorKind::ConnectionLost:
    case ErrorKind::Unreachable:
        return true;
    case ErrorKind::Malformed:
        return error.what == mismatch; // a stale answer
    case ErrorKind::HttpStatus:
        return error.code == 503;
    default:
        return false;
    }
}

bool isAborted(const wsman::Fault& fault) noexcept
{
    return fault.code == wsman::code::operationAborted || fault.code == wsman::code::operationAbortedHr;
}

bool leavesCommandOpen(const wsman::Fault& fault) noexcept
{
    const ErrorKind kind = wsman::kindOf(fault);
    if (kind == ErrorKind::ShellGone) { // certain only where the shell was looked for and was not there
        const bool noSuchShell = fault.code == wsman::code::unexpectedSelectors ||
                                 fault.code == wsman::code::shellClosed ||
                                 fault.failureCategory == "WSMan-InvalidShellID";
        return !noSuchShell;
    }
    return kind == ErrorKind::TimedOut || kind == ErrorKind::OutcomeUnknown ||
           fault.code == wsman::code::noResponseData;
}

} // namespace drydock::session
