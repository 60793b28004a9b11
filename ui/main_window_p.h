// What the main window is made of, and how it keeps itself in step with its controllers.
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
    // Everything that follows from the controllers' state: which page, title, actions, status, reasons.
    void update();
    void updateTimes();
    void askToClose();

    MainWindow& window;
    const Dependencies dependencies;
    const Actions actions;
    std::vector<ports::ConnectionProfile> profiles;
    std::vector<ports::RunListing> runs;
    std::optional<maintenance::RunState> activity;
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
    void openContextMenu(); // of what has the focus
    void updateTitle();
    void updateActions();
    void updateWhyEmpty();
    void useInterval(); // the one that is chosen
    // Stores what was chosen at once.
    template <class Value> void choose(const services::Setting<Value>& setting, const Value& value)
    {
        dependencies.settings.set(setting, value);
        if (const auto saved = dependencies.settings.save(); !saved) window.showError(saved.error());
    }
    void exportCurrent();
    void about();
    [[nodiscard]] QString activityText() const;
    [[nodiscard]] QString connectionText() const;
    // Why no maintenance may be run here; empty: it may.
    [[nodiscard]] QString whyNot() const;
    [[nodiscard]] bool connected() const
    {
        return dependencies.connection.state() == controllers::ConnectionController::State::Connected;
    }
    [[nodiscard]] domain::ServerName chosenServer() const;
    void openWizard(maintenance::Direction direction);
    [[nodiscard]] std::vector<const ports::RunListing*> unfinishedRuns() const;
};

} // namespace drydock::ui
