// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The subcommands `status`, which reads the servers once, and `watch`, which reads them repeatedly until it is
// interrupted.
#pragma once

#include "app/drydockctl/connecting_subcommand.h"

#include <QTimer>

namespace drydock::ctl {

class StatusSubcommand : public ConnectingSubcommand
{
    Q_OBJECT

public:
    enum class Mode { Once, Watch };
    explicit StatusSubcommand(Mode mode) : m_mode(mode) {}

    [[nodiscard]] std::string name() const override;
    [[nodiscard]] std::string summary() const override;
    void addOptions(CLI::App& command) override;
    void start(const Context& context) override;

private:
    void read();
    // Returns whether the snapshot knows the group given with --dag. If it does not, an error is printed. The error
    // ends the command, except that `watch` goes on if the groups could not be read.
    [[nodiscard]] bool knowsGroup(const domain::DagSnapshot& snapshot);
    void show(const domain::DagSnapshot& snapshot);
    void interrupted() override;

    Mode m_mode;
    std::string m_format;
    std::string m_group;           // --dag
    std::string m_interval = "30"; // seconds
    domain::DagName m_dag;
    QTimer m_timer;
};

} // namespace drydock::ctl
