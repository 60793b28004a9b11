// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/session/error_classification.h"

#include "model/domain/error_traits.h"
#include "remoting/session/wsman_shell_client.h"

namespace drydock::session {
namespace {

using domain::ErrorKind;

std::string seconds(Milliseconds time)
{
    if (time.count() % 1000 != 0) return std::to_string(time.count()) + " ms";
    return std::to_string(time.count() / 1000) + " s";
}

} // namespace

bool mayHaveArrived(const domain::Error& error) noexcept
{
    if (error.kind == ErrorKind::HttpStatus) return error.code >= 500 && error.code != 503;
    return domain::traitsOf(error.kind).sent == domain::RequestSent::Maybe;
}

bool isTransient(const domain::Error& error) noexcept
{
    if (error.kind == ErrorKind::Malformed) return error.what == mismatch; // an answer to an earlier request
    if (error.kind == ErrorKind::HttpStatus) return isRefusedForNow(error);
    // A new connection does not restore a lost session, and the command is refused over it as well.
    const auto origin = domain::traitsOf(error.kind).origin;
    return domain::mayRepeatReading(error.kind) && origin != domain::ErrorOrigin::Session &&
           origin != domain::ErrorOrigin::Command;
}

domain::Error notSent(domain::Error opening)
{
    if (opening.kind == ErrorKind::OutcomeUnknown || opening.kind == ErrorKind::TimedOut)
        opening.kind = ErrorKind::ConnectionLost;
    return opening;
}

bool isRefusedForNow(const domain::Error& error) noexcept
{
    return error.kind == ErrorKind::HttpStatus && error.code == 503;
}

bool isRefusedForNow(const wsman::Fault& fault) noexcept { return wsman::remedyOf(fault) == wsman::Remedy::Wait; }

// Some faults come with a text only, that of a full shell for instance.
bool isUnexplained(const wsman::Fault& fault) noexcept
{
    return fault.code == 0 && wsman::kindOf(fault) == ErrorKind::Fault && fault.value != "s:MustUnderstand";
}

bool takesNoMoreCommands(const wsman::Fault& fault) noexcept
{
    const bool rightsChanged = fault.failureCategory.starts_with("AuthZ-"); // a new shell has those of today
    return !leavesCommandOpen(fault) && (isUnexplained(fault) || rightsChanged || isRefusedForNow(fault) ||
                                         wsman::kindOf(fault) == ErrorKind::ShellGone);
}

bool isTooLarge(const wsman::Fault& fault) noexcept { return wsman::remedyOf(fault) == wsman::Remedy::SmallerEnvelope; }

bool isDeleted(const wsman::Response& response) noexcept
{
    return response.fault() == nullptr || wsman::kindOf(*response.fault()) == ErrorKind::ShellGone;
}

bool isAborted(const wsman::Fault& fault) noexcept { return wsman::remedyOf(fault) == wsman::Remedy::AskAgainForLost; }

bool leavesCommandOpen(const wsman::Fault& fault) noexcept
{
    const ErrorKind kind = wsman::kindOf(fault);
    if (kind == ErrorKind::ShellGone) { // a shell that is not there, or is disconnected, accepts no command
        const bool noSuchShell =
            fault.code == wsman::code::unexpectedSelectors || fault.code == wsman::code::shellClosed ||
            fault.code == wsman::code::shellDisconnected || fault.failureCategory == "WSMan-InvalidShellID";
        return !noSuchShell;
    }
    return kind == ErrorKind::TimedOut || kind == ErrorKind::OutcomeUnknown ||
           fault.code == wsman::code::noResponseData;
}

std::string within(Milliseconds time) { return " within " + seconds(time); }

std::string tooLongToWait(Milliseconds wanted, Milliseconds longest)
{
    return "; it asks for a wait of " + seconds(wanted) + ", and at most " + seconds(longest) + " are waited";
}

} // namespace drydock::session
