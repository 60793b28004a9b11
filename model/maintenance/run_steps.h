// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The way of a run from step to step, forward and back: what begins next, what a step does next, and where the
// operator's wishes take effect.
#pragma once

#include "model/maintenance/run_effects.h"

namespace drydock::maintenance {

class RunSteps : public RunEffects
{
protected:
    using RunEffects::RunEffects;

    [[nodiscard]] bool mayUndo(std::size_t downTo) const;
    [[nodiscard]] bool mayGoOnWithout(std::size_t index) const;
    // Returns the step that a decision of the operator applies to.
    [[nodiscard]] std::size_t decisionStep() const;

    RunnerState continueSteps(Wish wish, std::optional<RetryDecision> decision);
    RunnerState atBoundary(Wish wish, std::optional<RetryDecision> decision);
    RunnerState atUndoBoundary(Wish wish, std::optional<RetryDecision> decision);
    RunnerState beginStep(Wish wish, std::size_t index, Way way, std::optional<RetryDecision> decision);
    RunnerState perform(Wish wish, StepWork work, NextAction action);
    RunnerState read(Wish wish, StepWork work);

    RunnerState wished(Working working, Wish wish);
    std::optional<RunnerState> fulfilUrgent(Wish wish, const StepWork* work);
    RunnerState holdStep(const StepWork& work, AfterRecord then);
    RunnerState beginUndo(RunnerState unchanged, std::size_t downTo);
    RunnerState goOnWithout(Wish wish, std::size_t index);

private:
    [[nodiscard]] std::optional<std::size_t> nextToUndo() const;
    // Returns by when a step that begins now has ended, or has been undone.
    [[nodiscard]] domain::Time latestEndOf(const Step& step) const;
};

} // namespace drydock::maintenance
