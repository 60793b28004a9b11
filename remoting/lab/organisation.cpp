// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/lab/organisation.h"

#include "model/domain/names.h"
#include "remoting/lab/active_manager.h"
#include "remoting/lab/cluster.h"
#include "remoting/lab/cmdlet_table.h"
#include "remoting/lab/component_states.h"
#include "remoting/lab/invocation.h"
#include "remoting/lab/session_cmdlets.h"
#include "remoting/lab/transport.h"
#include "remoting/psrp/engine_errors.h"

#include <algorithm>

namespace drydock::lab {
namespace {

using domain::equalsIgnoringCase;
using domain::ErrorKind;

bool isKnownUser(const World& world, std::string_view name)
{
    return std::any_of(world.scenario.users.begin(), world.scenario.users.end(),
                       [&](const UserSpec& user) { return equalsIgnoringCase(user.name, name); });
}

// Returns the server that runs the command: the one the caller names, or the first that is up.
Result<int> hostOf(const World& world, const Caller& caller)
{
    if (!isKnownUser(world, caller.user)) return domain::fail(ErrorKind::NotAuthenticated, "lab", caller.user);
    if (caller.host.empty() && caller.endpoint == domain::EndpointKind::Exchange) {
        for (std::size_t i = 0; i < world.servers.size(); ++i)
            if (world.servers[i].up && isManaged(world.servers[i])) return static_cast<int>(i);
        return domain::fail(ErrorKind::Unreachable, "lab", "no server is up");
    }
    const int host = world.findServer(caller.host);
    if (host < 0 || !world.servers[static_cast<std::size_t>(host)].up)
        return domain::fail(ErrorKind::Unreachable, "lab", caller.host);
    return host;
}

// Returns the server that the arguments name, or the caller's host; a fault can be bound to it.
std::string subjectServer(const World& world, const Caller& caller, const Command& command)
{
    for (const auto& argument : command.arguments) {
        const auto name = plainParameterName(argument.name);
        const bool names = name.empty() || equalsIgnoringCase(name, "Identity") || equalsIgnoringCase(name, "Server") ||
                           equalsIgnoringCase(name, "Name");
        if (!names) continue;
        if (const int server = world.findServer(argument.value.display()); server >= 0)
            return world.servers[static_cast<std::size_t>(server)].spec.name;
    }
    return caller.host;
}

std::string subjectDatabase(const World& world, const Command& command)
{
    for (const auto& argument : command.arguments)
        if (const int database = world.findDatabase(argument.value.display()); database >= 0)
            return world.databases[static_cast<std::size_t>(database)].spec.name;
    return {};
}

// Returns the site whose domain controller the cmdlet uses: the one that the command names, or else one that answers,
// its host's first. Returns nothing if that one does not answer.
std::optional<std::string> siteUsed(World& world, int host, const CmdletSpec& cmdlet, const std::string& wanted)
{
    const auto down = [&](const std::string& site) {
        return world.faults.strike(FaultKind::DomainControllerDown, cmdlet.name, world.domainControllerOf(site), {});
    };
    auto sites = world.sites();
    std::stable_partition(sites.begin(), sites.end(),
                          [&](const auto& site) { return site == serverAt(world, host).spec.site; });
    for (const auto& site : sites)
        if (wanted.empty() || equalsIgnoringCase(wanted, world.domainControllerOf(site)) ||
            equalsIgnoringCase(wanted, domain::shortHostName(world.domainControllerOf(site)))) {
            if (!down(site)) return site;
        }
    return std::nullopt;
}

CmdletResult terminated(CmdletError error)
{
    CmdletResult result;
    result.terminating = std::move(error);
    return result;
}

CmdletResult run(World& world, const Caller& caller, int host, const Command& command)
{
    const auto* cmdlet = findCmdlet(world.scenario, caller, command.name);
    if (!cmdlet) return terminated(psrp::commandNotFound(command.name));
    const auto bound = bindArguments(world.scenario, *cmdlet, command.arguments);
    if (!bound) return terminated(bound.error());
    CmdletResult result;
    const ObjectSerializer shapes(world);
    const auto wanted = bound->text("DomainController");
    const auto site = siteUsed(world, host, *cmdlet, wanted);
    Invocation call{world, caller, *cmdlet, *bound, shapes, result, host, site.value_or(std::string()), {}};
    call.domainController = site ? world.domainControllerOf(*site) : wanted;
    if (!isGranted(world.scenario, caller, *cmdlet)) {
        call.report(nodeError(*cmdlet, "AccessDenied", "System.UnauthorizedAccessException", "Access is denied.",
                              category::PermissionDenied, caller.user));
        return result;
    }
    if (!site && cmdlet->endpoint == domain::EndpointKind::Exchange) {
        call.report("SuitabilityDirectoryException",
                    "An Active Directory error 0x51 occurred when trying to check the suitability of server '" +
                        wanted + "'. Error: 'Active directory response: The LDAP server is unavailable.'",
                    category::NotSpecified, wanted);
        return result;
    }
    if (cmdlet->asks == Asks::UnlessConfirmIsFalse && bound->flag("Confirm", true) && !bound->flag("WhatIf"))
        return terminated(promptRefused(*cmdlet));
    if (const auto fault = world.faults.strike(FaultKind::Refuse, cmdlet->name, subjectServer(world, caller, command),
                                               subjectDatabase(world, command))) {
        call.report("LabFaultException", fault->message.empty() ? "The operation was refused." : fault->message,
                    category::InvalidOperation);
        return result;
    }
    cmdlet->run(call);
    if (const auto fault = world.faults.strike(FaultKind::Beside, cmdlet->name, subjectServer(world, caller, command),
                                               subjectDatabase(world, command)))
        call.report("LabFaultException", fault->message.empty() ? "A part could not be read." : fault->message,
                    category::InvalidOperation);
    return result;
}

// Runs the next command of a pipeline once for each object, with the object as its Identity.
CmdletResult runForEach(World& world, const Caller& caller, int host, const Command& command, const CmdletResult& input)
{
    CmdletResult all;
    all.errors = input.errors;
    all.warnings = input.warnings;
    all.duration = input.duration;
    for (const auto& object : input.objects) {
        Command bound = command;
        const auto& name = object.has("Name") ? object["Name"] : object;
        bound.arguments.push_back({"Identity", clixml::Value::string(std::string(name.display()))});
        auto one = run(world, caller, host, bound);
        all.duration += one.duration;
        all.objects.insert(all.objects.end(), one.objects.begin(), one.objects.end());
        all.errors.insert(all.errors.end(), one.errors.begin(), one.errors.end());
        all.warnings.insert(all.warnings.end(), one.warnings.begin(), one.warnings.end());
        if (one.terminating) {
            all.terminating = std::move(one.terminating);
            break;
        }
    }
    return all;
}

CmdletResult runPipeline(World& world, const Caller& caller, int host, const std::vector<Command>& pipeline)
{
    CmdletResult result;
    for (std::size_t i = 0; i < pipeline.size() && !result.terminating; ++i) {
        if (isPipelineProxy(pipeline[i].name))
            result.terminating = applyProxy(pipeline[i], result.objects);
        else
            result =
                i == 0 ? run(world, caller, host, pipeline[i]) : runForEach(world, caller, host, pipeline[i], result);
    }
    return result;
}

} // namespace

Organisation::Organisation(Scenario scenario, std::uint64_t seed, std::optional<Time> start)
    : m_world(std::make_unique<World>(makeWorld(std::move(scenario), seed, start)))
{
}

Organisation::~Organisation() = default;
Organisation::Organisation(Organisation&&) noexcept = default;
Organisation& Organisation::operator=(Organisation&&) noexcept = default;

Time Organisation::now() const noexcept { return m_world->now; }
void Organisation::advance(Duration duration) { runUntil(*m_world, m_world->now + duration); }
void Organisation::setNow(Time time) { runUntil(*m_world, std::max(time, m_world->now)); }

Result<CmdletResult> Organisation::invoke(const Caller& caller, const std::vector<Command>& pipeline)
{
    const auto host = hostOf(*m_world, caller);
    if (!host) return domain::fail(host.error());
    if (pipeline.empty()) return domain::fail(ErrorKind::Usage, "lab", "an empty pipeline");
    const auto& first = pipeline.front();
    const auto server = subjectServer(*m_world, caller, first);
    const auto database = subjectDatabase(*m_world, first);
    auto& faults = m_world->faults;
    if (faults.strike(FaultKind::DropBefore, first.name, server, database))
        return domain::fail(ErrorKind::ConnectionLost, "lab", first.name);
    auto result = runPipeline(*m_world, caller, *host, pipeline);
    if (const auto late = faults.strike(FaultKind::Late, first.name, server, database)) result.duration += late->delay;
    if (faults.strike(FaultKind::DropAfter, first.name, server, database))
        return domain::fail(ErrorKind::OutcomeUnknown, "lab", first.name);
    return result;
}

Result<CmdletResult> Organisation::invoke(const Caller& caller, const Command& command)
{
    return invoke(caller, std::vector<Command>{command});
}

Result<CmdletResult> Organisation::invoke(const Caller& caller, const std::string& cmdlet,
                                          std::vector<Argument> arguments)
{
    return invoke(caller, Command{cmdlet, std::move(arguments)});
}

Result<CmdletResult> Organisation::commandMetadata(const Caller& caller, const std::vector<std::string>& names)
{
    const auto host = hostOf(*m_world, caller);
    if (!host) return domain::fail(host.error());
    CmdletResult result;
    result.objects = commandMetadataObjects(m_world->scenario, caller, names);
    return result;
}

void Organisation::inject(Fault fault)
{
    if (fault.kind == FaultKind::Reboot)
        m_world->events.plan(m_world->now + fault.at,
                             {EventKind::ServerDown, m_world->findServer(fault.server), fault.delay.count()});
    else
        m_world->faults.add(std::move(fault));
}

void Organisation::clearFaults() { m_world->faults.clear(); }
std::optional<Fault> Organisation::strikeRequest(FaultKind kind, std::string_view operation, std::string_view server)
{
    return m_world->faults.strikeRequest(kind, operation, server);
}
std::vector<Fault> Organisation::faultsArmed() const { return m_world->faults.armed(); }
int Organisation::faultsStruck() const noexcept { return m_world->faults.struck(); }
StateDigest Organisation::stateDigest() const { return digestOf(*m_world); }
const Scenario& Organisation::scenario() const noexcept { return m_world->scenario; }
bool Organisation::isServer(std::string_view name) const { return m_world->findServer(name) >= 0; }
bool Organisation::isUser(std::string_view user) const { return isKnownUser(*m_world, user); }

std::vector<std::string> Organisation::auditComments() const
{
    std::vector<std::string> comments;
    for (const auto& entry : m_world->auditLog)
        if (entry.parameter == "Comment") comments.push_back(entry.value);
    return comments;
}

std::vector<std::string> Organisation::serverNames() const
{
    std::vector<std::string> names;
    for (const auto& server : m_world->servers)
        names.push_back(server.spec.name);
    return names;
}

bool Organisation::isReachable(std::string_view server) const
{
    const int index = m_world->findServer(server);
    return index >= 0 && m_world->servers[static_cast<std::size_t>(index)].up;
}

bool Organisation::isManaged(std::string_view server) const
{
    const int index = m_world->findServer(server);
    return index >= 0 && lab::isManaged(m_world->servers[static_cast<std::size_t>(index)]);
}

int Organisation::bootCount(std::string_view server) const
{
    const int index = m_world->findServer(server);
    return index < 0 ? 0 : m_world->servers[static_cast<std::size_t>(index)].boots;
}

std::string Organisation::activeServer(std::string_view database) const
{
    const int index = m_world->findDatabase(database);
    if (index < 0) return {};
    return m_world->servers[static_cast<std::size_t>(m_world->databases[static_cast<std::size_t>(index)].active)]
        .spec.name;
}

bool Organisation::isMounted(std::string_view database) const
{
    const int index = m_world->findDatabase(database);
    return index >= 0 && drydock::lab::isMounted(*m_world, m_world->databases[static_cast<std::size_t>(index)]);
}

std::string Organisation::primaryActiveManager(std::string_view dag) const
{
    const int index = dag.empty() && !m_world->dags.empty() ? 0 : m_world->findDag(dag);
    if (index < 0 || m_world->dags[static_cast<std::size_t>(index)].manager < 0) return {};
    return m_world->servers[static_cast<std::size_t>(m_world->dags[static_cast<std::size_t>(index)].manager)].spec.name;
}

int Organisation::queuedMessages(std::string_view server) const
{
    const int index = m_world->findServer(server);
    return index < 0 ? 0 : drainableMessages(m_world->servers[static_cast<std::size_t>(index)]);
}

std::string Organisation::componentState(std::string_view server, std::string_view component) const
{
    const int index = m_world->findServer(server);
    if (index < 0) return {};
    const auto& holder = m_world->servers[static_cast<std::size_t>(index)];
    const auto name = componentName(holder.spec.generation, component);
    if (name.empty() || !lab::isManaged(holder)) return {};
    return toString(effectiveState(*m_world, holder, name, holder.spec.site));
}

std::string Organisation::nodeState(std::string_view server) const
{
    const int index = m_world->findServer(server);
    return index < 0 ? std::string() : toString(lab::nodeState(*m_world, index));
}

} // namespace drydock::lab
