// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/lab/scenario.h"

#include "model/domain/names.h"
#include "remoting/lab/active_manager.h"
#include "remoting/lab/component_states.h"
#include "remoting/lab/scenario_data.h"
#include "remoting/lab/scenario_reader.h"
#include "remoting/lab/world.h"

#include <algorithm>
#include <set>

namespace drydock::lab {
namespace {

using domain::equalsIgnoringCase;
using nlohmann::json;

// The largest forest planned for is 50 groups of 16 members with 100 copies each; a group has at most
// 16 members and a database one copy on each (exchange.md 4.4).
constexpr std::size_t mostServers = 1'000;
constexpr std::size_t mostGroups = 1'000;
constexpr std::size_t mostDatabases = 50'000;
constexpr std::size_t mostOfAGroup = 16;
constexpr std::size_t mostEntries = 1'000; // of any other list
constexpr int mostConnections = 10'000;    // of the clients of a server

struct NameLess {
    bool operator()(std::string_view a, std::string_view b) const { return domain::compareIgnoringCase(a, b) < 0; }
};

Generation generationOf(const std::string& version, const ScenarioReader& in)
{
    if (version.starts_with("14.")) return Generation::Exchange2010;
    if (version.starts_with("15.0.")) return Generation::Exchange2013;
    if (version.starts_with("15.1.")) return Generation::Exchange2016;
    if (version.starts_with("15.2.")) return Generation::Exchange2019;
    in.fail("version", "is \"" + version + "\"; must begin with 14., 15.0., 15.1. or 15.2.");
}

Timing readTiming(const ScenarioReader& in)
{
    in.expectKeys({"analyzerInterval", "managerInterval", "transportNotices", "bootLoader", "directoryLatency",
                   "moveShortest", "moveLongest", "transportTick", "auditLogLag", "restart"});
    Timing timing;
    timing.analyzerInterval = in.seconds("analyzerInterval", timing.analyzerInterval);
    timing.managerInterval = in.seconds("managerInterval", timing.managerInterval);
    timing.transportNotices = in.seconds("transportNotices", timing.transportNotices);
    timing.bootLoader = in.seconds("bootLoader", timing.bootLoader);
    timing.directoryLatency = in.seconds("directoryLatency", timing.directoryLatency);
    timing.moveShortest = in.seconds("moveShortest", timing.moveShortest);
    timing.moveLongest = in.seconds("moveLongest", timing.moveLongest);
    timing.transportTick = in.seconds("transportTick", timing.transportTick);
    timing.auditLogLag = in.seconds("auditLogLag", timing.auditLogLag);
    timing.restart = in.seconds("restart", timing.restart);
    for (const char* key : {"analyzerInterval", "managerInterval", "transportTick"})
        if (in.has(key) && in.seconds(key, {}) == Duration::zero()) in.fail(key, "must not be zero");
    if (timing.moveLongest < timing.moveShortest) in.fail("moveLongest", "must not be shorter than moveShortest");
    return timing;
}

ComponentEntrySpec readComponent(const ScenarioReader& in, Generation generation)
{
    in.expectKeys({"component", "requester", "state", "store", "age"});
    ComponentEntrySpec entry;
    entry.component = componentName(generation, in.text("component"));
    if (entry.component.empty()) in.fail("component", "is no component of this version");
    entry.requester = requesterName(in.text("requester"));
    if (entry.requester.empty())
        in.fail("requester", "must be one of HealthAPI, Maintenance, Sidelined, Functional, Deployment");
    entry.state = in.oneOf("state", {"Active", "Inactive", "Draining"}, "Inactive");
    const auto store = in.oneOf("store", {"both", "registry", "directory"}, "both");
    entry.registry = store != "directory";
    entry.directory = store != "registry";
    entry.age = in.seconds("age", {});
    return entry;
}

QueueSpec readQueue(const ScenarioReader& in)
{
    in.expectKeys({"id", "deliveryType", "nextHopDomain", "status", "messages", "lastError", "recovers"});
    QueueSpec queue;
    queue.id = in.text("id");
    queue.deliveryType = in.text("deliveryType", "Undefined");
    queue.nextHopDomain = in.text("nextHopDomain", queue.id);
    queue.status = in.oneOf("status", {"None", "Active", "Ready", "Retry", "Suspended", "Connecting"}, "Ready");
    queue.messages = in.smallNumber("messages", 0);
    queue.lastError = in.text("lastError", {});
    queue.recovers = in.flag("recovers", false);
    return queue;
}

ServerSpec readServer(const ScenarioReader& in, const std::string& defaultVersion)
{
    in.expectKeys({"name", "site", "version", "edition", "edge", "clockOffset", "policy", "moveNow", "node",
                   "maximumActiveDatabases", "maximumPreferredActiveDatabases", "setupRunning", "pendingReboot",
                   "pendingFileRenames", "clientConnections", "components", "queues", "services"});
    ServerSpec server;
    server.name = in.text("name");
    if (server.name.find('.') != std::string::npos) in.fail("name", "must be a short name");
    server.site = in.text("site", "Default-First-Site-Name");
    server.version = in.text("version", defaultVersion);
    server.generation = generationOf(server.version, in);
    server.edge = in.flag("edge", false);
    server.clockOffset = in.signedSeconds("clockOffset");
    server.edition = in.oneOf("edition", {"Standard", "Enterprise"}, server.edition);
    server.policy = in.oneOf("policy", {"Unrestricted", "IntrasiteOnly", "Blocked"}, server.policy);
    server.moveNow = in.flag("moveNow", false);
    server.node = in.oneOf("node", {"Up", "Paused", "Down"}, server.node);
    if (in.has("maximumActiveDatabases")) server.maximumActiveDatabases = in.smallNumber("maximumActiveDatabases", 0);
    if (in.has("maximumPreferredActiveDatabases"))
        server.maximumPreferredActiveDatabases = in.smallNumber("maximumPreferredActiveDatabases", 0);
    server.setupRunning = in.flag("setupRunning", false);
    for (const auto& reason : in.texts("pendingReboot")) {
        if (reason == "ComponentBasedServicing")
            server.servicingPending = true;
        else if (reason == "WindowsUpdate")
            server.updatePending = true;
        else
            in.fail("pendingReboot", "\"" + reason + "\"; must be ComponentBasedServicing or WindowsUpdate");
    }
    server.pendingFileRenames = in.texts("pendingFileRenames");
    server.clientConnections = in.smallNumber("clientConnections", server.clientConnections, mostConnections);
    in.each("components", mostEntries,
            [&](const ScenarioReader& entry) { server.components.push_back(readComponent(entry, server.generation)); });
    in.each("queues", mostEntries, [&](const ScenarioReader& queue) { server.queues.push_back(readQueue(queue)); });
    in.eachFlag("services", [&](const std::string& name, bool running) {
        if (!isKnownService(name)) in.fail("services", "\"" + name + "\" is no service of the lab");
        server.services[name] = running;
    });
    return server;
}

bool isEdgeOf(const Scenario& scenario, std::string_view name)
{
    return std::any_of(scenario.servers.begin(), scenario.servers.end(),
                       [&](const ServerSpec& server) { return server.edge && equalsIgnoringCase(server.name, name); });
}

bool isServerOf(const Scenario& scenario, std::string_view name)
{
    return std::any_of(scenario.servers.begin(), scenario.servers.end(),
                       [&](const ServerSpec& server) { return equalsIgnoringCase(server.name, name); });
}

CopySpec readCopy(const ScenarioReader& in, const Scenario& scenario, int position)
{
    in.expectKeys({"server", "preference", "status", "copyQueue", "replayQueue", "replayLag", "contentIndex",
                   "lastInspectedAge", "activationSuspended", "suspendComment", "errorMessage", "diskFreePercent"});
    CopySpec copy;
    copy.server = in.text("server");
    if (!isServerOf(scenario, copy.server)) in.fail("server", "\"" + copy.server + "\" is not among the servers");
    if (isEdgeOf(scenario, copy.server)) in.fail("server", "\"" + copy.server + "\" is an Edge server");
    copy.preference = in.smallNumber("preference", position + 1);
    copy.status = in.text("status", copy.status);
    if (!copyStatusFromText(copy.status)) in.fail("status", "\"" + copy.status + "\" is no copy status");
    copy.copyQueue = in.anyNumber("copyQueue", 0);
    copy.replayQueue = in.anyNumber("replayQueue", 0);
    copy.replayLag = in.seconds("replayLag", {});
    copy.contentIndex = in.oneOf("contentIndex",
                                 {"", "Unknown", "Healthy", "Crawling", "Failed", "Seeding", "FailedAndSuspended",
                                  "Suspended", "Disabled", "AutoSuspended", "HealthyAndUpgrading"},
                                 {});
    copy.lastInspectedAge = in.seconds("lastInspectedAge", copy.lastInspectedAge);
    copy.activationSuspended = in.flag("activationSuspended", false);
    copy.suspendComment = in.text("suspendComment", {});
    copy.errorMessage = in.text("errorMessage", {});
    copy.diskFreePercent = in.smallNumber("diskFreePercent", copy.diskFreePercent, 100);
    return copy;
}

// Refuses a second copy on the same server, and a second copy with the same preference.
void refuseDuplicateCopy(const DatabaseSpec& database, const CopySpec& copy, const ScenarioReader& in)
{
    for (const auto& other : database.copies) {
        if (equalsIgnoringCase(other.server, copy.server))
            in.fail("server", "\"" + copy.server + "\" has a copy of this database already");
        if (other.preference == copy.preference)
            in.fail("preference", std::to_string(copy.preference) + " is the preference of another copy");
    }
}

const DagSpec* dagOf(const Scenario& scenario, std::string_view server)
{
    for (const auto& dag : scenario.dags)
        if (std::any_of(dag.members.begin(), dag.members.end(),
                        [&](const auto& member) { return equalsIgnoringCase(member, server); }))
            return &dag;
    return nullptr;
}

// Refuses a second copy unless both are on members of one DAG.
void refuseCopyOutsideDag(const DatabaseSpec& database, const CopySpec& copy, const Scenario& scenario,
                          const ScenarioReader& in)
{
    if (database.copies.empty()) return;
    const auto& first = database.copies.front().server;
    const auto* dag = dagOf(scenario, copy.server);
    if (dag == nullptr || dag != dagOf(scenario, first))
        in.fail("server", "\"" + copy.server + "\" is in no group with \"" + first + "\"");
}

DatabaseSpec readDatabase(const ScenarioReader& in, const Scenario& scenario)
{
    in.expectKeys({"name", "active", "mounted", "mountAtStartup", "recovery", "sizeBytes", "backupInProgress",
                   "excludeFromMonitoring", "recentMoves", "copies"});
    DatabaseSpec database;
    database.name = in.text("name");
    database.mounted = in.flag("mounted", true);
    database.mountAtStartup = in.flag("mountAtStartup", true);
    database.recovery = in.flag("recovery", false);
    database.sizeBytes = in.number("sizeBytes", database.sizeBytes);
    database.backupInProgress = in.flag("backupInProgress", false);
    database.excludeFromMonitoring = in.flag("excludeFromMonitoring", false);
    database.recentMoves = in.smallNumber("recentMoves", 0, 100);
    in.each("copies", mostOfAGroup, [&](const ScenarioReader& copy) {
        auto spec = readCopy(copy, scenario, static_cast<int>(database.copies.size()));
        refuseDuplicateCopy(database, spec, copy);
        refuseCopyOutsideDag(database, spec, scenario, copy);
        database.copies.push_back(std::move(spec));
    });
    if (database.copies.empty()) in.fail("copies", "must not be empty");
    if (database.recovery && database.copies.size() > 1) in.fail("copies", "must be one, of a recovery database");
    database.active = in.text("active", database.copies.front().server);
    if (std::none_of(database.copies.begin(), database.copies.end(),
                     [&](const CopySpec& copy) { return equalsIgnoringCase(copy.server, database.active); }))
        in.fail("active", "\"" + database.active + "\" has no copy of this database");
    return database;
}

void refuseStrangers(const DagSpec& dag, const Scenario& scenario, const ScenarioReader& in)
{
    if (dag.members.size() > mostOfAGroup) in.fail("members", "must not be more than " + std::to_string(mostOfAGroup));
    std::set<std::string_view, NameLess> seen;
    for (const auto& member : dag.members) {
        if (!isServerOf(scenario, member)) in.fail("members", "\"" + member + "\" is not among the servers");
        if (isEdgeOf(scenario, member)) in.fail("members", "\"" + member + "\" is an Edge server");
        if (const auto* other = dagOf(scenario, member))
            in.fail("members", "\"" + member + "\" is in " + other->name + " already");
        if (!seen.insert(member).second) in.fail("members", "\"" + member + "\" is there twice");
    }
    for (const auto& stopped : dag.stoppedServers)
        if (!seen.contains(stopped)) in.fail("stoppedServers", "\"" + stopped + "\" is not one of the members");
}

DagSpec readDag(const ScenarioReader& in, const Scenario& scenario)
{
    in.expectKeys({"name", "members", "witnessServer", "witnessShareInUse", "primaryActiveManager",
                   "datacenterActivationMode", "stoppedServers", "preferenceMoveFrequency"});
    DagSpec dag;
    dag.name = in.text("name");
    dag.members = in.texts("members");
    dag.stoppedServers = in.texts("stoppedServers");
    refuseStrangers(dag, scenario, in);
    dag.witnessServer = in.text("witnessServer", {});
    dag.witnessShareInUse =
        in.oneOf("witnessShareInUse", {"None", "Primary", "Alternate", "InvalidConfiguration"}, "Primary");
    dag.primaryActiveManager =
        in.text("primaryActiveManager", dag.members.empty() ? std::string() : dag.members.front());
    const bool hasManager = !dag.members.empty() || !dag.primaryActiveManager.empty();
    if (hasManager && std::none_of(dag.members.begin(), dag.members.end(), [&](const std::string& member) {
            return equalsIgnoringCase(member, dag.primaryActiveManager);
        }))
        in.fail("primaryActiveManager", "must be one of the members");
    dag.datacenterActivationMode = in.oneOf("datacenterActivationMode", {"Off", "DagOnly"}, "Off");
    dag.preferenceMoveFrequency = in.seconds("preferenceMoveFrequency");
    if (dag.preferenceMoveFrequency == Duration::zero())
        in.fail("preferenceMoveFrequency", "must not be zero; leave it out to disable it");
    return dag;
}

Fault readFault(const ScenarioReader& in, const Scenario& scenario)
{
    in.expectKeys(
        {"kind", "operation", "cmdlet", "server", "database", "skip", "count", "always", "delay", "at", "message"});
    Fault fault;
    if (const auto kind = faultKindFromText(in.text("kind")))
        fault.kind = *kind;
    else
        in.fail("kind", "\"" + in.text("kind") + "\" is no fault");
    fault.operation =
        in.oneOf("operation", {"", "Create", "Command", "Send", "Receive", "Signal", "Delete", "Get"}, {});
    if (!fault.operation.empty() && fault.kind < FaultKind::Quota && fault.kind != FaultKind::DropBefore &&
        fault.kind != FaultKind::DropAfter && fault.kind != FaultKind::Late)
        in.fail("operation", "does not go with this kind");
    fault.cmdlet = in.text("cmdlet", {});
    fault.server = in.text("server", {});
    for (const auto* key : {"cmdlet", "database"})
        if (isOfTheWire(fault) && in.has(key)) in.fail(key, "does not go with a fault of the wire");
    if (fault.kind == FaultKind::Reboot && !isServerOf(scenario, fault.server)) in.fail("server", "must name a server");
    fault.database = in.text("database", {});
    fault.skip = in.smallNumber("skip", 0);
    fault.count = in.flag("always", false) ? -1 : in.smallNumber("count", 1);
    fault.delay = in.seconds("delay", {});
    fault.at = in.seconds("at", {});
    fault.message = in.text("message", {});
    return fault;
}

MoveRequestSpec readMoveRequest(const ScenarioReader& in, const Scenario& scenario)
{
    in.expectKeys({"mailbox", "source", "target", "status"});
    MoveRequestSpec move{in.text("mailbox"), in.text("source", {}), in.text("target", {}), {}};
    move.status = in.oneOf("status",
                           {"Queued", "InProgress", "AutoSuspended", "CompletionInProgress", "Synced", "Completed",
                            "CompletedWithWarning", "Suspended", "Failed"},
                           "InProgress");
    const auto expectDatabase = [&](const char* key, const std::string& name) {
        if (!name.empty() && std::none_of(scenario.databases.begin(), scenario.databases.end(),
                                          [&](const DatabaseSpec& one) { return equalsIgnoringCase(one.name, name); }))
            in.fail(key, "\"" + name + "\" is not among the databases");
    };
    expectDatabase("source", move.source);
    expectDatabase("target", move.target);
    return move;
}

UserSpec readUser(const ScenarioReader& in)
{
    in.expectKeys({"name", "role", "nodes"});
    return {in.text("name"), in.oneOf("role", {"OrganizationManagement", "ServerManagement", "ViewOnly"}, "ViewOnly"),
            in.flag("nodes", true)};
}

// Reads JSON text. Usage: the error names the place and what is wrong there.
template <class Read>
auto readJson(const char* what, std::string_view text, Read read)
    -> Result<decltype(read(std::declval<const ScenarioReader&>()))>
{
    try {
        const auto document = json::parse(text);
        return read(ScenarioReader(document, {}));
    } catch (const ScenarioProblem& problem) {
        return domain::fail(domain::ErrorKind::Usage, what, problem.where + " " + problem.what);
    } catch (const json::exception& exception) {
        return domain::fail(domain::ErrorKind::Usage, what, exception.what());
    }
}

template <class T> void refuseDuplicates(const std::vector<T>& items, std::string_view key, const ScenarioReader& in)
{
    std::set<std::string_view, NameLess> seen;
    for (const auto& item : items)
        if (!seen.insert(item.name).second) in.fail(key, "\"" + item.name + "\" is there twice");
}

void readServers(const ScenarioReader& in, Scenario& scenario)
{
    const auto version = in.text("version", "15.2.1118.7");
    (void)generationOf(version, in);
    scenario.generation = Generation::Exchange2013;
    in.each("servers", mostServers, [&](const ScenarioReader& server) {
        scenario.servers.push_back(readServer(server, version));
        scenario.generation = std::max(scenario.generation, scenario.servers.back().generation);
    });
    if (scenario.servers.empty()) in.fail("servers", "must not be empty");
    if (std::none_of(scenario.servers.begin(), scenario.servers.end(), [](const ServerSpec& server) {
            return !server.edge && server.generation != Generation::Exchange2010;
        }))
        in.fail("servers", "must hold one that is neither Exchange 2010 nor Edge");
    refuseDuplicates(scenario.servers, "servers", in);
}

Scenario readScenario(const ScenarioReader& in)
{
    in.expectKeys({"name", "title", "domain", "version", "start", "serialization", "timing", "quotas", "users", "dags",
                   "servers", "databases", "moveRequests", "faults"});
    Scenario scenario;
    scenario.name = in.text("name");
    scenario.title = in.text("title", scenario.name);
    scenario.domain = in.text("domain");
    const auto start = domain::fromIso(in.text("start", "2026-01-12T08:00:00Z"));
    if (!start) in.fail("start", "must be a time, as 2026-01-12T08:00:00Z");
    scenario.start = *start;
    const auto serialization = in.oneOf("serialization", {"texts", "strings", "objects"}, "strings");
    scenario.serialization = serialization == "objects" ? Serialization::Objects
                             : serialization == "texts" ? Serialization::Texts
                                                        : Serialization::Strings;
    readServers(in, scenario);
    in.object("timing", [&](const ScenarioReader& timing) { scenario.timing = readTiming(timing); });
    in.object("quotas", [&](const ScenarioReader& quotas) {
        quotas.expectKeys({"commandsPerShell"});
        scenario.commandsPerShell = quotas.smallNumber("commandsPerShell", 0);
    });
    in.each("dags", mostGroups, [&](const ScenarioReader& dag) { scenario.dags.push_back(readDag(dag, scenario)); });
    in.each("databases", mostDatabases,
            [&](const ScenarioReader& database) { scenario.databases.push_back(readDatabase(database, scenario)); });
    in.each("moveRequests", mostEntries,
            [&](const ScenarioReader& move) { scenario.moveRequests.push_back(readMoveRequest(move, scenario)); });
    refuseDuplicates(scenario.dags, "dags", in);
    refuseDuplicates(scenario.databases, "databases", in);
    in.each("users", mostEntries, [&](const ScenarioReader& user) { scenario.users.push_back(readUser(user)); });
    refuseDuplicates(scenario.users, "users", in);
    if (scenario.users.empty())
        scenario.users = {{"LAB\\admin", "OrganizationManagement"}, {"LAB\\viewer", "ViewOnly"}};
    in.each("faults", mostEntries,
            [&](const ScenarioReader& fault) { scenario.faults.push_back(readFault(fault, scenario)); });
    return scenario;
}

} // namespace

std::vector<std::string> scenarioNames()
{
    std::vector<std::string> names;
    for (const auto& data : builtInScenarios())
        names.emplace_back(data.name);
    return names;
}

Result<Scenario> loadScenario(std::string_view nameOrJson)
{
    std::string_view text = nameOrJson;
    for (const auto& data : builtInScenarios())
        if (data.name == nameOrJson) text = data.json;
    if (text.find('{') == std::string_view::npos)
        return domain::fail(domain::ErrorKind::Usage, "scenario",
                            "there is no built-in scenario \"" + std::string(text) + "\"");
    return readJson("scenario", text, readScenario);
}

Result<Fault> readFault(std::string_view text, const Scenario& scenario)
{
    return readJson("fault", text, [&](const ScenarioReader& in) { return readFault(in, scenario); });
}

} // namespace drydock::lab
