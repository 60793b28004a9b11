// The buttons of the maintenance wizard: which a page has, which one is filled, what they say while a run is under way.
#pragma once

#include "model/maintenance/run_state.h"

#include <QWizard>

namespace drydock::ui {

inline constexpr auto undoButton = QWizard::CustomButton1;
inline constexpr auto pauseButton = QWizard::CustomButton2;
inline constexpr auto stopButton = QWizard::CustomButton3;

// Of a page of MaintenanceWizard, in their order.
// A way out of maintenance is not undone: nothing offers it there.
[[nodiscard]] QList<QWizard::WizardButton> buttonsOf(int page, maintenance::Direction direction);
[[nodiscard]] QWizard::WizardButton primaryOf(int page);
// Their words and names; none of those that change anything is the default one.
void nameButtons(QWizard& wizard);
// Whether the step was begun and has something to undo.
[[nodiscard]] bool changed(const maintenance::RunState& run, std::size_t step);
// Whether anything at or after `step` was done that can be undone.
[[nodiscard]] bool canUndo(const maintenance::RunState& run, std::size_t step);
// Pause, stop and undo as the run allows them now.
void showRunButtons(QWizard& wizard, const maintenance::RunState& run, std::size_t chosenStep, bool pauseAsked);

} // namespace drydock::ui
