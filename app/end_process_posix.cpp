// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/end_process.h"

#include <cstdlib>

namespace drydock::app {

void endProcess(int exitCode) { std::_Exit(exitCode); }

} // namespace drydock::app
