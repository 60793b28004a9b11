// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "tests/support/sample_runs.h"

#include "model/maintenance/messages.h"
#include "tests/support/organisations.h"

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
    run.startedAt = now - 134s;
    run.id = runId(*run.startedAt, plan.server, plan.runKind);
    run.plan = plan;
    run.reason = "Cumulative update 15";
    run.changeNumber = "CHG-20417";
    run.operatorName = "LAB\\admin";
    run.overrides = {"single-copy"};
    run.phase = RunPhase::Running;
    run.current = current;
    run.steps.resize(plan.steps.size());
    auto time = *run.startedAt;
    for (std::size_t i = 0; i < current && i < run.steps.size(); ++i) {
        auto& step = run.steps[i];
        step.status = StepStatus::Done;
        step.startedAt = time;
        time += std::chrono::seconds(i % 3 + 1);
        step.finishedAt = time;
        for (const auto& condition : plan.steps[i].verification)
            step.evidence.push_back(describe(condition).english());
    }
    if (current < run.steps.size()) run.steps[current].startedAt = time;
    return run;
}

} // namespace

RunState movingRun(const Plan& plan, domain::Time now, std::int64_t queued)
{
    const auto current = indexOf(plan, StepKind::MoveDatabases);
    auto run = upTo(plan, current, now);
    auto& step = run.steps[current];
    step.status = StepStatus::Waiting;
    step.attempts = 24;
    step.sent = {{0, false, *step.startedAt, *step.startedAt + 1s, {}},
                 {1, false, *step.startedAt + 1s, *step.startedAt + 13s, {}}};
    step.deadline = now + 1066s;
    step.waitingFor = sentence<"still-active">("MAIL", "DB11, DB12");
    using Database = domain::DatabaseName;
    run.moves = {{Database("DB01"), mail(), mail2(), "Succeeded", 0, true},
                 {Database("DB02"), mail(), mail2(), "Succeeded", 0, true},
                 {Database("DB07"), mail(), domain::ServerName("MAIL3"), "Succeeded", 0, true},
                 {Database("DB11"), mail(), mail2(), "Mounting", {}, false},
                 {Database("DB12"), mail(), domain::ServerName(), "Dismounting", {}, false}};
    run.queued = queued;
    return run;
}

RunState failedRun(const Plan& plan, domain::Time now)
{
    const auto current = indexOf(plan, StepKind::RedirectMessages);
    auto run = upTo(plan, current, now);
    run.phase = RunPhase::Asking;
    run.moves = movingRun(plan, now, 0).moves;
    for (auto& move : run.moves) {
        if (move.to.empty()) move.to = move.from;
        move.done = true;
    }
    run.queued = 4;
    auto& step = run.steps[current];
    step.status = StepStatus::Failed;
    step.finishedAt = now;
    step.waitingFor = sentence<"messages-queued-on">("MAIL", "4");
    step.error = domain::Error{domain::ErrorKind::TimedOut, "Redirect queued messages",
                               "MAIL\\Submission Retry 4: 451 4.4.0 DNS query failed"};
    return run;
}

RunState unknownRun(const Plan& plan, domain::Time now)
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

RunState finishedRun(const Plan& plan, domain::Time now)
{
    auto run = upTo(plan, plan.steps.size(), now);
    run.phase = RunPhase::Finished;
    run.outcome = Outcome::SucceededWithWarnings;
    run.finishedAt = now;
    run.moves = movingRun(plan, now, 0).moves;
    run.warnings = {sentence<"start-not-read">("MSExchangeTransport")};
    return run;
}

RunState stoppedRun(const Plan& plan, domain::Time now)
{
    auto run = upTo(plan, indexOf(plan, StepKind::PauseNode), now);
    run.phase = RunPhase::Stopped;
    run.outcome = Outcome::Stopped;
    run.finishedAt = now;
    run.steps[run.current].startedAt.reset();
    return run;
}

RunState oneStepRun(const std::string& id, RunKind runKind, const std::string& originalPolicy)
{
    RunState state;
    state.id = id;
    state.reason = "update";
    state.plan.runKind = runKind;
    state.plan.server = mail();
    state.plan.original.policy = domain::autoActivationPolicy(originalPolicy);
    Step step;
    step.kind = StepKind::BlockActivation;
    step.title = sentence<"block-activation">("MAIL");
    step.commands = {
        {"Set-MailboxServer", {{"Identity", std::string("MAIL")}}, domain::EndpointKind::Exchange, mail()}};
    state.plan.steps = {step};
    state.steps.resize(1);
    return state;
}

std::vector<JournalRecord> wholeJournal(const RunState& state)
{
    const std::vector<RecordBody> bodies{
        record::RunCreated{state},
        record::StepStarted{0},
        record::CommandSending{0, 0, false},
        record::CommandReturned{0, 0, false, {}, {}, {}},
        record::StepFinished{0, StepStatus::Done, {"policy of MAIL is Blocked"}, {}},
        record::RunFinished{Outcome::Succeeded},
    };
    std::vector<JournalRecord> records;
    for (const auto& body : bodies)
        records.push_back({records.size(), at(0) + std::chrono::seconds(records.size()), body});
    return records;
}

std::vector<RunListing> listingsOf(const std::vector<JournaledRun>& runs)
{
    std::vector<RunListing> listings;
    for (const auto& run : runs) {
        RunListing listing;
        listing.run = summaryOf(run.state);
        listing.error = run.error;
        listing.file = std::to_string(listings.size());
        listings.push_back(std::move(listing));
    }
    return listings;
}

ReadRun readerOf(std::vector<JournaledRun> runs)
{
    return [runs = std::move(runs)](const RunListing& listing) { return runs.at(std::stoul(listing.file)); };
}

} // namespace drydock::tests
