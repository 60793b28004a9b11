// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Ends this process at once, whatever its threads do.
#pragma once

namespace drydock::app {

// May be called on any thread. Runs no destructor.
[[noreturn]] void endProcess(int exitCode);

} // namespace drydock::app
