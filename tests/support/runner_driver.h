// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Drives a runner: with a snapshot that commands change at once, a journal in memory, and a time that jumps to the next
// timer.
#pragma once

#include "model/maintenance/runner.h"
#include "tests/support/organisations.h"
#include "tests/support/snapshot_changes.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace drydock::tests {

[[nodiscard]] domain::Error errorOf(domain::ErrorKind kind);

class RunnerDriver
{
public:
    explicit RunnerDriver(domain::DagSnapshot start) : world(std::move(start)) {}

    // Creates a runner for a plan made from the present snapshot.
    void plan(maintenance::RunKind kind, const std::optional<maintenance::OriginalSettings>& original = {});
    // Passes the event to the runner and plays its effects until the run rests (finished, asking, paused). A run that
    // does not come to rest fails the test.
    void run(const maintenance::Event& event);
    // The same for this many effects at most, as in a process that is killed.
    void run(const maintenance::Event& event, int maxEffects);
    // Replaces the runner by one restored from the journal, as after a crash. Outstanding answers are lost.
    void restart();
    // Returns the effects of one event without playing them.
    std::vector<maintenance::Effect> only(const maintenance::Event& event) { return runner->on(event, moment()); }
    [[nodiscard]] domain::Moment moment() const { return {now + wallSkew, now - at(0)}; }

    [[nodiscard]] const maintenance::RunState& state() const { return runner->state(); }
    [[nodiscard]] std::vector<std::string> statuses() const;
    void apply(const maintenance::Command& command);

    domain::DagSnapshot world;
    domain::Time now = at(0);     // by the monotonic clock
    domain::Duration wallSkew{0}; // of the wall clock against it
    std::optional<maintenance::Runner> runner;
    std::vector<maintenance::JournalRecord> journal;
    std::vector<std::string> sent; // in order, in PowerShell syntax
    std::vector<domain::Time> sentAt;
    std::vector<std::string> readAt; // the domain controller of each reading
    std::vector<maintenance::Outcome> rests;
    int played = 0;
    int readings = 0;

    // Injected faults. Each may be empty.
    // Returns the error with which the command is answered; see runsAnyway.
    std::function<std::optional<domain::Error>(const maintenance::Command&)> onSend;
    bool runsAnyway = false; // whether such a command takes effect nevertheless
    std::function<std::optional<domain::Error>(int reading)> onReadSnapshot;
    std::string domainController;      // the one that answers; empty: the one that is asked
    bool domainControllerLost = false; // the one that is asked does not answer, and no other is named
    std::function<bool(const maintenance::JournalRecord&)> journalTakes; // returns false to make the journal fail
    std::function<void(RunnerDriver&)> eachStepOfTime;                   // before every reading

private:
    std::optional<maintenance::Event> play(const maintenance::Effect& effect);
};

} // namespace drydock::tests
