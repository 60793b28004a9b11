// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Processes are killed before every system call of the journal, in the middle of every write, and before every command.
// A process that takes the run up then ends where an undisturbed run ends, and the lab hears nothing twice.
#include "tests/kill_points/staged_run.h"

#include "model/services/journal_file_store.h"
#include "tests/kill_points/traced_process.h"
#include "tests/support/clocks.h"
#include "tests/support/organisations.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <numeric>
#include <random>
#include <tuple>
#include <unistd.h>

namespace drydock::tests {
namespace {

using maintenance::Outcome;
using maintenance::RunPhase;

class Folder
{
public:
    Folder()
    {
        auto pattern = (std::filesystem::temp_directory_path() / "kill-points-XXXXXX").string();
        if (::mkdtemp(pattern.data()) != nullptr) m_path = pattern;
    }
    ~Folder() { std::filesystem::remove_all(m_path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    // A folder that is not there yet, for a journal store to make.
    [[nodiscard]] std::filesystem::path below(const std::string& name) const { return m_path / name; }

private:
    std::filesystem::path m_path;
};

struct Case {
    const char* scenario;
    const char* server;
    const char* policy; // one that a maintenance must restore
    Word word;
    const char* name;
};

std::ostream& operator<<(std::ostream& out, const Case& c) { return out << c.name; }

constexpr std::size_t undoneFrom = 7; // a step in the middle of the work, so that an undo has much to do

// Before the case's process: journals and lab as the operator finds them.
StagedRun prepared(const Case& c, const std::filesystem::path& folder)
{
    auto scenario = lab::loadScenario(c.scenario);
    EXPECT_TRUE(scenario) << scenario.error().summary();
    for (auto& server : scenario->servers)
        if (server.name == c.server) server.policy = c.policy;
    StagedRun run(*scenario, domain::ServerName(c.server), folder);
    if (c.word == Word::Undo) run.process(Word::Enter, {}, undoneFrom);
    if (c.word == Word::Reinstate) {
        EXPECT_TRUE(run.bringToItsEnd(Word::Enter));
    }
    if (c.word == Word::Resume) { // killed while it wrote the answer of its fourth command
        const auto rehearsal = run.copiedTo(folder.string() + "-rehearsal").process(Word::Enter);
        std::size_t call = 0;
        for (int commands = 0; call < rehearsal.calls.size() && commands < 4; ++call)
            if (rehearsal.calls[call].text == "write (the lab)") ++commands;
        while (call < rehearsal.calls.size() && !rehearsal.calls[call].tearable)
            ++call;
        EXPECT_TRUE(run.process(Word::Enter, KillPoint{call, true}).killed);
    }
    return run;
}

std::vector<KillPoint> pointsOf(const TracedProcess& undisturbed)
{
    std::vector<KillPoint> points;
    for (std::size_t call = 0; call < undisturbed.calls.size(); ++call) {
        points.push_back({call, false});
        if (undisturbed.calls[call].tearable) points.push_back({call, true});
    }
    return points;
}

// DRYDOCK_KILL_POINTS says how many of a case's points are played, or "all"; DRYDOCK_KILL_SEED which ones.
std::vector<KillPoint> sampleOf(std::vector<KillPoint> points)
{
    const char* count = std::getenv("DRYDOCK_KILL_POINTS");
    const char* seed = std::getenv("DRYDOCK_KILL_SEED");
    if (count != nullptr && std::string(count) == "all") return points;
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    constexpr std::size_t byDefault = 6;
#else
    constexpr std::size_t byDefault = 25;
#endif
    std::mt19937_64 random(seed != nullptr ? std::strtoull(seed, nullptr, 10) : 1);
    std::shuffle(points.begin(), points.end(), random);
    points.resize(std::min(points.size(), count != nullptr ? std::strtoul(count, nullptr, 10) : byDefault));
    return points;
}

class KillPoints : public testing::TestWithParam<Case>
{
};

TEST_P(KillPoints, ARunThatIsKilledEndsAsIfItHadNotBeen)
{
    if (const auto why = whyNotTraced(); !why.empty()) GTEST_SKIP() << why;
    const auto& c = GetParam();
    const Folder folder;
    const auto start = prepared(c, folder.below("start"));

    auto undisturbed = start.copiedTo(folder.below("undisturbed"));
    const auto whole = undisturbed.process(c.word);
    ASSERT_EQ(whole.exitCode, 0);
    ASSERT_TRUE(undisturbed.bringToItsEnd(c.word));
    ASSERT_THAT(undisturbed.broken(), testing::IsEmpty());
    const auto facts = undisturbed.facts();
    const auto arrivals = undisturbed.arrivals();
    const auto runs = undisturbed.runs();
    const auto& expected = StagedRun::find(runs, c.word)->state;
    if (c.word == Word::Reinstate || c.word == Word::Undo) {
        const auto before = start.labAtTheStart().stateDigest();
        ASSERT_THAT(before.difference(undisturbed.lab().stateDigest()), testing::IsEmpty());
    }

    const auto all = pointsOf(whole);
    const auto sample = sampleOf(all);
    std::printf("%s: %zu system calls, %zu points, %zu played\n", c.name, whole.calls.size(), all.size(),
                sample.size());
    for (const auto& point : sample) {
        SCOPED_TRACE("killed " + std::string(point.torn ? "in the middle of" : "before") + " call " +
                     std::to_string(point.call) + ", " + whole.calls[point.call].text);
        auto run = start.copiedTo(folder.below("killed"));
        ASSERT_TRUE(run.process(c.word, point).killed);
        EXPECT_THAT(run.broken(), testing::IsEmpty());
        EXPECT_TRUE(run.bringToItsEnd(c.word));
        EXPECT_THAT(run.broken(), testing::IsEmpty());
        EXPECT_EQ(run.facts(), facts);
        // Never more often than undisturbed. What came about by itself in the meantime is not sent at all.
        for (const auto& [command, count] : run.arrivals())
            EXPECT_LE(count, arrivals.contains(command) ? arrivals.at(command) : 0) << command;
        const auto after = run.runs();
        const auto* ended = StagedRun::find(after, c.word);
        ASSERT_NE(ended, nullptr);
        EXPECT_EQ(ended->state.outcome, expected.outcome);
        EXPECT_EQ(ended->state.plan.original, expected.plan.original);
        std::filesystem::remove_all(folder.below("killed"));
        if (HasFailure()) break; // one says enough
    }
}

constexpr std::array cases{
    Case{"seed", "MAIL", "IntrasiteOnly", Word::Enter, "EnterOnTheSeed"},
    Case{"seed", "MAIL", "IntrasiteOnly", Word::Reinstate, "ReinstateOnTheSeed"},
    Case{"seed", "MAIL", "IntrasiteOnly", Word::Undo, "UndoOnTheSeed"},
    Case{"seed", "MAIL", "IntrasiteOnly", Word::Resume, "ResumeOnTheSeed"},
    Case{"two-sites", "LON1", "IntrasiteOnly", Word::Enter, "EnterOnTwoSites"},
    Case{"two-sites", "LON1", "IntrasiteOnly", Word::Reinstate, "ReinstateOnTwoSites"},
    Case{"two-sites", "LON1", "IntrasiteOnly", Word::Undo, "UndoOnTwoSites"},
    Case{"two-sites", "LON1", "IntrasiteOnly", Word::Resume, "ResumeOnTwoSites"},
};

INSTANTIATE_TEST_SUITE_P(OnTheLab, KillPoints, testing::ValuesIn(cases),
                         [](const auto& made) { return std::string(made.param.name); });

// The index of the folder is written while runs are listed. The next one who lists must not notice that this was cut
// off.
TEST(JournalIndex, AListingThatIsKilledLeavesTheSameList)
{
    if (const auto why = whyNotTraced(); !why.empty()) GTEST_SKIP() << why;
    const Folder folder;
    std::ignore = prepared(cases[1], folder.below("start"));
    std::filesystem::remove(folder.below("start") / "index");
    const auto copied = [&](const char* name) {
        std::filesystem::copy(folder.below("start"), folder.below(name));
        for (const auto& entry : std::filesystem::directory_iterator(folder.below(name))) // old enough for the index
            std::filesystem::last_write_time(entry, entry.last_write_time() - std::chrono::hours(1));
        return folder.below(name);
    };
    const auto listed = [](const std::filesystem::path& journals) {
        const ManualClock clock(at(0));
        services::JournalFileStore store(QString::fromStdString(journals.string()), clock);
        std::vector<maintenance::RunSummary> runs;
        for (const auto& listing : store.list().value_or(std::vector<maintenance::RunListing>()))
            runs.push_back(listing.run);
        return runs;
    };
    const auto killedWhileListing = [&](const std::filesystem::path& journals, const std::optional<KillPoint>& point) {
        return runTraced([&] { return listed(journals).empty() ? 1 : 0; }, {journals.string()}, point);
    };
    const auto expected = listed(folder.below("start"));
    ASSERT_EQ(expected.size(), 1u);
    const auto whole = killedWhileListing(copied("undisturbed"), {});
    ASSERT_EQ(whole.exitCode, 0);
    ASSERT_TRUE(std::filesystem::exists(folder.below("undisturbed") / "index"));
    std::printf("listing: %zu system calls\n", whole.calls.size());
    for (const auto& point : pointsOf(whole)) {
        SCOPED_TRACE(whole.calls[point.call].text);
        const auto journals = copied("killed");
        ASSERT_TRUE(killedWhileListing(journals, point).killed);
        for (int again = 0; again < 2; ++again)
            EXPECT_EQ(listed(journals), expected);
        std::filesystem::remove_all(journals);
    }
}

} // namespace
} // namespace drydock::tests
