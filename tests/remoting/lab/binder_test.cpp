// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Parameters are bound, and refused, as PowerShell does it; roles hide what is not granted.
#include "remoting/lab/binder.h"
#include "tests/remoting/lab/lab_fixture.h"

namespace drydock::lab {
namespace {

using clixml::Value;

using Binder = Lab;

TEST_F(Binder, BindsByNameByPositionAndAsSwitch)
{
    EXPECT_EQ(exchange("Get-MailboxServer", {{"", Value::string("MAIL")}}).objects.size(), 1u) << "by position";
    EXPECT_EQ(exchange("Get-MailboxServer", {arg("-Identity:", "mail.alwayshotcafe.com")}).objects.size(), 1u)
        << "dash and colon";
    EXPECT_EQ(exchange("get-mailboxserver", {arg("Ident", "MAIL")}).objects.size(), 1u) << "beginning of a name";
    EXPECT_EQ(exchange("Get-MailboxServer", {{"Identity", Value()}}).objects.size(), 2u) << "null gives all";
    EXPECT_FALSE(
        exchange("Get-DatabaseAvailabilityGroup", {{"Status", Value()}}).objects.at(0)["PrimaryActiveManager"].isNil());
    EXPECT_EQ(exchange("Get-MailboxServer", {arg("ErrorAction", "Stop")}).objects.size(), 2u) << "common parameters";
}

TEST_F(Binder, RefusesInvalidArguments)
{
    const auto id = [&](const std::string& cmdlet, std::vector<Argument> arguments) {
        const auto result = exchange(cmdlet, std::move(arguments));
        return result.terminating ? result.terminating->fullyQualifiedErrorId : std::string();
    };
    EXPECT_EQ(id("Get-Nothing", {}), "CommandNotFoundException");
    EXPECT_EQ(id("Get-ClusterNode", {}), "CommandNotFoundException") << "not on the Exchange endpoint";
    EXPECT_EQ(id("Where-Object", {}), "CommandNotFoundException");
    EXPECT_EQ(id("Get-MailboxServer", {arg("Nonsense", "x")}), "NamedParameterNotFound,Get-MailboxServer");
    EXPECT_EQ(id("Get-ServerComponentState", {}), "MissingMandatoryParameter,Get-ServerComponentState");
    EXPECT_EQ(id("Get-MailboxServer", {arg("Identity", "a"), arg("Identity", "b")}),
              "ParameterAlreadyBound,Get-MailboxServer");
    EXPECT_EQ(id("Get-MailboxServer", {{"", Value::string("a")}, {"", Value::string("b")}}),
              "PositionalParameterNotFound,Get-MailboxServer");
    EXPECT_EQ(id("Set-MailboxServer", {arg("Identity", "MAIL"), arg("DatabaseCopyAutoActivationPolicy", "Sometimes")}),
              "ParameterArgumentTransformationError,Set-MailboxServer");
    EXPECT_EQ(
        id("Set-MailboxServer", {arg("Identity", "MAIL"), arg("DatabaseCopyActivationDisabledAndMoveNow", "perhaps")}),
        "ParameterArgumentTransformationError,Set-MailboxServer");
}

TEST_F(Binder, BindsEnumsByNumber)
{
    const auto state = [&](Value given) {
        EXPECT_TRUE(exchange("Set-ServerComponentState", {arg("Identity", "MAIL"),
                                                          arg("Component", "HubTransport"),
                                                          {"State", std::move(given)},
                                                          {"Requester", Value::int32(1)}})
                        .succeeded());
        return m_org.componentState("MAIL", "HubTransport");
    };
    EXPECT_EQ(state(Value::int32(2)), "Draining");
    EXPECT_EQ(state(Value::int32(0)), "Inactive");
    EXPECT_EQ(state(Value::string("1")), "Active");
    const auto move = [&](int override) {
        return exchange("Move-ActiveMailboxDatabase",
                        {arg("Identity", "DB01"), arg("Confirm", false), {"MountDialOverride", Value::int32(override)}})
            .terminating.has_value();
    };
    EXPECT_FALSE(move(12));
    EXPECT_TRUE(move(3)) << "no member has this number";
}

TEST_F(Binder, TheViewerMayOnlyRead)
{
    const char* viewer = "LAB\\viewer";
    EXPECT_EQ(exchange("Get-MailboxServer", {}, viewer).objects.size(), 2u);
    EXPECT_EQ(exchange("Test-ServiceHealth", {}, viewer).objects.size(), 3u);
    EXPECT_EQ(exchange("Set-MailboxServer", {}, viewer).terminating->fullyQualifiedErrorId, "CommandNotFoundException");
    for (const auto& command : exchange("Get-Command", {}, viewer).objects) {
        const auto name = std::string(command["Name"].display());
        // View-Only Configuration has Retry-Queue too (exchange.md 4.8).
        EXPECT_TRUE(name.starts_with("Get-") || name.starts_with("Test-") || name == "Retry-Queue") << name;
    }
    EXPECT_EQ(node("MAIL", "Get-ClusterNode", {}, viewer).objects.size(), 2u);
    EXPECT_EQ(node("MAIL", "Suspend-ClusterNode", {}, viewer).errors.at(0).reason, "UnauthorizedAccessException");
    EXPECT_EQ(m_org.nodeState("MAIL"), "Up");
    EXPECT_EQ(m_org.invoke({"LAB\\nobody", domain::EndpointKind::Exchange, {}}, "Get-MailboxServer").error().kind,
              domain::ErrorKind::NotAuthenticated);
}

TEST_F(Binder, WhatIfChangesNothing)
{
    EXPECT_TRUE(exchange("Set-MailboxServer", {arg("Identity", "MAIL"),
                                               arg("DatabaseCopyAutoActivationPolicy", "Blocked"), arg("WhatIf", true)})
                    .succeeded());
    EXPECT_EQ(exchange("Get-MailboxServer", {arg("Identity", "MAIL")})
                  .objects.at(0)["DatabaseCopyAutoActivationPolicy"]
                  .display(),
              "Unrestricted");
}

TEST(Wildcard, MatchesAsPowerShellDoes)
{
    EXPECT_TRUE(matchesWildcard("*", ""));
    EXPECT_TRUE(matchesWildcard("db*", "DB01"));
    EXPECT_TRUE(matchesWildcard("*-?est", "DB-test"));
    EXPECT_FALSE(matchesWildcard("DB", "DB01"));
    EXPECT_FALSE(matchesWildcard("?", ""));
}

} // namespace
} // namespace drydock::lab
