#include "model/maintenance/condition.h"

#include "model/domain/overloaded.h"
#include "model/domain/redundancy_index.h"
#include "model/domain/strings.h"

#include <algorithm>

namespace drydock::maintenance {
namespace {

using namespace domain;

constexpr Duration queuesAreLoadedAfter = std::chrono::seconds(60);

ConditionResult holds(LocalizableText found) { return {ConditionStatus::Met, std::move(found), false}; }
ConditionResult fails(LocalizableText found) { return {ConditionStatus::NotMet, std::move(found), false}; }
ConditionResult unknown(LocalizableText found) { return {ConditionStatus::Unknown, std::move(found), false}; }
ConditionResult decided(bool value, LocalizableText found)
{
    return value ? holds(std::move(found)) : fails(std::move(found));
}

// Why a reading is missing: its error where there is one.
ConditionResult unread(const DagSnapshot& snapshot, SnapshotSection section, const ServerName& server)
{
    for (const auto& failed : snapshot.errors)
        if (failed.section == section && (failed.server.empty() || failed.server == server))
            return unknown({DRYDOCK_TEXT("model", "%1 of %2 could not be read: %3"),
                            {toString(section), server.text(), failed.error.summary()}});
    return unknown({DRYDOCK_TEXT("model", "%1 of %2 could not be read"), {toString(section), server.text()}});
}

bool sameWord(const OpenEnum<AutoActivationPolicy>& a, const OpenEnum<AutoActivationPolicy>& b)
{
    return a.value == b.value && (a.value != AutoActivationPolicy::Unknown || equalsIgnoringCase(a.text, b.text));
}

ConditionResult check(const PolicyIs& c, const DagSnapshot& snapshot)
{
    const auto* server = snapshot.server(c.server);
    if (!server) return unread(snapshot, SnapshotSection::Servers, c.server);
    return decided(
        sameWord(server->autoActivationPolicy, c.policy),
        {DRYDOCK_TEXT("model", "activation policy of %1 is %2"), {c.server.text(), server->autoActivationPolicy.text}});
}

ConditionResult check(const MoveNowIs& c, const DagSnapshot& snapshot)
{
    const auto* server = snapshot.server(c.server);
    if (!server) return unread(snapshot, SnapshotSection::Servers, c.server);
    return decided(server->activationDisabledAndMoveNow == c.value,
                   server->activationDisabledAndMoveNow
                       ? LocalizableText{DRYDOCK_TEXT("model", "MoveNow is set on %1"), {c.server.text()}}
                       : LocalizableText{DRYDOCK_TEXT("model", "MoveNow is not set on %1"), {c.server.text()}});
}

// The newest entry of the requester in one store; Active when there is none.
ServiceState stateIn(const std::vector<RequesterEntry>& store, const std::string& requester)
{
    ComponentState alone;
    alone.registry = store;
    const auto entry = alone.newestEntry(requester);
    return entry ? entry->state.value : ServiceState::Active;
}

ConditionResult check(const RequesterStateIs& c, const DagSnapshot& snapshot)
{
    const auto* component = snapshot.component(c.server, c.component);
    if (!component) return unread(snapshot, SnapshotSection::Components, c.server);
    if (!component->registry || !component->activeDirectory)
        return unknown({DRYDOCK_TEXT("model", "the entries of %1 could not be read from the %2"),
                        {c.component, component->registry ? "directory" : "registry"}});
    const auto registry = stateIn(*component->registry, c.requester);
    const auto directory = stateIn(*component->activeDirectory, c.requester);
    if (registry == directory)
        return decided(registry == c.state,
                       {DRYDOCK_TEXT("model", "%1 is %2 by %3"), {c.component, toString(registry), c.requester}});
    return fails({DRYDOCK_TEXT("model", "%1 by %2 is %3 in the registry and %4 in the directory"),
                  {c.component, c.requester, toString(registry), toString(directory)}});
}

ConditionResult check(const ComponentIs& c, const DagSnapshot& snapshot)
{
    const auto* component = snapshot.component(c.server, c.component);
    if (!component) return unread(snapshot, SnapshotSection::Components, c.server);
    const auto why = assess(*component).reasons;
    if (component->state.value == c.state || why.empty())
        return decided(component->state.value == c.state,
                       {DRYDOCK_TEXT("model", "%1 is %2"), {c.component, component->state.text}});
    return fails({DRYDOCK_TEXT("model", "%1 is %2 (%3)"), {c.component, component->state.text, why.front().english()}});
}

ConditionResult check(const AllComponentsInactive& c, const DagSnapshot& snapshot)
{
    std::vector<std::string> others;
    int inactive = 0;
    for (const auto& component : snapshot.components) {
        if (component.server != c.server || equalsIgnoringCase(component.component, component::monitoring) ||
            equalsIgnoringCase(component.component, component::recoveryActionsEnabled))
            continue;
        if (component.state.value == ServiceState::Inactive)
            ++inactive;
        else
            others.push_back(component.component);
    }
    if (inactive == 0 && others.empty()) return unread(snapshot, SnapshotSection::Components, c.server);
    if (others.empty()) return holds({DRYDOCK_TEXT("model", "components inactive: %1"), {std::to_string(inactive)}});
    return fails({DRYDOCK_TEXT("model", "components not inactive: %1"), {joined(others)}});
}

ConditionResult check(const NodeIs& c, const DagSnapshot& snapshot)
{
    const auto found = [&](const std::string& text) {
        return LocalizableText{DRYDOCK_TEXT("model", "node %1 is %2"), {c.server.text(), text}};
    };
    if (const auto* node = snapshot.node(c.server); node && node->state.value != NodeState::Unknown)
        return decided(node->state.value == c.state, found(node->state.text));
    const auto* group = snapshot.groupOf(c.server);
    if (!group || !group->statusKnown) return unread(snapshot, SnapshotSection::Nodes, c.server);
    const auto state = group->isPaused(c.server)        ? NodeState::Paused
                       : group->isOperational(c.server) ? NodeState::Up
                                                        : NodeState::Down;
    return decided(state == c.state, found(toString(state)));
}

ConditionResult check(const NotPrimaryActiveManager& c, const DagSnapshot& snapshot)
{
    const auto* group = snapshot.groupOf(c.server);
    if (!group && snapshot.covers(SnapshotSection::Groups))
        return holds({DRYDOCK_TEXT("model", "%1 is in no DAG"), {c.server.text()}});
    if (!group || !group->statusKnown || group->primaryActiveManager.empty())
        return unread(snapshot, SnapshotSection::Groups, c.server);
    return decided(group->primaryActiveManager != c.server,
                   {DRYDOCK_TEXT("model", "primary active manager is %1"), {group->primaryActiveManager.text()}});
}

bool replicated(const DagSnapshot& snapshot, const DatabaseName& name)
{
    const auto* database = snapshot.database(name);
    return database ? !database->singleCopy() : snapshot.copiesOf(name).size() > 1;
}

// Active, or on the way in or out, whatever the flag says.
bool isInUse(const DatabaseCopy& copy)
{
    const auto status = copy.status.value;
    return copy.active || status == CopyStatus::Mounted || status == CopyStatus::Mounting ||
           status == CopyStatus::Dismounting;
}

bool isMoving(const DatabaseCopy& copy)
{
    return copy.status.value == CopyStatus::Mounting || copy.status.value == CopyStatus::Dismounting;
}

// Without its replication service nobody knows what a server's copies do.
bool tells(const DatabaseCopy& copy)
{
    return copy.status.value != CopyStatus::ServiceDown && copy.status.value != CopyStatus::Unknown;
}

bool mountedElsewhere(const DagSnapshot& snapshot, const DatabaseCopy& copy)
{
    const auto* database = snapshot.database(copy.database);
    return database && !database->mountedOn.empty() && database->mountedOn != copy.server;
}

ConditionResult check(const NoActiveDatabases& c, const DagSnapshot& snapshot)
{
    if (!snapshot.covers(SnapshotSection::Copies, c.server)) return unread(snapshot, SnapshotSection::Copies, c.server);
    if (!snapshot.covers(SnapshotSection::Databases)) return unread(snapshot, SnapshotSection::Databases, c.server);
    std::vector<std::string> left;
    std::vector<std::string> untold;
    bool moving = false;
    for (const auto* copy : snapshot.copiesOn(c.server)) {
        if (!replicated(snapshot, copy->database)) continue;
        if (isInUse(*copy)) {
            left.push_back(copy->database.text());
            moving = moving || isMoving(*copy);
        } else if (!tells(*copy) && !mountedElsewhere(snapshot, *copy))
            untold.push_back(copy->database.text());
    }
    if (left.empty() && !untold.empty())
        return unknown(
            {DRYDOCK_TEXT("model", "whether it is active on %1 is not told of %2"), {c.server.text(), joined(untold)}});
    if (left.empty())
        return holds({DRYDOCK_TEXT("model", "no replicated database is active on %1"), {c.server.text()}});
    auto result = fails({DRYDOCK_TEXT("model", "still active on %1: %2"), {c.server.text(), joined(left)}});
    result.inProgress = moving;
    return result;
}

ConditionResult check(const ServiceRunning& c, const DagSnapshot& snapshot)
{
    const auto* service = snapshot.service(c.server, c.service);
    if (!service) return unread(snapshot, SnapshotSection::Services, c.server);
    auto result =
        decided(service->running(), {DRYDOCK_TEXT("model", "service %1 is %2"), {c.service, service->status}});
    result.inProgress = service->status == "StartPending" || service->status == "StopPending";
    return result;
}

ConditionResult check(const QueuesDrained& c, const DagSnapshot& snapshot)
{
    if (!snapshot.covers(SnapshotSection::Queues, c.server)) return unread(snapshot, SnapshotSection::Queues, c.server);
    // Without a running transport service an empty list means nothing (exchange.md 4.2).
    if (auto transport = check(ServiceRunning{c.server, service::transport}, snapshot);
        transport.status != ConditionStatus::Met)
        return transport;
    const auto count = snapshot.queuedMessages(c.server);
    auto result = decided(
        count == 0, {DRYDOCK_TEXT("model", "messages queued on %1: %2"), {c.server.text(), std::to_string(count)}});
    const auto& started = snapshot.service(c.server, service::transport)->processStart;
    result.early = !started || snapshot.takenAt - *started < queuesAreLoadedAfter;
    return result;
}

ConditionResult check(const ServiceNoticed& c, const DagSnapshot& snapshot)
{
    const auto* service = snapshot.service(c.server, c.service);
    if (!service) return unread(snapshot, SnapshotSection::Services, c.server);
    const auto* component = snapshot.component(c.server, c.component);
    if (!component) return unread(snapshot, SnapshotSection::Components, c.server);
    const auto entry = component->newestEntry(c.requester);
    if (!entry) return holds({DRYDOCK_TEXT("model", "%1 was never changed by %2"), {c.component, c.requester}});
    if (!service->processStart || !entry->since)
        return unknown({DRYDOCK_TEXT("model", "when %1 started could not be read"), {c.service}});
    return decided(*service->processStart >= *entry->since,
                   {DRYDOCK_TEXT("model", "%1 runs since %2"), {c.service, toIso(*service->processStart)}});
}

bool caughtUp(const DatabaseCopy& copy, const QueueLimits& limits)
{
    if (copy.active) return copy.status.value == CopyStatus::Mounted;
    if (copy.status.value != CopyStatus::Healthy) return false;
    return copy.lagged() || copy.queuesWithin(limits.copyGood, limits.replayGood);
}

ConditionResult check(const CopiesHealthy& c, const DagSnapshot& snapshot)
{
    if (!snapshot.covers(SnapshotSection::Copies, c.server)) return unread(snapshot, SnapshotSection::Copies, c.server);
    std::vector<std::string> behind;
    const auto copies = snapshot.copiesOn(c.server);
    for (const auto* copy : copies)
        if (!caughtUp(*copy, QueueLimits{})) behind.push_back(copy->database.text() + " " + copy->status.text);
    if (behind.empty())
        return holds(
            {DRYDOCK_TEXT("model", "copies healthy on %1: %2"), {c.server.text(), std::to_string(copies.size())}});
    return fails({DRYDOCK_TEXT("model", "not caught up on %1: %2"), {c.server.text(), joined(behind)}});
}

ConditionResult check(const GoodCopyElsewhere& c, const DagSnapshot& snapshot)
{
    if (!snapshot.covers(SnapshotSection::Databases)) return unread(snapshot, SnapshotSection::Databases, c.server);
    const RedundancyIndex index(snapshot);
    std::vector<std::string> without;
    for (const auto& database : snapshot.databases) {
        const bool here =
            std::find(database.servers.begin(), database.servers.end(), c.server) != database.servers.end();
        if (!here || database.singleCopy() || database.recovery || database.excludedFromMonitoring) continue;
        if (index.goodCopies(database.name, c.server) == 0) without.push_back(database.name.text());
    }
    if (without.empty()) return holds({DRYDOCK_TEXT("model", "every database has a good copy elsewhere"), {}});
    for (const auto& other : c.others)
        if (!snapshot.covers(SnapshotSection::Copies, other)) return unread(snapshot, SnapshotSection::Copies, other);
    return fails({DRYDOCK_TEXT("model", "no good copy elsewhere: %1"), {joined(without)}});
}

} // namespace

bool PolicyIs::operator==(const PolicyIs&) const = default;
bool MoveNowIs::operator==(const MoveNowIs&) const = default;
bool RequesterStateIs::operator==(const RequesterStateIs&) const = default;
bool ComponentIs::operator==(const ComponentIs&) const = default;
bool AllComponentsInactive::operator==(const AllComponentsInactive&) const = default;
bool NodeIs::operator==(const NodeIs&) const = default;
bool NotPrimaryActiveManager::operator==(const NotPrimaryActiveManager&) const = default;
bool NoActiveDatabases::operator==(const NoActiveDatabases&) const = default;
bool QueuesDrained::operator==(const QueuesDrained&) const = default;
bool ServiceRunning::operator==(const ServiceRunning&) const = default;
bool ServiceNoticed::operator==(const ServiceNoticed&) const = default;
bool CopiesHealthy::operator==(const CopiesHealthy&) const = default;
bool GoodCopyElsewhere::operator==(const GoodCopyElsewhere&) const = default;

ConditionResult evaluate(const Condition& condition, const DagSnapshot& snapshot)
{
    return std::visit([&](const auto& c) { return check(c, snapshot); }, condition);
}

LocalizableText describe(const Condition& condition)
{
    return std::visit(
        Overloaded{
            [](const PolicyIs& c) {
                return LocalizableText{DRYDOCK_TEXT("model", "activation policy of %1 is %2"),
                                       {c.server.text(), c.policy.text}};
            },
            [](const MoveNowIs& c) {
                return c.value ? LocalizableText{DRYDOCK_TEXT("model", "MoveNow is set on %1"), {c.server.text()}}
                               : LocalizableText{DRYDOCK_TEXT("model", "MoveNow is not set on %1"), {c.server.text()}};
            },
            [](const RequesterStateIs& c) {
                return LocalizableText{DRYDOCK_TEXT("model", "%1 is %2 by %3"),
                                       {c.component, toString(c.state), c.requester}};
            },
            [](const ComponentIs& c) {
                return LocalizableText{DRYDOCK_TEXT("model", "%1 is %2"), {c.component, toString(c.state)}};
            },
            [](const AllComponentsInactive& c) {
                return LocalizableText{
                    DRYDOCK_TEXT("model",
                                 "every component of %1 but Monitoring and RecoveryActionsEnabled is Inactive"),
                    {c.server.text()}};
            },
            [](const NodeIs& c) {
                return LocalizableText{DRYDOCK_TEXT("model", "node %1 is %2"), {c.server.text(), toString(c.state)}};
            },
            [](const NotPrimaryActiveManager& c) {
                return LocalizableText{DRYDOCK_TEXT("model", "%1 is not primary active manager"), {c.server.text()}};
            },
            [](const NoActiveDatabases& c) {
                return LocalizableText{DRYDOCK_TEXT("model", "no replicated database is active on %1"),
                                       {c.server.text()}};
            },
            [](const QueuesDrained& c) {
                return LocalizableText{DRYDOCK_TEXT("model", "the queues of %1 are empty, shadow and poison left out"),
                                       {c.server.text()}};
            },
            [](const ServiceRunning& c) {
                return LocalizableText{DRYDOCK_TEXT("model", "service %1 is %2"), {c.service, "Running"}};
            },
            [](const ServiceNoticed& c) {
                return LocalizableText{DRYDOCK_TEXT("model", "%1 was started after %2 was changed"),
                                       {c.service, c.component}};
            },
            [](const CopiesHealthy& c) {
                return LocalizableText{DRYDOCK_TEXT("model", "every copy on %1 is healthy and has caught up"),
                                       {c.server.text()}};
            },
            [](const GoodCopyElsewhere& c) {
                return LocalizableText{
                    DRYDOCK_TEXT("model", "every replicated database on %1 has a good copy elsewhere"),
                    {c.server.text()}};
            },
        },
        condition);
}

Needs needs(const Condition& condition)
{
    const ServerName all;
    return std::visit(
        Overloaded{
            [&](const PolicyIs&) {
                return Needs{{SnapshotSection::Servers, all}};
            },
            [&](const MoveNowIs&) {
                return Needs{{SnapshotSection::Servers, all}};
            },
            [&](const RequesterStateIs& c) {
                return Needs{{SnapshotSection::Components, c.server}};
            },
            [&](const ComponentIs& c) {
                return Needs{{SnapshotSection::Components, c.server}};
            },
            [&](const AllComponentsInactive& c) {
                return Needs{{SnapshotSection::Components, c.server}};
            },
            [&](const NodeIs& c) {
                return Needs{{SnapshotSection::Nodes, c.server}, {SnapshotSection::Groups, all}};
            },
            [&](const NotPrimaryActiveManager&) {
                return Needs{{SnapshotSection::Groups, all}};
            },
            [&](const NoActiveDatabases& c) {
                return Needs{{SnapshotSection::Copies, c.server}, {SnapshotSection::Databases, all}};
            },
            [&](const QueuesDrained& c) {
                return Needs{{SnapshotSection::Queues, c.server}, {SnapshotSection::Services, c.server}};
            },
            [&](const ServiceRunning& c) {
                return Needs{{SnapshotSection::Services, c.server}};
            },
            [&](const ServiceNoticed& c) {
                return Needs{{SnapshotSection::Services, c.server}, {SnapshotSection::Components, c.server}};
            },
            [&](const CopiesHealthy& c) {
                return Needs{{SnapshotSection::Copies, c.server}};
            },
            [&](const GoodCopyElsewhere& c) {
                Needs parts{
                    {SnapshotSection::Servers, all}, {SnapshotSection::Groups, all}, {SnapshotSection::Databases, all}};
                for (const auto& other : c.others) {
                    parts.insert({SnapshotSection::Copies, other});
                    parts.insert({SnapshotSection::Components, other});
                }
                return parts;
            },
        },
        condition);
}

} // namespace drydock::maintenance
