// The main window: server tree, the six pages, tool bar, status bar; it shows what the controllers tell and asks
// through Actions.
#pragma once

#include "model/controllers/connection_controller.h"
#include "model/controllers/refresh_controller.h"
#include "model/maintenance/run_state.h"
#include "model/ports/clock.h"
#include "model/ports/journal_store.h"
#include "ui/theme/theme.h"

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
    // Everything here outlives the window. Whoever composes them gives the refresh controller its gateway on connect.
    struct Dependencies {
        Theme& theme;
        controllers::ConnectionController& connection;
        controllers::RefreshController& refresh;
        ports::JournalStore& journals;
        const ports::Clock& clock;
        services::Settings& settings;
        ports::ImplementsScheme implementsScheme;
    };
    // What the window asks for and does not do itself; each may be empty, then its action is not there.
    struct Actions {
        std::function<void(const ports::ConnectionProfile&, domain::Secret, bool keepInKeychain)> connect;
        std::function<void()> startLab;
        std::function<void(maintenance::Direction, const domain::ServerName&)>
            openWizard;                                        // empty name: the wizard asks
        std::function<void(const std::string& runId)> showRun; // one under way: brings its window up
        std::function<void(const std::string& runId)>
            resumeRun; // one cut off, empty: all of them; asks continue, undo or abandon
    };

    MainWindow(const Dependencies& dependencies, Actions actions, QWidget* parent = nullptr);
    ~MainWindow() override;

    void setProfiles(const std::vector<ports::ConnectionProfile>& profiles); // for the connect dialog, last used first
    void showPage(Page page);
    [[nodiscard]] Page page() const;
    void selectServer(const domain::ServerName& server); // in the tree; empty: the whole organisation
    // An error that stays until it is dismissed.
    void showError(const domain::Error& error);

signals:
    void closed(); // for good: nothing was left to ask

public slots:
    // The run that is under way, for the status bar, the title and the Overview; again on each change.
    void setActivity(const drydock::maintenance::RunState& state);
    void clearActivity(); // it is over
    void reloadRuns();    // the journal has changed
    void openConnectDialog();

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace drydock::ui
