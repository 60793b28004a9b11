// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The subcommand `notify`: sends a test to those who would be told of a run.
#pragma once

#include "app/drydockctl/notification_options.h"

namespace drydock::ctl {

class NotifySubcommand : public Subcommand
{
    Q_OBJECT

public:
    [[nodiscard]] std::string name() const override { return "notify"; }
    [[nodiscard]] std::string summary() const override { return "Sends a test to those who are told of runs."; }
    [[nodiscard]] bool hasConnectionOptions() const override { return false; }
    void addOptions(CLI::App& command) override;
    void start(const Context& context) override;

private:
    NotificationOptions m_options;
    std::unique_ptr<controllers::Notifier> m_notifier;
    ExitCode m_code = ExitCode::Done;
};

} // namespace drydock::ctl
