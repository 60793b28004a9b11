// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Scenario files: the built-in ones load, damaged ones say what is wrong and where.
#include "remoting/lab/scenario_generator.h"
#include "tests/remoting/lab/lab_fixture.h"

namespace drydock::lab {
namespace {

using ::testing::HasSubstr;

std::string problem(const std::string& json)
{
    const auto scenario = loadScenario(json);
    return scenario ? std::string() : scenario.error().detail;
}

TEST(Scenarios, AreBuiltIn)
{
    EXPECT_THAT(scenarioNames(), ::testing::ElementsAre("seed", "two-sites"));
    for (const auto& name : scenarioNames()) {
        const auto scenario = loadScenario(name);
        ASSERT_TRUE(scenario) << scenario.error().detail;
        EXPECT_EQ(scenario->name, name);
    }
    EXPECT_THAT(problem("nonsense"), HasSubstr("no built-in scenario \"nonsense\""));
}

TEST(Scenarios, ReportWhatIsWrongAndWhere)
{
    const std::string head = R"({"name":"x","domain":"x.example",)";
    EXPECT_THAT(problem("{"), HasSubstr("parse error"));
    EXPECT_EQ(problem(R"({"name":"x"})"), "domain is missing");
    EXPECT_EQ(problem(head + R"("servers":[]})"), "servers must not be empty");
    EXPECT_EQ(problem(head + R"("servers":[{"name":"A"},{"name":"a"}]})"), "servers \"a\" is there twice");
    EXPECT_EQ(problem(head + R"("servers":[{"name":"A","sight":"x"}]})"), "servers[0].sight is not known here");
    EXPECT_THAT(problem(head + R"("servers":[{"name":"A","policy":"Maybe"}]})"),
                HasSubstr("servers[0].policy is \"Maybe\"; must be one of"));
    EXPECT_THAT(problem(head + R"("servers":[{"name":"A","queues":[{"id":"1","messages":-2}]}]})"),
                HasSubstr("servers[0].queues[0].messages"));
    EXPECT_EQ(problem(head + R"("servers":[{"name":"A"}],"databases":[{"name":"D","copies":[{"server":"B"}]}]})"),
              "databases[0].copies[0].server \"B\" is not among the servers");
    EXPECT_EQ(problem(head +
                      R"("servers":[{"name":"A"}],"databases":[{"name":"D","active":"B","copies":[{"server":"A"}]}]})"),
              "databases[0].active \"B\" has no copy of this database");
    EXPECT_EQ(problem(head + R"("servers":[{"name":"A","services":{"Spooler":true}}]})"),
              "servers[0].services \"Spooler\" is no service of the lab");
    const std::string two = head + R"("servers":[{"name":"A"},{"name":"B"}],)";
    const std::string pair = two + R"("dags":[{"name":"D1","members":["A","B"]}],)";
    EXPECT_EQ(problem(two + R"("dags":[{"name":"D1","members":["A"]},{"name":"D2","members":["B","a"]}]})"),
              "dags[1].members \"a\" is in D1 already");
    EXPECT_EQ(problem(pair + R"("databases":[{"name":"D","copies":[{"server":"A"},{"server":"a"}]}]})"),
              "databases[0].copies[1].server \"a\" has a copy of this database already");
    EXPECT_EQ(problem(pair + R"("databases":[{"name":"D","copies":[{"server":"A"},{"server":"B","preference":1}]}]})"),
              "databases[0].copies[1].preference 1 is the preference of another copy");
    EXPECT_EQ(problem(two + R"("databases":[{"name":"D","copies":[{"server":"A"},{"server":"B"}]}]})"),
              "databases[0].copies[1].server \"B\" is in no group with \"A\"");
    EXPECT_EQ(problem(two + R"("dags":[{"name":"D","members":["A","a"]}]})"), "dags[0].members \"a\" is there twice");
    EXPECT_EQ(problem(two + R"("dags":[{"name":"D","members":["A"],"stoppedServers":["B"]}]})"),
              "dags[0].stoppedServers \"B\" is not one of the members");
    EXPECT_EQ(problem(head + R"("servers":[{"name":"A","queues":[{"id":"1","messages":4294967296}]}]})"),
              "servers[0].queues[0].messages must not be more than 1000000");
    std::string many;
    for (int i = 0; i <= 1000; ++i)
        many += (many.empty() ? "" : ",") + (R"({"name":"S)" + std::to_string(i)) + R"("})";
    EXPECT_EQ(problem(head + R"("servers":[)" + many + "]}"), "servers must not hold more than 1000");
    EXPECT_EQ(problem(head + R"("version":"8.3.1","servers":[{"name":"A"}]})"),
              "version is \"8.3.1\"; must begin with 14., 15.0., 15.1. or 15.2.");
    EXPECT_THAT(problem(head + R"("servers":[{"name":"A"}],"timing":{"transportTick":0}})"),
                HasSubstr("timing.transportTick"));
    EXPECT_THAT(problem(head + R"("servers":[{"name":"A"}],"faults":[{"kind":"earthquake"}]})"),
                HasSubstr("faults[0].kind"));
}

TEST(Scenarios, CanBeGeneratedUpToAFullGroup)
{
    const Caller admin{"LAB\\admin", domain::EndpointKind::Exchange, {}};
    Organisation org(generateScenario(16, 400, 4));
    EXPECT_EQ(org.serverNames().size(), 16u);
    for (const auto& server : org.serverNames())
        EXPECT_EQ(org.invoke(admin, "Get-MailboxDatabaseCopyStatus", {arg("Server", server)})->objects.size(), 100u);
}

TEST(Scenarios, MayHoldFaultsAndStandaloneServers)
{
    const auto scenario = loadScenario(R"({"name":"x","domain":"x.example","servers":[{"name":"A"}],
        "databases":[{"name":"D","copies":[{"server":"A"}]}],
        "faults":[{"kind":"refuse","cmdlet":"Get-Queue","message":"no"},{"kind":"reboot","server":"A","at":60,"delay":120}]})");
    ASSERT_TRUE(scenario) << scenario.error().detail;
    Organisation org(*scenario);
    const Caller admin{"LAB\\admin", domain::EndpointKind::Exchange, {}};
    EXPECT_EQ(org.invoke(admin, "Get-Queue", {arg("Server", "A")})->errors.at(0).message, "no");
    EXPECT_TRUE(org.invoke(admin, "Get-MailboxServer")->objects.at(0)["DatabaseAvailabilityGroup"].isNil());
    EXPECT_TRUE(org.invoke(admin, "Get-DatabaseAvailabilityGroup")->objects.empty());
    org.advance(std::chrono::seconds(61));
    EXPECT_FALSE(org.isReachable("A"));
    EXPECT_EQ(org.invoke(admin, "Get-MailboxServer").error().kind, domain::ErrorKind::Unreachable);
    org.advance(std::chrono::seconds(121));
    EXPECT_TRUE(org.isReachable("A"));
}

} // namespace
} // namespace drydock::lab
