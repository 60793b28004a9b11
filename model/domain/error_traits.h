// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The table of what each ErrorKind implies. Every decision that depends on the kind of an error derives from it.
#pragma once

#include "model/domain/error.h"

#include <span>

namespace drydock::domain {

// Whether the server may have carried out the request that got the error.
enum class RequestSent {
    No,    // the request did not leave this computer, or certainly did not arrive
    Maybe, // it was written, and no answer that can be used came back
    Yes,   // it was answered
};

// Where the cause lies, which says what else is affected.
enum class ErrorOrigin {
    Ours,       // this program, its files or what the operator asked for: no server is involved
    Connection, // the way to the endpoint: every later request over it meets the same error, and the server may be down
    Session,    // the endpoint answers and refuses the session: every later request of the session meets the same error
    Command,    // the endpoint refuses this command or this answer to us: another command may succeed
    Server,     // the server that the command is about: the endpoint ran the command, and it failed there
};

// Which commands may be repeated without asking the operator. The caller decides whether and when it repeats them.
enum class Retry {
    Never,
    ReadOnly, // the command may have run: only one that changes nothing is repeated
    Always,   // the command certainly did not run
};

// The reason why drydockctl ends. `app` maps it to the exit code (app/docs/cli.md).
enum class ExitReason { Usage, Blocked, Failed, OutcomeUnknown, Stopped, NotConnected, NotPermitted };

// What the operator should do next about a step that ended with the error.
enum class Advice {
    TryAgain,   // put right what the details say, then send it again
    LookAgain,  // read the state before anything else is sent
    WaitLonger, // the effect may still show
};

struct ErrorTraits {
    ErrorKind kind;
    RequestSent sent;
    ErrorOrigin origin;
    Retry retry;
    ExitReason exit;
    Advice advice;
};

// Returns all rows in the order of ErrorKind.
[[nodiscard]] std::span<const ErrorTraits> errorTraits() noexcept;
[[nodiscard]] const ErrorTraits& traitsOf(ErrorKind kind) noexcept;

// Returns whether a later command over the same connection or session would get the same error.
[[nodiscard]] bool affectsConnection(ErrorKind kind) noexcept;
// Returns whether the error is evidence that the server named in the command does not work.
[[nodiscard]] bool isServerFailure(ErrorKind kind) noexcept;
// Returns whether the error says nothing about the state of the server named in the command, so that what was read of
// it before stays valid. False for an error of the connection: the server may be down.
[[nodiscard]] bool isRefusedToUs(ErrorKind kind) noexcept;
// Returns whether the user or the password was refused. Nothing is sent by itself with the same ones again, because
// repeated refusals lock an account; a person signs in anew.
[[nodiscard]] bool needsNewCredentials(ErrorKind kind) noexcept;
// Returns whether a reading that got the error may be repeated, on this member or on another.
[[nodiscard]] bool mayRepeatReading(ErrorKind kind) noexcept;

} // namespace drydock::domain
