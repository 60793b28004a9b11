// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/main_window_p.h"

#include "model/maintenance/live_progress.h"
#include "model/tables/text.h"
#include "ui/about_dialog.h"
#include "ui/main_window_dialogs.h"
#include "ui/pages/overview_page.h"
#include "ui/pages/runs_page.h"
#include "ui/widgets/decision_message.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/time_text.h"

#include <QAction>
#include <QActionGroup>
#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QDialog>
#include <QLineEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace drydock::ui {
namespace {

using State = controllers::ConnectionController::State;
using About = MessageArea::About;
using tables::plainText;

constexpr int sideWidth = 208;

// Returns the DNS domain of the servers. The address of the connection is not used: it may be a load balancer or
// an IP address.
QString domainOf(const domain::DagSnapshot& snapshot)
{
    for (const auto& server : snapshot.servers) {
        const auto fqdn = plainText(server.fqdn);
        if (const auto dot = fqdn.indexOf(QLatin1Char('.')); dot > 0) return fqdn.mid(dot + 1);
    }
    return plainText(snapshot.source);
}

} // namespace

MainWindow::Private::Private(MainWindow& w, const Dependencies& d, Actions a)
    : window(w), dependencies(d), actions(std::move(a)), menu(new WindowActions(w, bool(actions.startLab))),
      messages(new MessageArea(d.theme, &w)), firstStart(new FirstStartPage(d.theme, bool(actions.startLab), &w)),
      workspace(new Workspace({d.theme, d.clock, d.settings, d.journals}, &w)), tree(new ServerTree(d.theme, &w)),
      strip(new StatusStrip(d.theme, &w))
{
    buildBody();
    window.setStatusBar(strip);
    seconds.setInterval(std::chrono::seconds(1));
    QObject::connect(&seconds, &QTimer::timeout, &window, [this] { updateTimes(); });
    seconds.start();
}

void MainWindow::Private::buildBody()
{
    side = new QWidget(&window);
    side->setAutoFillBackground(true);
    side->setBackgroundRole(QPalette::Base);
    organisation = new TextLabel(dependencies.theme, Type::Secondary, Role::Muted, {}, side);
    organisation->setElide(Qt::ElideMiddle);
    organisation->setContentsMargins(size::inCard, 0, 0, 0);
    auto* sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(0, size::inCard, 0, 0);
    sideColumn->setSpacing(size::betweenControls);
    sideColumn->addWidget(organisation);
    sideColumn->addWidget(tree, 1);
    stack = new QStackedWidget(&window);
    stack->addWidget(firstStart);
    stack->addWidget(workspace);
    auto* right = new QWidget(&window);
    auto* rightColumn = new QVBoxLayout(right);
    rightColumn->setContentsMargins(0, 0, 0, 0);
    rightColumn->setSpacing(0);
    rightColumn->addWidget(messages);
    rightColumn->addWidget(stack, 1);
    auto* splitter = new QSplitter(&window);
    splitter->addWidget(side);
    splitter->addWidget(right);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({sideWidth, 10 * sideWidth});
    splitter->setCollapsible(1, false);
    splitter->handle(1)->setAccessibleName(tr("Divider"));
    window.setCentralWidget(splitter);
}

void MainWindow::Private::connectControllers()
{
    connect(&dependencies.connection, &controllers::ConnectionController::stateChanged, &window, [this](State state) {
        if (state == State::Disconnected) {
            workspace->setSnapshot(nullptr);
            tree->setSnapshot(nullptr);
        }
        if (state == State::Connected) messages->remove(About::Connection);
        if (state != State::Connected) messages->remove(About::Refresh);
        update();
    });
    connect(&dependencies.connection, &controllers::ConnectionController::failed, &window,
            [this](const domain::Error& error) {
                messages->add(errorText(error), dependencies.clock.now(), About::Connection);
            });
    connect(&dependencies.refresh, &controllers::RefreshController::snapshotChanged, &window,
            [this](const domain::SnapshotPtr& snapshot) {
                tree->setSnapshot(snapshot);
                workspace->setSnapshot(snapshot);
                workspace->setSelection(tree->selection());
                if (activity && snapshot) activity->moves = maintenance::movesIn(*snapshot, *activity);
                messages->remove(About::Refresh);
                update();
            });
    connect(&dependencies.refresh, &controllers::RefreshController::partRead, &window,
            [this](const domain::SnapshotPtr& snapshot) {
                tree->setSnapshot(snapshot);
                workspace->setPart(snapshot);
                workspace->setSelection(tree->selection());
            });
    connect(&dependencies.refresh, &controllers::RefreshController::refreshFailed, &window,
            [this](const domain::Error& error) {
                messages->add(errorText(error), dependencies.clock.now(), About::Refresh);
            });
    connect(&dependencies.refresh, &controllers::RefreshController::refreshingChanged, &window, [this] { update(); });
    connect(&dependencies.refresh, &controllers::RefreshController::staleChanged, &window, [this](bool stale) {
        workspace->setStale(stale);
        tree->setStale(stale);
        update();
    });
    connect(tree, &ServerTree::treeSelectionChanged, &window, [this] {
        workspace->setSelection(tree->selection());
        update();
    });
    connect(tree, &ServerTree::serverActivated, &window, [this] { window.showPage(Page::Servers); });
    if (const auto snapshot = dependencies.refresh.snapshot()) {
        tree->setSnapshot(snapshot);
        workspace->setSnapshot(snapshot);
        workspace->setSelection(tree->selection());
    }
}

void MainWindow::Private::connectActions()
{
    connect(menu->connectTo, &QAction::triggered, &window, &MainWindow::openConnectDialog);
    connect(menu->disconnectFrom, &QAction::triggered, &dependencies.connection,
            &controllers::ConnectionController::disconnect);
    connect(menu->quit, &QAction::triggered, &window, &QWidget::close);
    connect(menu->exportTable, &QAction::triggered, &window, [this] {
        if (const auto* page = workspace->tablePage()) exportTable(window, *page);
    });
    menu->notifications->setVisible(actions.openNotifications != nullptr);
    connect(menu->notifications, &QAction::triggered, &window, [this] { actions.openNotifications(); });
    connect(menu->about, &QAction::triggered, &window, [this] {
        auto* dialog = new AboutDialog(dependencies.theme, &window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    connect(firstStart, &FirstStartPage::connectRequested, &window, &MainWindow::openConnectDialog);
    connect(workspace, &Workspace::emptyButtonClicked, &window, &MainWindow::openConnectDialog);
    if (actions.startLab) {
        connect(menu->lab, &QAction::triggered, &window, [this] { actions.startLab(); });
        connect(firstStart, &FirstStartPage::labRequested, &window, [this] { actions.startLab(); });
    }
    connect(workspace, &Workspace::maintenanceRequested, &window, [this] { openWizard(maintenance::RunKind::Enter); });
    connectMaintenanceActions();
    connectViewActions();
}

void MainWindow::Private::connectMaintenanceActions()
{
    connect(menu->putIntoMaintenance, &QAction::triggered, &window,
            [this] { openWizard(maintenance::RunKind::Enter); });
    connect(menu->reinstate, &QAction::triggered, &window, [this] { openWizard(maintenance::RunKind::Reinstate); });
    connect(menu->rebalance, &QAction::triggered, &window, [this] { openWizard(maintenance::RunKind::Rebalance); });
    connect(menu->rolling, &QAction::triggered, &window, [this] {
        if (actions.openCampaignWindow) actions.openCampaignWindow(tree->selection().dag);
    });
    connect(menu->resume, &QAction::triggered, &window, [this] {
        const auto unfinished = unfinishedRuns();
        if (!unfinished.empty() && actions.resumeRun)
            actions.resumeRun(unfinished.size() == 1 ? unfinished.front()->run.id : std::string());
    });
    const auto showRun = [this] {
        if (activity && actions.showRun) actions.showRun(activity->id);
    };
    connect(menu->showRun, &QAction::triggered, &window, showRun);
    connect(strip, &StatusStrip::showRunRequested, &window, showRun);
    connect(&workspace->overview().decision(), &DecisionMessage::chosen, &window, [this](Decision decision) {
        if (activity && actions.decide) actions.decide(activity->id, decision);
    });
    auto& list = workspace->overview().maintenance();
    connect(&list, &MaintenanceList::showRunRequested, &window, showRun);
    connect(&list, &MaintenanceList::reinstateRequested, &window, [this](const domain::ServerName& server) {
        if (actions.openWizard) actions.openWizard(maintenance::RunKind::Reinstate, server);
    });
    connect(&workspace->runs(), &RunsPage::showRunRequested, &window, showRun);
    connect(&workspace->runs(), &RunsPage::resumeRequested, &window, [this](const QString& id) {
        if (actions.resumeRun) actions.resumeRun(id.toStdString());
    });
}

void MainWindow::Private::connectViewActions()
{
    for (std::size_t i = 0; i < menu->pages.size(); ++i)
        connect(menu->pages.at(i), &QAction::triggered, &window, [this, i] { workspace->showPage(int(i)); });
    connect(menu->refresh, &QAction::triggered, &dependencies.refresh, &controllers::RefreshController::refresh);
    connectSettings();
    connect(menu->find, &QAction::triggered, menu->filter, [this] {
        menu->filter->setFocus(Qt::ShortcutFocusReason);
        menu->filter->selectAll();
    });
    connect(menu->clearFilter, &QAction::triggered, menu->filter, &QLineEdit::clear);
    connect(workspace, &Workspace::filterCleared, menu->filter, &QLineEdit::clear);
    connect(workspace, &Workspace::onlyServerCleared, tree, &ServerTree::chooseGroup);
    auto* divide = new QAction(&window);
    divide->setSeparator(true);
    workspace->setRowActions({menu->details, menu->copy, divide, menu->putIntoMaintenance, menu->reinstate});
    tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    tree->addActions({menu->putIntoMaintenance, menu->reinstate});
    workspace->setCellActions({divide, menu->putIntoMaintenance, menu->reinstate});
    connectFilter();
    // Shift+F10 opens the context menu. Not every platform sends an event for it.
    auto* contextMenu = new QAction(&window);
    contextMenu->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F10));
    window.addAction(contextMenu);
    connect(contextMenu, &QAction::triggered, &window, [this] { openContextMenu(); });
    connect(menu->copy, &QAction::triggered, &window, [this] {
        if (const auto* page = workspace->tablePage()) page->view().copySelected();
    });
    connect(menu->details, &QAction::triggered, &window, [this] {
        if (auto* page = workspace->tablePage()) page->showDetails();
    });
    connect(workspace, &QTabWidget::currentChanged, &window, [this](int index) {
        if (static_cast<Page>(index) == Page::Runs) window.reloadRuns();
        updateActions();
    });
}

void MainWindow::Private::connectSettings()
{
    using namespace services;
    connect(menu->intervals, &QActionGroup::triggered, &window, [this](QAction* action) {
        store(setting::refreshInterval, std::chrono::milliseconds(std::chrono::seconds(action->data().toInt())));
    });
    connect(menu->themes, &QActionGroup::triggered, &window, [this](QAction* action) {
        const auto mode = static_cast<Theme::Mode>(action->data().toInt());
        dependencies.theme.setMode(mode); // the stored setting may be equal while --theme asked for another
        store(setting::theme, Theme::wordOf(mode));
    });
    menu->setTheme(dependencies.theme.mode());
    connect(&dependencies.settings, &Settings::changed, &window, [this](const QString& key) {
        if (key == setting::refreshInterval.key) applyInterval();
    });
    applyInterval();
}

void MainWindow::Private::applyInterval()
{
    const auto interval = dependencies.settings.value(services::setting::refreshInterval);
    dependencies.refresh.setInterval(interval);
    menu->setInterval(int(std::chrono::duration_cast<std::chrono::seconds>(interval).count()));
}

void MainWindow::Private::openContextMenu()
{
    auto* widget = window.focusWidget();
    if (!widget) return;
    const auto at = widget->inputMethodQuery(Qt::ImCursorRectangle).toRect().center();
    QContextMenuEvent event(QContextMenuEvent::Keyboard, at, widget->mapToGlobal(at));
    QCoreApplication::sendEvent(widget, &event);
}

void MainWindow::Private::askToClose()
{
    if (window.findChild<QDialog*>(QStringLiteral("askToClose"))) return;
    const auto close = [this] { window.closeAtOnce(); };
    if (stopping || !actions.stopRuns) return askToLeaveRun(window, activity->plan.server, close);
    askToStopRun(window, activity->plan.server, [this] {
        stopping = true;
        actions.stopRuns();
        update();
    });
}

void MainWindow::Private::connectFilter()
{
    connect(menu->filter, &QLineEdit::textChanged, workspace, &Workspace::setFilter);
    const auto actionFor = [this](Qt::Key key) {
        auto* action = new QAction(menu->filter);
        action->setShortcut(QKeySequence(key));
        action->setShortcutContext(Qt::WidgetShortcut);
        menu->filter->addAction(action);
        return action;
    };
    connect(actionFor(Qt::Key_Escape), &QAction::triggered, &window, [this] {
        menu->filter->clear();
        workspace->focusPage();
    });
    // These keys move the focus from the filter to the rows it has found.
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Down})
        connect(actionFor(key), &QAction::triggered, workspace, &Workspace::focusPage);
}

void MainWindow::Private::update()
{
    const auto state = dependencies.connection.state();
    const bool nothing = state != State::Connected && !dependencies.refresh.snapshot();
    side->setVisible(!nothing);
    stack->setCurrentWidget(nothing ? static_cast<QWidget*>(firstStart) : workspace);
    firstStart->setBusy(
        state == State::Connecting
            ? tr("Connecting to %1…").arg(plainText(dependencies.connection.profile().url.toStdString()))
            : QString());
    if (const auto snapshot = dependencies.refresh.snapshot()) organisation->setText(domainOf(*snapshot));
    strip->setConnection(connectionText());
    const auto why = whyNotPermitted();
    workspace->setPermitted(why.isEmpty(), why);
    updateWhyEmpty();
    updateTitle();
    updateActions();
    updateTimes();
}

QString MainWindow::Private::connectionText() const
{
    if (!connected()) return tr("Not connected");
    const auto& info = dependencies.connection.info();
    QStringList words{plainText(info.connectedTo), plainText(info.security)};
    if (!whyNotPermitted().isEmpty()) words += tr("READ-ONLY");
    return words.join(QStringLiteral(" · "));
}

void MainWindow::Private::updateWhyEmpty()
{
    if (!connected()) return workspace->setWhyEmpty(tr("Not connected."), tr("&Connect…"));
    if (!dependencies.refresh.snapshot())
        return workspace->setWhyEmpty(dependencies.refresh.stale() ? tr("Nothing could be read yet.") : tr("Reading…"));
    workspace->setWhyEmpty(tr("The servers told of none, or this user is not allowed to see them."));
}

void MainWindow::Private::updateTitle()
{
    QStringList titleParts;
    if (activity) {
        const auto count = activity->steps.size();
        titleParts += activity->phase == maintenance::RunPhase::Asking
                          ? tr("%1 asks what to do").arg(plainText(activity->plan.server.text()))
                          : tr("step %1 of %2").arg(std::min(activity->current + 1, count)).arg(count);
    }
    if (connected()) {
        const auto& info = dependencies.connection.info();
        const auto where = plainText(info.connectedTo);
        const auto dag = plainText(tree->selection().dag.text());
        titleParts += dag.isEmpty() ? where : tr("%1 @ %2", "group and server").arg(dag, where);
        titleParts += plainText(info.security);
        if (info.readOnly || dependencies.connection.profile().readOnly) titleParts += tr("READ-ONLY");
    }
    window.setWindowTitle(titleParts.isEmpty() ? tr("Drydock")
                                               : tr("%1 – Drydock").arg(titleParts.join(QStringLiteral(" · "))));
}

QString MainWindow::Private::whyNotPermitted() const
{
    if (!connected()) return tr("Not connected");
    const auto permission = dependencies.connection.permissionForMaintenance();
    if (permission.allowed) return {};
    if (permission.becauseReadOnly) return tr("This session is read-only: it sends nothing that changes anything");
    return tr("Needs a role that grants it: %1 is not granted to you").arg(plainText(permission.missing));
}

void MainWindow::Private::updateActions()
{
    const auto why = whyNotPermitted();
    const bool busy = activity.has_value();
    const auto busyWhy = tr("A run is under way");
    WindowActions::permit(*menu->putIntoMaintenance, why.isEmpty() && !busy, why.isEmpty() ? busyWhy : why);
    WindowActions::permit(*menu->reinstate, why.isEmpty() && !busy, why.isEmpty() ? busyWhy : why);
    WindowActions::permit(*menu->rebalance, why.isEmpty() && !busy, why.isEmpty() ? busyWhy : why);
    WindowActions::permit(*menu->rolling, why.isEmpty() && !busy, why.isEmpty() ? busyWhy : why);
    const bool unfinished = !unfinishedRuns().empty();
    WindowActions::permit(*menu->resume, why.isEmpty() && !busy && unfinished,
                          !why.isEmpty() ? why
                          : busy         ? busyWhy
                                         : tr("No run was left unfinished"));
    WindowActions::permit(*menu->showRun, busy, tr("No run is under way"));
    WindowActions::permit(*menu->refresh, connected(), tr("Not connected"));
    WindowActions::permit(*menu->disconnectFrom, dependencies.connection.state() != State::Disconnected && !busy,
                          busy ? busyWhy : tr("Not connected"));
    const bool table = stack->currentWidget() == workspace && workspace->tablePage();
    WindowActions::permit(*menu->exportTable, table, tr("Choose a page with a table first"));
    WindowActions::permit(*menu->copy, table, tr("Choose a page with a table first"));
    WindowActions::permit(*menu->details, table, tr("Choose a page with a table first"));
    menu->filter->setEnabled(stack->currentWidget() == workspace);
    menu->find->setEnabled(stack->currentWidget() == workspace);
}

void MainWindow::Private::updateTimes()
{
    using Freshness = StatusStrip::Freshness;
    workspace->updateTimes();
    using maintenance::RunPhase;
    using Activity = StatusStrip::Activity;
    const auto phase = activity ? activity->phase : RunPhase::Running;
    strip->setActivity(activityText(), phase == RunPhase::Asking   ? Activity::Asking
                                       : phase == RunPhase::Paused ? Activity::Resting
                                                                   : Activity::Working);
    const auto snapshot = dependencies.refresh.snapshot();
    if (!snapshot)
        return strip->setFreshness(dependencies.refresh.refreshing() ? Freshness::Refreshing : Freshness::None,
                                   tr("reading…"));
    const auto ago = agoText(dependencies.clock.now() - snapshot->takenAt);
    const auto tip = tables::timeToolTip(snapshot->takenAt);
    if (dependencies.refresh.stale())
        return strip->setFreshness(Freshness::Stale, tr("out of date, read %1").arg(ago), tip);
    if (dependencies.refresh.refreshing()) return strip->setFreshness(Freshness::Refreshing, tr("refreshing…"), tip);
    if (snapshot->errors.empty()) return strip->setFreshness(Freshness::Fresh, tr("refreshed %1").arg(ago), tip);
    QStringList lines{tip};
    for (const auto& error : snapshot->errors)
        lines += tr("%1 of %2 could not be read: %3")
                     .arg(QLatin1String(domain::toString(error.section)), plainText(error.server.text()),
                          plainText(error.error.summary()));
    strip->setFreshness(Freshness::Partial, tr("refreshed %1, not all could be read").arg(ago),
                        tables::toolTipText(lines.join(QLatin1Char('\n'))));
}

QString MainWindow::Private::activityText() const
{
    if (!activity) return {};
    const auto count = activity->steps.size();
    const auto current = std::min(activity->current, count ? count - 1 : 0);
    QStringList words{tr("%1: step %2 of %3").arg(plainText(activity->plan.server.text())).arg(current + 1).arg(count)};
    if (activity->phase == maintenance::RunPhase::Asking)
        words += tr("asks what to do");
    else if (stopping)
        words += tr("stops when what is under way is answered, then Drydock closes");
    else if (activity->undoDownTo && current < activity->plan.steps.size())
        words += tr("undoing: %1").arg(tables::translated(activity->plan.steps[current].title));
    else if (activity->phase == maintenance::RunPhase::Paused)
        words += tr("paused");
    else if (current < activity->plan.steps.size())
        words += tables::translated(activity->plan.steps[current].title);
    // In a resumed run the number of databases left is known once the step has read it.
    const bool read = current < count && activity->steps[current].attempts > 0;
    if (const auto left = activity->databasesLeft(); left > 0 && read)
        words += tr("%n database(s) left", nullptr, int(left));
    const bool waits =
        activity->phase == maintenance::RunPhase::Asking || activity->phase == maintenance::RunPhase::Paused;
    if (activity->startedAt && !waits) words += tables::durationText(dependencies.clock.now() - *activity->startedAt);
    return words.join(QStringLiteral(" · "));
}

domain::ServerName MainWindow::Private::chosenServer() const
{
    const auto row = workspace->currentServer();
    return row.empty() || tree->hasFocus() ? tree->selection().server : row;
}

void MainWindow::Private::openWizard(maintenance::RunKind runKind)
{
    if (actions.openWizard) actions.openWizard(runKind, chosenServer());
}

std::vector<const ports::RunListing*> MainWindow::Private::unfinishedRuns() const
{
    std::vector<const ports::RunListing*> unfinished;
    for (const auto& run : runs)
        if (run.resumable()) unfinished.push_back(&run);
    return unfinished;
}

} // namespace drydock::ui
