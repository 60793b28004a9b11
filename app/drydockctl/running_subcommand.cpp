// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/running_subcommand.h"

#include "app/drydockctl/clock_time.h"
#include "app/drydockctl/console.h"
#include "app/logging.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace drydock::ctl {

using controllers::MaintenanceController;
using maintenance::RunState;

namespace {

constexpr qint64 secondInterruptWithin = 5000; // ms (cli.md)
constexpr std::chrono::seconds heartbeat{5};   // how often the printer may find that it was silent for too long
constexpr std::chrono::seconds notifyFor{30};  // how long the end of the program waits for those who are told

// Returns the error of the current step, or null.
const domain::Error* errorOfCurrentStep(const RunState& run)
{
    return run.current < run.steps.size() && run.steps[run.current].error ? &*run.steps[run.current].error : nullptr;
}

} // namespace

void RunningSubcommand::addRunOptions(CLI::App& command, std::string& format)
{
    const std::string yes = "Yes, change the server; nothing is asked. `check` and `plan` change nothing.";
    command.add_flag("--yes", yes)->required();
    command
        .add_option("--go-on-without", m_goOnWithout,
                    "Go on without what this step waits for, where that is all that is missing; repeatable, recorded. "
                    "Steps: redirect-messages, wait-for-queues, move-databases, verify-in-maintenance, start-services, "
                    "wait-for-copies, check-components.")
        ->type_name("STEP")
        ->allow_extra_args(false);
    command
        .add_option("--stop-before", m_stopBefore,
                    "Begin no step that may still be under way at this time; the run can be resumed.")
        ->type_name("TIME")
        ->take_last();
    m_notificationOptions.addTo(command);
    addFormat(command, format, {"text", "jsonl"});
}

bool RunningSubcommand::prepareNotifier(const Context& context, domain::Time begins)
{
    auto made = m_notificationOptions.make(context);
    if (!made) {
        fail(made.error());
        return false;
    }
    m_notifier = *std::move(made);
    m_stopAt = timeOf("--stop-before", m_stopBefore, std::max(context.composition.clock().now(), begins));
    return !ended();
}

std::optional<domain::Time> RunningSubcommand::timeOf(const char* option, const std::string& text, domain::Time after)
{
    if (text.empty()) return std::nullopt;
    const auto time = clockTime(text, after);
    if (!time)
        usage(std::string(option) +
              " takes a time of day (04:00) or a whole time with its zone "
              "(2026-11-22T04:00:00Z), not \"" +
              text + "\"");
    return time;
}

bool RunningSubcommand::goOnWithoutIfNamed(const RunState& run)
{
    if (run.current >= run.steps.size() || !run.steps[run.current].mayGoOnWithout ||
        m_wentOn == std::pair(run.id, run.current))
        return false;
    if (!goesOnWithout(maintenance::toString(run.plan.steps[run.current].kind))) return false;
    m_wentOn = std::pair(run.id, run.current);
    const auto done = controller().goOnWithout();
    if (!done) printError(done.error());
    return done.has_value();
}

bool RunningSubcommand::goesOnWithout(const std::string& step) const
{
    return std::find(m_goOnWithout.begin(), m_goOnWithout.end(), step) != m_goOnWithout.end();
}

RunPrinter::Format RunningSubcommand::formatOf(const std::string& name)
{
    return name == "jsonl" ? RunPrinter::Format::JsonLines : RunPrinter::Format::Text;
}

void RunningSubcommand::follow(const Context& context, RunPrinter::Format format, const RunState* before)
{
    m_clock = &context.composition.clock();
    m_printer.emplace(format, *m_clock);
    if (before) m_printer->startFrom(*before);
    catchInterrupts();
    controller().setStopBefore(m_stopAt);
    connect(&controller(), &MaintenanceController::stateChanged, this, [this](const RunState& run) {
        m_printer->show(run);
        // A run that asks is answered when it has come to rest.
        if (run.phase == maintenance::RunPhase::Running) goOnWithoutIfNamed(run);
    });
    // While a command is awaited no state is signalled.
    connect(&m_heartbeat, &QTimer::timeout, this, [this] {
        if (!m_over) m_printer->show(controller().state());
    });
    m_heartbeat.start(heartbeat);
    connect(&controller(), &MaintenanceController::cameToRest, this, [this](const RunState& run) {
        m_printer->show(run);
        if (run.phase == maintenance::RunPhase::Asking && goOnWithoutIfNamed(run)) return;
        endRun(run);
    });
}

void RunningSubcommand::followCampaign(const Context& context, RunPrinter::Format format,
                                       const maintenance::CampaignState* before)
{
    makeController(context);
    app::Composition& composition = context.composition;
    m_campaign = std::make_unique<controllers::CampaignController>(
        controller(), gateway() ? gateway()->another() : nullptr, composition.journals(), composition.campaigns(),
        composition.clock());
    m_campaignPrinter.emplace(format, composition.clock());
    if (before) m_campaignPrinter->startFrom(*before);
    catchInterrupts();
    m_clock = &composition.clock();
    controller().setStopBefore(m_stopAt);
    using controllers::CampaignController;
    connect(&controller(), &MaintenanceController::stateChanged, this, [this](const RunState& run) {
        m_campaignPrinter->show(run);
        if (run.phase == maintenance::RunPhase::Running) goOnWithoutIfNamed(run);
    });
    connect(&m_heartbeat, &QTimer::timeout, this, [this] {
        if (!m_over && controller().running()) m_campaignPrinter->show(controller().state());
    });
    m_heartbeat.start(heartbeat);
    connect(m_campaign.get(), &CampaignController::stateChanged, this,
            [this](const maintenance::CampaignState& campaign) { m_campaignPrinter->show(campaign); });
    connect(m_campaign.get(), &CampaignController::cameToRest, this, &RunningSubcommand::endCampaign);
}

void RunningSubcommand::endCampaign(const maintenance::CampaignState& campaign)
{
    if (m_over) return;
    m_over = true;
    const bool abandoned = campaign.outcome == maintenance::Outcome::Abandoned;
    const ExitCode code = abandoned ? ExitCode::Done : exitCodeOf(campaign);
    m_campaignPrinter->end(campaign, code);
    app::logInfo("drydockctl",
                 "campaign " + campaign.id + " ended with exit code " + std::to_string(static_cast<int>(code)));
    notifyAndEnd(maintenance::notificationOf(campaign, m_clock->now()), code);
}

void RunningSubcommand::endRun(const RunState& run)
{
    if (m_over) return;
    m_over = true;
    const ExitCode code = exitCode(run);
    m_printer->end(run, static_cast<int>(code));
    app::logInfo("drydockctl", "run " + run.id + " ended with exit code " + std::to_string(static_cast<int>(code)));
    if (const domain::Error* error = errorOfCurrentStep(run); error && code != ExitCode::Done) printError(*error);
    if (run.resumable()) printMessage("drydockctl: to go on: drydockctl resume " + run.id + " --yes");
    if (run.resumable() && run.current < run.steps.size() && run.steps[run.current].sendable)
        printMessage(
            "drydockctl: readings show that the command had no effect; to send it once more: drydockctl resume " +
            run.id + " --send-again --yes");
    if (run.resumable() && run.current < run.steps.size() && run.steps[run.current].mayGoOnWithout)
        printMessage("drydockctl: " + run.plan.steps[run.current].goOnWithoutMeaning.english() +
                     " To go on without: drydockctl resume " + run.id + " --go-on-without " +
                     maintenance::toString(run.plan.steps[run.current].kind) + " --yes");
    notifyAndEnd(maintenance::notificationOf(run, m_clock->now()), code);
}

void RunningSubcommand::notifyAndEnd(const std::optional<maintenance::Notification>& notification, ExitCode code)
{
    if (!m_notifier || !notification) return end(code);
    connect(m_notifier.get(), &controllers::Notifier::idle, this, [this, code] { end(code); });
    QTimer::singleShot(notifyFor, this, [this, code] { end(code); });
    m_notifier->send(*notification);
}

void RunningSubcommand::interrupted()
{
    const bool rolling = m_campaign && m_campaign->running();
    if (!m_printer && !rolling) // nothing has been started
        return Subcommand::interrupted();
    if (m_over) { // only those who are told are waited for
        m_heartbeat.stop();
        return end(exitCode(controller().state()));
    }
    if (rolling) return interruptedCampaign();
    if (interruptedTwice()) {
        m_over = true;
        RunState left = controller().state();
        left.outcome = maintenance::Outcome::Stopped;
        m_printer->end(left, static_cast<int>(ExitCode::Stopped));
        printMessage("drydockctl: left as it is; to go on: drydockctl resume " + controller().state().id + " --yes");
        return end(ExitCode::Stopped);
    }
    printMessage("drydockctl: stopping after the current step; Ctrl+C again within 5 seconds leaves the run as it is");
    controller().stopAfterStep();
}

void RunningSubcommand::interruptedCampaign()
{
    if (interruptedTwice()) {
        m_over = true;
        auto left = m_campaign->state();
        left.phase = maintenance::RunPhase::Stopped;
        left.outcome = maintenance::Outcome::Stopped;
        m_campaignPrinter->end(left, ExitCode::Stopped);
        return end(ExitCode::Stopped);
    }
    printMessage(
        "drydockctl: stopping after the current step; Ctrl+C again within 5 seconds leaves the campaign as it is");
    m_campaign->stop();
}

bool RunningSubcommand::interruptedTwice()
{
    if (m_sinceInterrupt.isValid() && m_sinceInterrupt.elapsed() < secondInterruptWithin) return true;
    m_sinceInterrupt.start();
    return false;
}

} // namespace drydock::ctl
