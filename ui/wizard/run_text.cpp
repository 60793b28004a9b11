// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/wizard/run_text.h"

#include "model/tables/shapes.h"
#include "model/tables/step_progress.h"
#include "model/tables/text.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/time_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace drydock::ui {
namespace {

using maintenance::Outcome;
using maintenance::StepKind;
using maintenance::StepStatus;
using tables::durationText;
using tables::plainText;
using tables::translated;

struct RunWords {
    Q_DECLARE_TR_FUNCTIONS(drydock::ui::RunWords)
};

// The journal keeps evidence in English. A line that equals the English text of one of the conditions is translated.
QString evidenceText(const maintenance::Step& step, const std::string& line)
{
    for (const auto& condition : step.verification)
        if (const auto sentence = maintenance::describe(condition); sentence.english() == line)
            return translated(sentence);
    return plainText(line);
}

QString enterText(StepKind kind)
{
    switch (kind) {
    case StepKind::RecordSettings:
        return RunWords::tr("Recording the settings of %1");
    case StepKind::BlockActivation:
        return RunWords::tr("Blocking activation on %1");
    case StepKind::DrainTransport:
        return RunWords::tr("Draining transport on %1");
    case StepKind::DrainUMCallRouter:
        return RunWords::tr("Draining the call router of %1");
    case StepKind::RestartTransport:
        return RunWords::tr("Restarting transport on %1");
    case StepKind::RedirectMessages:
        return RunWords::tr("Redirecting the messages of %1");
    case StepKind::HighAvailabilityOff:
        return RunWords::tr("Taking high availability of %1 offline");
    case StepKind::PauseNode:
        return RunWords::tr("Pausing the cluster node %1");
    case StepKind::MoveDatabases:
        return RunWords::tr("Moving the active databases off %1");
    case StepKind::WaitForQueues:
        return RunWords::tr("Waiting for the queues of %1 to drain");
    case StepKind::ServerWideOfflineOff:
        return RunWords::tr("Taking all components of %1 offline");
    case StepKind::VerifyInMaintenance:
        return RunWords::tr("Verifying that %1 is in maintenance");
    default:
        return {};
    }
}

QString reinstateText(StepKind kind)
{
    switch (kind) {
    case StepKind::ServerWideOfflineOn:
        return RunWords::tr("Bringing the components of %1 online");
    case StepKind::UMCallRouterOn:
        return RunWords::tr("Bringing the call router of %1 online");
    case StepKind::HighAvailabilityOn:
        return RunWords::tr("Bringing high availability of %1 online");
    case StepKind::ResumeNode:
        return RunWords::tr("Resuming the cluster node %1");
    case StepKind::RestoreMoveNow:
        return RunWords::tr("Allowing databases to stay on %1");
    case StepKind::RestorePolicy:
        return RunWords::tr("Restoring the activation policy of %1");
    case StepKind::TransportOn:
        return RunWords::tr("Bringing transport of %1 online");
    case StepKind::ClearFunctional:
        return RunWords::tr("Clearing what set-up left behind on %1");
    case StepKind::StartServices:
        return RunWords::tr("Starting the services of %1");
    case StepKind::WaitForCopies:
        return RunWords::tr("Waiting for the copies on %1 to catch up");
    case StepKind::VerifyInService:
        return RunWords::tr("Verifying that %1 is in service");
    case StepKind::CheckHealth:
        return RunWords::tr("Asking Exchange's own tests of %1");
    case StepKind::CheckComponents:
        return RunWords::tr("Checking every component of %1");
    case StepKind::RestartComputer:
        return RunWords::tr("Restarting the computer %1");
    case StepKind::WaitForStart:
        return RunWords::tr("Waiting until the services of %1 run again");
    default:
        return {};
    }
}

} // namespace

tables::Shape shapeOf(Outcome outcome) noexcept
{
    switch (outcome) {
    case Outcome::Succeeded:
        return tables::Shape::StepDone;
    case Outcome::SucceededWithWarnings:
        return tables::Shape::CheckWarn;
    case Outcome::Failed:
        return tables::Shape::StepFailed;
    case Outcome::Stopped:
    case Outcome::Undone:
    case Outcome::Abandoned:
        return tables::Shape::StepSkipped;
    case Outcome::None:
    case Outcome::Unknown:
        return tables::Shape::StepUnknown;
    }
    return tables::Shape::StepUnknown;
}

QString stepElapsed(const maintenance::StepState& step, domain::Time now)
{
    const auto elapsed = step.elapsed(now);
    return elapsed && step.status != StepStatus::ToDo ? durationText(*elapsed) : QString();
}

QString aboutText(domain::Duration duration)
{
    const auto minutes = std::chrono::round<std::chrono::minutes>(duration).count();
    if (minutes < 1) return RunWords::tr("less than a minute");
    if (minutes < 60) return RunWords::tr("about %1 min").arg(minutes);
    return RunWords::tr("about %1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

QString endpointText(const maintenance::Command& command)
{
    if (command.endpoint == domain::EndpointKind::Exchange) return RunWords::tr("Exchange");
    return RunWords::tr("on %1 itself").arg(plainText(command.on.text()));
}

QString runTitle(maintenance::RunKind runKind, const domain::ServerName& server)
{
    const QString name = plainText(server.text());
    if (runKind == maintenance::RunKind::Enter) {
        return name.isEmpty() ? RunWords::tr("Put into maintenance")
                              : RunWords::tr("Put %1 into maintenance").arg(name);
    }
    if (runKind == maintenance::RunKind::Rebalance) return RunWords::tr("Bring databases home");
    if (runKind == maintenance::RunKind::Reboot)
        return name.isEmpty() ? RunWords::tr("Restart") : RunWords::tr("Restart %1").arg(name);
    return name.isEmpty() ? RunWords::tr("Reinstate") : RunWords::tr("Reinstate %1").arg(name);
}

QString doingText(StepKind kind, const domain::ServerName& server)
{
    if (kind == StepKind::MoveHome || kind == StepKind::VerifyAtHome) return RunWords::tr("Bringing databases home");
    const QString text = enterText(kind);
    return (text.isEmpty() ? reinstateText(kind) : text).arg(plainText(server.text()));
}

QString doingText(const maintenance::RunState& run)
{
    if (run.current >= run.plan.steps.size()) return {};
    const auto& step = run.plan.steps[run.current];
    if (run.undoDownTo)
        return RunWords::tr("Undoing step %1: %2").arg(QString::number(run.current + 1), translated(step.title));
    if (step.kind == StepKind::MoveHome) return translated(step.title);
    // The command is sent only while messages are queued.
    const bool onlyWaits = step.kind == StepKind::RedirectMessages && run.current < run.steps.size() &&
                           run.steps[run.current].sent.empty();
    return doingText(onlyWaits ? StepKind::WaitForQueues : step.kind, run.plan.server);
}

QString restText(const maintenance::RunState& run)
{
    const QString number = QString::number(run.current + 1);
    if (!restsInside(run))
        return RunWords::tr("Paused before step %1. Nothing is sent until it continues.").arg(number);
    const auto& step = run.steps[run.current];
    return step.sent.size() > step.attempt && step.sent.back().undo == run.undoDownTo.has_value()
               ? RunWords::tr("Paused inside step %1: its commands were sent and are not verified yet. Nothing more is "
                              "sent until it continues.")
                     .arg(number)
               : RunWords::tr("Paused inside step %1, which had only waited. Nothing is sent until it continues.")
                     .arg(number);
}

bool restsInside(const maintenance::RunState& run)
{
    if (run.current >= run.steps.size()) return false;
    const auto status = run.steps[run.current].status;
    if (run.undoDownTo) return status == StepStatus::Undoing;
    return status != StepStatus::ToDo && status != StepStatus::Undone;
}

QString deliveryText(const maintenance::RunState& run)
{
    if (run.current >= run.plan.steps.size() || run.current >= run.steps.size()) return {};
    const bool undo = run.undoDownTo.has_value();
    const auto& planned = run.plan.steps[run.current];
    const auto& commands = undo ? planned.undo : planned.commands;
    if (commands.empty()) return {};
    const auto& step = run.steps[run.current];
    int sent = 0;
    const maintenance::SentCommand* newest = nullptr;
    for (std::size_t i = 0; i < commands.size(); ++i)
        if (const auto* one = step.last(i, undo)) {
            ++sent;
            if (!newest || one->at >= newest->at) newest = one;
        }
    if (!newest) return RunWords::tr("Not sent: a command is sent only if a reading shows that it is needed");
    const QString when = clockText(newest->at);
    const QString answer = !newest->returnedAt ? RunWords::tr("not answered yet")
                           : newest->error     ? RunWords::tr("answered with an error")
                                               : RunWords::tr("answered at %1").arg(clockText(*newest->returnedAt));
    if (commands.size() == 1) return RunWords::tr("Sent at %1, %2").arg(when, answer);
    return RunWords::tr("%1 of %2 sent, the last at %3, %4")
        .arg(QString::number(sent), QString::number(commands.size()), when, answer);
}

QString usualText(StepKind kind)
{
    switch (kind) {
    case StepKind::RestartTransport:
        return RunWords::tr("Usually under two minutes.");
    case StepKind::MoveDatabases:
        return RunWords::tr("Exchange picks the best copy; usually under a minute each.");
    case StepKind::WaitForQueues:
        return RunWords::tr("Shadow and poison queues are left out; they do not drain.");
    case StepKind::PauseNode:
        return RunWords::tr("The primary active manager moves by itself.");
    case StepKind::ServerWideOfflineOff:
        return RunWords::tr("Clients leave over the next half hour.");
    case StepKind::WaitForCopies:
        return RunWords::tr("Each copy replays what it missed.");
    default:
        return {};
    }
}

QString verificationText(const maintenance::Step& step)
{
    QStringList parts;
    for (const auto& condition : step.verification)
        parts << translated(maintenance::describe(condition));
    return parts.join(RunWords::tr("; "));
}

QString detailText(const maintenance::Step& step, const maintenance::StepState& state)
{
    if (state.error) return errorText(*state.error).heading;
    const bool active = tables::shapeOf(state.status) == tables::Shape::StepRunning;
    const QString progress = active ? tables::withLocalTimes(tables::progressText(step, state)) : QString();
    if (!progress.isEmpty()) return progress;
    if (!active && state.status != StepStatus::ToDo && !state.evidence.empty()) {
        QStringList parts;
        for (const auto& line : state.evidence)
            parts << tables::withLocalTimes(evidenceText(step, line));
        return parts.join(RunWords::tr("; "));
    }
    const QString conditions = verificationText(step);
    return conditions.isEmpty() ? translated(step.why) : conditions;
}

QString sentence(const domain::LocalizableText& message) { return tables::withLocalTimes(translated(message)); }

bool partlyUndone(const maintenance::RunState& run)
{
    const auto inForce = [](const maintenance::StepState& step) { return step.status == StepStatus::Done; };
    return run.outcome == Outcome::Undone && run.phase == maintenance::RunPhase::Stopped &&
           std::any_of(run.steps.begin(), run.steps.end(), inForce);
}

int percentOf(const maintenance::RunState& run)
{
    if (run.steps.empty()) return 0;
    return static_cast<int>(run.settledSteps() * 100 / run.steps.size());
}

QString outcomeHeading(const maintenance::RunState& run)
{
    const QString server = plainText(run.plan.server.text());
    const bool enter = run.plan.runKind == maintenance::RunKind::Enter;
    const bool rebalance = run.plan.runKind == maintenance::RunKind::Rebalance;
    switch (run.outcome) {
    case Outcome::Succeeded:
    case Outcome::SucceededWithWarnings:
        if (rebalance) return RunWords::tr("The databases of %1 were brought home").arg(plainText(run.plan.group));
        if (run.plan.runKind == maintenance::RunKind::Reboot) return RunWords::tr("%1 has been restarted").arg(server);
        return enter ? RunWords::tr("%1 is in maintenance").arg(server)
                     : RunWords::tr("%1 is back in service").arg(server);
    case Outcome::Failed:
        return RunWords::tr("The run failed at step %1").arg(run.current + 1);
    case Outcome::Stopped:
        return restsInside(run) ? RunWords::tr("The run was stopped inside step %1").arg(run.current + 1)
                                : RunWords::tr("The run was stopped before step %1").arg(run.current + 1);
    case Outcome::Undone:
        return partlyUndone(run)
                   ? RunWords::tr("%1 is half-way: undone back to step %2").arg(server).arg(run.current + 1)
                   : RunWords::tr("The changes to %1 were undone").arg(server);
    case Outcome::Abandoned:
        return RunWords::tr("%1 was left as it is").arg(server);
    case Outcome::None:
    case Outcome::Unknown:
        return RunWords::tr("It is not known how step %1 ended").arg(run.current + 1);
    }
    return {};
}

QString outcomeMeaning(const maintenance::RunState& run)
{
    const QString server = plainText(run.plan.server.text());
    const bool enter = run.plan.runKind == maintenance::RunKind::Enter;
    const bool rebalance = run.plan.runKind == maintenance::RunKind::Rebalance;
    switch (run.outcome) {
    case Outcome::Succeeded:
        if (rebalance) return RunWords::tr("Each was moved alone and verified by reading it back.");
        if (run.plan.runKind == maintenance::RunKind::Reboot)
            return RunWords::tr("It started anew, and what ran before runs again. It is still in maintenance.");
        return enter ? RunWords::tr("Every step was verified by reading it back. %1 may be worked on or restarted.")
                           .arg(server)
                     : RunWords::tr("Every step was verified by reading it back, and the settings are what they were.");
    case Outcome::SucceededWithWarnings:
        return RunWords::tr("Every step was verified by reading it back; see the warnings below.");
    case Outcome::Failed:
    case Outcome::Stopped:
        if (rebalance)
            return RunWords::tr("%1 of %2 steps are done. The other databases stay where they are until the run is "
                                "continued.")
                .arg(QString::number(run.settledSteps()), QString::number(run.steps.size()));
        return RunWords::tr("%1 of %2 steps are done. %3 stays half-way until the run is continued or undone.")
            .arg(QString::number(run.settledSteps()), QString::number(run.steps.size()), server);
    case Outcome::Undone:
        if (partlyUndone(run))
            return RunWords::tr(
                "From that step on everything was set back and verified. The steps before it are still in "
                "force until the run is continued or undone.");
        return RunWords::tr("What this run had changed was set back and verified.");
    case Outcome::Abandoned:
        return RunWords::tr("Nothing more is done by this run; what it changed stays changed.");
    case Outcome::None:
    case Outcome::Unknown:
        return RunWords::tr("A command was sent and no answer came. Continuing looks first whether it took effect; "
                            "it is not sent again blindly.");
    }
    return {};
}

} // namespace drydock::ui
