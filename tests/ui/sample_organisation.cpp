#include "tests/ui/sample_organisation.h"

#include <array>
#include <map>

namespace drydock::tests {
namespace {

using namespace drydock::domain;
using namespace std::chrono_literals;

constexpr std::array componentNames{
    "ServerWideOffline", "HubTransport",    "FrontendTransport", "Monitoring", "RecoveryActionsEnabled",
    "AutoDiscoverProxy", "ActiveSyncProxy", "EcpProxy",          "EwsProxy",   "ImapProxy",
    "OabProxy",          "OwaProxy",        "PopProxy",          "MapiProxy",  "HighAvailability",
    "ForwardSyncDaemon", "ProvisioningRps"};

void readEverything(DagSnapshot& s)
{
    for (const auto part : {SnapshotSection::Servers, SnapshotSection::Groups, SnapshotSection::Databases})
        s.read.insert({part, ServerName()});
    for (const auto& server : s.servers)
        for (const auto part : {SnapshotSection::Copies, SnapshotSection::Components, SnapshotSection::Queues,
                                SnapshotSection::Nodes, SnapshotSection::Services})
            s.read.insert({part, server.name});
}

void addServer(DagSnapshot& s, const std::string& name, const std::string& dag, const std::string& site)
{
    Server server;
    server.name = ServerName(name);
    server.fqdn = name + ".alwayshotcafe.com";
    server.version = {15, 2, 1118, 7};
    server.site = site;
    server.dag = DagName(dag);
    server.autoActivationPolicy = autoActivationPolicy("Unrestricted");
    s.servers.push_back(server);
    ClusterNode node;
    node.server = server.name;
    node.state = nodeState("Up");
    s.nodes.push_back(node);
    for (const auto* component : componentNames) {
        ComponentState c;
        c.server = server.name;
        c.component = component;
        const bool byDefault =
            std::string_view(component) == "ForwardSyncDaemon" || std::string_view(component) == "ProvisioningRps";
        c.state = serviceState(byDefault ? "Inactive" : "Active");
        c.registry.emplace();
        c.activeDirectory.emplace();
        s.components.push_back(c);
    }
    for (const auto* service : {service::transport, service::replication, service::cluster})
        s.services.push_back({server.name, service, "Running", "Automatic", sampleTime - 240h});
}

void addGroup(DagSnapshot& s, const std::string& name, const std::string& pam)
{
    AvailabilityGroup group;
    group.name = DagName(name);
    for (const auto& server : s.servers)
        if (server.dag == group.name) group.servers.push_back(server.name);
    group.witnessServer = "fs1.alwayshotcafe.com";
    group.witnessInUse = witnessShareInUse("Primary");
    group.primaryActiveManager = ServerName(pam);
    group.statusKnown = true;
    group.operationalServers = group.servers;
    s.groups.push_back(group);
}

// What a copy is, in a letter: M mounted, H healthy, L lagged, B behind, F failed and suspended, D dismounting.
DatabaseCopy copyOf(const std::string& database, const std::string& server, char what, int preference)
{
    DatabaseCopy copy;
    copy.database = DatabaseName(database);
    copy.server = ServerName(server);
    copy.copyQueueLength = 0;
    copy.replayQueueLength = preference;
    copy.contentIndexState = "NotApplicable";
    copy.activationPreference = preference;
    copy.autoActivationPolicy = autoActivationPolicy("Unrestricted");
    copy.lastInspectedLogTime = sampleTime - std::chrono::seconds(preference * 7);
    copy.status = copyStatus("Healthy");
    switch (what) {
    case 'M':
        copy.status = copyStatus("Mounted");
        copy.active = true;
        copy.replayQueueLength = 0;
        copy.lastInspectedLogTime.reset();
        break;
    case 'L':
        copy.replayLag = 7 * 24h;
        copy.replayQueueLength = 60480;
        break;
    case 'B':
        copy.copyQueueLength = 214;
        break;
    case 'F':
        copy.status = copyStatus("FailedAndSuspended");
        copy.copyQueueLength = 18214;
        copy.errorMessage =
            "The log copier was unable to read the log file E0300004A2F.log: the disk reported an error.";
        break;
    case 'D':
        copy.status = copyStatus("Dismounting");
        copy.active = true;
        break;
    default:
        break;
    }
    return copy;
}

void addDatabase(DagSnapshot& s, const std::string& name, const std::string& dag,
                 const std::map<std::string, char>& copies)
{
    Database database;
    database.name = DatabaseName(name);
    database.dag = DagName(dag);
    database.replicationType = {ReplicationType::Remote, "Remote"};
    int preference = 0;
    for (const auto& [server, what] : copies) {
        database.servers.emplace_back(server);
        s.copies.push_back(copyOf(name, server, what, ++preference));
        database.activationPreference[ServerName(server)] = preference;
        if (what == 'M') {
            database.mounted = true;
            database.mountedOn = ServerName(server);
        }
    }
    s.databases.push_back(database);
}

void addQueue(DagSnapshot& s, const std::string& server, const std::string& id, std::int64_t count,
              const std::string& nextHop, const std::string& error = {})
{
    Queue queue;
    queue.identity = server + "\\" + id;
    queue.server = ServerName(server);
    queue.deliveryType = id == "Submission" ? "Undefined" : "SmtpDeliveryToMailbox";
    queue.status = error.empty() ? "Ready" : "Retry";
    queue.messageCount = count;
    queue.nextHop = nextHop;
    queue.lastError = error;
    queue.velocity = count > 0 ? 0.05 : 0;
    s.queues.push_back(queue);
}

ComponentState& componentOf(DagSnapshot& s, const std::string& server, const std::string& name)
{
    for (auto& c : s.components)
        if (c.server == ServerName(server) && c.component == name) return c;
    return s.components.front();
}

void hold(DagSnapshot& s, const std::string& server, const std::string& name, const char* state, const char* requester,
          Time since)
{
    auto& c = componentOf(s, server, name);
    c.state = serviceState(state);
    c.registry->push_back({requester, serviceState(state), since});
    c.activeDirectory->push_back({requester, serviceState(state), since});
}

Server& serverOf(DagSnapshot& s, const std::string& name)
{
    for (auto& server : s.servers)
        if (server.name == ServerName(name)) return server;
    return s.servers.front();
}

void pauseNode(DagSnapshot& s, const std::string& name)
{
    for (auto& node : s.nodes)
        if (node.server == ServerName(name)) node.state = nodeState("Paused");
    s.groups.front().serversInMaintenance.emplace_back(name);
}

void putInMaintenance(DagSnapshot& s, const std::string& name)
{
    serverOf(s, name).autoActivationPolicy = autoActivationPolicy("Blocked");
    serverOf(s, name).activationDisabledAndMoveNow = true;
    for (auto& copy : s.copies)
        if (copy.server == ServerName(name)) copy.autoActivationPolicy = autoActivationPolicy("Blocked");
    pauseNode(s, name);
    hold(s, name, "HubTransport", "Inactive", "Maintenance", sampleTime - 72min);
    hold(s, name, "ServerWideOffline", "Inactive", "Maintenance", sampleTime - 70min);
    for (auto& c : s.components)
        if (c.server == ServerName(name) && c.component != "Monitoring" && c.component != "RecoveryActionsEnabled") {
            c.state = serviceState("Inactive");
            c.serverWideOfflineIsOffline = true;
        }
}

DagSnapshot emptySnapshot()
{
    DagSnapshot s;
    s.takenAt = sampleTime;
    s.source = "mail2.alwayshotcafe.com";
    return s;
}

maintenance::Step step(maintenance::StepKind kind, const std::string& title, const std::string& cmdlet)
{
    maintenance::Step s;
    s.kind = kind;
    s.title = {title, {"MAIL"}};
    if (!cmdlet.empty())
        s.commands.push_back(
            {cmdlet, {{"Identity", std::string("MAIL")}}, domain::EndpointKind::Exchange, ServerName("MAIL")});
    return s;
}

maintenance::RunState runOf(const std::string& server, const std::string& id)
{
    using maintenance::StepKind;
    maintenance::RunState run;
    run.id = id;
    run.plan.direction = maintenance::Direction::Enter;
    run.plan.server = ServerName(server);
    run.plan.serverFqdn = server + ".alwayshotcafe.com";
    run.plan.steps = {step(StepKind::RecordSettings, "Record the settings of %1", {}),
                      step(StepKind::BlockActivation, "Block activation on %1", "Set-MailboxServer"),
                      step(StepKind::DrainTransport, "Drain transport", "Set-ServerComponentState"),
                      step(StepKind::RedirectMessages, "Redirect messages", "Redirect-Message"),
                      step(StepKind::MoveDatabases, "Move the active databases", "Move-ActiveMailboxDatabase"),
                      step(StepKind::PauseNode, "Pause the cluster node", "Suspend-ClusterNode"),
                      step(StepKind::WaitForQueues, "Wait for the queues to drain", {}),
                      step(StepKind::ServerWideOfflineOff, "Take all components offline", "Set-ServerComponentState"),
                      step(StepKind::VerifyInMaintenance, "Verify that %1 is in maintenance", {})};
    run.steps.resize(run.plan.steps.size());
    run.reason = "CU15";
    run.changeNumber = "CHG-20417";
    run.operatorName = "LAB\\admin";
    return run;
}

} // namespace

DagSnapshot sampleSnapshot()
{
    auto s = emptySnapshot();
    addServer(s, "MAIL", "DAG1", "Site A");
    addServer(s, "MAIL2", "DAG1", "Site A");
    addServer(s, "MAIL3", "DAG1", "Site B");
    addServer(s, "MAIL4", "DAG1", "Site B");
    for (int i = 1; i <= 8; ++i)
        addServer(s, "EX" + std::to_string(i), "DAG2", "Site C");
    addGroup(s, "DAG1", "MAIL2");
    addGroup(s, "DAG2", "EX1");
    using C = std::map<std::string, char>;
    const std::array<C, 12> rows{C{{"MAIL", 'H'}, {"MAIL2", 'M'}, {"MAIL3", 'H'}},
                                 C{{"MAIL", 'H'}, {"MAIL2", 'M'}, {"MAIL3", 'H'}},
                                 C{{"MAIL", 'H'}, {"MAIL2", 'H'}, {"MAIL3", 'M'}},
                                 C{{"MAIL", 'H'}, {"MAIL2", 'M'}, {"MAIL4", 'B'}},
                                 C{{"MAIL2", 'M'}, {"MAIL3", 'H'}, {"MAIL4", 'H'}},
                                 C{{"MAIL", 'H'}, {"MAIL2", 'H'}, {"MAIL3", 'M'}, {"MAIL4", 'L'}},
                                 C{{"MAIL", 'H'}, {"MAIL2", 'M'}, {"MAIL3", 'H'}},
                                 C{{"MAIL2", 'H'}, {"MAIL3", 'M'}, {"MAIL4", 'H'}},
                                 C{{"MAIL", 'F'}, {"MAIL2", 'M'}, {"MAIL3", 'H'}},
                                 C{{"MAIL", 'H'}, {"MAIL2", 'H'}, {"MAIL3", 'M'}, {"MAIL4", 'L'}},
                                 C{{"MAIL", 'H'}, {"MAIL2", 'M'}, {"MAIL4", 'H'}},
                                 C{{"MAIL", 'D'}, {"MAIL2", 'H'}, {"MAIL3", 'H'}}};
    for (std::size_t i = 0; i < rows.size(); ++i)
        addDatabase(s, (i < 9 ? "DB0" : "DB") + std::to_string(i + 1), "DAG1", rows.at(i));
    for (int i = 1; i <= 4; ++i)
        addDatabase(s, "MBX" + std::to_string(i), "DAG2",
                    {{"EX" + std::to_string(i), 'M'}, {"EX" + std::to_string(i + 4), 'H'}});
    serverOf(s, "MAIL").autoActivationPolicy = autoActivationPolicy("Blocked");
    serverOf(s, "MAIL").activationDisabledAndMoveNow = true;
    hold(s, "MAIL", "HubTransport", "Draining", "Maintenance", sampleTime - 3min);
    putInMaintenance(s, "MAIL4");
    hold(s, "MAIL3", "ImapProxy", "Inactive", "Functional", sampleTime - 240h);
    addQueue(s, "MAIL", "Submission", 0, "Submission");
    addQueue(s, "MAIL", "12", 37, "db12");
    addQueue(s, "MAIL2", "Submission", 0, "Submission");
    addQueue(s, "MAIL3", "31", 0, "contoso.com",
             "451 4.4.0 Primary target IP address responded with: 421 4.4.2 Connection dropped.");
    addQueue(s, "MAIL2", "Shadow\\3", 12, "mail.alwayshotcafe.com");
    readEverything(s);
    return s;
}

DagSnapshot articleSnapshot()
{
    auto s = emptySnapshot();
    addServer(s, "MAIL", "DAG1", "Default-First-Site-Name");
    addServer(s, "MAIL2", "DAG1", "Default-First-Site-Name");
    addGroup(s, "DAG1", "MAIL2");
    addDatabase(s, "DB01", "DAG1", {{"MAIL", 'M'}, {"MAIL2", 'H'}});
    addDatabase(s, "DB02", "DAG1", {{"MAIL", 'M'}, {"MAIL2", 'H'}});
    addDatabase(s, "DB-test", "DAG1", {{"MAIL", 'M'}});
    addQueue(s, "MAIL", "Submission", 0, "Submission");
    addQueue(s, "MAIL2", "Submission", 0, "Submission");
    readEverything(s);
    return s;
}

DagSnapshot largeSnapshot(int servers, int databases)
{
    auto s = emptySnapshot();
    const auto name = [](int i) { return "LONGSERVERNAME" + std::to_string(i + 1); };
    for (int i = 0; i < servers; ++i)
        addServer(s, name(i), "DAG1", "Site A");
    addGroup(s, "DAG1", name(0));
    for (int i = 0; i < databases; ++i) {
        std::map<std::string, char> copies;
        for (int k = 0; k < 4; ++k)
            copies[name((i + k * 3) % servers)] = k == 0 ? 'M' : 'H';
        addDatabase(s, "Mailbox Database " + std::to_string(i + 1), "DAG1", copies);
    }
    readEverything(s);
    return s;
}

maintenance::RunState sampleRun()
{
    auto run = runOf("MAIL", "2026-11-25T20-38-57-MAIL-enter");
    run.phase = maintenance::RunPhase::Running;
    run.current = 4;
    for (std::size_t i = 0; i < 4; ++i) {
        run.steps[i].status = maintenance::StepStatus::Done;
        run.steps[i].startedAt = sampleTime - 134s + std::chrono::seconds(i * 3);
        run.steps[i].finishedAt = sampleTime - 131s + std::chrono::seconds(i * 3);
    }
    run.steps[4].status = maintenance::StepStatus::Waiting;
    run.steps[4].attempts = 3;
    run.steps[4].startedAt = sampleTime - 120s;
    run.steps[4].waitingFor = {"moving databases, 2 left", {}};
    run.startedAt = sampleTime - 134s;
    run.moves = {{DatabaseName("DB11"), ServerName("MAIL"), {}, "Mounting", {}, false},
                 {DatabaseName("DB12"), ServerName("MAIL"), {}, "Dismounting", {}, false}};
    return run;
}

maintenance::RunState finishedRun()
{
    auto run = runOf("MAIL4", "2026-11-25T19-29-11-MAIL4-enter");
    run.phase = maintenance::RunPhase::Finished;
    run.outcome = maintenance::Outcome::Succeeded;
    run.current = run.steps.size();
    for (std::size_t i = 0; i < run.steps.size(); ++i) {
        run.steps[i].status = maintenance::StepStatus::Done;
        run.steps[i].startedAt = sampleTime - 72min + std::chrono::seconds(i * 20);
        run.steps[i].finishedAt = sampleTime - 72min + std::chrono::seconds(i * 20 + 18);
        run.steps[i].evidence = {"read back at 19:30"};
        run.steps[i].attempts = 2;
    }
    run.startedAt = sampleTime - 72min;
    run.finishedAt = sampleTime - 68min;
    return run;
}

maintenance::RunState unfinishedRun()
{
    auto run = runOf("MAIL", "2026-11-20T01-02-03-MAIL-enter");
    run.phase = maintenance::RunPhase::Stopped;
    run.current = 2;
    run.steps[0].status = run.steps[1].status = maintenance::StepStatus::Done;
    run.steps[2].status = maintenance::StepStatus::Unknown;
    run.startedAt = sampleTime - 139h;
    return run;
}

} // namespace drydock::tests
