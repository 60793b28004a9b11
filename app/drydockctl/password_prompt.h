// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Reads a password from the terminal without echo.
#pragma once

#include "model/domain/result.h"
#include "model/domain/secret.h"

#include <string>

namespace drydock::ctl {

// Blocks until a line was read. Error: Usage when there is no terminal.
[[nodiscard]] domain::Result<domain::Secret> passwordFromTerminal(const std::string& prompt);

} // namespace drydock::ctl
