// The commands, titles and steps that plans are put together from; one function a step of exchange.md 1.3 and 2.
#pragma once

#include "model/maintenance/plan.h"

namespace drydock::maintenance::steps {

// What a step needs to know of the server; `snapshot` is what was there when the plan was made.
struct PlanContext {
    const domain::DagSnapshot& snapshot;
    domain::ServerName server;
    std::string name; // as written in commands
    bool inDag = false;
    std::vector<domain::ServerName> others;
    OriginalSettings original;
    OriginalSettings now{}; // what is there, where that may be another thing
};
[[nodiscard]] PlanContext planContextFor(const domain::DagSnapshot& snapshot, const domain::Server& server,
                                         OriginalSettings original);

[[nodiscard]] Command setPolicy(const PlanContext& context, const std::string& policy);
[[nodiscard]] Command setMoveNow(const PlanContext& context, bool value);
[[nodiscard]] Command setComponent(const PlanContext& context, const std::string& component, domain::ServiceState state,
                                   const std::string& requester);
[[nodiscard]] Command pauseNode(const PlanContext& context);
[[nodiscard]] Command resumeNode(const PlanContext& context);
[[nodiscard]] Command restartTransport(const PlanContext& context);
[[nodiscard]] Command startService(const PlanContext& context, const std::string& service);

// The state of the Maintenance requester as it was before: Active where it had no entry.
[[nodiscard]] domain::ServiceState savedState(const OriginalSettings& original, const std::string& component);
[[nodiscard]] bool hasComponent(const PlanContext& context, const std::string& component);

// A step that sets one component under Maintenance, and puts `before` back when it is undone.
[[nodiscard]] Step componentStep(const PlanContext& context, StepKind kind, const std::string& component,
                                 domain::ServiceState target, domain::ServiceState before);

// Into maintenance.
[[nodiscard]] Step recordSettings(const PlanContext& context);
[[nodiscard]] Step blockActivation(const PlanContext& context);
[[nodiscard]] Step drainTransport(const PlanContext& context);
[[nodiscard]] Step restartTransportStep(const PlanContext& context);
[[nodiscard]] Step pauseNodeStep(const PlanContext& context);
[[nodiscard]] Step moveDatabases(const PlanContext& context, const std::string& comment);
[[nodiscard]] Step redirectMessages(const PlanContext& context, const std::string& target);
[[nodiscard]] Step waitForQueues(const PlanContext& context);
[[nodiscard]] Step serverWideOfflineOff(const PlanContext& context);
[[nodiscard]] Step verifyInMaintenance(const PlanContext& context, bool activationBlocked);

// Back into service.
[[nodiscard]] Step resumeNodeStep(const PlanContext& context);
[[nodiscard]] Step restoreMoveNow(const PlanContext& context);
[[nodiscard]] Step restorePolicy(const PlanContext& context, bool saved);
[[nodiscard]] Step clearFunctional(const PlanContext& context, const std::vector<std::string>& components);
[[nodiscard]] Step startServices(const PlanContext& context, const std::vector<std::string>& services);
[[nodiscard]] Step waitForCopies(const PlanContext& context);
[[nodiscard]] Step verifyInService(const PlanContext& context);

} // namespace drydock::maintenance::steps
