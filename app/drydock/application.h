// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The application object of drydock: it owns controllers and windows, and carries out what the main window asks for.
#pragma once

#include "app/composition.h"
#include "app/drydock/run_announcer.h"
#include "app/drydock/sleep_inhibitor.h"
#include "model/controllers/connection_controller.h"
#include "model/controllers/notifier.h"
#include "model/controllers/refresh_controller.h"
#include "model/services/settings.h"
#include "ui/main_window.h"
#include "ui/wizard/campaign_window.h"
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
    // `mode` overrides the stored theme for this start. `composition` outlives the application.
    Application(Composition& composition, const LaunchOptions& options, std::optional<ui::Theme::Mode> mode);
    ~Application() override; // stops all runs where they are and waits until their sessions have ended

    // Shows the main window and connects as the options say, or else to the last connection. Without one it shows the
    // first-start page.
    void start();
    void startLab(LabOptions options); // starts the lab and connects to it; shows an error if that fails
    void setThemeMode(ui::Theme::Mode mode);

    [[nodiscard]] ui::MainWindow& window() { return *m_window; }
    [[nodiscard]] controllers::ConnectionController& connection() { return m_connection; }
    [[nodiscard]] controllers::RefreshController& refresh() { return m_refresh; }
    // Returns the wizard opened last, or null if it was closed.
    [[nodiscard]] ui::MaintenanceWizard* wizard() const { return m_wizard; }
    // Opens a wizard with a session of its own. With an empty name the user chooses the server. Returns null, after
    // showing the error, if no session can be made. The application owns the wizard.
    ui::MaintenanceWizard* openWizard(maintenance::RunKind runKind, const domain::ServerName& server);
    // Opens the window of a rolling maintenance with sessions of its own, or raises it. With an empty name the first
    // group is offered. The application owns the window.
    ui::CampaignWindow* openCampaignWindow(const domain::DagName& group);

private:
    [[nodiscard]] ui::MainWindow::Actions actions();
    void connectControllers();
    void connectTo(const ports::ConnectionProfile& profile, const ports::Passwords& passwords);
    void keep(const ports::ConnectionProfile& profile, const ports::Passwords& passwords);
    void connectWithStoredPassword(const ports::ConnectionProfile& profile);
    void readPassword(bool needed, const QString& key, std::function<void(std::optional<domain::Secret>)> then);
    // Opens the connect dialog on this profile.
    void askForPassword(const ports::ConnectionProfile& profile);
    void remember(const ports::ConnectionProfile& profile);
    void saveSettings();
    void removeProfile(const ports::ConnectionProfile& profile); // and its passwords in the keychain
    void goOnAsSignedIn();
    void connectNotifier();
    void openNotifications();
    void setReceivers(const controllers::NotificationReceivers& receivers, domain::Secret headerValue);
    void readHeaderValue(const controllers::NotificationReceivers& receivers, std::function<void(domain::Secret)> then);
    void followRun(ui::MaintenanceWizard& wizard);
    void showRuns();      // shows the first of the current runs in the main window, and prevents sleep while one works
    void announceRuns();  // to the desktop
    void showAskingRun(); // or, where none asks, the first
    void endRun(const std::string& runId);
    void followCampaign(ui::CampaignWindow& window);
    void renewCampaignSession();
    void offerUnfinishedCampaign();
    void onWizardClosed(ui::MaintenanceWizard& wizard);
    void decide(const std::string& runId, ui::Decision decision);
    void stopRuns(); // and closes the main window when none works any more
    void closeAll(); // closes all wizards and ends the program
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
    controllers::Notifier m_notifier;
    std::unique_ptr<SleepInhibitor> m_sleepInhibitor;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<DesktopStatus> m_desktop;
    std::optional<RunAnnouncer> m_announcer;
    QPointer<ui::MaintenanceWizard> m_wizard;
    // They have no parent, so that neither a question over one nor a session that does not end blocks the main window.
    QList<QPointer<ui::MaintenanceWizard>> m_wizards;
    QPointer<ui::CampaignWindow> m_campaignWindow;
    std::optional<maintenance::RunState> m_campaignRun; // of its campaign, while it is under way
    bool m_campaignSessionIsOld = false;                // somebody has signed in since its session was made
    // The runs that are not over, by their id.
    struct CurrentRun {
        QPointer<ui::MaintenanceWizard> wizard;
        maintenance::RunState state;
    };
    std::map<std::string, CurrentRun> m_runs;
    bool m_closing = false;                               // the runs are stopped before the main window closes
    std::optional<ports::ConnectionProfile> m_toRemember; // the profile from the dialog, saved once it has connected
};

} // namespace drydock::app
