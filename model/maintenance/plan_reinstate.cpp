// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/plan_reinstate.h"

#include "model/maintenance/reinstate_steps.h"
#include "model/maintenance/step_factory.h"

#include <algorithm>

namespace drydock::maintenance {

using namespace domain;

namespace {

// Without a record: what the operator chose, else what is there now. Components are brought back to serving, and the
// node to Up: that is what a reinstate is for.
OriginalSettings chosenSettings(const Server& server, const ReinstateOptions& options)
{
    OriginalSettings settings;
    settings.policy = options.policy ? autoActivationPolicy(toString(*options.policy)) : server.autoActivationPolicy;
    settings.activationDisabledAndMoveNow = options.moveNow.value_or(server.activationDisabledAndMoveNow);
    settings.node = nodeState(toString(NodeState::Up));
    return settings;
}

} // namespace

std::vector<std::string> leftByUpdate(const DagSnapshot& snapshot, const ServerName& server,
                                      const std::optional<OriginalSettings>& original)
{
    const auto heldByFunctional = [](const ComponentState& row) {
        const auto entry = row.newestEntry(requester::functional);
        return entry && entry->state.value == ServiceState::Inactive;
    };
    std::vector<std::string> found;
    for (const auto& now : snapshot.components) {
        if (now.server != server || !heldByFunctional(now)) continue;
        const bool before =
            original &&
            std::any_of(original->components.begin(), original->components.end(), [&](const ComponentState& row) {
                return equalsIgnoringCase(row.component, now.component) && heldByFunctional(row);
            });
        if (!before) found.push_back(now.component);
    }
    return found;
}

namespace {

bool isMailAccess(const std::string& name)
{
    return std::any_of(service::mailAccess.begin(), service::mailAccess.end(),
                       [&](const char* known) { return equalsIgnoringCase(name, known); });
}

// Every account that may write into the audit log can write a record: no service is started that the program does not
// read itself.
void keepKnownServices(std::vector<Service>& services)
{
    std::erase_if(services, [](const Service& was) { return !service::isRead(was.name); });
}

// Of the others an update may have left one stopped that Windows starts by itself.
bool wasLeftStopped(const DagSnapshot& snapshot, const ServerName& server, const Service& was)
{
    const auto* is = snapshot.service(server, was.name);
    return was.startType == "Automatic" && is && !is->running() && is->startType == "Automatic";
}

// Returns the services that ran before the maintenance, except transport, which is restarted anyway. Without a record
// it returns the mail access services that should start automatically and do not run.
std::vector<std::string> servicesToStart(const DagSnapshot& snapshot, const ServerName& server,
                                         const OriginalSettings& original, bool recorded)
{
    std::vector<std::string> names;
    if (recorded) {
        for (const auto& was : original.services)
            if (was.running() && !equalsIgnoringCase(was.name, service::transport) &&
                (service::isRestarted(was.name) || wasLeftStopped(snapshot, server, was)))
                names.push_back(was.name);
    } else {
        for (const auto& is : snapshot.services)
            if (is.server == server && isMailAccess(is.name) && !is.running() && is.startType == "Automatic")
                names.push_back(is.name);
    }
    return names;
}

void addDagStepsBack(Plan& plan, const PlanContext& context, bool saved)
{
    if (hasComponent(context, component::highAvailability))
        plan.steps.push_back(steps::componentBack(context, StepKind::HighAvailabilityOn, component::highAvailability));
    // A node that was Paused before the maintenance stays Paused.
    if (context.original.node.value != NodeState::Paused) plan.steps.push_back(steps::resumeNodeStep(context));
    plan.steps.push_back(steps::restoreMoveNow(context));
    plan.steps.push_back(steps::restorePolicy(context, saved));
}

} // namespace

Result<Plan> planReinstate(const DagSnapshot& snapshot, const ServerName& name,
                           const std::optional<OriginalSettings>& original, const ReinstateOptions& options)
{
    const auto* server = snapshot.server(name);
    if (!server) return fail(ErrorKind::NotFound, "server " + name.text());
    if (!server->managed()) return fail(notManaged(*server));
    auto settings = original.value_or(chosenSettings(*server, options));
    if (settings.policy.text.empty()) settings.policy = server->autoActivationPolicy;
    keepKnownServices(settings.services);
    const auto context = planContextFor(snapshot, *server, std::move(settings));
    auto plan = emptyPlan(RunKind::Reinstate, context);
    auto& steps = plan.steps;
    steps.push_back(steps::componentBack(context, StepKind::ServerWideOfflineOn, component::serverWideOffline));
    if (hasComponent(context, component::umCallRouter))
        steps.push_back(steps::componentBack(context, StepKind::UMCallRouterOn, component::umCallRouter));
    if (context.inDag) addDagStepsBack(plan, context, original.has_value());
    steps.push_back(steps::componentBack(context, StepKind::TransportOn, component::hubTransport));
    // Before transport is restarted: otherwise it starts Inactive.
    if (const auto left = leftByUpdate(snapshot, name, original); !left.empty())
        steps.push_back(steps::clearFunctional(context, left));
    steps.push_back(steps::restartTransportStep(context));
    if (const auto services = servicesToStart(snapshot, name, context.original, original.has_value());
        !services.empty())
        steps.push_back(steps::startServices(context, services));
    if (context.inDag) steps.push_back(steps::waitForCopies(context));
    steps.push_back(steps::checkComponents(context));
    steps.push_back(steps::verifyInService(context));
    return plan;
}

} // namespace drydock::maintenance
