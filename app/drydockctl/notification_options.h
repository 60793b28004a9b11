// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The options of the subcommands that tell somebody of a run: who is told, and the notifier that does it.
#pragma once

#include "app/drydockctl/subcommand.h"
#include "model/controllers/notifier.h"

#include <functional>
#include <memory>
#include <string>

namespace drydock::ctl {

class NotificationOptions
{
public:
    // Declares --notify, --webhook, --webhook-format and --notify-program.
    void addTo(CLI::App& command);
    [[nodiscard]] bool chosen() const;
    // Makes the notifier; null without any of the options. A value of the webhook's header is read from the keychain,
    // and `ready` is called once, when it has been or is not needed. Usage for options that choose nobody, or that
    // controllers::checkReceivers() refuses.
    [[nodiscard]] domain::Result<std::unique_ptr<controllers::Notifier>> make(
        const Subcommand::Context& context, std::function<void()> ready = [] {});

private:
    [[nodiscard]] domain::Result<controllers::NotificationReceivers> receivers(const QString& dataDir) const;

    bool m_asInWindow = false;
    std::string m_webhook;
    std::string m_format;
    std::string m_program;
};

} // namespace drydock::ctl
