#include "model/maintenance/condition.h"
#include "tests/domain/seed_snapshot.h"

#include <gtest/gtest.h>

using namespace drydock::domain;
using namespace drydock::maintenance;
using namespace drydock::tests;

namespace {

Truth truth(const Condition& condition, const DagSnapshot& snapshot) { return evaluate(condition, snapshot).truth; }
std::string found(const Condition& condition, const DagSnapshot& snapshot)
{
    return evaluate(condition, snapshot).found.english();
}

std::vector<Condition> everyCondition()
{
    return {PolicyIs{mail(), autoActivationPolicy("Blocked")},
            MoveNowIs{mail(), true},
            RequesterStateIs{mail(), component::hubTransport, "Maintenance", ServiceState::Draining},
            ComponentIs{mail(), component::hubTransport, ServiceState::Active},
            AllComponentsInactive{mail()},
            NodeIs{mail(), NodeState::Paused},
            NotPrimaryActiveManager{mail()},
            NoActiveDatabases{mail()},
            QueuesDrained{mail()},
            ServiceRunning{mail(), service::transport},
            ServiceNoticed{mail(), service::transport, component::hubTransport, "Maintenance"},
            CopiesHealthy{mail()},
            GoodCopyElsewhere{mail(), {mail2()}}};
}

} // namespace

TEST(Conditions, NothingReadIsUnknownNeverTrue)
{
    for (const auto& condition : everyCondition()) {
        EXPECT_EQ(truth(condition, DagSnapshot{}), Truth::Unknown) << describe(condition).english();
        EXPECT_FALSE(describe(condition).empty());
        EXPECT_FALSE(needs(condition).empty());
    }
}

TEST(Conditions, AnErrorOfTheReadingIsQuoted)
{
    DagSnapshot snapshot;
    snapshot.errors.push_back({Part::Queues, mail(), {ErrorKind::TimedOut, "Get-Queue", {}, 0, nullptr}});
    EXPECT_EQ(found(QueuesDrained{mail()}, snapshot), "queues of MAIL could not be read: Get-Queue: timed-out");
}

TEST(Conditions, HoldInMaintenanceAndNotBefore)
{
    auto before = seedSnapshot();
    auto after = seedSnapshot();
    putInMaintenance(after, mail());
    for (const auto& condition : everyCondition()) {
        const bool always =
            std::holds_alternative<QueuesDrained>(condition) || std::holds_alternative<ServiceRunning>(condition) ||
            std::holds_alternative<CopiesHealthy>(condition) || std::holds_alternative<GoodCopyElsewhere>(condition) ||
            std::holds_alternative<ServiceNoticed>(condition);
        const bool reversed = std::holds_alternative<ComponentIs>(condition);
        EXPECT_EQ(truth(condition, before), always || reversed ? Truth::Holds : Truth::Fails)
            << describe(condition).english();
        EXPECT_EQ(truth(condition, after), reversed ? Truth::Fails : Truth::Holds)
            << describe(condition).english() << ": " << found(condition, after);
    }
}

TEST(Conditions, ARequesterMustBeInBothStores)
{
    auto snapshot = seedSnapshot();
    const RequesterStateIs draining{mail(), component::hubTransport, "Maintenance", ServiceState::Draining};
    setComponent(snapshot, mail(), component::hubTransport, ServiceState::Draining, "Maintenance", at(1));
    EXPECT_EQ(truth(draining, snapshot), Truth::Holds);
    componentOf(snapshot, mail(), component::hubTransport).registry->clear();
    EXPECT_EQ(found(draining, snapshot),
              "HubTransport by Maintenance is Active in the registry and Draining in the directory");
    EXPECT_EQ(truth(draining, snapshot), Truth::Fails);
    componentOf(snapshot, mail(), component::hubTransport).registry.reset();
    EXPECT_EQ(truth(draining, snapshot), Truth::Unknown);
}

TEST(Conditions, AnotherRequesterKeepsAComponentDown)
{
    auto snapshot = seedSnapshot();
    setComponent(snapshot, mail(), component::hubTransport, ServiceState::Active, "Maintenance", at(2));
    setComponent(snapshot, mail(), component::hubTransport, ServiceState::Inactive, "HealthApi", at(1));
    EXPECT_EQ(truth(RequesterStateIs{mail(), component::hubTransport, "Maintenance", ServiceState::Active}, snapshot),
              Truth::Holds);
    const ComponentIs active{mail(), component::hubTransport, ServiceState::Active};
    EXPECT_EQ(truth(active, snapshot), Truth::Fails);
    EXPECT_EQ(found(active, snapshot), "HubTransport is Inactive (Inactive by HealthApi since 2020-05-10T14:01:00Z)");
}

TEST(Conditions, TheNodeIsToldByTheGroupWhereItCannotBeAsked)
{
    auto snapshot = seedSnapshot();
    pauseNode(snapshot, mail());
    snapshot.nodes.clear();
    EXPECT_EQ(truth(NodeIs{mail(), NodeState::Paused}, snapshot), Truth::Holds);
    snapshot.groups.front().operationalServers = {mail2()};
    snapshot.groups.front().serversInMaintenance.clear();
    EXPECT_EQ(found(NodeIs{mail(), NodeState::Up}, snapshot), "node MAIL is Down");
}

TEST(Conditions, EmptyQueuesMeanNothingWithoutATransportService)
{
    auto snapshot = seedSnapshot();
    serviceOf(snapshot, mail(), service::transport).status = "StartPending";
    EXPECT_EQ(truth(QueuesDrained{mail()}, snapshot), Truth::Fails);
    snapshot.queues.front().messageCount = 1;
    serviceOf(snapshot, mail(), service::transport).status = "Running";
    EXPECT_EQ(found(QueuesDrained{mail()}, snapshot), "messages queued on MAIL: 1");
}

TEST(Conditions, TransportNoticesWhenItStartedLater)
{
    auto snapshot = seedSnapshot();
    const ServiceNoticed noticed{mail(), service::transport, component::hubTransport, "Maintenance"};
    setComponent(snapshot, mail(), component::hubTransport, ServiceState::Draining, "Maintenance", at(1));
    EXPECT_EQ(truth(noticed, snapshot), Truth::Fails);
    serviceOf(snapshot, mail(), service::transport).processStart = at(2);
    EXPECT_EQ(truth(noticed, snapshot), Truth::Holds);
    serviceOf(snapshot, mail(), service::transport).processStart.reset();
    EXPECT_EQ(truth(noticed, snapshot), Truth::Unknown);
}

TEST(Conditions, AnUnreadMemberDoesNotMatterWhereOthersSuffice)
{
    auto snapshot = seedSnapshot();
    snapshot.read.erase({Part::Copies, ServerName("MAIL3")});
    EXPECT_EQ(truth(GoodCopyElsewhere{mail(), {mail2(), ServerName("MAIL3")}}, snapshot), Truth::Holds);
    copyOf(snapshot, "DB01", mail2()).status = copyStatus("Seeding");
    EXPECT_EQ(truth(GoodCopyElsewhere{mail(), {mail2(), ServerName("MAIL3")}}, snapshot), Truth::Unknown);
    EXPECT_EQ(truth(GoodCopyElsewhere{mail(), {mail2()}}, snapshot), Truth::Fails);
}

TEST(Conditions, ALaggedCopyNeedOnlyBeHealthy)
{
    auto snapshot = seedSnapshot();
    auto& copy = copyOf(snapshot, "DB01", mail2());
    copy.replayQueueLength = 9000;
    EXPECT_EQ(truth(CopiesHealthy{mail2()}, snapshot), Truth::Fails);
    copy.replayLag = std::chrono::hours(24);
    EXPECT_EQ(truth(CopiesHealthy{mail2()}, snapshot), Truth::Holds);
}

TEST(Conditions, ADatabaseIsInUseWhateverTheFlagSays)
{
    auto snapshot = seedSnapshot();
    activate(snapshot, "DB01", mail2());
    activate(snapshot, "DB02", mail2());
    EXPECT_EQ(truth(NoActiveDatabases{mail()}, snapshot), Truth::Holds);
    auto& copy = copyOf(snapshot, "DB01", mail());
    for (const char* status : {"Mounted", "Mounting", "Dismounting"}) {
        copy.status = copyStatus(status);
        EXPECT_EQ(truth(NoActiveDatabases{mail()}, snapshot), Truth::Fails) << status;
    }
    for (auto& database : snapshot.databases)
        database.mountedOn = {};
    copy.status = copyStatus("ServiceDown");
    EXPECT_EQ(truth(NoActiveDatabases{mail()}, snapshot), Truth::Unknown);
    snapshot.databases.front().mountedOn = mail2();
    EXPECT_EQ(truth(NoActiveDatabases{mail()}, snapshot), Truth::Holds) << "it is mounted elsewhere";
}
