// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The wizard by keyboard and mouse: both ways, what blocks, stopping, failing, undoing, closing, and what a screen
// reader says.
#include "model/controllers/maintenance_controller.h"
#include "model/domain/server_state.h"
#include "tests/support/qt_test.h"
#include "tests/ui/wizard_fixture.h"
#include "ui/widgets/inline_message.h"
#include "ui/wizard/maintenance_wizard.h"
#include "ui/wizard/panel.h"
#include "ui/wizard/resume_dialog.h"
#include "ui/wizard/run_page.h"
#include "ui/wizard/step_card.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>
#include <gtest/gtest.h>

namespace drydock::tests {
namespace {

TEST_F(Wizard, SuggestsATargetByItsFullName)
{
    open(RunKind::Enter);
    const auto* target = find<QComboBox>("redirectTarget");
    ASSERT_NE(target, nullptr);
    EXPECT_EQ(target->currentData().toString(), QStringLiteral("MAIL2.alwayshotcafe.com"));
    EXPECT_TRUE(wizard->windowTitle().contains(QStringLiteral("Put MAIL into maintenance")));
}

TEST_F(Wizard, ABlockIsOverriddenOnlyByTypingTheServerName)
{
    open(RunKind::Enter);
    click("next");
    ASSERT_TRUE(enabled("recheck"));
    EXPECT_FALSE(find<QAbstractButton>("next")->isEnabled());
    ASSERT_NE(find<QLabel>("waitingFor"), nullptr);
    EXPECT_FALSE(find<QLabel>("waitingFor")->text().isEmpty());
    EXPECT_FALSE(find<QAbstractButton>("next")->toolTip().isEmpty());
    auto* line = find<QLineEdit>("override");
    ASSERT_NE(line, nullptr);
    QTest::keyClicks(line, QStringLiteral("MAIL2"));
    EXPECT_FALSE(find<QAbstractButton>("next")->isEnabled());
    QTest::keyClick(line, Qt::Key_Backspace);
    EXPECT_TRUE(find<QAbstractButton>("next")->isEnabled());
    EXPECT_EQ(find<QLabel>("waitingFor"), nullptr);
    EXPECT_EQ(heading(), QStringLiteral("MAIL is ready for maintenance, with warnings"));
    // What was typed holds for the same finding read again, and not for another one.
    click("recheck");
    EXPECT_TRUE(enabled("next"));
    gateway->change([](auto& snapshot) {
        auto second = snapshot.databases.back();
        second.name = domain::DatabaseName("DB-other");
        snapshot.databases.push_back(second);
    });
    click("recheck");
    ASSERT_TRUE(enabled("recheck"));
    EXPECT_FALSE(find<QAbstractButton>("next")->isEnabled());
}

TEST_F(Wizard, AFailedReadingIsShownAndCanBeRepeated)
{
    gateway->failReads(domain::Error{domain::ErrorKind::Unreachable, "read the group", "connection refused"});
    open(RunKind::Enter);
    click("next");
    ASSERT_TRUE(enabled("recheck"));
    auto* message = find<ui::InlineMessage>("inlineMessage");
    ASSERT_NE(message, nullptr);
    EXPECT_FALSE(message->text().heading.isEmpty());
    EXPECT_FALSE(message->text().meaning.isEmpty());
    EXPECT_FALSE(message->text().advice.isEmpty());
    EXPECT_TRUE(message->text().details.contains(QStringLiteral("connection refused")));
    EXPECT_FALSE(find<QAbstractButton>("next")->isEnabled());
    gateway->failReads({});
    click("recheck");
    ASSERT_TRUE(enabled("recheck"));
    EXPECT_EQ(find<ui::InlineMessage>("inlineMessage"), nullptr);
}

TEST_F(Wizard, ThePlanIsStartedByItsButtonAndNotByReturn)
{
    open(RunKind::Enter);
    toPlan();
    click("copyScript");
    EXPECT_TRUE(QApplication::clipboard()->text().contains(QStringLiteral("Set-ServerComponentState")));
    QTest::keyClick(wizard.get(), Qt::Key_Return);
    EXPECT_EQ(wizard->currentId(), MaintenanceWizard::PlanId);
    EXPECT_TRUE(gateway->sent().empty());
    click("back");
    EXPECT_EQ(wizard->currentId(), MaintenanceWizard::PreflightId);
}

TEST_F(Wizard, ACheckThatBlocksMeanwhileIsShownInsteadOfAStart)
{
    open(RunKind::Enter);
    toPlan();
    gateway->change([](auto& snapshot) { snapshot.setupRunning.insert(mail()); });
    click("start");
    ASSERT_TRUE(reaches(MaintenanceWizard::PreflightId));
    EXPECT_TRUE(gateway->sent().empty());
    EXPECT_TRUE(journals.list()->empty());
}

TEST_F(Wizard, APlanThatChangedMeanwhileIsShownInsteadOfAStart)
{
    open(RunKind::Enter);
    toPlan();
    gateway->change([](auto& snapshot) { setPolicy(snapshot, mail(), domain::AutoActivationPolicy::Unrestricted); });
    click("start");
    ASSERT_TRUE(waitUntil([&] { return find<ui::InlineMessage>("inlineMessage") != nullptr; }, 20000));
    EXPECT_EQ(find<ui::InlineMessage>("inlineMessage")->text().heading, QStringLiteral("The plan has changed"));
    EXPECT_EQ(wizard->currentId(), MaintenanceWizard::PlanId);
    EXPECT_TRUE(gateway->sent().empty());
    click("start");
    EXPECT_TRUE(reaches(MaintenanceWizard::RunId)) << "what was looked at again is started";
}

TEST_F(Wizard, TakesAServerIntoMaintenanceAndBack)
{
    open(RunKind::Enter);
    toRun();
    EXPECT_EQ(find<QAbstractButton>("back"), nullptr);
    ASSERT_TRUE(reaches(MaintenanceWizard::ResultId)) << heading().toStdString();
    EXPECT_EQ(heading(), QStringLiteral("MAIL is in maintenance"));
    EXPECT_EQ(server().autoActivationPolicy, domain::AutoActivationPolicy::Blocked);
    EXPECT_EQ(domain::stateOf(*last, mail()), domain::ServerState::InMaintenance);
    QSignalSpy reinstate(wizard.get(), &MaintenanceWizard::reinstateRequested);
    click("reinstate");
    EXPECT_EQ(reinstate.count(), 1);

    open(RunKind::Reinstate);
    EXPECT_EQ(find<QComboBox>("redirectTarget"), nullptr);
    toRun();
    ASSERT_TRUE(reaches(MaintenanceWizard::ResultId)) << heading().toStdString();
    EXPECT_EQ(heading(), QStringLiteral("MAIL is back in service"));
    // What it was before, and not the documented default.
    EXPECT_EQ(server().autoActivationPolicy, domain::AutoActivationPolicy::IntrasiteOnly);
    EXPECT_EQ(domain::stateOf(*last, mail()), domain::ServerState::Serving);
}

TEST_F(Wizard, WithoutARecordTheSettingsToRestoreAreChosen)
{
    gateway->change([](auto& snapshot) { putInMaintenance(snapshot, mail(), at(0)); }); // by hand: Blocked, MoveNow
    open(RunKind::Reinstate);
    click("next");
    ASSERT_TRUE(enabled("recheck"));
    EXPECT_FALSE(find<QAbstractButton>("next")->isEnabled()) << "nothing is restored that was not chosen";
    auto* policy = find<QComboBox>("restoredPolicy");
    ASSERT_NE(policy, nullptr);
    EXPECT_EQ(policy->currentText(), QStringLiteral("Blocked")) << "as it is now";
    policy->setCurrentText(QStringLiteral("IntrasiteOnly"));
    find<QComboBox>("restoredMoveNow")->setCurrentIndex(0);
    click("restoreThese");
    ASSERT_TRUE(enabled("next"));
    ASSERT_TRUE(waitUntil([&] { return find<QComboBox>("restoredPolicy"); })) << "what is chosen can be changed";
    EXPECT_EQ(find<QComboBox>("restoredPolicy")->currentText(), QStringLiteral("IntrasiteOnly"));
    click("next");
    click("start");
    ASSERT_TRUE(reaches(MaintenanceWizard::ResultId)) << heading().toStdString();
    EXPECT_EQ(server().autoActivationPolicy, domain::AutoActivationPolicy::IntrasiteOnly);
    EXPECT_FALSE(server().activationDisabledAndMoveNow);
}

TEST_F(Wizard, ATimeOutChosenOnThePlanIsThatOfTheRun)
{
    gateway->holdCommand("Set-MailboxServer");
    open(RunKind::Enter);
    toPlan();
    auto* minutes = find<ui::StepCard>("step_2")->findChild<QSpinBox*>(QStringLiteral("timeout"));
    ASSERT_NE(minutes, nullptr);
    EXPECT_EQ(minutes->value(), 2);
    minutes->setValue(45);
    click("start");
    ASSERT_TRUE(reaches(MaintenanceWizard::RunId)) << "the plan is the one that was reviewed";
    ASSERT_TRUE(waitUntil([&] { return gateway->heldCount() > 0; }));
    EXPECT_EQ(wizard->controller().state().plan.steps[1].timeout, std::chrono::minutes(45));
    gateway->release();
    ASSERT_TRUE(reaches(MaintenanceWizard::ResultId)) << heading().toStdString();
}

TEST_F(Wizard, StopsAfterTheStepAndContinuesLater)
{
    gateway->holdCommand("Set-MailboxServer");
    open(RunKind::Enter);
    toRun();
    ASSERT_TRUE(waitUntil([&] { return gateway->heldCount() > 0; }));
    EXPECT_TRUE(wizard->windowTitle().contains(QStringLiteral("step")));
    ASSERT_TRUE(enabled("stop"));
    click("stop");
    EXPECT_TRUE(waitUntil([&] { return !find<QAbstractButton>("stop")->isEnabled(); }));
    gateway->release();
    ASSERT_TRUE(reaches(MaintenanceWizard::ResultId)) << heading().toStdString();
    EXPECT_EQ(gateway->sent().size(), 1U);
    ASSERT_NE(find<QAbstractButton>("continueRun"), nullptr);
    click("continueRun");
    EXPECT_EQ(wizard->currentId(), MaintenanceWizard::RunId);
    ASSERT_TRUE(reaches(MaintenanceWizard::ResultId)) << heading().toStdString();
    EXPECT_EQ(heading(), QStringLiteral("MAIL is in maintenance"));
}

TEST_F(Wizard, OneCheckCanBeRepeatedByItself)
{
    open(RunKind::Enter);
    click("next");
    ASSERT_TRUE(enabled("recheck"));
    auto* row = find<QPushButton>("recheckOne");
    ASSERT_NE(row, nullptr);
    row->click();
    EXPECT_FALSE(find<QAbstractButton>("recheck")->isEnabled());
    ASSERT_TRUE(enabled("recheck"));
    const auto there = [this] {
        return find<QPushButton>("recheckOne") && find<QPushButton>("recheckOne")->hasFocus();
    };
    EXPECT_TRUE(waitUntil(there));
}

TEST_F(Wizard, APauseIsConfirmedAtOnce)
{
    gateway->holdCommand("Set-MailboxServer");
    open(RunKind::Enter);
    toRun();
    ASSERT_TRUE(waitUntil([&] { return gateway->heldCount() > 0; }));
    const auto about = [this] { return find<QLabel>("about") ? find<QLabel>("about")->text() : QString(); };
    click("pause");
    EXPECT_TRUE(about().startsWith(QStringLiteral("Pauses when"))) << about().toStdString();
    EXPECT_EQ(find<QAbstractButton>("pause")->text(), QStringLiteral("Do not &pause"));
    click("pause");
    EXPECT_FALSE(about().startsWith(QStringLiteral("Pauses when"))) << about().toStdString();
    click("pause");
    gateway->release();
    ASSERT_TRUE(
        waitUntil([&] { return find<QAbstractButton>("pause")->text() == QStringLiteral("&Continue"); }, 20000));
    EXPECT_EQ(find<QAbstractButton>("stop")->text(), QStringLiteral("&Stop here"));
    click("pause");
    ASSERT_TRUE(reaches(MaintenanceWizard::ResultId)) << heading().toStdString();
}

TEST_F(Wizard, APartialUndoListsTheStepsThatRemain)
{
    gateway->failNext("Suspend-ClusterNode",
                      domain::Error{domain::ErrorKind::CommandFailed, "Suspend-ClusterNode", "no"});
    open(RunKind::Enter);
    toRun();
    ASSERT_TRUE(asks()) << heading().toStdString();
    auto* steps = find<QListView>("steps");
    steps->setCurrentIndex(steps->model()->index(2, steps->modelColumn())); // the second step, Block activation, stays
    click("askUndo");
    click("accept");
    ASSERT_TRUE(reaches(MaintenanceWizard::ResultId)) << heading().toStdString();
    EXPECT_TRUE(heading().startsWith(QStringLiteral("MAIL is half-way: undone back to step 3")))
        << heading().toStdString();
    const auto open = find<ui::Panel>("open")->lines();
    EXPECT_TRUE(std::any_of(open.begin(), open.end(),
                            [](const auto& line) { return line.name.contains(QStringLiteral("Block activation")); }));
    EXPECT_EQ(server().autoActivationPolicy, domain::AutoActivationPolicy::Blocked);
    click("undoRun");
    ASSERT_NE(find<QMessageBox>("question"), nullptr);
    click("accept");
    ASSERT_TRUE(waitUntil([&] { return heading() == QStringLiteral("The changes to MAIL were undone"); }, 20000))
        << heading().toStdString();
}

TEST_F(Wizard, AFailedStepAsksAndCanBeRetried)
{
    gateway->failNext("Suspend-ClusterNode",
                      domain::Error{domain::ErrorKind::CommandFailed, "Suspend-ClusterNode", "Access is denied (5)"});
    open(RunKind::Enter);
    toRun();
    ASSERT_TRUE(asks()) << heading().toStdString();
    auto* message = find<ui::InlineMessage>("inlineMessage");
    ASSERT_NE(message, nullptr);
    EXPECT_TRUE(message->text().heading.contains(QStringLiteral("Pause the cluster node")));
    EXPECT_FALSE(message->text().meaning.isEmpty());
    EXPECT_FALSE(message->text().advice.isEmpty());
    EXPECT_TRUE(message->text().details.contains(QStringLiteral("Access is denied (5)")));
    EXPECT_TRUE(message->text().meaning.startsWith(QStringLiteral("Suspend-ClusterNode: Access is denied (5)")))
        << "the words of the server come first: " << message->text().meaning.toStdString();
    EXPECT_FALSE(find<QAbstractButton>("stop")->isEnabled());
    EXPECT_EQ(find<QPushButton>("sendAgain"), nullptr) << "a server refused it: trying again is enough";
    click("tryAgain");
    ASSERT_TRUE(reaches(MaintenanceWizard::ResultId)) << heading().toStdString();
    EXPECT_EQ(heading(), QStringLiteral("MAIL is in maintenance"));
}

TEST_F(Wizard, AnUnknownOutcomeIsShownAndCheckedAgain)
{
    gateway->failNext("Suspend-ClusterNode", domain::Error{domain::ErrorKind::OutcomeUnknown, "Suspend-ClusterNode",
                                                           "the connection closed before the answer"});
    open(RunKind::Enter);
    toRun();
    ASSERT_TRUE(asks()) << heading().toStdString();
    auto* message = find<ui::InlineMessage>("inlineMessage");
    ASSERT_NE(message, nullptr);
    EXPECT_TRUE(message->text().heading.startsWith(QStringLiteral("It is not known whether")))
        << message->text().heading.toStdString();
    EXPECT_FALSE(message->text().meaning.isEmpty());
    EXPECT_FALSE(message->text().advice.isEmpty());
    EXPECT_EQ(find<QPushButton>("tryAgain")->text(), QStringLiteral("&Look again"));
    // It took effect after all.
    gateway->change([](auto& snapshot) { nodeOf(snapshot, mail()).state = domain::nodeState("Paused"); });
    click("tryAgain");
    ASSERT_TRUE(reaches(MaintenanceWizard::ResultId)) << heading().toStdString();
    EXPECT_EQ(gateway->timesSent("Suspend-ClusterNode"), 1);
}

TEST_F(Wizard, ACommandWithoutEffectIsSentAgainByASeparateButton)
{
    gateway->failNext("Suspend-ClusterNode",
                      domain::Error{domain::ErrorKind::OutcomeUnknown, "Suspend-ClusterNode", "no answer"});
    open(RunKind::Enter);
    toRun();
    ASSERT_TRUE(asks()) << heading().toStdString();
    const auto before = gateway->timesSent("Suspend-ClusterNode");
    ASSERT_NE(find<QPushButton>("sendAgain"), nullptr) << "readings showed that the node is up";
    click("sendAgain");
    ASSERT_TRUE(reaches(MaintenanceWizard::ResultId)) << heading().toStdString();
    EXPECT_EQ(heading(), QStringLiteral("MAIL is in maintenance"));
    EXPECT_EQ(gateway->timesSent("Suspend-ClusterNode"), before + 1);
}

TEST_F(Wizard, AServerThatDisappearsDuringTheRunIsShownAndAwaited)
{
    gateway->holdCommand("Suspend-ClusterNode");
    open(RunKind::Enter);
    toRun();
    ASSERT_TRUE(waitUntil([&] { return gateway->heldCount() > 0; }, 20000));
    gateway->failReads(domain::Error{domain::ErrorKind::Unreachable, "read the cluster", "connection refused"});
    gateway->release();
    ASSERT_TRUE(asks()) << heading().toStdString();
    auto* message = find<ui::InlineMessage>("inlineMessage");
    ASSERT_NE(message, nullptr);
    EXPECT_FALSE(message->text().meaning.isEmpty());
    EXPECT_FALSE(message->text().advice.isEmpty());
    EXPECT_TRUE(message->text().details.contains(QStringLiteral("connection refused")))
        << message->text().details.toStdString();
    gateway->failReads({});
    click("tryAgain");
    ASSERT_TRUE(reaches(MaintenanceWizard::ResultId)) << heading().toStdString();
    EXPECT_EQ(heading(), QStringLiteral("MAIL is in maintenance"));
}

TEST_F(Wizard, UndoesWhatItDid)
{
    gateway->failNext("Suspend-ClusterNode",
                      domain::Error{domain::ErrorKind::CommandFailed, "Suspend-ClusterNode", "no"});
    open(RunKind::Enter);
    toRun();
    ASSERT_TRUE(asks()) << heading().toStdString();
    auto* steps = find<QListView>("steps");
    ASSERT_NE(steps, nullptr);
    steps->setFocus();
    QTest::keyClick(steps, Qt::Key_Home);
    click("askUndo");
    auto* question = find<QMessageBox>("question");
    ASSERT_NE(question, nullptr);
    EXPECT_TRUE(question->informativeText().contains(QStringLiteral("Block activation")));
    click("accept");
    ASSERT_TRUE(reaches(MaintenanceWizard::ResultId)) << heading().toStdString();
    EXPECT_EQ(server().autoActivationPolicy, domain::AutoActivationPolicy::IntrasiteOnly);
    EXPECT_EQ(domain::stateOf(*last, mail()), domain::ServerState::Serving);
}

TEST_F(Wizard, ClosingDuringTheRunAsksFirst)
{
    gateway->holdCommand("Set-MailboxServer");
    open(RunKind::Enter);
    toRun();
    ASSERT_TRUE(waitUntil([&] { return gateway->heldCount() > 0; }));
    EXPECT_FALSE(wizard->close());
    EXPECT_TRUE(wizard->isVisible());
    ASSERT_NE(find<QMessageBox>("question"), nullptr);
    click("reject");
    ASSERT_TRUE(waitUntil([&] { return find<QMessageBox>("question") == nullptr; }));
    QTest::keyClick(wizard.get(), Qt::Key_Escape);
    ASSERT_NE(find<QMessageBox>("question"), nullptr);
    click("accept");
    gateway->release();
    ASSERT_TRUE(reaches(MaintenanceWizard::ResultId)) << heading().toStdString();
    EXPECT_EQ(gateway->sent().size(), 1U);
    EXPECT_TRUE(wizard->close());
}

TEST_F(Wizard, AnInterruptedRunIsListedAndContinued)
{
    gateway->holdCommand("Suspend-ClusterNode");
    open(RunKind::Enter);
    toRun();
    ASSERT_TRUE(waitUntil([&] { return gateway->heldCount() > 0; }, 20000));
    wizard.reset(); // as a crash leaves it: the command was sent, no answer was seen
    gateway->release();

    const auto runs = journals.list();
    ASSERT_TRUE(runs.has_value());
    ui::ResumeDialog dialog(theme, *runs, journals);
    ASSERT_EQ(dialog.count(), 1);
    dialog.show();
    QString chosen;
    QObject::connect(&dialog, &ui::ResumeDialog::chosen, &dialog, [&](const QString& id, ui::ResumeChoice choice) {
        if (choice == ui::ResumeChoice::Continue) chosen = id;
    });
    QTest::mouseClick(dialog.findChild<QAbstractButton*>(QStringLiteral("continue")), Qt::LeftButton);
    ASSERT_FALSE(chosen.isEmpty());
    open(RunKind::Enter);
    const auto resumed = wizard->resumeRun(chosen.toStdString(), ui::ResumeChoice::Continue);
    ASSERT_TRUE(resumed.has_value()) << resumed.error().summary();
    ASSERT_TRUE(reaches(MaintenanceWizard::ResultId)) << heading().toStdString();
    EXPECT_EQ(heading(), QStringLiteral("MAIL is in maintenance"));
    // Verified by reading, not sent again.
    EXPECT_EQ(gateway->timesSent("Suspend-ClusterNode"), 1);
}

// What a screen reader says, and no text that could be taken for markup.
void walk(const QWidget& top)
{
    for (const auto* widget : top.findChildren<QWidget*>()) {
        if (!widget->isVisible()) continue;
        const std::string who =
            std::string(widget->metaObject()->className()) + " " + widget->objectName().toStdString();
        if (const auto* label = qobject_cast<const QLabel*>(widget)) {
            EXPECT_EQ(label->textFormat(), Qt::PlainText) << who << " " << label->text().toStdString();
        }
        if ((widget->focusPolicy() & Qt::TabFocus) == 0) continue;
        if (qobject_cast<const QLabel*>(widget)) continue;
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        EXPECT_TRUE(named) << who << " has no name";
    }
}

TEST_F(Wizard, EveryControlHasANameAndEveryTextIsPlain)
{
    gateway->holdCommand("Set-MailboxServer");
    open(RunKind::Enter);
    walk(*wizard);
    click("next");
    ASSERT_TRUE(enabled("recheck"));
    for (auto* toggle : wizard->findChildren<QToolButton*>(QStringLiteral("details")))
        toggle->setChecked(true);
    walk(*wizard);
    QTest::keyClicks(find<QLineEdit>("override"), QStringLiteral("mail"));
    click("next");
    walk(*wizard);
    click("start");
    ASSERT_TRUE(waitUntil([&] { return gateway->heldCount() > 0; }));
    walk(*wizard);
    gateway->release();
    ASSERT_TRUE(reaches(MaintenanceWizard::ResultId)) << heading().toStdString();
    walk(*wizard);
}

} // namespace
} // namespace drydock::tests
