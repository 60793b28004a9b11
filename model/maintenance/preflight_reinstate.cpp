#include "model/maintenance/preflight_reinstate.h"

namespace drydock::maintenance::checks {

using namespace domain;

Check services(const Context& context)
{
    const auto& [snapshot, input, inDag] = context;
    Check check;
    check.title = {DRYDOCK_TEXT("model", "Services of %1"), {input.server.text()}};
    check.expected = {DRYDOCK_TEXT("model", "replication, cluster and transport run"), {}};
    check.why = {DRYDOCK_TEXT("model", "Without them the server cannot take databases or mail."), {}};
    if (!snapshot.covers(SnapshotSection::Services, input.server)) {
        check.result = CheckResult::Block;
        check.found = {DRYDOCK_TEXT("model", "the services could not be read"), {}};
        return check;
    }
    check.found = {DRYDOCK_TEXT("model", "all run"), {}};
    for (const auto* name : {service::replication, service::cluster, service::transport}) {
        const auto* found = snapshot.service(input.server, name);
        if (!found) continue;
        check.evidence.push_back(found->name + " " + found->status);
        if (found->running()) continue;
        // A transport service that is stopped is started by the plan.
        raise(check, equalsIgnoringCase(name, service::transport) ? CheckResult::Warn : CheckResult::Block);
        check.found = {DRYDOCK_TEXT("model", "service %1 is %2"), {found->name, found->status}};
    }
    return check;
}

Check originalSettings(const Context& context)
{
    Check check;
    check.title = {DRYDOCK_TEXT("model", "Settings from before the maintenance"), {}};
    check.expected = {DRYDOCK_TEXT("model", "recorded in the journal"), {}};
    check.why = {DRYDOCK_TEXT("model", "Exactly these are restored. Without a record it is the documented defaults."),
                 {}};
    const auto& recorded = context.input.original;
    if (!recorded) {
        check.result = CheckResult::Block;
        check.found = {
            DRYDOCK_TEXT("model", "the record cannot be read: Unrestricted, MoveNow off, node Up would be set"), {}};
        check.evidence.push_back(recorded.error().summary());
        return check;
    }
    if (!*recorded) {
        check.result = CheckResult::Warn;
        check.found = {DRYDOCK_TEXT("model", "no record: Unrestricted, MoveNow off, node Up"), {}};
        return check;
    }
    check.evidence = linesOf(**recorded);
    check.found = {DRYDOCK_TEXT("model", "recorded by %1"), {(*recorded)->runId}};
    if (wasServing((*recorded)->settings)) return check;
    check.result = CheckResult::Warn;
    check.found = {
        DRYDOCK_TEXT("model",
                     "%1 was not in service before the maintenance: it is brought back to that, not into service"),
        {context.input.server.text()}};
    return check;
}

} // namespace drydock::maintenance::checks
