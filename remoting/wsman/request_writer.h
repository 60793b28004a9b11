// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Writes request envelopes.
#pragma once

#include "remoting/wsman/request.h"

#include <string>

namespace drydock::wsman {

// Returns the envelope in exactly the form that Windows was recorded to accept (protocol.md 1.3).
[[nodiscard]] std::string write(const Request& request);

} // namespace drydock::wsman
