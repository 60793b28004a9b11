// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The window of a rolling maintenance: its choices, a campaign with the operator's word between in and out, and the
// choices of a run that asks.
#include "model/controllers/campaign_controller.h"
#include "model/services/campaign_file_store.h"
#include "tests/ui/shots.h"
#include "tests/ui/wizard_fixture.h"
#include "ui/wizard/campaign_window.h"

#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QTemporaryDir>

namespace drydock::tests {
namespace {

using maintenance::CampaignStage;
using maintenance::Outcome;
using maintenance::RunPhase;
using maintenance::StageStatus;

class CampaignWindowTest : public ::testing::Test
{
protected:
    CampaignWindowTest()
    {
        theme.apply();
        auto runs = std::make_unique<controllers::MaintenanceController>(gateway, journals, clock);
        auto campaign =
            std::make_unique<controllers::CampaignController>(*runs, gateway->another(), journals, campaigns, clock);
        window = std::make_unique<ui::CampaignWindow>(std::move(runs), std::move(campaign), theme, clock);
        window->choose(*gateway->sharedSnapshot(), gateway->sharedSnapshot()->groups.front().name);
        window->show();
    }
    template <class Widget> Widget* child(const char* name) const
    {
        return window->findChild<Widget*>(QString::fromLatin1(name));
    }
    void click(const char* name)
    {
        auto* button = child<QPushButton>(name);
        ASSERT_NE(button, nullptr);
        ASSERT_TRUE(button->isVisible() && button->isEnabled()) << name;
        button->click();
    }
    // Chooses this server alone, with health steady at once.
    void chooseOnly(const char* server)
    {
        auto* list = child<QListWidget>("servers");
        for (int row = 0; row < list->count(); ++row)
            list->item(row)->setCheckState(list->item(row)->text() == QLatin1String(server) ? Qt::Checked
                                                                                            : Qt::Unchecked);
        child<QSpinBox>("steady")->setValue(0);
    }
    [[nodiscard]] const maintenance::CampaignState& state() const { return window->campaign().state(); }
    [[nodiscard]] bool rests() const
    {
        return waitUntil([&] { return !state().id.empty() && !window->campaign().running(); }, 30000);
    }

    ScaledClock clock{at(0), 300};
    ui::Theme theme{ui::Theme::Mode::Light};
    std::shared_ptr<FakeGateway> gateway = std::make_shared<FakeGateway>(threeMemberSnapshot(), &clock);
    MemoryJournalStore journals;
    QTemporaryDir folder;
    services::CampaignFileStore campaigns{folder.path()};
    std::unique_ptr<ui::CampaignWindow> window;
};

TEST_F(CampaignWindowTest, TheServersOfTheGroupAreOfferedAndNoneIsAnError)
{
    auto* list = child<QListWidget>("servers");
    EXPECT_EQ(list->count(), 3);
    for (int row = 0; row < list->count(); ++row)
        list->item(row)->setCheckState(Qt::Unchecked);
    click("start");
    EXPECT_TRUE(child<QLabel>("problem")->isVisible());
    EXPECT_TRUE(state().id.empty());
    shoot(*window, QStringLiteral("rolling_choices"), window->size());
}

TEST_F(CampaignWindowTest, AServerGoesInAndComesBackAtTheOperatorsWord)
{
    chooseOnly("MAIL2");
    click("start");
    ASSERT_TRUE(rests());
    ASSERT_TRUE(state().waitsForOperator()) << child<QLabel>("problem")->text().toStdString();
    EXPECT_FALSE(child<QPushButton>("again")->isVisible());
    shoot(*window, QStringLiteral("rolling_waits"), window->size());
    click("continue");
    ASSERT_TRUE(waitUntil([&] { return state().phase == RunPhase::Finished; }, 30000))
        << child<QLabel>("problem")->text().toStdString();
    EXPECT_EQ(state().outcome, Outcome::Succeeded);
    EXPECT_FALSE(child<QPushButton>("continue")->isVisible());
    EXPECT_FALSE(child<QPushButton>("endCampaign")->isVisible());
    shoot(*window, QStringLiteral("rolling_through"), window->size());
}

TEST_F(CampaignWindowTest, ARunThatAsksIsAnsweredInTheWindow)
{
    gateway->failNext("Suspend-ClusterNode",
                      {domain::ErrorKind::CommandFailed, "Suspend-ClusterNode", "refused", 0, {}});
    chooseOnly("MAIL2");
    click("start");
    ASSERT_TRUE(rests());
    ASSERT_EQ(state().phase, RunPhase::Asking);
    EXPECT_EQ(state().servers[0].at(CampaignStage::Enter).status, StageStatus::Failed);
    // What would leave the server between two states is not offered here.
    for (const char* name : {"askUndo", "abandon"})
        EXPECT_FALSE(child<QPushButton>(name)->isVisible()) << name;
    shoot(*window, QStringLiteral("rolling_asks"), window->size());
    click("tryAgain");
    ASSERT_TRUE(rests());
    EXPECT_TRUE(state().waitsForOperator()) << "it went on behind the run";
    EXPECT_EQ(gateway->timesSent("Suspend-ClusterNode"), 2);
}

// The step may not be gone on without: the word is a plain continue then, and the campaign does not wait for ever.
TEST_F(CampaignWindowTest, GoingOnWithoutWhatMustBeTriesAgain)
{
    gateway->failNext("Suspend-ClusterNode",
                      {domain::ErrorKind::CommandFailed, "Suspend-ClusterNode", "refused", 0, {}});
    chooseOnly("MAIL2");
    click("start");
    ASSERT_TRUE(rests());
    ASSERT_EQ(state().phase, RunPhase::Asking);
    ASSERT_TRUE(window->campaign().resume(state().id, maintenance::CampaignDecision::GoOnWithout));
    ASSERT_TRUE(rests());
    EXPECT_TRUE(state().waitsForOperator());
}

TEST_F(CampaignWindowTest, ACampaignIsEndedForGoodAfterAQuestion)
{
    chooseOnly("MAIL2");
    click("start");
    ASSERT_TRUE(rests());
    click("endCampaign");
    QMessageBox* question = nullptr;
    ASSERT_TRUE(waitUntil([&] { return (question = window->findChild<QMessageBox*>()) != nullptr; }));
    for (auto* button : question->buttons())
        if (question->buttonRole(button) == QMessageBox::AcceptRole) button->click();
    ASSERT_TRUE(waitUntil([&] { return state().phase == RunPhase::Finished; }));
    EXPECT_EQ(state().outcome, Outcome::Abandoned);
    EXPECT_EQ(gateway->timesSent("Resume-ClusterNode"), 0) << "the server stays as it is";
}

TEST_F(CampaignWindowTest, EveryControlHasAName)
{
    for (const auto* widget : window->findChildren<QWidget*>()) {
        if (!widget->isVisible() || (widget->focusPolicy() & Qt::TabFocus) == 0) continue;
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        EXPECT_TRUE(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()) ||
                    qobject_cast<const QLabel*>(widget))
            << widget->metaObject()->className() << " " << widget->objectName().toStdString();
    }
}

} // namespace
} // namespace drydock::tests
