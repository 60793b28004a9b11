// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Recorded sessions with Windows: what we read of them, what we would have sent, and our client in the place of theirs.
#include "wire_recordings.h"

#include "remoting/clixml/reader.h"
#include "remoting/clixml/writer.h"
#include "remoting/psrp/client_pool.h"
#include "remoting/psrp/server_pool.h"
#include "tests/support/paths.h"

#include <algorithm>
#include <map>

namespace drydock::psrp {

namespace {

using clixml::Value;
using recordings::Side;

Value tree(const std::string& xml)
{
    const auto values = clixml::read(xml);
    EXPECT_TRUE(values) << (values ? "" : values.error().summary()) << xml;
    return values && !values->empty() ? values->front() : Value();
}

class Recorded : public testing::Test
{
protected:
    void SetUp() override
    {
        files = recordings::files();
        if (files.empty()) GTEST_SKIP() << "no recordings at " << tests::testData();
    }
    static std::filesystem::path split(std::filesystem::path yml) { return yml.replace_extension(".jsonl"); }
    static std::filesystem::path named(const std::string& name) { return tests::testData() / "wire" / (name + ".yml"); }

    std::vector<std::filesystem::path> files;
};

std::string key(const recordings::Known& known)
{
    return std::to_string(known.request) + encode(known.message, known.mark);
}

TEST_F(Recorded, MessagesAreReadAsInTheirSplitRecording)
{
    std::size_t count = 0;
    for (const auto& file : files) {
        SCOPED_TRACE(file);
        std::map<std::string, Defragmenter> streams;
        std::vector<std::string> found;
        for (const Side& side : recordings::sides(file)) {
            for (const auto& stream : side.streams) {
                const auto fragments = decodeFragments(stream.bytes);
                if (!fragments) continue; // a WinRS shell: ordinary text on the stream
                std::string again;
                for (const Fragment& fragment : *fragments)
                    again += encode(fragment);
                EXPECT_EQ(again, stream.bytes);
                std::vector<std::string> messages;
                ASSERT_TRUE(streams[std::to_string(side.request) + stream.commandId].feed(stream.bytes, messages));
                for (const std::string& bytes : messages) {
                    const auto message = decodeMessage(bytes);
                    ASSERT_TRUE(message);
                    const bool mark = encode(*message, true) == bytes && !message->xml.empty();
                    EXPECT_EQ(encode(*message, mark), bytes);
                    found.push_back(std::to_string(side.request) + bytes);
                }
            }
        }
        std::vector<std::string> expected;
        for (const auto& known : recordings::known(split(file)))
            expected.push_back(key(known));
        EXPECT_THAT(found, testing::UnorderedElementsAreArray(expected));
        count += found.size();
    }
    EXPECT_GT(count, 400u);
}

TEST_F(Recorded, MessagesAreWrittenAsEqualTrees)
{
    for (const auto& file : files) {
        SCOPED_TRACE(file);
        for (const auto& known : recordings::known(split(file))) {
            if (known.message.xml.empty()) continue;
            const Value value = tree(known.message.xml);
            EXPECT_TRUE(tree(clixml::write(value)) == value) << known.message.xml;
        }
    }
}

// Our client in the place of the recorded one: with its identifiers, on the recorded server's bytes.
class Replay
{
public:
    explicit Replay(const std::vector<Side>& sides)
    {
        for (const Side& side : sides)
            play(side);
    }

    std::unique_ptr<ClientPool> pool;
    std::map<std::string, ClientPipeline> pipelines;
    std::map<std::string, std::vector<PipelineEvent>> events;

private:
    void play(const Side& side)
    {
        for (const auto& stream : side.streams) {
            if (side.request)
                request(stream);
            else
                response(stream);
        }
    }
    static std::optional<Message> firstMessage(const std::string& bytes, MessageType type)
    {
        std::vector<std::string> messages;
        if (!Defragmenter().feed(bytes, messages)) return std::nullopt;
        for (const std::string& each : messages) {
            const auto message = decodeMessage(each);
            if (message && message->type == type) return *message;
        }
        return std::nullopt;
    }
    void request(const recordings::Stream& stream)
    {
        if (stream.element == "creationXml") {
            const auto init = firstMessage(stream.bytes, MessageType::InitRunspacePool);
            if (!init) return;
            ClientOptions options;
            options.guids = [this] { return m_next; };
            m_next = init->runspacePool;
            pool = std::make_unique<ClientPool>(options);
            ASSERT_FALSE(pool->creationXml().empty());
        } else if (stream.element == "connectXml") {
            const auto connect = firstMessage(stream.bytes, MessageType::ConnectRunspacePool);
            ASSERT_TRUE(connect);
            pool = std::make_unique<ClientPool>(ClientOptions{}, connect->runspacePool);
            ASSERT_FALSE(pool->connectXml().empty());
        } else if (stream.element == "Arguments" && pool && pool->state() == RunspacePoolState::Opened) {
            m_next = Guid::fromWire(std::string_view(stream.bytes).substr(fragmentHeaderBytes + 24, 16));
            auto pipeline = pool->createPipeline({Command{"Get-Date", {}}});
            ASSERT_TRUE(pipeline);
            (void)pipeline->creationFragments();
            pipelines.emplace(stream.commandId, std::move(*pipeline));
        }
    }
    void response(const recordings::Stream& stream)
    {
        if (!pool) return;
        const auto pipeline = pipelines.find(stream.commandId);
        if (pipeline == pipelines.end()) {
            if (!stream.commandId.empty()) return;
            const auto received = pool->receivePool(stream.bytes);
            EXPECT_TRUE(received) << received.error().summary();
            return;
        }
        const auto received = pipeline->second.receive(stream.bytes);
        ASSERT_TRUE(received) << received.error().summary();
        auto& all = events[stream.commandId];
        all.insert(all.end(), received->begin(), received->end());
    }
    Guid m_next;
};

TEST_F(Recorded, OurClientUnderstandsRecordedServers)
{
    std::size_t opened = 0;
    std::size_t ended = 0;
    for (const auto& file : files) {
        SCOPED_TRACE(file);
        Replay replay(recordings::sides(file));
        if (!replay.pool || !replay.pool->negotiated()) continue;
        EXPECT_EQ(replay.pool->state(), RunspacePoolState::Opened);
        ++opened;
        for (const auto& [id, pipeline] : replay.pipelines)
            ended += isFinal(pipeline.state()) ? 1 : 0;
    }
    EXPECT_GE(opened, 30u);
    EXPECT_GE(ended, 30u);
}

TEST_F(Recorded, ARecordedSessionGivesItsEvents)
{
    const auto file = named("test_psrp_run_protocol_version_2.3");
    Replay replay(recordings::sides(file));
    ASSERT_TRUE(replay.pool);
    EXPECT_EQ(replay.pool->negotiated()->protocol, (Version{2, 3}));
    EXPECT_TRUE(replay.pool->applicationPrivateData().isA("System.Management.Automation.PSPrimitiveDictionary"));
    ASSERT_EQ(replay.events.size(), 1u);
    const auto& events = replay.events.begin()->second;
    ASSERT_FALSE(events.empty());
    const auto* last = std::get_if<StateEvent>(&events.back());
    ASSERT_NE(last, nullptr);
    EXPECT_EQ(last->state, PipelineState::Completed);
}

TEST_F(Recorded, HostCallsAreAnsweredWhenTheyExpectAnAnswer)
{
    Replay replay(recordings::sides(named("test_psrp_pshost_ui_mocked_methods")));
    std::size_t answered = 0;
    std::size_t calls = 0;
    for (const auto& [id, events] : replay.events) {
        for (const PipelineEvent& event : events) {
            const auto* call = std::get_if<HostCallEvent>(&event);
            if (call == nullptr) continue;
            ++calls;
            EXPECT_EQ(call->answer.empty(), !call->call.wantsAnswer());
            answered += call->answer.empty() ? 0 : 1;
            EXPECT_FALSE(call->call.methodName.empty());
        }
    }
    EXPECT_GT(calls, answered);
    EXPECT_GT(answered, 0u);
}

TEST_F(Recorded, OurHandshakeEqualsTheRecordedOne)
{
    const auto known = recordings::known(split(named("test_psrp_open_runspace")));
    ClientOptions options;
    options.guids = [&] { return known[0].message.runspacePool; };
    ClientPool pool(options);
    const auto fragments = decodeFragments(pool.creationXml()).value();
    ASSERT_EQ(fragments.size(), 2u);
    EXPECT_EQ(decodeMessage(fragments[0].blob).value(), known[0].message); // to the byte
    const Value ours = tree(decodeMessage(fragments[1].blob)->xml);
    const Value theirs = tree(known[1].message.xml);
    for (const char* name : {"MinRunspaces", "MaxRunspaces", "PSThreadOptions", "HostInfo", "ApplicationArguments"})
        EXPECT_TRUE(ours[name] == theirs[name]) << name;
    EXPECT_EQ(ours["ApartmentState"].toInt(), theirs["ApartmentState"].toInt()); // they write another type's name
}

TEST_F(Recorded, OurPipelinesUseTheProtocolVersionOfTheServer)
{
    for (const char* version : {"2.1", "2.2", "2.3"}) {
        SCOPED_TRACE(version);
        Value theirs;
        for (const auto& known :
             recordings::known(split(named(std::string("test_psrp_run_protocol_version_") + version)))) {
            if (known.message.type == MessageType::CreatePipeline) theirs = tree(known.message.xml);
        }
        const Value ours = tree(clixml::write(createPipeline({Command{"Get-Date", {}}}, *Version::parse(version))));
        const auto names = [](const Value& value) {
            std::vector<std::string> result;
            for (const auto& property : value.object()->extended)
                result.push_back(property.first);
            return result;
        };
        EXPECT_THAT(names(ours), testing::UnorderedElementsAreArray(names(theirs)));
        EXPECT_THAT(names(ours["PowerShell"]), testing::UnorderedElementsAreArray(names(theirs["PowerShell"])));
        const Value& command = ours["PowerShell"]["Cmds"].items().at(0);
        const Value& theirCommand = theirs["PowerShell"]["Cmds"].items().at(0);
        EXPECT_THAT(names(command), testing::UnorderedElementsAreArray(names(theirCommand)));
        EXPECT_EQ(*command["MergeMyResult"].object()->types, *theirCommand["MergeMyResult"].object()->types);
        EXPECT_EQ(command["Args"].object()->types == nullptr, theirCommand["Args"].object()->types == nullptr);
    }
}

// Recorded clients against our server: their pipelines are read, their scripts refused.
TEST_F(Recorded, OurServerUnderstandsRecordedClients)
{
    std::size_t refused = 0;
    std::size_t cmdlets = 0;
    std::size_t metadata = 0;
    for (const auto& file : files) {
        SCOPED_TRACE(file);
        ServerPool server;
        std::map<std::string, ServerPipeline> pipelines;
        for (const Side& side : recordings::sides(file)) {
            for (const auto& stream : side.streams) {
                if (!side.request || !decodeFragments(stream.bytes)) continue;
                if (stream.commandId.empty()) {
                    const auto received = server.receive(stream.bytes);
                    ASSERT_TRUE(received) << received.error().summary();
                    continue;
                }
                auto& pipeline = pipelines.try_emplace(stream.commandId, server.createPipeline()).first->second;
                const auto received = pipeline.receive(stream.bytes);
                ASSERT_TRUE(received) << received.error().summary();
            }
        }
        for (auto& [id, pipeline] : pipelines) {
            refused += std::holds_alternative<Refusal>(pipeline.request()) ? 1 : 0;
            cmdlets += std::holds_alternative<std::vector<Command>>(pipeline.request()) ? 1 : 0;
            metadata += std::holds_alternative<MetadataRequest>(pipeline.request()) ? 1 : 0;
        }
    }
    EXPECT_GT(refused, 10u);
    EXPECT_GT(cmdlets, 0u);
    EXPECT_EQ(metadata, 3u);
}

} // namespace

} // namespace drydock::psrp
