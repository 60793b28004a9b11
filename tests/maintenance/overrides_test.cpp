// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What blocks a maintenance is looked at again before each command that it is about, however old the run is.
#include "model/maintenance/overrides.h"
#include "model/maintenance/report.h"
#include "tests/support/runner_driver.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace drydock::tests {
namespace {

using namespace domain;
using namespace maintenance;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

// Enters maintenance with these overrides.
void enter(RunnerDriver& driver, const std::set<std::string>& overrides)
{
    driver.plan(RunKind::Enter);
    auto state = driver.state();
    acceptOverrides(state.plan, overrides, driver.world);
    driver.runner.emplace(std::move(state));
    driver.run(event::Start{});
}

void losesCopy(DagSnapshot& world, const char* database)
{
    for (auto& copy : world.copies)
        if (copy.database == DatabaseName(database) && copy.server != mail()) copy.status = copyStatus("Failed");
}

const Error* blockOf(const RunnerDriver& driver)
{
    const auto& state = driver.state();
    if (state.phase != RunPhase::Asking || !state.steps[state.current].error) return nullptr;
    return &*state.steps[state.current].error;
}

void losesMajority(DagSnapshot& world)
{
    world.groups.front().witnessInUse = witnessShareInUse("InvalidConfiguration");
    ClusterNode other;
    other.server = mail2();
    other.state = nodeState("Up");
    other.dynamicWeight = 0;
    std::erase_if(world.nodes, [&](const ClusterNode& node) { return node.server == mail2(); });
    world.nodes.push_back(other);
}

} // namespace

TEST(Overrides, ACopyThatIsLostAfterTheChecksBlocksEvenIfAnotherWasAccepted)
{
    RunnerDriver driver(seedSnapshot());
    losesCopy(driver.world, "DB01");
    enter(driver, {"copies-elsewhere"});
    EXPECT_EQ(blockOf(driver), nullptr) << reportAsText(driver.state());

    RunnerDriver later(seedSnapshot());
    losesCopy(later.world, "DB01");
    later.eachStepOfTime = [](RunnerDriver& d) {
        if (!d.sent.empty()) losesCopy(d.world, "DB02");
    };
    enter(later, {"copies-elsewhere"});
    ASSERT_NE(blockOf(later), nullptr) << reportAsText(later.state());
    EXPECT_THAT(blockOf(later)->detail, HasSubstr("DB02"));
    EXPECT_THAT(blockOf(later)->detail, Not(HasSubstr("DB01")));
}

TEST(Overrides, AQuorumThatIsLostDuringTheRunStopsItBeforeTheNodeIsPaused)
{
    RunnerDriver driver(seedSnapshot());
    driver.eachStepOfTime = [](RunnerDriver& d) { losesMajority(d.world); };
    enter(driver, {});
    ASSERT_NE(blockOf(driver), nullptr) << reportAsText(driver.state());
    EXPECT_EQ(blockOf(driver)->kind, ErrorKind::Precondition);
    EXPECT_THAT(blockOf(driver)->detail, HasSubstr("votes"));
    EXPECT_THAT(driver.sent, Not(Contains(HasSubstr("Suspend-ClusterNode"))));
}

TEST(Overrides, AcceptedVotesAreEnough)
{
    RunnerDriver driver(seedSnapshot());
    losesMajority(driver.world);
    enter(driver, {"quorum"});
    EXPECT_THAT(driver.sent, Contains(HasSubstr("Suspend-ClusterNode"))) << reportAsText(driver.state());
}

TEST(Overrides, TransportIsNotRestartedWhileSetupRuns)
{
    RunnerDriver driver(seedSnapshot());
    driver.plan(RunKind::Enter);
    driver.eachStepOfTime = [](RunnerDriver& d) { d.world.setupRunning.insert(mail()); };
    driver.run(event::Start{});
    ASSERT_NE(blockOf(driver), nullptr) << reportAsText(driver.state());
    EXPECT_THAT(blockOf(driver)->detail, HasSubstr("ExSetup"));
    EXPECT_THAT(driver.sent, Not(Contains(HasSubstr("Restart-Service"))));
}

} // namespace drydock::tests
