// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The remote shell against the built-in lab: every layer of both ends over a real socket.
#include "remoting/lab/lab_thread.h"
#include "remoting/lab/scenario.h"
#include "remoting/wsman/request_writer.h"
#include "tests/remoting/session/shell_fixture.h"

#include <memory>
#include <mutex>
#include <optional>

using namespace drydock;
using namespace drydock::session;
using domain::ErrorKind;

namespace {

class OnTheLab : public tests::ShellTest
{
protected:
    void SetUp() override
    {
        auto scenario = lab::loadScenario("seed");
        ASSERT_TRUE(scenario) << scenario.error().summary();
        lab::LabOptions options;
        options.scenario = *scenario;
        auto started = lab.start(std::move(options));
        ASSERT_TRUE(started) << started.error().summary();
        listening = *started;
    }

    RemoteShell& as(const char* user, const std::string& password = lab::defaultLabPassword, ShellSetup setup = {})
    {
        ShellEndpoint endpoint;
        endpoint.url = QUrl(QString::fromStdString(listening.exchangeUrl));
        endpoint.configuration = "Microsoft.Exchange";
        endpoint.scheme = domain::AuthenticationScheme::Basic;
        endpoint.user = user;
        return shellAt(endpoint, password, std::move(setup));
    }

    lab::LabThread lab;
    lab::Listening listening;
};

} // namespace

TEST_F(OnTheLab, ReadsMailboxServers)
{
    as("LAB\\admin");
    const auto servers = invoke("Get-MailboxServer");
    ASSERT_TRUE(servers) << servers.error().summary();
    ASSERT_EQ(servers->objects.size(), 2U);
    EXPECT_EQ(servers->objects[0]["Name"].display(), "MAIL");
}

TEST_F(OnTheLab, ACommandSurvivesTheDisconnectionOfItsShell)
{
    // Shared with the tap, which outlives this function: the shell is deleted after it.
    struct Seen {
        std::mutex mutex;
        std::optional<wsman::Request> create;
        bool commanded = false;
    };
    const auto seen = std::make_shared<Seen>();
    session::ShellSetup setup;
    setup.tap = [seen](const std::string& request, const std::string&, int) {
        const std::scoped_lock lock(seen->mutex);
        const auto read = wsman::readRequest(request);
        if (!seen->create) seen->create = *read;
        seen->commanded = seen->commanded || read->operation == wsman::Operation::Command;
    };
    auto& shell = as("LAB\\admin", lab::defaultLabPassword, std::move(setup));
    ASSERT_TRUE(wait(shell.open()));
    psrp::Command change{"Set-MailboxServer", {}};
    change.with("Identity", clixml::Value::string("MAIL"))
        .with("DatabaseCopyAutoActivationPolicy", clixml::Value::string("Blocked"));
    lab.inject({lab::FaultKind::Late, "Set-MailboxServer", {}, {}, 0, 1, std::chrono::seconds(1), {}, {}});
    auto changed = shell.invoke(change);
    // As a server does that has lost its client.
    http::HttpConnectionOptions options;
    options.url = QUrl(QString::fromStdString(listening.exchangeUrl));
    options.credentials = {domain::AuthenticationScheme::Basic, "LAB\\admin",
                           domain::Secret(std::string(lab::defaultLabPassword))};
    http::HttpConnection other(std::move(options));
    ASSERT_TRUE(tests::waitUntil([&] {
        const std::scoped_lock lock(seen->mutex);
        return seen->commanded;
    }));
    const auto create = seen->create;
    wsman::Request disconnect = *create;
    disconnect.operation = wsman::Operation::Disconnect;
    disconnect.body = wsman::DisconnectBody{};
    disconnect.selectors = {{"ShellId", std::get<wsman::CreateBody>(create->body).shellId}};
    int status = 0;
    other.post({wsman::write(disconnect), 10s}, [&](const auto& answer) { status = answer ? answer->status : 1; });
    ASSERT_TRUE(tests::waitUntil([&] { return status != 0; }));
    EXPECT_EQ(status, 200);
    const auto output = wait(changed);
    ASSERT_TRUE(output) << output.error().summary();
    EXPECT_FALSE(output->possiblyIncomplete);
}

TEST_F(OnTheLab, ASlowCmdletHoldsUpNoOtherWhereThePoolHasTwoRunspaces)
{
    lab.inject({lab::FaultKind::Late, "Get-Queue", {}, {}, 0, 1, std::chrono::hours(24), {}, {}});
    session::ShellSetup setup;
    setup.pool.maximumRunspaces = 2;
    auto& shell = as("LAB\\admin", lab::defaultLabPassword, std::move(setup));
    const auto slow = shell.invoke({"Get-Queue", {}});
    for (int i = 0; i < 2; ++i) {
        const auto servers = invoke("Get-MailboxServer");
        ASSERT_TRUE(servers) << servers.error().summary();
        EXPECT_EQ(servers->objects.size(), 2U);
    }
    EXPECT_FALSE(slow.isFinished());
}

TEST_F(OnTheLab, AnEndlessCmdletIsStoppedAndTheNextOneRuns)
{
    lab.inject({lab::FaultKind::Late, "Get-Queue", {}, {}, 0, 1, std::chrono::hours(24), {}, {}});
    lab.inject({lab::FaultKind::Late, "Set-MailboxServer", {}, {}, 0, 1, std::chrono::hours(24), {}, {}});
    session::ShellSetup setup{tests::shortTimeouts(), {}, {}};
    setup.timeouts.reading = setup.timeouts.change = std::chrono::milliseconds(300);
    auto& shell = as("LAB\\admin", lab::defaultLabPassword, std::move(setup));
    EXPECT_EQ(kindOf(invoke("Get-Queue")), ErrorKind::TimedOut);
    psrp::Command change{"Set-MailboxServer", {}};
    change.with("Identity", clixml::Value::string("MAIL"))
        .with("DatabaseCopyAutoActivationPolicy", clixml::Value::string("Blocked"));
    EXPECT_EQ(kindOf(wait(shell.invoke(change))), ErrorKind::OutcomeUnknown);
    const auto servers = wait(shell.invoke({"Get-MailboxServer", {}}, {std::chrono::minutes(1)}));
    EXPECT_TRUE(servers) << servers.error().summary();
}

TEST_F(OnTheLab, UnknownCmdletsParametersAndPromptsHaveTheirErrorKinds)
{
    auto& shell = as("LAB\\admin");
    EXPECT_EQ(kindOf(invoke("Get-Nonsense")), ErrorKind::UnknownCommand);
    psrp::Command odd{"Get-MailboxServer", {}};
    odd.with("Colour", clixml::Value::string("green"));
    EXPECT_EQ(kindOf(wait(shell.invoke(odd))), ErrorKind::UnknownParameter);
    psrp::Command asking{"Redirect-Message", {}};
    asking.with("Server", clixml::Value::string("MAIL")).with("Target", clixml::Value::string("mail2.contoso.com"));
    EXPECT_EQ(kindOf(wait(shell.invoke(asking))), ErrorKind::PromptRefused);
}

TEST_F(OnTheLab, AWrongPasswordIsSentOnce)
{
    const auto opened = wait(as("LAB\\admin", "wrong").open());
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().kind, ErrorKind::NotAuthenticated);
}

TEST_F(OnTheLab, NodeEndpointsAnswer)
{
    ShellEndpoint endpoint;
    endpoint.url = QUrl(QString::fromStdString(listening.nodeUrls.at(0).second));
    endpoint.configuration = "Microsoft.PowerShell";
    endpoint.scheme = domain::AuthenticationScheme::Basic;
    endpoint.user = "LAB\\admin";
    shellAt(endpoint, lab::defaultLabPassword, {});
    const auto nodes = invoke("Get-ClusterNode");
    ASSERT_TRUE(nodes) << nodes.error().summary();
    EXPECT_EQ(nodes->objects.size(), 2U);
}

TEST_F(OnTheLab, ALostConnectionBeforeTheCmdletRanIsReported)
{
    as("LAB\\admin");
    ASSERT_TRUE(invoke("Get-MailboxServer"));
    lab.inject({lab::FaultKind::DropBefore, "Get-MailboxServer", {}, {}, 0, 1, {}, {}, {}});
    const auto read = invoke("Get-MailboxServer");
    ASSERT_TRUE(read) << read.error().summary();
    EXPECT_EQ(read->objects.size(), 2U);
}

TEST_F(OnTheLab, ALostConnectionAfterTheCmdletRanIsReported)
{
    auto& shell = as("LAB\\admin");
    psrp::Command block{"Set-MailboxServer", {}};
    block.with("Identity", clixml::Value::string("MAIL"))
        .with("DatabaseCopyAutoActivationPolicy", clixml::Value::string("Blocked"));
    lab.inject({lab::FaultKind::DropAfter, "Set-MailboxServer", {}, {}, 0, 1, {}, {}, {}});
    EXPECT_EQ(kindOf(wait(shell.invoke(block))), ErrorKind::OutcomeUnknown);
    const auto servers = invoke("Get-MailboxServer");
    ASSERT_TRUE(servers) << servers.error().summary();
    EXPECT_EQ(servers->objects[0]["DatabaseCopyAutoActivationPolicy"].display(), "Blocked");
}
