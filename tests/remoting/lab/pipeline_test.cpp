// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Pipelines of a restricted session: the two proxies with their limits, one cmdlet into another, command metadata.
#include "tests/remoting/lab/lab_fixture.h"

namespace drydock::lab {
namespace {

using clixml::Value;

class Pipeline : public Lab
{
protected:
    CmdletResult pipe(std::vector<Command> commands)
    {
        auto result = m_org.invoke({"LAB\\admin", domain::EndpointKind::Exchange, {}}, commands);
        EXPECT_TRUE(result);
        return result ? std::move(*result) : CmdletResult{};
    }
};

TEST_F(Pipeline, SelectObjectTakesTheFixedPropertiesOnly)
{
    const auto names = pipe({{"Get-MailboxServer", {}}, {"Select-Object", {arg("Property", "Name")}}});
    ASSERT_EQ(names.objects.size(), 2u);
    EXPECT_EQ(names.objects[0]["Name"].display(), "MAIL");
    EXPECT_FALSE(names.objects[0].has("ServerRole"));
    const auto refused =
        pipe({{"Get-MailboxServer", {}},
              {"Select-Object", {{"Property", Value::list({Value::string("Name"), Value::string("Database")})}}}});
    ASSERT_TRUE(refused.terminating);
    EXPECT_EQ(refused.terminating->fullyQualifiedErrorId, "ParameterArgumentValidationError,Select-Object");
    EXPECT_THAT(refused.terminating->message,
                ::testing::HasSubstr("The argument \"Database\" does not belong to the set"));
    EXPECT_EQ(
        pipe({{"Get-MailboxServer", {}}, {"Select-Object", {arg("First", "1")}}}).terminating->fullyQualifiedErrorId,
        "NamedParameterNotFound,Select-Object");
}

TEST_F(Pipeline, MeasureObjectCounts)
{
    EXPECT_EQ(pipe({{"Get-MailboxDatabase", {}}, {"Measure-Object", {}}}).objects.at(0)["Count"].toInt(), 3);
    EXPECT_TRUE(pipe({{"Get-MailboxDatabase", {}}, {"Measure-Object", {arg("Sum", true)}}}).terminating);
    EXPECT_TRUE(pipe({{"Get-MailboxDatabase", {}}, {"Sort-Object", {}}}).terminating);
}

TEST_F(Pipeline, OneCmdletFeedsAnother)
{
    const auto result = pipe(
        {{"Get-MailboxServer", {}}, {"Set-MailboxServer", {arg("DatabaseCopyAutoActivationPolicy", "IntrasiteOnly")}}});
    EXPECT_TRUE(result.succeeded());
    for (const auto& server : exchange("Get-MailboxServer").objects)
        EXPECT_EQ(server["DatabaseCopyAutoActivationPolicy"].display(), "IntrasiteOnly");
}

TEST_F(Pipeline, CommandMetadataBeginsWithACount)
{
    const auto result = m_org.commandMetadata({"LAB\\viewer", domain::EndpointKind::Exchange, {}},
                                              {"Get-MailboxServer", "Set-MailboxServer"});
    ASSERT_TRUE(result);
    ASSERT_EQ(result->objects.size(), 2u) << "the viewer has one of the two";
    EXPECT_EQ(result->objects[0]["Count"].toInt(), 1);
    EXPECT_EQ(result->objects[1]["Name"].display(), "Get-MailboxServer");
    EXPECT_FALSE(result->objects[1]["Parameters"].object()->entries.empty());
}

TEST_F(Pipeline, GetCommandReportsUnknownCommands)
{
    const auto result = exchange(
        "Get-Command", {{"Name", Value::list({Value::string("Get-Queue"), Value::string("Suspend-ClusterNode")})}});
    EXPECT_EQ(result.objects.size(), 1u);
    ASSERT_EQ(result.errors.size(), 1u);
    EXPECT_EQ(result.errors[0].fullyQualifiedErrorId,
              "CommandNotFoundException,Microsoft.PowerShell.Commands.GetCommandCommand");
}

} // namespace
} // namespace drydock::lab
