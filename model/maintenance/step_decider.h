// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The rules of one step: when it sends, waits, is done, gives up or asks.
#pragma once

#include "model/maintenance/step_work.h"

namespace drydock::maintenance {

// Returns the commands that are sent in this direction; none of a step by hand.
[[nodiscard]] const std::vector<Command>& commandsOf(const Step& step, Way way);

// The rules, with references to the state that they read and change.
struct StepDecider {
    StepWork& work;
    const Step& step;
    StepState& state;
    domain::Moment now;

    [[nodiscard]] const std::vector<Command>& commands() const;
    [[nodiscard]] const std::vector<Condition>& conditions() const;
    [[nodiscard]] bool undoing() const;
    [[nodiscard]] DeliveryStatus deliveryOf(std::size_t command) const;
    [[nodiscard]] bool any(DeliveryStatus status) const;
    [[nodiscard]] bool all(DeliveryStatus status) const;
    [[nodiscard]] bool toleratesFailures() const;
    [[nodiscard]] bool onlyAsks() const;
    [[nodiscard]] bool unknown() const;
    [[nodiscard]] bool shownWithoutEffect(std::size_t command) const;
    [[nodiscard]] bool settledWithoutEffect() const;
    [[nodiscard]] std::optional<std::size_t> nextCommand() const;
    [[nodiscard]] std::optional<domain::Error> openError(std::size_t from = 0) const;
    void checkEffects(const domain::DagSnapshot& snapshot);
    void resetEffectChecks();
    void watchProgress();
    [[nodiscard]] bool mayGoOnWithout(const domain::DagSnapshot& snapshot) const;
    [[nodiscard]] static step::Reason reasonBeforeReading(const StepActivity& activity);
    [[nodiscard]] step::Reason reasonBefore() const;
    [[nodiscard]] NextAction onSnapshot(const domain::DagSnapshot& snapshot);
    [[nodiscard]] NextAction hold();
    [[nodiscard]] NextAction decide();
    [[nodiscard]] NextAction block(const step::Blocked* before);
    [[nodiscard]] NextAction finish() const;
    [[nodiscard]] NextAction onSnapshotFailed(const domain::Error& error);
    [[nodiscard]] NextAction onAnswer();
    void setDeadline();
    [[nodiscard]] NextAction wait(step::Reason reason, domain::Duration delay);
    [[nodiscard]] const domain::Error* readError() const;
    [[nodiscard]] NextAction timeUp() const;
    [[nodiscard]] domain::Error left(const std::optional<domain::Error>& why) const;
    [[nodiscard]] domain::Error late() const;
    [[nodiscard]] domain::Error blocked() const;
    [[nodiscard]] NextAction changedMeanwhile() const;
    [[nodiscard]] NextAction ask(const domain::Error& error) const;
};

} // namespace drydock::maintenance
