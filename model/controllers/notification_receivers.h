// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Who is told of runs: a webhook and a program, as the settings keep them. The secret of the webhook's header is in the
// keychain.
#pragma once

#include "model/domain/result.h"
#include "model/services/settings.h"
#include "model/tables/notification_body.h"

#include <QString>
#include <QUrl>

namespace drydock::controllers {

struct NotificationReceivers {
    QUrl webhook; // empty: none
    tables::WebhookFormat format = tables::WebhookFormat::Json;
    QString header;  // the name of a header with a secret; empty: none
    QString program; // started with the event, the server and the run's id as arguments; empty: none
    bool operator==(const NotificationReceivers&) const = default;
    [[nodiscard]] bool empty() const { return webhook.isEmpty() && program.isEmpty(); }
};

// Returns BadAddress for a webhook that is neither https nor on loopback, or that names a user; Usage for a header that
// is no token of HTTP or means something in HTTP itself.
[[nodiscard]] domain::Result<> checkReceivers(const NotificationReceivers& receivers);

[[nodiscard]] NotificationReceivers storedReceivers(const services::Settings& settings);
void store(services::Settings& settings, const NotificationReceivers& receivers);
// Returns the name under which the keychain keeps the value of the header.
[[nodiscard]] QString headerCredentialKey(const NotificationReceivers& receivers);

} // namespace drydock::controllers
