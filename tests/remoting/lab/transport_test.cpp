// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Queues: what drains, when, and what Get-Queue says meanwhile.
#include "tests/remoting/lab/lab_fixture.h"

#include <map>

namespace drydock::lab {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;

class Transport : public Lab
{
protected:
    int messages(const char* server, const char* queue)
    {
        for (const auto& one : exchange("Get-Queue", {arg("Server", server)}).objects)
            if (one["Identity"].display() == std::string(server) + "\\" + queue)
                return static_cast<int>(*one["MessageCount"].toInt());
        return -1;
    }
    CmdletResult redirect()
    {
        return exchange("Redirect-Message",
                        {arg("Server", "MAIL"), arg("Target", "MAIL2.alwayshotcafe.com"), arg("Confirm", false)});
    }
};

TEST_F(Transport, RedirectLeavesShadowAndPoison)
{
    EXPECT_EQ(messages("MAIL", "7"), 12);
    EXPECT_TRUE(redirect().succeeded());
    m_org.advance(6s);
    const int midway = m_org.queuedMessages("MAIL");
    EXPECT_GT(midway, 0);
    EXPECT_LT(midway, 21);
    EXPECT_GT(messages("MAIL2", "Submission"), 1) << "the other side takes them";
    m_org.advance(15s);
    EXPECT_EQ(m_org.queuedMessages("MAIL"), 0);
    EXPECT_EQ(messages("MAIL", "Shadow\\3"), 4);
}

TEST_F(TwoSites, RedirectLeavesShadowAndPoison)
{
    const auto messages = [this](const std::string& queue) {
        for (const auto& one : exchange("Get-Queue", {arg("Server", "LON1")}).objects)
            if (one["Identity"].display() == "LON1\\" + queue) return *one["MessageCount"].toInt();
        return std::int64_t{-1};
    };
    setComponent("LON1", "HubTransport", "Draining");
    node("LON1", "Restart-Service", {arg("Name", "MSExchangeTransport"), arg("Force", true)});
    m_org.advance(1min);
    EXPECT_TRUE(exchange("Redirect-Message",
                         {arg("Server", "LON1"), arg("Target", "LON2.northwind.example"), arg("Confirm", false)})
                    .succeeded());
    m_org.advance(5min);
    EXPECT_EQ(m_org.queuedMessages("LON1"), 0);
    EXPECT_EQ(messages("25"), -1) << "the restart has tried it anew, and it has gone since";
    EXPECT_EQ(messages("Shadow\\31"), 7);
    EXPECT_EQ(messages("Shadow\\32"), 3);
    EXPECT_EQ(messages("Poison"), 1);
}

TEST(LabTransport, OnlyActiveMessagesAreRedirected)
{
    auto scenario = scenarioNamed("seed");
    scenario.servers.front().components = {{"HubTransport", "Maintenance", "Draining", true, true, 1h}};
    auto& queues = scenario.servers.front().queues;
    queues[0].status = "Retry";
    queues[1].status = "Suspended";
    queues[4].messages = 1;
    ASSERT_EQ(queues[4].id, "Poison");
    Organisation org(scenario);
    const auto redirected =
        org.invoke({"LAB\\admin", domain::EndpointKind::Exchange, {}}, "Redirect-Message",
                   {arg("Server", "MAIL"), arg("Target", "MAIL2.alwayshotcafe.com"), arg("Confirm", false)});
    ASSERT_TRUE(redirected && redirected->succeeded());
    org.advance(2min);
    EXPECT_EQ(org.queuedMessages("MAIL"), 15);
    const auto left =
        org.invoke({"LAB\\viewer", domain::EndpointKind::Exchange, {}}, "Get-Queue", {arg("Server", "MAIL")});
    std::map<std::string, std::int64_t> messages;
    for (const auto& queue : left->objects)
        messages[std::string(queue["Identity"].display())] = *queue["MessageCount"].toInt();
    EXPECT_THAT(messages,
                ::testing::UnorderedElementsAre(::testing::Pair("MAIL\\Submission", 3), ::testing::Pair("MAIL\\7", 12),
                                                ::testing::Pair("MAIL\\9", 0), ::testing::Pair("MAIL\\Shadow\\3", 4),
                                                ::testing::Pair("MAIL\\Poison", 1)));
}

TEST_F(Transport, QueuesStayFullWhenTheServerGoesOfflineTooEarly)
{
    setComponent("MAIL", "ServerWideOffline", "Inactive");
    EXPECT_TRUE(node("MAIL", "Restart-Service", {arg("Name", "MSExchangeTransport"), arg("Force", true)}).succeeded());
    const int before = m_org.queuedMessages("MAIL");
    EXPECT_GT(before, 0);
    m_org.advance(10min);
    EXPECT_EQ(m_org.queuedMessages("MAIL"), before);
}

TEST_F(Transport, ADrainingServerTakesNoRedirectedMessages)
{
    setComponent("MAIL2", "HubTransport", "Draining");
    m_org.advance(2h);
    const int there = messages("MAIL2", "Submission");
    EXPECT_TRUE(redirect().succeeded());
    m_org.advance(10min);
    EXPECT_EQ(m_org.queuedMessages("MAIL"), 21);
    EXPECT_LE(messages("MAIL2", "Submission"), there);
}

TEST_F(Transport, MailComesBackWhenTheServiceWasNotRestarted)
{
    setComponent("MAIL", "HubTransport", "Draining");
    redirect();
    m_org.advance(3min);
    EXPECT_GT(m_org.queuedMessages("MAIL"), 0) << "the running service does not go by the new state yet";
    m_org.advance(10min);
    EXPECT_EQ(m_org.queuedMessages("MAIL"), 0) << "in the end it notices by itself";
    EXPECT_EQ(messages("MAIL", "7"), -1) << "an empty delivery queue vanishes";
}

TEST_F(Transport, ARestartMakesDrainingEffectiveAndQueuesUnavailableForAWhile)
{
    setComponent("MAIL", "HubTransport", "Draining");
    const auto before = node("MAIL", "Get-Process", {arg("Name", "EdgeTransport")}).objects.at(0);
    EXPECT_TRUE(node("MAIL", "Restart-Service", {arg("Name", "MSExchangeTransport"), arg("Force", true)}).succeeded());
    const auto after = node("MAIL", "Get-Process", {arg("Name", "EdgeTransport")}).objects.at(0);
    EXPECT_NE(before["Id"].display(), after["Id"].display());
    EXPECT_NE(before["StartTime"].display(), after["StartTime"].display());
    EXPECT_EQ(exchange("Get-Queue", {arg("Server", "MAIL")}).errors.size(), 1u);
    m_org.advance(10s);
    EXPECT_TRUE(exchange("Get-Queue", {arg("Server", "MAIL")}).objects.empty())
        << "the boot loader makes it look drained";
    m_org.advance(20s);
    EXPECT_GT(m_org.queuedMessages("MAIL"), 0);
    m_org.advance(2min);
    EXPECT_EQ(m_org.queuedMessages("MAIL"), 0);
}

TEST_F(Transport, RedirectRefusesInvalidTargets)
{
    const auto shortName =
        exchange("Redirect-Message", {arg("Server", "MAIL"), arg("Target", "MAIL2"), arg("Confirm", false)});
    ASSERT_EQ(shortName.errors.size(), 1u);
    EXPECT_THAT(shortName.errors[0].message, HasSubstr("fully qualified"));
    EXPECT_EQ(exchange("Redirect-Message",
                       {arg("Server", "MAIL"), arg("Target", "MAIL.alwayshotcafe.com"), arg("Confirm", false)})
                  .errors.size(),
              1u);
    EXPECT_TRUE(redirect().succeeded());
    EXPECT_THAT(redirect().errors.at(0).message, HasSubstr("already in progress"));
}

TEST_F(Transport, RedirectAsksForConfirmationUnlessSwitchedOff)
{
    const auto asked = exchange("Redirect-Message", {arg("Server", "MAIL"), arg("Target", "MAIL2.alwayshotcafe.com")});
    ASSERT_TRUE(asked.terminating);
    EXPECT_EQ(asked.terminating->reason, "HostException");
    m_org.advance(1min);
    EXPECT_EQ(messages("MAIL", "7"), 12);
}

TEST_F(Transport, FiltersQueues)
{
    const auto some = exchange("Get-Queue", {arg("Server", "MAIL"), arg("Filter", "MessageCount -gt 5")});
    EXPECT_EQ(some.objects.size(), 2u);
    EXPECT_EQ(exchange("Get-Queue", {arg("Identity", "MAIL\\99")}).errors.size(), 1u);
}

} // namespace
} // namespace drydock::lab
