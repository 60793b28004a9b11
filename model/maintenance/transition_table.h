// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The table of all transitions of the runner. model/docs/state-machine.md prints it; tests and simulation compare the
// runner with it.
#pragma once

#include "model/maintenance/runner.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::maintenance {

// In the state `from`, the event leads to one of `to`. An event that is not listed does not change the state.
struct TransitionRow {
    std::string_view from;
    std::string_view event;
    std::vector<std::string_view> to;
};
[[nodiscard]] std::span<const TransitionRow> transitionTable();

// Returns whether the table has the transition, or `from` and `to` are the same state.
[[nodiscard]] bool isListed(std::string_view from, std::string_view event, std::string_view to);

// Returns the event's name in the table: "SnapshotRead".
[[nodiscard]] const char* nameOf(const Event& event) noexcept;

// Returns the table as Markdown.
[[nodiscard]] std::string transitionTableAsMarkdown();

} // namespace drydock::maintenance
