// The words and shapes in which plan and run are shown: headings, waits, places, outcomes, times.
#pragma once

#include "model/maintenance/run_state.h"
#include "model/tables/roles.h"

#include <QString>

namespace drydock::ui {

[[nodiscard]] tables::Shape shapeOf(maintenance::Outcome outcome) noexcept;

// "00:07", as long as the step ran or runs; empty before it started.
[[nodiscard]] QString stepElapsed(const maintenance::StepState& step, domain::Time now);
// "about 12 min", "about 2 h 5 min", "less than a minute".
[[nodiscard]] QString aboutText(domain::Duration duration);

// "Exchange" or "on MAIL itself".
[[nodiscard]] QString endpointText(const maintenance::Command& command);
// The wizard's name: "Put MAIL into maintenance", "Reinstate MAIL".
[[nodiscard]] QString runTitle(maintenance::Direction direction, const domain::ServerName& server);
// What a step is doing, as a heading: "Moving the active databases off MAIL".
[[nodiscard]] QString doingText(maintenance::StepKind kind, const domain::ServerName& server);
// What is known about how such a step usually goes; may be empty.
[[nodiscard]] QString usualText(maintenance::StepKind kind);
// The second line of a step in the list: what proved it, what is waited for, or what will prove it.
[[nodiscard]] QString detailText(const maintenance::Step& step, const maintenance::StepState& state);
// What proves a step done: "policy of MAIL is Blocked; …".
[[nodiscard]] QString proofText(const maintenance::Step& step);

// Of the steps, those that need nothing more.
[[nodiscard]] int percentOf(const maintenance::RunState& run);
// A sentence of the model with the moments in it told in local time.
[[nodiscard]] QString sentence(const domain::LocalizableText& message);
// Undone only back to a step: what comes before it is still in force.
[[nodiscard]] bool partlyUndone(const maintenance::RunState& run);
// How the run ended, in one sentence, and what that means for the server.
[[nodiscard]] QString outcomeHeading(const maintenance::RunState& run);
[[nodiscard]] QString outcomeMeaning(const maintenance::RunState& run);

} // namespace drydock::ui
