#include "ui/wizard/run_text.h"

#include "model/tables/shapes.h"
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

struct Words {
    Q_DECLARE_TR_FUNCTIONS(drydock::ui::RunWords)
};

// The journal keeps evidence in English; where a line is the very sentence of a condition it is told in the user's
// language.
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
        return Words::tr("Recording the settings of %1");
    case StepKind::BlockActivation:
        return Words::tr("Blocking activation on %1");
    case StepKind::DrainTransport:
        return Words::tr("Draining transport on %1");
    case StepKind::DrainUMCallRouter:
        return Words::tr("Draining the call router of %1");
    case StepKind::RestartTransport:
        return Words::tr("Restarting transport on %1");
    case StepKind::RedirectMessages:
        return Words::tr("Redirecting the messages of %1");
    case StepKind::HighAvailabilityOff:
        return Words::tr("Taking high availability of %1 offline");
    case StepKind::PauseNode:
        return Words::tr("Pausing the cluster node %1");
    case StepKind::MoveDatabases:
        return Words::tr("Moving the active databases off %1");
    case StepKind::WaitForQueues:
        return Words::tr("Waiting for the queues of %1 to drain");
    case StepKind::ServerWideOfflineOff:
        return Words::tr("Taking all components of %1 offline");
    case StepKind::VerifyInMaintenance:
        return Words::tr("Verifying that %1 is in maintenance");
    default:
        return {};
    }
}

QString reinstateText(StepKind kind)
{
    switch (kind) {
    case StepKind::ServerWideOfflineOn:
        return Words::tr("Bringing the components of %1 online");
    case StepKind::UMCallRouterOn:
        return Words::tr("Bringing the call router of %1 online");
    case StepKind::HighAvailabilityOn:
        return Words::tr("Bringing high availability of %1 online");
    case StepKind::ResumeNode:
        return Words::tr("Resuming the cluster node %1");
    case StepKind::RestoreMoveNow:
        return Words::tr("Allowing databases to stay on %1");
    case StepKind::RestorePolicy:
        return Words::tr("Restoring the activation policy of %1");
    case StepKind::TransportOn:
        return Words::tr("Bringing transport of %1 online");
    case StepKind::ClearFunctional:
        return Words::tr("Clearing what set-up left behind on %1");
    case StepKind::StartServices:
        return Words::tr("Starting the services of %1");
    case StepKind::WaitForCopies:
        return Words::tr("Waiting for the copies on %1 to catch up");
    case StepKind::VerifyInService:
        return Words::tr("Verifying that %1 is in service");
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
    if (!step.startedAt || step.status == StepStatus::ToDo) return {};
    return durationText(step.finishedAt.value_or(now) - *step.startedAt);
}

QString aboutText(domain::Duration duration)
{
    const auto minutes = std::chrono::round<std::chrono::minutes>(duration).count();
    if (minutes < 1) return Words::tr("less than a minute");
    if (minutes < 60) return Words::tr("about %1 min").arg(minutes);
    return Words::tr("about %1 h %2 min").arg(minutes / 60).arg(minutes % 60);
}

QString endpointText(const maintenance::Command& command)
{
    if (command.endpoint == domain::EndpointKind::Exchange) return Words::tr("Exchange");
    return Words::tr("on %1 itself").arg(plainText(command.on.text()));
}

QString runTitle(maintenance::Direction direction, const domain::ServerName& server)
{
    const QString name = plainText(server.text());
    if (direction == maintenance::Direction::Enter) {
        return name.isEmpty() ? Words::tr("Put into maintenance") : Words::tr("Put %1 into maintenance").arg(name);
    }
    return name.isEmpty() ? Words::tr("Reinstate") : Words::tr("Reinstate %1").arg(name);
}

QString doingText(StepKind kind, const domain::ServerName& server)
{
    const QString text = enterText(kind);
    return (text.isEmpty() ? reinstateText(kind) : text).arg(plainText(server.text()));
}

QString usualText(StepKind kind)
{
    switch (kind) {
    case StepKind::RestartTransport:
        return Words::tr("Usually under two minutes.");
    case StepKind::MoveDatabases:
        return Words::tr("Exchange picks the best copy; usually under a minute each.");
    case StepKind::WaitForQueues:
        return Words::tr("Shadow and poison queues are left out; they do not drain.");
    case StepKind::PauseNode:
        return Words::tr("The primary active manager moves by itself.");
    case StepKind::ServerWideOfflineOff:
        return Words::tr("Clients leave over the next half hour.");
    case StepKind::WaitForCopies:
        return Words::tr("Each copy replays what it missed.");
    default:
        return {};
    }
}

QString proofText(const maintenance::Step& step)
{
    QStringList parts;
    for (const auto& condition : step.verification)
        parts << translated(maintenance::describe(condition));
    return parts.join(Words::tr("; "));
}

QString detailText(const maintenance::Step& step, const maintenance::StepState& state)
{
    if (state.error) return errorText(*state.error).heading;
    const bool active = tables::shapeOf(state.status) == tables::Shape::StepRunning;
    if (active && !state.waitingFor.empty()) return sentence(state.waitingFor);
    if (!active && state.status != StepStatus::ToDo && !state.evidence.empty()) {
        QStringList parts;
        for (const auto& line : state.evidence)
            parts << withLocalTimes(evidenceText(step, line));
        return parts.join(Words::tr("; "));
    }
    const QString proof = proofText(step);
    return proof.isEmpty() ? translated(step.why) : proof;
}

QString sentence(const domain::LocalizableText& message) { return withLocalTimes(translated(message)); }

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
    const bool enter = run.plan.direction == maintenance::Direction::Enter;
    switch (run.outcome) {
    case Outcome::Succeeded:
    case Outcome::SucceededWithWarnings:
        return enter ? Words::tr("%1 is in maintenance").arg(server) : Words::tr("%1 is back in service").arg(server);
    case Outcome::Failed:
        return Words::tr("The run failed at step %1").arg(run.current + 1);
    case Outcome::Stopped:
        return Words::tr("The run was stopped at step %1").arg(run.current + 1);
    case Outcome::Undone:
        return partlyUndone(run) ? Words::tr("%1 is half-way: undone back to step %2").arg(server).arg(run.current + 1)
                                 : Words::tr("The changes to %1 were undone").arg(server);
    case Outcome::Abandoned:
        return Words::tr("%1 was left as it is").arg(server);
    case Outcome::None:
    case Outcome::Unknown:
        return Words::tr("It is not known how step %1 ended").arg(run.current + 1);
    }
    return {};
}

QString outcomeMeaning(const maintenance::RunState& run)
{
    const QString server = plainText(run.plan.server.text());
    const bool enter = run.plan.direction == maintenance::Direction::Enter;
    switch (run.outcome) {
    case Outcome::Succeeded:
        return enter ? Words::tr("Every step was verified by reading it back. %1 may be worked on or restarted.")
                           .arg(server)
                     : Words::tr("Every step was verified by reading it back, and the settings are what they were.");
    case Outcome::SucceededWithWarnings:
        return Words::tr("Every step was verified by reading it back; see the warnings below.");
    case Outcome::Failed:
    case Outcome::Stopped:
        return Words::tr("%1 of %2 steps are done. %3 stays half-way until the run is continued or undone.")
            .arg(QString::number(run.settledSteps()), QString::number(run.steps.size()), server);
    case Outcome::Undone:
        if (partlyUndone(run))
            return Words::tr("From that step on everything was set back and verified. The steps before it are still in "
                             "force until the run is continued or undone.");
        return Words::tr("What this run had changed was set back and verified.");
    case Outcome::Abandoned:
        return Words::tr("Nothing more is done by this run; what it changed stays changed.");
    case Outcome::None:
    case Outcome::Unknown:
        return Words::tr("A command was sent and no answer came. Continuing looks first whether it took effect; "
                         "it is not sent again blindly.");
    }
    return {};
}

} // namespace drydock::ui
