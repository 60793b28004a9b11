// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A plain POST of JSON to a receiver outside of Exchange, with the proxy and the trust of the system.
#pragma once

#include "model/domain/result.h"

#include <QByteArray>
#include <QFuture>
#include <QUrl>

#include <string_view>

namespace drydock::http {

// To be called on a thread with an event loop. Sends the request once and follows no redirect; what the receiver
// answers is not read but for its status. `header` is empty where no secret is sent. Errors: Unreachable, TimedOut,
// TlsFailed, and HttpStatus for an answer that is not 2xx.
[[nodiscard]] QFuture<domain::Result<>> postJson(const QUrl& url, const QByteArray& body, const QByteArray& header,
                                                 std::string_view value);

} // namespace drydock::http
