// What went wrong, as data: a kind, what was being done, and detail for the expert. No sentences for the user.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace drydock::domain {

// What a kind implies stands in error_traits.h.
enum class ErrorKind {
    BadAddress,       // the URL cannot be read, or its scheme does not fit the authentication asked for
    Unreachable,      // the name does not resolve, the port is closed, no route: nothing was sent
    TimedOut,         // no answer in time; for a changing command the outcome is OutcomeUnknown instead
    ConnectionLost,   // the connection ended before the request was written: safe to send again
    OutcomeUnknown,   // the request was written and no answer came: it may or may not have run
    TlsFailed,        // certificate or handshake
    NotAuthenticated, // 401, bad user or password
    NotPermitted,     // 403, access denied, a role that lacks the cmdlet
    ReadOnly,         // refused by our own --read-only, never sent
    NotWsMan,         // something answered that does not speak WS-Management (an HTML page, a wrong path)
    HttpStatus,       // any other HTTP status; `code` holds it
    Fault,            // a WS-Management fault; `code` holds the WSManFault code
    ShellGone,        // the remote shell no longer exists
    Quota,            // the server refuses for load or quota reasons
    Malformed,        // bytes that are not what the protocol says
    LimitExceeded,    // more than we accept: size, depth, count
    UnknownCommand,   // the cmdlet does not exist or is not granted
    UnknownParameter, // the parameter does not exist or is not granted
    PromptRefused,    // the cmdlet wanted to ask; there is nobody to answer
    CommandFailed,    // the cmdlet reported an error record
    NotReached,       // commands were sent and answered, and what they are for did not come about in time
    Changed,          // what a step had done was changed since by somebody else
    Precondition,     // nothing was sent: something else must be so first
    NotFound,         // the cmdlet ran and the object does not exist
    Cancelled,        // we stopped it
    Storage,          // a file could not be written or read
    Locked,           // another process holds the journal
    Corrupt,          // a checksum or a record does not fit
    Keychain,         // the credential store is absent or refused
    Usage,            // the caller asked for something that makes no sense
    Internal,         // a rule of our own was broken
};

// A short, stable name ("unreachable"), for the log, the journal and `--format json`.
[[nodiscard]] const char* toString(ErrorKind kind) noexcept;
[[nodiscard]] std::optional<ErrorKind> errorKindNamed(std::string_view name) noexcept;

struct Error {
    ErrorKind kind = ErrorKind::Internal;
    std::string what;      // what failed: "Get-Queue on MAIL", "connect to http://mail2/PowerShell"
    std::string detail;    // for the expert: the remote message, the errno text; remote text is never trusted
    std::int64_t code = 0; // WSManFault code or HTTP status, 0 where there is none
    std::shared_ptr<const Error> cause = nullptr;

    // One line, for logs and terminals: "what: kind: detail (cause …)".
    [[nodiscard]] std::string summary() const;
    // The same error seen from one layer up: `what` becomes the new one, this error its cause.
    [[nodiscard]] Error within(std::string outerWhat) const;
};

[[nodiscard]] bool operator==(const Error& a, const Error& b);

} // namespace drydock::domain
