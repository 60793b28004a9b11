// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/messages.h"
#include "model/maintenance/messages.h"
#include "model/tables/notification_body.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <gtest/gtest.h>

namespace drydock::tables {
namespace {

maintenance::Notification asking(const std::string& server = "MAIL")
{
    maintenance::Notification told;
    told.event = "needs-operator";
    told.run = "2026-11-22T21-04-05-MAIL-enter";
    told.server = domain::ServerName(server);
    told.runKind = "enter";
    told.text = maintenance::sentence<"notify-needs-operator">(server);
    told.step = domain::sentence<"verbatim">("Wait for the queues");
    told.at = *domain::fromIso("2026-11-22T21:10:00Z");
    return told;
}

QJsonObject objectOf(const maintenance::Notification& told, WebhookFormat format)
{
    const auto body = notificationBody(told, format);
    EXPECT_FALSE(body.contains('\n')) << body.toStdString();
    return QJsonDocument::fromJson(body).object();
}

TEST(NotificationBody, JsonNamesEventRunServerAndStep)
{
    const auto body = objectOf(asking(), WebhookFormat::Json);
    const QJsonObject expected{{QStringLiteral("event"), QStringLiteral("needs-operator")},
                               {QStringLiteral("text"), QStringLiteral("MAIL: the run needs a decision.")},
                               {QStringLiteral("at"), QStringLiteral("2026-11-22T21:10:00Z")},
                               {QStringLiteral("run"), QStringLiteral("2026-11-22T21-04-05-MAIL-enter")},
                               {QStringLiteral("server"), QStringLiteral("MAIL")},
                               {QStringLiteral("direction"), QStringLiteral("enter")},
                               {QStringLiteral("step"), QStringLiteral("Wait for the queues")}};
    EXPECT_EQ(body, expected);
}

TEST(NotificationBody, ATestNamesNoServer)
{
    const auto body = objectOf(maintenance::testNotification({}), WebhookFormat::Json);
    EXPECT_EQ(body[QStringLiteral("event")].toString(), QStringLiteral("test"));
    EXPECT_FALSE(body.contains(QStringLiteral("server")));
}

TEST(NotificationBody, TextOfAServerIsNoMarkupInSlack)
{
    const auto body = objectOf(asking("<!channel>&"), WebhookFormat::Slack);
    const auto text = body[QStringLiteral("text")].toString();
    EXPECT_TRUE(text.startsWith(QStringLiteral("&lt;!channel&gt;&amp;: the run"))) << text.toStdString();
    const auto block = body[QStringLiteral("blocks")].toArray()[0].toObject()[QStringLiteral("text")].toObject();
    EXPECT_EQ(block[QStringLiteral("type")].toString(), QStringLiteral("plain_text"));
    EXPECT_TRUE(block[QStringLiteral("text")].toString().endsWith(QStringLiteral("Step: Wait for the queues.")));
}

TEST(NotificationBody, TextOfAServerIsNoMarkdownInTeams)
{
    const auto body = objectOf(asking("[x](http://evil)"), WebhookFormat::Teams);
    EXPECT_EQ(body[QStringLiteral("type")].toString(), QStringLiteral("message"));
    const auto card = body[QStringLiteral("attachments")].toArray()[0].toObject()[QStringLiteral("content")].toObject();
    const auto block = card[QStringLiteral("body")].toArray()[0].toObject();
    EXPECT_EQ(block[QStringLiteral("type")].toString(), QStringLiteral("RichTextBlock")); // a TextBlock is Markdown
    const auto run = block[QStringLiteral("inlines")].toArray()[0].toObject();
    EXPECT_TRUE(run[QStringLiteral("text")].toString().startsWith(QStringLiteral("[x](http://evil): the run")));
}

TEST(NotificationBody, EveryFormatIsReadByItsName)
{
    for (const auto format : {WebhookFormat::Json, WebhookFormat::Teams, WebhookFormat::Slack})
        EXPECT_EQ(webhookFormatNamed(toString(format)), format);
    EXPECT_FALSE(webhookFormatNamed("mail"));
}

} // namespace
} // namespace drydock::tables
