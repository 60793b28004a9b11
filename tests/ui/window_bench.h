// A main window over controllers with a gateway and a journal that live in memory: what the tests of windows begin
// with.
#pragma once

#include "model/services/settings.h"
#include "tests/ui/fixed_clock.h"
#include "tests/ui/sample_organisation.h"
#include "ui/main_window.h"

#include <QTemporaryDir>
#include <QTranslator>

#include <optional>

namespace drydock::tests {

class FakeGateway final : public ports::ExchangeGateway
{
public:
    ports::ServerInfo info;
    domain::DagSnapshot snapshot;
    std::optional<domain::Error> refuse;
    int snapshotRead = 0;

    [[nodiscard]] QFuture<domain::Result<ports::ServerInfo>> open() override;
    [[nodiscard]] QFuture<domain::Result<domain::SnapshotPtr>> readSnapshot(ports::ReadScope scope) override;
    [[nodiscard]] QFuture<domain::Result<maintenance::CommandReport>> execute(maintenance::Command command) override;
    void close() override {}
};

class FakeJournals final : public ports::JournalStore
{
public:
    std::vector<ports::RunListing> runs;

    [[nodiscard]] domain::Result<std::unique_ptr<ports::Journal>> create(const std::string& runId) override;
    [[nodiscard]] domain::Result<ports::OpenedJournal> open(const std::string& runId) override;
    [[nodiscard]] domain::Result<std::vector<ports::RunListing>> list() override { return runs; }
    [[nodiscard]] domain::Result<> archive(const std::string&) override { return {}; }
};

struct WindowBench {
    explicit WindowBench(ui::Theme::Mode mode = ui::Theme::Mode::Light);

    void makeWindow(); // again: a new one over the same settings
    void connect();    // and waits for the first snapshot
    void refresh();    // and waits for it

    QTranslator english; // its plurals
    QTemporaryDir folder;
    services::Settings settings{folder.path()};
    ui::Theme theme;
    FixedClock clock{sampleTime + std::chrono::seconds(4)};
    std::shared_ptr<FakeGateway> gateway = std::make_shared<FakeGateway>();
    FakeJournals journals;
    controllers::ConnectionController connection;
    controllers::RefreshController refreshing;
    std::vector<std::string> asked; // what the window asked of the application, in words
    std::unique_ptr<ui::MainWindow> window;
};

} // namespace drydock::tests
