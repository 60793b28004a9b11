// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What a server's answer says of the authentication of a connection: its token, or why the logon was refused.
#pragma once

#include "model/domain/authentication_scheme.h"
#include "model/domain/error.h"
#include "remoting/http/message.h"

#include <string>

namespace drydock::http {

// Returns the token of this scheme among the headers of an answer.
[[nodiscard]] std::string tokenOf(const Response& response, domain::AuthenticationScheme scheme);
// Returns the error of a 401: NotAuthenticated, or ClockSkew where Kerberos was refused by a server whose clock
// differs.
[[nodiscard]] domain::Error refusedLogon(Response response, domain::AuthenticationScheme scheme, bool byKerberos,
                                         std::string what);

} // namespace drydock::http
