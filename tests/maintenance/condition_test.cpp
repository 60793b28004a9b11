// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/condition.h"
#include "model/maintenance/plan_enter.h"
#include "tests/support/runner_driver.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace drydock::domain;
using namespace drydock::maintenance;
using namespace drydock::tests;

namespace {

ConditionStatus truth(const Condition& condition, const DagSnapshot& snapshot)
{
    return evaluate(condition, snapshot).status;
}
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
            GoodCopyElsewhere{mail(), {mail2()}},
            QuorumWithout{mail()},
            SetupNotRunning{mail()}};
}

} // namespace

TEST(Conditions, AreUnknownWhenNothingWasRead)
{
    for (const auto& condition : everyCondition()) {
        EXPECT_EQ(truth(condition, DagSnapshot{}), ConditionStatus::Unknown) << describe(condition).english();
        EXPECT_FALSE(describe(condition).empty());
        EXPECT_FALSE(needs(condition).empty());
    }
}

TEST(Conditions, QuoteTheErrorOfAFailedReading)
{
    DagSnapshot snapshot;
    snapshot.errors.push_back({SnapshotSection::Queues, mail(), {ErrorKind::TimedOut, "Get-Queue", {}, 0, nullptr}});
    EXPECT_EQ(found(QueuesDrained{mail()}, snapshot), "queues of MAIL could not be read: Get-Queue: timed-out");
}

TEST(Conditions, AreMetInMaintenanceAndNotBefore)
{
    auto before = seedSnapshot();
    auto after = seedSnapshot();
    putInMaintenance(after, mail(), at(0));
    for (const auto& condition : everyCondition()) {
        const bool always =
            std::holds_alternative<QueuesDrained>(condition) || std::holds_alternative<ServiceRunning>(condition) ||
            std::holds_alternative<CopiesHealthy>(condition) || std::holds_alternative<GoodCopyElsewhere>(condition) ||
            std::holds_alternative<ServiceNoticed>(condition) || std::holds_alternative<QuorumWithout>(condition) ||
            std::holds_alternative<SetupNotRunning>(condition);
        const bool reversed = std::holds_alternative<ComponentIs>(condition);
        EXPECT_EQ(truth(condition, before), always || reversed ? ConditionStatus::Met : ConditionStatus::NotMet)
            << describe(condition).english();
        EXPECT_EQ(truth(condition, after), reversed ? ConditionStatus::NotMet : ConditionStatus::Met)
            << describe(condition).english() << ": " << found(condition, after);
    }
}

TEST(Conditions, ARequesterMustBeInBothStores)
{
    auto snapshot = seedSnapshot();
    const RequesterStateIs draining{mail(), component::hubTransport, "Maintenance", ServiceState::Draining};
    setComponent(snapshot, mail(), component::hubTransport, ServiceState::Draining, "Maintenance", at(1));
    EXPECT_EQ(truth(draining, snapshot), ConditionStatus::Met);
    componentOf(snapshot, mail(), component::hubTransport).registry->clear();
    EXPECT_EQ(found(draining, snapshot),
              "HubTransport by Maintenance is Active in the registry and Draining in the directory");
    EXPECT_EQ(truth(draining, snapshot), ConditionStatus::NotMet);
    componentOf(snapshot, mail(), component::hubTransport).registry.reset();
    EXPECT_EQ(truth(draining, snapshot), ConditionStatus::Unknown);
}

TEST(Conditions, AnotherRequesterKeepsAComponentDown)
{
    auto snapshot = seedSnapshot();
    setComponent(snapshot, mail(), component::hubTransport, ServiceState::Active, "Maintenance", at(2));
    setComponent(snapshot, mail(), component::hubTransport, ServiceState::Inactive, "HealthApi", at(1));
    EXPECT_EQ(truth(RequesterStateIs{mail(), component::hubTransport, "Maintenance", ServiceState::Active}, snapshot),
              ConditionStatus::Met);
    const ComponentIs active{mail(), component::hubTransport, ServiceState::Active};
    EXPECT_EQ(truth(active, snapshot), ConditionStatus::NotMet);
    EXPECT_EQ(found(active, snapshot), "HubTransport is Inactive (Inactive by HealthApi since 2020-05-10T14:01:00Z)");
}

TEST(Conditions, TheGroupTellsTheNodeStateWhenTheNodeCannotBeAsked)
{
    auto snapshot = seedSnapshot();
    pauseNode(snapshot, mail());
    snapshot.nodes.clear();
    EXPECT_EQ(truth(NodeIs{mail(), NodeState::Paused}, snapshot), ConditionStatus::Met);
    snapshot.groups.front().operationalServers = {mail2()};
    snapshot.groups.front().serversInMaintenance.clear();
    EXPECT_EQ(found(NodeIs{mail(), NodeState::Up}, snapshot), "node MAIL is Down");
}

TEST(Conditions, EmptyQueuesProveNothingWithoutATransportService)
{
    auto snapshot = seedSnapshot();
    serviceOf(snapshot, mail(), service::transport).status = "StartPending";
    EXPECT_EQ(truth(QueuesDrained{mail()}, snapshot), ConditionStatus::NotMet);
    snapshot.queues.front().messageCount = 1;
    serviceOf(snapshot, mail(), service::transport).status = "Running";
    EXPECT_EQ(found(QueuesDrained{mail()}, snapshot), "messages queued on MAIL: 1");
}

TEST(Conditions, TheAgeOfTransportIsMeasuredByTheClockOfItsServer)
{
    auto snapshot = seedSnapshot();
    auto& started = serviceOf(snapshot, mail(), service::transport).processStart;
    for (const auto skew : {std::chrono::minutes(-7), std::chrono::minutes(0), std::chrono::minutes(7)}) {
        snapshot.clockSkew[mail()] = skew;
        started = snapshot.takenAt + skew - std::chrono::seconds(20);
        EXPECT_TRUE(evaluate(QueuesDrained{mail()}, snapshot).early) << skew.count();
        started = snapshot.takenAt + skew - std::chrono::minutes(2);
        EXPECT_FALSE(evaluate(QueuesDrained{mail()}, snapshot).early) << skew.count();
    }
}

TEST(Conditions, TransportMustHaveStartedAfterTheChange)
{
    auto snapshot = seedSnapshot();
    const ServiceNoticed noticed{mail(), service::transport, component::hubTransport, "Maintenance"};
    setComponent(snapshot, mail(), component::hubTransport, ServiceState::Draining, "Maintenance", at(1));
    EXPECT_EQ(truth(noticed, snapshot), ConditionStatus::NotMet);
    serviceOf(snapshot, mail(), service::transport).processStart = at(2);
    EXPECT_EQ(truth(noticed, snapshot), ConditionStatus::Met);
    serviceOf(snapshot, mail(), service::transport).processStart.reset();
    EXPECT_EQ(truth(noticed, snapshot), ConditionStatus::Unknown);
    EXPECT_EQ(found(noticed, snapshot), "when MSExchangeTransport started could not be read");
}

TEST(Conditions, AChangeWhoseTimeIsNotKnownIsNeitherBeforeNorAfterTheStart)
{
    auto snapshot = seedSnapshot();
    const ServiceNoticed noticed{mail(), service::transport, component::hubTransport, "Maintenance"};
    setComponent(snapshot, mail(), component::hubTransport, ServiceState::Draining, "Maintenance", at(1));
    serviceOf(snapshot, mail(), service::transport).processStart = at(2);
    for (auto& component : snapshot.components)
        for (auto* store : {&component.registry, &component.activeDirectory})
            if (*store)
                for (auto& entry : **store)
                    entry.since.reset(); // as remoting's default depth leaves them
    EXPECT_EQ(truth(noticed, snapshot), ConditionStatus::Unknown);
    EXPECT_EQ(found(noticed, snapshot), "when Maintenance changed HubTransport could not be read");
}

TEST(Conditions, AStartShortlyBeforeTheChangeMayBeADifferenceOfTwoClocks)
{
    auto snapshot = seedSnapshot();
    const ServiceNoticed noticed{mail(), service::transport, component::hubTransport, "Maintenance"};
    setComponent(snapshot, mail(), component::hubTransport, ServiceState::Draining, "Maintenance", at(10));
    serviceOf(snapshot, mail(), service::transport).processStart = at(10) - std::chrono::seconds(90);
    EXPECT_TRUE(evaluate(noticed, snapshot).withinSkew);
    EXPECT_EQ(truth(noticed, snapshot), ConditionStatus::NotMet) << "before it is restarted it is";
    serviceOf(snapshot, mail(), service::transport).processStart = at(10) - std::chrono::seconds(301);
    EXPECT_FALSE(evaluate(noticed, snapshot).withinSkew);
}

TEST(Conditions, AnUnreadMemberDoesNotMatterWhereOthersSuffice)
{
    auto snapshot = seedSnapshot();
    snapshot.read.erase({SnapshotSection::Copies, ServerName("MAIL3")});
    EXPECT_EQ(truth(GoodCopyElsewhere{mail(), {mail2(), ServerName("MAIL3")}}, snapshot), ConditionStatus::Met);
    copyOf(snapshot, "DB01", mail2()).status = copyStatus("Seeding");
    EXPECT_EQ(truth(GoodCopyElsewhere{mail(), {mail2(), ServerName("MAIL3")}}, snapshot), ConditionStatus::Unknown);
    EXPECT_EQ(truth(GoodCopyElsewhere{mail(), {mail2()}}, snapshot), ConditionStatus::NotMet);
}

TEST(Conditions, ADatabaseWithoutAPlaceIsNamedWithTheReason)
{
    auto snapshot = seedSnapshot();
    copyOf(snapshot, "DB01", mail2()).status = copyStatus("Seeding");
    EXPECT_EQ(found(GoodCopyElsewhere{mail(), {mail2()}}, snapshot),
              "no good copy elsewhere: DB01 (DB01\\MAIL2: status is Seeding)");
}

TEST(Conditions, ADatabaseWhoseServersWereNotReadIsNotTakenForASingleCopy)
{
    auto snapshot = seedSnapshot();
    auto& database = databaseOf(snapshot, "DB01");
    database.servers.clear();
    database.serversRead = false;
    EXPECT_EQ(truth(NoActiveDatabases{mail()}, snapshot), ConditionStatus::NotMet);
    activate(snapshot, "DB02", mail2());
    EXPECT_EQ(found(NoActiveDatabases{mail()}, snapshot), "still active on MAIL: DB01");
    copyOf(snapshot, "DB01", mail2()).status = copyStatus("Failed");
    EXPECT_EQ(truth(GoodCopyElsewhere{mail(), {mail2()}}, snapshot), ConditionStatus::NotMet);
}

TEST(Conditions, WhatIsLeftDismountedIsNotWaitedFor)
{
    auto snapshot = seedSnapshot();
    auto& copy = copyOf(snapshot, "DB-test", mail());
    copy.status = copyStatus("Dismounted");
    EXPECT_EQ(truth(CopiesHealthy{mail()}, snapshot), ConditionStatus::NotMet);
    copy.mountAtStartup = false;
    EXPECT_EQ(truth(CopiesHealthy{mail()}, snapshot), ConditionStatus::Met);
    copy.mountAtStartup = copy.recovery = true;
    EXPECT_EQ(truth(CopiesHealthy{mail()}, snapshot), ConditionStatus::Met);
}

TEST(Conditions, ALaggedCopyNeedOnlyBeHealthy)
{
    auto snapshot = seedSnapshot();
    auto& copy = copyOf(snapshot, "DB01", mail2());
    copy.replayQueueLength = 9000;
    EXPECT_EQ(truth(CopiesHealthy{mail2()}, snapshot), ConditionStatus::NotMet);
    copy.replayLag = std::chrono::hours(24);
    EXPECT_EQ(truth(CopiesHealthy{mail2()}, snapshot), ConditionStatus::Met);
}

TEST(Conditions, ACopyThatIsMountedOrMovingCountsAsActiveWithoutTheFlag)
{
    auto snapshot = seedSnapshot();
    activate(snapshot, "DB01", mail2());
    activate(snapshot, "DB02", mail2());
    EXPECT_EQ(truth(NoActiveDatabases{mail()}, snapshot), ConditionStatus::Met);
    auto& copy = copyOf(snapshot, "DB01", mail());
    for (const char* status : {"Mounted", "Mounting", "Dismounting"}) {
        copy.status = copyStatus(status);
        EXPECT_EQ(truth(NoActiveDatabases{mail()}, snapshot), ConditionStatus::NotMet) << status;
    }
    for (auto& database : snapshot.databases)
        database.mountedOn = {};
    copy.status = copyStatus("ServiceDown");
    EXPECT_EQ(truth(NoActiveDatabases{mail()}, snapshot), ConditionStatus::Unknown);
    snapshot.databases.front().mountedOn = mail2();
    EXPECT_EQ(truth(NoActiveDatabases{mail()}, snapshot), ConditionStatus::Met) << "it is mounted elsewhere";
}

TEST(Conditions, ADatabaseMustBeMountedOnAnotherServer)
{
    auto snapshot = seedSnapshot();
    const MountedElsewhere condition{mail(), {DatabaseName("DB01")}};
    EXPECT_EQ(truth(condition, snapshot), ConditionStatus::NotMet) << "it is mounted on MAIL";
    activate(snapshot, "DB01", mail2());
    EXPECT_EQ(truth(condition, snapshot), ConditionStatus::Met);
    databaseOf(snapshot, "DB01").mounted = false;
    copyOf(snapshot, "DB01", mail2()).status = copyStatus("Mounting");
    EXPECT_EQ(truth(condition, snapshot), ConditionStatus::NotMet);
    EXPECT_TRUE(evaluate(condition, snapshot).inProgress);
    databaseOf(snapshot, "DB01").mounted.reset();
    EXPECT_EQ(truth(condition, snapshot), ConditionStatus::Unknown);
}

TEST(Conditions, EveryComponentIsAccountedForByNameAndRequester)
{
    auto snapshot = seedSnapshot();
    const ComponentsServe condition{mail(), {}};
    EXPECT_EQ(truth(condition, snapshot), ConditionStatus::Met) << found(condition, snapshot);
    setComponent(snapshot, mail(), component::monitoring, ServiceState::Inactive, "HealthApi", at(1));
    EXPECT_EQ(found(condition, snapshot), "components that do not serve: Monitoring Inactive by HealthApi");
    EXPECT_EQ(truth(condition, snapshot), ConditionStatus::NotMet);
    EXPECT_EQ(truth(ComponentsServe{mail(), {"monitoring"}}, snapshot), ConditionStatus::Met) << "it was so before";
    EXPECT_EQ(truth(condition, DagSnapshot{}), ConditionStatus::Unknown);
}

TEST(Conditions, MoveNowThatIsAbsentFromTheAnswerIsNotFalse)
{
    auto snapshot = seedSnapshot();
    EXPECT_EQ(truth(MoveNowIs{mail(), false}, snapshot), ConditionStatus::Met);
    serverOf(snapshot, mail()).moveNowRead = false;
    EXPECT_EQ(truth(MoveNowIs{mail(), false}, snapshot), ConditionStatus::Unknown);
}

// During a restart of transport the services may be refused for a moment.
TEST(QueueConditions, AreUnknownWhereServicesBeginToBeRefused)
{
    auto snapshot = seedSnapshot();
    snapshot.read.erase({SnapshotSection::Services, mail()});
    snapshot.errors.push_back({SnapshotSection::Services, mail(), errorOf(ErrorKind::NotPermitted)});
    std::erase_if(snapshot.services, [](const Service& service) { return service.server == mail(); });
    EXPECT_EQ(truth(QueuesRead{mail()}, snapshot), ConditionStatus::Unknown);
    EXPECT_EQ(truth(QueuesDrained{mail()}, snapshot), ConditionStatus::Unknown);
    EXPECT_EQ(truth(QueuesRead{mail(), true}, snapshot), ConditionStatus::Met) << "as the plan expects it";
    EXPECT_EQ(truth(QueuesDrained{mail(), true}, snapshot), ConditionStatus::Met);
    for (const auto& plan : {*planEnter(seedSnapshot(), mail()), *planEnter(snapshot, mail())}) {
        const bool refused = plan.step(StepKind::PauseNode)->byHand;
        const auto& waits = plan.step(StepKind::VerifyInMaintenance)->verification;
        EXPECT_THAT(waits, testing::Contains(Condition(QueuesDrained{mail(), refused})));
    }
}
