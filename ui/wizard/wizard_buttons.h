// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The buttons of the maintenance wizard: which ones a page has, which one is primary, and their labels during a run.
#pragma once

#include "ui/wizard/run_page.h"

#include <QWizard>

namespace drydock::ui {

inline constexpr auto undoButton = QWizard::CustomButton1;
inline constexpr auto pauseButton = QWizard::CustomButton2;
inline constexpr auto stopButton = QWizard::CustomButton3;

// Returns the buttons of a page of MaintenanceWizard in their order. A reinstatement cannot be undone, so it has no
// Undo button.
[[nodiscard]] QList<QWizard::WizardButton> buttonsOf(int page, maintenance::RunKind runKind);
[[nodiscard]] QWizard::WizardButton primaryOf(int page);
// Sets the labels and object names. No button that changes the server becomes the default button.
void nameButtons(QWizard& wizard);
// True if the step was begun, was neither skipped nor undone, and has undo commands.
[[nodiscard]] bool hasUndoableChanges(const maintenance::RunState& run, std::size_t step);
// True if `step` or a later step has changes that can be undone.
[[nodiscard]] bool canUndo(const maintenance::RunState& run, std::size_t step);
// Updates the labels and states of Pause, Stop and Undo for the current state of the run.
void showRunButtons(QWizard& wizard, const maintenance::RunState& run, std::size_t chosenStep,
                    RunPage::Requested requested);

} // namespace drydock::ui
