// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The results of SSPI as errors.
#pragma once

#include "model/domain/error.h"

#include <string>

#include <windows.h>

#include <security.h>

namespace drydock::auth::sspi {

// Returns which error a status of SSPI is.
[[nodiscard]] domain::ErrorKind kindOf(SECURITY_STATUS status) noexcept;
// Returns the words of Windows for a status, and its number.
[[nodiscard]] std::string describe(SECURITY_STATUS status);
[[nodiscard]] domain::Failure failure(SECURITY_STATUS status, std::string what);

} // namespace drydock::auth::sspi
