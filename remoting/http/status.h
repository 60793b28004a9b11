// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Decides from status and content type whether an HTTP answer carries an envelope, before the body is parsed
// (protocol.md 1.10).
#pragma once

#include "model/domain/result.h"
#include "remoting/http/message.h"

#include <string>

namespace drydock::http {

// Returns the response when it carries a SOAP envelope (200, or 400 and 500 with a fault). Errors: 401
// NotAuthenticated; 403 NotPermitted; 404 and any other content type NotWsMan; a compressed body Malformed; everything
// else HttpStatus. The error's `code` is the status.
[[nodiscard]] domain::Result<Response> accept(Response response, std::string what);

} // namespace drydock::http
