// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What a restricted session refuses, as the engine does.
#include "remoting/clixml/writer.h"
#include "remoting/psrp/message.h"
#include "remoting/psrp/payloads.h"
#include "tests/remoting/lab_server/wire_client.h"

namespace drydock::lab {
namespace {

using clixml::Value;
using psrp::PipelineState;

class Restricted : public ServedLab
{
protected:
    void SetUp() override { serve(options()); }
    std::string refusal(WireClient& client, const std::vector<psrp::Command>& commands)
    {
        auto output = client.run(commands);
        EXPECT_TRUE(output) << output.error().summary();
        EXPECT_EQ(output->state, PipelineState::Failed);
        EXPECT_TRUE(output->reason);
        return output->reason ? output->reason->fullyQualifiedErrorId : std::string();
    }
};

TEST_F(Restricted, RefusesWhatTheEngineRefuses)
{
    auto client = opened(exchange());
    EXPECT_EQ(refusal(client, {command("Get-Nonsense")}), "CommandNotFoundException");
    EXPECT_EQ(refusal(client, {command("Restart-Service", {{"Name", "W3Svc"}})}), "CommandNotFoundException");
    EXPECT_EQ(refusal(client, {command("Get-MailboxServer", {{"Wrong", "x"}})}),
              "NamedParameterNotFound,Get-MailboxServer");
    EXPECT_EQ(refusal(client, {command("Get-MailboxServer"), command("Select-Object", {{"Property", "Database"}})}),
              "ParameterArgumentValidationError,Select-Object");
    EXPECT_EQ(refusal(client, {command("Get-MailboxServer"), command("Where-Object")}), "CommandNotFoundException");
}

TEST_F(Restricted, ACmdletThatAsksForConfirmationFails)
{
    auto client = opened(exchange());
    auto output = client.run(command("Redirect-Message", {{"Server", "MAIL"}, {"Target", "MAIL2.alwayshotcafe.com"}}));
    ASSERT_TRUE(output);
    EXPECT_EQ(output->state, PipelineState::Failed);
    EXPECT_EQ(output->reason->reason, "HostException");
    EXPECT_THAT(output->reason->exceptionTypes, ::testing::Contains("System.Management.Automation.Host.HostException"));
}

TEST_F(Restricted, NeverEvaluatesScripts)
{
    auto client = opened(exchange());
    auto pipeline = client.pool().createPipeline({command("Get-MailboxServer")});
    ASSERT_TRUE(pipeline);
    // The same message with the one flag that makes the name a script.
    psrp::Message message{psrp::Destination::Server, psrp::MessageType::CreatePipeline, client.pool().id(),
                          pipeline->id(),
                          clixml::write(psrp::createPipeline({command("Get-MailboxServer; Stop-Computer")}, {2, 3}))};
    const std::string flag = "<B N=\"IsScript\">false</B>";
    const auto at = message.xml.find(flag);
    ASSERT_NE(at, std::string::npos) << message.xml;
    message.xml.replace(at, flag.size(), "<B N=\"IsScript\">true</B>");
    const auto fragments = psrp::Fragmenter().cut(psrp::encode(message));
    ASSERT_EQ(fragments.size(), 1u);
    ASSERT_TRUE(client.ask(client.request(wsman::Operation::Command,
                                          wsman::CommandBody{pipeline->id().toUpperString(), {}, {fragments[0]}})));
    auto output = client.finish(*pipeline);
    ASSERT_TRUE(output) << output.error().summary();
    EXPECT_EQ(output->state, PipelineState::Failed);
    EXPECT_EQ(output->reason->fullyQualifiedErrorId, "ScriptsNotAllowed");
}

TEST_F(Restricted, RunsMeasureObjectAndGetCommand)
{
    auto client = opened(exchange());
    auto count = client.run({command("Get-MailboxDatabase"), command("Measure-Object")});
    ASSERT_TRUE(count);
    EXPECT_EQ(count->objects.at(0)["Count"].toInt(), 3);
    auto all = client.metadata({"*"});
    ASSERT_TRUE(all);
    EXPECT_EQ(all->objects.at(0)["Count"].toInt(), static_cast<int>(all->objects.size()) - 1);
}

TEST_F(Restricted, TheViewerMayNotRunChangingCmdlets)
{
    auto client = opened(exchange("LAB\\viewer"));
    EXPECT_EQ(client.run(command("Get-MailboxServer"))->objects.size(), 2u);
    EXPECT_EQ(refusal(client, {command("Set-MailboxServer",
                                       {{"Identity", "MAIL"}, {"DatabaseCopyAutoActivationPolicy", "Blocked"}})}),
              "CommandNotFoundException");
    auto onNode = opened(node("MAIL", "LAB\\viewer"));
    EXPECT_EQ(onNode.run(command("Get-ClusterNode"))->objects.size(), 2u);
    const auto denied = onNode.run(command("Suspend-ClusterNode"));
    ASSERT_TRUE(denied);
    EXPECT_EQ(denied->errors.at(0).reason, "UnauthorizedAccessException");
}

TEST_F(Restricted, LargeArgumentsMayArriveInSeveralFragments)
{
    auto client = opened(exchange());
    auto output = client.run(command("Write-AdminAuditLog").with("Comment", Value::string(std::string(100'000, 'x'))));
    ASSERT_TRUE(output) << output.error().summary();
    EXPECT_THAT(output->errors.at(0).message, ::testing::HasSubstr("longer than 500 characters"));
}

} // namespace
} // namespace drydock::lab
