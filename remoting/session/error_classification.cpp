// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/session/error_classification.h"

#include "model/domain/error_traits.h"
#include "remoting/session/wsman_shell_client.h"

namespace drydock::session {

using domain::ErrorKind;

bool mayHaveArrived(const domain::Error& error) noexcept
{
    if (error.kind == ErrorKind::HttpStatus) return error.code >= 500 && error.code != 503;
    return domain::traitsOf(error.kind).sent == domain::RequestSent::Maybe;
}

bool isTransient(const domain::Error& error) noexcept
{
    if (error.kind == ErrorKind::Malformed) return error.what == mismatch; // an answer to an earlier request
    if (error.kind == ErrorKind::HttpStatus) return error.code == 503;
    // A new connection does not restore a lost session.
    return domain::mayRepeatReading(error.kind) && domain::traitsOf(error.kind).origin != domain::ErrorOrigin::Session;
}

domain::Error notSent(domain::Error opening)
{
    if (opening.kind == ErrorKind::OutcomeUnknown || opening.kind == ErrorKind::TimedOut)
        opening.kind = ErrorKind::ConnectionLost;
    return opening;
}

bool isAborted(const wsman::Fault& fault) noexcept
{
    return fault.code == wsman::code::operationAborted || fault.code == wsman::code::operationAbortedHr;
}

bool leavesCommandOpen(const wsman::Fault& fault) noexcept
{
    const ErrorKind kind = wsman::kindOf(fault);
    if (kind == ErrorKind::ShellGone) { // the command was certainly not accepted if the server did not find the shell
        const bool noSuchShell = fault.code == wsman::code::unexpectedSelectors ||
                                 fault.code == wsman::code::shellClosed ||
                                 fault.failureCategory == "WSMan-InvalidShellID";
        return !noSuchShell;
    }
    return kind == ErrorKind::TimedOut || kind == ErrorKind::OutcomeUnknown ||
           fault.code == wsman::code::noResponseData;
}

} // namespace drydock::session
