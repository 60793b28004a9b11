// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/copy_queues.h"
#include "model/domain/health_issues.h"
#include "model/domain/redundancy.h"
#include "model/domain/server_state.h"
#include "tests/support/organisations.h"
#include "tests/support/snapshot_changes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

using namespace drydock::domain;
using namespace drydock::tests;

namespace {

Severity severityOfCopy(const char* status, int copyQueue = 0, int replayQueue = 0, bool lagged = false)
{
    DatabaseCopy copy;
    copy.status = copyStatus(status);
    copy.active = copy.status == CopyStatus::Mounted;
    copy.copyQueueLength = copyQueue;
    copy.replayQueueLength = replayQueue;
    if (lagged) copy.replayLag = std::chrono::hours(24);
    return assess(copy).severity;
}

} // namespace

TEST(CopyHealth, FollowsTheStatusTable)
{
    EXPECT_EQ(severityOfCopy("Mounted"), Severity::Ok);
    EXPECT_EQ(severityOfCopy("Healthy"), Severity::Ok);
    EXPECT_EQ(severityOfCopy("Resynchronizing"), Severity::Warning);
    EXPECT_EQ(severityOfCopy("SeedingSource"), Severity::Warning);
    EXPECT_EQ(severityOfCopy("FailedAndSuspended"), Severity::Critical);
    EXPECT_EQ(severityOfCopy("ServiceDown"), Severity::Critical);
    EXPECT_EQ(severityOfCopy("Dismounted"), Severity::Critical);
    EXPECT_EQ(severityOfCopy("SomethingNew"), Severity::Unknown);
}

TEST(CopyHealth, QueueLengthsHaveTwoLimits)
{
    EXPECT_EQ(severityOfCopy("Healthy", 10, 100), Severity::Ok);
    EXPECT_EQ(severityOfCopy("Healthy", 11, 0), Severity::Warning);
    EXPECT_EQ(severityOfCopy("Healthy", 51, 0), Severity::Critical);
    EXPECT_EQ(severityOfCopy("Healthy", 0, 101), Severity::Warning);
    EXPECT_EQ(severityOfCopy("Healthy", 0, 401), Severity::Critical);
    EXPECT_EQ(severityOfCopy("Healthy", 0, 90000, true), Severity::Info); // lagged on purpose
}

TEST(CopyHealth, TheWorstReasonComesFirst)
{
    DatabaseCopy copy;
    copy.status = copyStatus("FailedAndSuspended");
    copy.activationSuspended = true;
    copy.replayLag = std::chrono::hours(1);
    const auto found = assess(copy);
    EXPECT_EQ(found.severity, Severity::Critical);
    EXPECT_EQ(found.reasons.front().english(), "failed and suspended");
    EXPECT_EQ(found.reasons.size(), 3u);
}

TEST(CopyHealth, ContentIndexCountsWhereThereIsOne)
{
    DatabaseCopy copy;
    copy.status = copyStatus("Healthy");
    copy.copyQueueLength = copy.replayQueueLength = 0;
    copy.contentIndexState = "Failed";
    EXPECT_EQ(assess(copy).severity, Severity::Warning);
    copy.contentIndexState = "Disabled";
    EXPECT_EQ(assess(copy).severity, Severity::Ok);
    copy.contentIndexState = "NotApplicable";
    EXPECT_EQ(assess(copy).severity, Severity::Ok);
}

TEST(ComponentHealth, NamesTheRequesterThatHoldsItDown)
{
    auto snapshot = seedSnapshot();
    setComponent(snapshot, mail(), "ImapProxy", ServiceState::Inactive, "Functional", at(1));
    auto found = assess(componentOf(snapshot, mail(), "ImapProxy"));
    EXPECT_EQ(found.severity, Severity::Warning);
    EXPECT_EQ(found.reasons.front().english(), "Inactive by Functional since 2020-05-10T14:01:00Z");
    setComponent(snapshot, mail(), component::hubTransport, ServiceState::Draining, "Maintenance", at(1));
    EXPECT_EQ(assess(componentOf(snapshot, mail(), component::hubTransport)).severity, Severity::Maintenance);
    setComponent(snapshot, mail(), component::monitoring, ServiceState::Inactive, "Maintenance", at(1));
    EXPECT_EQ(assess(componentOf(snapshot, mail(), component::monitoring)).severity, Severity::Critical);
    EXPECT_EQ(assess(componentOf(snapshot, mail(), "ForwardSyncDaemon")).severity, Severity::Ok);
}

TEST(ComponentHealth, AnUnreadableStoreMakesTheRequesterUnknown)
{
    ComponentState state;
    state.component = "OwaProxy";
    state.state = serviceState("Inactive");
    state.activeDirectory.emplace();
    EXPECT_EQ(assess(state).severity, Severity::Unknown);
    state.registry.emplace();
    EXPECT_EQ(assess(state).severity, Severity::Warning);
}

TEST(ServerState, EachStateFollowsFromItsSigns)
{
    auto snapshot = seedSnapshot();
    EXPECT_EQ(stateOf(snapshot, mail()), ServerState::Serving);
    setPolicy(snapshot, mail(), AutoActivationPolicy::Blocked);
    EXPECT_EQ(stateOf(snapshot, mail()), ServerState::Blocked);
    setComponent(snapshot, mail(), component::hubTransport, ServiceState::Draining, "Maintenance", at(1));
    EXPECT_EQ(stateOf(snapshot, mail()), ServerState::Entering);
    putInMaintenance(snapshot, mail(), at(0));
    EXPECT_EQ(stateOf(snapshot, mail()), ServerState::InMaintenance);
    pauseNode(snapshot, mail(), false);
    EXPECT_EQ(stateOf(snapshot, mail()), ServerState::Inconsistent);
    pauseNode(snapshot, mail());
    setComponent(snapshot, mail(), component::serverWideOffline, ServiceState::Active, "Maintenance", at(60));
    EXPECT_EQ(stateOf(snapshot, mail()), ServerState::Leaving);
    snapshot.groups.front().operationalServers = {mail2()};
    EXPECT_EQ(stateOf(snapshot, mail()), ServerState::Unreachable);
    EXPECT_EQ(stateOf(snapshot, mail2()), ServerState::Serving);
}

TEST(ServerState, AServerThatBeginsASecondMaintenanceIsEntering)
{
    auto snapshot = seedSnapshot();
    setComponent(snapshot, mail(), component::serverWideOffline, ServiceState::Active, "Maintenance", at(1));
    setPolicy(snapshot, mail(), AutoActivationPolicy::Blocked);
    setComponent(snapshot, mail(), component::hubTransport, ServiceState::Draining, "Maintenance", at(60));
    EXPECT_EQ(stateOf(snapshot, mail()), ServerState::Entering);
}

TEST(ServerState, AServerThatCannotBeReadIsNotServing)
{
    auto snapshot = seedSnapshot();
    std::erase_if(snapshot.components, [](const ComponentState& c) { return c.server == mail(); });
    snapshot.errors.push_back(
        {SnapshotSection::Components, mail(), {ErrorKind::CommandFailed, "Get-ServerComponentState", {}, 0, nullptr}});
    snapshot.read.erase({SnapshotSection::Components, mail()});
    EXPECT_EQ(stateOf(snapshot, mail()), ServerState::Unreachable);
    EXPECT_EQ(assessServer(snapshot, mail()).severity, Severity::Critical);
}

// A reading that was refused, or was not made yet, says nothing about the server.
TEST(ServerState, AServerThatWasNotReadIsUnknown)
{
    auto snapshot = seedSnapshot();
    std::erase_if(snapshot.components, [](const ComponentState& c) { return c.server == mail(); });
    snapshot.read.erase({SnapshotSection::Components, mail()});
    EXPECT_EQ(stateOf(snapshot, mail()), ServerState::Unknown);
    for (const auto kind : {ErrorKind::Quota, ErrorKind::NotPermitted, ErrorKind::ConnectionLost}) {
        snapshot.errors = {{SnapshotSection::Components, mail(), {kind, "Get-ServerComponentState", {}, 0, nullptr}}};
        EXPECT_EQ(stateOf(snapshot, mail()), ServerState::Unknown) << toString(kind);
        EXPECT_EQ(assessServer(snapshot, mail()).severity, Severity::Unknown) << toString(kind);
    }
}

int goodCopies(const DagSnapshot& snapshot, const DatabaseName& database, const ServerName& except)
{
    return RedundancyIndex(snapshot).goodCopies(database, except);
}

TEST(Redundancy, OnlyCopiesThatCouldServeCount)
{
    auto snapshot = seedSnapshot();
    const DatabaseName db("DB01");
    EXPECT_EQ(goodCopies(snapshot, db, mail()), 1);
    EXPECT_EQ(goodCopies(snapshot, db, ServerName()), 2);
    copyOf(snapshot, "DB01", mail2()).replayLag = std::chrono::hours(24);
    EXPECT_EQ(goodCopies(snapshot, db, mail()), 0);
    copyOf(snapshot, "DB01", mail2()).replayLag = {};
    setComponent(snapshot, mail2(), component::highAvailability, ServiceState::Inactive, "Functional", at(0));
    EXPECT_EQ(goodCopies(snapshot, db, mail()), 0);
    setComponent(snapshot, mail2(), component::highAvailability, ServiceState::Active, "Functional", at(1));
    EXPECT_EQ(goodCopies(snapshot, db, mail()), 1);
    setPolicy(snapshot, mail2(), AutoActivationPolicy::Blocked);
    EXPECT_EQ(goodCopies(snapshot, db, mail()), 0);
    EXPECT_TRUE(RedundancyIndex(snapshot).copiesOf(DatabaseName("none")).empty());
}

TEST(Redundancy, WhatBestCopySelectionRefusesIsNoGoodCopyAndSaysWhy)
{
    const auto refusal = [](auto change) {
        auto snapshot = seedSnapshot();
        for (auto& server : snapshot.servers)
            server.version = {15, 1, 2507, 37};
        for (auto& copy : snapshot.copies)
            copy.contentIndexState = "Healthy";
        change(snapshot);
        const RedundancyIndex index(snapshot);
        const auto& copy = copyOf(snapshot, "DB01", mail2());
        EXPECT_EQ(index.isGood(copy), index.refusal(copy).empty());
        return index.refusal(copy).english();
    };
    EXPECT_EQ(refusal([](DagSnapshot&) {}), "");
    for (const char* state :
         {"Failed", "Suspended", "FailedAndSuspended", "Unknown", "Seeding", "AutoSuspended", "Disabled"})
        EXPECT_EQ(refusal([&](DagSnapshot& s) { copyOf(s, "DB01", mail2()).contentIndexState = state; }),
                  "content index is " + std::string(state));
    for (const char* state : {"Crawling", "HealthyAndUpgrading", "NotApplicable", ""})
        EXPECT_EQ(refusal([&](DagSnapshot& s) { copyOf(s, "DB01", mail2()).contentIndexState = state; }), "") << state;
    EXPECT_EQ(refusal([](DagSnapshot& s) {
                  for (const auto& server : {mail(), mail2()})
                      copyOf(s, "DB01", server).contentIndexState = "Disabled";
              }),
              "")
        << "the database has no index at all";
    EXPECT_EQ(refusal([](DagSnapshot& s) {
                  copyOf(s, "DB01", mail2()).contentIndexState = "Failed";
                  serverOf(s, mail2()).version = {15, 2, 1544, 4};
              }),
              "")
        << "2019 looks at no index";
    EXPECT_EQ(refusal([](DagSnapshot& s) {
                  activate(s, "DB02", mail2());
                  serverOf(s, mail2()).maximumActiveDatabases = 1;
              }),
              "MAIL2 has its maximum of active databases: 1");
    const auto inSites = [](const char* site) {
        return [site](DagSnapshot& s) {
            serverOf(s, mail()).site = "Berlin";
            serverOf(s, mail2()).site = site;
            setPolicy(s, mail2(), AutoActivationPolicy::IntrasiteOnly);
        };
    };
    EXPECT_EQ(refusal(inSites("berlin")), "");
    EXPECT_EQ(refusal(inSites("Paris")), "MAIL2 takes databases of its own site only");
    EXPECT_EQ(refusal([](DagSnapshot& s) { setPolicy(s, mail2(), AutoActivationPolicy::Blocked); }),
              "activation is blocked on MAIL2");
    EXPECT_EQ(refusal([](DagSnapshot& s) { copyOf(s, "DB01", mail2()).lastLogPublished = false; }),
              "queue length not known, the active copy's server does not publish its last log");
}

TEST(Redundancy, ADatabaseGoesToThePreferredCopyAndToACrawlingOneLast)
{
    auto snapshot = SnapshotBuilder()
                        .server("MAIL")
                        .server("MAIL2")
                        .server("MAIL3")
                        .server("MAIL4")
                        .database("DB01", {"MAIL", "MAIL2", "MAIL3", "MAIL4"})
                        .build();
    for (auto& server : snapshot.servers)
        server.version = {15, 1, 2507, 37};
    const auto order = [&] {
        std::string text;
        for (const auto& candidate : RedundancyIndex(snapshot).destinationOf(snapshot.databases.front()).candidates)
            text += (candidate.accepted() ? "+" : "-") + candidate.server.text() + (candidate.countsLast ? "! " : " ");
        return text;
    };
    EXPECT_EQ(order(), "+MAIL2 +MAIL3 +MAIL4 ");
    copyOf(snapshot, "DB01", mail2()).contentIndexState = "Crawling";
    copyOf(snapshot, "DB01", ServerName("MAIL3")).status = copyStatus("Failed");
    EXPECT_EQ(order(), "+MAIL4 +MAIL2! -MAIL3 ");
    std::erase_if(snapshot.copies, [](const DatabaseCopy& copy) { return copy.server == ServerName("MAIL4"); });
    EXPECT_EQ(order(), "+MAIL2! -MAIL3 -MAIL4 ") << "a copy that was not read is no target";
}

TEST(Redundancy, PlacesOnAServerAreSharedOut)
{
    auto snapshot = seedSnapshot();
    serverOf(snapshot, mail2()).maximumActiveDatabases = 1;
    const RedundancyIndex index(snapshot);
    const auto outlooks = outlookWithout(snapshot, index, mail());
    ASSERT_EQ(outlooks.size(), 2u);
    EXPECT_TRUE(outlooks[0].keepsService());
    EXPECT_FALSE(outlooks[1].keepsService());
    EXPECT_EQ(outlooks[1].goodElsewhere, 1) << "each alone would find a place";
}

TEST(Redundancy, ExclusionFromMonitoringDoesNotMakeAnActiveDatabaseMovable)
{
    auto snapshot = seedSnapshot();
    databaseOf(snapshot, "DB01").excludedFromMonitoring = true;
    copyOf(snapshot, "DB01", mail2()).status = copyStatus("Failed");
    const auto lacking = [&] {
        const RedundancyIndex index(snapshot);
        const auto outlooks = outlookWithout(snapshot, index, mail());
        return std::count_if(outlooks.begin(), outlooks.end(), [](const auto& one) { return !one.keepsService(); });
    };
    EXPECT_EQ(lacking(), 1);
    activate(snapshot, "DB01", mail2());
    EXPECT_EQ(lacking(), 0);
}

TEST(CopyHealth, ARecoveryDatabaseRaisesNoAlarm)
{
    DatabaseCopy copy;
    copy.active = copy.recovery = true;
    for (const char* status : {"Mounted", "Dismounted", "Unknown"}) {
        copy.status = copyStatus(status);
        EXPECT_LE(assess(copy).severity, Severity::Info) << status;
    }
}

TEST(CopyHealth, ADatabaseThatIsLeftDismountedIsInformation)
{
    auto snapshot = seedSnapshot();
    auto& copy = copyOf(snapshot, "DB-test", mail());
    copy.status = copyStatus("Dismounted");
    databaseOf(snapshot, "DB-test").mounted = false;
    EXPECT_EQ(healthIssues(snapshot).front().severity, Severity::Critical);
    copy.mountAtStartup = databaseOf(snapshot, "DB-test").mountAtStartup = false;
    const auto list = healthIssues(snapshot);
    ASSERT_EQ(list.size(), 1u) << "it has no users who would miss it";
    EXPECT_EQ(list.front().severity, Severity::Info);
    EXPECT_EQ(list.front().text.english(), "not mounted, and its MountAtStartup is False");
}

TEST(CopyHealth, ALastLogThatIsNotPublishedPointsToTheActiveSide)
{
    auto snapshot = seedSnapshot();
    auto& copy = copyOf(snapshot, "DB01", mail2());
    copy.copyQueueLength.reset();
    copy.lastLogPublished = false;
    const auto issue = healthIssues(snapshot).front();
    EXPECT_EQ(issue.text.english(), "queue length not known, the active copy's server does not publish its last log");
    EXPECT_EQ(issue.advice.english(),
              "look at MSExchangeRepl and at the cluster on MAIL, where the database is active");
    EXPECT_EQ(goodCopies(snapshot, DatabaseName("DB01"), mail()), 0);
}

TEST(CopyHealth, AnAutoSuspendedIndexIsNormalOnALaggedCopy)
{
    DatabaseCopy copy;
    copy.status = copyStatus("Healthy");
    copy.copyQueueLength = copy.replayQueueLength = 0;
    copy.contentIndexState = "AutoSuspended";
    EXPECT_EQ(assess(copy).severity, Severity::Warning);
    copy.replayLag = std::chrono::hours(168);
    EXPECT_EQ(assess(copy).severity, Severity::Info);
}

TEST(ServerState, Exchange2010IsNotManagedHere)
{
    auto snapshot = seedSnapshot();
    serverOf(snapshot, mail2()).version = {14, 3, 513, 0};
    std::erase_if(snapshot.components, [](const ComponentState& c) { return c.server == mail2(); });
    snapshot.read.erase({SnapshotSection::Components, mail2()});
    snapshot.errors.clear();
    EXPECT_EQ(stateOf(snapshot, mail2()), ServerState::NotManaged);
    EXPECT_EQ(assessServer(snapshot, mail2()).severity, Severity::Info);
    EXPECT_EQ(assessServer(snapshot, mail2()).reasons.front().english(), "Exchange 2010: not managed here");
}

TEST(CopyQueues, AreJudgedByOneSetOfLimits)
{
    DatabaseCopy copy;
    EXPECT_EQ(copyQueueLevel(copy), QueueLevel::Unknown);
    EXPECT_EQ(replayQueueLevel(copy), QueueLevel::Unknown);
    EXPECT_FALSE(hasGoodQueues(copy)) << "a length that was not reported is not zero";
    const auto with = [&copy](std::int64_t copyQueue, std::int64_t replayQueue) -> const DatabaseCopy& {
        copy.copyQueueLength = copyQueue;
        copy.replayQueueLength = replayQueue;
        return copy;
    };
    EXPECT_TRUE(hasGoodQueues(with(10, 100)));
    EXPECT_EQ(copyQueueLevel(with(11, 0)), QueueLevel::Long);
    EXPECT_EQ(copyQueueLevel(with(51, 0)), QueueLevel::TooLong);
    EXPECT_EQ(replayQueueLevel(with(0, 101)), QueueLevel::Long);
    EXPECT_EQ(replayQueueLevel(with(50, 351)), QueueLevel::TooLong) << "both together count";
    copy.replayLag = std::chrono::hours(1);
    EXPECT_EQ(replayQueueLevel(with(0, 5000)), QueueLevel::Good) << "a lagged copy keeps its logs on purpose";
    copy.replayLag = {};
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    EXPECT_EQ(replayQueueLevel(with(most, most)), QueueLevel::TooLong) << "without an overflow";
    copy.active = true;
    EXPECT_TRUE(hasGoodQueues(with(5000, 5000)));
}

TEST(Redundancy, TheMeterLeavesOutDatabasesWithASingleCopy)
{
    auto snapshot = seedSnapshot();
    EXPECT_EQ(redundancyOf(snapshot, DagName("DAG1")), (Redundancy{2, 2, DatabaseName("DB01")}));
    copyOf(snapshot, "DB02", mail2()).status = copyStatus("Failed");
    EXPECT_EQ(redundancyOf(snapshot, DagName("DAG1")), (Redundancy{1, 2, DatabaseName("DB02")}));
}

TEST(HealthIssueList, NamesTheSingleCopyOfTheSeedAndNothingElse)
{
    const auto list = healthIssues(seedSnapshot());
    ASSERT_EQ(list.size(), 1u);
    EXPECT_EQ(list.front().subject, "DB-test");
    EXPECT_EQ(list.front().text.english(), "has one copy only, on MAIL");
}

TEST(HealthIssueList, ListsTheWorstFirst)
{
    auto snapshot = seedSnapshot();
    copyOf(snapshot, "DB01", mail2()).status = copyStatus("FailedAndSuspended");
    setComponent(snapshot, mail2(), "ImapProxy", ServiceState::Inactive, "Functional", at(1));
    snapshot.errors.push_back({SnapshotSection::Queues, mail2(), {ErrorKind::TimedOut, "Get-Queue", {}, 0, nullptr}});
    const auto list = healthIssues(snapshot);
    ASSERT_EQ(list.size(), 5u);
    EXPECT_EQ(list.front().subject, "DB01\\MAIL2");
    EXPECT_EQ(list.back().severity, Severity::Unknown);
    EXPECT_THAT(list, testing::Contains(testing::Field(&HealthIssue::subject, "ImapProxy on MAIL2")));
}
