// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/notification.h"

#include <gtest/gtest.h>

#include "tests/support/sample_runs.h"

namespace drydock::maintenance {
namespace {

using domain::Time;

RunState runAt(RunPhase phase, Outcome outcome = Outcome::None)
{
    auto run = tests::oneStepRun("2026-11-22T12-00-00-MAIL-enter");
    run.phase = phase;
    run.outcome = outcome;
    return run;
}

TEST(Notification, NothingIsToldOfARunThatIsUnderWay)
{
    for (const auto phase : {RunPhase::NotStarted, RunPhase::Running, RunPhase::StopRequested, RunPhase::Undoing})
        EXPECT_FALSE(notificationOf(runAt(phase), Time{})) << toString(phase);
}

TEST(Notification, ARunThatAsksNamesTheServerAndTheStep)
{
    const auto told = notificationOf(runAt(RunPhase::Asking), Time{});
    ASSERT_TRUE(told);
    EXPECT_EQ(told->event, "needs-operator");
    EXPECT_EQ(told->text.english(), "MAIL: the run needs a decision.");
    EXPECT_EQ(told->step, runAt(RunPhase::Asking).plan.steps[0].title);
}

TEST(Notification, EachEndHasItsOwnSentence)
{
    std::set<std::string> sentences;
    const auto outcomes = {Outcome::Succeeded, Outcome::SucceededWithWarnings,
                           Outcome::Failed,    Outcome::Unknown,
                           Outcome::Undone,    Outcome::Abandoned,
                           Outcome::Stopped};
    for (const auto outcome : outcomes) {
        const auto told = notificationOf(runAt(RunPhase::Finished, outcome), Time{});
        ASSERT_TRUE(told);
        EXPECT_EQ(told->event, toString(outcome));
        EXPECT_TRUE(sentences.insert(told->text.english()).second) << told->text.english();
        EXPECT_EQ(told->step.empty(), isSuccess(outcome)) << told->event;
    }
}

TEST(Notification, AReinstatedServerIsNotSaidToBeInMaintenance)
{
    auto run = tests::oneStepRun("2026-11-22T12-00-00-MAIL-reinstate", RunKind::Reinstate);
    run.phase = RunPhase::Finished;
    run.outcome = Outcome::Succeeded;
    EXPECT_EQ(notificationOf(run, Time{})->text.english(), "MAIL is reinstated.");
}

} // namespace
} // namespace drydock::maintenance
