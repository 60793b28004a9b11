#include "model/domain/error_traits.h"

#include <array>
#include <cstddef>

namespace drydock::domain {
namespace {

constexpr auto errorTraitRows()
{
    using Kind = ErrorKind;
    using Sent = RequestSent;
    using Origin = ErrorOrigin;
    using Exit = ExitReason;
    return std::array{
        ErrorTraits{Kind::BadAddress, Sent::No, Origin::Connection, Retry::Never, Exit::NotConnected, Advice::TryAgain},
        // Rows read earlier are not kept: a node that stopped answering must not be shown as it was. It is no evidence
        // against the server either: the route, or the member that relays the command, may be what is down.
        ErrorTraits{Kind::Unreachable, Sent::No, Origin::Connection, Retry::Always, Exit::NotConnected,
                    Advice::TryAgain},
        // The session works and the one command is late, most often because its server does not answer.
        ErrorTraits{Kind::TimedOut, Sent::Maybe, Origin::Server, Retry::ReadOnly, Exit::NotConnected,
                    Advice::WaitLonger},
        ErrorTraits{Kind::ConnectionLost, Sent::No, Origin::Connection, Retry::Always, Exit::NotConnected,
                    Advice::TryAgain},
        ErrorTraits{Kind::OutcomeUnknown, Sent::Maybe, Origin::Connection, Retry::ReadOnly, Exit::OutcomeUnknown,
                    Advice::LookAgain},
        // What answers has not proved to be the server: nothing it does stands for the server's state, and the password
        // is not offered again, here or to another member, before an operator has looked.
        ErrorTraits{Kind::TlsFailed, Sent::No, Origin::Connection, Retry::Never, Exit::NotConnected, Advice::TryAgain},
        // The server answered and refused the user, which leaves open how the server is. It is not repeated on any
        // member: repeated refusals lock the account.
        ErrorTraits{Kind::NotAuthenticated, Sent::Yes, Origin::Session, Retry::Never, Exit::NotConnected,
                    Advice::TryAgain},
        ErrorTraits{Kind::NotPermitted, Sent::Yes, Origin::Command, Retry::Never, Exit::NotPermitted, Advice::TryAgain},
        ErrorTraits{Kind::ReadOnly, Sent::No, Origin::Ours, Retry::Never, Exit::NotPermitted, Advice::TryAgain},
        // Something else answers in the server's place, for good: a proxy or a wrong path. It may have passed the
        // request on, and trying again does not help.
        ErrorTraits{Kind::NotWsMan, Sent::Maybe, Origin::Connection, Retry::Never, Exit::NotConnected,
                    Advice::TryAgain},
        // The web server is there and its application pool stopped or is starting: a reading may succeed in a new
        // session or on another member. `code` says whether the request may have been taken.
        ErrorTraits{Kind::HttpStatus, Sent::Maybe, Origin::Connection, Retry::ReadOnly, Exit::NotConnected,
                    Advice::TryAgain},
        ErrorTraits{Kind::Fault, Sent::Yes, Origin::Command, Retry::Never, Exit::NotConnected, Advice::TryAgain},
        ErrorTraits{Kind::ShellGone, Sent::Yes, Origin::Session, Retry::ReadOnly, Exit::NotConnected, Advice::TryAgain},
        // Whether it is asked once more is the reader's policy: repeating at once is what the server refuses.
        ErrorTraits{Kind::Quota, Sent::Yes, Origin::Session, Retry::Never, Exit::NotConnected, Advice::TryAgain},
        ErrorTraits{Kind::Malformed, Sent::Maybe, Origin::Session, Retry::Never, Exit::NotConnected, Advice::TryAgain},
        ErrorTraits{Kind::LimitExceeded, Sent::Maybe, Origin::Command, Retry::Never, Exit::NotConnected,
                    Advice::TryAgain},
        // A role that lost the cmdlet is the same to the server's rows as NotPermitted.
        ErrorTraits{Kind::UnknownCommand, Sent::Yes, Origin::Command, Retry::Never, Exit::NotPermitted,
                    Advice::TryAgain},
        ErrorTraits{Kind::UnknownParameter, Sent::Yes, Origin::Command, Retry::Never, Exit::NotPermitted,
                    Advice::TryAgain},
        ErrorTraits{Kind::PromptRefused, Sent::Yes, Origin::Command, Retry::Never, Exit::Failed, Advice::TryAgain},
        ErrorTraits{Kind::CommandFailed, Sent::Yes, Origin::Server, Retry::Never, Exit::Failed, Advice::TryAgain},
        ErrorTraits{Kind::NotReached, Sent::Yes, Origin::Server, Retry::Never, Exit::Failed, Advice::WaitLonger},
        // Sending the command again is the operator's decision.
        ErrorTraits{Kind::Changed, Sent::Yes, Origin::Server, Retry::Never, Exit::Failed, Advice::TryAgain},
        ErrorTraits{Kind::Precondition, Sent::No, Origin::Ours, Retry::Never, Exit::Blocked, Advice::TryAgain},
        ErrorTraits{Kind::NotFound, Sent::Yes, Origin::Server, Retry::Never, Exit::Failed, Advice::TryAgain},
        // A change that may have run when it was stopped is OutcomeUnknown instead.
        ErrorTraits{Kind::Cancelled, Sent::No, Origin::Session, Retry::Never, Exit::Stopped, Advice::TryAgain},
        ErrorTraits{Kind::Storage, Sent::No, Origin::Ours, Retry::Never, Exit::Failed, Advice::TryAgain},
        ErrorTraits{Kind::Locked, Sent::No, Origin::Ours, Retry::Never, Exit::Failed, Advice::TryAgain},
        ErrorTraits{Kind::Corrupt, Sent::No, Origin::Ours, Retry::Never, Exit::Failed, Advice::TryAgain},
        ErrorTraits{Kind::Keychain, Sent::No, Origin::Ours, Retry::Never, Exit::NotConnected, Advice::TryAgain},
        ErrorTraits{Kind::Usage, Sent::No, Origin::Ours, Retry::Never, Exit::Usage, Advice::TryAgain},
        // A broken rule says nothing of what was sent before it broke.
        ErrorTraits{Kind::Internal, Sent::Maybe, Origin::Ours, Retry::Never, Exit::Failed, Advice::TryAgain},
    };
}

constexpr auto traitRows = errorTraitRows();

constexpr bool oneRowEach()
{
    for (std::size_t i = 0; i < traitRows.size(); ++i)
        if (static_cast<std::size_t>(traitRows[i].kind) != i) return false;
    return traitRows.size() == static_cast<std::size_t>(ErrorKind::Internal) + 1;
}
static_assert(oneRowEach(), "each ErrorKind has one row, in the order of the enumeration");

} // namespace

std::span<const ErrorTraits> errorTraits() noexcept { return traitRows; }

const ErrorTraits& traitsOf(ErrorKind kind) noexcept
{
    const auto index = static_cast<std::size_t>(kind);
    return index < traitRows.size() ? traitRows[index] : traitRows.back();
}

bool affectsConnection(ErrorKind kind) noexcept
{
    const auto origin = traitsOf(kind).origin;
    return origin == ErrorOrigin::Connection || origin == ErrorOrigin::Session;
}

bool isServerFailure(ErrorKind kind) noexcept { return traitsOf(kind).origin == ErrorOrigin::Server; }

bool isRefusedToUs(ErrorKind kind) noexcept
{
    const auto origin = traitsOf(kind).origin;
    return origin == ErrorOrigin::Ours || origin == ErrorOrigin::Session || origin == ErrorOrigin::Command;
}

bool mayRepeatReading(ErrorKind kind) noexcept { return traitsOf(kind).retry != Retry::Never; }

} // namespace drydock::domain
