// Every transition of the runner's state machine, as data: model/docs/state-machine.md prints it, tests and simulation
// hold the runner against it.
#pragma once

#include "model/maintenance/runner.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::maintenance {

// In `from`, the event leads to one of `to`. What is not listed leaves the state as it is.
struct TransitionRow {
    std::string_view from;
    std::string_view event;
    std::vector<std::string_view> to;
};
[[nodiscard]] std::span<const TransitionRow> transitionTable();

// Whether the table has the transition, or `from` and `to` are the same state.
[[nodiscard]] bool isListed(std::string_view from, std::string_view event, std::string_view to);

// "SnapshotRead", as the table has it.
[[nodiscard]] const char* nameOf(const Event& event) noexcept;

// The table as Markdown, one line a row.
[[nodiscard]] std::string transitionTableAsMarkdown();

} // namespace drydock::maintenance
