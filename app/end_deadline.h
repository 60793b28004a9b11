// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Ends the process in time although a thread is busy with what a server sent, or a shell cannot be deleted.
#pragma once

#include <chrono>

namespace drydock::app {

// How long the sessions get to end: after Ctrl+C (with which the process ends within 2 s), and otherwise (the time-out
// "closing" and some more).
inline constexpr std::chrono::milliseconds endingOnRequest{1800};
inline constexpr std::chrono::seconds ending{8};

// After that time the process ends at once with the exit code. What was written to journals and logs is on the disk.
void endProcessWithin(std::chrono::milliseconds time, int exitCode);

} // namespace drydock::app
