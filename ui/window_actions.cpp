// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/window_actions.h"

#include "ui/theme/flat_style.h"
#include "ui/theme/sizes.h"

#include <QAction>
#include <QActionGroup>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>

namespace drydock::ui {
namespace {

constexpr int filterWidth = 260;
constexpr std::array intervalChoices{0, 10, 30, 60, 300}; // seconds

QString intervalText(int seconds)
{
    if (seconds == 0) return WindowActions::tr("Only when asked");
    return seconds < 120 ? WindowActions::tr("Every %1 s").arg(seconds)
                         : WindowActions::tr("Every %1 min").arg(seconds / 60);
}

} // namespace

WindowActions::WindowActions(QMainWindow& window, bool withLab)
    : QObject(&window), intervals(new QActionGroup(this)), themes(new QActionGroup(this)), filter(new QLineEdit)
{
    makeActions();
    makeIntervals();
    makeThemes();
    makeMenus(window, withLab);
    makeToolBar(window);
}

QAction* WindowActions::add(const QString& text, const char* name)
{
    auto* action = new QAction(text, this);
    action->setObjectName(QLatin1String(name));
    return action;
}

void WindowActions::makeActions()
{
    connectTo = add(tr("&Connect…"), "actionConnect");
    connectTo->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_O));
    disconnectFrom = add(tr("&Disconnect"), "actionDisconnect");
    lab = add(tr("Try it in the built-in &lab"), "actionLab");
    exportTable = add(tr("&Export…"), "actionExport");
    exportTable->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
    notifications = add(tr("&Notifications…"), "actionNotifications");
    quit = add(tr("&Quit"), "actionQuit");
    quit->setShortcut(QKeySequence::Quit);
    quit->setMenuRole(QAction::QuitRole);
    copy = add(tr("&Copy rows"), "actionCopy");
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut); // the shortcut belongs to the focused widget
    details = add(tr("&Details"), "actionDetails");
    find = add(tr("&Filter"), "actionFind");
    find->setShortcut(QKeySequence::Find);
    clearFilter = add(tr("C&lear the filter"), "actionClearFilter");
    refresh = add(tr("&Refresh"), "actionRefresh");
    refresh->setShortcut(QKeySequence(Qt::Key_F5));
    putIntoMaintenance = add(tr("&Put into maintenance…"), "actionPutIntoMaintenance");
    putIntoMaintenance->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_M));
    reinstate = add(tr("&Reinstate…"), "actionReinstate");
    rebalance = add(tr("&Bring databases home…"), "actionRebalance");
    rolling = add(tr("R&olling…"), "actionRolling");
    resume = add(tr("Res&ume an unfinished run…"), "actionResume");
    showRun = add(tr("Show the run under &way"), "actionShowRun");
    about = add(tr("&About Drydock"), "actionAbout");
    about->setMenuRole(QAction::AboutRole);
    const std::array titles{tr("&Overview"),   tr("&Servers"), tr("&Database copies"),
                            tr("&Components"), tr("&Queues"),  tr("R&uns")};
    for (std::size_t i = 0; i < pages.size(); ++i) {
        pages.at(i) = add(titles.at(i), "actionPage");
        pages.at(i)->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + int(i))));
    }
}

void WindowActions::makeIntervals()
{
    m_intervalMenu = new QMenu(tr("Refresh &interval"));
    connect(this, &QObject::destroyed, m_intervalMenu, &QObject::deleteLater);
    for (const auto seconds : intervalChoices) {
        auto* action = add(intervalText(seconds), "actionInterval");
        m_intervalMenu->addAction(action);
        action->setCheckable(true);
        action->setData(seconds);
        intervals->addAction(action);
    }
}

void WindowActions::makeThemes()
{
    m_themeMenu = new QMenu(tr("&Theme"));
    connect(this, &QObject::destroyed, m_themeMenu, &QObject::deleteLater);
    const auto addTheme = [this](Theme::Mode mode, const QString& text) {
        auto* action = add(text, "actionTheme");
        m_themeMenu->addAction(action);
        action->setCheckable(true);
        action->setData(int(mode));
        themes->addAction(action);
    };
    addTheme(Theme::Mode::System, tr("As the s&ystem"));
    addTheme(Theme::Mode::Light, tr("&Light"));
    addTheme(Theme::Mode::Dark, tr("&Dark"));
}

void WindowActions::makeMenus(QMainWindow& window, bool withLab)
{
    const auto menu = [&](const QString& title, const QList<QAction*>& actions) {
        auto* m = window.menuBar()->addMenu(title);
        m->setToolTipsVisible(true); // they say why an action is disabled
        for (auto* action : actions) {
            if (action)
                m->addAction(action);
            else
                m->addSeparator();
        }
        return m;
    };
    QList<QAction*> connections{connectTo};
    if (withLab) connections += lab;
    connections += {disconnectFrom, nullptr, exportTable, nullptr, notifications, nullptr, quit};
    menu(tr("&File"), connections);
    menu(tr("&Edit"), {copy, details, nullptr, find, clearFilter});
    auto* view = menu(tr("&View"), QList<QAction*>(pages.begin(), pages.end()));
    view->addSeparator();
    view->addAction(refresh);
    view->addMenu(m_intervalMenu);
    view->addMenu(m_themeMenu);
    menu(tr("&Maintenance"), {putIntoMaintenance, reinstate, rolling, rebalance, nullptr, resume, showRun});
    menu(tr("&Help"), {about});
}

void WindowActions::makeToolBar(QMainWindow& window)
{
    auto* bar = window.addToolBar(tr("Tools"));
    bar->setObjectName(QStringLiteral("toolBar"));
    bar->setAccessibleName(tr("Tools"));
    bar->setMovable(false);
    bar->setFloatable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->setToolButtonStyle(Qt::ToolButtonTextOnly);
    bar->addAction(putIntoMaintenance);
    bar->addAction(reinstate);
    bar->addAction(rolling);
    bar->addSeparator();
    bar->addAction(connectTo);
    m_refreshButton = new QToolButton(bar);
    m_refreshButton->setObjectName(QStringLiteral("refreshButton"));
    m_refreshButton->setPopupMode(QToolButton::MenuButtonPopup);
    m_refreshButton->setMenu(m_intervalMenu);
    connect(m_refreshButton, &QToolButton::clicked, refresh, &QAction::trigger);
    connect(refresh, &QAction::enabledChanged, m_refreshButton, &QWidget::setEnabled);
    bar->addWidget(m_refreshButton);
    bar->addAction(exportTable);
    auto* gap = new QWidget(bar);
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(gap);
    filter->setObjectName(QStringLiteral("filter"));
    filter->setPlaceholderText(tr("Filter (%1)").arg(find->shortcut().toString(QKeySequence::NativeText)));
    filter->setAccessibleName(tr("Filter"));
    filter->setClearButtonEnabled(true);
    filter->setMaximumWidth(filterWidth);
    bar->addWidget(filter);
    for (auto* action : {putIntoMaintenance, reinstate, rolling, connectTo, exportTable}) {
        auto* button = bar->widgetForAction(action);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(action->iconText());
    }
    m_refreshButton->setFocusPolicy(Qt::TabFocus);
    setPrimary(*bar->widgetForAction(putIntoMaintenance));
}

void WindowActions::permit(QAction& action, bool allowed, const QString& why)
{
    action.setEnabled(allowed);
    const auto reason = allowed ? QString() : why;
    action.setToolTip(reason.isEmpty() ? action.iconText() : reason);
}

void WindowActions::setTheme(Theme::Mode mode)
{
    for (auto* action : themes->actions())
        if (action->data().toInt() == int(mode)) action->setChecked(true);
}

void WindowActions::setInterval(int seconds)
{
    for (auto* action : intervals->actions())
        if (action->data().toInt() == seconds) action->setChecked(true);
    const auto text = seconds == 0    ? tr("Refresh")
                      : seconds < 120 ? tr("Refresh %1 s").arg(seconds)
                                      : tr("Refresh %1 min").arg(seconds / 60);
    m_refreshButton->setText(text);
    m_refreshButton->setAccessibleName(text);
    m_refreshButton->setToolTip(
        tr("Reads everything anew (%1)").arg(refresh->shortcut().toString(QKeySequence::NativeText)));
}

} // namespace drydock::ui
