// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "tests/support/organisation_comments.h"
#include "tests/support/qt_test.h"
#include "tests/ui/window_bench.h"
#include "ui/message_area.h"
#include "ui/pages/choice_card.h"
#include "ui/pages/connect_dialog.h"
#include "ui/pages/grid_view.h"
#include "ui/pages/health_issue_list.h"
#include "ui/pages/maintenance_list.h"
#include "ui/pages/row_dialog.h"
#include "ui/pages/run_dialog.h"
#include "ui/pages/server_tree.h"
#include "ui/pages/status_strip.h"
#include "ui/pages/table_page.h"
#include "ui/widgets/decision_message.h"
#include "ui/widgets/empty_page.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/shape_icon.h"
#include "ui/widgets/text_label.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>

#include <gtest/gtest.h>

using namespace drydock;
using namespace drydock::tests;
using namespace drydock::ui;

namespace {

class MainWindowTest : public ::testing::Test
{
protected:
    template <class T> T* find(const char* name)
    {
        auto* found = m_bench.window->findChild<T*>(QLatin1String(name));
        EXPECT_TRUE(found) << name;
        return found;
    }
    QAction* action(const char* name) { return find<QAction>(name); }
    TablePage* tablePage(const char* name) { return find<TablePage>(name); }

    WindowBench m_bench;
};

TEST_F(MainWindowTest, FirstStartOffersExchangeAndTheLabEquallyBig)
{
    auto* exchange = find<ChoiceCard>("chooseConnect");
    auto* lab = find<ChoiceCard>("chooseLab");
    EXPECT_TRUE(exchange->isVisible());
    EXPECT_EQ(exchange->size(), lab->size());
    QTest::mouseClick(lab, Qt::LeftButton);
    EXPECT_EQ(m_bench.asked, std::vector<std::string>{"lab"});
    exchange->setFocus();
    QTest::keyClick(exchange, Qt::Key_Space);
    auto* dialog = find<ConnectDialog>("connectDialog");
    EXPECT_TRUE(dialog->isVisible());
}

TEST_F(MainWindowTest, TheConnectDialogExplainsWhatCannotWorkAndConnectsByKeyboard)
{
    m_bench.window->openConnectDialog();
    auto* connectButton = find<QPushButton>("connect");
    EXPECT_FALSE(connectButton->isEnabled());
    auto* url = find<QComboBox>("url")->lineEdit();
    url->setFocus();
    QTest::keyClicks(url, QStringLiteral("http://mail/PowerShell/"));
    auto* scheme = find<QComboBox>("scheme");
    scheme->setCurrentIndex(scheme->findData(int(ports::AuthenticationScheme::Basic)));
    EXPECT_FALSE(connectButton->isEnabled());
    EXPECT_TRUE(connectButton->toolTip().contains(QLatin1String("https"))) << connectButton->toolTip().toStdString();
    url->clear();
    QTest::keyClicks(url, QStringLiteral("https://mail/PowerShell/"));
    auto* user = find<QLineEdit>("user");
    QTest::keyClicks(user, QStringLiteral("LAB\\admin"));
    EXPECT_TRUE(connectButton->isEnabled());
    QTest::keyClick(user, Qt::Key_Return);
    EXPECT_EQ(m_bench.asked, std::vector<std::string>{"connect https://mail/PowerShell/"});
    EXPECT_TRUE(waitUntil([this] { return m_bench.refreshing.snapshot() != nullptr; }));
    EXPECT_EQ(m_bench.window->windowTitle(),
              QStringLiteral("DAG1 @ mail2.alwayshotcafe.com · Kerberos, sealed – Drydock"));
}

TEST_F(MainWindowTest, KeysSwitchPagesAndFocusTheFilter)
{
    m_bench.connect();
    for (int i = 0; i < 6; ++i) {
        QTest::keyClick(m_bench.window.get(), static_cast<Qt::Key>(Qt::Key_1 + i), Qt::ControlModifier);
        EXPECT_EQ(static_cast<int>(m_bench.window->page()), i);
    }
    m_bench.window->showPage(Page::Copies);
    QTest::keyClick(m_bench.window.get(), Qt::Key_F, Qt::ControlModifier);
    auto* filter = find<QLineEdit>("filter");
    EXPECT_TRUE(filter->hasFocus());
    QTest::keyClicks(filter, QStringLiteral("db09"));
    auto& view = tablePage("copies")->view();
    EXPECT_EQ(view.model()->rowCount(), 3);
    QTest::keyClicks(filter, QStringLiteral("xyz"));
    EXPECT_EQ(tablePage("copies")->findChild<EmptyPage*>()->text(), QStringLiteral("No rows match the filter."));
    QTest::keyClick(filter, Qt::Key_Escape);
    EXPECT_TRUE(filter->text().isEmpty());
    EXPECT_GT(view.model()->rowCount(), 30);
}

TEST_F(MainWindowTest, ServersAreShownBeforeTheRestHasBeenRead)
{
    auto part = std::make_shared<domain::DagSnapshot>();
    part->servers = m_bench.gateway->snapshot().servers;
    part->read.insert({domain::SnapshotSection::Servers, {}});
    emit m_bench.refreshing.partRead(part);
    auto& view = tablePage("servers")->view();
    EXPECT_GT(view.model()->rowCount(), 0) << "those of the group that the tree has chosen";
    EXPECT_GT(find<ServerTree>("serverTree")->topLevelItemCount(), 0);
    EXPECT_EQ(find<QWidget>("overview")->findChild<GridView*>()->isVisible(), false) << "nothing is judged by half";
    auto longest = std::make_shared<domain::DagSnapshot>(*part);
    const int narrow = view.columnWidth(0);
    longest->servers.front().name = domain::ServerName("A-NAME-LONGER-THAN-ANY-OTHER");
    emit m_bench.refreshing.partRead(longest);
    EXPECT_GT(view.columnWidth(0), narrow) << "the columns follow what is being read";
    m_bench.connect();
    m_bench.window->showPage(Page::Overview);
    EXPECT_TRUE(find<QWidget>("overview")->findChild<GridView*>()->isVisible());
}

TEST_F(MainWindowTest, RefreshesOnF5AndKeepsTheSelection)
{
    m_bench.connect();
    m_bench.window->showPage(Page::Copies);
    auto& view = tablePage("copies")->view();
    view.selectKey(QStringLiteral("db05\\mail2"));
    ASSERT_EQ(view.currentIndex().data().toString(), QStringLiteral("DB05\\MAIL2"));
    m_bench.gateway->change([](auto& snapshot) {
        snapshot.copies.erase(snapshot.copies.begin());
        snapshot.takenAt += std::chrono::seconds(30);
    });
    const auto before = m_bench.gateway->readings();
    QTest::keyClick(m_bench.window.get(), Qt::Key_F5);
    EXPECT_TRUE(
        waitUntil([&] { return m_bench.gateway->readings() == before + 1 && !m_bench.refreshing.refreshing(); }));
    EXPECT_EQ(view.currentIndex().data().toString(), QStringLiteral("DB05\\MAIL2"));
}

TEST_F(MainWindowTest, AServerChosenInTheTreeFiltersThePages)
{
    m_bench.connect();
    auto& view = tablePage("copies")->view();
    const auto ofTheGroup = view.model()->rowCount();
    m_bench.window->selectServer(domain::ServerName("MAIL4"));
    EXPECT_LT(view.model()->rowCount(), ofTheGroup);
    for (int row = 0; row < view.model()->rowCount(); ++row)
        EXPECT_EQ(view.model()->index(row, 0).data(tables::ServerRole).toString(), QStringLiteral("MAIL4"));
    auto* tree = find<ServerTree>("serverTree");
    QTest::keyClick(tree, Qt::Key_Up);
    EXPECT_EQ(tree->selection().server, domain::ServerName("MAIL3"));
}

TEST_F(MainWindowTest, StartsMaintenanceOfTheChosenServer)
{
    m_bench.connect();
    m_bench.window->selectServer(domain::ServerName("MAIL2"));
    QTest::keyClick(m_bench.window.get(), Qt::Key_M, Qt::ControlModifier);
    action("actionReinstate")->trigger();
    EXPECT_EQ(m_bench.asked, (std::vector<std::string>{"enter MAIL2", "leave MAIL2"}));
}

TEST_F(MainWindowTest, ReadOnlyIsShownInTheTitleAndExplainedByTheActions)
{
    m_bench.gateway->info.readOnly = true;
    m_bench.connect();
    EXPECT_TRUE(m_bench.window->windowTitle().contains(QLatin1String("READ-ONLY")));
    for (const auto* name : {"actionPutIntoMaintenance", "actionReinstate", "actionResume"}) {
        EXPECT_FALSE(action(name)->isEnabled()) << name;
        EXPECT_TRUE(action(name)->toolTip().contains(QLatin1String("read-only"))) << name;
    }
}

TEST_F(MainWindowTest, AMissingCmdletIsNamed)
{
    m_bench.gateway->info.permissions = {{"Set-MailboxServer", {}}, {"Get-MailboxServer", {}}};
    m_bench.connect();
    EXPECT_FALSE(action("actionPutIntoMaintenance")->isEnabled());
    EXPECT_TRUE(action("actionPutIntoMaintenance")->toolTip().contains(QLatin1String("Set-ServerComponentState")));
    // A status tip would push the run and the age of the data out of the status bar.
    EXPECT_TRUE(action("actionPutIntoMaintenance")->statusTip().isEmpty());
}

TEST_F(MainWindowTest, AFailedRefreshKeepsTheRowsAndMarksThem)
{
    m_bench.connect();
    auto& view = tablePage("servers")->view();
    const auto rows = view.model()->rowCount();
    ASSERT_GT(rows, 0);
    m_bench.gateway->failReads(
        domain::Error{domain::ErrorKind::Unreachable, "connect to mail2", "connection refused", 0, nullptr});
    m_bench.clock.advance(std::chrono::minutes(3));
    m_bench.refresh();
    m_bench.refresh();
    EXPECT_EQ(view.model()->rowCount(), rows);
    EXPECT_TRUE(view.model()->index(0, 0).data(tables::StaleRole).toBool());
    auto* messages = find<MessageArea>("messages");
    EXPECT_EQ(messages->count(), 1); // the same error stands there once
    m_bench.gateway->failReads({});
    m_bench.refresh();
    EXPECT_FALSE(view.model()->index(0, 0).data(tables::StaleRole).toBool());
    EXPECT_EQ(messages->count(), 0); // it has worked again
}

TEST_F(MainWindowTest, AnErrorHasThreePartsAndDetailsToCopy)
{
    m_bench.window->showError(
        {domain::ErrorKind::NotAuthenticated, "connect to <b>mail</b>", "401 <img src=x>", 401, nullptr});
    auto* bar = find<InlineMessage>("inlineMessage");
    EXPECT_TRUE(bar->text().heading.contains(QLatin1String("<b>mail</b>")));
    EXPECT_FALSE(bar->text().meaning.isEmpty());
    EXPECT_FALSE(bar->text().advice.isEmpty());
    QTest::mouseClick(bar->findChild<QPushButton*>(QStringLiteral("copyMessage")), Qt::LeftButton);
    EXPECT_TRUE(QApplication::clipboard()->text().contains(QLatin1String("401 <img src=x>")));
    QTest::mouseClick(bar->findChild<QPushButton*>(QStringLiteral("dismiss")), Qt::LeftButton);
    EXPECT_EQ(find<MessageArea>("messages")->count(), 0);
}

TEST_F(MainWindowTest, ARunOfAnotherOperatorStandsInTheOverview)
{
    const auto lines = [this] {
        QStringList texts;
        for (const auto* label : m_bench.window->findChild<MaintenanceList*>()->findChildren<TextLabel*>())
            texts += label->text();
        return texts.join(QLatin1Char('\n'));
    };
    m_bench.connect();
    EXPECT_FALSE(lines().contains(QStringLiteral("PC7")));
    m_bench.gateway->change(
        [](auto& snapshot) { snapshot.auditComments = begunElsewhere(domain::ServerName("MAIL2")); });
    m_bench.refresh();
    EXPECT_TRUE(lines().contains(QStringLiteral("MAIL2 is being put into maintenance by ADMIN2 from PC7 since")))
        << lines().toStdString();
}

TEST_F(MainWindowTest, ARunIsShownInStatusTitleAndOverview)
{
    m_bench.connect();
    m_bench.window->setActivity(runningRun());
    auto* strip = find<StatusStrip>("statusStrip");
    EXPECT_EQ(strip->activity(),
              QStringLiteral("MAIL: step 7 of 10 · Move the active databases off MAIL · 2 databases left · 02:18"));
    EXPECT_TRUE(m_bench.window->windowTitle().contains(QLatin1String("step 7 of 10")));
    EXPECT_FALSE(action("actionPutIntoMaintenance")->isEnabled());
    QTest::mouseClick(find<QPushButton>("showRun"), Qt::LeftButton);
    EXPECT_EQ(m_bench.asked, std::vector<std::string>{"show " + runningRun().id});
    m_bench.window->clearActivity();
    EXPECT_TRUE(strip->activity().isEmpty());
    EXPECT_TRUE(action("actionPutIntoMaintenance")->isEnabled());
}

TEST_F(MainWindowTest, ReturnOpensARunAndAnUnfinishedOneCanBeResumed)
{
    m_bench.connect();
    m_bench.window->selectServer({});
    m_bench.window->showPage(Page::Runs);
    auto& view = tablePage("runs")->view();
    ASSERT_EQ(view.model()->rowCount(), 2);
    for (int row = 0; row < 2; ++row) {
        view.setCurrentIndex(view.model()->index(row, 0));
        const bool unfinished =
            view.currentKey().compare(QString::fromStdString(unfinishedRun().id), Qt::CaseInsensitive) == 0;
        EXPECT_EQ(find<QPushButton>("resumeRun")->isEnabled(), unfinished) << row;
        QTest::keyClick(&view, Qt::Key_Return);
        auto* dialog = find<RunDialog>("runDialog");
        EXPECT_EQ(dialog->findChild<QPushButton*>(QStringLiteral("resume")) != nullptr, unfinished);
        delete dialog;
    }
    action("actionResume")->trigger();
    EXPECT_EQ(m_bench.asked, std::vector<std::string>{"resume " + unfinishedRun().id});
}

TEST_F(MainWindowTest, RowsAreCopiedAsTabSeparatedText)
{
    m_bench.connect();
    m_bench.window->showPage(Page::Copies);
    auto& view = tablePage("copies")->view();
    view.selectKey(QStringLiteral("db09\\mail"));
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    const auto text = QApplication::clipboard()->text();
    EXPECT_TRUE(text.contains(QLatin1String("DB09\\MAIL\tFailedAndSuspended\t18214"))) << text.toStdString();
}

TEST_F(MainWindowTest, ReturnShowsTheWholeRowOnEveryTable)
{
    m_bench.connect();
    m_bench.window->selectServer({});
    for (const auto& [page, name] : {std::pair{Page::Servers, "servers"}, std::pair{Page::Copies, "copies"},
                                     std::pair{Page::Components, "components"}, std::pair{Page::Queues, "queues"}}) {
        m_bench.window->showPage(page);
        auto& view = tablePage(name)->view();
        ASSERT_GT(view.model()->rowCount(), 0) << name;
        view.setCurrentIndex(view.model()->index(0, 0));
        view.setFocus();
        QTest::keyClick(&view, Qt::Key_Return);
        auto* dialog = find<RowDialog>("rowDialog");
        ASSERT_TRUE(dialog) << name;
        EXPECT_TRUE(dialog->text().contains(view.model()->index(0, 1).data().toString())) << name;
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("copyRow")), Qt::LeftButton);
        EXPECT_EQ(QApplication::clipboard()->text(), dialog->text());
        delete dialog;
        EXPECT_TRUE(view.actions().contains(action("actionDetails"))) << name;
        EXPECT_EQ(view.contextMenuPolicy(), Qt::ActionsContextMenu) << name;
    }
}

TEST_F(MainWindowTest, TheServerFilterIsShownAndCanBeRemoved)
{
    m_bench.connect();
    m_bench.window->showPage(Page::Copies);
    auto* page = tablePage("copies");
    auto* chip = page->findChild<QPushButton*>(QStringLiteral("scopeChip"));
    ASSERT_TRUE(chip);
    EXPECT_FALSE(chip->isVisible());
    const auto all = page->view().model()->rowCount();
    m_bench.window->selectServer(domain::ServerName("MAIL4"));
    EXPECT_TRUE(chip->isVisible());
    EXPECT_TRUE(chip->text().contains(QStringLiteral("MAIL4")));
    QTest::keyClicks(find<QLineEdit>("filter"), QStringLiteral("xyz"));
    EXPECT_EQ(page->findChild<EmptyPage*>()->text(), QStringLiteral("No rows of MAIL4 match the filter."));
    find<QLineEdit>("filter")->clear();
    QTest::mouseClick(chip, Qt::LeftButton);
    EXPECT_EQ(page->view().model()->rowCount(), all);
    EXPECT_FALSE(chip->isVisible());
}

TEST_F(MainWindowTest, AnIncompleteRefreshIsShownWithAWarning)
{
    m_bench.connect();
    auto* strip = find<StatusStrip>("statusStrip");
    const auto warned = [strip] {
        const auto icons = strip->findChildren<ShapeIcon*>();
        return std::any_of(icons.begin(), icons.end(), [](const auto* icon) {
            return icon->isVisible() && icon->shape() == tables::Shape::CheckWarn;
        });
    };
    EXPECT_FALSE(warned());
    m_bench.gateway->change([](auto& snapshot) {
        snapshot.errors.push_back({domain::SnapshotSection::Queues,
                                   mail2(),
                                   {domain::ErrorKind::CommandFailed, "Get-Queue", "refused", 0, nullptr}});
    });
    m_bench.refresh();
    EXPECT_TRUE(warned());
}

TEST_F(MainWindowTest, TheStatusSpinnerTurnsWhileTheRunIsActive)
{
    m_bench.connect();
    auto run = runningRun();
    const auto turns = [this] {
        const auto icons = find<StatusStrip>("statusStrip")->findChildren<ShapeIcon*>();
        return std::any_of(icons.begin(), icons.end(), [](const auto* icon) { return icon->turning(); });
    };
    m_bench.window->setActivity(run);
    EXPECT_TRUE(turns());
    run.phase = maintenance::RunPhase::Paused;
    m_bench.window->setActivity(run);
    EXPECT_FALSE(turns());
}

TEST_F(MainWindowTest, TheStatusLineCountsDownWhileTheMoveHasNoAnswer)
{
    m_bench.connect();
    auto run = runningRun();
    run.moves = {{domain::DatabaseName("DB01"), mail(), {}, "Mounted", {}, false}}; // it is on MAIL2 by now
    run.steps[run.current].sent = {{1, false, at(0), {}, {}}};
    m_bench.window->setActivity(run);
    const auto* strip = find<StatusStrip>("statusStrip");
    EXPECT_TRUE(strip->activity().contains(QStringLiteral("left"))) << strip->activity().toStdString();
    m_bench.refresh();
    EXPECT_FALSE(strip->activity().contains(QStringLiteral("left"))) << strip->activity().toStdString();
}

TEST_F(MainWindowTest, AClosedWindowRemembersItsColumns)
{
    m_bench.connect();
    tablePage("servers")->view().setColumnHidden(4, true);
    m_bench.makeWindow();
    EXPECT_TRUE(tablePage("servers")->view().isColumnHidden(4));
}

TEST_F(MainWindowTest, ClosingDuringARunAsksAndWaitsForTheStop)
{
    m_bench.connect();
    m_bench.window->setActivity(runningRun());
    m_bench.window->close();
    EXPECT_TRUE(m_bench.window->isVisible());
    EXPECT_TRUE(find<QDialog>("askToClose")->isVisible());
    find<QPushButton>("accept")->click();
    EXPECT_EQ(m_bench.asked.back(), "stop runs");
    EXPECT_TRUE(m_bench.window->isVisible()) << "the run has not stopped yet";
    EXPECT_TRUE(find<StatusStrip>("statusStrip")->activity().contains(QStringLiteral("then Drydock closes")));
    // Whoever closes again may leave without the answer.
    ASSERT_TRUE(waitUntil([&] { return !m_bench.window->findChild<QDialog*>(QStringLiteral("askToClose")); }));
    m_bench.window->close();
    EXPECT_TRUE(m_bench.window->isVisible());
    find<QPushButton>("accept")->click();
    EXPECT_FALSE(m_bench.window->isVisible());
}

TEST_F(MainWindowTest, ARunThatAsksStandsOnTopOfWhatNeedsAttention)
{
    m_bench.connect();
    auto run = askingRun();
    auto* decision = find<DecisionMessage>("decision");
    EXPECT_FALSE(decision->isVisible());
    m_bench.window->setActivity(run);
    EXPECT_TRUE(decision->isVisible());
    EXPECT_TRUE(decision->text().meaning.contains(QStringLiteral("451 4.4.0 DNS query failed")))
        << "in the server's own words: " << decision->text().meaning.toStdString();
    EXPECT_LT(decision->y(), find<HealthIssueList>("healthIssues")->y());
    EXPECT_TRUE(m_bench.window->windowTitle().contains(QStringLiteral("MAIL asks what to do")));
    const auto icons = find<StatusStrip>("statusStrip")->findChildren<ShapeIcon*>();
    EXPECT_TRUE(std::any_of(icons.begin(), icons.end(), [](const auto* icon) {
        return icon->isVisible() && icon->shape() == tables::Shape::StepFailed;
    }));
    decision->findChild<QPushButton*>(QStringLiteral("askUndo"))->click();
    EXPECT_EQ(m_bench.asked.back(), "decide 3 " + run.id);
    run.phase = maintenance::RunPhase::Running;
    m_bench.window->setActivity(run);
    EXPECT_FALSE(decision->isVisible());
}

} // namespace
