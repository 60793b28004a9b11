// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The live panels of the Run page: which reading they take, its age, and what an old one is worth.
#include "model/maintenance/live_progress.h"
#include "model/maintenance/plan_enter.h"
#include "tests/support/organisations.h"
#include "tests/support/qt_test.h"
#include "tests/support/sample_runs.h"
#include "tests/support/work_meter.h"
#include "ui/widgets/time_text.h"
#include "ui/wizard/components_panel.h"
#include "ui/wizard/load_balancer_panel.h"
#include "ui/wizard/run_panels.h"

#include <gtest/gtest.h>

#include <memory>

namespace drydock::tests {
namespace {

using domain::DagSnapshot;
using domain::ServerName;
using domain::SnapshotSection;
using tables::Shape;
using ui::SnapshotOrigin;
using namespace std::chrono_literals;

class RunPanels : public ::testing::Test
{
protected:
    // What a step reads that waits for the databases: the copies of its own server alone.
    static DagSnapshot ofTheServerAlone(DagSnapshot snapshot)
    {
        std::erase_if(snapshot.read, [](const auto& part) { return !part.second.empty() && part.second != mail(); });
        std::erase_if(snapshot.copies, [](const auto& copy) { return copy.server != mail(); });
        std::erase_if(snapshot.components, [](const auto& component) { return component.server != mail(); });
        return snapshot;
    }
    static domain::SnapshotPtr taken(DagSnapshot snapshot, domain::Time when)
    {
        snapshot.takenAt = when;
        return std::make_shared<const DagSnapshot>(std::move(snapshot));
    }
    static void mountOn(DagSnapshot& snapshot, const char* database, const ServerName& server)
    {
        for (auto& row : snapshot.databases)
            if (row.name == domain::DatabaseName(database)) row.mountedOn = server;
        for (auto& copy : snapshot.copies)
            if (copy.database == domain::DatabaseName(database)) copy.active = copy.server == server;
    }
    static QString lineOf(const ui::Panel& panel, const char* name)
    {
        for (const auto& line : panel.lines())
            if (line.name == QLatin1String(name)) return line.text;
        return {};
    }

    ui::Theme theme{ui::Theme::Mode::Light};
    DagSnapshot all = threeMemberSnapshot();
    maintenance::Plan plan = maintenance::planEnter(all, mail()).value();
    domain::Time now = at(10);
    maintenance::RunState run = movingRun(plan, now);
};

TEST_F(RunPanels, AReadingOfTheServerAloneDoesNotCountAsNoCopiesElsewhere)
{
    ui::SafetyPanel panel(theme);
    panel.readSnapshot(taken(all, now - 20s), mail());
    panel.readSnapshot(taken(ofTheServerAlone(all), now), mail());
    panel.showRun(run, now);
    EXPECT_EQ(panel.lines().first().shape, Shape::CheckPass) << panel.lines().first().text.toStdString();
    EXPECT_TRUE(panel.age().startsWith(QStringLiteral("20 s"))) << panel.age().toStdString();
}

TEST_F(RunPanels, CopiesThatCouldNotBeReadAreNotCountedAsBad)
{
    ui::SafetyPanel panel(theme);
    auto snapshot = ofTheServerAlone(all);
    for (const auto section : {SnapshotSection::Copies, SnapshotSection::Components})
        for (const char* name : {"MAIL2", "MAIL3"})
            snapshot.errors.push_back({section, ServerName(name), {domain::ErrorKind::Unreachable, "read", "refused"}});
    panel.readSnapshot(taken(snapshot, now), mail());
    panel.showRun(run, now);
    EXPECT_EQ(panel.lines().first().shape, Shape::StepUnknown) << panel.lines().first().text.toStdString();
}

TEST_F(RunPanels, TheLoadBalancerWillHaveNoticedWhenEveryProtocolRefuses)
{
    ui::LoadBalancerPanel panel(theme);
    panel.showPlan(plan, now);
    EXPECT_EQ(panel.value(), QStringLiteral("not read yet"));
    panel.readSnapshot(taken(all, now - 20s), mail());
    panel.showPlan(plan, now);
    EXPECT_EQ(panel.value(), QStringLiteral("8 of 8"));
    EXPECT_EQ(panel.lines().first().name, QStringLiteral("clients still come: 8 of 8 answer"));
    EXPECT_EQ(lineOf(panel, "MAIL2"), QStringLiteral("8 of 8 answer"));
    auto off = all;
    for (auto& answer : off.healthchecks.front().answers)
        answer.status = 503;
    off.healthchecks.front().since = now - 10s;
    panel.readSnapshot(taken(off, now), mail());
    panel.readSnapshot(taken(ofTheServerAlone(DagSnapshot()), now + 1s), mail());
    panel.showPlan(plan, now + 1s);
    EXPECT_EQ(panel.value(), QStringLiteral("0 of 8"));
    EXPECT_EQ(panel.lines().first().name,
              QStringLiteral("it will have noticed: 8 of 8 refuse since ") + ui::clockText(now - 10s));
    EXPECT_EQ(panel.lines().first().shape, Shape::CheckPass);
}

// The panel is shown anew each second.
TEST_F(RunPanels, TheSafetyPanelCountsCopiesOnceForEachReading)
{
    const auto workOfShowing = [this](int databases) {
        ui::SafetyPanel panel(theme);
        auto snapshot = all;
        for (int i = 0; i < databases; ++i) {
            snapshot.databases.push_back(all.databases.front());
            snapshot.databases.back().name = domain::DatabaseName("More" + std::to_string(i));
        }
        panel.readSnapshot(taken(std::move(snapshot), now), mail());
        panel.showRun(run, now);
        return workOf([&] { panel.showRun(run, now); }).allocations;
    };
    EXPECT_EQ(workOfShowing(2000), workOfShowing(1));
}

TEST_F(RunPanels, TheMainWindowCountsDownWhileTheMoveHasNoAnswer)
{
    ui::DatabasesPanel panel(theme);
    auto& step = run.steps[run.current];
    step.status = maintenance::StepStatus::Running;
    step.sent = {{1, false, now - 30s, {}, {}}};
    run.moves.clear();
    maintenance::updateLiveProgress(run, all);
    panel.readSnapshot(taken(all, now - 40s), SnapshotOrigin::OfTheRun, plan);
    panel.showRun(run, now);
    EXPECT_EQ(panel.value(), QStringLiteral("5 of 5"));
    mountOn(all, "DB01", mail2());
    panel.readSnapshot(taken(ofTheServerAlone(all), now - 5s), SnapshotOrigin::OfTheWindow, plan);
    panel.showRun(run, now);
    EXPECT_EQ(panel.value(), QStringLiteral("4 of 5"));
    EXPECT_EQ(lineOf(panel, "DB01"), QStringLiteral("on MAIL2, 00:30"));
    EXPECT_EQ(panel.lines().first().name, QStringLiteral("DB02")) << "those that are left come first";
}

TEST_F(RunPanels, AMoveIsClosedByTheAnswerOfTheCmdlet)
{
    ui::DatabasesPanel panel(theme);
    run.steps[run.current].sent = {{1, false, now - 12s, now, {}}};
    run.moves.clear();
    maintenance::DatabaseMove move{domain::DatabaseName("DB01"), mail(), mail2(), "Succeeded", 0, true, "Mounted", {}};
    maintenance::mergeMoves(run, {move});
    panel.showRun(run, now + 5s);
    EXPECT_EQ(panel.value(), QStringLiteral("4 of 5"));
    EXPECT_TRUE(lineOf(panel, "DB01").startsWith(QStringLiteral("on MAIL2, 0 log")))
        << lineOf(panel, "DB01").toStdString();
    EXPECT_TRUE(lineOf(panel, "DB01").endsWith(QStringLiteral(", 00:12"))) << lineOf(panel, "DB01").toStdString();
}

TEST_F(RunPanels, OldValuesGiveWayToAQuestionMark)
{
    ui::DatabasesPanel databases(theme);
    ui::QueuePanel queue(theme);
    ui::ComponentsPanel components(theme);
    const auto reading = taken(all, now);
    databases.readSnapshot(reading, SnapshotOrigin::OfTheRun, plan);
    queue.readSnapshot(reading, mail());
    components.readSnapshot(reading, mail());
    const auto showAt = [&](domain::Time time) {
        databases.showRun(run, time);
        queue.showServer(mail(), time);
        components.showServer(mail(), time);
    };
    showAt(now + 60s);
    EXPECT_EQ(queue.value(), QStringLiteral("37"));
    EXPECT_EQ(databases.value(), QStringLiteral("2 of 5"));
    EXPECT_EQ(lineOf(components, "HubTransport"), QStringLiteral("Active"));
    showAt(now + 100s);
    EXPECT_EQ(queue.value(), QStringLiteral("?"));
    EXPECT_EQ(components.value(), QStringLiteral("?"));
    EXPECT_EQ(lineOf(components, "HubTransport"), QStringLiteral("?"));
    EXPECT_EQ(databases.value(), QStringLiteral("? of 5"));
    EXPECT_EQ(lineOf(databases, "DB12"), QStringLiteral("?"));
    EXPECT_TRUE(lineOf(databases, "DB01").startsWith(QStringLiteral("on MAIL2"))) << "what has moved has moved";
    EXPECT_TRUE(queue.age().startsWith(QStringLiteral("1 min"))) << queue.age().toStdString();
}

TEST_F(RunPanels, AReadingThatTookLongDoesNotReplaceANewerOne)
{
    ui::QueuePanel queue(theme);
    queue.readSnapshot(taken(all, now), mail());
    all.queues.front().messageCount = 90;
    queue.readSnapshot(taken(all, now - 20s), mail());
    queue.showServer(mail(), now);
    EXPECT_EQ(queue.value(), QStringLiteral("37"));
}

TEST_F(RunPanels, QueuesOfOtherServersAreNotTakenForThisOne)
{
    ui::QueuePanel queue(theme);
    all.read.erase({SnapshotSection::Queues, mail()});
    std::erase_if(all.queues, [](const auto& row) { return row.server == mail(); });
    queue.readSnapshot(taken(all, now), mail());
    queue.showServer(mail(), now);
    EXPECT_EQ(queue.value(), QStringLiteral("not read yet"));
}

} // namespace
} // namespace drydock::tests
