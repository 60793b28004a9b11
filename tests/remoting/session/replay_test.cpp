// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Real recordings played back to our client: what Windows answered is understood, and what we ask is what was asked.
#include "tests/remoting/session/recorded_server.h"
#include "tests/remoting/session/shell_fixture.h"
#include "tests/support/paths.h"

#include <filesystem>

using namespace drydock;
using namespace drydock::session;

namespace {

class Replay : public tests::ShellTest
{
protected:
    void play(const char* name)
    {
        const auto file = tests::testData() / "wire" / name;
        if (!std::filesystem::exists(file)) GTEST_SKIP() << "no recording " << file;
        recorded.play(file);
        ShellEndpoint endpoint;
        endpoint.url = recorded.server().url();
        endpoint.configuration = "Microsoft.PowerShell";
        ShellSetup setup{tests::shortTimeouts(), {}, {}};
        setup.pool.guids = [ids = recorded.ids(), at = std::size_t{0}]() mutable {
            return ids.at(std::min(at++, ids.size() - 1));
        };
        shellAt(endpoint, {}, setup);
    }

    tests::RecordedServer recorded;
};

} // namespace

TEST_F(Replay, UnderstandsServersOfEveryProtocolVersion)
{
    for (const char* name : {"test_psrp_run_protocol_version_2.1.yml", "test_psrp_run_protocol_version_2.2.yml",
                             "test_psrp_run_protocol_version_2.3.yml"}) {
        play(name);
        if (IsSkipped()) return;
        const auto output = invoke("Get-Something");
        ASSERT_TRUE(output) << name << ": " << output.error().summary() << " after " << recorded.asked();
        EXPECT_FALSE(output->objects.empty()) << name;
        EXPECT_FALSE(output->possiblyIncomplete) << name;
        close();
    }
}

TEST_F(Replay, ReceivesOfALongCmdletAreRepeated)
{
    play("test_psrp_long_running_cmdlet.yml");
    if (IsSkipped()) return;
    const auto output = invoke("Get-Something");
    ASSERT_TRUE(output) << output.error().summary() << " after " << recorded.asked();
    EXPECT_FALSE(output->possiblyIncomplete);
    close();
}

TEST_F(Replay, OpensAndCloses)
{
    play("test_psrp_open_runspace.yml");
    if (IsSkipped()) return;
    const auto opened = wait(m_shell->open());
    ASSERT_TRUE(opened) << opened.error().summary() << " after " << recorded.asked();
    close();
    EXPECT_EQ(recorded.asked(), "Create Receive Receive Delete ");
}

TEST_F(Replay, AShellThatDisappearsDuringACommandIsReported)
{
    play("test_psrp_receive_failure.yml");
    if (IsSkipped()) return;
    EXPECT_FALSE(wait(m_shell->open()) && invoke("Set-Something"));
    close();
}
