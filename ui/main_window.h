// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The main window: server tree, six pages, tool bar and status bar. It shows what the controllers signal and asks for
// everything else through Actions.
#pragma once

#include "model/controllers/connection_controller.h"
#include "model/controllers/refresh_controller.h"
#include "model/maintenance/run_state.h"
#include "model/ports/clock.h"
#include "model/ports/endpoint_probe.h"
#include "model/ports/journal_store.h"
#include "ui/theme/theme.h"
#include "ui/widgets/decision_text.h"

#include <QMainWindow>

#include <functional>
#include <memory>
#include <vector>

namespace drydock::services {
class Settings;
}

namespace drydock::ui {

enum class Page { Overview, Servers, Copies, Components, Queues, Runs };

class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    // All of these outlive the window. The program that creates them sets the gateway of the refresh controller
    // whenever the connection changes.
    struct Dependencies {
        Theme& theme;
        controllers::ConnectionController& connection;
        controllers::RefreshController& refresh;
        ports::JournalStore& journals;
        const ports::Clock& clock;
        services::Settings& settings;
        ports::ImplementsScheme implementsScheme;
        // For the test of a connection.
        ports::EndpointProbe probe;
        ports::GatewayFactory gatewayFactory;
    };
    // What the program does for the window. connect is required. Without startLab the lab is not offered; the others do
    // nothing when they are empty.
    struct Actions {
        std::function<void(const ports::ConnectionProfile&, const ports::Passwords&, bool keepInKeychain)> connect;
        std::function<void(const ports::ConnectionProfile&)> saveProfile;
        std::function<void(const ports::ConnectionProfile&)> removeProfile; // and its passwords
        std::function<void()> startLab;
        // Opens a wizard. With an empty name the user chooses the server there.
        std::function<void(maintenance::RunKind, const domain::ServerName&)> openWizard;
        // Opens the window of a rolling maintenance. With an empty name the first group is offered.
        std::function<void(const domain::DagName& group)> openCampaignWindow;
        // Raises the window of a run that is under way.
        std::function<void(const std::string& runId)> showRun;
        // Carries out a decision about a run that asks.
        std::function<void(const std::string& runId, Decision decision)> decide;
        // Stops every run as soon as what it has sent is answered, then calls closeAtOnce().
        std::function<void()> stopRuns;
        std::function<void()> openNotifications; // chooses who is told of runs
        // Asks whether to continue, undo or abandon an unfinished run; an empty id offers all of them.
        std::function<void(const std::string& runId)> resumeRun;
    };

    MainWindow(const Dependencies& dependencies, Actions actions, QWidget* parent = nullptr);
    ~MainWindow() override;

    void setProfiles(
        const std::vector<ports::ConnectionProfile>& profiles); // for the connect dialog, the last used one first
    void showPage(Page page);
    [[nodiscard]] Page page() const;
    void selectServer(const domain::ServerName& server); // see ServerTree::choose()
    // Shows an error above the pages until the user dismisses it.
    void showError(const domain::Error& error);

    void closeAtOnce(); // closes without a question

signals:
    void closed(); // the window was closed, after a possible question

public slots:
    // Shows the current run in the status bar, the title and the overview. Call it again on each change.
    void setActivity(const drydock::maintenance::RunState& state);
    void clearActivity(); // no run is under way any more
    void reloadRuns();    // reads the list of runs from the journal again
    void openConnectDialog();

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace drydock::ui
