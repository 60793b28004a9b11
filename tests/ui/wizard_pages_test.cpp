// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What the wizard's pages keep, and what they say of what is old, refused or not to be had.
#include "model/maintenance/messages.h"
#include "tests/support/sample_runs.h"
#include "tests/ui/wizard_fixture.h"
#include "ui/theme/sizes.h"
#include "ui/wizard/panel.h"
#include "ui/wizard/run_text.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QFrame>

namespace drydock::tests {
namespace {

TEST_F(Wizard, TheChoiceOnTheFirstPageSurvivesARefresh)
{
    open(RunKind::Enter);
    auto* target = find<QComboBox>("redirectTarget");
    ASSERT_NE(target, nullptr);
    target->setCurrentIndex(target->count() - 1); // nowhere
    const auto nowhere = target->currentData();
    wizard->setSnapshot(gateway->sharedSnapshot());
    EXPECT_EQ(target->currentData(), nowhere);
    // Another server begins with its own suggestion.
    wizard->choose(ServerName("MAIL2"));
    EXPECT_NE(target->currentData(), nowhere);
}

TEST_F(Wizard, AnOpenListIsNotChangedByARefresh)
{
    open(RunKind::Enter);
    auto* target = find<QComboBox>("redirectTarget");
    ASSERT_GT(target->count(), 1);
    target->showPopup();
    target->view()->setCurrentIndex(target->model()->index(1, 0));
    gateway->change([](auto& snapshot) { snapshot.servers.back().fqdn = "mail9.alwayshotcafe.com"; });
    wizard->setSnapshot(gateway->sharedSnapshot());
    EXPECT_TRUE(target->view()->isVisible());
    EXPECT_EQ(target->view()->currentIndex().row(), 1);
    target->hidePopup();
}

TEST_F(Wizard, ReinstatingOffersNoUndoAndShowsTheReplayQueues)
{
    gateway->change(
        [this](auto& snapshot) { putInMaintenance(snapshot, mail(), clock.now() - std::chrono::minutes(10)); });
    gateway->holdCommand("Set-ServerComponentState");
    open(RunKind::Reinstate);
    toRun();
    ASSERT_TRUE(waitUntil([&] { return gateway->heldCount() > 0; }, 20000));
    EXPECT_EQ(find<QAbstractButton>("undo"), nullptr);
    const auto* copies = find<ui::Panel>("databases");
    ASSERT_NE(copies, nullptr);
    ASSERT_FALSE(copies->lines().isEmpty());
    // A reading is old within 33 ms here, and then the panel asks: read again until the page is as fast.
    const auto waits = [](const auto& line) { return line.text.contains(QStringLiteral("replay queue")); };
    EXPECT_TRUE(waitUntil([&] {
        wizard->setSnapshot(gateway->sharedSnapshot());
        const auto lines = copies->lines();
        return std::any_of(lines.begin(), lines.end(), waits);
    })) << copies->lines().first().text.toStdString();
    gateway->release();
    ASSERT_TRUE(reaches(MaintenanceWizard::ResultId)) << heading().toStdString();
}

TEST_F(WizardInRealTime, RedundancyIsUnknownWhenTheDataIsStale)
{
    gateway->holdCommand("Set-MailboxServer");
    open(RunKind::Enter);
    toRun();
    ASSERT_TRUE(waitUntil([&] { return gateway->heldCount() > 0; }, 20000));
    const auto redundancy = [this] { return find<ui::Panel>("safety")->lines().first(); };
    EXPECT_EQ(redundancy().shape, tables::Shape::CheckPass) << redundancy().text.toStdString();
    wizard->setStale(true);
    EXPECT_EQ(redundancy().shape, tables::Shape::StepUnknown);
    EXPECT_TRUE(redundancy().text.startsWith(QStringLiteral("not known for"))) << redundancy().text.toStdString();
    EXPECT_EQ(find<ui::Panel>("queue")->value(), QStringLiteral("?"));
    wizard->setStale(false);
    EXPECT_EQ(redundancy().shape, tables::Shape::CheckPass);
}

TEST_F(WizardInRealTime, ThePanelsShowTheReadingOfThePreFlightAndItsAge)
{
    gateway->holdCommand("Set-MailboxServer");
    open(RunKind::Enter);
    toRun();
    ASSERT_TRUE(waitUntil([&] { return gateway->heldCount() > 0; }));
    for (const char* name : {"queue", "components", "safety"}) {
        const auto* panel = find<ui::Panel>(name);
        ASSERT_NE(panel, nullptr) << name;
        EXPECT_FALSE(panel->accessibleName().contains(QStringLiteral("not read")))
            << panel->accessibleName().toStdString();
        EXPECT_FALSE(panel->age().isEmpty()) << name;
    }
    const auto lines = find<ui::Panel>("components")->lines();
    ASSERT_FALSE(lines.isEmpty());
    EXPECT_EQ(lines.first().name, QStringLiteral("ServerWideOffline"));
    EXPECT_EQ(lines.first().text, QStringLiteral("Active"));
}

// The choice belongs to the check above it: it stands in the column of its text, and before the rule that follows.
TEST_F(Wizard, TheSettingsToRestoreAreChosenInTheColumnOfTheirCheck)
{
    gateway->change([](auto& snapshot) { putInMaintenance(snapshot, mail(), at(0)); });
    open(RunKind::Reinstate);
    click("next");
    ASSERT_TRUE(enabled("recheck"));
    const auto* item = find<QFrame>("check_original-settings");
    const auto* choice = find<QWidget>("restoreChoice");
    ASSERT_TRUE(item && choice);
    const auto* title = item->findChild<QLabel*>(QStringLiteral("title"));
    EXPECT_EQ(choice->mapTo(wizard.get(), QPoint()).x(), title->mapTo(wizard.get(), QPoint()).x());
    ASSERT_TRUE(item->isAncestorOf(choice));
    EXPECT_GE(item->height() - choice->mapTo(item, QPoint(0, choice->height())).y(), ui::size::betweenControls);
}

class RunWordsTest : public Wizard
{
protected:
    // The Run page, held at the first command; the run's own state is replaced by the one that is shown.
    void openRun()
    {
        gateway->holdCommand("Set-MailboxServer");
        open(RunKind::Enter);
        toRun();
        ASSERT_TRUE(waitUntil([&] { return gateway->heldCount() > 0; }, 20000));
        ASSERT_TRUE(waitUntil([&] {
            const auto& state = wizard->controller().state();
            return state.current < state.steps.size() && state.steps[state.current].status == StepStatus::Running;
        }));
        page = wizard->findChild<ui::RunPage*>();
        run = movingRun(wizard->controller().plan(), clock.now());
    }
    [[nodiscard]] QString about() const { return find<QLabel>("about") ? find<QLabel>("about")->text() : QString(); }
    [[nodiscard]] QString delivery() const
    {
        return find<QLabel>("delivery") ? find<QLabel>("delivery")->text() : QString();
    }
    maintenance::StepState& step() { return run.steps[run.current]; }

    using StepStatus = maintenance::StepStatus;
    using RunPhase = maintenance::RunPhase;
    ui::RunPage* page = nullptr;
    maintenance::RunState run;
};

TEST_F(RunWordsTest, APauseSaysWhetherItIsInsideAStep)
{
    openRun();
    run.phase = RunPhase::Paused;
    page->showRun(run);
    EXPECT_TRUE(about().startsWith(QStringLiteral("Paused inside step 7: its commands were sent")))
        << about().toStdString();
    step() = {};
    page->showRun(run);
    EXPECT_TRUE(about().startsWith(QStringLiteral("Paused before step 7."))) << about().toStdString();
}

TEST_F(RunWordsTest, AnUndoIsHeadedAsOneAndCountsFromItsBeginning)
{
    openRun();
    run.phase = RunPhase::Undoing;
    run.undoDownTo = 0;
    run.current = 2;
    run.startedAt = clock.now() - std::chrono::hours(1);
    step().status = StepStatus::Undoing;
    step().finishedAt.reset();
    step().waitingFor = maintenance::sentence<"requester-state-is">("HubTransport", "Draining", "Maintenance");
    page->showRun(run);
    EXPECT_EQ(heading(), QStringLiteral("Undoing step 3: Drain transport on MAIL"));
    const auto count = find<QLabel>("count")->text();
    EXPECT_TRUE(count.startsWith(QStringLiteral("undoing step 3 of 10 · 00:"))) << count.toStdString();
    EXPECT_EQ(ui::stepElapsed(step(), clock.now()), QString()) << "nothing was sent for it yet";
    step().sent.push_back({0, true, clock.now() - std::chrono::seconds(7), {}, {}});
    EXPECT_EQ(ui::stepElapsed(step(), step().sent.back().at + std::chrono::seconds(7)), QStringLiteral("00:07"));
}

TEST_F(RunWordsTest, ARedirectThatWasNotNeededIsNotShownAsSent)
{
    openRun();
    run = failedRun(wizard->controller().plan(), clock.now());
    run.phase = RunPhase::Running;
    step().status = StepStatus::Waiting;
    step().error.reset();
    page->showRun(run);
    EXPECT_EQ(heading(), QStringLiteral("Waiting for the queues of MAIL to drain"));
    EXPECT_TRUE(delivery().startsWith(QStringLiteral("Not sent"))) << delivery().toStdString();
    step().sent.push_back({0, false, clock.now(), clock.now(), {}});
    page->showRun(run);
    EXPECT_EQ(heading(), QStringLiteral("Redirecting the messages of MAIL"));
    EXPECT_TRUE(delivery().startsWith(QStringLiteral("Sent at"))) << delivery().toStdString();
}

TEST_F(RunWordsTest, ACommandWithoutAnAnswerIsWhatTheStepDoesNow)
{
    openRun();
    step().status = StepStatus::Running;
    step().waitingFor = maintenance::sentence<"move-now-is-not-set">("MAIL"); // read before MoveNow was set
    step().sent = {{0, false, clock.now(), clock.now(), {}}, {1, false, clock.now(), {}, {}}};
    page->showRun(run);
    EXPECT_TRUE(about().startsWith(QStringLiteral("Now: Move-ActiveMailboxDatabase was sent")))
        << about().toStdString();
    step().sent.back().returnedAt = clock.now();
    page->showRun(run);
    EXPECT_TRUE(about().startsWith(QStringLiteral("Now: Move-ActiveMailboxDatabase was answered")))
        << about().toStdString();
}

TEST_F(RunWordsTest, AReadingThatHasNoAnswerIsMentioned)
{
    openRun();
    step().nextPoll = clock.now();
    page->showRun(run);
    EXPECT_TRUE(waitUntil([&] { return about().contains(QStringLiteral("MAIL has not answered the reading for")); }))
        << about().toStdString();
}

TEST_F(Wizard, AnUndoCanBeStopped)
{
    gateway->failNext("Suspend-ClusterNode",
                      domain::Error{domain::ErrorKind::CommandFailed, "Suspend-ClusterNode", "no"});
    open(RunKind::Enter);
    toRun();
    ASSERT_TRUE(asks()) << heading().toStdString();
    gateway->holdCommand("Set-ServerComponentState");
    find<QAbstractItemView>("steps")->setCurrentIndex(find<QAbstractItemView>("steps")->model()->index(0, 1));
    click("askUndo");
    click("accept");
    ASSERT_TRUE(waitUntil([&] { return gateway->heldCount() > 0; }, 20000));
    ASSERT_TRUE(enabled("stop"));
    click("stop");
    EXPECT_EQ(find<QAbstractButton>("stop")->text(), QStringLiteral("Stopping"));
    gateway->release();
    ASSERT_TRUE(reaches(MaintenanceWizard::ResultId)) << heading().toStdString();
    const auto& run = wizard->controller().state();
    EXPECT_EQ(run.phase, maintenance::RunPhase::Stopped);
    EXPECT_TRUE(run.undoDownTo) << "the undo is not over";
}

TEST(RunWords, AFailedStepIsDescribedByItsKindOfError)
{
    maintenance::StepState state;
    state.status = maintenance::StepStatus::Failed;
    state.error = domain::Error{domain::ErrorKind::Quota, "read the organisation",
                                "2150859241: The maximum number of shells", 0, nullptr};
    const auto text = ui::detailText({}, state);
    EXPECT_FALSE(text.contains(QStringLiteral("2150859241"))) << text.toStdString();
    EXPECT_TRUE(text.startsWith(QStringLiteral("The server is refusing for load"))) << text.toStdString();
}

} // namespace
} // namespace drydock::tests
