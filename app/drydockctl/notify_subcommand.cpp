// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/notify_subcommand.h"

#include "app/drydockctl/console.h"

#include <CLI/CLI.hpp>

#include <QTimer>

namespace drydock::ctl {

using controllers::Notifier;

void NotifySubcommand::addOptions(CLI::App& command) { m_options.addTo(command); }

void NotifySubcommand::start(const Context& context)
{
    if (!m_options.chosen()) return usage("one of --notify, --webhook and --notify-program is needed");
    const auto now = context.composition.clock().now();
    // The keychain may answer before make() has returned, but never calls back before the event loop runs again.
    auto made = m_options.make(context, [this, now] {
        QTimer::singleShot(0, this, [this, now] {
            const auto test = maintenance::testNotification(now);
            if (!m_notifier->receivers().webhook.isEmpty())
                printLine("sending: " + printable(m_notifier->bodyOf(test).toStdString()));
            m_notifier->send(test);
        });
    });
    if (!made) return fail(made.error());
    m_notifier = *std::move(made);
    catchInterrupts();
    connect(m_notifier.get(), &Notifier::delivered, this,
            [](const QString& receiver) { printLine("delivered to " + printable(receiver.toStdString())); });
    connect(m_notifier.get(), &Notifier::failed, this,
            [this](const domain::Error& error) { m_code = exitCodeOf(error); });
    connect(m_notifier.get(), &Notifier::idle, this, [this] { end(m_code); });
}

} // namespace drydock::ctl
