#include "tests/ui/window_bench.h"

#include "tests/support/qt_test.h"

#include <QApplication>
#include <QFont>

namespace drydock::tests {

using domain::Result;

QFuture<Result<ports::ServerInfo>> FakeGateway::open()
{
    return QtFuture::makeReadyFuture(refuse ? Result<ports::ServerInfo>(domain::fail(*refuse))
                                            : Result<ports::ServerInfo>(info));
}

QFuture<Result<domain::SnapshotPtr>> FakeGateway::readSnapshot(ports::ReadScope)
{
    ++snapshotRead;
    if (refuse) return QtFuture::makeReadyFuture(Result<domain::SnapshotPtr>(domain::fail(*refuse)));
    return QtFuture::makeReadyFuture(
        Result<domain::SnapshotPtr>(std::make_shared<const domain::DagSnapshot>(snapshot)));
}

QFuture<Result<maintenance::CommandReport>> FakeGateway::execute(maintenance::Command)
{
    return QtFuture::makeReadyFuture(
        Result<maintenance::CommandReport>(domain::fail(domain::ErrorKind::ReadOnly, "a window sends nothing")));
}

Result<std::unique_ptr<ports::Journal>> FakeJournals::create(const std::string&)
{
    return domain::fail(domain::ErrorKind::Storage, "create");
}
Result<ports::OpenedJournal> FakeJournals::open(const std::string&)
{
    return domain::fail(domain::ErrorKind::NotFound, "open");
}

WindowBench::WindowBench(ui::Theme::Mode mode)
    : theme(mode),
      connection([this](const ports::ConnectionProfile&,
                        const domain::Secret&) -> Result<std::shared_ptr<ports::ExchangeGateway>> { return gateway; })
{
    expectQtWarning(QStringLiteral("propagateSizeHints")); // the offscreen platform has no sizes to hint at
    (void)english.load(QStringLiteral(":/translations/drydock_en.qm"));
    QApplication::installTranslator(&english);
    QApplication::setFont(QFont(QStringLiteral("Noto Sans"), 10));
    theme.apply();
    gateway->info = {"mail2.alwayshotcafe.com", "LAB\\admin", "Kerberos, sealed", {}, false};
    gateway->snapshot = sampleSnapshot();
    journals.runs = {{finishedRun(), false, {}, "b"}, {unfinishedRun(), false, {}, "c"}};
    QObject::connect(&connection, &controllers::ConnectionController::stateChanged, &refreshing,
                     [this] { refreshing.setGateway(connection.refreshGateway()); });
    makeWindow();
}

void WindowBench::makeWindow()
{
    window.reset();
    ui::MainWindow::Actions actions;
    actions.connect = [this](const ports::ConnectionProfile& profile, domain::Secret secret, bool keep) {
        asked.push_back("connect " + profile.url.toStdString() + (keep ? " keep" : ""));
        connection.connectTo(profile, std::move(secret));
    };
    actions.startLab = [this] { asked.emplace_back("lab"); };
    actions.openWizard = [this](maintenance::Direction direction, const domain::ServerName& server) {
        asked.push_back(std::string(maintenance::toString(direction)) + " " + server.text());
    };
    actions.showRun = [this](const std::string& id) { asked.push_back("show " + id); };
    actions.resumeRun = [this](const std::string& id) { asked.push_back("resume " + id); };
    window = std::make_unique<ui::MainWindow>(
        ui::MainWindow::Dependencies{theme, connection, refreshing, journals, clock, settings}, actions);
    window->show();
    (void)QTest::qWaitForWindowActive(window.get());
}

void WindowBench::connect()
{
    ports::ConnectionProfile profile;
    profile.url = QStringLiteral("https://mail2.alwayshotcafe.com/PowerShell/");
    profile.readOnly = gateway->info.readOnly;
    connection.connectTo(profile, {});
    (void)QTest::qWaitFor([this] { return refreshing.snapshot() != nullptr && !refreshing.refreshing(); });
}

void WindowBench::refresh()
{
    const auto before = gateway->snapshotRead;
    refreshing.refresh();
    (void)QTest::qWaitFor([&] { return gateway->snapshotRead > before && !refreshing.refreshing(); });
}

} // namespace drydock::tests
