// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Completes the address of Exchange's remote PowerShell from what a person types.
#pragma once

#include "model/domain/authentication_scheme.h"

#include <string>
#include <string_view>

namespace drydock::domain {

// A server's name, with a port or without, stands for "http://NAME/PowerShell/", as Exchange is installed; with Basic
// for https unless it is a loopback address. Any other text is returned as it is.
[[nodiscard]] std::string completeExchangeAddress(std::string_view text, AuthenticationScheme scheme);

} // namespace drydock::domain
