// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Classifies the errors of a request: whether it may have arrived, and whether repeating it can help.
#pragma once

#include "model/domain/error.h"
#include "remoting/session/timeouts.h"
#include "remoting/wsman/response.h"

#include <string>

namespace drydock::session {

// Returns whether the server may have received the request although its answer is missing or unreadable.
[[nodiscard]] bool mayHaveArrived(const domain::Error& error) noexcept;
// Returns whether repeating the request on a new connection can help (protocol.md 1.13).
[[nodiscard]] bool isTransient(const domain::Error& error) noexcept;
// Converts the error of opening a shell to the error of the command for which it was opened. Nothing of the command was
// sent, so OutcomeUnknown and TimedOut become ConnectionLost.
[[nodiscard]] domain::Error notSent(domain::Error opening);
// Returns whether the server refused the request for now, for its load or a quota, so that it certainly was not carried
// out and may be sent again later (protocol.md 1.11).
[[nodiscard]] bool isRefusedForNow(const domain::Error& error) noexcept;
[[nodiscard]] bool isRefusedForNow(const wsman::Fault& fault) noexcept;
// Returns whether the fault gives no reason that a program can read, so that it proves nothing about the request.
[[nodiscard]] bool isUnexplained(const wsman::Fault& fault) noexcept;
// Returns whether, by this fault in answer to a Command, the shell takes no more commands. Unless it is unexplained,
// the command did not run.
[[nodiscard]] bool takesNoMoreCommands(const wsman::Fault& fault) noexcept;
// Returns whether the server refused a request, unread, because its envelope is larger than it accepts.
[[nodiscard]] bool isTooLarge(const wsman::Fault& fault) noexcept;
// Returns whether the answer to a Delete says that the shell is gone.
[[nodiscard]] bool isDeleted(const wsman::Response& response) noexcept;
// Returns whether the server aborted the operation or did not carry it out, so that an answer may be lost (995 …).
[[nodiscard]] bool isAborted(const wsman::Fault& fault) noexcept;
// Returns whether, after this fault in answer to a Command, the server may still have accepted the command.
[[nodiscard]] bool leavesCommandOpen(const wsman::Fault& fault) noexcept;

// Returns " within 180 s", for the detail of an error.
[[nodiscard]] std::string within(Milliseconds time);
// Returns the detail of a quota that asks for a longer wait than is accepted.
[[nodiscard]] std::string tooLongToWait(Milliseconds wanted, Milliseconds longest);

} // namespace drydock::session
