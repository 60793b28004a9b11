#include "model/domain/snapshot_diff.h"
#include "tests/support/organisations.h"
#include "tests/support/snapshot_changes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace drydock::domain;
using namespace drydock::tests;
using testing::Contains;

TEST(SnapshotDiff, EqualSnapshotsHaveNoDifferences)
{
    auto later = seedSnapshot();
    later.takenAt = at(5);
    copyOf(later, "DB01", mail2()).copyQueueLength = 7; // always changes, never told
    EXPECT_TRUE(difference(seedSnapshot(), later).empty());
}

TEST(SnapshotDiff, ReportsChangedSettingsStatesAndRows)
{
    auto after = seedSnapshot();
    setPolicy(after, mail(), AutoActivationPolicy::Blocked);
    pauseNode(after, mail());
    setComponent(after, mail(), component::hubTransport, ServiceState::Draining, "Maintenance", at(1));
    std::erase_if(after.copies, [](const DatabaseCopy& c) { return c.name() == "DB01\\MAIL2"; });
    const auto changes = difference(seedSnapshot(), after);
    EXPECT_THAT(changes, Contains(Change{"MAIL", "DatabaseCopyAutoActivationPolicy", "Unrestricted", "Blocked"}));
    EXPECT_THAT(changes, Contains(Change{"MAIL", "ClusterNode", "Up", "Paused"}));
    EXPECT_THAT(changes, Contains(Change{"DAG1", "ServersInMaintenance", "", "MAIL"}));
    EXPECT_THAT(changes, Contains(Change{"MAIL HubTransport", "State", "Active", "Draining"}));
    EXPECT_THAT(changes, Contains(Change{"MAIL HubTransport", "registry Maintenance", "", "Draining"}));
    EXPECT_THAT(changes, Contains(Change{"DB01\\MAIL2", "Status", "Healthy", ""}));
}
