// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/preflight_reinstate.h"

#include "model/domain/messages.h"
#include "model/maintenance/condition_result.h"
#include "model/maintenance/messages.h"

namespace drydock::maintenance::checks {

using namespace domain;

Check services(const Context& context)
{
    const auto& [snapshot, input, inDag] = context;
    Check check;
    check.title = sentence<"check-services">(input.server.text());
    check.expected = sentence<"check-services-expected">();
    check.why = sentence<"check-services-why">();
    if (!snapshot.covers(SnapshotSection::Services, input.server)) {
        // Where the account may not read them, "server-reachable" blocks.
        const bool refused = isRefused(snapshot, SnapshotSection::Services, input.server);
        check.result = refused ? CheckResult::Warn : CheckResult::Block;
        check.found = sentence<"services-not-read">();
        return check;
    }
    check.found = sentence<"all-run">();
    for (const auto* name : {service::replication, service::cluster, service::transport}) {
        const auto* found = snapshot.service(input.server, name);
        if (!found) continue;
        check.evidence.push_back(found->name + " " + found->status);
        if (found->running()) continue;
        // The plan starts a stopped transport service.
        raise(check, equalsIgnoringCase(name, service::transport) ? CheckResult::Warn : CheckResult::Block);
        check.found = domain::sentence<"service-is">(found->name, found->status);
    }
    return check;
}

Check originalSettings(const Context& context)
{
    Check check;
    check.title = sentence<"check-original-settings">();
    check.expected = sentence<"check-original-settings-expected">();
    check.why = sentence<"check-original-settings-why">();
    const auto& recorded = context.input.original;
    if (!recorded) {
        check.result = CheckResult::Block;
        check.found = sentence<"record-not-read">();
        check.evidence.push_back(recorded.error().summary());
        return check;
    }
    const auto& [snapshot, input, inDag] = context;
    if (!*recorded && inDag) {
        const auto& chosen = input.reinstate;
        const bool complete = chosen.policy && chosen.moveNow;
        check.result = complete ? CheckResult::Warn : CheckResult::Block;
        check.overridable = false; // it passes only by choosing settings
        check.found = complete
                          ? sentence<"no-record-chosen">(toString(*chosen.policy), *chosen.moveNow ? "True" : "False")
                          : sentence<"no-record">();
        if (const auto* server = snapshot.server(input.server)) {
            check.evidence.push_back("now: DatabaseCopyAutoActivationPolicy " + server->autoActivationPolicy.text);
            check.evidence.push_back(std::string("now: DatabaseCopyActivationDisabledAndMoveNow ") +
                                     (server->activationDisabledAndMoveNow ? "True" : "False"));
        }
        return check;
    }
    if (!*recorded) {
        check.found = sentence<"nothing-to-restore">();
        return check;
    }
    check.evidence = linesOf(**recorded);
    const auto& [settings, runId, at, unfinished, writtenBy, writtenFrom, until] = **recorded;
    check.found = writtenBy.empty() ? sentence<"recorded-by">(runId)
                                    : sentence<"recorded-in-organisation">(writtenBy, writtenFrom,
                                                                           at ? toIso(*at) : std::string(), runId);
    if (const auto later = laterMaintenance(**recorded, snapshot, input.server)) {
        check.result = CheckResult::Block;
        check.found = sentence<"record-of-earlier-maintenance">(toIso(*later), runId);
        return check;
    }
    if (wasServing(settings)) return check;
    check.result = CheckResult::Warn;
    check.found = sentence<"was-not-in-service">(context.input.server.text());
    return check;
}

Check leftByUpdate(const Context& context)
{
    const auto& [snapshot, input, inDag] = context;
    Check check;
    check.title = sentence<"check-left-by-update">();
    check.expected = sentence<"none">();
    check.found = check.expected;
    check.why = sentence<"check-left-by-update-why">();
    const auto recorded = input.original.value_or(std::nullopt);
    for (const auto& name :
         maintenance::leftByUpdate(snapshot, input.server, recorded ? std::optional(recorded->settings) : std::nullopt))
        check.evidence.push_back(name + " Inactive by Functional");
    if (check.evidence.empty()) return check;
    check.result = CheckResult::Warn;
    check.found = domain::sentence<"verbatim">(check.evidence.front());
    return check;
}

} // namespace drydock::maintenance::checks
