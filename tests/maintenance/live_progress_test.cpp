// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The moves of databases as the panels show them: what readings and the cmdlet's answer make of them.
#include "model/maintenance/live_progress.h"
#include "model/maintenance/plan_enter.h"
#include "tests/support/organisations.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace drydock::tests {
namespace {

using namespace maintenance;

RunState newRun()
{
    RunState run;
    run.plan = planEnter(seedSnapshot(), mail()).value();
    run.steps.resize(run.plan.steps.size());
    return run;
}

DatabaseMove report(const char* database, const char* status, bool done, const char* mountStatus)
{
    return {domain::DatabaseName(database), mail(), mail2(), status, 0, done, mountStatus, {}};
}

TEST(LiveProgress, AReadingOfTheServerAloneShowsWhereDatabasesAreMounted)
{
    auto run = newRun();
    auto snapshot = seedSnapshot();
    updateLiveProgress(run, snapshot);
    EXPECT_EQ(run.databasesLeft(), 2u);
    for (auto& database : snapshot.databases)
        if (!database.singleCopy()) database.mountedOn = mail2();
    std::erase_if(snapshot.copies, [](const auto& copy) { return copy.server != mail(); });
    for (auto& copy : snapshot.copies)
        copy.active = false;
    updateLiveProgress(run, snapshot);
    EXPECT_EQ(run.databasesLeft(), 0u);
    EXPECT_EQ(run.moves.front().to, mail2());
}

TEST(LiveProgress, TheAnswerOfTheCmdletClosesAMoveThatIsMounted)
{
    auto run = newRun();
    mergeMoves(run, {report("DB01", "Succeeded", true, "Mounted"), report("DB02", "Warning", true, "Dismounted")});
    ASSERT_EQ(run.moves.size(), 2u);
    EXPECT_TRUE(run.moves[0].done);
    EXPECT_EQ(run.moves[0].logsLost, 0);
    EXPECT_FALSE(run.moves[1].done) << "it has moved, and nobody can use it";
}

// A refresh that could not read a server keeps the rows of the reading before.
TEST(LiveProgress, CopiesOfAServerThatCouldNotBeReadProveNothing)
{
    auto run = newRun();
    auto snapshot = seedSnapshot();
    for (auto& database : snapshot.databases)
        if (!database.singleCopy()) database.mountedOn = mail2();
    snapshot.read.erase({domain::SnapshotSection::Copies, mail()});
    updateLiveProgress(run, snapshot);
    EXPECT_EQ(run.databasesLeft(), 0u);
}

// The run page and the main window show the same of a move.
TEST(LiveProgress, AReadingFromBeforeTheAnswerDoesNotContradictIt)
{
    auto run = newRun();
    auto snapshot = seedSnapshot();
    updateLiveProgress(run, snapshot);
    mergeMoves(run, {report("DB01", "Succeeded", true, "Mounted")});
    for (std::size_t i = 0; i < run.plan.steps.size(); ++i)
        if (run.plan.steps[i].kind == StepKind::MoveDatabases) run.steps[i].sent = {{1, false, at(0), at(30), {}}};
    ASSERT_NE(sentMove(run), nullptr);
    const auto left = [&](domain::Time takenAt) {
        snapshot.takenAt = takenAt;
        const auto moves = movesIn(snapshot, run);
        return std::ranges::count_if(moves, [](const DatabaseMove& move) { return !move.done; });
    };
    EXPECT_EQ(left(at(20)), 1);
    EXPECT_EQ(left(at(40)), 2) << "it has come back since";
}

} // namespace
} // namespace drydock::tests
