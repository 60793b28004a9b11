// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/live_progress.h"

#include "model/domain/strings.h"

#include <algorithm>
#include <map>

namespace drydock::maintenance {
namespace {

using namespace domain;

void seedMoves(const Plan& plan, std::vector<DatabaseMove>& moves)
{
    if (!moves.empty()) return;
    for (const auto& place : plan.places)
        if (place.goesHome()) moves.push_back({place.database, place.activeOn, {}, {}, {}, false});
    if (plan.runKind != RunKind::Enter) return;
    const auto& single = plan.singleCopyDatabases;
    for (const auto& database : plan.original.activeDatabases)
        if (std::find(single.begin(), single.end(), database) == single.end())
            moves.push_back({database, plan.server, {}, {}, {}, false});
}

// A reading of the server alone shows no copy elsewhere, but where each database is mounted.
void readWhereMounted(DatabaseMove& move, const Database& database)
{
    if (!database.mounted || database.mountedOn.empty()) return;
    const bool elsewhere = database.mountedOn != move.from;
    move.to = elsewhere ? database.mountedOn : ServerName();
    if (*database.mounted) move.status = toString(CopyStatus::Mounted);
    move.done = elsewhere && *database.mounted;
}

void readMoves(const Plan& plan, std::vector<DatabaseMove>& moves, const DagSnapshot& snapshot)
{
    seedMoves(plan, moves);
    // One pass over databases and copies, of which an organisation has many.
    std::map<DatabaseName, DatabaseMove*> byDatabase;
    for (auto& move : moves)
        byDatabase[move.database] = &move;
    for (const auto& database : snapshot.databases)
        if (const auto move = byDatabase.find(database.name); move != byDatabase.end())
            readWhereMounted(*move->second, database);
    for (const auto& copy : snapshot.copies) {
        if (!copy.active || !snapshot.covers(SnapshotSection::Copies, copy.server)) continue;
        const auto found = byDatabase.find(copy.database);
        if (found == byDatabase.end()) continue;
        auto& move = *found->second;
        const bool elsewhere = copy.server != move.from;
        move.to = elsewhere ? copy.server : ServerName();
        move.status = copy.status.text;
        move.done = elsewhere && copy.status.value == CopyStatus::Mounted;
    }
}

} // namespace

void updateLiveProgress(RunState& state, const DagSnapshot& snapshot)
{
    if (snapshot.covers(SnapshotSection::Queues, state.plan.server))
        state.queued = snapshot.queuedMessages(state.plan.server);
    readMoves(state.plan, state.moves, snapshot);
}

const SentCommand* sentMove(const RunState& run)
{
    for (std::size_t i = std::min(run.steps.size(), run.plan.steps.size()); i > 0; --i) {
        const auto& sent = run.steps[i - 1].sent;
        const auto& commands = run.plan.steps[i - 1].commands;
        for (auto one = sent.rbegin(); one != sent.rend(); ++one)
            if (!one->undo && one->command < commands.size() &&
                commands[one->command].cmdlet == "Move-ActiveMailboxDatabase")
                return &*one;
    }
    return nullptr;
}

std::vector<DatabaseMove> movesIn(const DagSnapshot& reading, const RunState& run)
{
    auto moves = run.moves;
    const auto* sent = sentMove(run);
    if (!sent || reading.takenAt >= sent->returnedAt.value_or(sent->at)) readMoves(run.plan, moves, reading);
    return moves;
}

void mergeMoves(RunState& state, const std::vector<DatabaseMove>& reported)
{
    seedMoves(state.plan, state.moves);
    for (const auto& report : reported) {
        const auto found = std::find_if(state.moves.begin(), state.moves.end(),
                                        [&](const DatabaseMove& m) { return m.database == report.database; });
        if (found == state.moves.end()) continue;
        if (report.logsLost) found->logsLost = report.logsLost;
        if (!report.to.empty() && report.to != found->from) found->to = report.to;
        found->mountStatus = report.mountStatus;
        const bool mounted = report.mountStatus.empty() || equalsIgnoringCase(report.mountStatus, "Mounted");
        if (report.done && mounted && found->to != found->from && !found->to.empty()) found->done = true;
        found->error = report.error;
        if (!found->done && !report.status.empty()) found->status = report.status;
    }
}

void finishMove(RunState& state, const Step& step)
{
    if (step.kind != StepKind::MoveHome) return;
    seedMoves(state.plan, state.moves);
    for (const auto& condition : step.verification) {
        const auto* mounted = std::get_if<MountedOn>(&condition);
        for (auto& move : state.moves) {
            if (!mounted || move.database != mounted->database) continue;
            move.to = mounted->server;
            move.status = toString(CopyStatus::Mounted);
            move.done = true;
        }
    }
}

} // namespace drydock::maintenance
