// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The plan that restarts a computer, its proof, and how a run carries it out.
#include "model/maintenance/plan_reboot.h"

#include "tests/support/organisations.h"
#include "tests/support/runner_driver.h"
#include "tests/support/snapshot_changes.h"

#include <gtest/gtest.h>

using namespace drydock::domain;
using namespace drydock::maintenance;
using namespace drydock::tests;
using namespace std::chrono_literals;

namespace {

// MAIL in maintenance, started two days ago.
DagSnapshot inMaintenance()
{
    auto snapshot = threeMemberSnapshot();
    putInMaintenance(snapshot, mail(), at(-60));
    snapshot.bootedAt[mail()] = at(-2880);
    snapshot.read.insert({SnapshotSection::OperatingSystem, mail()});
    return snapshot;
}

void goAway(DagSnapshot& snapshot, ErrorKind kind)
{
    snapshot.bootedAt.erase(mail());
    snapshot.read.erase({SnapshotSection::OperatingSystem, mail()});
    snapshot.errors.push_back({SnapshotSection::OperatingSystem, mail(), {kind, "Get-CimInstance", "", 503, nullptr}});
}

ConditionStatus rebooted(const DagSnapshot& snapshot)
{
    return evaluate(Rebooted{mail(), toIso(at(-2880))}, snapshot).status;
}

std::string found(const DagSnapshot& snapshot)
{
    return evaluate(Rebooted{mail(), toIso(at(-2880))}, snapshot).found.english();
}

RunnerDriver rebootOf(const DagSnapshot& snapshot, const RebootOptions& options = {})
{
    RunnerDriver driver(snapshot);
    RunState state;
    state.id = runId(at(0), mail(), RunKind::Reboot);
    state.plan = *planReboot(snapshot, mail(), options);
    state.steps.resize(state.plan.steps.size());
    driver.runner.emplace(std::move(state));
    return driver;
}

} // namespace

TEST(Rebooted, OnlyANewTimeOfTheStartProvesIt)
{
    auto snapshot = inMaintenance();
    EXPECT_EQ(rebooted(snapshot), ConditionStatus::NotMet);
    snapshot.bootedAt[mail()] += 30s; // the clock was set
    EXPECT_EQ(rebooted(snapshot), ConditionStatus::NotMet);
    snapshot.bootedAt[mail()] = at(0);
    EXPECT_EQ(rebooted(snapshot), ConditionStatus::Met);
}

TEST(Rebooted, TellsHowFarTheComputerIs)
{
    auto gone = inMaintenance();
    goAway(gone, ErrorKind::Unreachable);
    EXPECT_EQ(rebooted(gone), ConditionStatus::Unknown);
    EXPECT_EQ(found(gone), "MAIL does not answer");
    auto starting = inMaintenance();
    goAway(starting, ErrorKind::HttpStatus);
    EXPECT_EQ(rebooted(starting), ConditionStatus::Unknown);
    EXPECT_EQ(found(starting).find("MAIL answers, remote management does not yet"), 0u) << found(starting);
}

TEST(PlanReboot, NeedsTheTimeOfTheStart)
{
    auto snapshot = inMaintenance();
    EXPECT_EQ(planReboot(snapshot, mail())->steps.size(), 2u);
    goAway(snapshot, ErrorKind::Unreachable);
    EXPECT_EQ(planReboot(snapshot, mail()).error().kind, ErrorKind::Precondition);
}

// The answer is lost, the computer is away, and comes back.
TEST(RebootRun, ALostAnswerIsNoWarningOnceTheComputerHasStartedAnew)
{
    auto driver = rebootOf(inMaintenance());
    driver.onSend = [&](const Command&) {
        goAway(driver.world, ErrorKind::Unreachable);
        return Error{ErrorKind::OutcomeUnknown, "Restart-Computer", "the connection ended", 0, nullptr};
    };
    int away = 0;
    driver.eachStepOfTime = [&](RunnerDriver& world) {
        if (world.sent.empty() || ++away != 10) return;
        world.world.errors.clear();
        world.world.bootedAt[mail()] = world.now;
    };
    driver.run(event::Start{});
    EXPECT_EQ(driver.sent, (std::vector<std::string>{"Restart-Computer -Force:$true"}));
    EXPECT_EQ(driver.state().outcome, Outcome::Succeeded) << driver.state().warnings.size();
}

TEST(RebootRun, IsNotSentAgainAfterAKill)
{
    auto driver = rebootOf(inMaintenance());
    driver.onSend = [&](const Command&) {
        goAway(driver.world, ErrorKind::Unreachable);
        return Error{ErrorKind::OutcomeUnknown, "Restart-Computer", "the connection ended", 0, nullptr};
    };
    driver.run(event::Start{}, 12); // killed while the computer is away
    ASSERT_EQ(driver.sent.size(), 1u);
    driver.world.errors.clear();
    driver.world.bootedAt[mail()] = driver.now;
    driver.restart();
    driver.run(event::ContinueRequested{});
    EXPECT_EQ(driver.sent.size(), 1u);
    EXPECT_EQ(driver.state().outcome, Outcome::Succeeded);
}

TEST(RebootRun, ByTheOperatorSendsNothingAndWaits)
{
    auto driver = rebootOf(inMaintenance(), {.byOperator = true});
    driver.eachStepOfTime = [](RunnerDriver& world) {
        if (world.now > at(600)) world.world.bootedAt[mail()] = at(590);
    };
    driver.run(event::Start{});
    EXPECT_TRUE(driver.sent.empty());
    EXPECT_EQ(driver.state().outcome, Outcome::Succeeded);
}

TEST(RebootRun, RestartsNoServerThatServes)
{
    auto serving = threeMemberSnapshot();
    serving.bootedAt[mail()] = at(-2880);
    serving.read.insert({SnapshotSection::OperatingSystem, mail()});
    auto driver = rebootOf(serving);
    driver.run(event::Start{});
    EXPECT_TRUE(driver.sent.empty());
    EXPECT_EQ(driver.state().phase, RunPhase::Asking);
}
