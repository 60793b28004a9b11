// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/transition_table.h"

#include <algorithm>

namespace drydock::maintenance {
namespace {

using Names = std::vector<std::string_view>;

// Returns `others` and the states that can follow a reading or a record of a step that continues.
Names statesAfter(Names others)
{
    others.insert(others.end(), {"Recording", "WaitingForEffect", "Blocked", "Confirming", "BackingOff"});
    return others;
}

// Adds the transitions that all states of a waiting step share.
void addWait(std::vector<TransitionRow>& table, std::string_view wait)
{
    table.push_back({wait, "Timer", {"Checking", "Verifying"}});
    table.push_back({wait, "ContinueRequested", {"Checking", "Verifying"}});
    table.push_back({wait, "PauseRequested", {"Paused", "Recording"}});
    for (const auto* event : {"StopRequested", "UndoRequested", "GoOnWithoutRequested"})
        table.push_back({wait, event, {"Recording"}});
    table.push_back({wait, "AbandonRequested", {"Recording", "Sharing"}});
}

std::vector<TransitionRow> makeTable()
{
    std::vector<TransitionRow> table{
        {"NotStarted", "Start", {"Recording"}},
        {"Recording",
         "JournalWritten",
         {"Sharing", "Rechecking", "Checking", "Verifying", "AwaitingAnswer", "Blocked", "WaitingForEffect", "Paused",
          "Stopped", "Asking", "Finished"}},
        {"Recording", "JournalFailed", {"JournalLost"}},
        {"Sharing", "CommandAnswered", {"Recording", "Rechecking", "Checking", "Paused"}},
        {"Rechecking",
         "SnapshotRead",
         {"RecheckWaiting", "Checking", "Verifying", "Recording", "Sharing", "Paused", "Stopped"}},
        {"Rechecking", "SnapshotFailed", {"RecheckWaiting", "Recording", "Sharing", "Stopped"}},
        {"RecheckWaiting", "Timer", {"Rechecking"}},
        {"RecheckWaiting", "PauseRequested", {"Recording"}}, // where a stop was requested during the reading before
        {"RecheckWaiting", "StopRequested", {"Recording"}},
        {"RecheckWaiting", "UndoRequested", {"Recording"}},
        {"RecheckWaiting", "AbandonRequested", {"Recording", "Sharing"}},
        {"Checking", "SnapshotRead", statesAfter({"Paused", "Sharing"})},
        {"Checking", "SnapshotFailed", {"ReadFailed", "Recording", "Sharing", "Paused"}},
        {"Verifying", "SnapshotRead", statesAfter({"Paused", "Sharing"})},
        {"Verifying", "SnapshotFailed", {"ReadFailed", "Recording", "Sharing", "Paused"}},
        {"AwaitingAnswer", "CommandAnswered", {"Recording"}},
    };
    for (const auto* wait : {"WaitingForEffect", "Blocked", "Confirming", "BackingOff", "ReadFailed"})
        addWait(table, wait);
    for (const auto* rest : {"Paused", "Stopped", "Asking"})
        for (const auto* event : {"Start", "UndoRequested"})
            table.push_back({rest, event, {"Recording"}});
    for (const auto* rest : {"Paused", "Stopped", "Asking"})
        table.push_back({rest, "AbandonRequested", {"Recording", "Sharing"}});
    table.push_back({"Paused", "ContinueRequested", {"Checking", "Verifying", "Recording"}});
    table.push_back({"Paused", "StopRequested", {"Recording"}});
    table.push_back({"Stopped", "ContinueRequested", {"Recording"}});
    table.push_back({"Stopped", "SendAgainRequested", {"Recording"}});
    table.push_back({"Asking", "ContinueRequested", {"Recording"}});
    table.push_back({"Asking", "SendAgainRequested", {"Recording"}});
    table.push_back({"Asking", "GoOnWithoutRequested", {"Recording"}});
    table.push_back({"Asking", "StopRequested", {"Stopped"}});
    return table;
}

struct EventName {
    const char* operator()(const event::Start&) const { return "Start"; }
    const char* operator()(const event::JournalWritten&) const { return "JournalWritten"; }
    const char* operator()(const event::JournalFailed&) const { return "JournalFailed"; }
    const char* operator()(const event::SnapshotRead&) const { return "SnapshotRead"; }
    const char* operator()(const event::SnapshotFailed&) const { return "SnapshotFailed"; }
    const char* operator()(const event::CommandAnswered&) const { return "CommandAnswered"; }
    const char* operator()(const event::Timer&) const { return "Timer"; }
    const char* operator()(const event::StopRequested&) const { return "StopRequested"; }
    const char* operator()(const event::PauseRequested&) const { return "PauseRequested"; }
    const char* operator()(const event::ContinueRequested&) const { return "ContinueRequested"; }
    const char* operator()(const event::SendAgainRequested&) const { return "SendAgainRequested"; }
    const char* operator()(const event::UndoRequested&) const { return "UndoRequested"; }
    const char* operator()(const event::AbandonRequested&) const { return "AbandonRequested"; }
    const char* operator()(const event::GoOnWithoutRequested&) const { return "GoOnWithoutRequested"; }
};

} // namespace

std::span<const TransitionRow> transitionTable()
{
    static const auto table = makeTable();
    return table;
}

bool isListed(std::string_view from, std::string_view event, std::string_view to)
{
    if (from == to) return true;
    return std::ranges::any_of(transitionTable(), [&](const TransitionRow& row) {
        return row.from == from && row.event == event && std::ranges::find(row.to, to) != row.to.end();
    });
}

const char* nameOf(const Event& event) noexcept { return std::visit(EventName{}, event); }

std::string transitionTableAsMarkdown()
{
    std::string text = "| State | Event | Next state |\n|---|---|---|\n";
    for (const auto& row : transitionTable()) {
        std::string to;
        for (const auto name : row.to)
            to += (to.empty() ? "" : ", ") + std::string(name);
        text += "| " + std::string(row.from) + " | " + std::string(row.event) + " | " + to + " |\n";
    }
    return text;
}

} // namespace drydock::maintenance
