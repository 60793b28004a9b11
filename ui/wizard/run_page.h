// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The Run page: heading and progress, the steps, the live panels, the current command, and the choices while the run
// waits for a decision.
#pragma once

#include "ui/widgets/decision_text.h"
#include "ui/wizard/run_panels.h"
#include "ui/wizard/wizard_context.h"
#include "ui/wizard/wizard_page.h"

#include <QTimer>

#include <optional>

namespace drydock::ui {

class CommandLabel;
class ComponentsPanel;
class DecisionMessage;
class LoadBalancerPanel;
class MeterBar;
class StepList;

class RunPage : public WizardPage
{
    Q_OBJECT

public:
    explicit RunPage(const WizardContext& context, QWidget* parent = nullptr);

    void showRun(const maintenance::RunState& run);
    void showFailure(const domain::Error& error); // shows why the chosen action failed
    // Updates the panels from a snapshot that the run or the main window has read. Each panel takes only what covers
    // it and is newer than what it has.
    void readSnapshot(const domain::SnapshotPtr& snapshot, SnapshotOrigin origin);
    void setStale(bool stale); // true while the refreshes of the main window fail
    void waitForReading();     // hides the database moves of a resumed run until the run has read the copies again
    // Shows that a pause or a stop is requested. It takes effect as soon as what is under way is answered.
    enum class Requested { Nothing, Pause, Stop };
    void setRequested(Requested requested);
    [[nodiscard]] Requested requested() const { return m_requested; }
    [[nodiscard]] bool isComplete() const override; // the run is finished or stopped
    // Returns the index of the step selected in the list.
    [[nodiscard]] std::size_t chosenStep() const;
    [[nodiscard]] const maintenance::RunState& run() const { return m_run; }
    // True while the run waits for a decision of the user.
    [[nodiscard]] bool asking() const;
    void leaveOut(Decision decision); // never offers this choice of an asking run

signals:
    void chosenChanged(); // another step is selected, or the run or the request has changed
    void decided(drydock::ui::Decision decision);

private:
    void buildHeader();
    void buildMiddle();
    [[nodiscard]] QWidget* buildPanels();
    void tick();
    void showPanels();
    void showHeading();
    void showProgress();
    void showCommand();
    void updateUnread();
    [[nodiscard]] QString nowText(const maintenance::StepState& step) const;
    [[nodiscard]] std::optional<domain::Duration> unansweredFor(const maintenance::StepState& step) const;

    const WizardContext& m_context;
    maintenance::RunState m_run;
    Requested m_requested = Requested::Nothing;
    domain::Time m_heardAt{};                       // when the run has read or signalled something last
    std::optional<domain::Time> m_undoSince;        // when this window has seen the undo begin
    std::optional<domain::Time> m_windowStaleSince; // since when the refreshes of the main window fail
    std::optional<domain::Time> m_runUnreadSince;   // since when the readings of the run fail
    QTimer m_clock;
    MeterBar* m_progress = nullptr;
    TextLabel* m_count = nullptr;
    QLabel* m_deadline = nullptr;
    DecisionMessage* m_message = nullptr;
    StepList* m_steps = nullptr;
    DatabasesPanel* m_databases = nullptr;
    QueuePanel* m_queue = nullptr;
    ComponentsPanel* m_components = nullptr;
    LoadBalancerPanel* m_loadBalancer = nullptr;
    SafetyPanel* m_safety = nullptr;
    TextLabel* m_delivery = nullptr;
    CommandLabel* m_command = nullptr;
};

} // namespace drydock::ui
