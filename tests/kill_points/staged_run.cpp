// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "tests/kill_points/staged_run.h"

#include "model/maintenance/plan_enter.h"
#include "model/maintenance/plan_reinstate.h"
#include "model/maintenance/runner.h"
#include "model/services/journal_file_store.h"
#include "tests/simulation/lab_link.h"

#include <cstdio>
#include <deque>
#include <fcntl.h>
#include <unistd.h>

namespace drydock::tests {

using namespace domain;
using namespace maintenance;

namespace {

constexpr std::uint64_t seed = 1;
constexpr std::chrono::minutes untilTakenUp{2}; // the operator notices, and starts the program again
constexpr int mostProcesses = 8;

// Told to the lab by a process: the command, as the journal names it, or the time alone.
struct Telegram {
    std::int64_t at = 0;
    std::int64_t step = 0;
    std::int64_t index = 0;
    std::int64_t undo = 0;
};

class LabClock final : public ports::Clock
{
public:
    explicit LabClock(const lab::Organisation& organisation) : m_organisation(organisation) {}
    [[nodiscard]] Time now() const override { return m_organisation.now(); }
    [[nodiscard]] Duration uptime() const override { return m_organisation.now().time_since_epoch(); }

private:
    const lab::Organisation& m_organisation;
};

int failed(const char* what, const Error& error)
{
    std::fprintf(stderr, "%s: %s\n", what, error.summary().c_str());
    return 1;
}

// The life of a process, in it: the runner's effects carried out as the program does it, on the lab's virtual clock.
class Player
{
public:
    Player(lab::Organisation& organisation, const ServerName& server, const std::string& folder, int telegraph)
        : m_organisation(organisation), m_link(organisation, server), m_clock(organisation),
          m_store(QString::fromStdString(folder), m_clock), m_telegraph(telegraph)
    {
    }

    int begin(Plan plan, std::optional<std::size_t> stopAfter)
    {
        m_stopAfter = stopAfter;
        RunState state;
        state.id = runId(m_clock.now(), plan.server, plan.runKind);
        state.operatorName = "LAB\\admin";
        state.steps.resize(plan.steps.size());
        state.plan = std::move(plan);
        auto created = m_store.create(state.id, state.plan.exclusiveName(), 0);
        if (!created) return failed("create", created.error());
        state.number = created->number;
        m_journal = std::move(created->journal);
        m_runner.emplace(std::move(state));
        return play(event::Start{});
    }
    int takeUp(const std::string& id, const Event& word)
    {
        auto opened = m_store.open(id);
        if (!opened) return failed("open", opened.error());
        m_journal = std::move(opened->journal);
        m_runner.emplace(std::move(opened->state), opened->nextSequence);
        return play(word);
    }

private:
    int play(const Event& first)
    {
        feed(first);
        while (!m_waiting.empty()) {
            const auto effect = std::move(m_waiting.front());
            m_waiting.pop_front();
            if (const auto answer = std::visit([this](const auto& e) { return this->perform(e); }, effect))
                feed(*answer);
        }
        m_journal.reset();
        return 0;
    }
    void feed(const Event& event)
    {
        for (auto& effect : m_runner->on(event, m_clock.moment()))
            m_waiting.push_back(std::move(effect));
    }

    std::optional<Event> perform(const effect::WriteJournal& writing)
    {
        const auto& record = writing.record;
        if (auto written = m_journal->append(record); !written)
            return event::JournalFailed{record.sequence, written.error()};
        if (const auto* sending = std::get_if<record::CommandSending>(&record.body)) m_sending = *sending;
        const auto* finished = std::get_if<record::StepFinished>(&record.body);
        if (finished != nullptr && finished->step == m_stopAfter) feed(event::StopRequested{});
        return event::JournalWritten{record.sequence};
    }
    std::optional<Event> perform(const effect::ReadSnapshot& reading)
    {
        auto snapshot = m_link.readSnapshot(reading.needs, reading.domainController);
        if (!snapshot) return event::SnapshotFailed{snapshot.error()};
        return event::SnapshotRead{*snapshot};
    }
    // From the moment of this write on the command has arrived, whatever becomes of this process.
    std::optional<Event> perform(const effect::Send& sending)
    {
        const Telegram telegram{m_clock.now().time_since_epoch().count(), std::int64_t(m_sending.step),
                                std::int64_t(m_sending.command), m_sending.undo ? 1 : 0};
        if (::write(m_telegraph, &telegram, sizeof telegram) != ssize_t(sizeof telegram)) ::_exit(2);
        return event::CommandAnswered{m_link.execute(sending.command)};
    }
    std::optional<Event> perform(const effect::SetTimer& timer)
    {
        m_organisation.advance(timer.after);
        return event::Timer{};
    }
    static std::optional<Event> perform(const effect::Rest&) { return {}; }

    lab::Organisation& m_organisation;
    LabLink m_link;
    LabClock m_clock;
    services::JournalFileStore m_store;
    int m_telegraph;
    std::optional<std::size_t> m_stopAfter;
    std::optional<Runner> m_runner;
    std::unique_ptr<ports::Journal> m_journal;
    std::deque<Effect> m_waiting;
    record::CommandSending m_sending; // recorded last
};

RunKind runKindOf(Word word) { return word == Word::Reinstate ? RunKind::Reinstate : RunKind::Enter; }

std::string keyOf(const Arrived& arrived)
{
    return arrived.run.substr(arrived.run.rfind('-') + 1) + ' ' + std::to_string(arrived.step) + '.' +
           std::to_string(arrived.index) + (arrived.undo ? " undo " : " ") + arrived.command.toPowerShell();
}

} // namespace

StagedRun::StagedRun(lab::Scenario scenario, ServerName server, std::filesystem::path folder)
    : m_scenario(std::move(scenario)), m_server(std::move(server)), m_folder(std::move(folder)),
      m_now(lab::Organisation(m_scenario, seed).now())
{
}

StagedRun StagedRun::copiedTo(const std::filesystem::path& folder) const
{
    auto copy = *this;
    copy.m_folder = folder;
    if (std::filesystem::exists(m_folder)) std::filesystem::copy(m_folder, folder);
    return copy;
}

lab::Organisation StagedRun::labAtTheStart() const { return lab::Organisation(m_scenario, seed); }

lab::Organisation StagedRun::lab() const
{
    lab::Organisation organisation(m_scenario, seed);
    LabLink link(organisation, m_server);
    for (const auto& arrived : m_arrived) {
        organisation.setNow(arrived.at);
        std::ignore = link.execute(arrived.command);
    }
    organisation.setNow(m_now);
    return organisation;
}

std::vector<StagedRun::Run> StagedRun::runs() const
{
    const auto organisation = lab::Organisation(m_scenario, seed);
    const LabClock clock(organisation);
    services::JournalFileStore store(QString::fromStdString(folder()), clock);
    std::vector<Run> runs;
    for (auto& listing : store.list().value_or(std::vector<RunListing>()))
        runs.push_back({listing, store.read(listing.run.id).state});
    return runs;
}

Result<std::optional<RecordedSettings>> StagedRun::settingsFromBefore() const
{
    const auto organisation = lab::Organisation(m_scenario, seed);
    const LabClock clock(organisation);
    services::JournalFileStore store(QString::fromStdString(folder()), clock);
    DRYDOCK_TRY(const auto listings, store.list());
    return originalSettings(listings, [&](const RunListing& listing) { return store.read(listing.run.id); }, m_server,
                            {});
}

const StagedRun::Run* StagedRun::find(const std::vector<Run>& runs, Word word)
{
    const auto found = std::find_if(runs.begin(), runs.end(), [&](const Run& run) {
        return !run.listing.notStarted && run.state.plan.runKind == runKindOf(word);
    });
    return found == runs.end() ? nullptr : &*found;
}

TracedProcess StagedRun::process(Word word, const std::optional<KillPoint>& point, std::optional<std::size_t> stopAfter)
{
    auto organisation = lab();
    const auto known = runs();
    const auto* run = find(known, word);
    Plan plan;
    std::string id;
    Event first = event::ContinueRequested{};
    if (run != nullptr) {
        plan = run->state.plan;
        id = run->state.id;
        const auto& step = run->state.steps[std::min(run->state.current, run->state.steps.size() - 1)];
        if (word == Word::Undo && !run->state.undoDownTo)
            first = event::UndoRequested{0};
        else if (step.sendable)
            first = event::SendAgainRequested{};
    } else {
        LabLink link(organisation, m_server);
        const auto snapshot = link.readSnapshot({}, {});
        const auto original = settingsFromBefore().value_or(std::nullopt);
        auto made = word == Word::Reinstate ? planReinstate(**snapshot, m_server,
                                                            original ? std::optional(original->settings) : std::nullopt)
                                            : planEnter(**snapshot, m_server);
        if (!made) return {};
        plan = std::move(*made);
        if (original) plan.closes = word == Word::Reinstate ? original->runId : std::string();
        id = runId(organisation.now(), m_server, plan.runKind);
    }
    int telegraph[2];
    if (::pipe2(telegraph, O_NONBLOCK | O_CLOEXEC) != 0) return {};
    const auto traced = runTraced(
        [&] {
            Player player(organisation, m_server, folder(), telegraph[1]);
            return run != nullptr ? player.takeUp(id, first) : player.begin(plan, stopAfter);
        },
        {folder(), telegraph[1]}, point);
    for (Telegram telegram; ::read(telegraph[0], &telegram, sizeof telegram) == ssize_t(sizeof telegram);) {
        const auto& step = plan.steps.at(std::size_t(telegram.step));
        const bool undo = telegram.undo != 0;
        m_arrived.push_back({Time(Duration(telegram.at)), id, std::size_t(telegram.step), std::size_t(telegram.index),
                             undo, (undo ? step.undo : step.commands).at(std::size_t(telegram.index))});
    }
    ::close(telegraph[0]);
    ::close(telegraph[1]);
    m_now = std::max(lab().now(), organisation.now()) + untilTakenUp;
    return traced;
}

bool StagedRun::bringToItsEnd(Word word)
{
    for (int i = 0; i < mostProcesses; ++i) {
        const auto known = runs();
        const auto* run = find(known, word);
        if (run != nullptr && run->state.phase == RunPhase::Finished) return true;
        const auto ended = process(word);
        if (ended.exitCode != 0) return false;
    }
    return false;
}

std::vector<std::string> StagedRun::facts() const
{
    const auto organisation = lab();
    auto facts = organisation.stateDigest().lines;
    for (const auto& database : organisation.scenario().databases) {
        const bool here = ServerName(organisation.activeServer(database.name)) == m_server;
        facts.push_back(database.name + (here ? " is active on " : " is not active on ") + m_server.text() +
                        (organisation.isMounted(database.name) ? ", mounted" : ", dismounted"));
    }
    facts.push_back(std::to_string(organisation.queuedMessages(m_server.text())) + " messages queued");
    return facts;
}

std::map<std::string, int> StagedRun::arrivals() const
{
    std::map<std::string, int> counts;
    for (const auto& arrived : m_arrived)
        ++counts[keyOf(arrived)];
    return counts;
}

std::vector<std::string> StagedRun::broken() const
{
    std::vector<std::string> broken;
    const auto known = runs();
    std::map<std::string, int> recorded; // commands
    for (const auto& run : known) {
        if (const auto& error = run.listing.error)
            broken.push_back("unreadable: " + run.listing.file + ": " + error->summary());
        for (std::size_t step = 0; step < run.state.steps.size(); ++step)
            for (const auto& sent : run.state.steps[step].sent) {
                const auto& plan = run.state.plan.steps[step];
                const auto& command = (sent.undo ? plan.undo : plan.commands)[sent.command];
                ++recorded[keyOf({{}, run.state.id, step, sent.command, sent.undo, command})];
            }
    }
    for (const auto& [key, count] : arrivals())
        if (count > recorded[key]) broken.push_back("arrived without a record: " + key);
    return broken;
}

} // namespace drydock::tests
