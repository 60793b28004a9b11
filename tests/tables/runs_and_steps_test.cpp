// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/messages.h"
#include "model/tables/runs_model.h"
#include "model/tables/steps_model.h"
#include "tests/support/qt_test.h"
#include "tests/tables/table_snapshot.h"

#include <gtest/gtest.h>

namespace drydock::tables {
namespace {

using namespace std::chrono_literals;
using maintenance::StepStatus;

maintenance::RunState run()
{
    maintenance::RunState state;
    state.id = "2026-11-22T12-00-00-MAIL-enter";
    state.plan.server = domain::ServerName("MAIL");
    state.phase = maintenance::RunPhase::Running;
    state.startedAt = tests::at(0);
    state.operatorName = "LAB\\admin";
    for (int i = 0; i < 12; ++i) {
        maintenance::Step step;
        step.title = domain::sentence<"verbatim">("Step " + std::to_string(i + 1));
        step.why = domain::sentence<"verbatim">("because");
        step.commands = {{"Set-MailboxServer",
                          {{"Identity", std::string("MAIL")}},
                          domain::EndpointKind::Exchange,
                          domain::ServerName("MAIL")}};
        state.plan.steps.push_back(step);
    }
    state.steps.resize(12);
    auto& first = state.steps[0];
    first.status = StepStatus::Done;
    first.startedAt = tests::at(0);
    first.finishedAt = tests::at(0) + 4s;
    first.evidence = {"policy Blocked"};
    auto& second = state.steps[1];
    second.status = StepStatus::Waiting;
    second.attempts = 3;
    second.startedAt = tests::at(0) + 4s;
    second.nextPoll = tests::at(0) + 20s;
    second.waitingFor = domain::sentence<"verbatim">("2 left");
    state.current = 1;
    return state;
}

QVariant at(const StepsModel& model, int row, StepsModel::Column column, int role = Qt::DisplayRole)
{
    return model.index(row, int(column)).data(role);
}

TEST(StepsTable, ShowsTheStateOfEachStep)
{
    StepsModel model;
    const QAbstractItemModelTester tester(&model, tests::warningMode);
    auto state = run();
    model.setState(state);
    model.setNow(tests::at(0) + 10s);
    ASSERT_EQ(model.rowCount(), 12);
    using C = StepsModel::Column;
    EXPECT_EQ(at(model, 11, C::Title).toString(), QStringLiteral("Step 12"));
    EXPECT_EQ(at(model, 0, C::State).toString(), QStringLiteral("Done"));
    EXPECT_EQ(at(model, 0, C::State, ShapeRole).toInt(), int(Shape::StepDone));
    EXPECT_EQ(at(model, 0, C::Elapsed).toString(), QStringLiteral("00:04"));
    EXPECT_EQ(at(model, 0, C::Evidence).toString(), QStringLiteral("policy Blocked"));
    EXPECT_EQ(at(model, 1, C::Elapsed).toString(), QStringLiteral("00:06"));
    EXPECT_EQ(at(model, 1, C::NextPoll).toString(), QStringLiteral("00:10"));
    EXPECT_EQ(at(model, 1, C::WaitingFor).toString(), QStringLiteral("2 left"));
    EXPECT_EQ(at(model, 2, C::State, ShapeRole).toInt(), int(Shape::StepToDo));
    EXPECT_EQ(at(model, 2, C::Elapsed).toString(), QString());
    EXPECT_TRUE(at(model, 0, C::Command).toString().startsWith(QStringLiteral("Set-MailboxServer")));
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    state.steps[1].attempts = 4;
    model.setState(state);
    ASSERT_EQ(changed.count(), 1);
    EXPECT_EQ(changed.at(0).at(0).toModelIndex().row(), 1);
    model.setNow(tests::at(0) + 11s);
    EXPECT_EQ(changed.count(), 2) << "only the running step's times move";
}

TEST(StepsTable, AFailedStepShowsItsError)
{
    StepsModel model;
    auto state = run();
    state.steps[1].status = StepStatus::Failed;
    state.steps[1].error =
        domain::Error{domain::ErrorKind::NotPermitted, "Set-MailboxServer on MAIL", "access\ndenied", 0, nullptr};
    model.setState(state);
    EXPECT_EQ(at(model, 1, StepsModel::Column::WaitingFor).toString(), QStringLiteral("access denied"));
    EXPECT_EQ(at(model, 1, StepsModel::Column::State, CellSeverityRole).toInt(), int(domain::Severity::Critical));
    EXPECT_EQ(model.index(1, 0).data(SeverityRole).toInt(), int(domain::Severity::Critical));
}

TEST(RunsTable, ARunThatCannotBeReadHasARow)
{
    RunsModel model;
    const QAbstractItemModelTester tester(&model, tests::warningMode);
    maintenance::RunListing good{.run = summaryOf(run()), .inUse = false, .error = {}, .file = "/tmp/a.jsonl"};
    good.run.outcome = maintenance::Outcome::Succeeded;
    good.run.phase = maintenance::RunPhase::Finished;
    good.run.finishedAt = tests::at(0) + 62s;
    maintenance::RunListing bad;
    bad.run.id = "2026-11-21T12-00-00-MAIL-leave";
    bad.error =
        domain::Error{domain::ErrorKind::Corrupt, "read b.jsonl line 3", "the checksum does not fit", 0, nullptr};
    model.setRuns({good, bad});
    ASSERT_EQ(model.rowCount(), 2);
    using C = RunsModel::Column;
    const int goodRow = model.rowOf(QString::fromStdString(good.run.id));
    const int badRow = model.rowOf(QString::fromStdString(bad.run.id));
    EXPECT_EQ(model.index(goodRow, int(C::Outcome)).data().toString(), QStringLiteral("Succeeded"));
    EXPECT_EQ(model.index(goodRow, int(C::Duration)).data().toString(), QStringLiteral("01:02"));
    EXPECT_EQ(model.index(goodRow, int(C::Server)).data().toString(), QStringLiteral("MAIL"));
    EXPECT_EQ(model.index(badRow, int(C::Outcome)).data().toString(), QStringLiteral("Journal not readable"));
    EXPECT_TRUE(
        model.index(badRow, int(C::Outcome)).data(Qt::ToolTipRole).toString().contains(QStringLiteral("line 3")));
    EXPECT_EQ(model.index(badRow, 0).data(SeverityRole).toInt(), int(domain::Severity::Critical));
}

} // namespace
} // namespace drydock::tables
