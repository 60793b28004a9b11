// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Reads an answer in a session whose messages are sealed, and trusts no other.
#pragma once

#include "model/domain/result.h"
#include "remoting/auth/security_context.h"
#include "remoting/http/message.h"

#include <string>

namespace drydock::http {

// Returns the answer with its body unsealed. Errors: ServerNotProven for an envelope that is not sealed or was changed;
// for what carries none those of accept(), but OutcomeUnknown for a refusal: anybody on the way can write it, so it
// does not prove that the request did not run.
[[nodiscard]] domain::Result<Response> unsealed(auth::SecurityContext& context, Response response,
                                                const std::string& what);

} // namespace drydock::http
