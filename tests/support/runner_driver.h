// Plays the outside of a runner: a snapshot that commands change at once, a journal in memory, and a time that jumps to
// the next timer.
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

    // A run of a plan made from the world as it is now.
    void plan(maintenance::Direction direction, const std::optional<maintenance::OriginalSettings>& original = {});
    // Feeds an event and plays effects until the run rests (finished, asking, paused) or `maxEffects` were played.
    void run(const maintenance::Event& event, int maxEffects = 100000);
    // Another runner from what the journal holds, as after a crash. What was outstanding is lost.
    void restart();
    // Effects of one event, not played.
    std::vector<maintenance::Effect> only(const maintenance::Event& event) { return runner->on(event, moment()); }
    [[nodiscard]] domain::Moment moment() const { return {now + wallSkew, now - at(0)}; }

    [[nodiscard]] const maintenance::RunState& state() const { return runner->state(); }
    [[nodiscard]] std::vector<std::string> statuses() const;
    void apply(const maintenance::Command& command);

    domain::DagSnapshot world;
    domain::Time now = at(0);     // by the clock that does not jump
    domain::Duration wallSkew{0}; // of the computer's clock
    std::optional<maintenance::Runner> runner;
    std::vector<maintenance::JournalRecord> journal;
    std::vector<std::string> sent; // in order, as PowerShell
    std::vector<domain::Time> sentAt;
    std::vector<maintenance::Outcome> finished;
    int played = 0;
    int readings = 0;

    // Faults; each may be empty.
    std::function<std::optional<domain::Error>(const maintenance::Command&)>
        onSend;              // an error: answered instead; see runsAnyway
    bool runsAnyway = false; // … but the command has its effect
    std::function<std::optional<domain::Error>(int reading)> onReadSnapshot;
    std::function<bool(const maintenance::JournalRecord&)> journalTakes; // false: JournalFailed
    std::function<void(RunnerDriver&)> eachStepOfTime;                   // before every reading

private:
    std::optional<maintenance::Event> play(const maintenance::Effect& effect);
};

} // namespace drydock::tests
