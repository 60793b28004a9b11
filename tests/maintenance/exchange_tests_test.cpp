// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/dry_run.h"
#include "model/maintenance/exchange_tests.h"
#include "model/maintenance/original_settings.h"
#include "model/maintenance/plan_reinstate.h"
#include "tests/support/runner_driver.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

using namespace drydock::domain;
using namespace drydock::maintenance;
using namespace drydock::tests;
using testing::Contains;
using testing::ElementsAre;

namespace {

const CmdletPermissions granted{{testServiceHealth, {}}, {testReplicationHealth, {}}, {getServerHealth, {}}};

// A reinstate of MAIL that ends with the tests.
RunnerDriver reinstateWithTests()
{
    const auto original = readOriginalSettings(seedSnapshot(), mail());
    auto snapshot = seedSnapshot();
    putInMaintenance(snapshot, mail(), at(0));
    RunnerDriver driver(snapshot);
    driver.plan(RunKind::Reinstate, original);
    auto state = driver.state();
    addExchangeTests(state.plan, granted);
    driver.runner.emplace(std::move(state));
    return driver;
}

bool asks(const Command& command) { return std::ranges::find(healthCmdlets, command.cmdlet) != healthCmdlets.end(); }

std::vector<std::string> testsOf(const RunnerDriver& driver)
{
    std::vector<std::string> tests;
    for (const auto& line : driver.sent)
        if (line.starts_with("Test-") || line.starts_with("Get-")) tests.push_back(line);
    return tests;
}

const std::string services = "Test-ServiceHealth -Server MAIL";
const std::string replication = "Test-ReplicationHealth -Identity MAIL";
const std::string monitors = "Get-ServerHealth -Identity MAIL";

} // namespace

TEST(ExchangeTests, AreThoseThatTheAccountMayRun)
{
    Plan plan;
    plan.server = mail();
    addExchangeTests(plan, {});
    EXPECT_TRUE(plan.steps.empty());
    addExchangeTests(plan, granted); // outside a group there is no replication to test
    ASSERT_EQ(plan.steps.size(), 1u);
    EXPECT_EQ(plan.steps.front().kind, StepKind::CheckHealth);
    EXPECT_EQ(plan.steps.front().commands.size(), 2u);
    EXPECT_FALSE(dryRun(plan, seedSnapshot()).front().wouldBeSkipped);
    plan.group = "DAG1";
    addExchangeTests(plan, {{testReplicationHealth, {}}});
    ASSERT_EQ(plan.steps.back().commands.size(), 1u);
    EXPECT_EQ(plan.steps.back().commands.front().toPowerShell(), replication);
}

TEST(ExchangeTests, AreAskedOnceAtTheEndOfAReinstate)
{
    auto driver = reinstateWithTests();
    driver.run(event::Start{});
    EXPECT_THAT(driver.rests, ElementsAre(Outcome::Succeeded));
    EXPECT_THAT(testsOf(driver), ElementsAre(services, replication, monitors));
    EXPECT_EQ(driver.sent.back(), monitors);
}

TEST(ExchangeTests, ATestThatCannotBeRunIsAWarningAndHoldsNothingUp)
{
    auto driver = reinstateWithTests();
    driver.onSend = [](const Command& command) {
        return command.cmdlet == testReplicationHealth ? std::optional(errorOf(ErrorKind::CommandFailed))
                                                       : std::nullopt;
    };
    driver.run(event::Start{});
    EXPECT_THAT(driver.rests, ElementsAre(Outcome::SucceededWithWarnings));
    EXPECT_THAT(testsOf(driver), ElementsAre(services, replication, monitors));
    // Nothing is waited for: the reading after the last answer ends it.
    EXPECT_LT(driver.now - driver.sentAt.back(), std::chrono::seconds(5));
}

TEST(ExchangeTests, ATestWhoseAnswerWasLostIsAskedAgainWithoutAsking)
{
    auto driver = reinstateWithTests();
    int lost = 0;
    driver.onSend = [&lost](const Command& command) {
        const bool strikes = command.cmdlet == testServiceHealth && lost++ == 0;
        return strikes ? std::optional(errorOf(ErrorKind::OutcomeUnknown)) : std::nullopt;
    };
    driver.run(event::Start{});
    EXPECT_THAT(driver.rests, ElementsAre(Outcome::Succeeded));
    EXPECT_THAT(testsOf(driver), ElementsAre(services, services, replication, monitors));
}

TEST(ExchangeTests, ATestThatNeverAnswersDoesNotHoldTheRun)
{
    auto driver = reinstateWithTests();
    driver.onSend = [](const Command& command) {
        return asks(command) ? std::optional(errorOf(ErrorKind::OutcomeUnknown)) : std::nullopt;
    };
    driver.run(event::Start{});
    EXPECT_THAT(driver.rests, ElementsAre(Outcome::SucceededWithWarnings));
}

TEST(ExchangeTests, CutOffWhileTheyAreAskedTheRunGoesOn)
{
    auto whole = reinstateWithTests();
    whole.run(event::Start{});
    for (int effects = whole.played - 12; effects < whole.played; ++effects) {
        auto driver = reinstateWithTests();
        driver.run(event::Start{}, effects);
        driver.restart();
        if (driver.state().phase != RunPhase::Finished) driver.run(event::ContinueRequested{});
        EXPECT_EQ(driver.state().phase, RunPhase::Finished) << effects;
        EXPECT_THAT(testsOf(driver), Contains(monitors)) << effects;
    }
}
