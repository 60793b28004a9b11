// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/notification_options.h"

#include "app/drydockctl/console.h"
#include "app/logging.h"
#include "model/ports/on_finished.h"

#include <CLI/CLI.hpp>

namespace drydock::ctl {

using controllers::NotificationReceivers;
using controllers::Notifier;

void NotificationOptions::addTo(CLI::App& command)
{
    auto* saved = command.add_flag("--notify", m_asInWindow, "Tell those who are chosen in the window.");
    auto* webhook =
        command.add_option("--webhook", m_webhook, "Tell this address of a run that needs somebody or is over.")
            ->type_name("URL")
            ->take_last();
    command.add_option("--webhook-format", m_format, "What the webhook gets. Default: json")
        ->check(CLI::IsMember({"json", "teams", "slack"}))
        ->option_text("json|teams|slack")
        ->needs(webhook)
        ->take_last();
    auto* program = command
                        .add_option("--notify-program", m_program,
                                    "Start this program with the event, the server and the run as arguments.")
                        ->type_name("FILE")
                        ->take_last();
    saved->excludes(webhook, program);
}

bool NotificationOptions::chosen() const { return m_asInWindow || !m_webhook.empty() || !m_program.empty(); }

domain::Result<NotificationReceivers> NotificationOptions::receivers(const QString& dataDir) const
{
    NotificationReceivers receivers;
    if (m_asInWindow) {
        receivers = controllers::storedReceivers(services::Settings(dataDir));
        if (receivers.empty())
            return domain::fail(domain::ErrorKind::Usage, "--notify", "nobody is chosen in the window");
    } else {
        receivers.webhook = QUrl(QString::fromStdString(m_webhook));
        receivers.format = tables::webhookFormatNamed(m_format).value_or(receivers.format);
        receivers.program = QString::fromStdString(m_program);
    }
    return receivers;
}

domain::Result<std::unique_ptr<Notifier>> NotificationOptions::make(const Subcommand::Context& context,
                                                                    std::function<void()> ready)
{
    if (!chosen()) {
        ready();
        return nullptr;
    }
    DRYDOCK_TRY(auto receivers, this->receivers(context.options.dataDir));
    auto notifier = std::make_unique<Notifier>(app::Composition::postWebhook);
    QObject::connect(notifier.get(), &Notifier::failed, notifier.get(), [](const domain::Error& error) {
        app::logError("notify", error);
        printError(error);
    });
    QObject::connect(notifier.get(), &Notifier::delivered, notifier.get(),
                     [](const QString& receiver) { app::logInfo("notify", "delivered to " + receiver.toStdString()); });
    if (const auto set = notifier->setReceivers(receivers, {}); !set) // what was typed is wrong, whatever it is
        return domain::fail(domain::ErrorKind::Usage, set.error().what, set.error().detail);
    if (receivers.header.isEmpty()) {
        ready();
        return notifier;
    }
    ports::onFinished(notifier.get(),
                      context.composition.credentials().read(controllers::headerCredentialKey(receivers)),
                      [notifier = notifier.get(), receivers,
                       ready = std::move(ready)](const std::shared_ptr<domain::Result<domain::Secret>>& value) {
                          if (*value)
                              (void)notifier->setReceivers(receivers, std::move(**value));
                          else
                              printError(value->error());
                          ready();
                      });
    return notifier;
}

} // namespace drydock::ctl
