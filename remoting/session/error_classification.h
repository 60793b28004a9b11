// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Classifies the errors of a request: whether it may have arrived, and whether repeating it can help.
#pragma once

#include "model/domain/error.h"
#include "remoting/wsman/fault.h"

namespace drydock::session {

// Returns whether the server may have received the request although its answer is missing or unreadable.
[[nodiscard]] bool mayHaveArrived(const domain::Error& error) noexcept;
// Returns whether repeating the request on a new connection can help (protocol.md 1.13).
[[nodiscard]] bool isTransient(const domain::Error& error) noexcept;
// Converts the error of opening a shell to the error of the command for which it was opened. Nothing of the command was
// sent, so OutcomeUnknown and TimedOut become ConnectionLost.
[[nodiscard]] domain::Error notSent(domain::Error opening);
// Returns whether the server aborted the operation (code 995).
[[nodiscard]] bool isAborted(const wsman::Fault& fault) noexcept;
// Returns whether, after this fault in answer to a Command, the server may still have accepted the command.
[[nodiscard]] bool leavesCommandOpen(const wsman::Fault& fault) noexcept;

} // namespace drydock::session
