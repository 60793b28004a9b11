#include "app/drydockctl/error_help.h"

namespace drydock::ctl {
namespace {

ErrorHelp connectionAdvice(domain::ErrorKind kind)
{
    using domain::ErrorKind;
    switch (kind) {
    case ErrorKind::BadAddress:
        return {"the address cannot be used",
                "check the URL; the Exchange endpoint looks like http://server.domain/PowerShell"};
    case ErrorKind::Unreachable:
        return {"nobody answers there; nothing was sent",
                "check name, port and firewall, and that the server runs; or connect to another member"};
    case ErrorKind::TimedOut:
        return {"no answer in time", "check that the server is not overloaded or rebooting, then try again"};
    case ErrorKind::ConnectionLost:
        return {"the connection ended before the request was sent",
                "try again; if it stays so, connect to another member"};
    case ErrorKind::TlsFailed:
        return {"the secure connection could not be made",
                "check the certificate; give its issuer with --ca, or the certificate itself with --pin"};
    case ErrorKind::NotAuthenticated:
        return {"the server does not accept this user or password",
                "check user, password and --auth; mind that repeated attempts lock accounts out"};
    case ErrorKind::NotWsMan:
        return {"something answers there that is no remote shell",
                "check port and path: /PowerShell for Exchange, /wsman for a node"};
    case ErrorKind::HttpStatus:
        return {"the web server refuses the request",
                "404: check the path; 503: the application pool is stopped or starting"};
    case ErrorKind::Fault:
        return {"the server reports a fault", "read the detail; the code is the one of WinRM"};
    case ErrorKind::ShellGone:
        return {"the remote session exists no more", "it was idle too long, or the server restarted: try again"};
    case ErrorKind::Quota:
        return {"the server refuses for load or quota reasons",
                "close other remote sessions of this user, wait a minute, try again"};
    case ErrorKind::Malformed:
        return {"the answer is damaged or no answer to what was asked",
                "check for a proxy in between; if it stays so, record the connection and report it"};
    default:
        return {"the answer is larger than is accepted", "ask for less at once, or report it"};
    }
}

} // namespace

ErrorHelp errorHelp(domain::ErrorKind kind)
{
    using domain::ErrorKind;
    switch (kind) {
    case ErrorKind::OutcomeUnknown:
        return {"the command was sent and no answer came: it may or may not have run",
                "look at the server's state; `drydockctl resume` verifies before it goes on"};
    case ErrorKind::NotPermitted:
        return {"the user's role does not grant this", "use an account with the role, or ask for it"};
    case ErrorKind::ReadOnly:
        return {"refused: this session sends Get- and Test- only", "leave --read-only out"};
    case ErrorKind::UnknownCommand:
        return {"the cmdlet does not exist there, or is not granted", "check the endpoint and the user's roles"};
    case ErrorKind::UnknownParameter:
        return {"a parameter does not exist there, or is not granted",
                "check the server's version and the user's roles"};
    case ErrorKind::PromptRefused:
        return {"the cmdlet wanted to ask and there is nobody to answer", "run it by hand to see the question"};
    case ErrorKind::CommandFailed:
        return {"the cmdlet failed", "read the detail, put it right, then `drydockctl resume`"};
    case ErrorKind::NotReached:
        return {"the commands were answered, but what they are for has not come about in time",
                "look at what was waited for; `drydockctl resume` waits on"};
    case ErrorKind::Precondition:
        return {"something else must be so first; nothing was sent",
                "put it right, then try again; a run goes on with `drydockctl resume`"};
    case ErrorKind::NotFound:
        return {"it does not exist", "check the name"};
    case ErrorKind::Cancelled:
        return {"stopped", "`drydockctl runs` shows what can be resumed"};
    case ErrorKind::Storage:
        return {"a file could not be written or read",
                "check the folder given by --data-dir, its permissions and the space left"};
    case ErrorKind::Locked:
        return {"another process has this run open", "wait for it, or end it; then try again"};
    case ErrorKind::Corrupt:
        return {"a file is damaged", "it is kept as it is; `drydockctl runs` tells which"};
    case ErrorKind::Keychain:
        return {"there is no keychain, or it refuses",
                "give the password with --password-stdin, or type it when asked"};
    case ErrorKind::Usage:
        return {"that cannot be done", "see drydockctl --help"};
    case ErrorKind::Internal:
        return {"a rule of the program itself was broken", "please report it, with the log"};
    default:
        return connectionAdvice(kind);
    }
}

} // namespace drydock::ctl
