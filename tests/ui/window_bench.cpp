// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "tests/ui/window_bench.h"

#include "model/maintenance/plan_enter.h"
#include "tests/support/qt_test.h"

#include <QApplication>
#include <QFont>

namespace drydock::tests {

using domain::Result;
using domain::ServerName;

namespace {

maintenance::Plan planFor(const ServerName& server)
{
    return maintenance::planEnter(twoGroupSnapshot(), server).value();
}

} // namespace

maintenance::RunState runningRun() { return movingRun(planFor(mail()), at(0)); }
maintenance::RunState askingRun() { return failedRun(planFor(mail()), at(0)); }
maintenance::RunState succeededRun() { return finishedRun(planFor(ServerName("MAIL4")), at(-68)); }
maintenance::RunState unfinishedRun() { return stoppedRun(planFor(mail()), at(-139 * 60)); }

WindowBench::WindowBench(ui::Theme::Mode mode)
    : theme(mode),
      connection([this](const ports::ConnectionProfile&,
                        const ports::Passwords&) -> Result<std::shared_ptr<ports::ExchangeGateway>> { return gateway; })
{
    expectQtWarning(QStringLiteral("propagateSizeHints")); // the offscreen platform has no sizes to hint at
    (void)english.load(QStringLiteral(":/translations/drydock_en.qm"));
    QApplication::installTranslator(&english);
    QApplication::setFont(QFont(QStringLiteral("Noto Sans"), 10));
    theme.apply();
    gateway->info.security = "Kerberos, sealed";
    journals.addListing(succeededRun());
    journals.addListing(unfinishedRun());
    QObject::connect(&connection, &controllers::ConnectionController::stateChanged, &refreshing,
                     [this] { refreshing.setGateway(connection.refreshGateway()); });
    makeWindow();
}

void WindowBench::makeWindow()
{
    window.reset();
    ui::MainWindow::Actions actions;
    actions.connect = [this](const ports::ConnectionProfile& profile, const ports::Passwords& passwords, bool keep) {
        asked.push_back("connect " + profile.url.toStdString() + (keep ? " keep" : ""));
        connection.connectTo(profile, passwords);
    };
    actions.saveProfile = [this](const ports::ConnectionProfile& profile) {
        asked.push_back("save " + profile.name.toStdString());
    };
    actions.removeProfile = [this](const ports::ConnectionProfile& profile) {
        asked.push_back("remove " + profile.name.toStdString());
    };
    actions.startLab = [this] { asked.emplace_back("lab"); };
    actions.openWizard = [this](maintenance::RunKind runKind, const domain::ServerName& server) {
        asked.push_back(std::string(maintenance::toString(runKind)) + " " + server.text());
    };
    actions.showRun = [this](const std::string& id) { asked.push_back("show " + id); };
    actions.decide = [this](const std::string& id, ui::Decision decision) {
        asked.push_back("decide " + std::to_string(int(decision)) + " " + id);
    };
    actions.stopRuns = [this] { asked.emplace_back("stop runs"); };
    actions.resumeRun = [this](const std::string& id) { asked.push_back("resume " + id); };
    window = std::make_unique<ui::MainWindow>(
        ui::MainWindow::Dependencies{
            theme, connection, refreshing, journals, clock, settings, implementsScheme, {}, {}},
        actions);
    window->show();
    (void)QTest::qWaitForWindowActive(window.get());
}

bool WindowBench::implementsScheme(ports::AuthenticationScheme scheme)
{
    return scheme == ports::AuthenticationScheme::Basic || scheme == ports::AuthenticationScheme::None;
}

void WindowBench::connect()
{
    ports::ConnectionProfile profile;
    profile.url = QStringLiteral("https://mail2.alwayshotcafe.com/PowerShell/");
    profile.readOnly = gateway->info.readOnly;
    connection.connectTo(profile, {});
    (void)waitUntil([this] { return refreshing.snapshot() != nullptr && !refreshing.refreshing(); });
}

void WindowBench::refresh()
{
    const auto before = gateway->readings();
    refreshing.refresh();
    (void)waitUntil([&] { return gateway->readings() > before && !refreshing.refreshing(); });
}

} // namespace drydock::tests
