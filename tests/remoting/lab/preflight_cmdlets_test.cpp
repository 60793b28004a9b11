// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What a pre-flight asks the lab for beside the maintenance itself.
#include "remoting/exchange/cmdlets.h"
#include "tests/remoting/lab/lab_fixture.h"

namespace drydock::lab {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;

class PreflightCmdlets : public ::testing::Test
{
protected:
    void SetUp() override
    {
        auto scenario = loadScenario(R"({"name":"a","domain":"d.test","servers":[
            {"name":"EX1","pendingReboot":["WindowsUpdate"],"pendingFileRenames":["C:\\a.dll"],"clientConnections":30},
            {"name":"EX2","maximumPreferredActiveDatabases":7}],
            "dags":[{"name":"DAG","members":["EX1","EX2"]}],
            "databases":[{"name":"DB1","recentMoves":3,"copies":[{"server":"EX1"},{"server":"EX2"}]}],
            "moveRequests":[{"mailbox":"Anna Berg","source":"DB1","status":"Queued"},
                            {"mailbox":"Ben Carl","target":"DB1","status":"Completed"}]})");
        ASSERT_TRUE(scenario) << scenario.error().summary();
        m_org.emplace(std::move(*scenario));
    }
    CmdletResult node(const char* server, const psrp::Command& command, const char* user = "LAB\\admin")
    {
        return ask({user, domain::EndpointKind::Node, server}, command);
    }
    CmdletResult ask(const Caller& caller, const psrp::Command& command)
    {
        Command made{command.name, {}};
        for (const auto& argument : command.arguments)
            made.arguments.push_back({argument.name, argument.value});
        auto result = m_org->invoke(caller, made);
        if (!result) {
            ADD_FAILURE() << result.error().summary();
            return {};
        }
        m_org->advance(result->duration);
        return std::move(*result);
    }

    const Caller m_admin{"LAB\\admin", domain::EndpointKind::Exchange, {}};
    std::optional<Organisation> m_org;
};

TEST_F(PreflightCmdlets, APendingRestartIsOverWhenTheServerHasRestarted)
{
    auto keys = node("EX1", exchange::testRebootKeys());
    ASSERT_EQ(keys.objects.size(), 2U);
    EXPECT_EQ(keys.objects[0].toBool(), false);
    EXPECT_EQ(keys.objects[1].toBool(), true);
    const auto values = node("EX1", exchange::getFileRenames());
    ASSERT_EQ(values.objects.size(), 1U);
    EXPECT_EQ(values.objects[0]["PendingFileRenameOperations"].items().size(), 2U);
    EXPECT_FALSE(node("EX2", exchange::getFileRenames()).objects.at(0).has("PendingFileRenameOperations"));
    Fault reboot;
    reboot.kind = FaultKind::Reboot;
    reboot.server = "EX1";
    reboot.delay = 2min;
    m_org->inject(reboot);
    m_org->advance(5min);
    keys = node("EX1", exchange::testRebootKeys());
    EXPECT_EQ(keys.objects.at(1).toBool(), false);
    EXPECT_FALSE(node("EX1", exchange::getFileRenames()).objects.at(0).has("PendingFileRenameOperations"));
}

TEST_F(PreflightCmdlets, ClientsLeaveAServerThatIsOffline)
{
    EXPECT_EQ(node("EX1", exchange::getClientConnections()).objects.size(), 31U) << "with its probe of itself";
    psrp::Command off;
    off.name = "Set-ServerComponentState";
    off.with("Identity", clixml::Value::string("EX1"))
        .with("Component", clixml::Value::string("ServerWideOffline"))
        .with("State", clixml::Value::string("Inactive"))
        .with("Requester", clixml::Value::string("Maintenance"));
    ASSERT_TRUE(ask(m_admin, off).succeeded());
    const auto none = node("EX1", exchange::getClientConnections());
    EXPECT_TRUE(none.objects.empty());
    ASSERT_EQ(none.errors.size(), 1U);
    EXPECT_THAT(none.errors[0].fullyQualifiedErrorId, HasSubstr("CmdletizationQuery_NotFound_LocalPort"));
}

TEST_F(PreflightCmdlets, MailboxMovesAreFilteredByStatus)
{
    const auto queued = ask(m_admin, exchange::getMoveRequests("Queued"));
    ASSERT_EQ(queued.objects.size(), 1U);
    EXPECT_EQ(queued.objects[0]["DisplayName"].display(), "Anna Berg");
    EXPECT_EQ(queued.objects[0]["Status"].display(), "Queued");
    EXPECT_TRUE(queued.objects[0]["TargetDatabase"].isNil()) << "it moves elsewhere";
    EXPECT_TRUE(ask(m_admin, exchange::getMoveRequests("InProgress")).objects.empty());
}

TEST_F(PreflightCmdlets, MovesOfDatabasesAreInTheAdminAuditLog)
{
    EXPECT_EQ(ask(m_admin, exchange::searchDatabaseMoves(m_org->now() - 1h)).objects.size(), 3U);
    psrp::Command move;
    move.name = "Move-ActiveMailboxDatabase";
    move.with("Identity", clixml::Value::string("DB1")).with("Confirm", clixml::Value::boolean(false));
    ASSERT_TRUE(ask(m_admin, move).succeeded());
    const auto found = ask(m_admin, exchange::searchDatabaseMoves(m_org->now() - 1h));
    ASSERT_EQ(found.objects.size(), 4U);
    EXPECT_EQ(found.objects[3]["CmdletName"].display(), "Move-ActiveMailboxDatabase");
    EXPECT_EQ(found.objects[3]["CmdletParameters"].items().at(0)["Value"].display(), "DB1");
    EXPECT_FALSE(ask(m_admin, move).succeeded()) << "four moves within the hour";
    EXPECT_TRUE(m_org->auditComments().empty()) << "which are others";
}

TEST_F(PreflightCmdlets, AScenarioThatNamesNoSuchReasonOrDatabaseIsRefused)
{
    EXPECT_FALSE(loadScenario(R"({"name":"a","domain":"d.test","servers":[{"name":"EX1","pendingReboot":["Soon"]}]})"));
    EXPECT_FALSE(loadScenario(
        R"({"name":"a","domain":"d.test","servers":[{"name":"EX1"}],"moveRequests":[{"mailbox":"A","source":"X"}]})"));
}

} // namespace
} // namespace drydock::lab
