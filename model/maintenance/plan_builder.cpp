#include "model/maintenance/plan_builder.h"

#include "model/domain/health_rules.h"
#include "model/maintenance/step_factory.h"

#include <algorithm>
#include <set>

namespace drydock::maintenance {
namespace {

using namespace domain;

constexpr const char* noRedirect = "-";

// Members of its DAG; for a server outside any DAG, every other server.
std::vector<const Server*> partnersOf(const DagSnapshot& snapshot, const Server& server)
{
    if (!server.dag.empty() || snapshot.groupOf(server.name)) return snapshot.otherMembers(server.name);
    std::vector<const Server*> others;
    for (const auto& other : snapshot.servers)
        if (other.name != server.name) others.push_back(&other);
    return others;
}

bool canTakeMail(const DagSnapshot& snapshot, const Server& server)
{
    const auto* transport = snapshot.component(server.name, component::hubTransport);
    const auto* service = snapshot.service(server.name, service::transport);
    return !server.fqdn.empty() && transport && transport->state.value == ServiceState::Active &&
           (!service || service->running()) && stateOf(snapshot, server.name) == ServerState::Serving;
}

std::size_t activeOn(const DagSnapshot& snapshot, const ServerName& server)
{
    const auto copies = snapshot.copiesOn(server);
    return static_cast<std::size_t>(
        std::count_if(copies.begin(), copies.end(), [](const DatabaseCopy* c) { return c->active; }));
}

Result<std::string> chooseTarget(const DagSnapshot& snapshot, const Server& server, const std::string& wanted)
{
    if (wanted == noRedirect) return std::string();
    if (wanted.empty()) return suggestRedirectTarget(snapshot, server.name);
    for (const auto* partner : partnersOf(snapshot, server))
        if (equalsIgnoringCase(partner->fqdn, wanted)) return partner->fqdn;
    return fail(ErrorKind::Usage, "redirect target " + wanted, "not the FQDN of a partner of " + server.name.text());
}

std::vector<DatabaseName> singleCopies(const DagSnapshot& snapshot, const ServerName& server)
{
    std::vector<DatabaseName> names;
    for (const auto& database : snapshot.databases)
        if (database.singleCopy() && !database.recovery && !database.servers.empty() &&
            database.servers.front() == server)
            names.push_back(database.name);
    return names;
}

Plan emptyPlan(Direction direction, const DagSnapshot& snapshot, const Server& server, const OriginalSettings& original)
{
    Plan plan;
    plan.direction = direction;
    plan.server = server.name;
    plan.serverFqdn = server.fqdn;
    plan.original = original;
    plan.singleCopyDatabases = singleCopies(snapshot, server.name);
    return plan;
}

Failure notRead(const DagSnapshot& snapshot, SnapshotSection section, const ServerName& server,
                const std::string& detail)
{
    std::shared_ptr<const Error> cause;
    for (const auto& failed : snapshot.errors)
        if (failed.section == section && (failed.server.empty() || failed.server == server))
            cause = std::make_shared<const Error>(failed.error);
    return Failure(Error{ErrorKind::Precondition, "plan the maintenance of " + server.text(), detail, 0, cause});
}

// What is not known before cannot be restored after: nothing is planned on a guess.
Result<> settingsAreKnown(const steps::PlanContext& context)
{
    const auto& snapshot = context.snapshot;
    for (const auto section : {SnapshotSection::Components, SnapshotSection::Services})
        if (!snapshot.covers(section, context.server))
            return notRead(snapshot, section, context.server,
                           std::string("its ") + toString(section) +
                               " could not be read, so they could not be restored");
    for (const auto* name : {component::serverWideOffline, component::hubTransport, component::umCallRouter,
                             component::highAvailability}) {
        const auto* row = snapshot.component(context.server, name);
        const bool always = name != component::umCallRouter && name != component::highAvailability;
        if (row ? row->registry && row->activeDirectory : !always) continue;
        return notRead(snapshot, SnapshotSection::Components, context.server,
                       std::string("who holds ") + name + " down could not be read, so it could not be restored");
    }
    if (context.inDag && context.original.policy.text.empty())
        return notRead(snapshot, SnapshotSection::Servers, context.server, "its activation policy could not be read");
    if (context.inDag && context.original.node.value == NodeState::Unknown)
        return notRead(snapshot, SnapshotSection::Nodes, context.server,
                       "the state of its cluster node could not be read");
    return {};
}

template <class Row, class Name> const Row* find(const std::vector<Row>& rows, const Name& isIt)
{
    const auto found = std::find_if(rows.begin(), rows.end(), isIt);
    return found == rows.end() ? nullptr : &*found;
}

// What still looks as an unfinished maintenance left it is as it was before that one; the rest is as it is now.
OriginalSettings inheritedSettings(const OriginalSettings& now, const OriginalSettings& before)
{
    auto settings = now;
    if (now.policy == AutoActivationPolicy::Blocked) settings.policy = before.policy;
    if (now.activationDisabledAndMoveNow) settings.activationDisabledAndMoveNow = before.activationDisabledAndMoveNow;
    if (now.node == NodeState::Paused) settings.node = before.node;
    for (auto& row : settings.components) {
        const auto* was = find(before.components,
                               [&](const ComponentState& r) { return equalsIgnoringCase(r.component, row.component); });
        if (was && (maintenanceState(row) != ServiceState::Active || row.becauseServerWideOffline())) row = *was;
    }
    for (auto& row : settings.services) {
        const auto* was = find(before.services, [&](const Service& r) { return equalsIgnoringCase(r.name, row.name); });
        if (was && !row.running()) row = *was;
    }
    return settings;
}

Step highAvailabilityOff(const steps::PlanContext& context)
{
    auto step =
        steps::componentStep(context, StepKind::HighAvailabilityOff, component::highAvailability,
                             ServiceState::Inactive, steps::savedState(context.original, component::highAvailability));
    step.why = {DRYDOCK_TEXT("model", "Best-copy selection leaves the server out."), {}};
    step.preconditions = {GoodCopyElsewhere{context.server, context.others}};
    return step;
}

// Documented defaults for what nobody recorded (exchange.md 2).
OriginalSettings defaults()
{
    OriginalSettings settings;
    settings.policy = autoActivationPolicy(toString(AutoActivationPolicy::Unrestricted));
    settings.node = nodeState(toString(NodeState::Up));
    return settings;
}

Step componentBack(const steps::PlanContext& context, StepKind kind, const char* name)
{
    // Nothing to undo: what would take the server down again is a maintenance of its own, with its checks.
    const auto saved = steps::savedState(context.original, name);
    auto step = steps::componentStep(context, kind, name, saved, saved);
    step.why = saved == ServiceState::Active
                   ? LocalizableText{DRYDOCK_TEXT("model", "%1 serves again."), {name}}
                   : LocalizableText{
                         DRYDOCK_TEXT("model", "%1 was not Active before the maintenance: that is restored."), {name}};
    return step;
}

// Held down by Functional now and not before: an update that failed meanwhile (exchange.md 2, notes).
std::vector<std::string> leftByUpdate(const DagSnapshot& snapshot, const ServerName& server,
                                      const std::optional<OriginalSettings>& original)
{
    const auto heldByFunctional = [](const ComponentState& row) {
        const auto entry = row.newestEntry(requester::functional);
        return entry && entry->state.value == ServiceState::Inactive;
    };
    std::vector<std::string> found;
    for (const auto* name : {component::serverWideOffline, component::monitoring, component::recoveryActionsEnabled}) {
        const auto* now = snapshot.component(server, name);
        if (!now || !heldByFunctional(*now)) continue;
        const bool before =
            original &&
            std::any_of(original->components.begin(), original->components.end(), [&](const ComponentState& row) {
                return equalsIgnoringCase(row.component, name) && heldByFunctional(row);
            });
        if (!before) found.push_back(name);
    }
    return found;
}

bool isMailAccess(const std::string& name)
{
    for (const auto* known : {service::imap, service::imapBackEnd, service::pop, service::popBackEnd})
        if (equalsIgnoringCase(name, known)) return true;
    return false;
}

// Services that ran before, transport left out, which is restarted anyway; without a record, those of mail access that
// start by themselves and do not run.
std::vector<std::string> servicesToStart(const DagSnapshot& snapshot, const ServerName& server,
                                         const std::optional<OriginalSettings>& original)
{
    std::vector<std::string> names;
    if (original) {
        for (const auto& was : original->services)
            if (was.running() && !equalsIgnoringCase(was.name, service::transport)) names.push_back(was.name);
    } else {
        for (const auto& is : snapshot.services)
            if (is.server == server && isMailAccess(is.name) && !is.running() && is.startType == "Automatic")
                names.push_back(is.name);
    }
    return names;
}

void addDagStepsBack(Plan& plan, const steps::PlanContext& context, bool saved)
{
    if (steps::hasComponent(context, component::highAvailability))
        plan.steps.push_back(componentBack(context, StepKind::HighAvailabilityOn, component::highAvailability));
    // A node that was Paused before we came stays so.
    if (context.original.node.value != NodeState::Paused) plan.steps.push_back(steps::resumeNodeStep(context));
    plan.steps.push_back(steps::restoreMoveNow(context));
    plan.steps.push_back(steps::restorePolicy(context, saved));
}

} // namespace

std::vector<std::string> redirectTargets(const DagSnapshot& snapshot, const ServerName& name)
{
    const auto* server = snapshot.server(name);
    if (!server) return {};
    std::vector<const Server*> usable;
    for (const auto* partner : partnersOf(snapshot, *server))
        if (canTakeMail(snapshot, *partner)) usable.push_back(partner);
    std::stable_sort(usable.begin(), usable.end(), [&](const Server* a, const Server* b) {
        const bool nearA = equalsIgnoringCase(a->site, server->site);
        const bool nearB = equalsIgnoringCase(b->site, server->site);
        if (nearA != nearB) return nearA;
        return activeOn(snapshot, a->name) < activeOn(snapshot, b->name);
    });
    std::vector<std::string> fqdns;
    fqdns.reserve(usable.size());
    for (const auto* partner : usable)
        fqdns.push_back(partner->fqdn);
    return fqdns;
}

std::string suggestRedirectTarget(const DagSnapshot& snapshot, const ServerName& server)
{
    const auto targets = redirectTargets(snapshot, server);
    return targets.empty() ? std::string() : targets.front();
}

OriginalSettings readOriginalSettings(const DagSnapshot& snapshot, const ServerName& name)
{
    OriginalSettings settings;
    if (const auto* server = snapshot.server(name)) {
        settings.policy = server->autoActivationPolicy;
        settings.activationDisabledAndMoveNow = server->activationDisabledAndMoveNow;
    }
    if (const auto* node = snapshot.node(name))
        settings.node = node->state;
    else if (const auto* group = snapshot.groupOf(name); group && group->statusKnown && group->isOperational(name))
        settings.node = nodeState(toString(group->isPaused(name) ? NodeState::Paused : NodeState::Up));
    for (const auto& row : snapshot.components)
        if (row.server == name) settings.components.push_back(row);
    for (const auto& row : snapshot.services)
        if (row.server == name) settings.services.push_back(row);
    for (const auto* copy : snapshot.copiesOn(name))
        if (copy->active) settings.activeDatabases.push_back(copy->database);
    return settings;
}

Result<Plan> planEnter(const DagSnapshot& snapshot, const ServerName& name, const EnterOptions& options,
                       const std::optional<RecordedSettings>& earlier)
{
    const auto* server = snapshot.server(name);
    if (!server) return fail(ErrorKind::NotFound, "server " + name.text());
    DRYDOCK_TRY(const auto target, chooseTarget(snapshot, *server, options.redirectTarget));
    auto context = steps::planContextFor(snapshot, *server, readOriginalSettings(snapshot, name));
    DRYDOCK_TRY_VOID(settingsAreKnown(context));
    context.now = context.original;
    if (earlier && (earlier->unfinished || stateOf(snapshot, name) == ServerState::InMaintenance))
        context.original = inheritedSettings(context.now, earlier->settings);
    auto plan = emptyPlan(Direction::Enter, snapshot, *server, context.original);
    if (!(context.original == context.now)) plan.inheritedFrom = earlier->runId;
    plan.redirectTarget = target;
    auto& steps = plan.steps;
    steps.push_back(steps::recordSettings(context));
    if (context.inDag) steps.push_back(steps::blockActivation(context));
    steps.push_back(steps::drainTransport(context));
    if (steps::hasComponent(context, component::umCallRouter)) {
        steps.push_back(steps::componentStep(context, StepKind::DrainUMCallRouter, component::umCallRouter,
                                             ServiceState::Draining,
                                             steps::savedState(context.original, component::umCallRouter)));
        steps.back().why = {DRYDOCK_TEXT("model", "Calls under way are finished, no new ones are taken."), {}};
    }
    if (options.restartTransport) steps.push_back(steps::restartTransportStep(context));
    if (context.inDag) {
        if (steps::hasComponent(context, component::highAvailability)) steps.push_back(highAvailabilityOff(context));
        steps.push_back(steps::pauseNodeStep(context));
        steps.push_back(steps::moveDatabases(context, options.moveComment));
    }
    if (!plan.redirectTarget.empty())
        steps.push_back(steps::redirectMessages(context, plan.redirectTarget));
    else
        steps.push_back(steps::waitForQueues(context));
    steps.push_back(steps::serverWideOfflineOff(context));
    steps.push_back(steps::verifyInMaintenance(context, context.inDag));
    return plan;
}

Result<Plan> planReinstate(const DagSnapshot& snapshot, const ServerName& name,
                           const std::optional<OriginalSettings>& original)
{
    const auto* server = snapshot.server(name);
    if (!server) return fail(ErrorKind::NotFound, "server " + name.text());
    auto settings = original.value_or(defaults());
    if (settings.policy.text.empty()) settings.policy = defaults().policy;
    const auto context = steps::planContextFor(snapshot, *server, std::move(settings));
    auto plan = emptyPlan(Direction::Reinstate, snapshot, *server, context.original);
    auto& steps = plan.steps;
    steps.push_back(componentBack(context, StepKind::ServerWideOfflineOn, component::serverWideOffline));
    if (steps::hasComponent(context, component::umCallRouter))
        steps.push_back(componentBack(context, StepKind::UMCallRouterOn, component::umCallRouter));
    if (context.inDag) addDagStepsBack(plan, context, original.has_value());
    steps.push_back(componentBack(context, StepKind::TransportOn, component::hubTransport));
    steps.push_back(steps::restartTransportStep(context));
    if (const auto left = leftByUpdate(snapshot, name, original); !left.empty())
        steps.push_back(steps::clearFunctional(context, left));
    if (const auto services = servicesToStart(snapshot, name, original); !services.empty())
        steps.push_back(steps::startServices(context, services));
    if (context.inDag) steps.push_back(steps::waitForCopies(context));
    steps.push_back(steps::verifyInService(context));
    return plan;
}

namespace {

// A service has to notice what an earlier step of the same plan is about to write.
bool willBeStale(const Condition& condition, const std::set<std::string>& changedComponents)
{
    const auto* noticed = std::get_if<ServiceNoticed>(&condition);
    return noticed && changedComponents.count(noticed->component) != 0;
}

} // namespace

std::vector<DryRunLine> dryRun(const Plan& plan, const DagSnapshot& snapshot)
{
    std::vector<DryRunLine> lines;
    std::set<std::string> changedComponents;
    for (const auto& step : plan.steps) {
        bool holds = true;
        const Condition* unknown = nullptr;
        for (const auto& condition : step.verification) {
            const auto truth = evaluate(condition, snapshot).status;
            holds = holds && truth == ConditionStatus::Met && !willBeStale(condition, changedComponents);
            if (truth == ConditionStatus::Unknown) unknown = &condition;
        }
        DryRunLine line{step.kind, holds && !step.commands.empty(), {}};
        if (line.wouldBeSkipped)
            line.text = {DRYDOCK_TEXT("model", "already so: would be skipped"), {}};
        else if (unknown)
            line.text = {DRYDOCK_TEXT("model", "cannot tell: %1"), {evaluate(*unknown, snapshot).found.english()}};
        else if (step.commands.empty())
            line.text = {DRYDOCK_TEXT("model", "would read and wait"), {}};
        else
            line.text = {DRYDOCK_TEXT("model", "would run"), {}};
        if (!line.wouldBeSkipped && !step.commands.empty())
            for (const auto& condition : step.verification)
                if (const auto* entry = std::get_if<RequesterStateIs>(&condition))
                    changedComponents.insert(entry->component);
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace drydock::maintenance
