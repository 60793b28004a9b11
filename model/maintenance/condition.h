// Something that must be true of the world, as data: evaluated against a snapshot, never against a command's answer.
#pragma once

#include "model/domain/dag_snapshot.h"
#include "model/domain/localizable_text.h"

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace drydock::maintenance {

struct PolicyIs {
    domain::ServerName server;
    domain::OpenEnum<domain::AutoActivationPolicy> policy;
    bool operator==(const PolicyIs&) const;
};
struct MoveNowIs {
    domain::ServerName server;
    bool value = false;
    bool operator==(const MoveNowIs&) const;
};
// The requester's entry is `state` in both stores (Active: or absent), as a failed registry write is silent
// (exchange.md 4.1). Registry and AD must both have been readable.
struct RequesterStateIs {
    domain::ServerName server;
    std::string component;
    std::string requester;
    domain::ServiceState state{};
    bool operator==(const RequesterStateIs&) const;
};
// The state the server computes for the component.
struct ComponentIs {
    domain::ServerName server;
    std::string component;
    domain::ServiceState state{};
    bool operator==(const ComponentIs&) const;
};
// Every component but Monitoring and RecoveryActionsEnabled is Inactive.
struct AllComponentsInactive {
    domain::ServerName server;
    bool operator==(const AllComponentsInactive&) const;
};
// Node state, from the node itself where readable, else from the DAG's ServersInMaintenance / OperationalServers.
struct NodeIs {
    domain::ServerName server;
    domain::NodeState state{};
    bool operator==(const NodeIs&) const;
};
struct NotPrimaryActiveManager {
    domain::ServerName server;
    bool operator==(const NotPrimaryActiveManager&) const;
};
// No replicated database is active on the server; single-copy ones are left out (they cannot move).
struct NoActiveDatabases {
    domain::ServerName server;
    bool operator==(const NoActiveDatabases&) const;
};
// No messages in queues other than shadow and poison, transport running; must hold twice in a row, and for longer just
// after a start of transport, while its queues are still being loaded (exchange.md 4.2).
struct QueuesDrained {
    domain::ServerName server;
    bool operator==(const QueuesDrained&) const;
};
struct ServiceRunning {
    domain::ServerName server;
    std::string service;
    bool operator==(const ServiceRunning&) const;
};
// The service's process started after the requester's newest entry of the component was written: it has noticed.
struct ServiceNoticed {
    domain::ServerName server;
    std::string service;
    std::string component;
    std::string requester;
    bool operator==(const ServiceNoticed&) const;
};
// Every copy on the server is Mounted or Healthy with queues within the good limits; lagged ones only healthy.
struct CopiesHealthy {
    domain::ServerName server;
    bool operator==(const CopiesHealthy&) const;
};
// Every replicated database with a copy on the server has a good copy on one of the others: nothing is the last one
// here.
struct GoodCopyElsewhere {
    domain::ServerName server;
    std::vector<domain::ServerName> others;
    bool operator==(const GoodCopyElsewhere&) const;
};

using Condition = std::variant<PolicyIs, MoveNowIs, RequesterStateIs, ComponentIs, AllComponentsInactive, NodeIs,
                               NotPrimaryActiveManager, NoActiveDatabases, QueuesDrained, ServiceRunning,
                               ServiceNoticed, CopiesHealthy, GoodCopyElsewhere>;

enum class ConditionStatus { Met, NotMet, Unknown };

struct ConditionResult {
    ConditionStatus status = ConditionStatus::Unknown;
    domain::LocalizableText found; // what was found, in words, for "waiting for" and for the report
    bool early = false;            // it is met, but perhaps only because a service has just started
    bool inProgress = false;       // it is not met yet, and what would meet it is under way
};

[[nodiscard]] ConditionResult evaluate(const Condition& condition, const domain::DagSnapshot& snapshot);
// What the condition says, as a sentence: "policy of MAIL is Blocked".
[[nodiscard]] domain::LocalizableText describe(const Condition& condition);
// The readings it needs.
using Needs = std::set<std::pair<domain::SnapshotSection, domain::ServerName>>;
[[nodiscard]] Needs needs(const Condition& condition);

} // namespace drydock::maintenance
