// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/main_window.h"

#include "model/services/settings.h"
#include "model/tables/text.h"
#include "ui/main_window_p.h"
#include "ui/pages/overview_page.h"
#include "ui/pages/runs_page.h"
#include "ui/theme/flat_style.h"
#include "ui/widgets/time_text.h"

#include <QApplication>
#include <QCloseEvent>
#include <QMessageBox>

namespace drydock::ui {
namespace {

constexpr QSize firstSize{1280, 800};
constexpr QSize leastSize{960, 600};

} // namespace

MainWindow::MainWindow(const Dependencies& dependencies, Actions actions, QWidget* parent)
    : QMainWindow(parent), d(std::make_unique<Private>(*this, dependencies, std::move(actions)))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(applicationIcon());
    setMinimumSize(leastSize);
    resize(firstSize);
    restoreGeometry(dependencies.settings.value(services::setting::windowGeometry));
    d->connectControllers();
    d->connectActions();
    d->update();
    reloadRuns();
}

MainWindow::~MainWindow() = default;

void MainWindow::setProfiles(const std::vector<ports::ConnectionProfile>& profiles) { d->profiles = profiles; }

void MainWindow::showPage(Page page) { d->workspace->setCurrentIndex(static_cast<int>(page)); }

Page MainWindow::page() const { return static_cast<Page>(d->workspace->currentIndex()); }

void MainWindow::selectServer(const domain::ServerName& server) { d->tree->choose(server); }

void MainWindow::showError(const domain::Error& error)
{
    d->messages->add(errorText(error), d->dependencies.clock.now());
}

void MainWindow::setActivity(const maintenance::RunState& state)
{
    using maintenance::RunPhase;
    const bool knownBefore = d->activity && d->activity->id == state.id;
    const bool askedBefore = knownBefore && d->activity->phase == RunPhase::Asking;
    if (state.phase == RunPhase::Asking && !askedBefore) QApplication::alert(this);
    d->activity = state;
    d->workspace->setActivity(d->activity);
    if (!knownBefore) reloadRuns();
    d->update();
}

void MainWindow::clearActivity()
{
    d->activity.reset();
    d->workspace->setActivity({});
    reloadRuns();
    d->update();
}

void MainWindow::reloadRuns()
{
    auto runs = d->dependencies.journals.list();
    if (!runs) return showError(runs.error());
    d->runs = std::move(*runs);
    d->workspace->setRuns(d->runs);
    d->update();
}

void MainWindow::openConnectDialog()
{
    auto* dialog = new ConnectDialog(d->dependencies.theme, d->profiles, d->dependencies.implementsScheme, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (d->dependencies.probe) dialog->offerTest(d->dependencies.probe, d->dependencies.gatewayFactory);
    if (d->actions.saveProfile) dialog->offerSaving(d->actions.saveProfile, d->actions.removeProfile);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        d->actions.connect(dialog->profile(), dialog->takePasswords(), dialog->keepInKeychain());
    });
    dialog->open();
}

void MainWindow::closeAtOnce()
{
    d->closing = true;
    close();
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ThemeChange) d->dependencies.theme.apply();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (d->activity && !d->closing) {
        event->ignore();
        return d->askToClose();
    }
    d->dependencies.settings.set(services::setting::windowGeometry, saveGeometry());
    QMainWindow::closeEvent(event);
    if (event->isAccepted()) emit closed();
}

} // namespace drydock::ui
