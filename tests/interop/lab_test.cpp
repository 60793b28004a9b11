// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The engine's own remoting client against our lab: what agrees with it is PowerShell remoting, not our idea of it.
#include "peer.h"

#include "remoting/lab/lab_thread.h"
#include "remoting/lab/scenario.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace drydock {

namespace {

using nlohmann::json;

class EngineClient : public testing::Test
{
protected:
    void SetUp() override
    {
        if (const std::string reason = tests::Peer::unavailable(); !reason.empty()) GTEST_SKIP() << reason;
        lab::LabOptions options;
        options.scenario = lab::loadScenario("seed").value();
        const auto listening = lab.start(std::move(options));
        ASSERT_TRUE(listening) << listening.error().summary();
        connect(listening->exchangeUrl, "LAB\\admin");
    }
    void connect(const std::string& url, const std::string& user)
    {
        peer = std::make_unique<tests::Peer>(
            QStringList{QStringLiteral("connect"), QString::fromStdString(url), QString::fromStdString(user)});
        peer->write(lab::defaultLabPassword);
    }
    json run(const std::string& command, const json& parameters = json::object())
    {
        peer->write(json{{"command", command}, {"parameters", parameters}}.dump());
        const auto line = peer->readLine(90);
        EXPECT_TRUE(line) << peer->standardError();
        const json answer = json::parse(line.value_or("{}"));
        EXPECT_TRUE(answer.contains("state")) << answer;
        return answer;
    }
    static std::vector<std::string> names(const json& answer, const std::string& property)
    {
        std::vector<std::string> found;
        for (const json& object : answer["output"]) {
            const json& value = object["properties"][property];
            found.push_back(value.contains("toString") ? value["toString"] : value.value("text", json("")));
        }
        return found;
    }

    lab::LabThread lab;
    std::unique_ptr<tests::Peer> peer;
};

TEST_F(EngineClient, ListsServersAndCopies)
{
    const json servers = run("Get-MailboxServer");
    EXPECT_EQ(servers["state"], "Completed") << servers;
    EXPECT_THAT(names(servers, "Name"), testing::IsSupersetOf({"MAIL", "MAIL2"}));
    const json copies = run("Get-MailboxDatabaseCopyStatus", {{"Identity", "*"}});
    EXPECT_EQ(copies["state"], "Completed") << copies;
    EXPECT_GE(copies["output"].size(), 2u) << copies;
}

TEST_F(EngineClient, IsRefusedAsExchangeRefuses)
{
    EXPECT_THAT(run("Get-Nothing").value("fqid", ""), testing::HasSubstr("CommandNotFound"));
    EXPECT_THAT(run("Get-MailboxServer", {{"Nonsense", "x"}}).value("fqid", ""),
                testing::HasSubstr("NamedParameterNotFound"));
    peer->write(R"({"script":"Get-MailboxServer; Get-Queue"})");
    const json script = json::parse(peer->readLine(90).value_or("{}"));
    EXPECT_EQ(script["state"], "Failed") << script;
    EXPECT_EQ(script.value("fqid", ""), "ScriptsNotAllowed") << script;
    const json missing = run("Get-MailboxServer", {{"Identity", "MAIL9"}});
    EXPECT_TRUE(!missing["errors"].empty() || missing["state"] == "Failed") << missing;
    EXPECT_EQ(run("Get-MailboxServer")["state"], "Completed"); // the session goes on
}

TEST_F(EngineClient, ChangesAComponent)
{
    const json changed = run("Set-ServerComponentState", {{"Identity", "MAIL2"},
                                                          {"Component", "HubTransport"},
                                                          {"State", "Draining"},
                                                          {"Requester", "Maintenance"},
                                                          {"Confirm", false}});
    EXPECT_EQ(changed["state"], "Completed") << changed;
    EXPECT_TRUE(changed["errors"].empty()) << changed;
    const json states = run("Get-ServerComponentState", {{"Identity", "MAIL2"}, {"Component", "HubTransport"}});
    ASSERT_EQ(states["output"].size(), 1u) << states;
    EXPECT_EQ(names(states, "State").at(0), "Draining");
}

} // namespace

} // namespace drydock
