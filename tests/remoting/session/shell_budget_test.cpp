// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// No more shells than granted, and everybody who waits for one gets it in turn.
#include "remoting/session/shell_budget.h"
#include "tests/remoting/session/shell_fixture.h"

#include <algorithm>

using namespace drydock;
using namespace drydock::session;

namespace {

class Budget : public tests::ShellTest
{
protected:
    static constexpr int shells = 3;

    ~Budget() override
    {
        onThread([&] { others.clear(); });
        destroy();
    }
    // Makes that many shells at one endpoint, which share a budget.
    void make(int count)
    {
        onThread([&] {
            const auto budget = std::make_shared<ShellBudget>(shells);
            for (int i = 0; i < count; ++i) {
                ShellEndpoint endpoint;
                endpoint.url = host.url();
                endpoint.configuration = "Microsoft.Exchange";
                ShellSetup setup{tests::shortTimeouts(), {}, {}, {}, budget, {}};
                others.push_back(
                    std::make_unique<RemoteShell>(*thread, std::move(endpoint), domain::Secret(), std::move(setup)));
            }
        });
        host.change = [this](const std::string&, int, http::Response&) { most = std::max(most, host.shellCount()); };
    }
    QFuture<domain::Result<Output>> run(std::size_t shell, const char* name)
    {
        return others.at(shell)->invoke({name, {}});
    }

    std::vector<std::unique_ptr<RemoteShell>> others;
    std::size_t most = 0; // shells at once
};

} // namespace

TEST_F(Budget, MoreShellsThanGrantedTakeTurns)
{
    make(6);
    std::vector<QFuture<domain::Result<Output>>> answers;
    for (int round = 0; round < 3; ++round)
        for (std::size_t i = 0; i < others.size(); ++i)
            answers.push_back(run(i, i % 2 == 0 ? "Get-X" : "Set-X"));
    for (auto& answer : answers) {
        const auto output = wait(answer);
        EXPECT_TRUE(output) << output.error().summary();
    }
    EXPECT_EQ(host.commandsRun.size(), 18U) << "each once";
    EXPECT_EQ(most, static_cast<std::size_t>(shells));
}

TEST_F(Budget, AnIdleShellMakesRoomAndComesBackUnnoticed)
{
    make(4);
    for (std::size_t i = 0; i < 3; ++i)
        ASSERT_TRUE(wait(run(i, "Get-X")));
    EXPECT_EQ(host.count("Delete"), 0) << "nobody waits, so each keeps its shell";
    ASSERT_TRUE(wait(run(3, "Get-X")));
    EXPECT_EQ(most, static_cast<std::size_t>(shells));
    ASSERT_TRUE(wait(run(0, "Get-X")));
    EXPECT_EQ(most, static_cast<std::size_t>(shells));
    EXPECT_EQ(host.count("Create"), 5);
}

TEST_F(Budget, WhoWaitsCanBeClosed)
{
    make(4);
    host.keepsRunning = true;
    std::vector<QFuture<domain::Result<Output>>> running;
    for (std::size_t i = 0; i < 3; ++i)
        running.push_back(run(i, "Get-X"));
    ASSERT_TRUE(tests::waitUntil([&] { return host.commandsRun.size() == 3; }));
    auto waiting = run(3, "Set-X");
    auto closing = others[3]->close();
    EXPECT_TRUE(tests::waitUntil([&] { return closing.isFinished(); }));
    EXPECT_EQ(kindOf(wait(waiting)), domain::ErrorKind::Cancelled) << "it was not sent";
    EXPECT_EQ(host.count("Delete"), 0) << "there is nothing to delete";
    host.keepsRunning = false;
    for (std::size_t i = 0; i < 3; ++i)
        others[i]->stop();
    for (auto& answer : running)
        EXPECT_EQ(kindOf(wait(answer)), domain::ErrorKind::Cancelled);
    EXPECT_TRUE(wait(run(3, "Set-X")));
}

TEST_F(Budget, ADestroyedShellGivesItsSlotToTheNext)
{
    make(5);
    host.keepsRunning = true;
    for (std::size_t i = 0; i < 3; ++i)
        static_cast<void>(run(i, "Get-X"));
    ASSERT_TRUE(tests::waitUntil([&] { return host.commandsRun.size() == 3; }));
    auto fourth = run(3, "Set-Y");
    auto fifth = run(4, "Set-Z");
    host.keepsRunning = false;
    onThread([&] { others[0].reset(); });
    const auto output = wait(fourth);
    EXPECT_TRUE(output) << output.error().summary();
    EXPECT_TRUE(wait(fifth)) << "the fourth yields after its command";
    EXPECT_EQ(most, static_cast<std::size_t>(shells));
}
