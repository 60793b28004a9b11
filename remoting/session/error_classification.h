// What an error of the wire says about the request that got it.
#pragma once

#include "model/domain/error.h"
#include "remoting/wsman/fault.h"

namespace drydock::session {

// Whether the server may have taken the request although its answer is missing or unreadable.
[[nodiscard]] bool mayHaveArrived(const domain::Error& error) noexcept;
// Whether asking again on a new connection can help (protocol.md 1.13).
[[nodiscard]] bool isTransient(const domain::Error& error) noexcept;
// The error of a command whose shell did not open, from the error of the opening. No byte of the command was sent, so
// that an outcome that is unknown, or a time-out, becomes ConnectionLost.
[[nodiscard]] domain::Error notSent(domain::Error opening);
// 995: the server let go of the operation, wherever it was.
[[nodiscard]] bool isAborted(const wsman::Fault& fault) noexcept;
// Whether the fault, as the answer to a Command, does not tell if the command was taken before it.
[[nodiscard]] bool leavesCommandOpen(const wsman::Fault& fault) noexcept;

} // namespace drydock::session
