// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/tables/notification_body.h"

#include "model/domain/enum_names.h"
#include "model/maintenance/messages.h"
#include "model/tables/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace drydock::tables {
namespace {

constexpr domain::EnumName<WebhookFormat> formatNames[] = {
    {WebhookFormat::Json, "json"}, {WebhookFormat::Teams, "teams"}, {WebhookFormat::Slack, "slack"}};
static_assert(domain::namesAll(formatNames, WebhookFormat::Slack));

// One paragraph for people: what happened, and at which step.
QString paragraph(const maintenance::Notification& told)
{
    auto text = translated(told.text);
    if (!told.step.empty()) text += QLatin1Char(' ') + translated(maintenance::sentence<"notify-at-step">(told.step));
    return text;
}

QJsonObject plainObject(const maintenance::Notification& told)
{
    QJsonObject body{{QStringLiteral("event"), QString::fromStdString(told.event)},
                     {QStringLiteral("text"), translated(told.text)},
                     {QStringLiteral("at"), QString::fromStdString(domain::toIso(told.at))}};
    if (told.run.empty()) return body;
    body[QStringLiteral("run")] = QString::fromStdString(told.run);
    if (!told.server.empty()) body[QStringLiteral("server")] = plainText(told.server.text());
    body[QStringLiteral("direction")] = QString::fromStdString(told.runKind);
    if (!told.step.empty()) body[QStringLiteral("step")] = translated(told.step);
    return body;
}

// A RichTextBlock, because the text of a TextBlock is Markdown.
QJsonObject teamsObject(const QString& text)
{
    const QJsonObject run{{QStringLiteral("type"), QStringLiteral("TextRun")}, {QStringLiteral("text"), text}};
    const QJsonObject block{{QStringLiteral("type"), QStringLiteral("RichTextBlock")},
                            {QStringLiteral("inlines"), QJsonArray{run}}};
    const QJsonObject card{
        {QStringLiteral("$schema"), QStringLiteral("http://adaptivecards.io/schemas/adaptive-card.json")},
        {QStringLiteral("type"), QStringLiteral("AdaptiveCard")},
        {QStringLiteral("version"), QStringLiteral("1.2")},
        {QStringLiteral("body"), QJsonArray{block}}};
    const QJsonObject attachment{
        {QStringLiteral("contentType"), QStringLiteral("application/vnd.microsoft.card.adaptive")},
        {QStringLiteral("contentUrl"), QJsonValue::Null},
        {QStringLiteral("content"), card}};
    return {{QStringLiteral("type"), QStringLiteral("message")},
            {QStringLiteral("attachments"), QJsonArray{attachment}}};
}

// "text" is what a notification on a phone shows, and the one place where Slack reads markup: &, < and > are written as
// it asks for.
QJsonObject slackObject(const QString& text)
{
    const QJsonObject plain{{QStringLiteral("type"), QStringLiteral("plain_text")}, {QStringLiteral("text"), text}};
    const QJsonObject block{{QStringLiteral("type"), QStringLiteral("section")}, {QStringLiteral("text"), plain}};
    auto escaped = text;
    escaped.replace(QLatin1Char('&'), QLatin1String("&amp;"))
        .replace(QLatin1Char('<'), QLatin1String("&lt;"))
        .replace(QLatin1Char('>'), QLatin1String("&gt;"));
    return {{QStringLiteral("text"), escaped}, {QStringLiteral("blocks"), QJsonArray{block}}};
}

} // namespace

const char* toString(WebhookFormat format) noexcept { return domain::nameOf(formatNames, format); }

std::optional<WebhookFormat> webhookFormatNamed(std::string_view name) noexcept
{
    return domain::valueOf(formatNames, name);
}

QByteArray notificationBody(const maintenance::Notification& notification, WebhookFormat format)
{
    QJsonObject body;
    switch (format) {
    case WebhookFormat::Json:
        body = plainObject(notification);
        break;
    case WebhookFormat::Teams:
        body = teamsObject(paragraph(notification));
        break;
    case WebhookFormat::Slack:
        body = slackObject(paragraph(notification));
        break;
    }
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

} // namespace drydock::tables
