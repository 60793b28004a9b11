// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The main window by keyboard: where the focus goes, and what the menu key offers there.
#include "model/maintenance/messages.h"
#include "tests/support/qt_test.h"
#include "tests/ui/window_bench.h"
#include "ui/pages/grid_view.h"
#include "ui/pages/legend.h"
#include "ui/pages/maintenance_list.h"
#include "ui/pages/server_tree.h"
#include "ui/pages/table_page.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTimer>

#include <gtest/gtest.h>

using namespace drydock;
using namespace drydock::tests;
using namespace drydock::ui;

namespace {

class Keys : public ::testing::Test
{
protected:
    Keys() { m_bench.connect(); }
    template <class T> T* find(const char* name)
    {
        auto* found = m_bench.window->findChild<T*>(QLatin1String(name));
        EXPECT_TRUE(found) << name;
        return found;
    }
    TableView& table(const char* name) { return find<TablePage>(name)->view(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_bench.window.get(), key, modifiers);
    }

    WindowBench m_bench;
};

TEST_F(Keys, APageChosenByKeyHasTheFocusInItsContent)
{
    const std::array names{"servers", "copies", "components", "queues", "runs"};
    for (int i = 0; i < int(names.size()); ++i) {
        press(static_cast<Qt::Key>(Qt::Key_2 + i), Qt::ControlModifier);
        auto& view = table(names.at(std::size_t(i)));
        EXPECT_TRUE(view.hasFocus()) << names.at(std::size_t(i));
        EXPECT_TRUE(view.selectionModel()->hasSelection()) << names.at(std::size_t(i)) << ": where it is must be seen";
    }
    press(Qt::Key_1, Qt::ControlModifier);
    EXPECT_TRUE(find<GridView>("overviewGrid")->hasFocus());
}

TEST_F(Keys, ReturnDownAndEscapeLeadFromTheFilterToTheTable)
{
    auto* filter = find<QLineEdit>("filter");
    auto& view = table("copies");
    press(Qt::Key_3, Qt::ControlModifier);
    for (const auto key : {Qt::Key_Return, Qt::Key_Down, Qt::Key_Escape}) {
        press(Qt::Key_F, Qt::ControlModifier);
        ASSERT_TRUE(filter->hasFocus());
        QTest::keyClicks(filter, QStringLiteral("db09"));
        QTest::keyClick(filter, key);
        EXPECT_TRUE(view.hasFocus()) << int(key);
        EXPECT_TRUE(view.currentIndex().isValid());
    }
}

TEST_F(Keys, AGridCellOffersActionsForItsCopyAndServer)
{
    auto* grid = find<GridView>("overviewGrid");
    press(Qt::Key_1, Qt::ControlModifier);
    EXPECT_EQ(grid->contextMenuPolicy(), Qt::ActionsContextMenu); // the menu key and Shift+F10 as well as the mouse
    for (const auto* name : {"actionPutIntoMaintenance", "actionReinstate", "actionShowCopy"})
        EXPECT_TRUE(grid->actions().contains(find<QAction>(name))) << name;
    grid->setCurrentIndex(grid->model()->index(0, 1));
    find<QAction>("actionPutIntoMaintenance")->trigger();
    EXPECT_EQ(m_bench.asked, std::vector<std::string>{"enter " + grid->currentServer().toStdString()});
    find<QAction>("actionShowCopy")->trigger();
    EXPECT_EQ(m_bench.window->page(), Page::Copies);
}

TEST_F(Keys, ShiftF10OpensTheMenuOfACell)
{
    press(Qt::Key_1, Qt::ControlModifier);
    bool opened = false;
    // The menu is modal: it is looked at, and closed, from within.
    QTimer poll;
    QObject::connect(&poll, &QTimer::timeout, &poll, [&] {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        if (!menu) return;
        opened = menu->actions().contains(find<QAction>("actionShowCopy"));
        menu->close();
    });
    poll.start(10);
    press(Qt::Key_F10, Qt::ShiftModifier);
    EXPECT_TRUE(waitUntil([&] { return opened; }));
}

TEST_F(Keys, TheServerOfTheFocusedTreeIsUsedAndNotTheTableRow)
{
    press(Qt::Key_2, Qt::ControlModifier);
    auto* tree = find<ServerTree>("serverTree");
    m_bench.window->selectServer(domain::ServerName("MAIL3"));
    table("servers").setCurrentIndex(table("servers").model()->index(0, 0));
    tree->setFocus();
    find<QAction>("actionPutIntoMaintenance")->trigger();
    EXPECT_EQ(m_bench.asked, std::vector<std::string>{"enter MAIL3"});
}

TEST_F(Keys, TheFocusStaysOnShowRunWhileTheRunContinues)
{
    auto run = runningRun();
    m_bench.window->setActivity(run);
    auto* list = m_bench.window->findChild<MaintenanceList*>();
    ASSERT_TRUE(list);
    const auto buttons = list->findChildren<QPushButton*>();
    const auto show = std::find_if(buttons.begin(), buttons.end(),
                                   [](const auto* button) { return button->text() == QStringLiteral("Show run"); });
    ASSERT_NE(show, buttons.end());
    (*show)->setFocus();
    const QPointer<QPushButton> focused(*show);
    run.steps[run.current].waitingFor = maintenance::sentence<"still-active">("MAIL", "DB01");
    m_bench.window->setActivity(run);
    m_bench.refresh();
    ASSERT_TRUE(focused) << "the row was made anew";
    EXPECT_TRUE(focused->hasFocus());
}

TEST_F(Keys, TheLegendIsVisibleInTheSmallestWindow)
{
    for (const QSize size : {QSize(1280, 800), QSize(960, 600)}) {
        m_bench.window->resize(size);
        const auto drawn = [this] {
            const auto legends = m_bench.window->findChildren<Legend*>();
            return std::count_if(legends.begin(), legends.end(),
                                 [](const auto* one) { return one->isVisible() && one->fits(); });
        };
        EXPECT_TRUE(waitUntil([&] { return drawn() == 1; })) << size.width() << ": " << drawn();
    }
}

} // namespace
