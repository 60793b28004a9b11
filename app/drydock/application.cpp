// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydock/application.h"

#include "app/logging.h"
#include "app/standard_input.h"
#include "model/domain/error_traits.h"
#include "model/ports/on_finished.h"
#include "ui/pages/notifications_dialog.h"

#include <QGuiApplication>

#include <algorithm>
#include <utility>

namespace drydock::app {

using controllers::ConnectionController;
using controllers::MaintenanceController;
using ui::MaintenanceWizard;

namespace {

constexpr auto organisationProperty = "organisation"; // of a wizard: the URL of its connection
constexpr auto userProperty = "user";                 // and the user

ui::Theme::Mode storedMode(const services::Settings& settings)
{
    return ui::Theme::modeOf(settings.value(services::setting::theme)).value_or(ui::Theme::Mode::System);
}

// The options of drydockctl that name the connection.
QStringList connectionOptions(const ports::ConnectionProfile& profile)
{
    if (!profile.name.isEmpty()) return {QStringLiteral("--profile"), profile.name};
    QStringList options{QStringLiteral("--connect"), profile.url, QStringLiteral("--auth"),
                        QString::fromLatin1(domain::toString(profile.scheme))};
    if (!profile.user.isEmpty()) options += {QStringLiteral("--user"), profile.user};
    return options;
}

} // namespace

Application::Application(Composition& composition, const LaunchOptions& options, std::optional<ui::Theme::Mode> mode)
    : m_composition(composition), m_options(options), m_settings(options.dataDir),
      m_theme(mode.value_or(storedMode(m_settings))), m_connection(composition.gatewayFactory()),
      m_notifier(Composition::postWebhook), m_sleepInhibitor(makeSleepInhibitor())
{
    m_theme.apply();
    const ui::MainWindow::Dependencies dependencies{m_theme,
                                                    m_connection,
                                                    m_refresh,
                                                    composition.journals(),
                                                    composition.clock(),
                                                    m_settings,
                                                    Composition::implementsScheme,
                                                    Composition::probe,
                                                    composition.gatewayFactory()};
    m_window = std::make_unique<ui::MainWindow>(dependencies, actions());
    m_desktop = makeDesktopStatus(*m_window, [this] { showAskingRun(); });
    m_announcer.emplace(*m_desktop);
    connectControllers();
    connectNotifier();
}

// The windows are deleted first, because they use the controllers. All sessions begin to end before the first is
// awaited.
Application::~Application()
{
    qApp->disconnect(this);
    for (const auto& wizard : std::as_const(m_wizards)) {
        if (!wizard) continue;
        wizard->disconnect(this);
        wizard->controller().end();
    }
    if (m_campaignWindow) m_campaignWindow->runs().end();
    for (const auto& wizard : std::as_const(m_wizards))
        delete wizard.data();
    m_desktop.reset();
    delete m_campaignWindow.data();
    m_window.reset();
}

void Application::setThemeMode(ui::Theme::Mode mode)
{
    m_theme.setMode(mode);
    m_theme.apply();
}

ui::MainWindow::Actions Application::actions()
{
    ui::MainWindow::Actions made;
    made.connect = [this](const ports::ConnectionProfile& profile, const ports::Passwords& passwords, bool keepIt) {
        m_toRemember = profile;
        if (keepIt) keep(profile, passwords);
        connectTo(profile, passwords);
    };
    made.saveProfile = [this](const ports::ConnectionProfile& profile) {
        m_settings.saveProfile(profile);
        saveSettings();
    };
    made.removeProfile = [this](const ports::ConnectionProfile& profile) { removeProfile(profile); };
    made.startLab = [this] { startLab({}); };
    made.openWizard = [this](maintenance::RunKind runKind, const domain::ServerName& server) {
        openWizard(runKind, server);
    };
    made.openCampaignWindow = [this](const domain::DagName& group) { openCampaignWindow(group); };
    made.showRun = [this](const std::string& runId) { showRun(runId); };
    made.decide = [this](const std::string& runId, ui::Decision decision) { decide(runId, decision); };
    made.stopRuns = [this] { stopRuns(); };
    made.openNotifications = [this] { openNotifications(); };
    made.resumeRun = [this](const std::string& runId) { askResume(runId); };
    return made;
}

void Application::connectControllers()
{
    connect(&m_connection, &ConnectionController::stateChanged, this, [this](ConnectionController::State state) {
        if (state == ConnectionController::State::Connected) {
            if (const auto made = std::exchange(m_toRemember, std::nullopt)) remember(*made);
            m_refresh.setGateway(m_connection.refreshGateway());
            m_refresh.refresh();
            goOnAsSignedIn();
            offerUnfinishedRuns();
            offerUnfinishedCampaign();
        } else {
            m_refresh.setGateway(nullptr);
        }
    });
    connect(&m_connection, &ConnectionController::failed, this, [this](const domain::Error& error) {
        m_toRemember.reset();
        logError("connection", error);
    });
    connect(&m_refresh, &controllers::RefreshController::refreshFailed, this, [this](const domain::Error& error) {
        logError("refresh", error);
        if (domain::needsNewCredentials(error.kind)) askForPassword(m_connection.profile());
    });
    connect(&m_refresh, &controllers::RefreshController::snapshotChanged, this,
            [this](const domain::SnapshotPtr& snapshot) {
                for (const auto& wizard : std::as_const(m_wizards))
                    if (wizard && wizard->isVisible()) wizard->setSnapshot(snapshot);
            });
    connect(&m_refresh, &controllers::RefreshController::staleChanged, this, [this](bool stale) {
        for (const auto& wizard : std::as_const(m_wizards))
            if (wizard) wizard->setStale(stale);
    });
    connect(m_window.get(), &ui::MainWindow::closed, this, &Application::closeAll);
    connect(qApp, &QGuiApplication::applicationStateChanged, this, &Application::announceRuns);
}

void Application::connectNotifier()
{
    connect(&m_notifier, &controllers::Notifier::failed, this, [this](const domain::Error& error) {
        logError("notify", error);
        m_window->showError(error);
    });
    connect(&m_notifier, &controllers::Notifier::delivered, this,
            [](const QString& receiver) { logInfo("notify", "delivered to " + receiver.toStdString()); });
    const auto receivers = controllers::storedReceivers(m_settings);
    setReceivers(receivers, {});
    if (receivers.header.isEmpty()) return;
    readHeaderValue(receivers, [this, receivers](domain::Secret value) {
        if (m_notifier.receivers() == receivers) setReceivers(receivers, std::move(value)); // not chosen anew meanwhile
    });
}

void Application::readHeaderValue(const controllers::NotificationReceivers& receivers,
                                  std::function<void(domain::Secret)> then)
{
    if (receivers.header.isEmpty()) return then({});
    readPassword(true, controllers::headerCredentialKey(receivers),
                 [then = std::move(then)](std::optional<domain::Secret> value) {
                     then(value ? *std::move(value) : domain::Secret());
                 });
}

void Application::setReceivers(const controllers::NotificationReceivers& receivers, domain::Secret headerValue)
{
    if (const auto set = m_notifier.setReceivers(receivers, std::move(headerValue)); !set)
        m_window->showError(set.error());
}

void Application::openNotifications()
{
    const auto before = controllers::storedReceivers(m_settings);
    auto* dialog = new ui::NotificationsDialog(m_theme, before, !before.header.isEmpty(), m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const auto receivers = dialog->receivers();
        controllers::store(m_settings, receivers);
        saveSettings();
        auto value = dialog->headerValue();
        if (receivers.header.isEmpty() || value.empty())
            return readHeaderValue(
                receivers, [this, receivers](domain::Secret kept) { setReceivers(receivers, std::move(kept)); });
        ports::onFinished(this,
                          m_composition.credentials().write(controllers::headerCredentialKey(receivers), value.clone()),
                          [this](const domain::Result<>& written) {
                              if (!written) m_window->showError(written.error()); // it holds until the program ends
                          });
        setReceivers(receivers, std::move(value));
    });
    connect(dialog, &ui::NotificationsDialog::testRequested, dialog,
            [this, dialog](const controllers::NotificationReceivers& receivers) {
                // A notifier of its own: a test does not change who is told.
                auto* tester = new controllers::Notifier(Composition::postWebhook, dialog);
                connect(tester, &controllers::Notifier::delivered, dialog, &ui::NotificationsDialog::showDelivered);
                connect(tester, &controllers::Notifier::failed, dialog, &ui::NotificationsDialog::showFailure);
                connect(tester, &controllers::Notifier::idle, tester, &QObject::deleteLater);
                // The dialog may be closed while the keychain asks.
                const auto send = [this, tester = QPointer(tester), receivers](domain::Secret value) {
                    if (!tester) return;
                    (void)tester->setReceivers(receivers, std::move(value));
                    tester->send(maintenance::testNotification(m_composition.clock().now()));
                };
                auto typed = dialog->headerValue();
                if (!typed.empty()) return send(std::move(typed));
                readHeaderValue(receivers, send);
            });
    dialog->open();
}

void Application::start()
{
    m_window->setProfiles(m_settings.value(services::setting::profiles));
    m_window->show();
    if (!m_options.labScenario.isEmpty()) {
        LabOptions lab;
        lab.scenario = m_options.labScenario;
        return startLab(std::move(lab));
    }
    if (m_options.explicitConnection) return connectWithStoredPassword(m_options.profile);
    const QString name =
        m_options.profileName.isEmpty() ? m_settings.value(services::setting::lastProfile) : m_options.profileName;
    if (name.isEmpty()) return; // the first-start page
    if (auto profile = m_settings.profile(name)) {
        const auto chosen = m_options.over(*std::move(profile));
        return chosen ? connectWithStoredPassword(*chosen) : m_window->showError(chosen.error());
    }
    m_window->showError(
        {domain::ErrorKind::Usage, "--profile", "no saved connection is called " + name.toStdString(), 0, nullptr});
}

void Application::startLab(LabOptions options)
{
    auto access = m_composition.startLab(std::move(options));
    if (!access) {
        logError("lab", access.error());
        return m_window->showError(access.error());
    }
    access->profile.readOnly = m_options.profile.readOnly;
    connectTo(access->profile, ports::Passwords{std::move(access->password)});
}

void Application::connectTo(const ports::ConnectionProfile& profile, const ports::Passwords& passwords)
{
    m_composition.chooseJournals(profile);
    m_connection.connectTo(profile, passwords);
    m_window->reloadRuns();
}

void Application::keep(const ports::ConnectionProfile& profile, const ports::Passwords& passwords)
{
    const auto write = [this](const QString& key, const domain::Secret& secret) {
        if (secret.empty()) return;
        ports::onFinished(this, m_composition.credentials().write(key, secret.clone()),
                          [this](const domain::Result<>& written) {
                              if (!written) // without a keychain the user is asked for the password each time
                                  m_window->showError(written.error());
                          });
    };
    write(credentialKey(profile), passwords.user);
    write(nodeCredentialKey(profile), passwords.node);
}

void Application::connectWithStoredPassword(const ports::ConnectionProfile& profile)
{
    const bool ofKey = domain::takesClientCertificate(profile.scheme);
    auto passwords = std::make_shared<ports::Passwords>();
    if (m_options.passwordFromStdin) passwords->user = passwordFromStandardInput();
    if (m_options.nodePasswordFromStdin) passwords->node = passwordFromStandardInput();
    const bool needsNode = !profile.nodeUser.isEmpty() && !m_options.nodePasswordFromStdin;
    const bool needsUser = (ofKey || needsPassword(profile)) && !m_options.passwordFromStdin;
    readPassword(needsUser, credentialKey(profile), [=, this](std::optional<domain::Secret> ofUser) {
        if (needsUser && !ofUser && !ofKey) return askForPassword(profile);
        if (ofUser) passwords->user = *std::move(ofUser);
        readPassword(needsNode, nodeCredentialKey(profile), [=, this](std::optional<domain::Secret> ofNode) {
            if (needsNode && !ofNode) return askForPassword(profile);
            if (ofNode) passwords->node = *std::move(ofNode);
            connectTo(profile, *passwords);
        });
    });
}

// Calls `then` with what the keychain has; at once and with nothing if it is not needed.
void Application::readPassword(bool needed, const QString& key, std::function<void(std::optional<domain::Secret>)> then)
{
    if (!needed) return then(std::nullopt);
    using Read = std::shared_ptr<domain::Result<domain::Secret>>;
    ports::onFinished(this, m_composition.credentials().read(key), [then = std::move(then)](const Read& stored) {
        then(stored && *stored ? std::optional(std::move(**stored)) : std::nullopt);
    });
}

void Application::askForPassword(const ports::ConnectionProfile& profile)
{
    std::vector<ports::ConnectionProfile> profiles = m_settings.value(services::setting::profiles);
    std::erase_if(profiles, [&profile](const ports::ConnectionProfile& known) { return known.name == profile.name; });
    profiles.insert(profiles.begin(), profile);
    m_window->setProfiles(profiles);
    m_window->openConnectDialog();
}

// Saves a profile from the dialog. Profiles from launch options are not saved.
void Application::remember(const ports::ConnectionProfile& profile)
{
    m_settings.saveProfile(profile);
    m_settings.set(services::setting::lastProfile, profile.name);
    saveSettings();
}

void Application::saveSettings()
{
    if (const auto saved = m_settings.save(); !saved) m_window->showError(saved.error());
    m_window->setProfiles(m_settings.value(services::setting::profiles));
}

void Application::removeProfile(const ports::ConnectionProfile& profile)
{
    m_settings.removeProfile(profile.name);
    saveSettings();
    const auto left = m_settings.value(services::setting::profiles);
    const auto isUsed = [&left](const QString& key) { // by a connection of the same user to the same server
        return std::any_of(left.begin(), left.end(), [&key](const auto& known) {
            return key == credentialKey(known) || key == nodeCredentialKey(known);
        });
    };
    for (const auto& key : {credentialKey(profile), nodeCredentialKey(profile)}) {
        if (isUsed(key)) continue;
        ports::onFinished(this, m_composition.credentials().remove(key), [](const domain::Result<>&) {
            // Where there is no keychain, or nothing in it, nothing is left behind.
        });
    }
}

// The runs of this organisation that are held get a session of the person who has just signed in. One whose user or
// password was refused goes on by itself where it is the same user: it reads first, and sends nothing twice.
void Application::goOnAsSignedIn()
{
    for (const auto& wizard : std::as_const(m_wizards)) {
        if (!wizard || wizard->property(organisationProperty).toString() != m_connection.profile().url) continue;
        auto& controller = wizard->controller();
        controller.setGateway(m_connection.newGateway());
        const bool isTheSame = wizard->property(userProperty).toString() == m_connection.profile().user;
        if (!isTheSame || !controller.state().waitsForCredentials()) continue;
        if (const auto gone = controller.continueRun(); !gone) m_window->showError(gone.error());
    }
    m_campaignSessionIsOld = true;
    renewCampaignSession();
}

// A campaign under way keeps its session until it rests: what it has asked would end as cancelled. It goes on by the
// operator's word alone.
void Application::renewCampaignSession()
{
    if (!m_campaignSessionIsOld || !m_campaignWindow || m_campaignWindow->campaign().running()) return;
    if (m_campaignWindow->property(organisationProperty).toString() != m_connection.profile().url) return;
    m_campaignWindow->runs().setGateway(m_connection.newGateway());
    m_campaignWindow->campaign().setGateway(m_connection.newGateway());
    m_campaignSessionIsOld = false;
}

MaintenanceWizard* Application::openWizard(maintenance::RunKind runKind, const domain::ServerName& server)
{
    auto controller = std::make_unique<MaintenanceController>(
        m_connection.newGateway(), m_composition.journalsOf(m_connection.profile()), m_composition.clock());
    m_wizard = new MaintenanceWizard(std::move(controller), m_theme, m_composition.clock(), runKind);
    m_wizard->setProperty(organisationProperty, m_connection.profile().url);
    m_wizard->setProperty(userProperty, m_connection.profile().user);
    m_wizard->setConnectionOptions(connectionOptions(m_connection.profile()));
    m_wizard->setWindowIcon(m_window->windowIcon());
    m_wizards.removeAll(nullptr);
    m_wizards.append(m_wizard);
    if (m_refresh.snapshot()) m_wizard->setSnapshot(m_refresh.snapshot());
    m_wizard->setStale(m_refresh.stale());
    if (!server.empty()) m_wizard->choose(server);
    followRun(*m_wizard);
    m_wizard->show();
    m_wizard->activateWindow(); // takes the keyboard input
    return m_wizard;
}

ui::CampaignWindow* Application::openCampaignWindow(const domain::DagName& group)
{
    if (m_campaignWindow) {
        m_campaignWindow->raise();
        m_campaignWindow->activateWindow();
        return m_campaignWindow;
    }
    const auto& profile = m_connection.profile();
    auto& journals = m_composition.journalsOf(profile);
    auto runs = std::make_unique<MaintenanceController>(m_connection.newGateway(), journals, m_composition.clock());
    auto campaign = std::make_unique<controllers::CampaignController>(
        *runs, m_connection.newGateway(), journals, m_composition.campaignsOf(profile), m_composition.clock());
    m_campaignWindow = new ui::CampaignWindow(std::move(runs), std::move(campaign), m_theme, m_composition.clock());
    m_campaignWindow->setProperty(organisationProperty, profile.url);
    m_campaignSessionIsOld = false;
    m_campaignWindow->setWindowIcon(m_window->windowIcon());
    if (const auto snapshot = m_refresh.snapshot(); snapshot && !snapshot->groups.empty())
        m_campaignWindow->choose(*snapshot, group.empty() ? snapshot->groups.front().name : group);
    followCampaign(*m_campaignWindow);
    m_campaignWindow->show();
    m_campaignWindow->activateWindow();
    return m_campaignWindow;
}

void Application::followCampaign(ui::CampaignWindow& window)
{
    connect(&window.runs(), &MaintenanceController::stateChanged, this, [this](const maintenance::RunState& run) {
        m_campaignRun = run;
        showRuns();
    });
    connect(&window.campaign(), &controllers::CampaignController::cameToRest, this,
            [this](const maintenance::CampaignState& campaign) {
                logInfo("campaign", campaign.id + ": " + maintenance::toString(campaign.outcome));
                if (const auto told = maintenance::notificationOf(campaign, m_composition.clock().now()))
                    m_notifier.send(*told);
                m_campaignRun.reset();
                renewCampaignSession();
                m_refresh.refresh();
                showRuns();
            });
    // The window disappears at once. Its object is deleted when its session has ended.
    connect(&window, &QDialog::finished, this, [this, &window] {
        connect(&window.runs(), &MaintenanceController::ended, &window, &QObject::deleteLater);
        window.runs().end();
        m_campaignWindow.clear();
        m_campaignRun.reset();
        showRuns();
    });
}

// A campaign that was cut off is shown at rest, so that the user says whether it goes on.
void Application::offerUnfinishedCampaign()
{
    if (m_campaignWindow) return; // one is on the screen, perhaps of another organisation
    for (const auto& listing : m_composition.campaignsOf(m_connection.profile()).list()) {
        if (!listing.resumable()) continue;
        if (const auto shown = openCampaignWindow({})->openCampaign(listing.state.id); !shown)
            m_window->showError(shown.error());
        return;
    }
}

void Application::followRun(MaintenanceWizard& wizard)
{
    MaintenanceController& controller = wizard.controller();
    connect(&controller, &MaintenanceController::stateChanged, this, [this, &wizard](const maintenance::RunState& run) {
        m_runs[run.id] = {&wizard, run};
        showRuns();
    });
    connect(&controller, &MaintenanceController::cameToRest, this, [this, &wizard](const maintenance::RunState& run) {
        m_refresh.refresh();
        if (const auto told = maintenance::notificationOf(run, m_composition.clock().now())) m_notifier.send(*told);
        if (run.phase == maintenance::RunPhase::Asking) { // the wizard waits for a decision
            m_runs[run.id] = {&wizard, run};
            return showRuns();
        }
        logInfo("run", run.id + ": " + maintenance::toString(run.outcome));
        endRun(run.id);
    });
    connect(&wizard, &QDialog::finished, this, [this, &wizard] { onWizardClosed(wizard); });
    connect(&wizard, &MaintenanceWizard::reinstateRequested, this,
            [this](const domain::ServerName& server) { openWizard(maintenance::RunKind::Reinstate, server); });
    connect(&wizard, &MaintenanceWizard::rebalanceRequested, this,
            [this](const domain::ServerName& server) { openWizard(maintenance::RunKind::Rebalance, server); });
}

// The window disappears at once. Its object is deleted when its session has ended.
void Application::onWizardClosed(MaintenanceWizard& wizard)
{
    connect(&wizard.controller(), &MaintenanceController::ended, &wizard, &QObject::deleteLater);
    wizard.controller().end();
    std::erase_if(m_runs, [&wizard](const auto& run) { return run.second.wizard == &wizard; });
    if (m_wizard == &wizard) m_wizard.clear();
    showRuns();
    m_refresh.refresh();
}

void Application::closeAll()
{
    for (const auto& wizard : std::as_const(m_wizards)) {
        if (!wizard) continue;
        wizard->disconnect(this);
        wizard->hide();
        wizard->controller().end();
    }
    if (m_campaignWindow) {
        m_campaignWindow->hide();
        m_campaignWindow->runs().end();
    }
    QCoreApplication::quit();
}

void Application::endRun(const std::string& runId)
{
    m_runs.erase(runId);
    showRuns();
}

void Application::showRuns()
{
    using maintenance::RunPhase;
    // A run that waits for a decision may wait for days, so it does not prevent sleep.
    const bool anyWorking = std::any_of(m_runs.begin(), m_runs.end(), [](const auto& run) {
        const auto phase = run.second.state.phase;
        return phase == RunPhase::Running || phase == RunPhase::StopRequested || phase == RunPhase::Undoing;
    });
    const bool rolls = m_campaignWindow && m_campaignWindow->campaign().running();
    if (anyWorking || rolls)
        m_sleepInhibitor->hold(tr("A maintenance run is under way"));
    else
        m_sleepInhibitor->release();
    if (!m_runs.empty())
        m_window->setActivity(m_runs.begin()->second.state);
    else if (m_campaignRun)
        m_window->setActivity(*m_campaignRun);
    else
        m_window->clearActivity();
    announceRuns();
    if (m_closing && !anyWorking && !rolls) m_window->closeAtOnce();
}

void Application::announceRuns()
{
    std::vector<maintenance::RunState> runs;
    for (const auto& [id, run] : m_runs)
        runs.push_back(run.state);
    m_announcer->show(runs, QGuiApplication::applicationState() == Qt::ApplicationActive);
}

void Application::showAskingRun()
{
    for (const auto& [id, run] : m_runs)
        if (run.state.phase == maintenance::RunPhase::Asking) return showRun(id);
    if (!m_runs.empty()) showRun(m_runs.begin()->first);
}

void Application::stopRuns()
{
    m_closing = true;
    for (const auto& [id, run] : m_runs)
        if (run.wizard) run.wizard->controller().stopAfterStep();
    if (m_campaignWindow) m_campaignWindow->campaign().stop();
    showRuns(); // a run that asks or is paused has nothing to answer
}

void Application::decide(const std::string& runId, ui::Decision decision)
{
    const auto found = m_runs.find(runId);
    MaintenanceWizard* wizard = found == m_runs.end() ? nullptr : found->second.wizard.data();
    if (!wizard) return;
    if (decision != ui::Decision::Continue) showRun(runId); // the question stands over its window
    wizard->decide(decision);
}

void Application::showRun(const std::string& runId)
{
    if (m_campaignWindow && m_campaignRun && m_campaignRun->id == runId) {
        m_campaignWindow->raise();
        return m_campaignWindow->activateWindow();
    }
    const auto found = m_runs.find(runId);
    if (MaintenanceWizard* wizard = found == m_runs.end() ? nullptr : found->second.wizard.data()) {
        wizard->show();
        wizard->raise();
        wizard->activateWindow();
    }
}

// After a crash or a power failure the user sees the unfinished runs first.
void Application::offerUnfinishedRuns() { askResume({}); }

void Application::askResume(const std::string& runId)
{
    auto runs = m_composition.journals().list();
    if (!runs) return m_window->showError(runs.error());
    std::erase_if(*runs, [&](const maintenance::RunListing& run) {
        return run.inUse || (runId.empty() ? !run.error && !run.resumable() : run.run.id != runId);
    });
    auto* dialog = new ui::ResumeDialog(m_theme, *runs, m_composition.journals(), m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (dialog->count() == 0) return delete dialog;
    connect(dialog, &ui::ResumeDialog::chosen, this,
            [this](const QString& id, ui::ResumeChoice choice) { resumeRun(id.toStdString(), choice); });
    dialog->open();
}

void Application::resumeRun(const std::string& runId, ui::ResumeChoice choice)
{
    MaintenanceWizard* wizard = openWizard(maintenance::RunKind::Enter, {});
    if (!wizard) return;
    if (const auto resumed = wizard->resumeRun(runId, choice); !resumed) {
        wizard->close();
        m_window->showError(resumed.error());
    }
}

} // namespace drydock::app
