// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/error.h"

#include "model/domain/enum_names.h"
#include "model/domain/visible_text.h"

namespace drydock::domain {
namespace {

constexpr EnumName<ErrorKind> errorKindNames[] = {
    {ErrorKind::BadAddress, "bad-address"},
    {ErrorKind::Unreachable, "unreachable"},
    {ErrorKind::TimedOut, "timed-out"},
    {ErrorKind::ConnectionLost, "connection-lost"},
    {ErrorKind::OutcomeUnknown, "outcome-unknown"},
    {ErrorKind::TlsFailed, "tls-failed"},
    {ErrorKind::CertificateUntrusted, "certificate-untrusted"},
    {ErrorKind::CertificateExpired, "certificate-expired"},
    {ErrorKind::CertificateOfOther, "certificate-of-other"},
    {ErrorKind::CertificateNotPinned, "certificate-not-pinned"},
    {ErrorKind::NotAuthenticated, "not-authenticated"},
    {ErrorKind::NoTicket, "no-ticket"},
    {ErrorKind::TicketExpired, "ticket-expired"},
    {ErrorKind::ClockSkew, "clock-skew"},
    {ErrorKind::UnknownServicePrincipal, "unknown-service"},
    {ErrorKind::KdcUnreachable, "kdc-unreachable"},
    {ErrorKind::AccountRefused, "account-refused"},
    {ErrorKind::ServerNotProven, "server-not-proven"},
    {ErrorKind::NotPermitted, "not-permitted"},
    {ErrorKind::HostNotTrusted, "host-not-trusted"},
    {ErrorKind::ReadOnly, "read-only"},
    {ErrorKind::NotWsMan, "not-wsman"},
    {ErrorKind::HttpStatus, "http-status"},
    {ErrorKind::Fault, "fault"},
    {ErrorKind::ShellGone, "shell-gone"},
    {ErrorKind::Quota, "quota"},
    {ErrorKind::Malformed, "malformed"},
    {ErrorKind::LimitExceeded, "limit-exceeded"},
    {ErrorKind::UnknownCommand, "unknown-command"},
    {ErrorKind::UnknownParameter, "unknown-parameter"},
    {ErrorKind::PromptRefused, "prompt-refused"},
    {ErrorKind::CommandFailed, "command-failed"},
    {ErrorKind::NotReached, "not-reached"},
    {ErrorKind::Changed, "changed"},
    {ErrorKind::Precondition, "precondition"},
    {ErrorKind::DomainControllerDown, "domain-controller-down"},
    {ErrorKind::NotFound, "not-found"},
    {ErrorKind::Cancelled, "cancelled"},
    {ErrorKind::Storage, "storage"},
    {ErrorKind::Locked, "locked"},
    {ErrorKind::Corrupt, "corrupt"},
    {ErrorKind::Keychain, "keychain"},
    {ErrorKind::Usage, "usage"},
    {ErrorKind::Internal, "internal"},
};
static_assert(namesAll(errorKindNames, ErrorKind::Internal));

} // namespace

const char* toString(ErrorKind kind) noexcept { return nameOf(errorKindNames, kind); }
std::optional<ErrorKind> errorKindNamed(std::string_view name) noexcept { return valueOf(errorKindNames, name); }

std::string Error::summary() const
{
    std::string text = what;
    if (!text.empty()) text += ": ";
    text += toString(kind);
    if (code != 0) text += " " + std::to_string(code);
    if (!detail.empty()) text += ": " + detail;
    if (cause) text += " (" + cause->summary() + ")";
    return visibleText(text);
}

Error Error::within(std::string outerWhat) const
{
    return Error{kind, std::move(outerWhat), detail, code, std::make_shared<const Error>(*this)};
}

bool operator==(const Error& a, const Error& b)
{
    return a.kind == b.kind && a.what == b.what && a.detail == b.detail && a.code == b.code;
}

} // namespace drydock::domain
