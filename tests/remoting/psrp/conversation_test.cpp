// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Our client and our server in one room: every byte cut at random on its way.
#include "remoting/psrp/client_pool.h"
#include "remoting/psrp/engine_errors.h"
#include "remoting/psrp/server_pool.h"

#include "remoting/clixml/writer.h"
#include "remoting/limits.h"
#include "tests/remoting/psrp/metadata_query.h"

#include <random>

namespace drydock::psrp {

namespace {

using clixml::Value;
using domain::ErrorKind;

// Brings fragments to `receive` in pieces that know nothing of fragments.
template <class Receive> void deliver(std::mt19937& random, const std::vector<std::string>& fragments, Receive receive)
{
    std::string bytes;
    for (const std::string& fragment : fragments)
        bytes += fragment;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t length = 1 + random() % (random() % 3 == 0 ? 7 : 3000);
        receive(std::string_view(bytes).substr(at, length));
        at += length;
    }
}

struct Room {
    explicit Room(unsigned seed = 1, ClientOptions clientOptions = {}, ServerOptions serverOptions = {})
        : random(seed), client(std::move(clientOptions)), server(std::move(serverOptions))
    {
    }
    void open()
    {
        deliver(random, {client.creationXml()}, [&](std::string_view bytes) { ASSERT_TRUE(server.receive(bytes)); });
        deliver(random, server.takeOutgoing(), [&](std::string_view bytes) { ASSERT_TRUE(client.receivePool(bytes)); });
    }
    ServerPipeline start(ClientPipeline& pipeline)
    {
        ServerPipeline started = server.createPipeline();
        deliver(random, pipeline.creationFragments(),
                [&](std::string_view bytes) { EXPECT_TRUE(started.receive(bytes)); });
        return started;
    }
    std::vector<PipelineEvent> deliverOutput(ServerPipeline& from, ClientPipeline& to)
    {
        std::vector<PipelineEvent> events;
        deliver(random, from.takeOutgoing(), [&](std::string_view bytes) {
            const auto received = to.receive(bytes);
            ASSERT_TRUE(received) << received.error().summary();
            events.insert(events.end(), received->begin(), received->end());
        });
        return events;
    }
    std::mt19937 random;
    ClientPool client;
    ServerPool server;
};

TEST(Conversation, OpensAPool)
{
    ServerOptions options;
    options.privateData = primitiveDictionary({{Value::string("Lab"), Value::string("yes")}});
    Room room(1, {}, options);
    EXPECT_EQ(room.client.state(), RunspacePoolState::BeforeOpen);
    room.open();
    EXPECT_EQ(room.client.state(), RunspacePoolState::Opened);
    EXPECT_EQ(room.server.state(), RunspacePoolState::Opened);
    EXPECT_EQ(room.client.negotiated(), Versions{});
    EXPECT_TRUE(room.client.applicationPrivateData() == options.privateData);
}

TEST(Conversation, RunsACmdletWithEveryKindOfRecord)
{
    for (unsigned seed = 0; seed < 50; ++seed) {
        ClientOptions clientOptions;
        clientOptions.fragmentBytes = 30 + seed * 37;
        ServerOptions serverOptions;
        serverOptions.fragmentBytes = 25 + seed * 91;
        Room room(seed, clientOptions, serverOptions);
        room.open();
        const Command command = Command{"Get-Thing", {}}
                                    .with("Identity", Value::string("MAIL"))
                                    .with("", Value::int32(3))
                                    .with("Confirm", Value::boolean(false));
        auto pipeline = room.client.createPipeline({command});
        ASSERT_TRUE(pipeline);
        ServerPipeline started = room.start(*pipeline);
        ASSERT_TRUE(std::holds_alternative<std::vector<Command>>(started.request()));
        EXPECT_EQ(std::get<std::vector<Command>>(started.request()), std::vector<Command>{command});
        EXPECT_TRUE(started.inputEnded());

        const std::string large(static_cast<std::size_t>(seed) * 1500, 'x');
        started.output(Value::string(large));
        started.error(commandNotFound("Get-Nothing"));
        started.inform(InformationalKind::Warning, "careful");
        started.progress({"Moving", 0, "DB01", "", -1, 40, -1, false});
        started.output(Value());
        started.finish(PipelineState::Completed);
        started.output(Value::string("too late"));

        const auto events = room.deliverOutput(started, *pipeline);
        ASSERT_EQ(events.size(), 6u);
        EXPECT_EQ(std::get<OutputEvent>(events[0]).value.text(), large);
        EXPECT_EQ(std::get<ErrorEvent>(events[1]).record, commandNotFound("Get-Nothing"));
        EXPECT_EQ(std::get<InformationalEvent>(events[2]).text, "careful");
        EXPECT_EQ(std::get<ProgressEvent>(events[3]).record.percentComplete, 40);
        EXPECT_TRUE(std::get<OutputEvent>(events[4]).value.isNil());
        EXPECT_EQ(std::get<StateEvent>(events[5]).state, PipelineState::Completed);
        EXPECT_EQ(pipeline->state(), PipelineState::Completed);
        EXPECT_TRUE(pipeline->hadErrors());
    }
}

TEST(Conversation, KeepsPipelinesApart)
{
    Room room;
    room.open();
    auto first = room.client.createPipeline({Command{"Get-A", {}}});
    auto second = room.client.createPipeline({Command{"Get-B", {}}});
    ServerPipeline a = room.start(*first);
    ServerPipeline b = room.start(*second);
    b.output(Value::string("b"));
    a.output(Value::string("a"));
    const auto strays = b.takeOutgoing();
    const auto ignored = first->receive(strays[0]); // came with the wrong Receive
    ASSERT_TRUE(ignored);
    ASSERT_EQ(ignored->size(), 1u);
    EXPECT_TRUE(std::holds_alternative<PassedOverEvent>(ignored->front()));
    EXPECT_EQ(std::get<OutputEvent>(room.deliverOutput(a, *first).at(0)).value.text(), "a");
    EXPECT_EQ(std::get<OutputEvent>(second->receive(strays[0]).value().at(0)).value.text(), "b");
}

TEST(Conversation, FailsWithAReason)
{
    Room room;
    room.open();
    auto pipeline = room.client.createPipeline({Command{"Set-Thing", {}}});
    ServerPipeline started = room.start(*pipeline);
    started.finish(PipelineState::Failed, parameterNotFound("Set-Thing", "Foo"));
    const auto events = room.deliverOutput(started, *pipeline);
    ASSERT_EQ(events.size(), 1u);
    EXPECT_EQ(std::get<StateEvent>(events[0]).reason, parameterNotFound("Set-Thing", "Foo"));
}

TEST(Conversation, StopsAPipeline)
{
    Room room;
    room.open();
    auto pipeline = room.client.createPipeline({Command{"Move-Thing", {}}});
    ServerPipeline started = room.start(*pipeline);
    started.stopped();
    const auto events = room.deliverOutput(started, *pipeline);
    EXPECT_EQ(std::get<StateEvent>(events.at(0)).state, PipelineState::Stopped);
    EXPECT_EQ(std::get<StateEvent>(events.at(0)).reason->fullyQualifiedErrorId, "PipelineStopped");
}

TEST(Conversation, SendsInputToAPipeline)
{
    Room room;
    room.open();
    const auto id = ClientOptions().guids();
    Fragmenter fragmenter;
    ServerPipeline started = room.server.createPipeline();
    const auto send = [&](MessageType type, const std::string& xml) {
        deliver(room.random, fragmenter.cut(encode(Message{Destination::Server, type, room.client.id(), id, xml})),
                [&](std::string_view bytes) { ASSERT_TRUE(started.receive(bytes)); });
    };
    auto withInput = clixml::write(createPipeline({Command{"Out-Thing", {}}}, Versions{}.protocol));
    const std::string noInput = "<B N=\"NoInput\">true</B>";
    ASSERT_NE(withInput.find(noInput), std::string::npos);
    withInput.replace(withInput.find(noInput), noInput.size(), "<B N=\"NoInput\">false</B>");
    send(MessageType::CreatePipeline, withInput);
    EXPECT_FALSE(started.inputEnded());
    send(MessageType::PipelineInput, clixml::write(Value::string("a")));
    send(MessageType::EndOfPipelineInput, {});
    EXPECT_TRUE(started.inputEnded());
    EXPECT_EQ(started.takeInput(), std::vector<Value>{Value::string("a")});
}

TEST(Conversation, ListsTheCommandsOfThePool)
{
    Room room;
    room.open();
    auto query = metadataQuery(room.client, {"Get-*"});
    ServerPipeline started = room.start(query);
    ASSERT_TRUE(std::holds_alternative<MetadataRequest>(started.request()));
    EXPECT_EQ(std::get<MetadataRequest>(started.request()).names, std::vector<std::string>{"Get-*"});
}

TEST(Conversation, AgreesOnTheOlderProtocol)
{
    ServerOptions old;
    old.versions.protocol = {2, 1};
    Room room(1, {}, old);
    room.open();
    EXPECT_EQ(room.client.negotiated()->protocol, (Version{2, 1}));
    ClientOptions future;
    future.versions.protocol = {2, 4};
    Room other(1, future);
    other.open();
    EXPECT_EQ(other.client.negotiated()->protocol, (Version{2, 3}));
}

TEST(Conversation, EndsWhenTheVersionsDoNotMatch)
{
    ClientOptions strange;
    strange.versions.serialization = {2, 0};
    ClientPool client(strange);
    ServerPool server;
    const auto received = server.receive(client.creationXml());
    ASSERT_FALSE(received);
    EXPECT_EQ(received.error().kind, ErrorKind::Fault);
    EXPECT_EQ(server.state(), RunspacePoolState::Broken);

    ServerOptions other;
    other.versions.protocol = {3, 0};
    ClientOptions three;
    three.versions.protocol = {3, 0};
    ServerPool third(other);
    ASSERT_TRUE(third.receive(ClientPool(three).creationXml()));
    ClientPool second;
    (void)second.creationXml();
    std::string bytes;
    for (const auto& fragment : third.takeOutgoing())
        bytes += fragment;
    const auto refused = second.receivePool(bytes);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::Fault);
    EXPECT_EQ(second.state(), RunspacePoolState::Broken);
}

TEST(Conversation, SendsNoCommandBeforeThePoolIsOpen)
{
    ClientPool client;
    EXPECT_EQ(client.createPipeline({Command{"Get-Date", {}}}).error().kind, ErrorKind::ShellGone);
    (void)client.creationXml();
    EXPECT_EQ(client.createPipeline({Command{"Get-Date", {}}}).error().kind, ErrorKind::ShellGone);
}

TEST(Conversation, ReportsWhyThePoolIsBroken)
{
    Room room;
    room.open();
    room.server.close(pipelineStopped());
    deliver(room.random, room.server.takeOutgoing(),
            [&](std::string_view bytes) { ASSERT_TRUE(room.client.receivePool(bytes)); });
    EXPECT_EQ(room.client.state(), RunspacePoolState::Broken);
    EXPECT_EQ(room.client.reason(), pipelineStopped());
}

// A message of a server that is not ours.
std::string foreign(Fragmenter& fragmenter, MessageType type, const Guid& pool, const Guid& pipeline,
                    const std::string& xml, Destination destination = Destination::Client)
{
    std::string bytes;
    for (const auto& fragment : fragmenter.cut(encode(Message{destination, type, pool, pipeline, xml})))
        bytes += fragment;
    return bytes;
}

TEST(Client, ReportsTheFirstMessagesThatItPassesOver)
{
    std::vector<std::string> passedOver;
    Room room;
    room.open();
    auto pipeline = room.client.createPipeline({Command{"Get-Date", {}}});
    Fragmenter fragmenter;
    const auto feed = [&](MessageType type, const Guid& id, const std::string& xml) {
        const auto events = pipeline->receive(foreign(fragmenter, type, room.client.id(), id, xml));
        ASSERT_TRUE(events);
        for (const auto& event : *events)
            passedOver.push_back(std::get<PassedOverEvent>(event).text);
    };
    feed(static_cast<MessageType>(0x41012), pipeline->id(), "<never read");
    feed(MessageType::PipelineOutput, Guid{}, "<S>of nobody</S>");
    feed(MessageType::PipelineState, pipeline->id(), "<Obj RefId=\"0\"><MS /></Obj>");
    EXPECT_EQ(passedOver,
              (std::vector<std::string>{"0x00041012 in a pipeline passed over",
                                        "PIPELINE_OUTPUT of pipeline 00000000-0000-0000-0000-000000000000 passed over",
                                        "PIPELINE_STATE without a state passed over"}));
    EXPECT_EQ(pipeline->state(), PipelineState::NotStarted);
    for (int i = 0; i < 100; ++i) {
        feed(static_cast<MessageType>(0x41012), pipeline->id(), "");
        EXPECT_TRUE(room.client.receivePool(
            foreign(fragmenter, MessageType::PipelineOutput, room.client.id(), Guid{}, "<S />")));
    }
    EXPECT_EQ(passedOver.size(), limits::passedOver);
    EXPECT_EQ(room.client.takePassedOver().size(), limits::passedOver);
    EXPECT_TRUE(room.client.takePassedOver().empty());
}

TEST(Client, RefusesDamagedMessages)
{
    const auto errorOf = [](MessageType type, const std::string& xml, Destination destination = Destination::Client) {
        Room room;
        room.open();
        auto pipeline = room.client.createPipeline({Command{"Get-Date", {}}});
        Fragmenter fragmenter;
        const auto events =
            pipeline->receive(foreign(fragmenter, type, room.client.id(), pipeline->id(), xml, destination));
        return events ? ErrorKind::Internal : events.error().kind;
    };
    EXPECT_EQ(errorOf(MessageType::PipelineOutput, "<S>x"), ErrorKind::Malformed);
    EXPECT_EQ(errorOf(MessageType::PipelineOutput, "<html/>"), ErrorKind::Malformed);
    EXPECT_EQ(errorOf(MessageType::PipelineOutput, "<S>x</S>", Destination::Server), ErrorKind::Malformed);
    EXPECT_EQ(errorOf(MessageType::ErrorRecord, "<Ref RefId=\"7\" />"), ErrorKind::Malformed);
    EXPECT_EQ(errorOf(MessageType::PipelineOutput, ""), ErrorKind::Internal); // null, and no error
}

TEST(Client, RefusesTooManyOrTooLargeObjects)
{
    ClientOptions options;
    options.limits.messages = 3; // as many as the pool sends
    options.limits.bytes = 9000;
    Room room(1, options);
    room.open();
    auto pipeline = room.client.createPipeline({Command{"Get-Date", {}}});
    ServerPipeline started = room.start(*pipeline);
    for (int i = 0; i < 4; ++i)
        started.output(Value::int32(i));
    std::string bytes;
    for (const auto& fragment : started.takeOutgoing())
        bytes += fragment;
    EXPECT_EQ(pipeline->receive(bytes).error().kind, ErrorKind::LimitExceeded);
    auto other = room.client.createPipeline({Command{"Get-Date", {}}});
    EXPECT_EQ(other->receive(std::string(9001, 'x')).error().kind, ErrorKind::LimitExceeded);
}

TEST(Client, RefusesQuestionsWithoutEnd)
{
    const Value question = record({{"ci", Value::int64(7)}, {"mi", Value::int32(11)}});
    Room room;
    room.open();
    auto pipeline = room.client.createPipeline({Command{"Get-Date", {}}});
    Fragmenter fragmenter;
    std::size_t answers = 0;
    for (;;) {
        const auto events = pipeline->receive(foreign(fragmenter, MessageType::PipelineHostCall, room.client.id(),
                                                      pipeline->id(), clixml::write(question)));
        if (!events) {
            EXPECT_EQ(events.error().kind, ErrorKind::LimitExceeded);
            break;
        }
        ++answers;
    }
    EXPECT_EQ(answers, limits::hostCalls);
}

TEST(Client, SaysThatAnObjectHasNotEnded)
{
    Room room;
    room.open();
    auto pipeline = room.client.createPipeline({Command{"Get-Date", {}}});
    ServerPipeline started = room.start(*pipeline);
    started.output(Value::string(std::string(50'000, 'x')));
    const auto output = started.takeOutgoing();
    ASSERT_EQ(output.size(), 2u);
    started.finish(PipelineState::Completed);
    const auto state = started.takeOutgoing();
    EXPECT_FALSE(pipeline->hasUnfinishedObject());
    ASSERT_TRUE(pipeline->receive(output[0]));
    EXPECT_TRUE(pipeline->hasUnfinishedObject());
    ASSERT_TRUE(pipeline->receive(state[0]));
    EXPECT_EQ(pipeline->state(), PipelineState::Completed);
    EXPECT_TRUE(pipeline->hasUnfinishedObject());
}

// Small objects that become large values, over several pipelines at once: together they have one budget, and it is
// given back when the output is no longer held.
TEST(Client, AllPipelinesTogetherHaveOneBudget)
{
    ClientOptions options;
    options.memory = std::make_shared<clixml::MemoryBudget>(std::size_t{1} << 20);
    Room room(1, options);
    room.open();
    Fragmenter fragmenter;
    const auto object = [&](const ClientPipeline& pipeline) {
        std::string many = "<Obj><LST>";
        for (int i = 0; i < 1000; ++i)
            many += "<Nil/>";
        return foreign(fragmenter, MessageType::PipelineOutput, room.client.id(), pipeline.id(), many + "</LST></Obj>");
    };
    std::size_t read = 0;
    std::vector<std::shared_ptr<const clixml::MemoryBudget>> held;
    const auto fill = [&] {
        for (int i = 0; i < 1000; ++i) {
            auto pipeline = room.client.createPipeline({Command{"Get-Date", {}}});
            for (int j = 0; j < 3; ++j, ++read) {
                const auto events = pipeline->receive(object(*pipeline));
                if (events) continue;
                EXPECT_EQ(events.error().kind, ErrorKind::LimitExceeded);
                return;
            }
            EXPECT_GE(pipeline->keptBytes(), 3 * limits::messageMemory);
            held.push_back(pipeline->memory());
        }
    };
    fill();
    EXPECT_GT(read, 5u);
    EXPECT_LT(read, 30u);
    held.clear();
    const auto once = read;
    fill();
    EXPECT_EQ(read, 2 * once);
}

TEST(Client, WhatIsNotKeptCostsNothing)
{
    ClientOptions options;
    options.memory = std::make_shared<clixml::MemoryBudget>(std::size_t{64} << 10);
    Room room(1, options);
    room.open();
    auto pipeline = room.client.createPipeline({Command{"Get-Date", {}}});
    ServerPipeline started = room.start(*pipeline);
    for (int i = 0; i < 500; ++i)
        started.progress({"Moving", 1, "DB01", {}, -1, i / 5, -1, false});
    EXPECT_EQ(room.deliverOutput(started, *pipeline).size(), 500u);
    EXPECT_EQ(pipeline->memory()->taken(), 0u);
}

TEST(Client, RefusesAPoolThatOpensWithoutNegotiation)
{
    ClientPool client;
    (void)client.creationXml();
    Fragmenter fragmenter;
    const auto received =
        client.receivePool(foreign(fragmenter, MessageType::RunspacePoolState, client.id(), Guid{},
                                   clixml::write(runspacePoolState(RunspacePoolState::Opened, std::nullopt))));
    ASSERT_FALSE(received);
    EXPECT_EQ(client.state(), RunspacePoolState::Broken);
}

TEST(Client, AnswersAHostCallOnThePool)
{
    Room room;
    room.open();
    Fragmenter fragmenter;
    const Value call = record(
        {{"ci", Value::int64(1)},
         {"mi", Value::enumeration("System.Management.Automation.Remoting.RemoteHostMethodId", "ReadLine", 11)}});
    ASSERT_TRUE(room.client.receivePool(
        foreign(fragmenter, MessageType::RunspacePoolHostCall, room.client.id(), Guid{}, clixml::write(call))));
    const auto answers = room.client.takeOutgoing();
    ASSERT_EQ(answers.size(), 1u);
    EXPECT_STREQ(answers[0].stream, "pr");
    EXPECT_TRUE(room.server.receive(answers[0].fragment));
    EXPECT_TRUE(room.client.takeOutgoing().empty());
}

TEST(Server, RefusesScripts)
{
    Value script = record({{"Cmd", Value::string("Get-Date; Get-Host")}, {"IsScript", Value::boolean(true)}});
    const Value request = record({{"PowerShell", record({{"Cmds", Value::list({script})}})}});
    const auto refusal = pipelineRequestFrom(request);
    ASSERT_TRUE(std::holds_alternative<Refusal>(refusal));
    EXPECT_EQ(std::get<Refusal>(refusal).record.fullyQualifiedErrorId, "ScriptsNotAllowed");
    EXPECT_TRUE(std::holds_alternative<Refusal>(pipelineRequestFrom(Value())));
}

TEST(Server, TakesParameterNamesWithDashAndColon)
{
    const Value argument = record({{"N", Value::string("-Confirm:")}, {"V", Value::boolean(false)}});
    const Value command = record(
        {{"Cmd", Value::string("Set-Thing")}, {"IsScript", Value::boolean(false)}, {"Args", Value::list({argument})}});
    const auto request = pipelineRequestFrom(record({{"PowerShell", record({{"Cmds", Value::list({command})}})}}));
    ASSERT_TRUE(std::holds_alternative<std::vector<Command>>(request));
    EXPECT_EQ(std::get<std::vector<Command>>(request)[0]["confirm"].toBool(), false);
}

TEST(Server, AnswersQuestionsAboutThePool)
{
    Room room;
    room.open();
    Fragmenter fragmenter;
    const auto ask = [&](MessageType type, const Value& value) {
        EXPECT_TRUE(room.server.receive(
            foreign(fragmenter, type, room.client.id(), Guid{}, clixml::write(value), Destination::Server)));
        const auto fragments = room.server.takeOutgoing();
        return fragments.size() == 1 ? decodeMessage(decodeFragments(fragments[0]).value()[0].blob).value().xml
                                     : std::string();
    };
    EXPECT_THAT(ask(MessageType::GetAvailableRunspaces, record({{"CI", Value::int64(4)}})),
                testing::AllOf(testing::HasSubstr("<I64 N=\"SetMinMaxRunspacesResponse\">1<"),
                               testing::HasSubstr("<I64 N=\"ci\">4<")));
    EXPECT_THAT(ask(MessageType::SetMaxRunspaces, record({{"MaxRunspaces", Value::int32(3)}, {"ci", Value::int64(5)}})),
                testing::HasSubstr("<B N=\"SetMinMaxRunspacesResponse\">true<"));
    EXPECT_EQ(room.server.maximumRunspaces(), 3);
    EXPECT_TRUE(room.server.receive(
        foreign(fragmenter, MessageType::ConnectRunspacePool, room.client.id(), Guid{}, "<S />", Destination::Server)));
    EXPECT_EQ(room.server.takeOutgoing().size(), 1u); // RUNSPACEPOOL_INIT_DATA
}

TEST(Client, AsksThePoolAndGetsItsEvents)
{
    Room room;
    ClientPool closed;
    EXPECT_EQ(closed.getAvailableRunspaces().error().kind, ErrorKind::ShellGone);
    room.open();
    EXPECT_EQ(room.client.setMaximumRunspaces(0).error().kind, ErrorKind::Usage);
    std::vector<PoolEvent> events;
    const auto ask = [&](const domain::Result<PoolRequest>& request) {
        ASSERT_TRUE(request);
        ASSERT_TRUE(room.server.receive(request->fragments));
        deliver(room.random, room.server.takeOutgoing(),
                [&](std::string_view bytes) { ASSERT_TRUE(room.client.receivePool(bytes)); });
        for (auto& event : room.client.takeEvents())
            events.push_back(std::move(event));
    };
    EXPECT_EQ(room.client.maximumRunspaces(), 1);
    ask(room.client.setMaximumRunspaces(3));
    ask(room.client.setMinimumRunspaces(2));
    ask(room.client.getAvailableRunspaces());
    ask(room.client.resetRunspaceState());
    EXPECT_EQ(events, (std::vector<PoolEvent>{RunspaceAvailability{1, {}, true}, RunspaceAvailability{2, {}, true},
                                              RunspaceAvailability{3, 3, false}, RunspaceAvailability{4, {}, true}}));
    EXPECT_EQ(room.client.maximumRunspaces(), 3) << "once the server has accepted it";

    const UserEvent event{7,
                          "Drydock.Test",
                          "2026-11-23T00:17:41Z",
                          "sender",
                          {"one", "two"},
                          "data",
                          "MAIL",
                          "33b64d60-6ee6-4e8d-a2a0-56e8b7e1e0d8"};
    room.server.notify(event);
    ask(room.client.getAvailableRunspaces());
    EXPECT_EQ(std::get<UserEvent>(events.at(4)), event);
    for (int i = 0; i < 200; ++i)
        room.server.notify(event);
    events.clear();
    ask(room.client.getAvailableRunspaces());
    EXPECT_EQ(events.size(), limits::poolEvents);
    EXPECT_FALSE(room.client.takePassedOver().empty());
}

TEST(Client, ResetsNoRunspaceOfAnOldProtocol)
{
    ServerOptions old;
    old.versions.protocol = {2, 2};
    ServerPool server(old);
    ClientPool client;
    ASSERT_TRUE(server.receive(client.creationXml()));
    for (const auto& fragment : server.takeOutgoing())
        ASSERT_TRUE(client.receivePool(fragment));
    EXPECT_EQ(client.resetRunspaceState().error().kind, ErrorKind::Usage);
}

TEST(Client, ConnectsToAPoolThatAnotherClientHasOpened)
{
    Room room;
    room.open();
    auto begun = room.client.createPipeline({Command{"Get-Date", {}}});
    ASSERT_TRUE(begun);
    auto running = room.server.createPipeline();
    ASSERT_TRUE(running.receive(begun->creationFragments().front()));
    running.output(Value::string(std::string(100'000, 'x'))); // its beginning goes to the first client
    auto fragments = running.takeOutgoing();
    ASSERT_GE(fragments.size(), 4U);
    running.output(Value::string("later"));
    running.finish(PipelineState::Completed);

    ClientPool second({}, room.client.id());
    EXPECT_EQ(second.takeOverPipeline(begun->id()).error().kind, ErrorKind::ShellGone);
    ASSERT_TRUE(room.server.receive(second.connectXml()));
    EXPECT_EQ(second.state(), RunspacePoolState::Connecting);
    const auto feed = [&] {
        deliver(room.random, room.server.takeOutgoing(),
                [&](std::string_view bytes) { ASSERT_TRUE(second.receivePool(bytes)); });
    };
    feed();
    EXPECT_EQ(second.state(), RunspacePoolState::Opened);
    EXPECT_EQ(second.negotiated(), room.client.negotiated());
    room.server.announce();
    feed();
    EXPECT_EQ(second.applicationPrivateData(), room.client.applicationPrivateData());

    auto taken = second.takeOverPipeline(begun->id());
    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->state(), PipelineState::Running);
    std::string bytes = fragments.back();
    for (const auto& fragment : running.takeOutgoing())
        bytes += fragment;
    const auto events = taken->receive(bytes);
    ASSERT_TRUE(events) << events.error().summary();
    ASSERT_EQ(events->size(), 2U) << "the rest of the first object is skipped";
    EXPECT_EQ(std::get<OutputEvent>(events->front()).value.display(), "later");
    EXPECT_EQ(taken->state(), PipelineState::Completed);
    EXPECT_EQ(second.takeOverPipeline(begun->id())->creationFragments().size(), 0U) << "nothing is sent again";
}

TEST(Client, RefusesAnAnswerToAConnectionThatItDidNotAskFor)
{
    Room room;
    room.open();
    Fragmenter fragmenter;
    EXPECT_EQ(room.client
                  .receivePool(foreign(fragmenter, MessageType::RunspacePoolInitData, room.client.id(), Guid{},
                                       clixml::write(runspacePoolInitData(1, 1))))
                  .error()
                  .kind,
              ErrorKind::Malformed);
}

} // namespace

} // namespace drydock::psrp
