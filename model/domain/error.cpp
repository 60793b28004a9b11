#include "model/domain/error.h"

namespace drydock::domain {

const char* toString(ErrorKind kind) noexcept
{
    switch (kind) {
    case ErrorKind::BadAddress:
        return "bad-address";
    case ErrorKind::Unreachable:
        return "unreachable";
    case ErrorKind::TimedOut:
        return "timed-out";
    case ErrorKind::ConnectionLost:
        return "connection-lost";
    case ErrorKind::OutcomeUnknown:
        return "outcome-unknown";
    case ErrorKind::TlsFailed:
        return "tls-failed";
    case ErrorKind::NotAuthenticated:
        return "not-authenticated";
    case ErrorKind::NotPermitted:
        return "not-permitted";
    case ErrorKind::ReadOnly:
        return "read-only";
    case ErrorKind::NotWsMan:
        return "not-wsman";
    case ErrorKind::HttpStatus:
        return "http-status";
    case ErrorKind::Fault:
        return "fault";
    case ErrorKind::ShellGone:
        return "shell-gone";
    case ErrorKind::Quota:
        return "quota";
    case ErrorKind::Malformed:
        return "malformed";
    case ErrorKind::LimitExceeded:
        return "limit-exceeded";
    case ErrorKind::UnknownCommand:
        return "unknown-command";
    case ErrorKind::UnknownParameter:
        return "unknown-parameter";
    case ErrorKind::PromptRefused:
        return "prompt-refused";
    case ErrorKind::CommandFailed:
        return "command-failed";
    case ErrorKind::NotReached:
        return "not-reached";
    case ErrorKind::Changed:
        return "changed";
    case ErrorKind::Precondition:
        return "precondition";
    case ErrorKind::NotFound:
        return "not-found";
    case ErrorKind::Cancelled:
        return "cancelled";
    case ErrorKind::Storage:
        return "storage";
    case ErrorKind::Locked:
        return "locked";
    case ErrorKind::Corrupt:
        return "corrupt";
    case ErrorKind::Keychain:
        return "keychain";
    case ErrorKind::Usage:
        return "usage";
    case ErrorKind::Internal:
        return "internal";
    }
    return "internal";
}

std::string Error::summary() const
{
    std::string text = what;
    if (!text.empty()) text += ": ";
    text += toString(kind);
    if (code != 0) text += " " + std::to_string(code);
    if (!detail.empty()) text += ": " + detail;
    if (cause) text += " (" + cause->summary() + ")";
    return text;
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
