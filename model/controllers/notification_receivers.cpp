// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/controllers/notification_receivers.h"

#include "model/domain/loopback.h"

#include <algorithm>

namespace drydock::controllers {
namespace {

using domain::ErrorKind;

constexpr qsizetype longestHeaderName = 64;

bool isToken(const QString& name)
{
    return name.size() <= longestHeaderName && std::all_of(name.begin(), name.end(), [](QChar c) {
               return c == u'-' || c == u'_' || (c.unicode() < 128 && c.isLetterOrNumber());
           });
}

} // namespace

domain::Result<> checkReceivers(const NotificationReceivers& receivers)
{
    const auto& url = receivers.webhook;
    if (!url.isEmpty()) {
        const auto host = url.host().toStdString();
        const bool secure = url.scheme() == QLatin1String("https");
        const bool local = url.scheme() == QLatin1String("http") && domain::isLoopback(host);
        if (!url.isValid() || host.empty())
            return domain::fail(ErrorKind::BadAddress, "read the webhook's address", "it names no host");
        if (!url.userInfo().isEmpty())
            return domain::fail(ErrorKind::BadAddress, "read the webhook's address", "it must not name a user");
        if (!secure && !local)
            return domain::fail(ErrorKind::BadAddress, "read the webhook's address",
                                "it must begin with https:// (http:// on this computer alone)");
    }
    // Windows runs these by cmd.exe, which would read the name of a server as a command line.
    for (const auto* suffix : {".bat", ".cmd"})
        if (receivers.program.endsWith(QLatin1String(suffix), Qt::CaseInsensitive))
            return domain::fail(ErrorKind::Usage, "start " + receivers.program.toStdString(),
                                "a batch file cannot be started without a shell; name a program");
    if (!isToken(receivers.header))
        return domain::fail(ErrorKind::Usage, "read the header's name", "it may hold letters, digits, - and _ only");
    for (const auto* own : {"host", "content-type", "content-length", "connection", "transfer-encoding"})
        if (receivers.header.compare(QLatin1String(own), Qt::CaseInsensitive) == 0)
            return domain::fail(ErrorKind::Usage, "read the header's name",
                                receivers.header.toStdString() + " has a meaning of its own");
    return {};
}

NotificationReceivers storedReceivers(const services::Settings& settings)
{
    using namespace services::setting;
    NotificationReceivers receivers;
    receivers.webhook = QUrl(settings.value(webhook));
    receivers.format =
        tables::webhookFormatNamed(settings.value(webhookFormat).toStdString()).value_or(receivers.format);
    receivers.header = settings.value(webhookHeader);
    receivers.program = settings.value(notificationProgram);
    return receivers;
}

void store(services::Settings& settings, const NotificationReceivers& receivers)
{
    using namespace services::setting;
    settings.set(webhook, receivers.webhook.toString());
    settings.set(webhookFormat, QString::fromLatin1(tables::toString(receivers.format)));
    settings.set(webhookHeader, receivers.header);
    settings.set(notificationProgram, receivers.program);
}

QString headerCredentialKey(const NotificationReceivers& receivers)
{
    return receivers.header + QLatin1Char('@') + receivers.webhook.host() + QStringLiteral(" (webhook)");
}

} // namespace drydock::controllers
