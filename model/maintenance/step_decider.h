// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The rules of one step: when it sends, waits, is done, gives up or asks.
#pragma once

#include "model/maintenance/step_work.h"

namespace drydock::maintenance {

// Returns the commands that are sent this way; none of a step by hand.
[[nodiscard]] const std::vector<Command>& commandsOf(const Step& step, Way way);

// The rules, with references to the state that they read and change.
struct StepDecider {
    StepWork& work;
    const Step& step;
    StepState& state;
    domain::Moment now;

    // What the step does and waits for, the way it goes.
    [[nodiscard]] const std::vector<Command>& commands() const;
    [[nodiscard]] const std::vector<Condition>& conditions() const;
    [[nodiscard]] bool undoing() const;

    // What became of the commands. A cmdlet that changes nothing may be sent again whatever became of it, so that none
    // of them is Unknown.
    [[nodiscard]] DeliveryStatus deliveryOf(std::size_t command) const;
    [[nodiscard]] bool any(DeliveryStatus status) const;
    [[nodiscard]] bool all(DeliveryStatus status) const;
    // Returns the error of the first command whose newest answer is an error. Answers before index `from` do not count.
    [[nodiscard]] std::optional<domain::Error> openError(std::size_t from = 0) const;
    // Returns whether the step continues after a failure, since it may end with a warning: the other services are
    // started even if one does not start.
    [[nodiscard]] bool toleratesFailures() const;
    // Returns whether the step has commands and none of them changes anything, so that there is no effect to wait for.
    [[nodiscard]] bool onlyAsks() const;
    // Returns whether neither answer nor readings show whether a sent command ran.
    [[nodiscard]] bool unknown() const;
    // Returns whether readings show that the command had no effect, and none is in progress. Two readings are enough
    // for a refused command, which did not run. For any other command its effect time must have passed too.
    [[nodiscard]] bool shownWithoutEffect(std::size_t command) const;
    // Returns whether every sent command has had its effect or is shown to have none.
    [[nodiscard]] bool settledWithoutEffect() const;
    // Returns the command to send next if the preconditions are met; empty if the step waits for what was sent.
    [[nodiscard]] std::optional<std::size_t> nextCommand() const;

    // What a reading shows: the effect of each command, and whether anything has changed since the last one.
    void checkEffects(const domain::DagSnapshot& snapshot);
    void resetEffectChecks(); // readings before an answer do not show what the command did
    void watchProgress();
    // Returns whether only conditions are unmet that the operator may go on without. His word stands for what he did by
    // hand and nothing shows, but not against what a reading shows.
    [[nodiscard]] bool mayGoOnWithout(const domain::DagSnapshot& snapshot) const;
    // Returns the reason of the wait before the current reading.
    [[nodiscard]] static step::Reason reasonBeforeReading(const StepActivity& activity);
    [[nodiscard]] step::Reason reasonBefore() const;

    // What the step does next after a reading, one that failed, or the answer to a command.
    [[nodiscard]] NextAction onSnapshot(const domain::DagSnapshot& snapshot);
    [[nodiscard]] NextAction onSnapshotFailed(const domain::Error& error);
    [[nodiscard]] NextAction onAnswer();
    // All conditions are met: finishes the step, or reads once more if one reading is not enough.
    [[nodiscard]] NextAction finishOrConfirm();
    // The last reading shows that the step is not done yet.
    [[nodiscard]] NextAction decide();
    // Waits for a precondition that could not be read. One that is not met is read again, and then reported.
    [[nodiscard]] NextAction waitForPrecondition(const step::Blocked* before);
    [[nodiscard]] NextAction finish() const;
    // Waits until the next reading, or gives up at the deadline.
    [[nodiscard]] NextAction wait(step::Reason reason, domain::Duration delay);
    // The deadline has passed: ends the step, with a warning of what is missing, or asks the operator.
    [[nodiscard]] NextAction timeUp() const;
    [[nodiscard]] NextAction askBecauseChanged() const;
    [[nodiscard]] NextAction ask(const domain::Error& error) const;
    // A command without an answer, or one that is sent again, gets at least its effect time.
    void setDeadline();

    // Returns the error of the last reading, if it failed.
    [[nodiscard]] const domain::Error* readError() const;
    // Returns the warning of a step that ends without what it waited for: all that is unmet, and why if that is known.
    [[nodiscard]] domain::Error unmetWarning(const std::optional<domain::Error>& why) const;
    // NotReached, with what the step waits for; Precondition, with the first one that is not met.
    [[nodiscard]] domain::Error notReachedError() const;
    [[nodiscard]] domain::Error preconditionError() const;
};

} // namespace drydock::maintenance
