// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/journal_replay.h"

#include "model/domain/messages.h"
#include "model/maintenance/live_progress.h"
#include "model/maintenance/messages.h"

#include <algorithm>
#include <utility>

namespace drydock::maintenance {
namespace {

using namespace domain;

struct Applier {
    RunState& state;
    Time at;

    StepState* step(std::size_t index) const { return index < state.steps.size() ? &state.steps[index] : nullptr; }

    bool operator()(const record::RunCreated& r) const
    {
        state = r.state;
        state.steps.assign(state.plan.steps.size(), StepState{});
        state.startedAt = at;
        state.phase = RunPhase::Running;
        state.domainController = state.plan.domainController;
        if (state.plan.runKind == RunKind::Reinstate && !wasServing(state.plan.original))
            state.warnings.push_back(sentence<"was-not-in-service">(state.plan.server.text()));
        return true;
    }

    bool operator()(const record::StepStarted& r) const
    {
        auto* s = step(r.step);
        if (!s) return false;
        s->status = StepStatus::Running;
        if (!s->startedAt) s->startedAt = at;
        s->attempt = s->sent.size();
        s->sendable = false;
        s->error.reset();
        state.current = r.step;
        state.outcome = Outcome::None;
        return true;
    }

    bool operator()(const record::CommandSending& r) const
    {
        auto* s = step(r.step);
        if (!s) return false;
        const auto& planned = state.plan.steps[r.step];
        if (r.command >= (r.undo ? planned.undo : planned.commands).size()) return false;
        s->status = r.undo ? StepStatus::Undoing : StepStatus::Running;
        s->sent.push_back({r.command, r.undo, at, {}, {}});
        s->sendable = false;
        state.current = r.step;
        state.outcome = Outcome::None;
        return true;
    }

    bool operator()(const record::CommandReturned& r) const
    {
        auto* s = step(r.step);
        if (!s || !s->unanswered() || s->sent.back().command != r.command || s->sent.back().undo != r.undo)
            return false;
        s->sent.back().returnedAt = at;
        s->sent.back().error = r.error;
        s->sent.back().remarks = r.remarks;
        const auto delivery = s->deliveryOf(r.command, r.undo);
        if (delivery == DeliveryStatus::Unknown) s->status = StepStatus::Unknown;
        if (delivery == DeliveryStatus::Failed) s->status = StepStatus::Failed;
        for (const auto& warning : r.warnings)
            state.warnings.push_back(domain::sentence<"detail-of">(state.plan.steps[r.step].title, warning));
        mergeMoves(state, r.moves);
        return true;
    }

    bool operator()(const record::StepFinished& r) const
    {
        auto* s = step(r.step);
        if (!s) return false;
        s->status = r.status;
        s->evidence = r.evidence;
        s->error = r.error;
        s->sendable = r.sendable;
        if (!s->startedAt) s->startedAt = at;
        s->finishedAt = at;
        rests(*s);
        if (s->settled()) {
            state.current = r.step + 1;
            finishMove(state, state.plan.steps[r.step]);
        }
        const bool undone = r.status == StepStatus::Undone;
        if (undone) {
            // If the step has no undo commands, a command with an unknown outcome keeps that status.
            const auto& planned = state.plan.steps[r.step];
            if (!planned.undo.empty() || !s->any(DeliveryStatus::Unknown, planned.commands.size(), false))
                s->attempt = s->sent.size();
            s->reopened = s->resendApproved = false;
        }
        if ((s->settled() || undone) && r.error)
            state.warnings.push_back(domain::sentence<"detail-of">(state.plan.steps[r.step].title, r.error->summary()));
        return true;
    }

    bool operator()(const record::StepHeld& r) const
    {
        auto* s = step(r.step);
        if (!s) return false;
        s->status = r.status;
        s->sendable = r.sendable;
        rests(*s);
        return true;
    }

    static void rests(StepState& step)
    {
        step.waitingFor = {};
        step.nextPoll.reset();
        step.deadline.reset();
        step.noProgress = false;
    }

    bool operator()(const record::Continued& r) const
    {
        state.outcome = Outcome::None;
        if (r.sendAgain)
            for (auto& s : state.steps)
                if (s.reopened) s.resendApproved = true;
        state.notes.push_back(toIso(at) + (r.sendAgain    ? " told by the operator to send again what had no effect"
                                           : r.byOperator ? " continued by the operator"
                                                          : " continued from the journal"));
        return true;
    }

    // What the operator went on without in a step that is undone is demanded when the step is done again.
    void demandAgain(std::size_t index) const
    {
        if (!std::exchange(state.steps[index].goneOnWithout, false)) return;
        for (const auto& condition : state.plan.steps[index].goOnWithout)
            std::erase(state.goneOnWithout, condition);
    }

    bool operator()(const record::UndoRequested& r) const
    {
        if (r.downTo >= state.steps.size()) return false;
        for (std::size_t i = r.downTo; i < state.steps.size(); ++i)
            demandAgain(i);
        state.undoDownTo = r.downTo;
        state.phase = RunPhase::Undoing;
        state.outcome = Outcome::None;
        state.notes.push_back(toIso(at) + " undo requested");
        return true;
    }

    bool operator()(const record::UndoFinished&) const
    {
        state.undoDownTo.reset();
        state.outcome = Outcome::Undone; // down to the requested step; the steps before it stay done
        state.notes.push_back(toIso(at) + " undone as asked");
        return true;
    }

    bool operator()(const record::StepsReopened& r) const
    {
        for (const auto index : r.steps) {
            auto* s = step(index);
            if (!s) return false;
            const bool ours = s->reopened || s->status == StepStatus::Done;
            auto sent = std::move(s->sent);
            *s = StepState{};
            s->attempt = sent.size();
            s->sent = std::move(sent);
            s->reopened = ours;
            state.notes.push_back(toIso(at) + " no longer so: " + state.plan.steps[index].title.english());
        }
        return true;
    }

    bool operator()(const record::GoneOnWithout& r) const
    {
        auto* s = step(r.step);
        if (!s) return false;
        const auto& planned = state.plan.steps[r.step];
        s->status = s->sent.size() > s->attempt ? StepStatus::Done : StepStatus::Skipped;
        s->goneOnWithout = true;
        s->error.reset();
        s->finishedAt = at;
        if (!s->startedAt) s->startedAt = at;
        rests(*s);
        state.goneOnWithout.insert(state.goneOnWithout.end(), planned.goOnWithout.begin(), planned.goOnWithout.end());
        state.current = r.step + 1;
        state.outcome = Outcome::None;
        state.warnings.push_back(sentence<"gone-on-without">(planned.title, r.left));
        return true;
    }

    bool operator()(const record::Note& r) const
    {
        state.notes.push_back(toIso(at) + " " + r.text);
        if (!r.domainController.empty()) {
            state.warnings.push_back(sentence<"domain-controller-changed">(state.domainController, r.domainController));
            state.domainController = r.domainController;
        } else if (r.domainControllerLost) {
            state.warnings.push_back(sentence<"domain-controller-lost">(state.domainController));
            state.domainController.clear();
        }
        return true;
    }

    bool operator()(const record::RunFinished& r) const
    {
        state.outcome = r.outcome;
        state.phase = RunPhase::Finished;
        state.undoDownTo.reset();
        state.finishedAt = at;
        return true;
    }
};

// Puts a run without RunFinished to rest at its first open step. A step with an unanswered command becomes Unknown.
void close(RunState& state)
{
    if (state.phase == RunPhase::Finished) return;
    for (auto& step : state.steps) {
        if (!step.settled() && step.unanswered()) step.status = StepStatus::Unknown;
        if (step.status == StepStatus::Running) step.status = StepStatus::Waiting;
    }
    state.current = state.firstOpen();
    state.phase = RunPhase::Stopped;
    if (state.outcome != Outcome::Undone) state.outcome = state.restingOutcome();
}

} // namespace

Result<> apply(RunState& state, const JournalRecord& record)
{
    if (std::visit(Applier{state, record.at}, record.body)) return {};
    return fail(ErrorKind::Corrupt, "journal record " + std::to_string(record.sequence),
                "names a step or command that the plan does not have");
}

Result<RunState> replay(const std::vector<JournalRecord>& records)
{
    if (records.empty() || !std::holds_alternative<record::RunCreated>(records.front().body))
        return fail(ErrorKind::Corrupt, "journal", "does not begin with the plan");
    RunState state;
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (records[i].sequence != i)
            return fail(ErrorKind::Corrupt, "journal", "record " + std::to_string(i) + " is missing");
        if (i > 0 && std::holds_alternative<record::RunCreated>(records[i].body))
            return fail(ErrorKind::Corrupt, "journal", "holds two plans");
        DRYDOCK_TRY_VOID(apply(state, records[i]));
    }
    close(state);
    return state;
}

} // namespace drydock::maintenance
