// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// One maintenance played against a world on its virtual clock, with crashes and faults drawn at random from a seed.
#pragma once

#include "model/maintenance/runner.h"
#include "tests/simulation/simulated_world.h"

#include <functional>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <tuple>
#include <vector>

namespace drydock::tests {

// Chances of each fault at each occasion; all 0: nothing goes wrong.
struct Chances {
    double readingFails = 0;
    double lostBeforeRun = 0; // the command did not run, and its outcome is unknown
    double lostAfterRun = 0;  // it ran, and its outcome is unknown
    double refused = 0;       // an error, nothing ran
    double neverLeaves = 0;   // the server was not there
    double late = 0;          // minutes pass before the answer
    double journalFails = 0;
    double crash = 0;         // at any effect
    double operatorStops = 0; // stop, pause or "continue" pressed at any effect
    double interference = 0;  // somebody else does something before any effect, see Simulation::interfere
    double clockJumps = 0;    // the clock of this computer is set, by up to an hour
};

// How many runs the suites play on the lab. DRYDOCK_SIMULATION_RUNS says it, else there are a few thousand runs in all,
// and a few dozen where a sanitizer makes each fifty times as slow.
[[nodiscard]] int simulationRuns();
[[nodiscard]] int rowSimulationRuns(); // twenty times as many, with a sanitizer four times
// Returns the first seed of a suite: DRYDOCK_SIMULATION_SEED, or else the suite's own.
[[nodiscard]] std::uint64_t firstSimulationSeed(std::uint64_t ofSuite);

class Simulation
{
public:
    Simulation(SimulatedWorld& world, domain::ServerName server, std::uint64_t seed, Chances chances);

    // `interfere` is called with the chance of an interference and returns whether it changed anything; `settle` once,
    // when nothing goes wrong any more. `before`: something was done before this run.
    void onInterference(std::function<bool()> interfere, std::function<void()> settle, bool before)
    {
        m_touched = before;
        m_interfere = std::move(interfere);
        m_settle = std::move(settle);
    }
    void start(maintenance::Plan plan);
    // Somebody else has changed something, which the run cannot know before its next reading.
    void touch() { m_touched = m_touchedSinceReading = true; }
    // Plays one effect. Returns false when the run rests.
    bool playOne();
    // The operator's word to a run that rests.
    void resume();
    // Plays until the run is finished, the operator continuing what stops that many times; false when that is not
    // enough.
    [[nodiscard]] bool playToTheEnd(int words = 200);
    // Plays until the run rests, the operator doing nothing.
    void playUntilItRests();
    // The operator's word to undo all of it: a run that stopped is taken up by a new program.
    void undo();

    [[nodiscard]] const maintenance::RunState& state() const { return m_runner->state(); }
    // The operator went on without the messages that stay in queues.
    [[nodiscard]] bool leftMessages() const { return !state().goneOnWithout.empty(); }
    [[nodiscard]] const std::vector<std::string>& violations() const { return m_violations; }
    [[nodiscard]] int crashes() const { return m_crashes; }
    // Somebody else changed something after the last reading, which the run cannot know.
    [[nodiscard]] bool touchedSinceReading() const { return m_touchedSinceReading; }
    [[nodiscard]] std::size_t commandsSent() const { return m_sent; }

private:
    using CommandKey = std::tuple<std::size_t, std::size_t, bool>; // step, command, undo
    struct Sending {
        int readings = 0;
        int continues = 0; // of the operator
        int sendAgains = 0;
        bool refused = false; // it was answered so
        bool left = true;     // it reached a server, or may have
    };                        // what there had been when it was last sent, and what became of it

    bool happens(double chance) { return std::bernoulli_distribution(chance * m_scale)(m_random); }
    void feed(const maintenance::Event& event);
    std::optional<maintenance::Event> play(const maintenance::Effect& effect);
    void append(const maintenance::JournalRecord& record);
    std::optional<maintenance::Event> write(const maintenance::JournalRecord& record);
    maintenance::Event readSnapshot(const maintenance::effect::ReadSnapshot& reading);
    maintenance::Event send(const maintenance::Command& command);
    void checkSending();
    void checkLastCopies(const maintenance::Command& command);
    void crash(const maintenance::Event& first = maintenance::event::Start{});
    bool readJournal();
    void pressSomething();
    [[nodiscard]] bool asksAboutMessages() const;
    void jumpClock();
    domain::Time now() const { return m_world.now() + m_clockOffset; } // of this computer, wrong as it may be
    domain::Moment moment() const { return {now(), m_world.now().time_since_epoch() + m_sinceStart}; }

    SimulatedWorld& m_world;
    domain::ServerName m_server;
    std::mt19937_64 m_random;
    bool m_shared; // the run is written into the organisation's record, as every other one
    Chances m_chances;
    double m_scale = 1; // goes to nothing, so that every run ends
    std::optional<maintenance::Runner> m_runner;
    std::vector<std::string> m_journal;                // lines, as on the disk
    std::vector<maintenance::JournalRecord> m_records; // what was read of them so far
    std::optional<maintenance::JournalRecord> m_last;
    std::vector<maintenance::Effect> m_waiting;
    std::map<CommandKey, Sending> m_sendings;
    int m_readings = 0;
    int m_continues = 0;
    int m_sendAgains = 0;
    int m_crashes = 0;
    int m_played = 0;
    int m_askedAboutMessages = 0;
    std::size_t m_sent = 0;
    std::function<bool()> m_interfere;
    std::function<void()> m_settle;
    bool m_touched = false;
    bool m_touchedSinceReading = false;
    domain::Duration m_clockOffset{};
    domain::Duration m_sinceStart{}; // another one in each process: a monotonic clock begins anywhere
    std::vector<std::string> m_violations;
};

} // namespace drydock::tests
