// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Looks at the way to an endpoint, step by step, without authenticating.
#pragma once

#include "model/domain/endpoint_findings.h"
#include "model/ports/exchange_gateway.h"

#include <QFuture>

#include <functional>

namespace drydock::ports {

// Connects to the profile's own URL and ends the connection; sends no request. The composition provides it; to be
// called on a thread with an event loop. Dropping the future cancels nothing; it finishes within a bounded time.
using EndpointProbe = std::function<QFuture<domain::EndpointFindings>(const ConnectionProfile&)>;

} // namespace drydock::ports
