#include "tests/ui/wizard_states.h"

#include <algorithm>

namespace drydock::tests {
namespace {

using namespace maintenance;
using namespace std::chrono_literals;

std::size_t indexOf(const Plan& plan, StepKind kind)
{
    const auto found =
        std::find_if(plan.steps.begin(), plan.steps.end(), [&](const auto& step) { return step.kind == kind; });
    return found == plan.steps.end() ? plan.steps.size() - 1 : std::size_t(found - plan.steps.begin());
}

// Everything before `current` is done, a few seconds each.
RunState upTo(const Plan& plan, std::size_t current, domain::Time now)
{
    RunState run;
    run.id = "2026-11-22T21-04-05-MAIL-enter";
    run.plan = plan;
    run.reason = "Cumulative update 15";
    run.changeNumber = "CHG-20417";
    run.operatorName = "LAB\\admin";
    run.overrides = {"single-copy"};
    run.phase = RunPhase::Running;
    run.startedAt = now - 134s;
    run.current = current;
    run.steps.resize(plan.steps.size());
    auto at = *run.startedAt;
    for (std::size_t i = 0; i < current && i < run.steps.size(); ++i) {
        auto& step = run.steps[i];
        step.status = StepStatus::Done;
        step.startedAt = at;
        at += std::chrono::seconds(i % 3 + 1);
        step.finishedAt = at;
        for (const auto& condition : plan.steps[i].verification)
            step.evidence.push_back(describe(condition).english());
    }
    if (current < run.steps.size()) run.steps[current].startedAt = at;
    return run;
}

} // namespace

RunState movingState(const Plan& plan, domain::Time now, std::int64_t queued)
{
    const auto current = indexOf(plan, StepKind::MoveDatabases);
    auto run = upTo(plan, current, now);
    auto& step = run.steps[current];
    step.status = StepStatus::Waiting;
    step.attempts = 24;
    step.deadline = now + 1066s;
    step.waitingFor = {"2 databases are still active on MAIL", {}};
    const domain::ServerName mail("MAIL");
    const domain::ServerName mail2("MAIL2");
    const domain::ServerName mail3("MAIL3");
    using Database = domain::DatabaseName;
    run.moves = {{Database("DB01"), mail, mail2, "Succeeded", 0, true},
                 {Database("DB02"), mail, mail2, "Succeeded", 0, true},
                 {Database("DB07"), mail, mail3, "Succeeded", 0, true},
                 {Database("DB11"), mail, mail2, "Mounting", {}, false},
                 {Database("DB12"), mail, domain::ServerName(), "Dismounting", {}, false}};
    run.queued = queued;
    return run;
}

RunState failedState(const Plan& plan, domain::Time now)
{
    const auto current = indexOf(plan, StepKind::RedirectMessages);
    auto run = upTo(plan, current, now);
    run.phase = RunPhase::Asking;
    run.moves = movingState(plan, now, 0).moves;
    for (auto& move : run.moves) {
        if (move.to.empty()) move.to = move.from;
        move.done = true;
    }
    run.queued = 4;
    auto& step = run.steps[current];
    step.status = StepStatus::Failed;
    step.finishedAt = now;
    step.waitingFor = {"messages queued on %1: %2", {"MAIL", "4"}};
    step.error = domain::Error{domain::ErrorKind::TimedOut, "Redirect queued messages",
                               "MAIL\\Submission Retry 4: 451 4.4.0 DNS query failed"};
    return run;
}

RunState unknownState(const Plan& plan, domain::Time now)
{
    const auto current = indexOf(plan, StepKind::PauseNode);
    auto run = upTo(plan, current, now);
    run.phase = RunPhase::Asking;
    auto& step = run.steps[current];
    step.status = StepStatus::Unknown;
    step.error = domain::Error{domain::ErrorKind::OutcomeUnknown, "Suspend-ClusterNode on MAIL",
                               "the connection ended before the answer came"};
    return run;
}

RunState doneState(const Plan& plan, domain::Time now)
{
    auto run = upTo(plan, plan.steps.size(), now);
    run.phase = RunPhase::Finished;
    run.outcome = Outcome::SucceededWithWarnings;
    run.finishedAt = now;
    run.moves = movingState(plan, now, 0).moves;
    run.warnings = {{"transport of %1 did not show when it started", {"MAIL"}}};
    return run;
}

RunState stoppedState(const Plan& plan, domain::Time now)
{
    auto run = upTo(plan, indexOf(plan, StepKind::PauseNode), now);
    run.phase = RunPhase::Stopped;
    run.outcome = Outcome::Stopped;
    run.finishedAt = now;
    run.steps[run.current].startedAt.reset();
    return run;
}

} // namespace drydock::tests
