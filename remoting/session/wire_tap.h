// Where a recorder listens: every request and its answer, as envelopes.
#pragma once

#include <functional>
#include <string>

namespace drydock::session {

// `response` is empty where none came; `status` is the HTTP status. Called on the network thread. HTTP headers, and so
// credentials, never get here.
using WireTap = std::function<void(const std::string& request, const std::string& response, int status)>;

} // namespace drydock::session
