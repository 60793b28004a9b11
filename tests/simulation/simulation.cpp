// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "tests/simulation/simulation.h"

#include "model/domain/read_only_cmdlet.h"
#include "model/maintenance/journal_replay.h"
#include "model/maintenance/organisation_record.h"
#include "model/maintenance/transition_table.h"
#include "tests/simulation/transition_coverage.h"

#include <algorithm>
#include <cstdlib>

namespace drydock::tests {

using namespace domain;
using namespace maintenance;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool sanitized = true;
#else
constexpr bool sanitized = false;
#endif

constexpr int quietAfter = 400; // effects, from when on nothing goes wrong any more
constexpr int tooMany = 4000;
constexpr int mostAnswers = 5; // to the question about messages that no wait brings away

} // namespace

int simulationRuns()
{
    if (const char* wanted = std::getenv("DRYDOCK_SIMULATION_RUNS")) return std::atoi(wanted);
    return sanitized ? 6 : 100;
}

int rowSimulationRuns() { return (sanitized ? 4 : 20) * simulationRuns(); }

std::uint64_t firstSimulationSeed(std::uint64_t ofSuite)
{
    const char* wanted = std::getenv("DRYDOCK_SIMULATION_SEED");
    return wanted != nullptr ? std::strtoull(wanted, nullptr, 10) : ofSuite;
}

Simulation::Simulation(SimulatedWorld& world, ServerName server, std::uint64_t seed, Chances chances)
    : m_world(world), m_server(std::move(server)), m_random(seed), m_shared(seed % 2 == 0), m_chances(chances)
{
}

void Simulation::start(Plan plan)
{
    RunState state;
    state.id = runId(now(), m_server, plan.runKind);
    state.plan = std::move(plan);
    state.plan.shared = m_shared;
    m_runner.emplace(std::move(state));
    feed(event::Start{});
}

void Simulation::feed(const Event& event)
{
    const auto* from = m_runner->stateName();
    for (auto& effect : m_runner->on(event, moment()))
        m_waiting.push_back(std::move(effect));
    if (!transitionCoverage().note(from, event, m_runner->stateName()))
        m_violations.push_back(std::string("not in the table of transitions: ") + from + ", " + nameOf(event) + ", " +
                               m_runner->stateName());
}

void Simulation::playUntilItRests()
{
    while (playOne()) {
    }
}

bool Simulation::playOne()
{
    if (m_waiting.empty() || m_played >= tooMany) return false;
    if (++m_played > quietAfter) {
        m_scale = 0;
        if (const auto settle = std::exchange(m_settle, {})) settle();
    }
    // A chance that there is not draws no number: the seeds of the other suites keep their meaning.
    if (m_chances.clockJumps > 0 && happens(m_chances.clockJumps)) jumpClock();
    if (m_interfere && happens(m_chances.interference) && m_interfere()) touch();
    if (happens(m_chances.crash)) {
        crash();
        return true;
    }
    if (happens(m_chances.operatorStops)) pressSomething();
    const auto effect = std::move(m_waiting.front());
    m_waiting.erase(m_waiting.begin());
    if (const auto answer = play(effect)) feed(*answer);
    return true;
}

void Simulation::jumpClock()
{
    m_clockOffset += std::chrono::seconds(std::uniform_int_distribution<int>(-3600, 3600)(m_random));
}

bool Simulation::playToTheEnd(int words)
{
    for (int i = 0; i < words && m_played < tooMany; ++i) {
        playUntilItRests();
        if (state().phase == RunPhase::Finished) return true;
        resume();
    }
    return false;
}

bool Simulation::asksAboutMessages() const
{
    const auto& run = state();
    if (run.phase != RunPhase::Asking || !run.steps[run.current].mayGoOnWithout) return false;
    const auto& goOnWithout = run.plan.steps[run.current].goOnWithout;
    return std::all_of(goOnWithout.begin(), goOnWithout.end(),
                       [](const Condition& condition) { return std::holds_alternative<QueuesDrained>(condition); });
}

// The operator says how it goes on: in the same program, or in one that was started anew. Only messages are left in the
// end, nothing else that is missing.
void Simulation::resume()
{
    if (asksAboutMessages() && ++m_askedAboutMessages > mostAnswers) return feed(event::GoOnWithoutRequested{});
    const bool anew = state().phase == RunPhase::Stopped || happens(0.3);
    // One who only waits is at it for ever.
    const bool again = state().phase != RunPhase::Paused && std::bernoulli_distribution(0.5)(m_random);
    ++(again ? m_sendAgains : m_continues);
    const Event word = again ? Event(event::SendAgainRequested{}) : Event(event::ContinueRequested{});
    if (anew)
        crash(word);
    else
        feed(word);
}

void Simulation::undo()
{
    ++m_continues; // asked for again, it is the word for what was refused
    const Event word = event::UndoRequested{0};
    if (state().phase == RunPhase::Stopped)
        crash(word);
    else
        feed(word);
}

void Simulation::crash(const Event& first)
{
    ++m_crashes;
    // The command may have left, and the record may have reached the disk, just before.
    if (!m_waiting.empty() && happens(0.5)) {
        if (const auto* sending = std::get_if<effect::Send>(&m_waiting.front())) std::ignore = send(sending->command);
        if (const auto* writing = std::get_if<effect::WriteJournal>(&m_waiting.front())) append(writing->record);
    }
    m_waiting.clear();
    if (!readJournal()) return;
    if (m_records.empty()) { // nothing was begun: the operator starts over
        auto state = m_runner->state();
        state.phase = RunPhase::NotStarted;
        m_runner.emplace(std::move(state));
    } else {
        auto replayed = replay(m_records);
        if (!replayed) return m_violations.push_back("replay: " + replayed.error().summary());
        m_runner.emplace(std::move(*replayed), m_records.size());
    }
    m_world.advance(std::chrono::seconds(std::uniform_int_distribution<int>(1, 120)(m_random)));
    if (m_chances.clockJumps > 0) m_sinceStart = std::chrono::hours(m_crashes % 7 - 3);
    feed(m_records.empty() ? Event(event::Start{}) : first);
}

// A line is read once: it reads the same the next time.
bool Simulation::readJournal()
{
    while (m_records.size() < m_journal.size()) {
        auto record = fromJsonLine(m_journal[m_records.size()]);
        if (!record) {
            m_violations.push_back("journal: " + record.error().summary());
            return false;
        }
        m_records.push_back(std::move(*record));
    }
    return true;
}

void Simulation::pressSomething()
{
    switch (std::uniform_int_distribution<int>(0, 3)(m_random)) {
    case 0:
        return feed(event::StopRequested{});
    case 1:
        return feed(event::PauseRequested{});
    case 2:
        ++m_continues;
        return feed(event::ContinueRequested{});
    default: // means nothing while a run is under way
        m_sendAgains += state().phase == RunPhase::Asking || state().phase == RunPhase::Stopped ? 1 : 0;
        return feed(event::SendAgainRequested{});
    }
}

std::optional<Event> Simulation::play(const Effect& effect)
{
    if (const auto* writing = std::get_if<effect::WriteJournal>(&effect)) return write(writing->record);
    if (const auto* reading = std::get_if<effect::ReadSnapshot>(&effect)) return readSnapshot(*reading);
    if (const auto* sending = std::get_if<effect::Send>(&effect)) return send(sending->command);
    if (const auto* timer = std::get_if<effect::SetTimer>(&effect)) {
        m_world.advance(timer->after);
        return event::Timer{};
    }
    return std::nullopt;
}

void Simulation::append(const JournalRecord& record)
{
    m_journal.push_back(toJsonLine(record));
    m_last = record;
    if (const auto* returned = std::get_if<record::CommandReturned>(&record.body); returned && returned->error) {
        auto& sending = m_sendings[{returned->step, returned->command, returned->undo}];
        const auto kind = returned->error->kind;
        sending.left = kind != ErrorKind::Unreachable && kind != ErrorKind::ConnectionLost &&
                       kind != ErrorKind::DomainControllerDown;
        sending.refused = sending.left && kind != ErrorKind::OutcomeUnknown;
    }
    if (!m_touched && std::holds_alternative<record::StepsReopened>(record.body))
        m_violations.push_back("a step was found undone, and nobody had touched it");
}

std::optional<Event> Simulation::write(const JournalRecord& record)
{
    if (happens(m_chances.journalFails))
        return event::JournalFailed{record.sequence, {ErrorKind::Storage, "journal", "disk full", 0, nullptr}};
    append(record);
    return event::JournalWritten{record.sequence};
}

Event Simulation::readSnapshot(const effect::ReadSnapshot& reading)
{
    if (happens(m_chances.readingFails)) {
        m_world.advance(std::chrono::seconds(30));
        return event::SnapshotFailed{{ErrorKind::TimedOut, "read", "simulated", 0, nullptr}};
    }
    ++m_readings;
    m_touchedSinceReading = false;
    auto snapshot = m_world.readSnapshot(reading.needs, reading.domainController);
    if (!snapshot) return event::SnapshotFailed{snapshot.error()};
    return event::SnapshotRead{*snapshot};
}

Event Simulation::send(const maintenance::Command& command)
{
    ++m_sent;
    // A comment is not a change, and has no record; what only asks may be sent again.
    if (command.cmdlet != writeAdminAuditLog && !isReadOnlyCmdlet(command.cmdlet)) checkSending();
    checkLastCopies(command);
    const auto lost = [&] {
        return event::CommandAnswered{fail(ErrorKind::OutcomeUnknown, command.cmdlet, "simulated")};
    };
    if (happens(m_chances.neverLeaves))
        return event::CommandAnswered{fail(ErrorKind::Unreachable, command.cmdlet, "simulated")};
    if (happens(m_chances.refused))
        return event::CommandAnswered{fail(ErrorKind::CommandFailed, command.cmdlet, "simulated")};
    if (happens(m_chances.lostBeforeRun)) return lost();
    auto result = m_world.execute(command);
    if (happens(m_chances.late)) m_world.advance(std::chrono::minutes(3));
    if (happens(m_chances.lostAfterRun)) return lost();
    return event::CommandAnswered{std::move(result)};
}

// Never twice without a reading and the operator's word in between: "continue" for what a server refused, "send again"
// for the rest, none for what never left. Never without its record on the disk.
void Simulation::checkSending()
{
    const auto* last = m_last ? std::get_if<record::CommandSending>(&m_last->body) : nullptr;
    if (!last) return m_violations.push_back("a command left without its record");
    const CommandKey key{last->step, last->command, last->undo};
    const Sending present{m_readings, m_continues, m_sendAgains, false, true};
    const auto [entry, first] = m_sendings.try_emplace(key, present);
    if (first) return;
    const auto before = std::exchange(entry->second, present);
    if (present.readings == before.readings) m_violations.push_back("sent again without a reading in between");
    const bool told = present.sendAgains != before.sendAgains || !before.left ||
                      (before.refused && present.continues != before.continues);
    if (!told) m_violations.push_back("sent again without the operator's word");
}

void Simulation::checkLastCopies(const maintenance::Command& command)
{
    if (isReadOnlyCmdlet(command.cmdlet) || m_touchedSinceReading) return; // nobody could know
    const auto text = command.toPowerShell();
    const bool takesDown = text.find("ServerWideOffline -State Inactive") != std::string::npos ||
                           text.find("HighAvailability -State Inactive") != std::string::npos ||
                           command.cmdlet == "Suspend-ClusterNode" || text.find("MoveNow:$true") != std::string::npos;
    if (!takesDown) return;
    for (const auto& database : m_world.lastCopiesOn(m_server))
        m_violations.push_back("the last good copy of " + database + " was taken down by " + text);
}

} // namespace drydock::tests
