// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What the wizard's pages keep, and what they say of what is old, refused or not to be had.
#include "tests/ui/wizard_fixture.h"
#include "ui/wizard/panel.h"
#include "ui/wizard/run_text.h"

#include <QAbstractItemView>
#include <QComboBox>

namespace drydock::tests {
namespace {

TEST_F(Wizard, TheChoiceOnTheFirstPageSurvivesARefresh)
{
    open(Direction::Enter);
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
    open(Direction::Enter);
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
    open(Direction::Reinstate);
    toRun();
    ASSERT_TRUE(waitUntil([&] { return gateway->heldCount() > 0; }, 20000));
    EXPECT_EQ(find<QAbstractButton>("undo"), nullptr);
    const auto* copies = find<ui::Panel>("databases");
    ASSERT_NE(copies, nullptr);
    ASSERT_FALSE(copies->lines().isEmpty());
    const auto waits = [](const auto& line) { return line.text.contains(QStringLiteral("replay queue")); };
    const auto lines = copies->lines();
    EXPECT_TRUE(std::any_of(lines.begin(), lines.end(), waits)) << lines.first().text.toStdString();
    gateway->release();
    ASSERT_TRUE(reaches(MaintenanceWizard::ResultId)) << heading().toStdString();
}

TEST_F(Wizard, RedundancyIsUnknownWhenTheDataIsStale)
{
    gateway->holdCommand("Set-MailboxServer");
    open(Direction::Enter);
    toRun();
    ASSERT_TRUE(waitUntil([&] { return gateway->heldCount() > 0; }, 20000));
    const auto redundancy = [this] { return find<ui::Panel>("safety")->lines().first(); };
    EXPECT_EQ(redundancy().shape, tables::Shape::CheckPass) << redundancy().text.toStdString();
    wizard->setStale(true);
    EXPECT_EQ(redundancy().shape, tables::Shape::StepUnknown);
    EXPECT_TRUE(redundancy().text.startsWith(QStringLiteral("not known since"))) << redundancy().text.toStdString();
    wizard->setStale(false);
    EXPECT_EQ(redundancy().shape, tables::Shape::CheckPass);
    gateway->release();
    ASSERT_TRUE(reaches(MaintenanceWizard::ResultId)) << heading().toStdString();
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
