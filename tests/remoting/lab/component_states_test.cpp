// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Requesters, stores and the master switch.
#include "tests/remoting/lab/lab_fixture.h"

namespace drydock::lab {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;

using Components = Lab;

TEST_F(Components, ListsTheComponentsOfTheArticle)
{
    const auto result = exchange("Get-ServerComponentState", {arg("Identity", "MAIL")});
    ASSERT_EQ(result.objects.size(), 34u);
    EXPECT_EQ(result.objects.front()["Component"].display(), "ServerWideOffline");
    EXPECT_EQ(result.objects.back()["Component"].display(), "LogExportProvider");
    for (const auto& component : result.objects) {
        const auto name = component["Component"].display();
        const bool off = name == "ForwardSyncDaemon" || name == "ProvisioningRps";
        EXPECT_EQ(component["State"].display(), off ? "Inactive" : "Active") << name;
        EXPECT_EQ(component["ServerFqdn"].display(), "MAIL.alwayshotcafe.com");
    }
}

TEST_F(Components, ServerWideOfflineTakesEveryComponentOffline)
{
    setComponent("MAIL", "ServerWideOffline", "Draining");
    for (const auto& component : exchange("Get-ServerComponentState", {arg("Identity", "MAIL")}).objects) {
        const auto name = component["Component"].display();
        EXPECT_EQ(component["ServerWideOfflineIsOffline"].toBool(), true);
        const bool exempt = name == "Monitoring" || name == "RecoveryActionsEnabled";
        EXPECT_EQ(component["State"].display(), name == "ServerWideOffline" ? "Draining"
                                                : exempt                    ? "Active"
                                                                            : "Inactive")
            << name;
    }
}

TEST_F(Components, ActiveOfOneRequesterDoesNotUndoAnother)
{
    setComponent("MAIL", "OwaProxy", "Inactive", "Functional");
    setComponent("MAIL", "OwaProxy", "Active", "Maintenance");
    EXPECT_EQ(m_org.componentState("MAIL", "OwaProxy"), "Inactive");
    setComponent("MAIL", "OwaProxy", "Active", "Functional");
    EXPECT_EQ(m_org.componentState("MAIL", "OwaProxy"), "Active");
}

TEST_F(Components, WritesBothStores)
{
    setComponent("MAIL", "HubTransport", "Draining");
    const auto hub =
        exchange("Get-ServerComponentState", {arg("Identity", "MAIL"), arg("Component", "hubtransport")}).objects.at(0);
    ASSERT_EQ(hub["LocalStates"].items().size(), 1u);
    ASSERT_EQ(hub["RemoteStates"].items().size(), 1u);
    EXPECT_EQ(hub["LocalStates"].items()[0]["Requester"].display(), "Maintenance");
    EXPECT_EQ(hub["RemoteStates"].items()[0]["State"].display(), "Draining");
    EXPECT_EQ(hub["RemoteStates"].items()[0]["State"].type(), clixml::Type::String)
        << "a string here, an enum one level up";
    EXPECT_EQ(hub["State"].toInt(), 2);
}

TEST_F(Components, UnreadableRegistryIsNullAndNotEmpty)
{
    m_org.inject({FaultKind::Reboot, {}, "MAIL", {}, 0, 1, 5min, 0s, {}});
    m_org.advance(1s);
    const auto result =
        exchange("Get-ServerComponentState", {arg("Identity", "MAIL"), arg("Component", "HubTransport")});
    EXPECT_TRUE(result.objects.at(0)["LocalStates"].isNil());
    EXPECT_FALSE(result.objects.at(0)["RemoteStates"].isNil());
    EXPECT_EQ(result.warnings.size(), 1u);
}

TEST_F(Components, LocalOnlyAndRemoteOnlyExcludeEachOther)
{
    const auto both = exchange("Set-ServerComponentState",
                               {arg("Identity", "MAIL"), arg("Component", "OwaProxy"), arg("State", "Inactive"),
                                arg("Requester", "Maintenance"), arg("LocalOnly", true), arg("RemoteOnly", true)});
    EXPECT_EQ(both.errors.size(), 1u);
    const auto monitoring = exchange("Set-ServerComponentState",
                                     {arg("Identity", "MAIL"), arg("Component", "Monitoring"), arg("State", "Inactive"),
                                      arg("Requester", "Maintenance"), arg("LocalOnly", true)});
    EXPECT_EQ(monitoring.errors.size(), 1u);
}

TEST_F(Components, AnUnknownServerIsNotFound)
{
    const auto result = exchange("Get-ServerComponentState", {arg("Identity", "MAIL9")});
    ASSERT_EQ(result.errors.size(), 1u);
    EXPECT_EQ(result.errors[0].reason, "ManagementObjectNotFoundException");
    EXPECT_THAT(
        result.errors[0].fullyQualifiedErrorId,
        ::testing::MatchesRegex("\\[Server=MAIL,RequestId=[0-9a-f-]+,TimeStamp=[^]]+\\] "
                                "\\[FailureCategory=Cmdlet-ManagementObjectNotFoundException\\] [0-9A-F]+,"
                                "Microsoft.Exchange.Management.SystemConfigurationTasks.GetServerComponentState"));
}

TEST_F(TwoSites, ComponentsHeldDownByOthersStayDown)
{
    EXPECT_EQ(exchange("Get-ServerComponentState", {arg("Identity", "PAR1")}).objects.size(), 35u);
    EXPECT_EQ(m_org.componentState("PAR1", "PopProxy"), "Inactive");
    setComponent("PAR1", "PopProxy", "Active");
    EXPECT_EQ(m_org.componentState("PAR1", "PopProxy"), "Inactive");
    const auto imap =
        exchange("Get-ServerComponentState", {arg("Identity", "PAR2"), arg("Component", "ImapProxy")}).objects.at(0);
    EXPECT_EQ(imap["LocalStates"].items().size(), 1u);
    EXPECT_EQ(imap["RemoteStates"].items().size(), 0u) << "HealthAPI entries live in the registry";
}

TEST_F(TwoSites, ImapStopsWithItsComponentAndStaysStopped)
{
    setComponent("LON1", "ServerWideOffline", "Inactive");
    m_org.advance(1min);
    setComponent("LON1", "ServerWideOffline", "Active");
    m_org.advance(1min);
    EXPECT_EQ(node("LON1", "Get-Service", {arg("Name", "MSExchangeImap4")}).objects.at(0)["Status"].display(),
              "Stopped");
}

} // namespace
} // namespace drydock::lab
