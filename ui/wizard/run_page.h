// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The Run page: heading and progress, the steps, the live panels, the current command, and the choices while the run
// waits for a decision.
#pragma once

#include "ui/wizard/wizard_context.h"
#include "ui/wizard/wizard_page.h"

#include <QTimer>

class QPushButton;

namespace drydock::ui {

class CommandLabel;
class ComponentsPanel;
class DatabasesPanel;
class MeterBar;
class InlineMessage;
class QueuePanel;
class SafetyPanel;
class StepList;

class RunPage : public WizardPage
{
    Q_OBJECT

public:
    explicit RunPage(const WizardContext& context, QWidget* parent = nullptr);

    void showRun(const maintenance::RunState& run);
    void showFailure(const domain::Error& error); // shows why the chosen action failed
    // Updates the panels from a snapshot that the run or the main window has read. It may cover a part only. A snapshot
    // older than the last one is ignored.
    enum class SnapshotOrigin { OfTheRun, OfTheWindow };
    void readSnapshot(const domain::SnapshotPtr& snapshot, SnapshotOrigin origin);
    void setStale(bool stale); // true while the refreshes of the main window fail
    void waitForReading();     // hides the database moves of a resumed run until the run has read the copies again
    // Shows that a pause is requested and takes effect when the current step ends.
    void setPauseAsked(bool asked);
    [[nodiscard]] bool pauseAsked() const { return m_pauseAsked; }
    [[nodiscard]] bool isComplete() const override; // the run is finished or stopped
    // Returns the index of the step selected in the list.
    [[nodiscard]] std::size_t chosenStep() const;
    [[nodiscard]] const maintenance::RunState& run() const { return m_run; }
    // True while the run waits for a decision of the user.
    [[nodiscard]] bool asking() const;

signals:
    void chosenChanged(); // another step is selected, or the run or the pause request has changed
    void continueChosen();
    void goOnWithoutChosen();
    void sendAgainChosen();
    void undoChosen();
    void abandonChosen();

private:
    void buildHeader();
    void buildMiddle();
    [[nodiscard]] QWidget* buildPanels();
    void buildMessage();
    void tick();
    void showPanels();
    void showHeading();
    void showProgress();
    void showCommand();
    void showAsking();

    const WizardContext& m_context;
    maintenance::RunState m_run;
    domain::SnapshotPtr m_last;
    bool m_pauseAsked = false;
    QTimer m_clock;
    MeterBar* m_progress = nullptr;
    TextLabel* m_count = nullptr;
    QLabel* m_deadline = nullptr;
    InlineMessage* m_message = nullptr;
    QPushButton* m_continue = nullptr;
    QPushButton* m_sendAgain = nullptr;
    QPushButton* m_goOnWithout = nullptr;
    QPushButton* m_abandon = nullptr;
    QPushButton* m_undo = nullptr;
    StepList* m_steps = nullptr;
    DatabasesPanel* m_databases = nullptr;
    QueuePanel* m_queue = nullptr;
    ComponentsPanel* m_components = nullptr;
    SafetyPanel* m_safety = nullptr;
    CommandLabel* m_command = nullptr;
};

} // namespace drydock::ui
