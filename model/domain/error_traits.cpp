// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

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
        // Rows read earlier are dropped, so that a node which stopped answering is not shown as it was. The error is no
        // evidence against the server: the route, or the member that relays the command, may be down.
        ErrorTraits{Kind::Unreachable, Sent::No, Origin::Connection, Retry::Always, Exit::NotConnected,
                    Advice::TryAgain},
        // The session works and the one command is late, most often because its server does not answer.
        ErrorTraits{Kind::TimedOut, Sent::Maybe, Origin::Server, Retry::ReadOnly, Exit::NotConnected,
                    Advice::WaitLonger},
        ErrorTraits{Kind::ConnectionLost, Sent::No, Origin::Connection, Retry::Always, Exit::NotConnected,
                    Advice::TryAgain},
        ErrorTraits{Kind::OutcomeUnknown, Sent::Maybe, Origin::Connection, Retry::ReadOnly, Exit::OutcomeUnknown,
                    Advice::LookAgain},
        // The endpoint has not proved to be the server, so its behaviour says nothing about the server's state. The
        // password is offered to no member again before an operator has decided.
        ErrorTraits{Kind::TlsFailed, Sent::No, Origin::Connection, Retry::Never, Exit::NotConnected, Advice::TryAgain},
        ErrorTraits{Kind::CertificateUntrusted, Sent::No, Origin::Connection, Retry::Never, Exit::NotConnected,
                    Advice::TryAgain},
        ErrorTraits{Kind::CertificateExpired, Sent::No, Origin::Connection, Retry::Never, Exit::NotConnected,
                    Advice::TryAgain},
        ErrorTraits{Kind::CertificateOfOther, Sent::No, Origin::Connection, Retry::Never, Exit::NotConnected,
                    Advice::TryAgain},
        ErrorTraits{Kind::CertificateNotPinned, Sent::No, Origin::Connection, Retry::Never, Exit::NotConnected,
                    Advice::TryAgain},
        // The server answered and refused the user, which says nothing about the server's state. The request is not
        // repeated on any member, because repeated refusals lock the account.
        ErrorTraits{Kind::NotAuthenticated, Sent::Yes, Origin::Session, Retry::Never, Exit::NotConnected,
                    Advice::TryAgain},
        // Authentication comes before the request, so that nothing of it has left. What is wrong is ours or the
        // domain's, and says nothing about the server's state.
        ErrorTraits{Kind::NoTicket, Sent::No, Origin::Session, Retry::Never, Exit::NotConnected, Advice::TryAgain},
        ErrorTraits{Kind::TicketExpired, Sent::No, Origin::Session, Retry::Never, Exit::NotConnected, Advice::TryAgain},
        ErrorTraits{Kind::ClockSkew, Sent::No, Origin::Session, Retry::Never, Exit::NotConnected, Advice::TryAgain},
        ErrorTraits{Kind::UnknownServicePrincipal, Sent::No, Origin::Session, Retry::Never, Exit::NotConnected,
                    Advice::TryAgain},
        // No password was refused, and a domain controller that restarts answers again.
        ErrorTraits{Kind::KdcUnreachable, Sent::No, Origin::Session, Retry::ReadOnly, Exit::NotConnected,
                    Advice::TryAgain},
        ErrorTraits{Kind::AccountRefused, Sent::No, Origin::Session, Retry::Never, Exit::NotConnected,
                    Advice::TryAgain},
        // As with TlsFailed, the endpoint has not proved to be the server. It may have taken the request before it left
        // the protection of the session.
        ErrorTraits{Kind::ServerNotProven, Sent::Maybe, Origin::Connection, Retry::Never, Exit::NotConnected,
                    Advice::TryAgain},
        ErrorTraits{Kind::NotPermitted, Sent::Yes, Origin::Command, Retry::Never, Exit::NotPermitted, Advice::TryAgain},
        // Our own refusal, which every request to the host meets; it says nothing about the server's state.
        ErrorTraits{Kind::HostNotTrusted, Sent::No, Origin::Session, Retry::Never, Exit::NotPermitted,
                    Advice::TryAgain},
        ErrorTraits{Kind::ReadOnly, Sent::No, Origin::Ours, Retry::Never, Exit::NotPermitted, Advice::TryAgain},
        // Something else answers in the server's place permanently: a proxy or a wrong path. It may have passed the
        // request on, and a retry does not help.
        ErrorTraits{Kind::NotWsMan, Sent::Maybe, Origin::Connection, Retry::Never, Exit::NotConnected,
                    Advice::TryAgain},
        // The web server runs and its application pool is stopped or starting, so a reading may succeed in a new
        // session or on another member. `code` says whether the request may have been accepted.
        ErrorTraits{Kind::HttpStatus, Sent::Maybe, Origin::Connection, Retry::ReadOnly, Exit::NotConnected,
                    Advice::TryAgain},
        ErrorTraits{Kind::Fault, Sent::Yes, Origin::Command, Retry::Never, Exit::NotConnected, Advice::TryAgain},
        ErrorTraits{Kind::ShellGone, Sent::Yes, Origin::Session, Retry::ReadOnly, Exit::NotConnected, Advice::TryAgain},
        // An immediate retry would be refused too; the reader decides whether it asks again later.
        ErrorTraits{Kind::Quota, Sent::Yes, Origin::Session, Retry::Never, Exit::NotConnected, Advice::TryAgain},
        ErrorTraits{Kind::Malformed, Sent::Maybe, Origin::Session, Retry::Never, Exit::NotConnected, Advice::TryAgain},
        ErrorTraits{Kind::LimitExceeded, Sent::Maybe, Origin::Command, Retry::Never, Exit::NotConnected,
                    Advice::TryAgain},
        // A role that lost the cmdlet has the same effect on the server's rows as NotPermitted.
        ErrorTraits{Kind::UnknownCommand, Sent::Yes, Origin::Command, Retry::Never, Exit::NotPermitted,
                    Advice::TryAgain},
        ErrorTraits{Kind::UnknownParameter, Sent::Yes, Origin::Command, Retry::Never, Exit::NotPermitted,
                    Advice::TryAgain},
        ErrorTraits{Kind::PromptRefused, Sent::Yes, Origin::Command, Retry::Never, Exit::Failed, Advice::TryAgain},
        ErrorTraits{Kind::CommandFailed, Sent::Yes, Origin::Server, Retry::Never, Exit::Failed, Advice::TryAgain},
        ErrorTraits{Kind::NotReached, Sent::Yes, Origin::Server, Retry::Never, Exit::Failed, Advice::WaitLonger},
        // The operator decides whether the command is sent again.
        ErrorTraits{Kind::Changed, Sent::Yes, Origin::Server, Retry::Never, Exit::Failed, Advice::TryAgain},
        ErrorTraits{Kind::Precondition, Sent::No, Origin::Ours, Retry::Never, Exit::Blocked, Advice::TryAgain},
        // Exchange checks the domain controller before the cmdlet begins. Another one may be used at once.
        ErrorTraits{Kind::DomainControllerDown, Sent::No, Origin::Command, Retry::Always, Exit::Failed,
                    Advice::TryAgain},
        ErrorTraits{Kind::NotFound, Sent::Yes, Origin::Server, Retry::Never, Exit::Failed, Advice::TryAgain},
        // A stopped change that may have run gets OutcomeUnknown instead.
        ErrorTraits{Kind::Cancelled, Sent::No, Origin::Session, Retry::Never, Exit::Stopped, Advice::TryAgain},
        ErrorTraits{Kind::Storage, Sent::No, Origin::Ours, Retry::Never, Exit::Failed, Advice::TryAgain},
        ErrorTraits{Kind::Locked, Sent::No, Origin::Ours, Retry::Never, Exit::Failed, Advice::TryAgain},
        ErrorTraits{Kind::Corrupt, Sent::No, Origin::Ours, Retry::Never, Exit::Failed, Advice::TryAgain},
        ErrorTraits{Kind::Keychain, Sent::No, Origin::Ours, Retry::Never, Exit::NotConnected, Advice::TryAgain},
        ErrorTraits{Kind::Usage, Sent::No, Origin::Ours, Retry::Never, Exit::Usage, Advice::TryAgain},
        // An internal error does not say what was sent before it.
        ErrorTraits{Kind::Internal, Sent::Maybe, Origin::Ours, Retry::Never, Exit::Failed, Advice::TryAgain},
    };
}

constexpr auto traitRows = errorTraitRows();

constexpr bool hasOneRowPerKind()
{
    for (std::size_t i = 0; i < traitRows.size(); ++i)
        if (static_cast<std::size_t>(traitRows[i].kind) != i) return false;
    return traitRows.size() == static_cast<std::size_t>(ErrorKind::Internal) + 1;
}
static_assert(hasOneRowPerKind(), "each ErrorKind has one row, in the order of the enumeration");

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

bool needsNewCredentials(ErrorKind kind) noexcept
{
    return kind == ErrorKind::NotAuthenticated || kind == ErrorKind::AccountRefused;
}

bool mayRepeatReading(ErrorKind kind) noexcept { return traitsOf(kind).retry != Retry::Never; }

} // namespace drydock::domain
