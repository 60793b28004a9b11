// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Every page of the wizard as a picture, light and dark, at its usual and its smallest size, to be looked at.
#include "model/controllers/maintenance_controller.h"
#include "model/maintenance/messages.h"
#include "tests/support/clocks.h"
#include "tests/support/fake_gateway.h"
#include "tests/support/memory_journal_store.h"
#include "tests/support/organisations.h"
#include "tests/support/qt_test.h"
#include "tests/support/sample_runs.h"
#include "tests/support/snapshot_changes.h"
#include "tests/ui/shots.h"
#include "ui/theme/sizes.h"
#include "ui/wizard/maintenance_wizard.h"
#include "ui/wizard/result_page.h"
#include "ui/wizard/resume_dialog.h"
#include "ui/wizard/run_later_dialog.h"
#include "ui/wizard/run_page.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

#include <gtest/gtest.h>

namespace drydock::tests {
namespace {

using maintenance::RunKind;
using ui::MaintenanceWizard;

constexpr QSize usual{1080, 720};
constexpr QSize smallest{860, 600};
constexpr qreal scale = 2;

struct Stage {
    explicit Stage(bool dark, RunKind runKind) : theme(dark ? ui::Theme::Mode::Dark : ui::Theme::Mode::Light)
    {
        QApplication::setFont(QFont(QStringLiteral("Noto Sans"), 10));
        theme.apply();
        if (runKind == RunKind::Reinstate)
            gateway->change(
                [this](auto& snapshot) { putInMaintenance(snapshot, mail(), clock.now() - std::chrono::minutes(10)); });
        auto controller = std::make_unique<controllers::MaintenanceController>(gateway, journals, clock);
        wizard = std::make_unique<MaintenanceWizard>(std::move(controller), theme, clock, runKind);
        wizard->setSnapshot(gateway->sharedSnapshot());
        wizard->choose(mail());
        wizard->show();
        wizard->findChild<QLineEdit*>(QStringLiteral("reason"))->setText(QStringLiteral("Cumulative update 15"));
        wizard->findChild<QLineEdit*>(QStringLiteral("changeNumber"))->setText(QStringLiteral("CHG-20417"));
    }

    // To the next page, as soon as that is possible; what blocks is overridden.
    void next()
    {
        const auto id = wizard->currentId();
        const bool moved = waitUntil([&] {
            for (auto* line : wizard->findChildren<QLineEdit*>(QStringLiteral("override")))
                line->setText(QStringLiteral("MAIL"));
            for (const auto which : {QWizard::NextButton, QWizard::CommitButton}) {
                auto* button = wizard->button(which);
                if (wizard->currentId() == id && button->isVisible() && button->isEnabled()) button->click();
            }
            return wizard->currentId() != id;
        });
        ASSERT_TRUE(moved) << "stays on page " << id;
    }
    // Until the checks are there.
    void settle()
    {
        const auto* button = wizard->findChild<QAbstractButton*>(QStringLiteral("recheck"));
        ASSERT_TRUE(waitUntil([&] { return button->isEnabled(); }));
    }

    ManualClock clock{at(0)};
    ui::Theme theme;
    std::shared_ptr<FakeGateway> gateway = std::make_shared<FakeGateway>(threeMemberSnapshot(), &clock);
    MemoryJournalStore journals;
    std::unique_ptr<MaintenanceWizard> wizard;
};

void save(QWidget& widget, const QString& name, QSize size)
{
    const auto image = shoot(widget, QStringLiteral("wizard_%1_%2").arg(name).arg(size.width()), size, scale);
    // What does not fit must scroll, not push the window open.
    EXPECT_LE(widget.width(), size.width()) << name.toStdString();
    EXPECT_LE(widget.height(), size.height()) << name.toStdString();
    EXPECT_GT(colours(image), 20) << name.toStdString();
}

class WizardShots : public ::testing::TestWithParam<bool>
{
protected:
    void show(QWidget& widget, const char* name) const
    {
        const QString full = QLatin1String(name) + (GetParam() ? QLatin1String("_dark") : QLatin1String("_light"));
        save(widget, full, smallest);
        save(widget, full, usual);
    }
};

TEST_P(WizardShots, ThePagesBeforeTheRunFit)
{
    for (const auto runKind : {RunKind::Enter, RunKind::Reinstate}) {
        const bool enter = runKind == RunKind::Enter;
        Stage stage(GetParam(), runKind);
        show(*stage.wizard, enter ? "1_target" : "reinstate_1_target");
        stage.wizard->next();
        stage.settle();
        show(*stage.wizard, enter ? "2_preflight" : "reinstate_2_preflight");
        for (auto* toggle : stage.wizard->findChildren<QToolButton*>(QStringLiteral("details"))) {
            toggle->setChecked(true);
            if (enter) break;
        }
        for (auto* line : stage.wizard->findChildren<QLineEdit*>(QStringLiteral("override")))
            line->setText(QStringLiteral("MAIL"));
        show(*stage.wizard, enter ? "2b_overridden" : "reinstate_2b_details");
        if (auto* restore = stage.wizard->findChild<QPushButton*>(QStringLiteral("restoreThese"))) {
            restore->click();
            stage.settle();
            show(*stage.wizard, "reinstate_2c_chosen");
        }
        stage.next();
        show(*stage.wizard, enter ? "3_plan" : "reinstate_3_plan");
    }
}

TEST_P(WizardShots, TheRunPageFits)
{
    Stage stage(GetParam(), RunKind::Enter);
    stage.gateway->change([](auto& snapshot) { snapshot.queues.front().messageCount = 61; });
    stage.next();
    stage.next();
    // Holds the run at its first command, so that what is shown is what is set here.
    stage.gateway->holdCommand("Set-MailboxServer");
    stage.next();
    ASSERT_TRUE(waitUntil([&] { return stage.wizard->currentId() == MaintenanceWizard::RunId; }));
    ASSERT_TRUE(waitUntil([&] { return stage.gateway->heldCount() > 0; }));
    // The state signalled with the sending is the last one until the answer arrives.
    const auto& run = stage.wizard->controller().state();
    ASSERT_TRUE(waitUntil([&] {
        return run.current < run.steps.size() && run.steps[run.current].status == maintenance::StepStatus::Running;
    }));
    auto* page = stage.wizard->findChild<ui::RunPage*>();
    const auto plan = stage.wizard->controller().plan();
    page->readSnapshot(stage.gateway->sharedSnapshot(), ui::SnapshotOrigin::OfTheWindow);
    for (const int left : {61, 60, 58, 58, 54, 49, 46, 41, 39, 37}) {
        stage.clock.advance(std::chrono::seconds(24));
        auto reading = stage.gateway->snapshot();
        reading.takenAt = stage.clock.now();
        reading.queues.front().messageCount = left;
        page->readSnapshot(std::make_shared<const domain::DagSnapshot>(reading), ui::SnapshotOrigin::OfTheRun);
        page->showRun(movingRun(plan, stage.clock.now(), left));
    }
    stage.clock.advance(std::chrono::seconds(4));
    page->showRun(movingRun(plan, stage.clock.now(), 37));
    show(*stage.wizard, "4_run");
    auto undone = movingRun(plan, stage.clock.now(), 37);
    undone.phase = maintenance::RunPhase::Undoing;
    undone.undoDownTo = 0;
    undone.current = 2;
    undone.steps[2].status = maintenance::StepStatus::Undoing;
    undone.steps[2].sent = {{0, true, stage.clock.now() - std::chrono::seconds(3), {}, {}}};
    page->showRun(undone);
    show(*stage.wizard, "4d_undo");
    page->showRun(failedRun(plan, stage.clock.now()));
    show(*stage.wizard, "4b_failed");
    page->showRun(unknownRun(plan, stage.clock.now()));
    show(*stage.wizard, "4c_unknown");
    auto lost = movingRun(plan, stage.clock.now(), 37);
    page->showRun(lost);
    stage.clock.advance(std::chrono::seconds(100));
    lost.steps[lost.current].waitingFor = maintenance::sentence<"an-answer-after">("Get-MailboxServer: unreachable");
    page->showRun(lost);
    show(*stage.wizard, "4e_lost");
    stage.gateway->release();
}

TEST_P(WizardShots, TheResultPageFits)
{
    Stage stage(GetParam(), RunKind::Enter);
    stage.next();
    stage.next();
    const auto plan = stage.wizard->controller().plan();
    auto& page = *stage.wizard->findChild<ui::ResultPage*>();
    ui::ServerFacts before;
    ui::ServerFacts after;
    before.read(*stage.gateway->sharedSnapshot(), mail());
    stage.gateway->change(
        [&](auto& snapshot) { putInMaintenance(snapshot, mail(), stage.clock.now() - std::chrono::minutes(10)); });
    after.read(*stage.gateway->sharedSnapshot(), mail());
    page.setBefore(before);
    page.setAfter(after);
    page.showRun(finishedRun(plan, stage.clock.now()));
    stage.wizard->setStartId(MaintenanceWizard::ResultId);
    stage.wizard->restart();
    show(*stage.wizard, "5_result");
    page.showRun(stoppedRun(plan, stage.clock.now()));
    show(*stage.wizard, "5b_stopped");
}

TEST_P(WizardShots, TheResumeDialogFits)
{
    Stage stage(GetParam(), RunKind::Enter);
    stage.next();
    stage.next();
    const auto plan = stage.wizard->controller().plan();
    const domain::Error damaged{domain::ErrorKind::Corrupt, "read the journal", "line 7: checksum"};
    const auto unknown = unknownRun(plan, stage.clock.now());
    stage.journals.addListing(unknown);
    const std::vector<ports::RunListing> runs{{maintenance::summaryOf(unknown), false, {}, "a.journal"},
                                              {{}, false, damaged, "2026-11-20T20-00-00-MAIL3-enter.journal"}};
    ui::ResumeDialog dialog(stage.theme, runs, stage.journals);
    EXPECT_EQ(dialog.count(), 2);
    dialog.show();
    show(dialog, "6_resume");
}

TEST_P(WizardShots, TheLinesForASchedulerFit)
{
    controllers::ScheduledRun run;
    run.request.server = mail();
    run.request.reason = QStringLiteral("cumulative update 15");
    run.connection = {QStringLiteral("--profile"), QStringLiteral("Contoso")};
    run.stopBefore = QTime(4, 0);
    Stage stage(GetParam(), RunKind::Enter);
    ui::RunLaterDialog dialog(stage.theme, run, QDateTime(QDate(2026, 11, 22), QTime(16, 0)));
    dialog.show();
    show(dialog, "3b_later");
}

INSTANTIATE_TEST_SUITE_P(LightAndDark, WizardShots, ::testing::Bool(),
                         [](const auto& mode) { return mode.param ? "dark" : "light"; });

} // namespace
} // namespace drydock::tests
