// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The base of `run` and `resume`: prints the progress of a run, ends with its outcome, and handles Ctrl+C.
#pragma once

#include "app/drydockctl/campaign_printer.h"
#include "app/drydockctl/maintenance_subcommand.h"
#include "app/drydockctl/notification_options.h"
#include "app/drydockctl/run_printer.h"
#include "model/controllers/campaign_controller.h"

#include <QElapsedTimer>
#include <QTimer>

#include <optional>

namespace drydock::ctl {

class RunningSubcommand : public MaintenanceSubcommand
{
    Q_OBJECT

protected:
    // Prints the run of the controller from now on. The command ends when the run is over, stopped, or waits for a
    // decision, because no user is there to decide; `resume` continues such a run. `before` is the earlier state of a
    // resumed run.
    void follow(const Context& context, RunPrinter::Format format, const maintenance::RunState* before = nullptr);
    [[nodiscard]] virtual ExitCode exitCode(const maintenance::RunState& run) const { return exitCodeOf(run); }
    // Creates the controllers of a campaign for the open session, or without one, and prints the campaign from now on.
    // The command ends when it is over or rests.
    void followCampaign(const Context& context, RunPrinter::Format format,
                        const maintenance::CampaignState* before = nullptr);
    [[nodiscard]] controllers::CampaignController& campaign() { return *m_campaign; }
    [[nodiscard]] bool goesOnWithout(const std::string& step) const; // whether --go-on-without names it
    // Declares --format, --go-on-without, --stop-before, the options of notifications, and --yes, which is required.
    void addRunOptions(CLI::App& command, std::string& format);
    [[nodiscard]] static RunPrinter::Format formatOf(const std::string& name);
    // To be called before anything is sent. Returns whether somebody can be told, or nobody is to be; otherwise the
    // command has ended with the error of the options. `begins`: when the run does, if that is later than now.
    [[nodiscard]] bool prepareNotifier(const Context& context, domain::Time begins = {});
    // Returns the time of an option, a time of day as the next one after `after`; nothing without one. A time that
    // cannot be read ends the command.
    [[nodiscard]] std::optional<domain::Time> timeOf(const char* option, const std::string& text, domain::Time after);

private:
    void endCampaign(const maintenance::CampaignState& campaign);
    void interruptedCampaign();
    // Returns whether this is the second request within the time in which it means to leave everything as it is.
    [[nodiscard]] bool interruptedTwice();
    void endRun(const maintenance::RunState& run);
    // Tells those who are to be told, and ends when they have been or have not answered for a while.
    void notifyAndEnd(const std::optional<maintenance::Notification>& notification, ExitCode code);
    // Goes on without what the step at hand waits for, once for each step that --go-on-without names. Returns whether
    // it did.
    bool goOnWithoutIfNamed(const maintenance::RunState& run);
    void interrupted() override;

    NotificationOptions m_notificationOptions;
    std::unique_ptr<controllers::Notifier> m_notifier; // null: nobody is told
    const ports::Clock* m_clock = nullptr;
    std::unique_ptr<controllers::CampaignController> m_campaign; // destroyed before the controller of its runs
    std::optional<CampaignPrinter> m_campaignPrinter;
    std::optional<RunPrinter> m_printer;
    QElapsedTimer m_sinceInterrupt;
    QTimer m_heartbeat;
    bool m_over = false;
    std::string m_stopBefore;
    std::optional<domain::Time> m_stopAt;
    std::vector<std::string> m_goOnWithout;                      // ids of steps
    std::optional<std::pair<std::string, std::size_t>> m_wentOn; // run and step for which this was said last
};

} // namespace drydock::ctl
