// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Faults as a client feels them: connections that die, answers that are late, servers that reboot.
#include "tests/remoting/lab_server/wire_client.h"

#include <QElapsedTimer>

namespace drydock::lab {
namespace {

using namespace std::chrono_literals;
using domain::ErrorKind;

class ServedFaults : public ServedLab
{
protected:
    void SetUp() override { serve(options()); }
    static psrp::Command block()
    {
        return command("Set-MailboxServer", {{"Identity", "MAIL"}, {"DatabaseCopyAutoActivationPolicy", "Blocked"}});
    }
    bool isBlocked()
    {
        const auto& lines = m_server.organisation().stateDigest().lines;
        return std::find(lines.begin(), lines.end(), "MAIL activation policy: Blocked") != lines.end();
    }
};

TEST_F(ServedFaults, AConnectionCanDropBeforeTheCmdletRuns)
{
    auto client = opened(exchange());
    m_server.organisation().inject({FaultKind::DropBefore, "Set-MailboxServer", {}, {}, 0, 1, {}, {}, {}});
    const auto lost = client.run(block());
    ASSERT_FALSE(lost);
    EXPECT_EQ(lost.error().kind, ErrorKind::OutcomeUnknown) << "the client cannot know";
    EXPECT_FALSE(isBlocked());
    EXPECT_TRUE(client.run(command("Get-MailboxServer"))) << "the shell is still there";
}

TEST_F(ServedFaults, AConnectionCanDropAfterTheCmdletHasRun)
{
    auto client = opened(exchange());
    m_server.organisation().inject({FaultKind::DropAfter, "Set-MailboxServer", {}, {}, 0, 1, {}, {}, {}});
    EXPECT_EQ(client.run(block()).error().kind, ErrorKind::OutcomeUnknown);
    EXPECT_TRUE(isBlocked());
    EXPECT_EQ(client.run(command("Get-MailboxServer")).error().kind, ErrorKind::ShellGone);
}

TEST_F(ServedFaults, AnAnswerCanBeLate)
{
    auto client = opened(exchange());
    m_server.organisation().inject({FaultKind::Late, "Get-MailboxServer", {}, {}, 0, 1, 60s, {}, {}});
    QElapsedTimer watch;
    watch.start();
    EXPECT_EQ(client.run(command("Get-MailboxServer"))->objects.size(), 2u);
    EXPECT_GE(watch.elapsed(), 590) << "a minute at a scale of 100";
}

TEST_F(ServedFaults, ARebootEndsTheShellsOfAServer)
{
    auto onNode = opened(node("MAIL"));
    auto client = opened(exchange()); // the load-balanced address leads to MAIL at first
    m_server.organisation().inject({FaultKind::Reboot, {}, "MAIL", {}, 0, 1, 300s, 0s, {}});
    ASSERT_TRUE(tests::waitUntil([&] { return m_server.shellCount() == 0; }, 5'000));
    const auto down = onNode.run(command("Get-ClusterNode"));
    ASSERT_FALSE(down);
    EXPECT_EQ(down.error().kind, ErrorKind::HttpStatus);
    EXPECT_EQ(down.error().code, 503);
    EXPECT_EQ(client.run(command("Get-MailboxServer")).error().kind, ErrorKind::ShellGone);
    auto again = opened(exchange()); // now MAIL2 answers
    EXPECT_EQ(again.run(command("Get-MailboxServer"))->objects.size(), 2u);
    ASSERT_TRUE(tests::waitUntil([&] { return m_server.organisation().isReachable("MAIL"); }, 10'000));
    EXPECT_TRUE(node("MAIL").open());
}

} // namespace
} // namespace drydock::lab
