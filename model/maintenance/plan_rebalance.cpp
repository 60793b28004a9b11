// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/plan_rebalance.h"

#include "model/maintenance/live_progress.h"
#include "model/maintenance/messages.h"
#include "model/maintenance/plan_context.h"
#include "model/maintenance/step_factory.h"

#include <algorithm>
#include <chrono>

namespace drydock::maintenance {

using namespace domain;

namespace {

Step moveHome(const DatabasePlace& place, const std::string& comment)
{
    const auto& database = place.database.text();
    const auto& to = place.preferred.text();
    auto step = steps::newStep(StepKind::MoveHome);
    step.title = sentence<"move-home">(database, place.activeOn.text(), to);
    step.why = sentence<"move-home-why">(to);
    Command move{"Move-ActiveMailboxDatabase",
                 {{"Identity", database}, {"ActivateOnServer", to}},
                 EndpointKind::Exchange,
                 place.preferred};
    if (!comment.empty()) move.parameters.push_back({"MoveComment", comment});
    move.parameters.push_back({"Confirm", false});
    step.commands = {std::move(move)};
    step.preconditions = {CopyActivatable{place.preferred, place.database}};
    step.verification = {MountedOn{place.preferred, place.database}};
    return step;
}

Step verifyAtHome(const Plan& plan)
{
    auto step = steps::newStep(StepKind::VerifyAtHome);
    step.title = sentence<"verify-at-home">(plan.group);
    step.why = sentence<"verify-why">();
    for (const auto& move : plan.steps)
        step.verification.insert(step.verification.end(), move.verification.begin(), move.verification.end());
    step.mustHoldTwice = true;
    return step;
}

} // namespace

Result<Plan> planRebalance(const DagSnapshot& snapshot, const ServerName& member, const std::string& moveComment,
                           const RecentMoves& recent)
{
    const auto* server = snapshot.server(member);
    if (!server) return fail(ErrorKind::NotFound, "server " + member.text());
    if (!server->managed()) return fail(notManaged(*server));
    const auto what = "plan the rebalance by " + member.text();
    if (server->dag.empty()) return fail(ErrorKind::Precondition, what, sentence<"in-no-dag">(member.text()).english());
    if (!snapshot.covers(SnapshotSection::Databases))
        return fail(ErrorKind::Precondition, what, sentence<"databases-not-read">().english());
    Plan plan;
    plan.runKind = RunKind::Rebalance;
    plan.server = server->name;
    plan.serverFqdn = server->fqdn;
    plan.group = server->dag.text();
    plan.places = placesIn(snapshot, server->dag, recent);
    for (const auto& place : plan.places)
        if (place.goesHome()) plan.steps.push_back(moveHome(place, moveComment));
    if (!plan.steps.empty()) plan.steps.push_back(verifyAtHome(plan));
    return plan;
}

std::vector<ServerShare> sharesOf(const RunState& run)
{
    std::map<DatabaseName, ServerName> moved;
    for (const auto& move : run.moves)
        if (move.done) moved[move.database] = move.to;
    return domain::sharesOf(run.plan.places, moved);
}

RecentMoves recentMoves(const std::vector<RunListing>& newestFirst, const ReadRun& read, Time now)
{
    const auto since = now - moveSuppressionWindow;
    RecentMoves recent;
    for (const auto& listing : newestFirst) {
        const auto& run = listing.run;
        const auto over = run.phase == RunPhase::Finished && run.finishedAt && *run.finishedAt < since;
        if (listing.error || !run.sentSomething || over) continue;
        const auto whole = read(listing);
        const auto* sent = sentMove(whole.state);
        if (whole.error || !sent || sent->at < since) continue;
        for (const auto& move : whole.state.moves)
            if (move.done) ++recent[move.database];
    }
    return recent;
}

} // namespace drydock::maintenance
