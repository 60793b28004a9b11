// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The main window over controllers with a gateway and journals in memory, which the tests of windows begin with.
#pragma once

#include "model/services/settings.h"
#include "tests/support/clocks.h"
#include "tests/support/fake_gateway.h"
#include "tests/support/memory_journal_store.h"
#include "tests/support/organisations.h"
#include "tests/support/sample_runs.h"
#include "tests/support/snapshot_changes.h"
#include "ui/main_window.h"

#include <QTemporaryDir>
#include <QTranslator>

namespace drydock::tests {

// Runs that take a server of twoGroupSnapshot() into maintenance.
[[nodiscard]] maintenance::RunState runningRun();    // MAIL, moving its databases
[[nodiscard]] maintenance::RunState askingRun();     // MAIL, its queues do not drain
[[nodiscard]] maintenance::RunState succeededRun();  // MAIL4
[[nodiscard]] maintenance::RunState unfinishedRun(); // MAIL, stopped days ago

struct WindowBench {
    explicit WindowBench(ui::Theme::Mode mode = ui::Theme::Mode::Light);

    void makeWindow();                                                // again: a new one over the same settings
    void connect();                                                   // and waits for the first snapshot
    void refresh();                                                   // and waits for it
    static bool implementsScheme(ports::AuthenticationScheme scheme); // Basic and None

    QTranslator english; // its plurals
    QTemporaryDir folder;
    services::Settings settings{folder.path()};
    ui::Theme theme;
    ManualClock clock{at(0) + std::chrono::seconds(4)};
    std::shared_ptr<FakeGateway> gateway = std::make_shared<FakeGateway>(twoGroupSnapshot());
    MemoryJournalStore journals;
    controllers::ConnectionController connection;
    controllers::RefreshController refreshing;
    std::vector<std::string> asked; // what the window asked of the application, in words
    std::unique_ptr<ui::MainWindow> window;
};

} // namespace drydock::tests
