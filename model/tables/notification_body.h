// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A notification as the JSON that a webhook takes. It contains no secret, and text of servers stays plain text there.
#pragma once

#include "model/maintenance/notification.h"

#include <QByteArray>

#include <optional>
#include <string_view>

namespace drydock::tables {

enum class WebhookFormat {
    Json,  // the object of app/docs/cli.md
    Teams, // an Adaptive Card in a message, as a workflow of Microsoft Teams takes it
    Slack, // a message with one block of plain text, as an incoming webhook of Slack takes it
};
[[nodiscard]] const char* toString(WebhookFormat format) noexcept; // "json", "teams", "slack"
[[nodiscard]] std::optional<WebhookFormat> webhookFormatNamed(std::string_view name) noexcept;

// Returns JSON on one line, its sentences in the language of the program.
[[nodiscard]] QByteArray notificationBody(const maintenance::Notification& notification, WebhookFormat format);

} // namespace drydock::tables
