// Run: what is being done and waited for, the steps, live panels, the command on its way, and what to decide when it
// asks.
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
    void showFailure(const domain::Error& error); // of what was chosen here
    // A reading, of the run or of the window's refresh: it may cover only a part.
    enum class SnapshotOrigin { OfTheRun, OfTheWindow };
    void readSnapshot(const domain::SnapshotPtr& snapshot, SnapshotOrigin origin);
    void setStale(bool stale); // the window's refreshes fail, or succeed again
    void waitForReading();     // a run of the journal: what it knew then is not shown as what is so now
    // A pause was asked for and the step at hand goes on until its end.
    void setPauseAsked(bool asked);
    [[nodiscard]] bool pauseAsked() const { return m_pauseAsked; }
    [[nodiscard]] bool isComplete() const override; // the run is over
    // The step that "undo back to here" means.
    [[nodiscard]] std::size_t chosenStep() const;
    [[nodiscard]] const maintenance::RunState& run() const { return m_run; }
    // The run waits for a decision: the choices are on the page.
    [[nodiscard]] bool asking() const;

signals:
    void chosenChanged();
    void continueChosen();
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
    QPushButton* m_undo = nullptr;
    StepList* m_steps = nullptr;
    DatabasesPanel* m_databases = nullptr;
    QueuePanel* m_queue = nullptr;
    ComponentsPanel* m_components = nullptr;
    SafetyPanel* m_safety = nullptr;
    CommandLabel* m_command = nullptr;
};

} // namespace drydock::ui
