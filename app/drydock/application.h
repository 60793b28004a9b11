// The window's program: puts controllers and windows together and does what the window asks for.
#pragma once

#include "app/composition.h"
#include "app/drydock/sleep_inhibitor.h"
#include "model/controllers/connection_controller.h"
#include "model/controllers/refresh_controller.h"
#include "model/services/settings.h"
#include "ui/main_window.h"
#include "ui/wizard/maintenance_wizard.h"
#include "ui/wizard/resume_dialog.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <map>
#include <memory>
#include <optional>

namespace drydock::app {

class Application : public QObject
{
    Q_OBJECT

public:
    // `mode`: the theme of this start, whatever was chosen in an earlier one.
    Application(Composition& composition, const LaunchOptions& options, std::optional<ui::Theme::Mode> mode);
    ~Application() override;

    // Shows the window; connects to what the options name, else shows the first-start page.
    void start();
    void startLab(LabOptions options);
    void setThemeMode(ui::Theme::Mode mode);

    [[nodiscard]] ui::MainWindow& window() { return *m_window; }
    [[nodiscard]] controllers::ConnectionController& connection() { return m_connection; }
    [[nodiscard]] controllers::RefreshController& refresh() { return m_refresh; }
    // The wizard opened last; nullptr when there is none.
    [[nodiscard]] ui::MaintenanceWizard* wizard() const { return m_wizard; }
    ui::MaintenanceWizard* openWizard(maintenance::Direction direction, const domain::ServerName& server);

private:
    [[nodiscard]] ui::MainWindow::Actions actions();
    void connectControllers();
    void connectTo(const ports::ConnectionProfile& profile, domain::Secret secret);
    void keep(const ports::ConnectionProfile& profile, const domain::Secret& secret);
    void connectWithStoredPassword(const ports::ConnectionProfile& profile);
    void remember(const ports::ConnectionProfile& profile);
    void followRun(ui::MaintenanceWizard& wizard);
    void showRuns(); // the one that is told of first, where there are several; keeps the computer awake for any
    void endRun(const std::string& runId);
    void onWizardClosed(ui::MaintenanceWizard& wizard);
    void closeAll(); // the main window was closed: its wizards go too, and the program ends
    void showRun(const std::string& runId);
    void offerUnfinishedRuns();
    void resumeRun(const std::string& runId, ui::ResumeChoice choice);
    void askResume(const std::string& runId);

    Composition& m_composition;
    LaunchOptions m_options;
    services::Settings m_settings;
    ui::Theme m_theme;
    controllers::ConnectionController m_connection;
    controllers::RefreshController m_refresh;
    std::unique_ptr<SleepInhibitor> m_awake;
    std::unique_ptr<ui::MainWindow> m_window;
    QPointer<ui::MaintenanceWizard> m_wizard;
    // Windows of their own: a question over one, or a session that will not end, leaves the main window free.
    QList<QPointer<ui::MaintenanceWizard>> m_wizards;
    // Those that are not over, by run id.
    struct UnderWay {
        QPointer<ui::MaintenanceWizard> wizard;
        maintenance::RunState state;
    };
    std::map<std::string, UnderWay> m_runs;
    std::optional<ports::ConnectionProfile> m_toRemember; // what the dialog made, once it has connected
};

} // namespace drydock::app
