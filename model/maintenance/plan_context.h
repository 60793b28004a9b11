// The server that a plan is about, as the steps need to know it.
#pragma once

#include "model/maintenance/plan.h"

namespace drydock::maintenance {

// `snapshot` is what was there when the plan was made; it must outlive the context.
struct PlanContext {
    const domain::DagSnapshot& snapshot;
    domain::ServerName server;
    std::string name; // as written in commands
    std::string fqdn;
    bool inDag = false;
    std::vector<domain::ServerName> others;
    OriginalSettings original;
    OriginalSettings now{}; // what is there, where that may be another thing
};
[[nodiscard]] PlanContext planContextFor(const domain::DagSnapshot& snapshot, const domain::Server& server,
                                         OriginalSettings original);
[[nodiscard]] bool hasComponent(const PlanContext& context, const std::string& component);
// A plan without steps.
[[nodiscard]] Plan emptyPlan(Direction direction, const PlanContext& context);

} // namespace drydock::maintenance
