// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/run_steps.h"

#include "model/domain/messages.h"
#include "model/domain/overloaded.h"

#include <utility>

namespace drydock::maintenance {

using namespace domain;

namespace {

// Returns whether an undo must handle the step. A step that was skipped or not started was not changed by this run.
bool isTouched(const StepState& step)
{
    // Also where a command of unknown outcome keeps that status, because there is nothing that would undo it.
    if (step.status == StepStatus::Undone) return false;
    return step.reopened || step.sent.size() > step.attempt ||
           (step.status != StepStatus::ToDo && step.status != StepStatus::Checking &&
            step.status != StepStatus::Skipped);
}

} // namespace

// A reinstate run is not undone. Taking the server down again needs a new maintenance with its checks.
bool RunSteps::mayUndo(std::size_t downTo) const
{
    return downTo < m_run.steps.size() && m_run.plan.runKind == RunKind::Enter &&
           !(undoing() && downTo >= *m_run.undoDownTo);
}

bool RunSteps::mayGoOnWithout(std::size_t index) const
{
    return index < m_run.steps.size() && !undoing() && m_run.steps[index].mayGoOnWithout;
}

RunnerState RunSteps::continueSteps(Wish wish, std::optional<RetryDecision> decision)
{
    return undoing() ? atUndoBoundary(wish, decision) : atBoundary(wish, decision);
}

std::size_t RunSteps::decisionStep() const
{
    if (undoing()) return nextToUndo().value_or(*m_run.undoDownTo);
    return m_run.firstOpen();
}

std::optional<std::size_t> RunSteps::nextToUndo() const
{
    for (std::size_t i = m_run.steps.size(); i > *m_run.undoDownTo; --i)
        if (isTouched(m_run.steps[i - 1])) return i - 1;
    return {};
}

Time RunSteps::latestEndOf(const Step& step) const
{
    return m_now.wall + step.timeout + (step.undo.empty() ? Duration::zero() : step.timeout);
}

// Decides between two steps whether the run stops, pauses, is undone, finishes or begins the next step.
RunnerState RunSteps::atBoundary(Wish wish, std::optional<RetryDecision> decision)
{
    m_run.current = m_run.firstOpen();
    if (auto next = fulfilUrgent(wish, nullptr)) return std::move(*next);
    if (m_run.current >= m_run.steps.size())
        return finish(m_run.warnings.empty() ? Outcome::Succeeded : Outcome::SucceededWithWarnings);
    if (std::holds_alternative<wish::Stop>(wish)) return note("stopped on request", AfterRecord::Stop);
    if (std::holds_alternative<wish::Pause>(wish)) return pause();
    const auto& next = m_run.plan.steps[m_run.current];
    if (m_stopBefore && latestEndOf(next) > *m_stopBefore) {
        // Asked for once: who continues the run afterwards has seen that the time is short.
        const auto limit = *std::exchange(m_stopBefore, std::nullopt);
        return note("stopped before " + std::string(toString(next.kind)) + ", which may take until " +
                        toIso(latestEndOf(next)) + ": the window ends at " + toIso(limit),
                    AfterRecord::Stop);
    }
    m_run.phase = RunPhase::Running;
    return beginStep(wish, m_run.current, Way::Forward, decision);
}

RunnerState RunSteps::atUndoBoundary(Wish wish, std::optional<RetryDecision> decision)
{
    if (auto next = fulfilUrgent(wish, nullptr)) return std::move(*next);
    const auto index = nextToUndo();
    if (!index) {
        if (*m_run.undoDownTo == 0) return finish(Outcome::Undone);
        return record(record::UndoFinished{}, AfterRecord::StopUndone, wish);
    }
    m_run.current = *index;
    if (std::holds_alternative<wish::Stop>(wish)) return note("stopped on request", AfterRecord::Stop);
    if (std::holds_alternative<wish::Pause>(wish)) return pause();
    m_run.phase = RunPhase::Undoing;
    if (m_run.plan.steps[*index].undo.empty())
        return record(record::StepFinished{*index, StepStatus::Undone, {"nothing to undo"}, {}, false},
                      AfterRecord::UndoNextStep, wish, {}, decision);
    return beginStep(wish, *index, Way::Undo, decision);
}

// Begins a step. A decision of the operator applies to one step only and is dropped when another one begins.
RunnerState RunSteps::beginStep(Wish wish, std::size_t index, Way way, std::optional<RetryDecision> decision)
{
    const auto mode = decision && decision->step == index ? std::optional(decision->mode) : std::nullopt;
    if (std::holds_alternative<wish::GoOnWithout>(wish)) wish = wish::None{};
    StepWork work(index, m_run.plan.steps[index], m_run.steps[index], m_run, way, mode, m_now);
    auto needs = work.needs(stepOf(work), stateOf(work));
    if (way == Way::Undo) needs.insert({SnapshotSection::Servers, ServerName()}); // for anotherServer()
    readSnapshot(std::move(needs));
    return Working{wish, std::move(work)};
}

RunnerState RunSteps::read(Wish wish, StepWork work)
{
    work.read(stateOf(work));
    readSnapshot(work.needs(stepOf(work), stateOf(work)));
    return Working{wish, std::move(work)};
}

RunnerState RunSteps::perform(Wish wish, StepWork work, NextAction action)
{
    const auto index = work.index();
    const auto* without = std::get_if<wish::GoOnWithout>(&wish);
    const bool rests = std::holds_alternative<next::Wait>(action) || std::holds_alternative<next::AskOperator>(action);
    if (without && rests && without->step == index && mayGoOnWithout(index)) return goOnWithout(wish, index);
    return std::visit(
        Overloaded{
            [&](const next::ReadSnapshot&) -> RunnerState {
                readSnapshot(work.needs(stepOf(work), stateOf(work)));
                return Working{wish, std::move(work)};
            },
            [&](const next::StartStep&) -> RunnerState {
                return record(record::StepStarted{index}, AfterRecord::ContinueStep, wish, std::move(work));
            },
            [&](const next::SendCommand& send) -> RunnerState {
                const bool undo = work.way() == Way::Undo;
                return record(record::CommandSending{index, send.command, undo}, AfterRecord::SendCommand, wish,
                              std::move(work));
            },
            // A stop or a pause takes effect while the step only waits, because its conditions may never be met.
            [&](const next::Wait& wait) -> RunnerState {
                if (std::holds_alternative<wish::Stop>(wish)) return holdStep(work, AfterRecord::NoteStop);
                if (std::holds_alternative<wish::Pause>(wish)) return holdStep(work, AfterRecord::Pause);
                m_effects.emplace_back(effect::SetTimer{wait.until - m_now.uptime});
                return Working{wish, std::move(work)};
            },
            [&](next::EndStep& end) -> RunnerState {
                return record(record::StepFinished{index, end.status, std::move(end.evidence), end.error, false},
                              AfterRecord::EndStep, wish, std::move(work));
            },
            [&](next::AskOperator& ask) -> RunnerState {
                const bool sendable = stateOf(work).sendable;
                return record(
                    record::StepFinished{index, ask.status, std::move(ask.evidence), std::move(ask.error), sendable},
                    AfterRecord::AskOperator, wish, std::move(work));
            },
        },
        action);
}

// Notes the operator's wish, and fulfils it at once unless an answer is outstanding.
RunnerState RunSteps::wished(Working working, Wish wish)
{
    if (wish.index() >= working.wish.index()) working.wish = wish;
    const bool waiting = std::holds_alternative<RecheckWaiting>(working.activity);
    auto* work = std::get_if<StepWork>(&working.activity);
    if (!waiting && !(work && work->waits())) return working; // the outstanding answer comes first
    if (auto next = fulfilUrgent(working.wish, work)) return std::move(*next);
    const bool stop = std::holds_alternative<wish::Stop>(working.wish);
    if (!work) return stop ? note("stopped on request", AfterRecord::Stop) : working;
    return holdStep(*work, stop ? AfterRecord::NoteStop : AfterRecord::Pause);
}

// Fulfils Abandon and Undo, which do not wait for the end of the step.
std::optional<RunnerState> RunSteps::fulfilUrgent(Wish wish, const StepWork* work)
{
    const auto* undo = std::get_if<wish::Undo>(&wish);
    if (!undo && !std::holds_alternative<wish::Abandon>(wish)) return {};
    if (work) forgetUnrecorded(*work);
    if (undo) return beginUndo(Stopped{}, undo->downTo);
    return finish(Outcome::Abandoned);
}

// Leaves a step that only waits. The commands that were sent stay sent; when the run continues, the step begins anew
// with its full time.
RunnerState RunSteps::holdStep(const StepWork& work, AfterRecord then)
{
    const bool recorded = !work.unrecorded();
    forgetUnrecorded(work);
    const auto& step = stateOf(work);
    const Wish wish = then == AfterRecord::Pause ? Wish(wish::Pause{}) : Wish(wish::None{});
    if (recorded) return record(record::StepHeld{work.index(), step.status, step.sendable}, then, wish);
    if (then == AfterRecord::Pause) return pause();
    return note("stopped on request", AfterRecord::Stop);
}

RunnerState RunSteps::beginUndo(RunnerState unchanged, std::size_t downTo)
{
    if (!mayUndo(downTo)) return unchanged;
    // A repeated request is also the decision to send again the undo commands that were refused before.
    const auto decision = undoing() ? std::optional(RetryDecision{decisionStep(), RetryMode::Retry}) : std::nullopt;
    return record(record::UndoRequested{downTo}, AfterRecord::UndoNextStep, {}, {}, decision);
}

// Ends the step although conditions of Step::goOnWithout are not met, as the operator has decided.
RunnerState RunSteps::goOnWithout(Wish wish, std::size_t index)
{
    if (std::holds_alternative<wish::GoOnWithout>(wish)) wish = wish::None{};
    const auto& step = m_run.steps[index];
    auto left = step.waitingFor;
    if (left.empty() && step.error) left = domain::sentence<"verbatim">(step.error->detail); // the run rested
    return record(record::GoneOnWithout{index, std::move(left)}, AfterRecord::EndStep, wish);
}

} // namespace drydock::maintenance
