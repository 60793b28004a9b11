// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The end of a maintenance window: no step begins that may not have ended, or been undone, by then.
#include "tests/support/runner_driver.h"

#include <gtest/gtest.h>

namespace drydock::maintenance {
namespace {

using namespace std::chrono_literals;

struct StopBefore : ::testing::Test {
    tests::RunnerDriver driver{tests::seedSnapshot()};

    void SetUp() override { driver.plan(RunKind::Enter); }
};

TEST_F(StopBefore, ARunThatHasTheTimeIsNotStopped)
{
    driver.runner->setStopBefore(driver.now + 24h);
    driver.run(event::Start{});
    EXPECT_EQ(driver.state().outcome, Outcome::Succeeded);
}

TEST_F(StopBefore, NothingIsSentWhenNoStepFits)
{
    driver.runner->setStopBefore(driver.now + 1s);
    driver.run(event::Start{});
    EXPECT_EQ(driver.state().phase, RunPhase::Stopped);
    EXPECT_TRUE(driver.sent.empty());
    ASSERT_FALSE(driver.state().notes.empty());
    EXPECT_NE(driver.state().notes.back().find("the window ends at"), std::string::npos) << driver.state().notes.back();
}

TEST_F(StopBefore, TheRunStopsBetweenTwoStepsAndCanBeContinued)
{
    // Time for the short steps, and not for the one that waits for half an hour.
    driver.runner->setStopBefore(driver.now + 35min);
    driver.run(event::Start{});
    ASSERT_EQ(driver.state().phase, RunPhase::Stopped);
    ASSERT_LT(driver.state().current, driver.state().plan.steps.size());
    const auto& next = driver.state().plan.steps[driver.state().current];
    EXPECT_GT(next.timeout + (next.undo.empty() ? 0ms : next.timeout), driver.state().plan.steps[0].timeout);
    EXPECT_FALSE(driver.sent.empty());
    EXPECT_EQ(driver.state().steps[driver.state().current].status, StepStatus::ToDo);
    // The limit held once: who continues has seen it.
    driver.run(event::ContinueRequested{});
    EXPECT_EQ(driver.state().outcome, Outcome::Succeeded);
}

TEST_F(StopBefore, AnUndoIsNotLimited)
{
    driver.runner->setStopBefore(driver.now + 35min);
    driver.run(event::Start{});
    ASSERT_EQ(driver.state().phase, RunPhase::Stopped);
    driver.runner->setStopBefore(driver.now);
    driver.run(event::UndoRequested{0});
    EXPECT_EQ(driver.state().outcome, Outcome::Undone);
}

TEST_F(StopBefore, TheJournalSaysWhy)
{
    driver.runner->setStopBefore(driver.now + 1s);
    driver.run(event::Start{});
    driver.restart();
    ASSERT_FALSE(driver.state().notes.empty());
    EXPECT_NE(driver.state().notes.back().find("stopped before record-settings"), std::string::npos)
        << driver.state().notes.back();
}

} // namespace
} // namespace drydock::maintenance
