// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The texts and icons of plans and runs in the wizard. All functions are pure; the texts are translated.
#pragma once

#include "model/maintenance/run_state.h"
#include "model/tables/roles.h"

#include <QString>

namespace drydock::ui {

[[nodiscard]] tables::Shape shapeOf(maintenance::Outcome outcome) noexcept;

// "00:07": how long the step ran or has been running. Empty before it started.
[[nodiscard]] QString stepElapsed(const maintenance::StepState& step, domain::Time now);
// "about 12 min", "about 2 h 5 min", "less than a minute".
[[nodiscard]] QString aboutText(domain::Duration duration);

// "Exchange" or "on MAIL itself".
[[nodiscard]] QString endpointText(const maintenance::Command& command);
// The title of the wizard: "Put MAIL into maintenance", "Reinstate MAIL".
[[nodiscard]] QString runTitle(maintenance::RunKind runKind, const domain::ServerName& server);
// What a step is doing, as a heading: "Moving the active databases off MAIL".
[[nodiscard]] QString doingText(maintenance::StepKind kind, const domain::ServerName& server);
// What the current step of a run is doing: the undo of the step, and only the wait where the command was not needed.
[[nodiscard]] QString doingText(const maintenance::RunState& run);
// Where a paused run rests: before its current step or inside it.
[[nodiscard]] QString restText(const maintenance::RunState& run);
[[nodiscard]] bool restsInside(const maintenance::RunState& run);
// "Sent at 21:04:05, not answered yet", "Not sent: …": the commands of the current step. Empty if it has none.
[[nodiscard]] QString deliveryText(const maintenance::RunState& run);
// A sentence on the usual course of such a step. Empty if there is none.
[[nodiscard]] QString usualText(maintenance::StepKind kind);
// The second line of a step in the list: its evidence, what it waits for, or the conditions of its success.
[[nodiscard]] QString detailText(const maintenance::Step& step, const maintenance::StepState& state);
// The conditions under which a step is done: "policy of MAIL is Blocked; …".
[[nodiscard]] QString verificationText(const maintenance::Step& step);

// The share of steps that are over, from 0 to 100.
[[nodiscard]] int percentOf(const maintenance::RunState& run);
// Translates a sentence of the model and shows its times in local time.
[[nodiscard]] QString sentence(const domain::LocalizableText& message);
// True if the run was undone back to a step only, so that earlier steps are still in force.
[[nodiscard]] bool partlyUndone(const maintenance::RunState& run);
// One sentence on how the run ended, and one on what that means for the server.
[[nodiscard]] QString outcomeHeading(const maintenance::RunState& run);
[[nodiscard]] QString outcomeMeaning(const maintenance::RunState& run);

} // namespace drydock::ui
