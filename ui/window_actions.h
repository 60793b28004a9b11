// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// All actions of the main window, with their menus, shortcuts and tool bar.
#pragma once

#include "ui/theme/theme.h"

#include <QObject>
#include <QString>

#include <array>

class QAction;
class QActionGroup;
class QLineEdit;
class QMainWindow;
class QMenu;
class QToolBar;
class QToolButton;

namespace drydock::ui {

class WindowActions : public QObject
{
    Q_OBJECT

public:
    WindowActions(QMainWindow& window, bool withLab);

    QAction* connectTo;
    QAction* disconnectFrom;
    QAction* lab;
    QAction* exportTable;
    QAction* notifications;
    QAction* quit;
    QAction* copy;
    QAction* details;
    QAction* find;
    QAction* clearFilter;
    QAction* refresh;
    std::array<QAction*, 6> pages{};
    QActionGroup* intervals;
    QActionGroup* themes;
    QAction* putIntoMaintenance;
    QAction* reinstate;
    QAction* rebalance;
    QAction* rolling;
    QAction* resume;
    QAction* showRun;
    QAction* about;
    QLineEdit* filter;

    // Enables the action, or disables it and shows the reason in its tool tip.
    static void permit(QAction& action, bool allowed, const QString& why);
    void setInterval(int seconds); // checks the interval in the menu and shows it on the refresh button; 0 is "off"
    void setTheme(Theme::Mode mode);

private:
    QAction* add(const QString& text, const char* name);
    void makeActions();
    void makeMenus(QMainWindow& window, bool withLab);
    void makeToolBar(QMainWindow& window);
    void makeIntervals();
    void makeThemes();

    QMenu* m_intervalMenu = nullptr;
    QMenu* m_themeMenu = nullptr;
    QToolButton* m_refreshButton = nullptr;
};

} // namespace drydock::ui
