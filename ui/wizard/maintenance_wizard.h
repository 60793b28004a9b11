// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The window of one run, with the pages Target, Pre-flight, Plan, Run and Result. It blocks no other window.
#pragma once

#include "ui/widgets/decision_text.h"
#include "ui/wizard/server_facts.h"
#include "ui/wizard/wizard_context.h"

#include <QPointer>
#include <QWizard>

#include <memory>
#include <optional>
#include <vector>

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

    // The wizard owns the controller, so deleting the wizard stops a run where it is; it can be resumed. `theme` and
    // `clock` outlive the wizard.
    MaintenanceWizard(std::unique_ptr<controllers::MaintenanceController> controller, const Theme& theme,
                      const ports::Clock& clock, maintenance::RunKind runKind, QWidget* parent = nullptr);
    ~MaintenanceWizard() override;

    // Gives the wizard the latest snapshot for the choice of a server and for the live panels.
    void setSnapshot(const domain::SnapshotPtr& snapshot);
    void setStale(bool stale); // true while refreshing fails
    void choose(const domain::ServerName& server);
    // The options of drydockctl that name the connection of this wizard.
    void setConnectionOptions(const QStringList& options) { m_connectionOptions = options; }
    // Resumes a run of the journal as chosen and shows the Run page. Returns the error of
    // MaintenanceController::resume().
    [[nodiscard]] domain::Result<> resumeRun(const std::string& runId, ResumeChoice choice);

    [[nodiscard]] controllers::MaintenanceController& controller() { return *m_controller; }

    [[nodiscard]] bool validateCurrentPage() override;
    // Carries out a decision about a run that asks. What cannot be taken back is asked about first, over this window.
    void decide(drydock::ui::Decision decision);
    void reject() override; // Esc and the close button; asks first while a run is under way

signals:
    // The user asked to reinstate the server after a completed maintenance.
    void reinstateRequested(const drydock::domain::ServerName& server);
    // The user asked to bring the databases of the server's group home after it was reinstated.
    void rebalanceRequested(const drydock::domain::ServerName& server);

private:
    void buildPages();
    void buildButtons();
    void setMargins();
    void connectRun();
    void onPageChanged(int id);
    void onState(const maintenance::RunState& run);
    void onRest(const maintenance::RunState& run);
    void checkThenStart();
    void showRunLater();
    void startIfUnchanged();
    [[nodiscard]] bool startRun();
    void showRunPage();
    void resumeFromResult(ResumeChoice choice);
    bool showIfFailed(const domain::Result<>& done);
    void pauseOrContinue();
    void stop();
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
    std::optional<std::vector<maintenance::Step>> m_reviewed; // steps to start as soon as everything was read again
    QStringList m_connectionOptions;
    bool m_started = false; // the Plan page may be left
};

} // namespace drydock::ui
