// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/wizard/wizard_buttons.h"

#include "ui/theme/flat_style.h"
#include "ui/wizard/maintenance_wizard.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QPushButton>

namespace drydock::ui {
namespace {

using maintenance::RunPhase;

struct ButtonWords {
    Q_DECLARE_TR_FUNCTIONS(drydock::ui::MaintenanceWizard)
};

} // namespace

QList<QWizard::WizardButton> buttonsOf(int page, maintenance::RunKind runKind)
{
    switch (page) {
    case MaintenanceWizard::TargetId:
    case MaintenanceWizard::PreflightId:
        return {QWizard::Stretch, QWizard::CancelButton, QWizard::BackButton, QWizard::NextButton};
    case MaintenanceWizard::PlanId:
        return {QWizard::Stretch, QWizard::CancelButton, QWizard::BackButton, QWizard::CommitButton};
    case MaintenanceWizard::RunId:
        if (runKind != maintenance::RunKind::Enter) return {QWizard::Stretch, pauseButton, stopButton};
        return {undoButton, QWizard::Stretch, pauseButton, stopButton};
    default:
        return {QWizard::Stretch, QWizard::FinishButton};
    }
}

QWizard::WizardButton primaryOf(int page)
{
    switch (page) {
    case MaintenanceWizard::PlanId:
        return QWizard::CommitButton;
    case MaintenanceWizard::RunId:
        return stopButton;
    case MaintenanceWizard::ResultId:
        return QWizard::FinishButton;
    default:
        return QWizard::NextButton;
    }
}

void nameButtons(QWizard& wizard)
{
    wizard.setButtonText(QWizard::BackButton, ButtonWords::tr("&Back"));
    wizard.setButtonText(QWizard::NextButton, ButtonWords::tr("&Next"));
    wizard.setButtonText(QWizard::CancelButton, ButtonWords::tr("Cancel"));
    wizard.setButtonText(QWizard::FinishButton, ButtonWords::tr("Close"));
    wizard.setButtonText(undoButton, ButtonWords::tr("&Undo back to here…"));
    wizard.setButtonText(pauseButton, ButtonWords::tr("&Pause"));
    wizard.setButtonText(stopButton, ButtonWords::tr("&Stop"));
    const QList<std::pair<QWizard::WizardButton, const char*>> names{
        {QWizard::BackButton, "back"},    {QWizard::NextButton, "next"},
        {QWizard::CommitButton, "start"}, {QWizard::CancelButton, "cancel"},
        {QWizard::FinishButton, "close"}, {undoButton, "undo"},
        {pauseButton, "pause"},           {stopButton, "stop"}};
    for (const auto& [which, name] : names)
        wizard.button(which)->setObjectName(QLatin1String(name));
    for (const auto which : {undoButton, pauseButton, stopButton, QWizard::CommitButton}) {
        if (auto* push = qobject_cast<QPushButton*>(wizard.button(which))) push->setAutoDefault(false);
    }
}

bool hasUndoableChanges(const maintenance::RunState& run, std::size_t step)
{
    using maintenance::StepStatus;
    if (step >= run.steps.size() || step >= run.plan.steps.size() || run.plan.steps[step].undo.empty()) return false;
    const auto status = run.steps[step].status;
    return status != StepStatus::ToDo && status != StepStatus::Undone && status != StepStatus::Skipped;
}

bool canUndo(const maintenance::RunState& run, std::size_t step)
{
    for (auto i = step; i < run.steps.size() && i <= run.current; ++i)
        if (hasUndoableChanges(run, i)) return true;
    return false;
}

void showRunButtons(QWizard& wizard, const maintenance::RunState& run, std::size_t chosenStep,
                    RunPage::Requested requested)
{
    const bool over = run.phase == RunPhase::Finished || run.phase == RunPhase::Stopped;
    const bool active = !over && run.phase != RunPhase::Asking;
    const bool paused = run.phase == RunPhase::Paused;
    const bool stopping = requested == RunPage::Requested::Stop;
    wizard.button(pauseButton)->setEnabled(active && !stopping);
    wizard.setButtonText(pauseButton, paused                                   ? ButtonWords::tr("&Continue")
                                      : requested == RunPage::Requested::Pause ? ButtonWords::tr("Do not &pause")
                                                                               : ButtonWords::tr("&Pause"));
    wizard.button(stopButton)->setEnabled(active && !stopping);
    wizard.button(stopButton)
        ->setToolTip(ButtonWords::tr("What is under way is answered first. A step that then still waits is left as it "
                                     "is: what it sent stays sent, and is verified when the run continues."));
    setPrimary(*wizard.button(pauseButton), paused);
    setPrimary(*wizard.button(stopButton), active && !paused);
    wizard.setButtonText(stopButton, stopping ? ButtonWords::tr("Stopping")
                                     : paused ? ButtonWords::tr("&Stop here")
                                              : ButtonWords::tr("&Stop"));
    wizard.button(undoButton)->setEnabled(!over && !run.undoDownTo && canUndo(run, chosenStep));
    wizard.button(undoButton)
        ->setToolTip(wizard.button(undoButton)->isEnabled() ? QString()
                     : run.undoDownTo                       ? ButtonWords::tr("The run is being undone.")
                                      : ButtonWords::tr("Nothing from the chosen step on has been changed yet."));
}

} // namespace drydock::ui
