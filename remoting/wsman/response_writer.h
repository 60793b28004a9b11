// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Writes response envelopes, as a server of this program sends them.
#pragma once

#include "remoting/wsman/response.h"

#include <string>

namespace drydock::wsman {

// Returns the envelope. A fault is one of the bodies.
[[nodiscard]] std::string write(const Response& response);

} // namespace drydock::wsman
