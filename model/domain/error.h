// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// An error as data: its kind, what failed, and detail for the expert. The sentences for users are in error_help.h.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace drydock::domain {

// error_traits.h says what each kind implies: whether the request was sent, where the cause lies, whether to retry.
enum class ErrorKind {
    BadAddress,              // the URL cannot be read, or its scheme does not fit the authentication asked for
    Unreachable,             // the name does not resolve, the port is closed, there is no route: nothing was sent
    TimedOut,                // no answer in time; for a changing command the outcome is OutcomeUnknown instead
    ConnectionLost,          // the connection ended before the request was written: safe to send again
    OutcomeUnknown,          // the request was written and no answer came: it may or may not have run
    TlsFailed,               // the handshake fails, or the certificate is not fit for use (a weak key, a wrong purpose)
    CertificateUntrusted,    // no authority that is trusted has issued the certificate
    CertificateExpired,      // the certificate is no longer valid, or not yet
    CertificateOfOther,      // the certificate is for another host
    CertificateNotPinned,    // the certificate is another one than the pinned one
    NotAuthenticated,        // 401, bad user or password
    NoTicket,                // Kerberos: the logon session holds no ticket, and no password was given
    TicketExpired,           // Kerberos: the ticket of the logon session is no longer valid
    ClockSkew,               // Kerberos: the clocks of the two computers differ by too much
    UnknownServicePrincipal, // Kerberos: the domain has no such service principal name, or another account holds it
    KdcUnreachable,          // Kerberos: no domain controller answers, or none is known
    AccountRefused,          // the account is locked, disabled or expired, or its password has expired
    ServerNotProven,         // the server did not prove who it is, or left the protection of the session
    NotPermitted,            // 403, access denied, a role that lacks the cmdlet
    HostNotTrusted,       // only a server names the host, which is outside the trusted domains: it gets no credentials
    ReadOnly,             // our own --read-only refused the command; it was not sent
    NotWsMan,             // the answer is not WS-Management (an HTML page, a wrong path)
    HttpStatus,           // any other HTTP status; `code` holds it
    Fault,                // a WS-Management fault; `code` holds the WSManFault code
    ShellGone,            // the remote shell no longer exists
    Quota,                // the server refuses for load or quota reasons
    Malformed,            // bytes that break the protocol
    LimitExceeded,        // a size, depth or count beyond what we accept
    UnknownCommand,       // the cmdlet does not exist or is not granted
    UnknownParameter,     // the parameter does not exist or is not granted
    PromptRefused,        // the cmdlet asked a question, which is never answered
    CommandFailed,        // the cmdlet reported an error record
    NotReached,           // commands were sent and answered, and their effect did not show in time
    Changed,              // somebody else changed what a step had done
    Precondition,         // nothing was sent because a precondition is not met
    DomainControllerDown, // the domain controller that the cmdlet was to use does not answer: the cmdlet did nothing
    NotFound,             // the cmdlet ran and the object does not exist
    Cancelled,            // this program stopped the request
    Storage,              // a file could not be written or read
    Locked,               // another process holds the journal
    Corrupt,              // a checksum or a record of a file is wrong
    Keychain,             // there is no credential store, or it refused
    Usage,                // the caller asked for something that is not possible
    Internal,             // the program broke a rule of its own
};

// Returns a short, stable name ("unreachable") for the log, the journal and `--format json`.
[[nodiscard]] const char* toString(ErrorKind kind) noexcept;
[[nodiscard]] std::optional<ErrorKind> errorKindNamed(std::string_view name) noexcept;

struct Error {
    ErrorKind kind = ErrorKind::Internal;
    std::string what;      // what failed: "Get-Queue on MAIL", "connect to http://mail2/PowerShell"
    std::string detail;    // for the expert: the remote message (untrusted text) or the errno text
    std::int64_t code = 0; // WSManFault code or HTTP status, 0 for none
    std::shared_ptr<const Error> cause = nullptr;

    // Returns one line for logs and terminals: "what: kind: detail (cause …)".
    [[nodiscard]] std::string summary() const;
    // Returns the error as the calling layer reports it: of the same kind, with `outerWhat`, and this error as its
    // cause.
    [[nodiscard]] Error within(std::string outerWhat) const;
};

[[nodiscard]] bool operator==(const Error& a, const Error& b);

} // namespace drydock::domain
