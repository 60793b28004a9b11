// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "tests/remoting/session/shell_fixture.h"

#include <set>

using namespace drydock;
using namespace drydock::session;
using domain::ErrorKind;
using tests::InjectedFault;
using Kind = tests::InjectedFault::Kind;
using namespace std::chrono_literals;

namespace {

// Everything that can go wrong between the shell and its server: what it ends in, and that nothing runs twice.
class FailingWire : public tests::ShellTest
{
protected:
    // The injected of the n-th request of an operation; everything else is answered.
    void when(std::string operation, std::set<int> numbers, InjectedFault injected)
    {
        host.injected = [=](const std::string& name, int number) {
            return name == operation && numbers.contains(number) ? injected : InjectedFault{};
        };
    }
    void change(std::string operation, int nth, std::function<void(http::Response&)> how)
    {
        host.change = [=](const std::string& name, int number, http::Response& response) {
            if (name == operation && number == nth) how(response);
        };
    }
    // The pool opens with one Receive here, so the first Receive of a command is number 1.
    static constexpr int firstOfCommand = 1;
};

void withoutRelation(http::Response& response)
{
    const auto at = response.body.find("<a:RelatesTo>uuid:");
    response.body.replace(at, 30, "<a:RelatesTo>uuid:000000000000");
}

} // namespace

TEST_F(FailingWire, ACommandWhoseAnswerWasLostIsNotSentAgain)
{
    host.run = [](psrp::ServerPipeline& pipeline, const psrp::Command&) {
        pipeline.output(clixml::Value::string("done"));
    };
    when("Command", {0}, {Kind::Truncated, {}, 0, 0}); // performed, then the connection ends without a byte
    shell();
    const auto output = invoke("Set-X");
    ASSERT_TRUE(output) << output.error().summary();
    EXPECT_EQ(output->objects.size(), 1U);
    EXPECT_FALSE(output->possiblyIncomplete);
    EXPECT_EQ(host.count("Command"), 1);
    EXPECT_EQ(host.commandsRun.size(), 1U);
}

// The request was written, and a proxy may still deliver it.
TEST_F(FailingWire, AChangeThatTheServerDoesNotKnowIsAnUnknownOutcomeAndReplacesTheShell)
{
    when("Command", {0}, {Kind::DropBefore, {}, 0, 0});
    shell();
    EXPECT_EQ(kindOf(invoke("Set-X")), ErrorKind::OutcomeUnknown);
    EXPECT_EQ(host.count("Command"), 1);
    EXPECT_EQ(host.count("Get"), 1) << "the shell was asked whether it is alive";
    EXPECT_TRUE(invoke("Set-X"));
    EXPECT_EQ(host.count("Create"), 2);
    EXPECT_EQ(host.commandsRun.size(), 1U);
}

TEST_F(FailingWire, AChangeWhoseShellDisappearedIsAnUnknownOutcome)
{
    shell();
    ASSERT_TRUE(invoke("Get-Queue"));
    host.injected = [&](const std::string& name, int) {
        if (name != "Command") return InjectedFault{};
        host.loseShells();
        return InjectedFault{Kind::DropBefore, {}, 0, 0};
    };
    EXPECT_EQ(kindOf(invoke("Set-X")), ErrorKind::OutcomeUnknown);
    EXPECT_EQ(host.count("Command"), 2);
    EXPECT_EQ(host.count("Create"), 1);
}

TEST_F(FailingWire, ALostReceiveIsRepeatedAndMarksAChangeAsPossiblyIncomplete)
{
    when("Receive", {firstOfCommand}, {Kind::DropBefore, {}, 0, 0});
    shell();
    const auto output = invoke("Set-X");
    ASSERT_TRUE(output) << output.error().summary();
    EXPECT_TRUE(output->possiblyIncomplete);
    EXPECT_EQ(host.commandsRun.size(), 1U);
}

TEST_F(FailingWire, AReadingThatLostAReceiveIsRunAgainOnce)
{
    when("Receive", {firstOfCommand}, {Kind::DropBefore, {}, 0, 0});
    shell();
    const auto output = invoke("Get-X");
    ASSERT_TRUE(output) << output.error().summary();
    EXPECT_FALSE(output->possiblyIncomplete);
    EXPECT_EQ(output->objects.size(), 1U);
    EXPECT_EQ(host.commandsRun, (std::vector<std::string>{"Get-X", "Get-X"}));
    EXPECT_EQ(host.count("Create"), 1);
}

TEST_F(FailingWire, AChangeWhoseReceiveAnswerWasLostIsAnUnknownOutcome)
{
    when("Receive", {firstOfCommand}, {Kind::Truncated, {}, 40, 0}); // the server has sent the end
    shell();
    EXPECT_EQ(kindOf(invoke("Set-X")), ErrorKind::OutcomeUnknown);
    EXPECT_EQ(host.commandsRun.size(), 1U);
    EXPECT_TRUE(tests::waitUntil([&] { return host.shellCount() == 0; }));
}

TEST_F(FailingWire, AReadingWhoseReceiveAnswerWasLostIsRunAgainInANewShell)
{
    when("Receive", {firstOfCommand}, {Kind::Truncated, {}, 40, 0});
    shell();
    const auto output = invoke("Get-X");
    ASSERT_TRUE(output) << output.error().summary();
    EXPECT_FALSE(output->possiblyIncomplete);
    EXPECT_EQ(host.commandsRun.size(), 2U);
    EXPECT_EQ(host.count("Create"), 2);
    EXPECT_TRUE(tests::waitUntil([&] { return host.shellCount() == 1; })) << "the first shell was deleted";
}

TEST_F(FailingWire, LostReceivesEndAfterTheRetries)
{
    host.injected = [](const std::string& name, int number) {
        return name == "Receive" && number >= firstOfCommand ? InjectedFault{Kind::DropBefore, {}, 0, 0}
                                                             : InjectedFault{};
    };
    shell();
    EXPECT_EQ(kindOf(invoke("Set-X")), ErrorKind::OutcomeUnknown);
    EXPECT_EQ(host.count("Receive"), firstOfCommand + 1 + tests::shortTimeouts().retries);
    EXPECT_EQ(host.count("Command"), 1);
}

TEST_F(FailingWire, ASilentReceiveTimesOutAndIsRepeated)
{
    when("Receive", {firstOfCommand}, {Kind::Silent, {}, 0, 0});
    shell();
    const auto output = invoke("Set-X");
    ASSERT_TRUE(output) << output.error().summary();
    EXPECT_TRUE(output->possiblyIncomplete);
}

TEST_F(FailingWire, ALateAnswerIsAccepted)
{
    when("Receive", {firstOfCommand}, {Kind::LateAnswer, {}, 0, 100});
    shell();
    const auto output = invoke("Get-X");
    ASSERT_TRUE(output);
    EXPECT_EQ(host.commandsRun.size(), 1U);
}

TEST_F(FailingWire, AnAnswerToAnotherRequestIsNotAccepted)
{
    change("Receive", firstOfCommand, withoutRelation);
    shell();
    EXPECT_EQ(kindOf(invoke("Set-X")), ErrorKind::OutcomeUnknown) << "the server gave the real answer away";
    EXPECT_EQ(host.commandsRun.size(), 1U);
}

TEST_F(FailingWire, AStaleAnswerToACommandIsFollowedUp)
{
    change("Command", 0, withoutRelation);
    shell();
    const auto output = invoke("Set-X");
    ASSERT_TRUE(output) << output.error().summary();
    EXPECT_EQ(host.count("Command"), 1);
}

TEST_F(FailingWire, AReadingSurvivesAnAnswerTruncatedAtAnyByte)
{
    // The Receive of a reading, cut after so many bytes: read again in a new shell, never hanging, never wrong.
    for (int bytes = 0; bytes < 1200; bytes += 23) {
        const int now = host.count("Receive");
        host.injected = [now, bytes](const std::string& name, int number) {
            return name == "Receive" && number == now + firstOfCommand ? InjectedFault{Kind::Truncated, {}, bytes, 0}
                                                                       : InjectedFault{};
        };
        host.loseShells();
        shell();
        const auto output = invoke("Get-X");
        ASSERT_TRUE(output) << bytes << ": " << output.error().summary();
        EXPECT_EQ(output->objects.size(), 1U) << bytes;
    }
}

TEST_F(FailingWire, UnusableAnswersMakeAChangeUnknownAndAReadingFailInTheirKind)
{
    const http::Response html{200, {}, {{"Content-Type", "text/html"}}, "<html>"};
    const http::Response gzip{200, {}, {{"Content-Type", "application/soap+xml"}, {"Content-Encoding", "gzip"}}, "x"};
    const http::Response denied{401, {}, {{"WWW-Authenticate", "Negotiate"}}, {}};
    const http::Response noXml = tests::soap("<s:Envelope>");
    const http::Response huge = tests::soap(std::string(1'100'000, ' '));
    for (const auto& [response, kind] : {std::pair(html, ErrorKind::NotWsMan),
                                         {gzip, ErrorKind::Malformed},
                                         {denied, ErrorKind::NotAuthenticated},
                                         {noXml, ErrorKind::Malformed},
                                         {huge, ErrorKind::LimitExceeded}}) {
        shell();
        ASSERT_TRUE(wait(shell().open()));
        for (const char* name : {"Get-X", "Set-X"}) {
            const int now = host.count("Receive");
            const int first = std::string(name) == "Get-X" ? now : now + 1; // the second one opens a shell again
            change("Receive", first, [response = response](http::Response& out) { out = response; });
            const auto result = invoke(name);
            ASSERT_FALSE(result) << name;
            EXPECT_EQ(kindOf(result), std::string(name) == "Get-X" ? kind : ErrorKind::OutcomeUnknown)
                << response.status << name;
        }
    }
}

TEST_F(FailingWire, AFailedOpeningHasItsErrorKindAndLeavesNoShell)
{
    // The host made a shell for every request. A client without the answer must delete it before it reports the error.
    const auto opening = [&](http::Response response) {
        change("Create", host.count("Create"), [=](http::Response& out) { out = response; });
        const auto result = wait(shell().open());
        const bool refusedAtTheDoor = response.status == 401 || response.status == 403;
        if (refusedAtTheDoor) host.loseShells(); // in truth it had made none
        EXPECT_EQ(host.shellCount(), 0U) << response.status;
        return result ? ErrorKind::Usage : result.error().kind;
    };
    EXPECT_EQ(opening({200, {}, {{"Content-Type", "text/html"}}, "<html>"}), ErrorKind::NotWsMan);
    EXPECT_EQ(opening({404, {}, {}, {}}), ErrorKind::NotWsMan);
    EXPECT_EQ(opening({401, {}, {}, {}}), ErrorKind::NotAuthenticated);
    EXPECT_EQ(opening({403, {}, {}, {}}), ErrorKind::NotPermitted);
    EXPECT_EQ(opening(tests::soap("<x/>")), ErrorKind::Malformed);
    EXPECT_EQ(host.count("Delete"), 3) << "and none for a refusal";
    host.change = nullptr;
    host.fault = [](const std::string&, int) { return wsman::makeFault(wsman::code::tooManyShells, "18 shells"); };
    const auto quota = wait(shell().open());
    ASSERT_FALSE(quota);
    EXPECT_EQ(quota.error().kind, ErrorKind::Quota);
    EXPECT_EQ(quota.error().code, wsman::code::tooManyShells);
    EXPECT_EQ(host.count("Create"), 9) << "only a refusal for now is asked about again, three times";
}

TEST_F(FailingWire, ALostCreateIsRepeatedWithAnotherShellAndTheFirstIsDeleted)
{
    when("Create", {0}, {Kind::Truncated, {}, 0, 0}); // the server made the shell, and the answer was lost
    ASSERT_TRUE(wait(shell().open()));
    EXPECT_EQ(host.count("Create"), 2);
    EXPECT_EQ(host.shellCount(), 1U);
    EXPECT_EQ(host.count("Delete"), 1);
    EXPECT_TRUE(invoke("Get-X"));
}

TEST_F(FailingWire, AShellThatDoesNotOpenInTimeIsDeleted)
{
    host.fault = [](const std::string& name, int) -> std::optional<wsman::Fault> {
        if (name == "Receive") return wsman::makeFault(wsman::code::operationTimedOut, "late");
        return std::nullopt;
    };
    ShellSetup setup{tests::shortTimeouts(), {}, {}};
    setup.timeouts.open = 100ms;
    const auto result = wait(shell(false, setup).open());
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::TimedOut);
    EXPECT_EQ(host.shellCount(), 0U);
}

TEST_F(FailingWire, AServerOfAnotherProtocolVersionIsRefusedAndItsShellDeleted)
{
    host.options.versions.protocol = {3, 0};
    const auto result = wait(shell().open());
    EXPECT_FALSE(result);
    EXPECT_TRUE(tests::waitUntil([&] { return host.shellCount() == 0; }));
}

TEST_F(FailingWire, ARefusedConnectionIsUnreachable)
{
    ShellEndpoint endpoint;
    endpoint.url = host.url();
    endpoint.configuration = "Microsoft.Exchange";
    host.server().stopListening();
    auto& shell = shellAt(endpoint, {});
    const auto result = wait(shell.open());
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::Unreachable);
    EXPECT_EQ(kindOf(invoke("Set-X")), ErrorKind::Unreachable) << "never sent, so not unknown";
}

TEST_F(FailingWire, APasswordIsNotSentWithoutTls)
{
    ShellEndpoint endpoint;
    endpoint.url = QUrl(QStringLiteral("http://mail.contoso.invalid/PowerShell"));
    endpoint.configuration = "Microsoft.Exchange";
    endpoint.scheme = domain::AuthenticationScheme::Basic;
    endpoint.user = "admin";
    const auto result = wait(shellAt(endpoint, "secret").open());
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::BadAddress);
}
