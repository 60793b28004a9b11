// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A function that a recorder provides and that receives every request with its answer, as envelopes.
#pragma once

#include <functional>
#include <string>

namespace drydock::session {

// Called on the network thread. `response` is empty if there was none; `status` is the HTTP status, 0 if there was
// none. HTTP headers, which carry credentials, are not passed.
using WireTap = std::function<void(const std::string& request, const std::string& response, int status)>;

} // namespace drydock::session
