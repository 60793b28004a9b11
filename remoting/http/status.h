// What an HTTP answer means to a WS-Management client before anybody parses its body (protocol.md 1.10).
#pragma once

#include "model/domain/result.h"
#include "remoting/http/message.h"

#include <string>

namespace drydock::http {

// The response when it carries a SOAP envelope (200, or 400 and 500 with a fault), else an error of its own kind:
// 401 NotAuthenticated, 403 NotPermitted, 404 and any other content type NotWsMan, everything else HttpStatus.
[[nodiscard]] domain::Result<Response> accept(Response response, std::string what);

} // namespace drydock::http
