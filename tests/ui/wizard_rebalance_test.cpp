// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Databases go home by the wizard: the preview, the run, and how the servers share them afterwards.
#include "tests/ui/wizard_fixture.h"

#include "ui/wizard/rebalance_card.h"

using namespace drydock;
using namespace drydock::tests;

namespace {

class WizardRebalance : public Wizard
{
protected:
    // DB01 is away, and DB02 is away and cannot go home.
    void moveAway()
    {
        gateway->change([](auto& snapshot) {
            for (const auto* database : {"DB01", "DB02"})
                activate(snapshot, database, mail2());
            copyOf(snapshot, "DB02", mail()).status = domain::copyStatus("Failed");
            snapshot.groups.front().preferenceMoveFrequency = std::chrono::hours(1);
        });
    }
    [[nodiscard]] QString cardText() const
    {
        QString text;
        const auto* card = find<ui::RebalanceCard>("rebalance");
        if (!card) return text;
        for (const auto* label : card->findChildren<QLabel*>())
            if (label->isVisible()) text += label->text() + u'\n';
        return text;
    }
};

} // namespace

TEST_F(WizardRebalance, ShowsWhatGoesHomeAndWhatStaysAndMovesIt)
{
    moveAway();
    open(RunKind::Rebalance);
    toPlan();
    EXPECT_TRUE(heading().contains(QStringLiteral("DAG1"))) << heading().toStdString();
    const auto preview = cardText();
    for (const char* part : {"goes home", "stays: ", "Failed", "Exchange brings databases home by itself"})
        EXPECT_TRUE(preview.contains(QLatin1String(part))) << part << "\n" << preview.toStdString();
    EXPECT_EQ(find<QAbstractButton>("undoRun"), nullptr);
    click("start");
    ASSERT_TRUE(reaches(MaintenanceWizard::ResultId));
    EXPECT_EQ(gateway->sharedSnapshot()->database(domain::DatabaseName("DB01"))->mountedOn, mail());
    EXPECT_EQ(gateway->sharedSnapshot()->database(domain::DatabaseName("DB02"))->mountedOn, mail2());
    EXPECT_TRUE(heading().contains(QStringLiteral("DAG1"))) << heading().toStdString();
    EXPECT_TRUE(cardText().contains(QStringLiteral("Preferred server"))) << cardText().toStdString();
}

TEST_F(WizardRebalance, IsBlockedWhileEveryDatabaseIsAtHome)
{
    open(RunKind::Rebalance);
    click("next");
    ASSERT_TRUE(enabled("recheck"));
    EXPECT_FALSE(find<QAbstractButton>("next")->isEnabled());
    EXPECT_EQ(find<QLineEdit>("override"), nullptr) << "there is nothing to override";
}

TEST_F(WizardRebalance, IsOfferedWhenAServerIsBackInService)
{
    gateway->change([](auto& snapshot) { putInMaintenance(snapshot, mail(), at(0)); });
    open(RunKind::Reinstate);
    toPlan();
    click("start");
    ASSERT_TRUE(reaches(MaintenanceWizard::ResultId));
    QSignalSpy asked(wizard.get(), &MaintenanceWizard::rebalanceRequested);
    click("rebalanceRun");
    ASSERT_EQ(asked.size(), 1);
    EXPECT_EQ(asked.front().front().value<ServerName>(), mail());
}
