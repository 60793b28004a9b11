// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What a large organisation really sends stays well within the limits (remoting/README.md, "Limits").
#include "remoting/lab/scenario_generator.h"
#include "remoting/limits.h"
#include "remoting/psrp/client_pool.h"
#include "remoting/psrp/server_pool.h"
#include "tests/remoting/lab/lab_fixture.h"

namespace drydock::lab {
namespace {

// The object with as many properties as Exchange writes; the lab writes those that somebody reads.
clixml::Value withSixtyProperties(const clixml::Value& value)
{
    clixml::Object object = *value.object();
    auto& properties = object.adapted.size() > object.extended.size() ? object.adapted : object.extended;
    for (int i = 0; object.adapted.size() + object.extended.size() < 60; ++i)
        properties.emplace_back("PropertyOfExchange" + std::to_string(i),
                                clixml::Value::string("a text of usual length, number " + std::to_string(i)));
    return clixml::Value::object(std::move(object));
}

void deliver(std::vector<std::string> fragments, const std::function<bool(const std::string&)>& receive)
{
    for (const std::string& fragment : fragments)
        ASSERT_TRUE(receive(fragment));
}

TEST(LimitsOfTheWire, AFullDagPassesAtOnce)
{
    Organisation generated(generateScenario(16, 400, 4));
    psrp::ClientOptions options;
    options.memory = std::make_shared<clixml::MemoryBudget>(limits::totalMemory);
    psrp::ClientPool client(options);
    psrp::ServerPool server;
    ASSERT_TRUE(server.receive(client.creationXml()));
    deliver(server.takeOutgoing(), [&](const auto& bytes) { return client.receivePool(bytes).has_value(); });
    std::vector<psrp::ClientPipeline> pipelines; // all are held, where a refresh holds one for each shell
    std::size_t objects = 0;
    std::size_t kept = 0;
    const auto read = [&](const char* cmdlet, std::vector<Argument> arguments) {
        const auto result =
            generated.invoke({"LAB\\admin", domain::EndpointKind::Exchange, {}}, cmdlet, std::move(arguments));
        ASSERT_TRUE(result) << result.error().summary();
        auto& pipeline = pipelines.emplace_back(client.createPipeline({psrp::Command{cmdlet, {}}}).value());
        auto started = server.createPipeline();
        deliver(pipeline.creationFragments(), [&](const auto& bytes) { return started.receive(bytes).has_value(); });
        for (const auto& object : result->objects)
            started.output(withSixtyProperties(object));
        deliver(started.takeOutgoing(), [&](const auto& bytes) { return pipeline.receive(bytes).has_value(); });
        objects += result->objects.size();
        kept += pipeline.keptBytes();
    };
    read("Get-MailboxDatabaseCopyStatus", {arg("Identity", "*")});
    EXPECT_EQ(objects, 1600u);
    for (const char* cmdlet : {"Get-ExchangeServer", "Get-MailboxServer", "Get-MailboxDatabase"})
        read(cmdlet, {});
    const auto members = generated.invoke({"LAB\\admin", domain::EndpointKind::Exchange, {}}, "Get-MailboxServer", {});
    ASSERT_TRUE(members);
    for (const auto& member : members->objects) {
        read("Get-ServerComponentState", {arg("Identity", std::string(member["Name"].display()))});
        read("Get-Queue", {arg("Server", std::string(member["Name"].display()))});
    }
    EXPECT_LT(options.memory->taken(), limits::totalMemory * 4 / 5) << objects << " objects";
    EXPECT_LT(kept, limits::snapshotBytes / 2) << objects << " objects";
    RecordProperty("memory", std::to_string(options.memory->taken()));
    RecordProperty("kept", std::to_string(kept));
}

} // namespace
} // namespace drydock::lab
