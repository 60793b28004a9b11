// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What is said of a command when it is not certain that it ran, or that all it said has come: never more than is known.
#include "tests/remoting/session/shell_fixture.h"

#include <QElapsedTimer>

#include <map>
#include <mutex>
#include <set>

using namespace drydock;
using namespace drydock::session;
using domain::ErrorKind;
using tests::InjectedFault;
using Kind = tests::InjectedFault::Kind;
using namespace std::chrono_literals;

namespace {

const InjectedFault performedAndLost{
    Kind::Truncated, {}, 0, 0}; // the server did it, the connection ends without a byte
const InjectedFault neverArrived{Kind::DropBefore, {}, 0, 0};

class UncertainOutcome : public tests::ShellTest
{
protected:
    // Injected faults by "Operation number"; every other request is answered. The pool opens with one Receive here, so
    // the first Receive of a command is number 1.
    void when(std::map<std::string, InjectedFault> faults)
    {
        host.injected = [=](const std::string& name, int number) {
            const auto found = faults.find(name + " " + std::to_string(number));
            return found == faults.end() ? InjectedFault{} : found->second;
        };
    }
    void faultFor(std::string operation, std::set<int> numbers, std::uint32_t code, std::string message = "as told")
    {
        host.fault = [=](const std::string& name, int number) -> std::optional<wsman::Fault> {
            if (name == operation && numbers.contains(number)) return wsman::makeFault(code, message);
            return std::nullopt;
        };
    }
};

} // namespace

TEST_F(UncertainOutcome, AChangeWhoseFinalAnswerWasLostIsAnUnknownOutcome)
{
    when({{"Command 0", performedAndLost}, {"Receive 1", performedAndLost}}); // its only Receive held the end
    shell();
    EXPECT_EQ(kindOf(invoke("Set-X")), ErrorKind::OutcomeUnknown);
    EXPECT_EQ(host.commandsRun.size(), 1U);
}

TEST_F(UncertainOutcome, AReadingWhoseFinalAnswerWasLostIsRunAgain)
{
    when({{"Command 0", performedAndLost}, {"Receive 1", performedAndLost}});
    shell();
    const auto output = invoke("Get-X");
    ASSERT_TRUE(output) << output.error().summary();
    EXPECT_EQ(output->objects.size(), 1U);
    EXPECT_EQ(host.commandsRun.size(), 2U);
}

TEST_F(UncertainOutcome, OutputLostTogetherWithTheCommandAnswerIsNoticed)
{
    psrp::ServerPipeline* held = nullptr; // sends its end later than its object
    host.run = [&](psrp::ServerPipeline& pipeline, const psrp::Command&) {
        pipeline.output(clixml::Value::string("the object"));
        if (host.commandsRun.size() == 1)
            held = &pipeline;
        else
            pipeline.finish(psrp::PipelineState::Completed);
    };
    host.keepsRunning = true;
    when({{"Command 0", performedAndLost}, {"Receive 1", performedAndLost}});
    auto reading = shell().invoke(psrp::Command{"Get-X", {}});
    ASSERT_TRUE(tests::waitUntil([&] { return host.count("Receive") > 2; }));
    held->finish(psrp::PipelineState::Completed);
    const auto output = wait(reading);
    ASSERT_TRUE(output) << output.error().summary();
    EXPECT_EQ(host.commandsRun.size(), 2U);
    EXPECT_EQ(output->objects.size(), 1U);
}

TEST_F(UncertainOutcome, AnUnansweredChangeIsAnUnknownOutcomeWhenItTimesOut)
{
    when({{"Command 0", {Kind::Silent, {}, 0, 0}}});
    auto setup = ShellSetup{tests::shortTimeouts(), {}, {}};
    setup.timeouts.operation = 20s; // longer than the time-out and the wait for its stop
    shell(false, setup);
    const auto output = invoke("Set-X", {50ms});
    EXPECT_EQ(kindOf(output), ErrorKind::OutcomeUnknown) << "its bytes had left";
}

TEST_F(UncertainOutcome, AReadingThatIsIncompleteTwiceIsAnError)
{
    when({{"Receive 1", neverArrived}, {"Receive 3", neverArrived}});
    shell();
    const auto output = invoke("Get-X");
    EXPECT_EQ(kindOf(output), ErrorKind::ConnectionLost);
    EXPECT_EQ(host.commandsRun.size(), 2U);
}

TEST_F(UncertainOutcome, ABusyServerLosesNoOutput)
{
    shell();
    ASSERT_TRUE(invoke("Get-X"));
    host.fault = [](const std::string& name, int number) -> std::optional<wsman::Fault> {
        if (name == "Receive" && number == 2)
            return wsman::makeFault(2150859175, "You have to wait at least 5 milliseconds.");
        return std::nullopt;
    };
    const auto output = invoke("Get-X");
    ASSERT_TRUE(output) << output.error().summary();
    EXPECT_EQ(host.commandsRun.size(), 2U) << "a server that is busy has kept what it has to say";
}

TEST_F(UncertainOutcome, ACommandIsAskedForAgainWhenTheServerHasDisconnectedTheShell)
{
    faultFor("Receive", {1, 2}, wsman::code::shellDisconnected);
    when({{"Reconnect 0", neverArrived}});
    shell();
    const auto output = invoke("Set-X");
    ASSERT_TRUE(output) << output.error().summary();
    EXPECT_EQ(output->objects.size(), 1U);
    EXPECT_FALSE(output->possiblyIncomplete) << "the server keeps what it says meanwhile";
    EXPECT_EQ(host.commandsRun.size(), 1U);
    EXPECT_EQ(host.count("Reconnect"), 2);
    EXPECT_EQ(host.count("Create"), 1);
}

// The network went right after the command had been sent, and the server disconnected the shell before it said
// anything.
TEST_F(UncertainOutcome, ACommandWhoseAnswerWasLostIsAskedForInADisconnectedShellToo)
{
    faultFor("Receive", {1, 2}, wsman::code::shellDisconnected);
    when({{"Command 0", performedAndLost}});
    shell();
    const auto output = invoke("Set-X");
    ASSERT_TRUE(output) << output.error().summary();
    EXPECT_EQ(output->objects.size(), 1U);
    EXPECT_EQ(host.commandsRun.size(), 1U);
    EXPECT_EQ(host.count("Create"), 1);
}

TEST_F(UncertainOutcome, AShellThatIsDisconnectedAgainAndAgainIsLeft)
{
    std::set<int> all;
    for (int number = 1; number < 100; ++number)
        all.insert(number);
    faultFor("Receive", all, wsman::code::shellDisconnected);
    shell();
    EXPECT_EQ(kindOf(invoke("Set-X")), ErrorKind::OutcomeUnknown);
    EXPECT_EQ(host.commandsRun.size(), 1U);
    EXPECT_EQ(host.count("Reconnect"), tests::shortTimeouts().retries);
}

TEST_F(UncertainOutcome, ACommandThatADisconnectedShellRefusedRunsInANewOne)
{
    faultFor("Command", {0}, wsman::code::shellDisconnected);
    shell();
    ASSERT_TRUE(invoke("Set-X"));
    EXPECT_EQ(host.commandsRun.size(), 1U);
    EXPECT_EQ(host.count("Create"), 2);
}

TEST_F(UncertainOutcome, AChangeUnderWayOutlivesALostNetworkAndAReadingDoesNot)
{
    host.injected = [](const std::string& name, int number) {
        return name == "Receive" && number >= 1 && number < 12 ? neverArrived : InjectedFault{};
    };
    auto setup = ShellSetup{tests::shortTimeouts(), {}, {}};
    setup.timeouts.outage = 1min;
    shell(false, setup);
    const auto output = invoke("Set-X");
    ASSERT_TRUE(output) << output.error().summary();
    EXPECT_TRUE(output->possiblyIncomplete);
    EXPECT_EQ(host.commandsRun.size(), 1U);
    EXPECT_EQ(host.count("Receive"), 13);
}

TEST_F(UncertainOutcome, AServerThatStaysSilentIsAskedWhetherTheShellLives)
{
    std::mutex mutex;
    std::vector<std::string> lines;
    auto setup = ShellSetup{tests::shortTimeouts(), {}, {}, [&](const std::string& line) {
                                const std::scoped_lock lock(mutex);
                                lines.push_back(line);
                            }};
    setup.timeouts.receiveOperation = setup.timeouts.margin = 100ms;
    when({{"Receive 1", {Kind::Silent, {}, 0, 0}}});
    shell(false, setup);
    const auto output = invoke("Set-X");
    ASSERT_TRUE(output) << output.error().summary();
    EXPECT_TRUE(output->possiblyIncomplete);
    EXPECT_EQ(host.commandsRun.size(), 1U);
    EXPECT_EQ(host.count("Get"), 1);
    destroy();
    EXPECT_EQ(lines,
              (std::vector<std::string>{"Set-X on 127.0.0.1: no answer to a Receive within 200 ms, so the server "
                                        "is asked whether the shell lives",
                                        "Set-X on 127.0.0.1: the shell lives"}));
}

TEST_F(UncertainOutcome, AShellThatWentWhileTheServerWasSilentIsLeftAtOnce)
{
    auto setup = ShellSetup{tests::shortTimeouts(), {}, {}};
    setup.timeouts.receiveOperation = setup.timeouts.margin = 100ms;
    host.injected = [&](const std::string& name, int number) {
        if (name != "Receive" || number != 1) return InjectedFault{};
        host.loseShells();
        return InjectedFault{Kind::Silent, {}, 0, 0};
    };
    shell(false, setup);
    const auto output = invoke("Set-X");
    EXPECT_EQ(kindOf(output), ErrorKind::OutcomeUnknown);
    EXPECT_NE(output.error().summary().find("the shell is gone"), std::string::npos) << output.error().summary();
    EXPECT_EQ(host.count("Get"), 1);
    EXPECT_EQ(host.count("Receive"), 2);
}

TEST_F(UncertainOutcome, ARefusedReceiveReplacesTheShell)
{
    faultFor("Receive", {1}, wsman::code::accessDenied);
    shell();
    EXPECT_EQ(kindOf(invoke("Set-X")), ErrorKind::OutcomeUnknown);
    EXPECT_TRUE(tests::waitUntil([&] { return host.shellCount() == 0; })) << "its pipeline may still run in there";
    EXPECT_TRUE(invoke("Set-X"));
    EXPECT_EQ(host.count("Create"), 2);
}

TEST_F(UncertainOutcome, AnAmbiguousFaultIsFollowedUpAndTheChangeNotSentAgain)
{
    for (const std::uint32_t code : {2150858904U, 2150859087U, 2150859046U, 2150858997U}) {
        host.loseShells();
        host.commandsRun.clear();
        const int before = host.count("Receive");
        faultFor("Command", {host.count("Command")}, code);
        shell();
        EXPECT_EQ(kindOf(invoke("Set-X")), ErrorKind::OutcomeUnknown) << code;
        EXPECT_EQ(host.count("Receive"), before + 3) << code << ": the pool's, and two for the command";
        EXPECT_TRUE(host.commandsRun.empty()) << code << ": it was not sent again";
    }
}

TEST_F(UncertainOutcome, TheRestOfALongCommandIsSentOnceItsBeginningIsConfirmed)
{
    when({{"Command 0", performedAndLost}});
    shell();
    psrp::Command command{"Set-X", {}};
    command.with("Comment", clixml::Value::string(std::string(100'000, 'x')));
    const auto output = wait(m_shell->invoke(std::move(command), {}));
    ASSERT_TRUE(output) << output.error().summary();
    EXPECT_EQ(host.count("Command"), 1);
    EXPECT_EQ(host.count("Send"), 1);
    EXPECT_EQ(host.commandsRun.size(), 1U);
}

TEST_F(UncertainOutcome, ACommandIsTerminatedOnTheServerWhenItsStateEndsFirst)
{
    host.endsApart = true;
    shell();
    for (int i = 0; i < 3; ++i)
        ASSERT_TRUE(invoke("Get-X"));
    EXPECT_TRUE(tests::waitUntil([&] { return host.commandCount() == 0; })) << "25 of them fill a shell";
    EXPECT_TRUE(tests::waitUntil([&] { return host.count("Signal") == 3; }));
}

TEST_F(UncertainOutcome, AChangeThatTheServerStoppedIsAnUnknownOutcome)
{
    host.run = [](psrp::ServerPipeline& pipeline, const psrp::Command&) { pipeline.stopped(); };
    shell();
    EXPECT_EQ(kindOf(invoke("Set-X")), ErrorKind::OutcomeUnknown);
    EXPECT_EQ(kindOf(invoke("Get-X")), ErrorKind::CommandFailed) << "the server stopped it, not we";
}

TEST_F(UncertainOutcome, AShellThatDoesNotOpenSendsNoCommand)
{
    when({{"Create 0", performedAndLost}, {"Create 1", performedAndLost}});
    shell();
    EXPECT_EQ(kindOf(invoke("Set-X")), ErrorKind::ConnectionLost);
    EXPECT_EQ(host.count("Command"), 0);
}

TEST_F(UncertainOutcome, AShellWhosePoolAnswerWasLostIsReplaced)
{
    when({{"Receive 0", performedAndLost}});
    shell();
    EXPECT_TRUE(invoke("Set-X"));
    EXPECT_EQ(host.count("Create"), 2);
    EXPECT_EQ(host.shellCount(), 1U) << "the first one was deleted";
}

TEST_F(UncertainOutcome, AShellWhoseCreateAnswerIsMalformedIsDeleted)
{
    host.change = [](const std::string& name, int, http::Response& response) {
        if (name == "Create") response.body.resize(response.body.size() / 2);
    };
    const auto opened = wait(shell().open());
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().kind, ErrorKind::Malformed);
    EXPECT_EQ(host.shellCount(), 0U);
}

TEST_F(UncertainOutcome, ATimeOutOfAnEarlierDeleteDoesNotShortenTheNextOne)
{
    host.injected = [](const std::string& name, int number) {
        if (name == "Create" && number == 1) return InjectedFault{Kind::LateAnswer, {}, 0, 200};
        // The answer comes after the end of the first delete's time-out and before the end of the second one's.
        return name == "Delete" && number == 1 ? InjectedFault{Kind::LateAnswer, {}, 0, 250} : InjectedFault{};
    };
    auto setup = ShellSetup{tests::shortTimeouts(), {}, {}};
    setup.timeouts.deleteShell = 300ms;
    auto& shell = this->shell(false, setup);
    ASSERT_TRUE(wait(shell.open()));
    close();
    ASSERT_TRUE(wait(shell.open()));
    QElapsedTimer since;
    since.start();
    close();
    EXPECT_GE(since.elapsed(), 245) << "the answer to the second Delete was waited for";
}
