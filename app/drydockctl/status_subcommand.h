// `status` reads once; `watch` does so again and again until it is interrupted.
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
    // Whether it can tell anything about the group that was asked for; an error is shown, and ends it unless a later
    // reading may know better.
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
