// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Reads a password from the terminal without echo, or from the first line of standard input. Both functions block until
// a line was read.
#pragma once

#include "model/domain/result.h"
#include "model/domain/secret.h"

#include <string>

namespace drydock::ctl {

// Error: Usage when there is no terminal.
[[nodiscard]] domain::Result<domain::Secret> passwordFromTerminal(const std::string& prompt);
[[nodiscard]] domain::Secret passwordFromStandardInput(); // empty at the end of input

} // namespace drydock::ctl
