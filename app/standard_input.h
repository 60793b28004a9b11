// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Reads a password from the first line of standard input, for --password-stdin.
#pragma once

#include "model/domain/secret.h"

namespace drydock::app {

// Blocks until a line was read; empty at the end of input.
[[nodiscard]] domain::Secret passwordFromStandardInput();

} // namespace drydock::app
