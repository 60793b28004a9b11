// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The end of a maintenance window, and the lines for the computer's scheduler.
#include "tests/ui/wizard_fixture.h"
#include "ui/wizard/run_later_dialog.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QTimeEdit>

namespace drydock::tests {
namespace {

// The time of day so many minutes after the run's clock.
QTime after(const ports::Clock& clock, int minutes)
{
    const auto milliseconds = clock.now().time_since_epoch().count();
    return QDateTime::fromMSecsSinceEpoch(milliseconds).addSecs(minutes * 60).time();
}

TEST_F(Wizard, ARunStopsBeforeTheEndOfTheWindowAndSaysSo)
{
    open(RunKind::Enter);
    toPlan();
    find<QCheckBox>("limited")->setChecked(true);
    // Enough for the short steps, and not for moving databases with its undo.
    find<QTimeEdit>("stopBefore")->setTime(after(clock, 30));
    click("start");
    ASSERT_TRUE(reaches(MaintenanceWizard::RunId));
    ASSERT_TRUE(waitUntil([&] { return wizard->controller().state().phase == maintenance::RunPhase::Stopped; }, 20000));
    const auto& run = wizard->controller().state();
    ASSERT_FALSE(run.notes.empty());
    EXPECT_NE(run.notes.back().find("the window ends at"), std::string::npos) << run.notes.back();
    EXPECT_GT(run.current, 0U);
}

TEST_F(Wizard, TheLinesForASchedulerHoldWhatWasChosen)
{
    open(RunKind::Enter);
    wizard->setConnectionOptions({QStringLiteral("--profile"), QStringLiteral("Contoso")});
    find<QLineEdit>("reason")->setText(QStringLiteral("it's patch day"));
    toPlan();
    find<QCheckBox>("limited")->setChecked(true);
    find<QTimeEdit>("stopBefore")->setTime(QTime(4, 30));
    click("runLater");
    auto* dialog = wizard->findChild<ui::RunLaterDialog*>();
    ASSERT_NE(dialog, nullptr);
    dialog->findChild<QAbstractButton*>(QStringLiteral("commandCopy"))->click();
    const auto copied = QGuiApplication::clipboard()->text();
    EXPECT_TRUE(copied.startsWith(QStringLiteral("drydockctl run enter MAIL --profile Contoso ")))
        << copied.toStdString();
    EXPECT_TRUE(copied.contains(QStringLiteral("--reason 'it'\\''s patch day'"))) << copied.toStdString();
    EXPECT_TRUE(copied.contains(QStringLiteral("--override single-copy"))) << copied.toStdString();
    EXPECT_TRUE(copied.endsWith(QStringLiteral("--stop-before 04:30 --yes"))) << copied.toStdString();
}

} // namespace
} // namespace drydock::tests
