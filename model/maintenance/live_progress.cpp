// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/live_progress.h"

#include "model/domain/strings.h"

#include <algorithm>
#include <map>

namespace drydock::maintenance {
namespace {

using namespace domain;

void seedMoves(RunState& state)
{
    if (!state.moves.empty() || state.plan.direction != Direction::Enter) return;
    const auto& single = state.plan.singleCopyDatabases;
    for (const auto& database : state.plan.original.activeDatabases)
        if (std::find(single.begin(), single.end(), database) == single.end())
            state.moves.push_back({database, state.plan.server, {}, {}, {}, false});
}

// A reading of the server alone shows no copy elsewhere, but where each database is mounted.
void readWhereMounted(DatabaseMove& move, const Database& database, const ServerName& server)
{
    if (!database.mounted || database.mountedOn.empty()) return;
    const bool elsewhere = database.mountedOn != server;
    move.to = elsewhere ? database.mountedOn : ServerName();
    if (*database.mounted) move.status = toString(CopyStatus::Mounted);
    move.done = elsewhere && *database.mounted;
}

} // namespace

void updateLiveProgress(RunState& state, const DagSnapshot& snapshot)
{
    if (snapshot.covers(SnapshotSection::Queues, state.plan.server))
        state.queued = snapshot.queuedMessages(state.plan.server);
    seedMoves(state);
    // One pass over databases and copies, of which an organisation has many.
    std::map<DatabaseName, DatabaseMove*> moves;
    for (auto& move : state.moves)
        moves[move.database] = &move;
    for (const auto& database : snapshot.databases)
        if (const auto move = moves.find(database.name); move != moves.end())
            readWhereMounted(*move->second, database, state.plan.server);
    for (const auto& copy : snapshot.copies) {
        if (!copy.active || !snapshot.covers(SnapshotSection::Copies, copy.server)) continue;
        const auto found = moves.find(copy.database);
        if (found == moves.end()) continue;
        auto& move = *found->second;
        const bool elsewhere = copy.server != state.plan.server;
        move.to = elsewhere ? copy.server : ServerName();
        move.status = copy.status.text;
        move.done = elsewhere && copy.status.value == CopyStatus::Mounted;
    }
}

void mergeMoves(RunState& state, const std::vector<DatabaseMove>& reported)
{
    seedMoves(state);
    for (const auto& report : reported) {
        const auto found = std::find_if(state.moves.begin(), state.moves.end(),
                                        [&](const DatabaseMove& m) { return m.database == report.database; });
        if (found == state.moves.end()) continue;
        if (report.logsLost) found->logsLost = report.logsLost;
        if (!report.to.empty() && report.to != state.plan.server) found->to = report.to;
        found->mountStatus = report.mountStatus;
        const bool mounted = report.mountStatus.empty() || equalsIgnoringCase(report.mountStatus, "Mounted");
        if (report.done && mounted && found->to != state.plan.server && !found->to.empty()) found->done = true;
        found->error = report.error;
        if (!found->done && !report.status.empty()) found->status = report.status;
    }
}

} // namespace drydock::maintenance
