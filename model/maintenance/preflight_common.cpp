// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/preflight_common.h"

#include "model/domain/messages.h"
#include "model/domain/read_only_cmdlet.h"
#include "model/domain/server_state.h"
#include "model/maintenance/condition_result.h"
#include "model/maintenance/domain_controller.h"
#include "model/maintenance/messages.h"
#include "model/maintenance/plan_enter.h"
#include "model/maintenance/plan_rebalance.h"
#include "model/maintenance/plan_reinstate.h"
#include "model/maintenance/step_timeouts.h"

#include <algorithm>

namespace drydock::maintenance::checks {

using namespace domain;

namespace {

// Returns the cmdlets and parameters of the plan itself, which are those that would be sent.
CmdletPermissions required(const Context& context)
{
    const auto& [snapshot, input, inDag] = context;
    CmdletPermissions needed;
    const auto add = [&needed](const std::vector<Command>& commands) {
        for (const auto& command : commands) {
            // One that only asks is left out of a plan where it is not granted.
            if (command.endpoint != EndpointKind::Exchange || isReadOnlyCmdlet(command.cmdlet)) continue;
            auto& parameters = needed[command.cmdlet];
            for (const auto& parameter : command.parameters)
                parameters.insert(parameter.name);
        }
    };
    Result<Plan> made;
    if (!input.plan)
        made = input.runKind == RunKind::Enter       ? planEnter(snapshot, input.server)
               : input.runKind == RunKind::Reinstate ? planReinstate(snapshot, input.server)
                                                     : planRebalance(snapshot, input.server);
    if (!made) return needed;
    for (const auto& step : (input.plan ? *input.plan : *made).steps) {
        add(step.commands);
        add(step.undo);
    }
    return needed;
}

template <class Range> bool containsIgnoringCase(const Range& range, const std::string& wanted)
{
    return std::any_of(range.begin(), range.end(),
                       [&](const std::string& item) { return equalsIgnoringCase(item, wanted); });
}

std::vector<std::string> missingIn(const CmdletPermissions& permissions, const CmdletPermissions& needed)
{
    std::vector<std::string> missing;
    for (const auto& [cmdlet, parameters] : needed) {
        const auto* granted = grantedParameters(permissions, cmdlet);
        if (!granted) {
            missing.push_back(cmdlet);
            continue;
        }
        if (granted->empty()) continue; // its parameters are unknown
        for (const auto& parameter : parameters)
            if (!containsIgnoringCase(*granted, parameter)) missing.push_back(cmdlet + " -" + parameter);
    }
    return missing;
}

} // namespace

Check serverReachable(const Context& context)
{
    const auto& [snapshot, input, inDag] = context;
    Check check;
    check.title = sentence<"check-server-reachable">(input.server.text());
    check.expected = sentence<"check-server-reachable-expected">();
    check.why = sentence<"check-server-reachable-why">();
    for (const auto& error : snapshot.errors)
        if (error.server == input.server)
            check.evidence.push_back(std::string(toString(error.section)) + ": " + error.error.summary());
    const bool components = snapshot.covers(SnapshotSection::Components, input.server);
    const bool services = snapshot.covers(SnapshotSection::Services, input.server);
    // Into maintenance the node has a check of its own: the plan leaves out its steps.
    const bool entering = input.runKind == RunKind::Enter;
    const bool node = !inDag || entering || snapshot.covers(SnapshotSection::Nodes, input.server);
    if (components && services && node) {
        check.found = sentence<"all-was-read">();
        if (input.runKind == RunKind::Reinstate) return check; // the check "services" covers them
        for (const auto* name : {service::replication, service::cluster, service::transport}) {
            const auto* found = snapshot.service(input.server, name);
            if (!found || (!inDag && !equalsIgnoringCase(name, service::transport))) continue;
            check.evidence.push_back(found->name + " " + found->status);
            if (found->running()) continue;
            check.result = CheckResult::Block;
            check.found = domain::sentence<"service-is">(found->name, found->status);
        }
        return check;
    }
    check.result = CheckResult::Block;
    if (components && isRefused(snapshot, SnapshotSection::Services, input.server)) {
        const bool byUs = std::ranges::any_of(snapshot.errors, [&server = input.server](const ReadingError& failed) {
            return failed.server == server && failed.error.kind == ErrorKind::HostNotTrusted;
        });
        check.found =
            byUs ? sentence<"node-not-trusted">(input.server.text()) : sentence<"node-refused">(input.server.text());
        return check;
    }
    check.found = sentence<"could-not-be-read">(!components ? "components" : !services ? "services" : "cluster node");
    return check;
}

Check setupRunning(const Context& context)
{
    Check check;
    check.title = sentence<"check-setup-running">(context.input.server.text());
    check.expected = sentence<"check-setup-running-expected">();
    check.found = check.expected;
    check.why = sentence<"check-setup-running-why">();
    if (!context.snapshot.setupRunning.contains(context.input.server)) return check;
    check.result = CheckResult::Block;
    check.found = sentence<"setup-is-running">();
    return check;
}

// Compared are clocks of which each server has told its own, so the check says nothing of the others.
Check clockSkew(const Context& context)
{
    const auto seconds = [](Duration duration) {
        return std::chrono::round<std::chrono::seconds>(duration < Duration::zero() ? -duration : duration).count();
    };
    Check check;
    check.title = sentence<"check-clock-skew">();
    check.expected = sentence<"check-clock-skew-expected">(std::to_string(seconds(maxClockSkew)));
    check.why = sentence<"check-clock-skew-why">();
    check.found = sentence<"clocks-not-told">();
    if (context.snapshot.clockSkew.empty()) check.result = CheckResult::Warn; // not known is no pass
    std::int64_t most = -1;
    for (const auto& [server, skew] : context.snapshot.clockSkew) {
        const auto apart = seconds(skew);
        const bool ahead = skew >= Duration::zero();
        check.evidence.push_back(server.text() + (ahead ? " +" : " -") + std::to_string(apart) + " s");
        if (apart <= most) continue;
        most = apart;
        check.found = ahead ? sentence<"clock-is-ahead">(server.text(), std::to_string(apart))
                            : sentence<"clock-is-behind">(server.text(), std::to_string(apart));
        check.result = apart > seconds(maxClockSkew) ? CheckResult::Warn : CheckResult::Pass;
    }
    return check;
}

Check cmdletsGranted(const Context& context)
{
    const auto& input = context.input;
    Check check;
    check.title = sentence<"check-cmdlets-granted">();
    check.expected = sentence<"check-cmdlets-granted-expected">();
    check.why = sentence<"check-cmdlets-granted-why">();
    check.overridable = false;
    const auto needed = required(context);
    if (input.readOnly) {
        check.result = CheckResult::Block;
        check.found = sentence<"session-is-read-only">();
    } else if (!input.exchangePermissions) {
        check.result = CheckResult::Warn;
        check.found = sentence<"server-could-not-be-asked">();
    } else if (const auto missing = missingIn(*input.exchangePermissions, needed); !missing.empty()) {
        check.result = CheckResult::Block;
        check.found = sentence<"not-granted">(missing.front());
        for (const auto& name : missing)
            check.evidence.push_back(name + " is not granted");
    } else {
        check.found = sentence<"cmdlets-granted">(std::to_string(needed.size()));
        for (const auto& [cmdlet, parameters] : needed)
            check.evidence.push_back(cmdlet);
        if (!mayChooseDomainController(*input.exchangePermissions))
            check.evidence.push_back("-DomainController is not granted: Exchange chooses one for each cmdlet, and a "
                                     "reading may be older than the change before it");
    }
    return check;
}

Check alreadyThere(const Context& context)
{
    const auto& input = context.input;
    const auto state = stateOf(context.snapshot, input.server);
    const bool entering = input.runKind == RunKind::Enter;
    Check check;
    check.title = sentence<"check-already">(input.server.text());
    check.expected = stateWord(entering ? ServerState::Serving : ServerState::InMaintenance);
    check.found = stateWord(state);
    check.why = entering                           ? sentence<"check-already-enter-why">()
                : input.runKind == RunKind::Reboot ? sentence<"check-already-reboot-why">()
                                                   : sentence<"check-already-why">();
    for (const auto& reason : assessServer(context.snapshot, input.server).reasons)
        check.evidence.push_back(reason.english());
    // Reinstating a server that serves, or that is blocked and was never in maintenance, takes back what somebody else
    // has set.
    const bool recorded = input.original && *input.original;
    const bool blockedOnPurpose = state == ServerState::Blocked && !recorded;
    const bool restarts = input.runKind == RunKind::Reboot; // of a server that serves, its users would notice it
    if (entering   ? state == ServerState::InMaintenance
        : restarts ? state != ServerState::InMaintenance
                   : state == ServerState::Serving || blockedOnPurpose)
        check.result = CheckResult::Block;
    else if (state != (entering ? ServerState::Serving : ServerState::InMaintenance))
        check.result = CheckResult::Warn;
    return check;
}

namespace {

// A run of somebody else, as far as the organisation's record shows. A computer that crashed never writes the end of
// its run, so the operator may override the block.
void addOpenRuns(const Context& context, const std::vector<const Server*>& members, Check& check)
{
    const auto& input = context.input;
    const auto addOf = [&](const ServerName& server) {
        const auto* run = openRun(input.organisation, server);
        if (!run || std::any_of(input.runs.begin(), input.runs.end(),
                                [run](const RunListing& own) { return own.run.id == run->id; }))
            return;
        const auto found = sentenceAbout(*run);
        check.evidence.push_back(found.english());
        if (check.result != CheckResult::Block) check.found = found;
        raise(check, CheckResult::Block);
    };
    addOf(input.server);
    for (const auto* member : members)
        addOf(member->name);
}

} // namespace

// Two runs on the same server, or on two members of one DAG at the same time, would undo each other's work.
Check otherRun(const Context& context)
{
    const auto& [snapshot, input, inDag] = context;
    Check check;
    check.title = sentence<"check-other-run">();
    check.expected = sentence<"check-other-run-expected">();
    check.found = sentence<"none">();
    check.why = sentence<"check-other-run-why">();
    const auto members = snapshot.otherMembers(input.server);
    for (const auto& listing : input.runs) {
        if (listing.error) continue;
        const auto& id = listing.run.id;
        const auto& server = listing.run.server;
        const bool same = server == input.server;
        const bool near =
            std::any_of(members.begin(), members.end(), [&](const Server* other) { return other->name == server; });
        if (!same && !near) continue;
        if (listing.inUse) {
            check.result = CheckResult::Block;
            check.overridable = false;
            check.found = sentence<"run-under-way">(id);
            check.evidence.push_back(id + " is under way");
        } else if ((same || input.runKind == RunKind::Rebalance) && listing.resumable()) {
            check.evidence.push_back(id + " is unfinished");
            if (check.result != CheckResult::Pass) continue;
            check.result = CheckResult::Warn;
            check.found = sentence<"run-unfinished">(id);
        }
    }
    addOpenRuns(context, members, check);
    return check;
}

Check organisationRecord(const Context& context)
{
    const auto& [snapshot, input, inDag] = context;
    Check check;
    check.title = sentence<"check-organisation-record">();
    check.expected = sentence<"check-organisation-record-expected">();
    check.found = sentence<"organisation-record-in-use">();
    check.why = sentence<"check-organisation-record-why">();
    // The run is as safe without it, so this is said and is no warning.
    const auto say = [&check](LocalizableText found) {
        if (check.evidence.empty()) check.found = found;
        check.evidence.push_back(found.english());
    };
    if (!input.exchangePermissions) {
        say(sentence<"server-could-not-be-asked">());
        return check;
    }
    if (!grantedParameters(*input.exchangePermissions, writeAdminAuditLog))
        say(sentence<"record-on-this-computer-only">(writeAdminAuditLog));
    if (!grantedParameters(*input.exchangePermissions, searchAdminAuditLog))
        say(sentence<"other-runs-not-granted">(searchAdminAuditLog));
    else if (!snapshot.covers(SnapshotSection::AdminAuditLog)) {
        say(sentence<"other-runs-not-read">());
        for (const auto& failed : snapshot.errors)
            if (failed.section == SnapshotSection::AdminAuditLog) check.evidence.push_back(failed.error.summary());
    }
    return check;
}

} // namespace drydock::maintenance::checks
