// What each ErrorKind implies, one row a kind: every decision that depends on the kind of an error derives from this
// table.
#pragma once

#include "model/domain/error.h"

#include <span>

namespace drydock::domain {

// Whether the server may have carried out the request that got the error.
enum class RequestSent {
    No,    // nothing of it left this computer, or certainly did not arrive
    Maybe, // it was written, and no answer that can be used came back
    Yes,   // it was answered
};

// Where the cause lies, and with it what else is affected.
enum class ErrorOrigin {
    Ours,       // this program, its files or what the operator asked for: no server is involved
    Connection, // the way to the endpoint: every later request over it meets the same error, and the server may be down
    Session,    // the endpoint answers and refuses the session: every later request of the session meets the same error
    Command,    // the endpoint refuses this command or this answer to us: another command may succeed
    Server,     // the server that the command is about: the endpoint ran the command, and it failed there
};

// Which commands may be repeated without asking the operator. Whether and when they are is the caller's policy.
enum class Retry {
    Never,
    ReadOnly, // the command may have run: only one that changes nothing is repeated
    Always,   // the command certainly did not run
};

// Why drydockctl ends; app maps it to the exit code (app/docs/cli.md).
enum class ExitReason { Usage, Blocked, Failed, OutcomeUnknown, Stopped, NotConnected, NotPermitted };

// What an operator does next about a step that ended with the error.
enum class Advice {
    TryAgain,   // put right what the details say, then send it again
    LookAgain,  // read the state: nothing is sent before it is known
    WaitLonger, // what was asked for may still come about
};

struct ErrorTraits {
    ErrorKind kind;
    RequestSent sent;
    ErrorOrigin origin;
    Retry retry;
    ExitReason exit;
    Advice advice;
};

// In the order of ErrorKind.
[[nodiscard]] std::span<const ErrorTraits> errorTraits() noexcept;
[[nodiscard]] const ErrorTraits& traitsOf(ErrorKind kind) noexcept;

// Whether a later command over the same connection or session would meet the error as well.
[[nodiscard]] bool affectsConnection(ErrorKind kind) noexcept;
// Whether the error is evidence that the server which the command is about does not work.
[[nodiscard]] bool isServerFailure(ErrorKind kind) noexcept;
// Whether the error leaves open how the server is which the command is about: what was read of it before still stands.
// False for an error of the connection: the server may be down.
[[nodiscard]] bool isRefusedToUs(ErrorKind kind) noexcept;
// Whether a reading that got the error may be repeated, on this member or on another.
[[nodiscard]] bool mayRepeatReading(ErrorKind kind) noexcept;

} // namespace drydock::domain
