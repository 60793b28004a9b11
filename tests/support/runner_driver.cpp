// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "tests/support/runner_driver.h"

#include "tests/support/command_effects.h"

#include "model/maintenance/journal_replay.h"
#include "model/maintenance/plan_enter.h"
#include "model/maintenance/plan_rebalance.h"
#include "model/maintenance/plan_reinstate.h"

#include <deque>
#include <stdexcept>

namespace drydock::tests {

using namespace domain;
using namespace maintenance;

Error errorOf(ErrorKind kind) { return {kind, "a cmdlet on MAIL", "for the test", 0, nullptr}; }

void RunnerDriver::plan(RunKind runKind, const std::optional<OriginalSettings>& original)
{
    auto made = runKind == RunKind::Enter       ? planEnter(world, mail())
                : runKind == RunKind::Reinstate ? planReinstate(world, mail(), original)
                                                : planRebalance(world, mail());
    RunState state;
    state.id = runId(now, mail(), runKind);
    state.plan = std::move(*made);
    state.reason = "CU15";
    state.operatorName = "LAB\\admin";
    state.plan.domainController = world.domainController;
    runner.emplace(std::move(state));
    journal.clear();
}

void RunnerDriver::apply(const Command& command) { applyTo(world, command, now); }

std::optional<Event> RunnerDriver::play(const Effect& effect)
{
    if (const auto* write = std::get_if<effect::WriteJournal>(&effect)) {
        const auto& record = write->record;
        if (journalTakes && !journalTakes(record))
            return event::JournalFailed{record.sequence,
                                        {ErrorKind::Storage, "append to the journal", "no space left", 0, nullptr}};
        // Through the text, as on the disk.
        journal.push_back(*fromJsonLine(toJsonLine(record)));
        return event::JournalWritten{record.sequence};
    }
    if (const auto* read = std::get_if<effect::ReadSnapshot>(&effect)) {
        readAt.push_back(read->domainController);
        now += std::chrono::milliseconds(200);
        if (eachStepOfTime) eachStepOfTime(*this);
        if (onReadSnapshot)
            if (auto error = onReadSnapshot(readings++)) return event::SnapshotFailed{*error};
        world.takenAt = now + wallSkew;
        world.domainController = domainController.empty() ? read->domainController : domainController;
        world.domainControllerLost = domainControllerLost && !read->domainController.empty();
        if (world.domainControllerLost) world.domainController.clear();
        return event::SnapshotRead{std::make_shared<const DagSnapshot>(world)};
    }
    if (const auto* send = std::get_if<effect::Send>(&effect)) {
        now += std::chrono::milliseconds(300);
        sent.push_back(send->command.toPowerShell());
        sentAt.push_back(now);
        const auto error = onSend ? onSend(send->command) : std::nullopt;
        if (!error || runsAnyway) apply(send->command);
        if (error) return event::CommandAnswered{tl::unexpected(*error)};
        return event::CommandAnswered{CommandReport{}};
    }
    if (const auto* timer = std::get_if<effect::SetTimer>(&effect)) {
        now += timer->after;
        return event::Timer{};
    }
    rests.push_back(std::get<effect::Rest>(effect).outcome);
    return std::nullopt;
}

void RunnerDriver::run(const Event& event)
{
    constexpr int tooMany = 100'000;
    const int before = played;
    run(event, tooMany);
    if (played - before == tooMany) throw std::logic_error("the run does not come to rest");
}

void RunnerDriver::run(const Event& event, int maxEffects)
{
    const auto effects = runner->on(event, moment());
    std::deque<Effect> waiting(effects.begin(), effects.end());
    for (int i = 0; !waiting.empty() && i < maxEffects; ++i, ++played) {
        const auto effect = waiting.front();
        waiting.pop_front();
        const auto answer = play(effect);
        if (!answer) continue;
        for (auto& next : runner->on(*answer, moment()))
            waiting.push_back(std::move(next));
    }
}

void RunnerDriver::restart()
{
    auto replayed = replay(journal);
    runner.emplace(std::move(*replayed), journal.size());
}

std::vector<std::string> RunnerDriver::statuses() const
{
    std::vector<std::string> words;
    for (const auto& step : state().steps)
        words.emplace_back(toString(step.status));
    return words;
}

} // namespace drydock::tests
