// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Shells and commands as WS-Management knows them: quotas, faults, long polls, signals, the end.
#include "remoting/wsman/request_writer.h"
#include "tests/remoting/lab_server/wire_client.h"

#include <QElapsedTimer>

namespace drydock::lab {
namespace {

using namespace std::chrono_literals;
using clixml::Value;
using wsman::Operation;

class Shells : public ServedLab
{
protected:
    void SetUp() override { serve(options()); }
    // Whether a Receive of this pipeline waits at the server: then a second one is refused.
    bool waits(const WireClient& owner, const psrp::ClientPipeline& pipeline)
    {
        auto other = exchange();
        other.shellId = owner.shellId;
        other.operationTimeout = 100ms;
        const auto body = wsman::ReceiveBody{pipeline.id().toUpperString()};
        return faultOf(other.ask(other.request(Operation::Receive, body))) == wsman::code::receiveInProgress;
    }
    static std::int64_t faultOf(const domain::Result<wsman::Response>& response)
    {
        return response ? 0 : response.error().code;
    }
};

TEST_F(Shells, TheNineteenthShellOfAUserIsRefused)
{
    std::vector<WireClient> clients;
    for (int i = 0; i < 18; ++i)
        clients.push_back(opened(exchange()));
    EXPECT_EQ(m_server.shellCount(), 18);
    auto one = exchange();
    const auto refused = one.open();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, wsman::code::tooManyShells);
    EXPECT_EQ(refused.error().kind, domain::ErrorKind::Quota);
    EXPECT_TRUE(exchange("LAB\\viewer").open()) << "the quota is a user's own";
    EXPECT_TRUE(node("MAIL").open()) << "and an endpoint's own";
    EXPECT_TRUE(clients.front().remove());
    EXPECT_TRUE(exchange().open());
}

TEST_F(Shells, AreForgottenAfterDelete)
{
    auto client = opened(exchange());
    EXPECT_TRUE(client.ask(client.request(Operation::Get)));
    EXPECT_TRUE(client.remove());
    EXPECT_EQ(m_server.shellCount(), 0);
    EXPECT_EQ(faultOf(client.remove()), wsman::code::unexpectedSelectors);
    EXPECT_EQ(faultOf(client.ask(client.request(Operation::Get))), wsman::code::unexpectedSelectors);
}

TEST_F(Shells, BelongToTheirUser)
{
    auto admin = opened(exchange());
    auto viewer = exchange("LAB\\viewer");
    viewer.shellId = admin.shellId;
    EXPECT_EQ(faultOf(viewer.remove()), wsman::code::unexpectedSelectors);
    EXPECT_EQ(m_server.shellCount(), 1);
}

TEST_F(Shells, AReceiveWithoutDataTimesOutAndNothingIsLost)
{
    auto client = opened(exchange());
    client.operationTimeout = 200ms;
    EXPECT_EQ(faultOf(client.ask(client.request(Operation::Receive, wsman::ReceiveBody{}))),
              wsman::code::operationTimedOut);
    const auto output =
        client.run(command("Test-ReplicationHealth", {{"Identity", "MAIL"}})); // 20 s, at this scale 200 ms
    ASSERT_TRUE(output) << output.error().summary();
    EXPECT_EQ(output->objects.size(), 18u);
}

TEST_F(Shells, ASecondReceiveAtTheSameTimeIsRefused)
{
    auto first = opened(exchange());
    auto second = exchange();
    second.shellId = first.shellId;
    bool answered = false;
    first.connection().post({wsman::write(first.request(Operation::Receive, wsman::ReceiveBody{})), 30s},
                            [&](auto) { answered = true; });
    std::int64_t code = 0;
    ASSERT_TRUE(tests::waitUntil(
        [&] {
            second.operationTimeout = 100ms;
            code = faultOf(second.ask(second.request(Operation::Receive, wsman::ReceiveBody{})));
            return code == wsman::code::receiveInProgress;
        },
        10'000))
        << code;
    EXPECT_FALSE(answered);
    EXPECT_TRUE(second.remove());
    EXPECT_TRUE(tests::waitUntil([&] { return answered; }, 5'000)) << "the end of the shell answers who waits";
}

TEST_F(Shells, ADisconnectedShellGoesOnAndIsTakenUpByItsClient)
{
    auto client = opened(exchange());
    m_server.organisation().inject({FaultKind::Late, "Test-ReplicationHealth", {}, {}, 0, 1, 100s, {}, {}});
    auto pipeline = client.pool().createPipeline({command("Test-ReplicationHealth", {{"Identity", "MAIL"}})});
    ASSERT_TRUE(pipeline);
    ASSERT_TRUE(client.begin(*pipeline));
    auto stranger = exchange();
    stranger.shellId = client.shellId;
    const auto disconnect = [](WireClient& by, const std::string& session) {
        auto request = by.request(Operation::Disconnect, wsman::DisconnectBody{"PT600S"});
        request.sessionId = session;
        return faultOf(by.ask(request));
    };
    const auto session = client.request(Operation::Get).sessionId;
    const auto receive = client.request(Operation::Receive, wsman::ReceiveBody{pipeline->id().toUpperString()});
    std::int64_t pending = 0;
    client.connection().post({wsman::write(receive), 30s}, [&](domain::Result<http::Response> answer) {
        const auto response = wsman::readResponse(answer->body);
        pending = response->fault() ? response->fault()->code : 1;
    });
    ASSERT_TRUE(tests::waitUntil([&] { return waits(client, *pipeline); }, 5'000));
    EXPECT_EQ(disconnect(stranger, "uuid:OTHER"), wsman::code::sessionMismatch);
    EXPECT_EQ(disconnect(stranger, session), 0);
    EXPECT_TRUE(tests::waitUntil([&] { return pending != 0; }, 5'000));
    EXPECT_EQ(pending, wsman::code::shellDisconnected) << "who waits is told";
    EXPECT_EQ(disconnect(stranger, session), wsman::code::notNow);
    EXPECT_EQ(faultOf(client.ask(receive)), wsman::code::shellDisconnected);
    const auto state = client.ask(client.request(Operation::Get));
    ASSERT_TRUE(state);
    EXPECT_EQ(std::get<wsman::ShellInfo>(state->body).state, "Disconnected");
    EXPECT_EQ(std::get<wsman::ShellInfo>(state->body).idleTimeOut, "PT600S");
    EXPECT_TRUE(client.ask(client.request(Operation::Reconnect)));
    EXPECT_EQ(faultOf(client.ask(client.request(Operation::Reconnect))), wsman::code::notNow);
    const auto output = client.finish(*pipeline);
    ASSERT_TRUE(output) << output.error().summary();
    EXPECT_EQ(output->objects.size(), 18U);
}

TEST_F(Shells, AnotherClientConnectsToAShellAndItsCommand)
{
    auto first = opened(node("MAIL"));
    auto pipeline = first.pool().createPipeline({command("Get-ClusterNode")});
    ASSERT_TRUE(pipeline);
    ASSERT_TRUE(first.begin(*pipeline));
    auto second = node("MAIL");
    const auto shells = second.ask([&] {
        auto request = second.request(Operation::Enumerate, wsman::EnumerateBody{});
        request.resourceUri = wsman::uri::shell;
        request.selectors.clear();
        return request;
    }());
    ASSERT_TRUE(shells) << shells.error().summary();
    ASSERT_EQ(std::get<wsman::EnumerateResponse>(shells->body).shells.size(), 1U);
    const auto id = std::get<wsman::EnumerateResponse>(shells->body).shells[0].shellId;
    EXPECT_EQ(id, first.shellId);
    second.connectTo(id);
    const auto connectXml = wsman::ConnectBody{{}, second.pool().connectXml()};
    EXPECT_EQ(faultOf(second.ask(second.request(Operation::Connect, connectXml))), wsman::code::connectedElsewhere);
    ASSERT_TRUE(first.ask(first.request(Operation::Disconnect, wsman::DisconnectBody{})));
    const auto connected = second.ask(second.request(Operation::Connect, connectXml));
    ASSERT_TRUE(connected) << connected.error().summary();
    ASSERT_TRUE(second.pool().receivePool(std::get<wsman::ConnectResponse>(connected->body).connectResponseXml));
    EXPECT_EQ(second.pool().state(), psrp::RunspacePoolState::Opened);
    EXPECT_EQ(faultOf(first.ask(first.request(Operation::Reconnect))), wsman::code::sessionMismatch);
    auto list = second.request(Operation::Enumerate, wsman::EnumerateBody{id});
    list.resourceUri = wsman::uri::command;
    const auto commands = second.ask(list);
    ASSERT_TRUE(commands) << commands.error().summary();
    const auto& running = std::get<wsman::EnumerateResponse>(commands->body).commands;
    ASSERT_EQ(running.size(), 1U);
    ASSERT_TRUE(second.ask(second.request(Operation::Connect, wsman::ConnectBody{running[0].commandId, {}})));
    auto taken = second.pool().takeOverPipeline(*psrp::Guid::parse(running[0].commandId));
    ASSERT_TRUE(taken);
    const auto output = second.finish(*taken);
    ASSERT_TRUE(output) << output.error().summary();
    EXPECT_EQ(output->objects.size(), 2U);
    EXPECT_TRUE(second.run(command("Get-ClusterNode"))) << "the pool can be used";
}

TEST_F(Shells, OutputIsKeptForTheNextReceive)
{
    auto client = opened(exchange());
    m_server.organisation().inject({FaultKind::Late, "Test-ReplicationHealth", {}, {}, 0, 1, 100s, {}, {}});
    auto pipeline = client.pool().createPipeline({command("Test-ReplicationHealth", {{"Identity", "MAIL"}})});
    ASSERT_TRUE(pipeline);
    ASSERT_TRUE(client.begin(*pipeline));
    const auto receive = client.request(Operation::Receive, wsman::ReceiveBody{pipeline->id().toUpperString()});
    bool ended = false;
    client.connection().post({wsman::write(receive), 30s}, [&](auto) { ended = true; });
    ASSERT_TRUE(tests::waitUntil([&] { return waits(client, *pipeline); }, 5'000));
    client.connection().abort();
    ASSERT_TRUE(tests::waitUntil([&] { return ended; }, 5'000));
    domain::Result<CommandOutput> output;
    // Until the server has seen the old connection end, it takes the old Receive for waiting.
    ASSERT_TRUE(tests::waitUntil(
        [&] {
            output = client.finish(*pipeline);
            return output || output.error().code != wsman::code::receiveInProgress;
        },
        5'000));
    ASSERT_TRUE(output) << output.error().summary();
    EXPECT_EQ(output->objects.size(), 18u);
}

TEST_F(Shells, AStopSignalEndsThePipelineAsStopped)
{
    auto client = opened(exchange());
    auto pipeline = client.pool().createPipeline({command("Test-ReplicationHealth", {{"Identity", "MAIL"}})});
    ASSERT_TRUE(pipeline);
    ASSERT_TRUE(client.begin(*pipeline));
    EXPECT_TRUE(client.signal(*pipeline, wsman::signal_code::stop));
    const auto output = client.finish(*pipeline);
    ASSERT_TRUE(output) << output.error().summary();
    EXPECT_EQ(output->state, psrp::PipelineState::Stopped);
    EXPECT_EQ(output->reason->fullyQualifiedErrorId, "PipelineStopped");
    EXPECT_TRUE(client.signal(*pipeline, wsman::signal_code::terminate));
    EXPECT_EQ(faultOf(client.signal(*pipeline, wsman::signal_code::terminate)), wsman::code::unexpectedSelectors);
}

TEST_F(Shells, ACommandIsForgottenWhenItsEndWasDelivered)
{
    auto client = opened(exchange());
    auto pipeline = client.pool().createPipeline({command("Get-MailboxServer")});
    ASSERT_TRUE(client.begin(*pipeline));
    ASSERT_TRUE(client.finish(*pipeline));
    EXPECT_EQ(
        faultOf(client.ask(client.request(Operation::Receive, wsman::ReceiveBody{pipeline->id().toUpperString()}))),
        wsman::code::unexpectedSelectors);
    // A client that never sends terminate does not run into a limit.
    for (int i = 0; i < 40; ++i) {
        auto next = client.pool().createPipeline({command("Get-MailboxServer", {{"Identity", "MAIL"}})});
        ASSERT_TRUE(client.begin(*next));
        ASSERT_TRUE(client.finish(*next));
    }
}

using ShellQuota = ServedLab;

TEST_F(ShellQuota, AShellHoldsOnlySoManyCommandsThatWereNotEnded)
{
    auto limited = options();
    limited.scenario.commandsPerShell = 3;
    serve(std::move(limited));
    auto client = opened(exchange());
    const auto begin = [&client](psrp::ClientPipeline& pipeline) { return client.begin(pipeline); };
    std::vector<psrp::ClientPipeline> pipelines;
    for (int i = 0; i < 4; ++i)
        pipelines.push_back(*client.pool().createPipeline({command("Get-MailboxServer")}));
    for (std::size_t i = 0; i < 3; ++i) {
        ASSERT_TRUE(begin(pipelines[i]));
        ASSERT_TRUE(client.finish(pipelines[i]));
    }
    const auto refused = begin(pipelines[3]);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, 0) << "such a fault has no code";
    EXPECT_TRUE(client.signal(pipelines[0], wsman::signal_code::terminate));
    EXPECT_TRUE(client.run(command("Get-MailboxServer"))) << "one was ended";
}

TEST_F(Shells, AnInvalidCreateIsRefused)
{
    auto client = exchange();
    wsman::CreateBody body;
    body.shellId = client.shellId;
    body.creationXml = client.pool().creationXml();
    auto noVersion = client.request(Operation::Create, body);
    noVersion.options.clear();
    EXPECT_EQ(faultOf(client.ask(noVersion)), wsman::code::pluginNoVersion);
    auto wrongVersion = client.request(Operation::Create, body);
    wrongVersion.options[0].value = "3.0";
    EXPECT_EQ(faultOf(client.ask(wrongVersion)), wsman::code::pluginVersion);
    auto wrongResource = client.request(Operation::Create, body);
    wrongResource.resourceUri = "http://schemas.microsoft.com/powershell/Microsoft.PowerShell";
    EXPECT_EQ(faultOf(client.ask(wrongResource)), wsman::code::unknownResource);
    body.creationXml = "not a fragment";
    EXPECT_EQ(faultOf(client.ask(client.request(Operation::Create, body))), wsman::code::pluginCreationXml);
    EXPECT_EQ(m_server.shellCount(), 0);
}

TEST_F(Shells, TheConfigurationHoldsTheEnvelopeSize)
{
    auto client = exchange();
    auto get = client.request(Operation::Get);
    get.resourceUri = std::string(wsman::uri::config);
    get.selectors.clear();
    const auto answer = client.ask(get);
    ASSERT_TRUE(answer) << answer.error().summary();
    EXPECT_EQ(std::get<wsman::ConfigResponse>(answer->body).maxEnvelopeSizeKb, 500);
}

TEST(IdleShells, AreDeletedByTheServer)
{
    LabServer server;
    LabOptions options;
    options.scenario = *loadScenario("seed");
    options.limits.idleTimeOut = 300ms;
    const auto listening = server.start(std::move(options));
    ASSERT_TRUE(listening);
    WireClient client(listening->exchangeUrl, false);
    ASSERT_TRUE(client.open());
    EXPECT_TRUE(tests::waitUntil([&] { return server.shellCount() == 0; }, 5'000));
}

} // namespace
} // namespace drydock::lab
