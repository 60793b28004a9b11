// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The procedure of the article, command by command, and what its databases, manager and node do meanwhile.
#include "tests/remoting/lab/lab_fixture.h"

namespace drydock::lab {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class Maintenance : public Lab
{
protected:
    std::vector<std::string> copyTable()
    {
        std::vector<std::string> rows;
        for (const char* server : {"MAIL", "MAIL2"})
            for (const auto& copy : exchange("Get-MailboxDatabaseCopyStatus", {arg("Server", server)}).objects)
                rows.push_back(std::string(copy["Name"].display()) + " " + std::string(copy["Status"].display()) + " " +
                               std::string(copy["CopyQueueLength"].display()) + " " +
                               std::string(copy["ReplayQueueLength"].display()) + " " +
                               std::string(copy["LastInspectedLogTime"].display()) + " " +
                               std::string(copy["ContentIndexState"].display()));
        return rows;
    }
    void enter()
    {
        EXPECT_TRUE(setComponent("MAIL", "HubTransport", "Draining").succeeded());
        EXPECT_TRUE(exchange("Redirect-Message",
                             {arg("Server", "MAIL"), arg("Target", "MAIL2.alwayshotcafe.com"), arg("Confirm", false)})
                        .succeeded());
        EXPECT_TRUE(node("MAIL", "Suspend-ClusterNode", {arg("Name", "MAIL")}).succeeded());
        EXPECT_TRUE(exchange("Set-MailboxServer",
                             {arg("Identity", "MAIL"), arg("DatabaseCopyActivationDisabledAndMoveNow", true)})
                        .succeeded());
        EXPECT_TRUE(
            exchange("Set-MailboxServer", {arg("Identity", "MAIL"), arg("DatabaseCopyAutoActivationPolicy", "Blocked")})
                .succeeded());
        EXPECT_TRUE(setComponent("MAIL", "ServerWideOffline", "Inactive").succeeded());
    }
    void leave()
    {
        EXPECT_TRUE(setComponent("MAIL", "ServerWideOffline", "Active").succeeded());
        EXPECT_TRUE(node("MAIL", "Resume-ClusterNode", {arg("Name", "MAIL")}).succeeded());
        EXPECT_TRUE(exchange("Set-MailboxServer",
                             {arg("Identity", "MAIL"), arg("DatabaseCopyAutoActivationPolicy", "Unrestricted")})
                        .succeeded());
        EXPECT_TRUE(exchange("Set-MailboxServer",
                             {arg("Identity", "MAIL"), arg("DatabaseCopyActivationDisabledAndMoveNow", false)})
                        .succeeded());
        EXPECT_TRUE(setComponent("MAIL", "HubTransport", "Active").succeeded());
    }
};

TEST_F(Maintenance, BeginsWithTheTableOfTheArticle)
{
    EXPECT_THAT(copyTable(),
                ElementsAre("DB01\\MAIL Mounted 0 0  NotApplicable", "DB02\\MAIL Mounted 0 0  NotApplicable",
                            "DB-test\\MAIL Mounted 0 0  NotApplicable",
                            "DB01\\MAIL2 Healthy 0 0 2020-05-10T13:48:13Z NotApplicable",
                            "DB02\\MAIL2 Healthy 0 0 2020-05-10T13:50:41Z NotApplicable"));
}

TEST_F(Maintenance, MovesOnlyDatabasesWithAnotherCopy)
{
    enter();
    EXPECT_EQ(m_org.activeServer("DB01"), "MAIL") << "MoveNow takes its time";
    m_org.advance(5min);
    EXPECT_EQ(m_org.activeServer("DB01"), "MAIL2");
    EXPECT_EQ(m_org.activeServer("DB02"), "MAIL2");
    EXPECT_EQ(m_org.activeServer("DB-test"), "MAIL");
    EXPECT_TRUE(m_org.isMounted("DB-test"));
    EXPECT_EQ(m_org.nodeState("MAIL"), "Paused");
    EXPECT_EQ(m_org.primaryActiveManager(), "MAIL2") << "the manager leaves by itself";
    m_org.advance(3min);
    EXPECT_GT(m_org.queuedMessages("MAIL"), 0)
        << "transport was not restarted: it took mail until it noticed, and by then it was to be offline";
}

TEST_F(Maintenance, ShowsAMoveAsDismountingAndMounting)
{
    exchange("Set-MailboxServer", {arg("Identity", "MAIL"), arg("DatabaseCopyActivationDisabledAndMoveNow", true)});
    std::set<std::string> seen;
    for (int i = 0; i < 120; ++i) {
        m_org.advance(1s);
        for (const auto& copy : exchange("Get-MailboxDatabaseCopyStatus", {arg("Identity", "DB01")}).objects)
            seen.insert(std::string(copy["Name"].display()) + " " + std::string(copy["Status"].display()));
    }
    m_org.advance(1min);
    for (const auto* state :
         {"DB01\\MAIL Dismounting", "DB01\\MAIL2 Mounting", "DB01\\MAIL2 Mounted", "DB01\\MAIL Initializing"})
        EXPECT_TRUE(seen.contains(state)) << state;
    EXPECT_EQ(
        exchange("Get-MailboxDatabaseCopyStatus", {arg("Identity", "DB01\\MAIL")}).objects.at(0)["Status"].display(),
        "Healthy");
}

TEST_F(Maintenance, EnterAndLeaveRestoreEverything)
{
    const auto before = m_org.stateDigest();
    enter();
    m_org.advance(5min);
    EXPECT_FALSE(before == m_org.stateDigest());
    leave();
    m_org.advance(5min);
    EXPECT_THAT(before.difference(m_org.stateDigest()), ElementsAre());
}

TEST_F(Maintenance, DatabasesMoveBackToTheirPreferredServerWithinAnHour)
{
    enter();
    m_org.advance(5min);
    leave();
    m_org.advance(65min);
    EXPECT_EQ(m_org.activeServer("DB01"), "MAIL");
    EXPECT_EQ(m_org.activeServer("DB02"), "MAIL");
}

TEST_F(Maintenance, ExplicitMoveGivesAResultForEachDatabase)
{
    const auto result = exchange("Move-ActiveMailboxDatabase", {arg("Server", "MAIL"), arg("Confirm", false)});
    ASSERT_EQ(result.objects.size(), 2u) << "DB-test is not replicated";
    EXPECT_EQ(result.objects[0]["Status"].display(), "Succeeded");
    EXPECT_EQ(result.objects[0]["ActiveServerAtStart"].display(), "MAIL");
    EXPECT_EQ(result.objects[0]["ActiveServerAtEnd"].display(), "MAIL2");
    EXPECT_FALSE(result.progress.empty());
    EXPECT_GE(result.duration, 10s);
    EXPECT_EQ(m_org.activeServer("DB01"), "MAIL2");
}

TEST_F(Maintenance, RefusesABlockedTarget)
{
    exchange("Set-MailboxServer", {arg("Identity", "MAIL2"), arg("DatabaseCopyAutoActivationPolicy", "Blocked")});
    const auto result = exchange("Move-ActiveMailboxDatabase", {arg("Identity", "DB01"), arg("Confirm", false)});
    ASSERT_EQ(result.errors.size(), 1u);
    EXPECT_THAT(result.errors[0].message, HasSubstr("activation blocked"));
    EXPECT_THAT(result.errors[0].fullyQualifiedErrorId,
                HasSubstr("[FailureCategory=Cmdlet-AmDbMoveAttemptExhaustedException]"));
    EXPECT_EQ(m_org.activeServer("DB01"), "MAIL");
}

TEST_F(Maintenance, SuppressesTheFifthMoveInAnHour)
{
    for (int i = 0; i < 4; ++i) {
        const auto result = exchange("Move-ActiveMailboxDatabase", {arg("Identity", "DB01"), arg("Confirm", false)});
        ASSERT_TRUE(result.succeeded()) << i << ": " << result.errors.at(0).message;
        m_org.advance(2min);
    }
    const auto fifth = exchange("Move-ActiveMailboxDatabase", {arg("Identity", "DB01"), arg("Confirm", false)});
    ASSERT_EQ(fifth.errors.size(), 1u);
    EXPECT_EQ(fifth.errors[0].reason, "AmDbMoveMoveSuppressedException");
    EXPECT_TRUE(exchange("Move-ActiveMailboxDatabase",
                         {arg("Identity", "DB01"), arg("SkipMoveSuppressionChecks", true), arg("Confirm", false)})
                    .succeeded());
}

TEST_F(Maintenance, PausesOnlyTheNamedNode)
{
    const auto other = node("MAIL2", "Suspend-ClusterNode", {arg("Name", "MAIL")});
    ASSERT_EQ(other.errors.size(), 1u);
    EXPECT_THAT(other.errors[0].message, HasSubstr("Access is denied"));
    EXPECT_TRUE(node("MAIL", "Suspend-ClusterNode").succeeded());
    EXPECT_TRUE(node("MAIL", "Suspend-ClusterNode").succeeded()) << "pausing twice is no error";
    const auto dag = exchange("Get-DatabaseAvailabilityGroup", {arg("Status", true)}).objects.at(0);
    ASSERT_EQ(dag["ServersInMaintenance"].items().size(), 1u);
    EXPECT_EQ(dag["ServersInMaintenance"].items()[0].display(), "MAIL");
    EXPECT_EQ(dag["OperationalServers"].items().size(), 2u) << "a paused node is operational";
    EXPECT_TRUE(node("MAIL", "Resume-ClusterNode").succeeded());
    EXPECT_THAT(node("MAIL", "Resume-ClusterNode").errors.at(0).message, HasSubstr("5058"));
}

TEST_F(Maintenance, PauseSurvivesAReboot)
{
    node("MAIL", "Suspend-ClusterNode");
    m_org.inject({FaultKind::Reboot, {}, "MAIL", {}, 0, 1, 4min, 0s, {}});
    m_org.advance(1min);
    EXPECT_EQ(m_org.nodeState("MAIL"), "Down");
    EXPECT_EQ(m_org.activeServer("DB01"), "MAIL2") << "databases fail over";
    EXPECT_EQ(m_org.primaryActiveManager(), "MAIL2");
    EXPECT_EQ(m_org.invoke({"LAB\\admin", domain::EndpointKind::Node, "MAIL"}, "Get-Service").error().kind,
              domain::ErrorKind::Unreachable);
    m_org.advance(5min);
    EXPECT_EQ(m_org.nodeState("MAIL"), "Paused");
    EXPECT_EQ(m_org.bootCount("MAIL"), 1);
}

// One of two members down and no witness: one vote of three.
TEST(Quorum, WithoutQuorumTheGroupMountsAndMovesNothing)
{
    for (const char* witness : {"None", "Alternate"}) {
        auto scenario = scenarioNamed("seed");
        scenario.dags.front().witnessShareInUse = witness;
        Fault reboot;
        reboot.kind = FaultKind::Reboot;
        reboot.server = "MAIL";
        reboot.at = 10s;
        reboot.delay = 10min;
        scenario.faults = {reboot};
        Organisation org(scenario);
        const bool holds = witness == std::string("Alternate");
        org.advance(5min);
        EXPECT_EQ(org.activeServer("DB01"), holds ? "MAIL2" : "MAIL") << witness;
        EXPECT_EQ(org.isMounted("DB01"), holds) << witness;
        org.advance(10min);
        EXPECT_TRUE(org.isMounted("DB01")) << witness;
    }
}

TEST_F(Maintenance, AMoveKeepsADismountedDatabaseDismounted)
{
    auto scenario = scenarioNamed("seed");
    scenario.databases.front().mounted = false;
    Organisation org(scenario);
    const auto moved = org.invoke({"LAB\\admin", domain::EndpointKind::Exchange, {}}, "Move-ActiveMailboxDatabase",
                                  {arg("Identity", "DB01"), arg("ActivateOnServer", "MAIL2"), arg("Confirm", false)});
    ASSERT_TRUE(moved && moved->succeeded());
    EXPECT_EQ(moved->objects.at(0)["MountStatusAtMoveEnd"].display(), "Dismounted");
    org.advance(2min);
    EXPECT_EQ(org.activeServer("DB01"), "MAIL2");
    EXPECT_FALSE(org.isMounted("DB01"));
}

// The server it was taken from is gone when the mount on the other fails.
TEST(FailedMount, TheDatabaseIsDismountedWhenNoServerCanMountIt)
{
    auto scenario = scenarioNamed("seed");
    Fault reboot;
    reboot.kind = FaultKind::Reboot;
    reboot.server = "MAIL";
    reboot.at = 10s;
    reboot.delay = 10min;
    Fault mount;
    mount.kind = FaultKind::FailMount;
    mount.database = "DB01";
    scenario.faults = {reboot, mount};
    Organisation org(scenario);
    org.advance(5min);
    EXPECT_FALSE(org.isMounted("DB01"));
    EXPECT_TRUE(org.isMounted("DB02"));
    EXPECT_EQ(org.activeServer("DB02"), "MAIL2");
    org.advance(10min);
    EXPECT_TRUE(org.isMounted("DB01")) << "the server that comes back mounts it";
}

TEST_F(TwoSites, PolicyAndPreferencesDecideWhereDatabasesGo)
{
    exchange("Set-MailboxServer", {arg("Identity", "LON2"), arg("DatabaseCopyAutoActivationPolicy", "Blocked")});
    m_org.advance(1min);
    const auto result = exchange("Move-ActiveMailboxDatabase", {arg("Server", "LON1"), arg("Confirm", false)});
    ASSERT_EQ(result.objects.size(), 4u);
    for (const auto& moved : result.objects)
        EXPECT_NE(moved["ActiveServerAtEnd"].display(), "LON2");
    EXPECT_EQ(m_org.activeServer("NW-DB01"), "PAR1") << "the lagged copy on PAR2 is left alone";
}

TEST_F(TwoSites, PolicyOtherThanUnrestrictedIsShownAndKept)
{
    EXPECT_EQ(exchange("Get-MailboxServer", {arg("Identity", "LON1")})
                  .objects.at(0)["DatabaseCopyAutoActivationPolicy"]
                  .display(),
              "IntrasiteOnly");
}

TEST_F(TwoSites, OtherSitesSeeDirectoryWritesLater)
{
    const Caller paris{"LAB\\admin", domain::EndpointKind::Exchange, "PAR1"};
    const auto policySeen = [&] {
        return std::string(run(paris, "Get-MailboxServer", {arg("Identity", "LON1")})
                               .objects.at(0)["DatabaseCopyAutoActivationPolicy"]
                               .display());
    };
    run({"LAB\\admin", domain::EndpointKind::Exchange, "LON1"}, "Set-MailboxServer",
        {arg("Identity", "LON1"), arg("DatabaseCopyAutoActivationPolicy", "Blocked")});
    EXPECT_EQ(policySeen(), "IntrasiteOnly");
    m_org.advance(1min);
    EXPECT_EQ(policySeen(), "Blocked");
}

} // namespace
} // namespace drydock::lab
