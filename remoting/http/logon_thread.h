// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Asks domain controllers for tickets without blocking the thread of the connections.
#pragma once

#include "remoting/auth/logon.h"
#include "remoting/auth/security_context.h"

#include <QFuture>

#include <memory>

namespace drydock::http {

using BegunLogon = domain::Result<std::shared_ptr<auth::SecurityContext>>;

// Calls auth::Logon::begin() on a thread of a pool, since the system's library blocks until the domain controllers
// answer: MIT's for some half a minute. The pool is never destroyed, because its destructor would wait for that at the
// program's end.
[[nodiscard]] QFuture<BegunLogon> beginLogon(std::shared_ptr<auth::Logon> logon, auth::Target target);

} // namespace drydock::http
