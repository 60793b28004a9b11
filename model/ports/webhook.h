// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Posts a short JSON text to a receiver outside of Exchange.
#pragma once

#include "model/domain/result.h"
#include "model/domain/secret.h"

#include <QByteArray>
#include <QFuture>
#include <QUrl>

#include <functional>
#include <memory>

namespace drydock::ports {

struct WebhookRequest {
    QUrl url;
    QByteArray body;                             // JSON
    QByteArray header{};                         // the name of a header with a secret; empty: none
    std::shared_ptr<const domain::Secret> value; // of that header; null: none is stored
};

// To be called on a thread with an event loop. The request is sent once, to this address alone. Errors: Unreachable,
// TimedOut, TlsFailed, and HttpStatus for an answer that is not 2xx. Dropping the future cancels nothing; it finishes
// within a bounded time.
using PostWebhook = std::function<QFuture<domain::Result<>>(const WebhookRequest&)>;

} // namespace drydock::ports
