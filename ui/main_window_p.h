// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The private part of MainWindow: its widgets, and the connections that keep them up to date with the controllers.
#pragma once

#include "model/services/settings.h"
#include "ui/main_window.h"
#include "ui/message_area.h"
#include "ui/pages/connect_dialog.h"
#include "ui/pages/first_start_page.h"
#include "ui/pages/server_tree.h"
#include "ui/pages/status_strip.h"
#include "ui/pages/workspace.h"
#include "ui/window_actions.h"

#include <QTimer>

class QStackedWidget;

namespace drydock::ui {

struct MainWindow::Private {
    Private(MainWindow& window, const Dependencies& dependencies, Actions actions);

    void connectControllers();
    void connectActions();
    // Updates everything that depends on the state of the controllers: page, title, actions, status and placeholders.
    void update();
    void updateTimes();
    void askToClose();

    MainWindow& window;
    const Dependencies dependencies;
    const Actions actions;
    std::vector<ports::ConnectionProfile> profiles;
    std::vector<ports::RunListing> runs;
    std::optional<maintenance::RunState> activity;
    bool stopping = false; // the runs are stopped, then the window closes
    bool closing = false;

    WindowActions* menu;
    MessageArea* messages;
    FirstStartPage* firstStart;
    Workspace* workspace;
    ServerTree* tree;
    StatusStrip* strip;
    QWidget* side = nullptr;
    TextLabel* organisation = nullptr;
    QStackedWidget* stack = nullptr;
    QTimer seconds;

private:
    void buildBody();
    void connectMaintenanceActions();
    void connectViewActions();
    void connectFilter();
    void connectSettings();
    void openContextMenu(); // of the focused widget
    void updateTitle();
    void updateActions();
    void updateWhyEmpty();
    void applyInterval(); // takes the refresh interval from the settings
    // Stores a setting at once, and shows an error when that fails.
    template <class Value> void store(const services::Setting<Value>& setting, const Value& value)
    {
        dependencies.settings.set(setting, value);
        if (const auto saved = dependencies.settings.save(); !saved) window.showError(saved.error());
    }
    [[nodiscard]] QString activityText() const;
    [[nodiscard]] QString connectionText() const;
    // Returns why this session may not change anything; empty if it may.
    [[nodiscard]] QString whyNotPermitted() const;
    [[nodiscard]] bool connected() const
    {
        return dependencies.connection.state() == controllers::ConnectionController::State::Connected;
    }
    [[nodiscard]] domain::ServerName chosenServer() const;
    void openWizard(maintenance::RunKind runKind);
    [[nodiscard]] std::vector<const ports::RunListing*> unfinishedRuns() const;
};

} // namespace drydock::ui
