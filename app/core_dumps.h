// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Keeps an image of the process, which may hold a password, from being written when it crashes.
#pragma once

namespace drydock::app {

// Call it first in main(). In a debug build the system's setting stays as it is.
void disableCoreDumps();

} // namespace drydock::app
