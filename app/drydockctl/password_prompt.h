// A password from the terminal, without echo, or from the first line of standard input.
#pragma once

#include "model/domain/result.h"
#include "model/domain/secret.h"

#include <string>

namespace drydock::ctl {

// Usage when there is no terminal to ask on.
[[nodiscard]] domain::Result<domain::Secret> passwordFromTerminal(const std::string& prompt);
[[nodiscard]] domain::Secret passwordFromStandardInput();

} // namespace drydock::ctl
