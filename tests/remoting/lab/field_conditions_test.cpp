// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What real organisations have and a tidy one has not: old and Edge servers, recovery databases, queues that never
// empty, clocks that differ, errors beside rows.
#include "tests/remoting/lab/lab_fixture.h"

namespace drydock::lab {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::string organisation = R"({"name":"a","domain":"d.test",)";

class FieldConditions : public ::testing::Test
{
protected:
    void load(const std::string& json)
    {
        auto scenario = loadScenario(json);
        ASSERT_TRUE(scenario) << scenario.error().summary();
        m_org.emplace(std::move(*scenario));
    }
    CmdletResult ask(const Caller& caller, const std::string& cmdlet, std::vector<Argument> arguments = {})
    {
        auto result = m_org->invoke(caller, cmdlet, std::move(arguments));
        if (!result) {
            ADD_FAILURE() << result.error().summary();
            return {};
        }
        m_org->advance(result->duration);
        return std::move(*result);
    }
    CmdletResult exchange(const std::string& cmdlet, std::vector<Argument> arguments = {})
    {
        return ask({"LAB\\admin", domain::EndpointKind::Exchange, {}}, cmdlet, std::move(arguments));
    }
    CmdletResult node(const char* server, const std::string& cmdlet, std::vector<Argument> arguments)
    {
        return ask({"LAB\\admin", domain::EndpointKind::Node, server}, cmdlet, std::move(arguments));
    }
    static std::vector<std::string> names(const CmdletResult& result)
    {
        std::vector<std::string> found;
        for (const auto& object : result.objects)
            found.emplace_back(object["Name"].display());
        return found;
    }

    std::optional<Organisation> m_org;
};

TEST_F(FieldConditions, Exchange2010IsListedAndCannotBeAsked)
{
    load(organisation + R"("servers":[{"name":"EX10","version":"14.3.513.0"},{"name":"EX1"}],
                   "dags":[{"name":"OLD","members":["EX10"]},{"name":"NEW","members":["EX1"]}]})");
    EXPECT_THAT(names(exchange("Get-ExchangeServer")), ElementsAre("EX10", "EX1"));
    const auto servers = exchange("Get-MailboxServer");
    EXPECT_EQ(servers.objects.at(0)["AdminDisplayVersion"].display(), "Version 14.3 (Build 513.0)");
    for (const char* cmdlet : {"Get-Queue", "Get-MailboxDatabaseCopyStatus"})
        EXPECT_EQ(exchange(cmdlet, {arg("Server", "EX10")}).errors.size(), 1u) << cmdlet;
    EXPECT_EQ(exchange("Get-ServerComponentState", {arg("Identity", "EX10")}).errors.size(), 1u);
    EXPECT_EQ(exchange("Get-ServerComponentState", {arg("Identity", "EX1")}).objects.size(), 34u);
    const auto groups = exchange("Get-DatabaseAvailabilityGroup", {arg("Status", true)});
    EXPECT_THAT(names(groups), ElementsAre("OLD", "NEW"));
    EXPECT_EQ(groups.errors.size(), 1u) << "beside the rows";
    EXPECT_TRUE(groups.objects.at(0)["OperationalServers"].isNil());
    EXPECT_FALSE(groups.objects.at(1)["OperationalServers"].isNil());
}

TEST_F(FieldConditions, AnEdgeServerIsNoMailboxServer)
{
    load(organisation + R"("servers":[{"name":"EX1"},{"name":"EDGE1","edge":true}]})");
    EXPECT_THAT(names(exchange("Get-ExchangeServer")), ElementsAre("EX1", "EDGE1"));
    EXPECT_EQ(exchange("Get-ExchangeServer").objects.at(1)["IsEdgeServer"].toBool(), true);
    EXPECT_THAT(names(exchange("Get-MailboxServer")), ElementsAre("EX1"));
    for (const char* wrong : {R"("dags":[{"name":"D","members":["EDGE1"]}])",
                              R"("databases":[{"name":"DB","copies":[{"server":"EDGE1"}]}])"}) {
        const auto refused =
            loadScenario(organisation + R"("servers":[{"name":"EX1"},{"name":"EDGE1","edge":true}],)" + wrong + "}");
        ASSERT_FALSE(refused);
        EXPECT_THAT(refused.error().detail, HasSubstr("\"EDGE1\" is an Edge server"));
    }
}

TEST_F(FieldConditions, EachServerHasTheComponentsAndTheIndexOfItsGeneration)
{
    load(organisation + R"("version":"15.2.1544.4","servers":[{"name":"EX1"},{"name":"OLD16","version":"15.1.2507.37"}],
        "databases":[{"name":"A","copies":[{"server":"EX1"}]},{"name":"B","copies":[{"server":"OLD16"}]}]})");
    EXPECT_EQ(exchange("Get-ServerComponentState", {arg("Identity", "EX1")}).objects.size(), 34u);
    EXPECT_EQ(exchange("Get-ServerComponentState", {arg("Identity", "OLD16")}).objects.size(), 35u);
    const auto index = [this](const char* server) {
        return std::string(exchange("Get-MailboxDatabaseCopyStatus", {arg("Server", server)})
                               .objects.at(0)["ContentIndexState"]
                               .display());
    };
    EXPECT_EQ(index("EX1"), "NotApplicable");
    EXPECT_EQ(index("OLD16"), "Healthy");
}

TEST_F(FieldConditions, ARecoveryDatabaseAndOneThatIsNotMountedAtStartupSaySo)
{
    load(organisation + R"("servers":[{"name":"EX1"}],"databases":[
        {"name":"RDB","recovery":true,"mounted":false,"copies":[{"server":"EX1"}]},
        {"name":"OLD","mountAtStartup":false,"copies":[{"server":"EX1"}]}],
        "faults":[{"kind":"reboot","server":"EX1","at":60,"delay":60}]})");
    const auto databases = exchange("Get-MailboxDatabase", {arg("Status", true)});
    EXPECT_EQ(databases.objects.at(0)["Recovery"].toBool(), true);
    EXPECT_EQ(databases.objects.at(0)["Mounted"].toBool(), false);
    EXPECT_EQ(databases.objects.at(1)["MountAtStartup"].toBool(), false);
    EXPECT_TRUE(m_org->isMounted("OLD"));
    m_org->advance(5min);
    EXPECT_FALSE(m_org->isMounted("OLD")) << "the server has restarted";
}

TEST_F(FieldConditions, AnUnpublishedLastLogIsServedAsExchangeServesIt)
{
    load(organisation +
         R"("servers":[{"name":"EX1"},{"name":"EX2"}],"dags":[{"name":"D","members":["EX1","EX2"]}],"databases":
        [{"name":"DB","copies":[{"server":"EX1"},{"server":"EX2","copyQueue":9223372036854775766,"replayQueue":150}]}]})");
    const auto copy = exchange("Get-MailboxDatabaseCopyStatus", {arg("Server", "EX2")}).objects.at(0);
    EXPECT_EQ(copy["CopyQueueLength"].toInt(), 9223372036854775766);
    EXPECT_EQ(copy["LastLogGenerated"].toInt(), 9223372036854775807);
    EXPECT_EQ(copy["LastLogInspected"].toInt(), 41);
    EXPECT_EQ(copy["LastLogInfoIsStale"].toBool(), true);
}

TEST_F(FieldConditions, AGroupWithoutMembersHasNoStatus)
{
    load(organisation + R"("servers":[{"name":"EX1"}],"dags":[{"name":"D","members":[]}]})");
    const auto group = exchange("Get-DatabaseAvailabilityGroup", {arg("Status", true)}).objects.at(0);
    EXPECT_TRUE(group["OperationalServers"].isNil());
    EXPECT_TRUE(group["PrimaryActiveManager"].isNil());
    m_org->advance(10min);
}

TEST_F(FieldConditions, ARetryQueueToADeadDomainSurvivesATransportRestart)
{
    load(organisation + R"("servers":[{"name":"EX1","queues":[
        {"id":"7","deliveryType":"DnsConnectorDelivery","status":"Retry","messages":3,"lastError":"no such domain"},
        {"id":"8","deliveryType":"DnsConnectorDelivery","status":"Retry","messages":2,"recovers":true}]}]})");
    node("EX1", "Restart-Service", {arg("Name", "MSExchangeTransport"), arg("Force", true)});
    m_org->advance(2min);
    const auto queues = exchange("Get-Queue", {arg("Server", "EX1")});
    ASSERT_EQ(queues.objects.size(), 2u);
    EXPECT_EQ(queues.objects[0]["Status"].display(), "Retry");
    EXPECT_EQ(queues.objects[0]["MessageCount"].toInt(), 3);
    EXPECT_EQ(queues.objects[0]["LastError"].display(), "no such domain");
    EXPECT_NE(queues.objects[1]["Status"].display(), "Retry");
}

TEST_F(FieldConditions, AServersClockMayDifferFromTheOthers)
{
    load(organisation +
         R"("start":"2026-01-12T08:00:00Z","servers":[{"name":"EX1"},{"name":"EX2","clockOffset":-120}]})");
    const auto start = [this](const char* server) {
        return *domain::fromIso(
            node(server, "Get-Process", {arg("Name", "MSExchangeTransport")}).objects.at(0)["StartTime"].display());
    };
    EXPECT_EQ(start("EX1") - start("EX2"), 120s);
    const Caller onEx2{"LAB\\admin", domain::EndpointKind::Exchange, "EX2"};
    const auto before = m_org->now();
    ask(onEx2, "Set-ServerComponentState",
        {arg("Identity", "EX1"), arg("Component", "HubTransport"), arg("State", "Draining"),
         arg("Requester", "Maintenance")});
    for (const auto& row : exchange("Get-ServerComponentState", {arg("Identity", "EX1")}).objects) {
        if (row["Component"].display() != "HubTransport") continue;
        EXPECT_EQ(domain::fromIso(row["RemoteStates"].items().at(0)["Timestamp"].display()), before - 120s);
    }
}

TEST_F(FieldConditions, AnErrorMayStandBesideTheRows)
{
    load(
        organisation +
        R"("servers":[{"name":"EX1"}],"faults":[{"kind":"beside","cmdlet":"Get-MailboxServer","message":"one is ill"}]})");
    const auto first = exchange("Get-MailboxServer");
    EXPECT_EQ(first.objects.size(), 1u);
    ASSERT_EQ(first.errors.size(), 1u);
    EXPECT_EQ(first.errors.front().message, "one is ill");
    EXPECT_TRUE(exchange("Get-MailboxServer").errors.empty());
}

TEST_F(FieldConditions, ACrawlingCopyIsActivatedLastAndADatabaseWithoutIndexFreely)
{
    load(organisation + R"("version":"15.1.2507.37","servers":[{"name":"A"},{"name":"B"},{"name":"C"}],
        "dags":[{"name":"D","members":["A","B","C"]}],"databases":[
        {"name":"X","copies":[{"server":"A"},{"server":"B","contentIndex":"Crawling"},{"server":"C"}]},
        {"name":"Y","copies":[{"server":"A"},{"server":"B","contentIndex":"Crawling"},{"server":"C","contentIndex":"Failed"}]},
        {"name":"Z","copies":[{"server":"A","contentIndex":"Disabled"},{"server":"B","contentIndex":"Disabled"}]},
        {"name":"U","copies":[{"server":"A"},{"server":"B","contentIndex":"Unknown"}]}]})");
    exchange("Move-ActiveMailboxDatabase", {arg("Server", "A"), arg("Confirm", false)});
    m_org->advance(5min);
    EXPECT_EQ(m_org->activeServer("X"), "C");
    EXPECT_EQ(m_org->activeServer("Y"), "B");
    EXPECT_EQ(m_org->activeServer("Z"), "B");
    EXPECT_EQ(m_org->activeServer("U"), "A");
}

} // namespace
} // namespace drydock::lab
