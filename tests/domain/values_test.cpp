// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/dag_snapshot.h"
#include "tests/support/organisations.h"
#include "tests/support/snapshot_changes.h"

#include <gtest/gtest.h>

using namespace drydock::domain;
using namespace drydock::tests;

TEST(ServerVersion, TheProductNameFollowsFromTheBuildNumber)
{
    EXPECT_EQ((ServerVersion{15, 0, 1497, 2}.productName()), "Exchange 2013");
    EXPECT_EQ((ServerVersion{15, 1, 2375, 7}.productName()), "Exchange 2016");
    EXPECT_EQ((ServerVersion{15, 2, 2561, 0}.productName()), "Exchange 2019");
    EXPECT_EQ((ServerVersion{15, 2, 2562, 17}.productName()), "Exchange SE");
    EXPECT_EQ((ServerVersion{}.productName()), "Exchange");
    EXPECT_EQ((ServerVersion{15, 2, 1118, 7}.text()), "15.2.1118.7");
    EXPECT_EQ((ServerVersion{}.text()), "");
}

TEST(OpenEnums, AnUnknownWordKeepsItsText)
{
    EXPECT_EQ(copyStatus("healthy"), CopyStatus::Healthy);
    const auto odd = copyStatus("ReseedingInOrbit");
    EXPECT_EQ(odd, CopyStatus::Unknown);
    EXPECT_EQ(odd.text, "ReseedingInOrbit");
    EXPECT_EQ(serviceState("Draining"), ServiceState::Draining);
    EXPECT_EQ(autoActivationPolicy("IntrasiteOnly"), AutoActivationPolicy::IntrasiteOnly);
    EXPECT_EQ(nodeState("Paused"), NodeState::Paused);
    EXPECT_EQ(witnessShareInUse("InvalidConfiguration"), WitnessShareInUse::InvalidConfiguration);
}

TEST(Queues, ShadowPoisonAndUnreachableDoNotDrain)
{
    Queue queue;
    queue.server = mail();
    for (const char* identity : {"MAIL\\Shadow\\3", "MAIL\\Poison", "MAIL\\Unreachable"}) {
        queue.identity = identity;
        EXPECT_FALSE(queue.drains()) << identity;
    }
    for (const char* identity : {"MAIL\\Submission", "MAIL\\12", "MAIL"}) {
        queue.identity = identity;
        EXPECT_TRUE(queue.drains()) << identity;
    }
    queue.identity = "MAIL\\12";
    queue.deliveryType = "ShadowRedundancy";
    EXPECT_TRUE(queue.shadow());
}

TEST(Components, OfEntriesWithoutTimesTheStateOfTheComponentDecides)
{
    ComponentState state;
    state.registry = std::vector<RequesterEntry>{{"Maintenance", serviceState("Draining"), {}}};
    state.activeDirectory = std::vector<RequesterEntry>{{"Maintenance", serviceState("Active"), {}}};
    state.state = serviceState("Active");
    EXPECT_EQ(state.newestEntry("Maintenance")->state, ServiceState::Active);
    state.state = serviceState("Draining");
    EXPECT_EQ(state.newestEntry("Maintenance")->state, ServiceState::Draining);
    std::swap(state.registry, state.activeDirectory);
    EXPECT_EQ(state.newestEntry("Maintenance")->state, ServiceState::Draining);
}

TEST(Components, TheNewestEntryOfBothStoresCounts)
{
    ComponentState state;
    state.component = "ImapProxy";
    state.registry = {{"Maintenance", serviceState("Active"), at(5)}, {"HealthApi", serviceState("Inactive"), at(1)}};
    state.activeDirectory = {{"Maintenance", serviceState("Inactive"), at(3)}};
    ASSERT_TRUE(state.newestEntry("maintenance"));
    EXPECT_EQ(state.newestEntry("maintenance")->state, ServiceState::Active);
    ASSERT_EQ(state.heldDownBy().size(), 1u);
    EXPECT_EQ(state.heldDownBy().front().requester, "HealthApi");
    EXPECT_FALSE(state.newestEntry("Functional"));
}

TEST(Components, InactiveWithoutEntriesIsBecauseOfServerWideOffline)
{
    auto snapshot = seedSnapshot();
    setComponent(snapshot, mail(), component::serverWideOffline, ServiceState::Inactive, "Maintenance", at(1));
    EXPECT_TRUE(componentOf(snapshot, mail(), "OwaProxy").becauseServerWideOffline());
    EXPECT_FALSE(componentOf(snapshot, mail(), component::serverWideOffline).becauseServerWideOffline());
    EXPECT_FALSE(componentOf(snapshot, mail(), component::monitoring).becauseServerWideOffline());
    EXPECT_FALSE(componentOf(snapshot, mail(), "ForwardSyncDaemon").becauseServerWideOffline());
}

TEST(Snapshot, FindsRowsByNameInAnyCase)
{
    const auto snapshot = seedSnapshot();
    ASSERT_NE(snapshot.server(ServerName("mail.alwayshotcafe.com")), nullptr);
    EXPECT_EQ(snapshot.server(ServerName("mail3")), nullptr);
    EXPECT_EQ(snapshot.copiesOn(mail()).size(), 3u);
    EXPECT_EQ(snapshot.copiesOf(DatabaseName("db01")).size(), 2u);
    ASSERT_EQ(snapshot.otherMembers(mail()).size(), 1u);
    EXPECT_EQ(snapshot.otherMembers(mail()).front()->name, mail2());
    EXPECT_NE(snapshot.component(mail(), "hubtransport"), nullptr);
    EXPECT_NE(snapshot.service(mail(), "msexchangerepl"), nullptr);
    EXPECT_EQ(snapshot.groupOf(mail())->name, DagName("dag1"));
}

TEST(Snapshot, OrganisationWidePartsAreCoveredForEveryServer)
{
    auto snapshot = seedSnapshot();
    EXPECT_TRUE(snapshot.covers(SnapshotSection::Databases, mail()));
    EXPECT_TRUE(snapshot.covers(SnapshotSection::Queues, mail()));
    snapshot.read.erase({SnapshotSection::Queues, mail()});
    EXPECT_FALSE(snapshot.covers(SnapshotSection::Queues, mail()));
}

TEST(Snapshot, QueuedMessagesLeaveShadowOut)
{
    auto snapshot = seedSnapshot();
    snapshot.queues.front().messageCount = 12;
    auto shadow = snapshot.queues.front();
    shadow.identity = "MAIL\\Shadow\\3";
    shadow.messageCount = 100;
    snapshot.queues.push_back(shadow);
    EXPECT_EQ(snapshot.queuedMessages(mail()), 12);
    EXPECT_EQ(snapshot.queuedMessages(mail2()), 0);
}

TEST(Quorum, AnEvenGroupCountsItsWitness)
{
    auto snapshot = seedSnapshot();
    auto& dag = snapshot.groups.front();
    EXPECT_EQ(quorumOf(dag, {}), (Quorum{3, 3, 2}));
    EXPECT_TRUE(quorumOf(dag, {}).survivesLossOfOne());
    dag.witnessInUse = witnessShareInUse("InvalidConfiguration");
    EXPECT_EQ(quorumOf(dag, {}), (Quorum{2, 3, 2}));
    EXPECT_FALSE(quorumOf(dag, {}).survivesLossOfOne());
    dag.servers.push_back(ServerName("MAIL3"));
    EXPECT_EQ(quorumOf(dag, {}), (Quorum{2, 3, 2})); // odd: the witness has no vote
    dag.operationalServers.pop_back();
    EXPECT_FALSE(quorumOf(dag, {}).holds());
    dag.statusKnown = false;
    EXPECT_EQ(quorumOf(dag, {}), Quorum{});
}

TEST(Quorum, CountsTheWeightsOfTheNodesAndLeavesOutStoppedMembers)
{
    AvailabilityGroup dag;
    dag.statusKnown = true;
    dag.witnessServer = "FS1";
    dag.witnessInUse = witnessShareInUse("Primary");
    dag.servers = {ServerName("A1"), ServerName("A2"), ServerName("A3"), ServerName("A4")};
    dag.operationalServers = {ServerName("A1"), ServerName("A3"), ServerName("A4")};
    const auto node = [](const char* name, int weight) {
        return ClusterNode{ServerName(name), nodeState("Up"), weight, weight};
    };
    // The second site has no votes.
    EXPECT_EQ(quorumOf(dag, {node("A1", 1), node("A2", 1), node("A3", 0), node("A4", 0)}), (Quorum{2, 3, 2}));
    EXPECT_EQ(quorumOf(dag, {}), (Quorum{4, 5, 3}));
    dag.stoppedServers = {ServerName("A2")};
    EXPECT_EQ(quorumOf(dag, {}), (Quorum{3, 3, 2})) << "three members of four are in the cluster";
}
