// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What the desktop is told of runs: progress always, and a call of the operator once for each need, while he looks
// elsewhere.
#include "app/drydock/run_announcer.h"
#include "tests/support/sample_runs.h"

#include <gtest/gtest.h>

namespace drydock::tests {
namespace {

using maintenance::RunPhase;
using maintenance::RunState;
using maintenance::StepStatus;

struct RecordedDesktop final : app::DesktopStatus {
    void showProgress(double done, bool asks) override
    {
        share = done;
        asking = asks;
    }
    void hideProgress() override { share = -1; }
    void notify(const QString& heading, const QString&) override
    {
        ++calls;
        shown = heading;
    }
    void withdraw() override { shown.clear(); }

    double share = -1; // hidden
    bool asking = false;
    int calls = 0;
    QString shown;
};

RunState runIn(RunPhase phase, const char* id = "one")
{
    auto run = oneStepRun(id);
    run.phase = phase;
    run.plan.steps.push_back(run.plan.steps.front());
    run.steps.resize(2);
    run.steps[0].status = StepStatus::Done;
    run.steps[1].status = StepStatus::Running;
    run.current = 1;
    return run;
}

struct Announcer : ::testing::Test {
    RecordedDesktop desktop;
    app::RunAnnouncer announcer{desktop};
};

TEST_F(Announcer, ShowsHowFarARunIsUntilItIsOver)
{
    announcer.show({runIn(RunPhase::Running)}, true);
    EXPECT_DOUBLE_EQ(desktop.share, 0.5);
    EXPECT_FALSE(desktop.asking);
    announcer.show({}, true);
    EXPECT_DOUBLE_EQ(desktop.share, -1);
    EXPECT_EQ(desktop.calls, 0);
}

TEST_F(Announcer, CallsAnOperatorWhoLooksElsewhereOnce)
{
    announcer.show({runIn(RunPhase::Asking)}, false);
    announcer.show({runIn(RunPhase::Asking)}, false);
    EXPECT_EQ(desktop.calls, 1);
    EXPECT_TRUE(desktop.asking);
    EXPECT_EQ(desktop.shown, QStringLiteral("MAIL asks what to do"));
    announcer.show({runIn(RunPhase::Asking)}, true);
    EXPECT_TRUE(desktop.shown.isEmpty()) << "he sees the window";
    announcer.show({runIn(RunPhase::Asking)}, false);
    EXPECT_EQ(desktop.calls, 1) << "he has seen it";
}

TEST_F(Announcer, CallsAgainForTheNextNeed)
{
    announcer.show({runIn(RunPhase::Asking)}, false);
    announcer.show({runIn(RunPhase::Running)}, false);
    EXPECT_TRUE(desktop.shown.isEmpty());
    announcer.show({runIn(RunPhase::Asking)}, false);
    EXPECT_EQ(desktop.calls, 2);
    announcer.show({runIn(RunPhase::Asking), runIn(RunPhase::Asking, "two")}, false);
    EXPECT_EQ(desktop.calls, 3);
}

TEST_F(Announcer, CallsForCommandsByHand)
{
    auto run = runIn(RunPhase::Running);
    run.steps[1].status = StepStatus::Waiting;
    announcer.show({run}, false);
    EXPECT_EQ(desktop.calls, 0) << "it waits for the servers";
    run.plan.steps[1].byHand = true;
    announcer.show({run}, false);
    EXPECT_EQ(desktop.shown, QStringLiteral("MAIL waits for commands by hand"));
}

TEST_F(Announcer, SaysNothingToAnOperatorWhoIsThere)
{
    announcer.show({runIn(RunPhase::Asking)}, true);
    EXPECT_EQ(desktop.calls, 0);
    EXPECT_TRUE(desktop.asking);
}

} // namespace
} // namespace drydock::tests
