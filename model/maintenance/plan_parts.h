// The commands, titles and steps that plans are put together from; one function a step of exchange.md 1.3 and 2.
#pragma once

#include "model/maintenance/plan.h"

namespace drydock::maintenance::parts {

// What a step needs to know of the server; `snapshot` is what was there when the plan was made.
struct Site {
    const domain::DagSnapshot& snapshot;
    domain::ServerName server;
    std::string name; // as written in commands
    bool inDag = false;
    std::vector<domain::ServerName> others;
    OriginalSettings original;
    OriginalSettings now{}; // what is there, where that may be another thing
};
[[nodiscard]] Site siteOf(const domain::DagSnapshot& snapshot, const domain::Server& server, OriginalSettings original);

[[nodiscard]] Command setPolicy(const Site& site, const std::string& policy);
[[nodiscard]] Command setMoveNow(const Site& site, bool value);
[[nodiscard]] Command setComponent(const Site& site, const std::string& component, domain::ServiceState state,
                                   const std::string& requester);
[[nodiscard]] Command pauseNode(const Site& site);
[[nodiscard]] Command resumeNode(const Site& site);
[[nodiscard]] Command restartTransport(const Site& site);
[[nodiscard]] Command startService(const Site& site, const std::string& service);

// The state of the Maintenance requester as it was before: Active where it had no entry.
[[nodiscard]] domain::ServiceState savedState(const OriginalSettings& original, const std::string& component);
[[nodiscard]] bool hasComponent(const Site& site, const std::string& component);

// A step that sets one component under Maintenance, and puts `before` back when it is undone.
[[nodiscard]] Step componentStep(const Site& site, StepKind kind, const std::string& component,
                                 domain::ServiceState target, domain::ServiceState before);

// Into maintenance.
[[nodiscard]] Step recordSettings(const Site& site);
[[nodiscard]] Step blockActivation(const Site& site);
[[nodiscard]] Step drainTransport(const Site& site);
[[nodiscard]] Step restartTransportStep(const Site& site);
[[nodiscard]] Step pauseNodeStep(const Site& site);
[[nodiscard]] Step moveDatabases(const Site& site, const std::string& comment);
[[nodiscard]] Step redirectMessages(const Site& site, const std::string& target);
[[nodiscard]] Step waitForQueues(const Site& site);
[[nodiscard]] Step serverWideOfflineOff(const Site& site);
[[nodiscard]] Step verifyInMaintenance(const Site& site, bool activationBlocked);

// Back into service.
[[nodiscard]] Step resumeNodeStep(const Site& site);
[[nodiscard]] Step restoreMoveNow(const Site& site);
[[nodiscard]] Step restorePolicy(const Site& site, bool saved);
[[nodiscard]] Step clearFunctional(const Site& site, const std::vector<std::string>& components);
[[nodiscard]] Step startServices(const Site& site, const std::vector<std::string>& services);
[[nodiscard]] Step waitForCopies(const Site& site);
[[nodiscard]] Step verifyInService(const Site& site);

} // namespace drydock::maintenance::parts
