// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What one event makes the runner do: its effects and records, and how a run comes to rest.
#pragma once

#include "model/domain/moment.h"
#include "model/maintenance/runner.h"
#include "model/maintenance/runner_state.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace drydock::maintenance {

// Lives for one call of Runner::on(). Functions that return a RunnerState return the state that is entered.
class RunEffects
{
public:
    [[nodiscard]] std::vector<Effect> takeEffects() { return std::move(m_effects); }

protected:
    RunEffects(RunState& run, std::uint64_t& sequence, std::optional<domain::Time>& stopBefore, domain::Moment now)
        : m_run(run), m_sequence(sequence), m_stopBefore(stopBefore), m_now(now)
    {
    }

    [[nodiscard]] bool undoing() const { return m_run.undoDownTo.has_value(); }
    [[nodiscard]] const Step& stepOf(const StepWork& work) const { return m_run.plan.steps[work.index()]; }
    [[nodiscard]] StepState& stateOf(const StepWork& work) { return m_run.steps[work.index()]; }

    void readSnapshot(Needs needs);
    RunnerState record(RecordBody body, AfterRecord then, Wish wish = {}, std::optional<StepWork> work = {},
                       std::optional<RetryDecision> decision = {});
    RunnerState note(std::string text, AfterRecord then, Wish wish = {});

    // Writes the next comment into the organisation's record; notes it if none fits. There must be one left.
    RunnerState share(Wish wish, Sharing sharing);
    RunnerState noteNotShared(Wish wish, Sharing sharing, const std::string& why);

    RunnerState ask();
    RunnerState pause();
    RunnerState rest(Outcome outcome);
    RunnerState finish(Outcome outcome);
    RunnerState endWithError(const domain::Error& error, Outcome outcome);
    void forgetUnrecorded(const StepWork& work);

    RunState& m_run;
    std::uint64_t& m_sequence;
    std::optional<domain::Time>& m_stopBefore; // Runner::setStopBefore()
    domain::Moment m_now;
    std::vector<Effect> m_effects;
};

} // namespace drydock::maintenance
