// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The article's page, line by line, over the wire.
#include "tests/remoting/lab_server/wire_client.h"

namespace drydock::lab {
namespace {

using clixml::Value;
using psrp::PipelineState;

class Procedure : public ServedLab
{
protected:
    void SetUp() override
    {
        serve(options());
        m_exchange.emplace(opened(exchange()));
        m_node.emplace(opened(node("MAIL")));
    }
    CommandOutput must(WireClient& client, const psrp::Command& line)
    {
        auto output = client.run(line);
        EXPECT_TRUE(output) << line.name << ": " << output.error().summary();
        if (!output) return {};
        EXPECT_EQ(output->state, PipelineState::Completed)
            << line.name << (output->reason ? output->reason->message : "");
        EXPECT_TRUE(output->errors.empty()) << line.name << ": " << output->errors.at(0).message;
        return *output;
    }
    psrp::Command component(const char* name, const char* state)
    {
        return command("Set-ServerComponentState",
                       {{"Identity", "MAIL"}, {"Component", name}, {"State", state}, {"Requester", "Maintenance"}});
    }
    psrp::Command moveNow(bool value)
    {
        return command("Set-MailboxServer", {{"Identity", "MAIL"}})
            .with("DatabaseCopyActivationDisabledAndMoveNow", Value::boolean(value));
    }

    std::optional<WireClient> m_exchange, m_node;
};

TEST_F(Procedure, TheArticlesProcedureWorksLineByLine)
{
    auto& ex = *m_exchange;
    const auto before = m_server.organisation().stateDigest();
    // "Get-MailboxServer | %{Get-MailboxDatabaseCopyStatus -Server $_.name}": the loop is ours.
    std::vector<std::string> table;
    for (const auto& server : must(ex, command("Get-MailboxServer")).objects)
        for (const auto& copy : must(ex, command("Get-MailboxDatabaseCopyStatus")
                                             .with("Server", Value::string(std::string(server["Name"].display()))))
                                    .objects)
            table.push_back(std::string(copy["Name"].display()) + " " + std::string(copy["Status"].display()));
    EXPECT_THAT(table, ::testing::ElementsAre("DB01\\MAIL Mounted", "DB02\\MAIL Mounted", "DB-test\\MAIL Mounted",
                                              "DB01\\MAIL2 Healthy", "DB02\\MAIL2 Healthy"));

    must(ex, component("HubTransport", "Draining"));
    must(ex, command("Redirect-Message", {{"Server", "MAIL"}, {"Target", "MAIL2.alwayshotcafe.com"}})
                 .with("Confirm", Value::boolean(false)));
    EXPECT_EQ(must(*m_node, command("Suspend-ClusterNode", {{"Name", "MAIL"}})).objects.at(0)["State"].display(),
              "Paused");
    must(ex, moveNow(true));
    must(ex, command("Set-MailboxServer", {{"Identity", "MAIL"}, {"DatabaseCopyAutoActivationPolicy", "Blocked"}}));
    must(ex, component("ServerWideOffline", "Inactive"));
    ASSERT_TRUE(tests::waitUntil([&] { return m_server.organisation().activeServer("DB02") == "MAIL2"; }, 20'000));
    const auto components = must(ex, command("Get-ServerComponentState", {{"Identity", "MAIL"}})).objects;
    ASSERT_EQ(components.size(), 34u);
    EXPECT_EQ(components[0]["State"].display(), "Inactive");

    must(ex, component("ServerWideOffline", "Active"));
    must(*m_node, command("Resume-ClusterNode", {{"Name", "MAIL"}}));
    must(ex,
         command("Set-MailboxServer", {{"Identity", "MAIL"}, {"DatabaseCopyAutoActivationPolicy", "Unrestricted"}}));
    must(ex, moveNow(false));
    must(ex, component("HubTransport", "Active"));
    EXPECT_THAT(before.difference(m_server.organisation().stateDigest()), ::testing::ElementsAre());
}

TEST_F(Procedure, AMoveReportsItsProgressWhileItRuns)
{
    const auto output =
        must(*m_exchange,
             command("Move-ActiveMailboxDatabase", {{"Server", "MAIL"}}).with("Confirm", Value::boolean(false)));
    ASSERT_EQ(output.objects.size(), 2u);
    EXPECT_EQ(output.objects[1]["Status"].display(), "Succeeded");
    ASSERT_EQ(output.progress.size(), 6u);
    EXPECT_EQ(output.progress[0].percentComplete, 20);
    EXPECT_TRUE(output.progress.back().completed);
}

} // namespace
} // namespace drydock::lab
