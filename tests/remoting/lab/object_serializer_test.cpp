// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Structs travel as strings in one scenario and as objects in the other.
#include "tests/remoting/lab/lab_fixture.h"

namespace drydock::lab {
namespace {

TEST_F(Lab, WritesStructsAsStrings)
{
    const auto server = exchange("Get-ExchangeServer", {arg("Identity", "MAIL")}).objects.at(0);
    EXPECT_EQ(server["AdminDisplayVersion"].type(), clixml::Type::String);
    EXPECT_EQ(server["AdminDisplayVersion"].text(), "Version 15.2 (Build 1118.7)");
    EXPECT_EQ(server["Site"].text(), "alwayshotcafe.com/Configuration/Sites/Default-First-Site-Name");
    const auto database = exchange("Get-MailboxDatabase", {arg("Identity", "DB01"), arg("Status", true)}).objects.at(0);
    EXPECT_EQ(database["DatabaseSize"].text(), "45 GB (48,318,382,080 bytes)");
    EXPECT_EQ(database["MountedOnServer"].text(), "MAIL.alwayshotcafe.com");
    EXPECT_EQ(exchange("Get-MailboxDatabase", {arg("Identity", "DB-test")}).objects.at(0)["ReplicationType"].toInt(),
              0);
}

TEST_F(TwoSites, WritesStructsAsObjects)
{
    const auto server = exchange("Get-ExchangeServer", {arg("Identity", "LON1")}).objects.at(0);
    EXPECT_TRUE(server["AdminDisplayVersion"].isA("Microsoft.Exchange.Data.ServerVersion"));
    EXPECT_EQ(server["AdminDisplayVersion"]["Build"].toInt(), 2375);
    EXPECT_EQ(server["Site"]["Name"].display(), "London");
    const auto database = exchange("Get-MailboxDatabase", {arg("Identity", "NW-DB01")}).objects.at(0);
    EXPECT_EQ(database["ReplayLagTimes"].items().at(3)["Value"].display(), "7.00:00:00");
    EXPECT_EQ(database["ActivationPreference"].items().at(0)["Key"].display(), "LON1");
}

TEST_F(TwoSites, HasRealContentIndexesAndAFailedCopy)
{
    std::map<std::string, int> states, indexes;
    for (const auto& copy : exchange("Get-MailboxDatabaseCopyStatus", {arg("Identity", "*")}).objects) {
        ++states[std::string(copy["Status"].display())];
        ++indexes[std::string(copy["ContentIndexState"].display())];
    }
    EXPECT_EQ(states["Mounted"], 12);
    EXPECT_EQ(states["FailedAndSuspended"], 1);
    EXPECT_EQ(states["Healthy"], 24);
    EXPECT_EQ(indexes["Disabled"], 3);
    EXPECT_EQ(indexes["Crawling"], 1);
    EXPECT_EQ(indexes["NotApplicable"], 0);
}

TEST_F(Lab, ChecksReplicationAndServices)
{
    const auto checks = exchange("Test-ReplicationHealth", {arg("Identity", "MAIL")});
    EXPECT_EQ(checks.duration, std::chrono::seconds(20));
    ASSERT_EQ(checks.objects.size(), 18u);
    for (const auto& check : checks.objects)
        EXPECT_EQ(check["Result"].display(), "Passed") << check["Check"].display();
    node("MAIL", "Stop-Service", {arg("Name", "MSExchangeRepl")});
    int failed = 0;
    for (const auto& check : exchange("Test-ReplicationHealth", {arg("Identity", "MAIL")}).objects)
        failed += check["Result"]["Value"].toInt() == 3;
    EXPECT_GE(failed, 5);
    const auto health = exchange("Test-ServiceHealth", {arg("Server", "MAIL")}).objects.at(0);
    EXPECT_EQ(health["RequiredServicesRunning"].toBool(), false);
    EXPECT_EQ(health["ServicesNotRunning"].items().at(0).display(), "MSExchangeRepl");
    for (const auto& monitor : exchange("Get-ServerHealth", {arg("Identity", "MAIL")}).objects) {
        const bool ofReplication = monitor["HealthSetName"].display() == "Clustering";
        EXPECT_EQ(monitor["AlertValue"].display(), ofReplication ? "Unhealthy" : "Healthy");
        EXPECT_EQ(monitor["Server"].display(), "MAIL");
    }
    EXPECT_EQ(
        exchange("Get-MailboxDatabaseCopyStatus", {arg("Identity", "DB01\\MAIL")}).objects.at(0)["Status"].display(),
        "ServiceDown");
    EXPECT_EQ(
        exchange("Get-MailboxDatabaseCopyStatus", {arg("Identity", "DB01\\MAIL2")}).objects.at(0)["Status"].display(),
        "DisconnectedAndHealthy");
}

} // namespace
} // namespace drydock::lab
