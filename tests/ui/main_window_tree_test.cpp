// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Walks every widget of the main window and its dialogs: names for a screen reader, plain text, mnemonics, tab order.
#include "tests/support/qt_test.h"
#include "tests/ui/window_bench.h"
#include "ui/pages/connect_dialog.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QScrollBar>

#include <gtest/gtest.h>

using namespace drydock;
using namespace drydock::tests;
using namespace drydock::ui;

namespace {

std::string nameOf(const QWidget& widget)
{
    return widget.metaObject()->className() + std::string(" ") + widget.objectName().toStdString();
}

bool internal(const QWidget& widget)
{
    return widget.objectName().startsWith(QLatin1String("qt_")) || qobject_cast<const QScrollBar*>(&widget);
}

void walk(QWidget& window)
{
    for (const auto* label : window.findChildren<QLabel*>())
        if (!internal(*label) && !label->text().isEmpty()) {
            EXPECT_EQ(label->textFormat(), Qt::PlainText) << nameOf(*label) << ": " << label->text().toStdString();
        }
    for (const auto* button : window.findChildren<QAbstractButton*>()) {
        if (internal(*button) || !button->isVisible() || button->focusPolicy() == Qt::NoFocus) continue;
        EXPECT_FALSE(button->text().isEmpty() && button->accessibleName().isEmpty()) << nameOf(*button);
    }
    const auto named = [](const QWidget& widget) {
        if (internal(widget)) return;
        EXPECT_FALSE(widget.accessibleName().isEmpty()) << nameOf(widget);
    };
    for (const auto* view : window.findChildren<QAbstractItemView*>())
        if (view->isVisible()) named(*view);
    for (const auto* box : window.findChildren<QComboBox*>())
        named(*box);
    for (const auto* edit : window.findChildren<QPlainTextEdit*>())
        named(*edit);
    for (const auto* edit : window.findChildren<QLineEdit*>())
        if (!qobject_cast<QComboBox*>(edit->parentWidget())) named(*edit);
}

// Where the focus goes by Tab, beginning at the first; every step goes down, or right on the same height.
std::vector<QWidget*> tabOrder(QWidget& window)
{
    std::vector<QWidget*> order;
    auto* widget = window.nextInFocusChain();
    for (; widget != &window; widget = widget->nextInFocusChain())
        if (widget->isVisibleTo(&window) && widget->isEnabled() && widget->focusPolicy() & Qt::TabFocus &&
            !internal(*widget) && !qobject_cast<QComboBox*>(widget->parentWidget()))
            order.push_back(widget);
    return order;
}

TEST(WidgetTree, EveryPageHasNamesAndPlainText)
{
    WindowBench bench;
    bench.connect();
    for (int i = 0; i < 6; ++i) {
        bench.window->showPage(static_cast<Page>(i));
        walk(*bench.window);
    }
    bench.window->showError({domain::ErrorKind::Fault, "Get-Queue on MAIL", "detail", 5, nullptr});
    walk(*bench.window);
    bench.window->openConnectDialog();
    walk(*bench.window->findChild<ConnectDialog*>());
}

TEST(WidgetTree, FirstStartHasNamesAndPlainText)
{
    WindowBench bench;
    walk(*bench.window);
}

TEST(WidgetTree, MenusHaveDistinctMnemonics)
{
    WindowBench bench;
    const auto check = [](const QList<QAction*>& actions, const std::string& where, const auto& self) -> void {
        std::map<QChar, QString> seen;
        for (const auto* action : actions) {
            if (action->isSeparator()) continue;
            const auto text = action->text();
            const auto at = text.indexOf(QLatin1Char('&'));
            if (where != "intervals") {
                ASSERT_GE(at, 0) << where << ": " << text.toStdString();
                const auto key = text.at(at + 1).toLower();
                EXPECT_FALSE(seen.contains(key))
                    << where << ": " << text.toStdString() << " and " << seen[key].toStdString();
                seen[key] = text;
            }
            if (action->menu())
                self(action->menu()->actions(),
                     text.contains(QLatin1String("interval")) ? "intervals" : text.toStdString(), self);
        }
    };
    check(bench.window->menuBar()->actions(), "menu bar", check);
}

TEST(WidgetTree, ConnectDialogIsTabbedFromTopToBottom)
{
    WindowBench bench;
    ConnectDialog dialog(bench.theme, {}, WindowBench::implementsScheme);
    dialog.show();
    int last = -1;
    for (auto* widget : tabOrder(dialog)) {
        const auto y = widget->mapTo(&dialog, QPoint(0, widget->height() / 2)).y();
        EXPECT_GE(y, last - widget->height() / 2) << nameOf(*widget);
        last = std::max(last, y);
    }
}

} // namespace
