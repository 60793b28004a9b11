// The maintenance wizard, both ways: Target, Pre-flight, Plan, Run, Result. One window, one run; nothing else is
// blocked.
#pragma once

#include "ui/wizard/server_facts.h"
#include "ui/wizard/wizard_context.h"

#include <QPointer>
#include <QWizard>

#include <memory>

class QMessageBox;

namespace drydock::ui {

class PageList;
class PlanPage;
class PreflightPage;
class ResultPage;
class RunPage;
class TargetPage;
enum class ResumeChoice;

class MaintenanceWizard : public QWizard
{
    Q_OBJECT

public:
    enum PageId { TargetId, PreflightId, PlanId, RunId, ResultId };

    // The controller is the wizard's own; closing the wizard stops its run where it is, resumable.
    MaintenanceWizard(std::unique_ptr<controllers::MaintenanceController> controller, const Theme& theme,
                      const ports::Clock& clock, maintenance::Direction direction, QWidget* parent = nullptr);
    ~MaintenanceWizard() override;

    // What is there to choose from, and later for the live panels; again on each refresh.
    void setSnapshot(const domain::SnapshotPtr& snapshot);
    void setStale(bool stale); // the refreshes fail: what is known grows old
    void choose(const domain::ServerName& server);
    // Opens on the Run page with a run of the journal.
    [[nodiscard]] domain::Result<> resumeRun(const std::string& runId, ResumeChoice choice);

    [[nodiscard]] controllers::MaintenanceController& controller() { return *m_controller; }

    [[nodiscard]] bool validateCurrentPage() override;
    void reject() override; // Esc and the close button: asks while a run is under way

signals:
    void reinstateRequested(const drydock::domain::ServerName& server);

private:
    void buildPages();
    void buildButtons();
    void setMargins();
    void connectRun();
    void onPageChanged(int id);
    void onState(const maintenance::RunState& run);
    void onFinished(const maintenance::RunState& run);
    [[nodiscard]] bool startRun();
    void showRunPage();
    void goOnFromResult(ResumeChoice choice);
    bool showIfFailed(const domain::Result<>& done);
    void pauseOrContinue();
    void askUndo();
    void askClose();
    void updateRunButtons();
    void updateTitle();
    void updateSide();

    std::unique_ptr<controllers::MaintenanceController> m_controller;
    WizardContext m_context;
    TargetPage* m_target = nullptr;
    PreflightPage* m_preflight = nullptr;
    PlanPage* m_plan = nullptr;
    RunPage* m_run = nullptr;
    ResultPage* m_result = nullptr;
    PageList* m_side = nullptr;
    ServerFacts m_before;
    ServerFacts m_after;
    QPointer<QMessageBox> m_question;
};

} // namespace drydock::ui
