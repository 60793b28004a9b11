// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The admin audit log: who may write and search it, and when a comment is found.
#include "tests/remoting/lab/lab_fixture.h"

namespace drydock::lab {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> commentsOf(const CmdletResult& result)
{
    std::vector<std::string> comments;
    for (const auto& object : result.objects)
        for (const auto& parameter : object["CmdletParameters"].items())
            comments.emplace_back(parameter["Value"].display());
    return comments;
}

Argument since(Time time) { return {"StartDate", clixml::Value::dateTime(domain::toIso(time))}; }

using AuditLog = Lab;

TEST_F(AuditLog, FindsACommentWithItsAuthorAndTime)
{
    const auto written = m_org.now();
    EXPECT_TRUE(exchange("Write-AdminAuditLog", {arg("Comment", "Ran custom script.")}).succeeded());
    const auto found = exchange("Search-AdminAuditLog", {arg("Cmdlets", "Write-AdminAuditLog"), since(written)});
    ASSERT_THAT(commentsOf(found), ElementsAre("Ran custom script."));
    EXPECT_EQ(found.objects[0]["Caller"].display(), "alwayshotcafe.com/Users/admin");
    EXPECT_EQ(found.objects[0]["RunDate"].display(), domain::toIso(written));
    EXPECT_THAT(commentsOf(exchange("Search-AdminAuditLog", {since(written + 1s)})), IsEmpty());
    EXPECT_THAT(commentsOf(exchange("Search-AdminAuditLog", {arg("Cmdlets", "Set-Mailbox")})), IsEmpty());
}

TEST_F(AuditLog, RefusesWhatIsTooLongAndADateThatIsText)
{
    EXPECT_FALSE(exchange("Write-AdminAuditLog", {arg("Comment", std::string(501, 'x'))}).succeeded());
    EXPECT_TRUE(exchange("Write-AdminAuditLog", {arg("Comment", std::string(500, 'x'))}).succeeded());
    EXPECT_FALSE(exchange("Search-AdminAuditLog", {arg("StartDate", "01/24/2012")}).succeeded());
    EXPECT_THAT(commentsOf(exchange("Search-AdminAuditLog")), ElementsAre(std::string(500, 'x')));
}

TEST_F(AuditLog, IsGrantedToTheRolesThatHaveIt)
{
    auto scenario = *loadScenario("seed");
    scenario.users.push_back({"LAB\\operator", "ServerManagement"});
    Organisation organisation(scenario);
    const auto runs = [&](const char* user, const char* cmdlet) {
        const auto result =
            organisation.invoke({user, domain::EndpointKind::Exchange, {}}, cmdlet,
                                {arg(std::string(cmdlet) == "Write-AdminAuditLog" ? "Comment" : "UserIds", "x")});
        return result && result->succeeded();
    };
    EXPECT_TRUE(runs("LAB\\operator", "Write-AdminAuditLog"));
    EXPECT_FALSE(runs("LAB\\operator", "Search-AdminAuditLog"));
    EXPECT_TRUE(runs("LAB\\admin", "Search-AdminAuditLog"));
    EXPECT_FALSE(runs("LAB\\viewer", "Write-AdminAuditLog"));
}

TEST(AuditLogLag, IsReadFromTheScenario)
{
    const auto scenario =
        loadScenario(R"({"name":"x","domain":"d.e","servers":[{"name":"A"}],"timing":{"auditLogLag":180}})");
    ASSERT_TRUE(scenario) << scenario.error().summary();
    EXPECT_EQ(scenario->timing.auditLogLag, 3min);
}

TEST(AuditLogLag, ACommentIsFoundWhenTheLagOfTheScenarioHasPassed)
{
    auto scenario = *loadScenario("seed");
    scenario.timing.auditLogLag = 3min;
    Organisation organisation(scenario);
    const Caller admin{"LAB\\admin", domain::EndpointKind::Exchange, {}};
    ASSERT_TRUE(organisation.invoke(admin, "Write-AdminAuditLog", {arg("Comment", "x")}));
    organisation.advance(3min - 1ms);
    EXPECT_THAT(commentsOf(*organisation.invoke(admin, "Search-AdminAuditLog", {})), IsEmpty());
    organisation.advance(1ms);
    EXPECT_THAT(commentsOf(*organisation.invoke(admin, "Search-AdminAuditLog", {})), ElementsAre("x"));
}

} // namespace
} // namespace drydock::lab
