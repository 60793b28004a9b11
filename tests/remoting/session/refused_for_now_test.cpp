// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Shells that are refused for now or take no more commands, pipelines that end in the middle, and servers that answer
// in trickles.
#include "remoting/psrp/fragment.h"
#include "remoting/psrp/message.h"
#include "remoting/session/receive_backoff.h"
#include "remoting/wsman/response_writer.h"
#include "tests/remoting/session/shell_fixture.h"

using namespace drydock;
using namespace drydock::session;
using domain::ErrorKind;
using namespace std::chrono_literals;

namespace {

constexpr std::uint32_t loadQuota = 2150859175;
constexpr std::uint32_t commandsQuota = 2150859241;

class RefusedForNow : public tests::ShellTest
{
protected:
    // The first `times` requests of the operation are answered with the fault.
    void refuse(const std::string& operation, int times, wsman::Fault fault)
    {
        host.fault = [=](const std::string& name, int number) {
            return name == operation && number < times ? std::optional(fault) : std::nullopt;
        };
    }
    static wsman::Fault full(std::uint32_t code)
    {
        auto fault = wsman::makeFault(code, "Too many commands have been run in this shell.");
        fault.code = code;
        return fault;
    }
};

} // namespace

TEST_F(RefusedForNow, AShellIsAskedForAgainWhereWindowsAsksAgain)
{
    for (const std::uint32_t code : {1722U, 2150858770U, 2150859120U, 995U, 2150859026U}) {
        const int before = host.count("Create");
        refuse("Create", before + 1, wsman::makeFault(code, "not now"));
        shell();
        EXPECT_TRUE(invoke("Set-X")) << code;
        EXPECT_EQ(host.count("Create"), before + 2) << code;
        EXPECT_EQ(host.shellCount(), 1U);
        close();
    }
}

TEST_F(RefusedForNow, ACommandThatTheRightsOfAnOldShellRefuseIsSentOnceInANewOne)
{
    const auto rights =
        wsman::makeFault(wsman::code::pluginException,
                         "[ClientAccessServer=EX1,RequestId=1] [FailureCategory=AuthZ-SetupFailed] no role");
    refuse("Command", 1, rights);
    shell();
    EXPECT_TRUE(invoke("Set-X"));
    EXPECT_EQ(host.commandsRun.size(), 1U);
    EXPECT_EQ(host.count("Create"), 2);
    refuse("Command", 100, rights);
    EXPECT_EQ(kindOf(invoke("Set-X")), ErrorKind::NotPermitted);
    EXPECT_EQ(host.commandsRun.size(), 1U);
}

TEST_F(RefusedForNow, EveryFinishedCommandIsEnded)
{
    host.run = [](psrp::ServerPipeline& pipeline, const psrp::Command& command) {
        if (command.name == "Get-Broken") pipeline.finish(psrp::PipelineState::Failed);
    };
    shell();
    for (const char* name : {"Get-A", "Set-B", "Get-Broken"})
        static_cast<void>(invoke(name));
    EXPECT_TRUE(tests::waitUntil([&] { return host.count("Signal") == 3; })) << host.operations();
    EXPECT_EQ(host.count("Create"), 1);
}

TEST_F(RefusedForNow, AFullShellIsLeftAndTheCommandIsSentOnceInANewOne)
{
    for (const std::uint32_t code : {0U, commandsQuota, 2147942414U})
        for (const char* name : {"Get-A", "Set-B"}) {
            const int created = host.count("Create");
            host.commandsRun.clear();
            refuse("Command", host.count("Command") + 1, full(code));
            shell();
            const auto output = invoke(name);
            ASSERT_TRUE(output) << code << name << output.error().summary();
            EXPECT_EQ(host.commandsRun, std::vector<std::string>{name});
            EXPECT_EQ(host.count("Create"), created + 2);
            EXPECT_TRUE(tests::waitUntil([&] { return host.shellCount() == 1; })) << "the full shell is deleted";
            close();
        }
}

TEST_F(RefusedForNow, ACommandThatIsRefusedTwiceFailsAndDidNotRun)
{
    refuse("Command", 100, full(0));
    shell();
    const auto output = invoke("Set-B");
    EXPECT_EQ(kindOf(output), ErrorKind::Fault);
    EXPECT_EQ(host.count("Command"), 2);
    EXPECT_TRUE(host.commandsRun.empty());
}

TEST_F(RefusedForNow, AChangeRefusedWithoutACodeIsSentAgainWhenTheServerDoesNotKnowIt)
{
    refuse("Command", 1, full(0));
    shell();
    const auto output = invoke("Set-B");
    ASSERT_TRUE(output) << output.error().summary();
    EXPECT_EQ(host.commandsRun, std::vector<std::string>{"Set-B"});
    EXPECT_EQ(host.count("Command"), 2);
    EXPECT_EQ(host.count("Create"), 2) << "over a new shell";
    EXPECT_EQ(host.count("Receive"), 5) << "two for the pools, two for the refused command, one for its output";
    EXPECT_EQ(host.count("Get"), 1) << "the shell was asked whether it is alive";
}

TEST_F(RefusedForNow, AReadingRefusedWithoutACodeIsSentAgainWithoutBeingAskedAbout)
{
    refuse("Command", 1, full(0));
    shell();
    EXPECT_TRUE(invoke("Get-A"));
    EXPECT_EQ(host.count("Receive"), 3) << "two for the pools, one for its output";
    EXPECT_EQ(host.count("Get"), 0);
}

TEST_F(RefusedForNow, AChangeRefusedWithoutACodeThatTheServerKnowsRunsOnce)
{
    host.change = [this](const std::string& name, int, http::Response& response) {
        if (name != "Command") return; // it was performed
        response = tests::soap(wsman::write(wsman::respondTo(host.requests.back(), full(0), "uuid:1")), 500);
    };
    shell();
    const auto output = invoke("Set-B");
    ASSERT_TRUE(output) << output.error().summary();
    EXPECT_EQ(output->objects.size(), 1U);
    EXPECT_FALSE(output->possiblyIncomplete);
    EXPECT_EQ(host.commandsRun, std::vector<std::string>{"Set-B"});
    EXPECT_EQ(host.count("Command"), 1);
    EXPECT_EQ(host.count("Create"), 1);
}

// What does not prove that the command never ran: a second fault without a code, that it was closed, a quota.
TEST_F(RefusedForNow, AChangeRefusedWithoutACodeIsAnUnknownOutcomeWhenTheServerDoesNotSayThatItDoesNotKnowIt)
{
    for (const std::uint32_t code : {0U, wsman::code::commandClosed, wsman::code::accessDenied, loadQuota}) {
        const int sent = host.count("Command");
        const int created = host.count("Create");
        const int opening = host.count("Receive");
        host.fault = [=](const std::string& name, int number) -> std::optional<wsman::Fault> {
            if (name == "Command") return full(0);
            return name == "Receive" && number > opening ? std::optional(full(code)) : std::nullopt;
        };
        shell();
        EXPECT_EQ(kindOf(invoke("Set-B")), ErrorKind::OutcomeUnknown) << code;
        EXPECT_EQ(host.count("Command"), sent + 1) << code;
        EXPECT_EQ(host.count("Create"), created + 1) << code;
        close();
    }
    EXPECT_TRUE(host.commandsRun.empty());
}

TEST_F(RefusedForNow, AChangeRefusedWithoutACodeIsAnUnknownOutcomeWhenItsShellIsGone)
{
    host.fault = [this](const std::string& name, int) -> std::optional<wsman::Fault> {
        if (name != "Command") return std::nullopt;
        host.loseShells(); // with what ran in it
        return full(0);
    };
    shell();
    EXPECT_EQ(kindOf(invoke("Set-B")), ErrorKind::OutcomeUnknown);
    EXPECT_EQ(host.count("Command"), 1);
    EXPECT_EQ(host.count("Create"), 1);
}

TEST_F(RefusedForNow, AServerWithoutGetIsAskedForItsPoolWhetherTheShellIsThere)
{
    for (const bool alive : {true, false}) {
        const int sent = host.count("Command");
        host.commandsRun.clear();
        host.fault = [=, this](const std::string& name, int number) -> std::optional<wsman::Fault> {
            if (name == "Get") return wsman::makeFault(wsman::code::actionNotSupported, "Get");
            if (name != "Command" || number > sent) return std::nullopt;
            if (!alive) host.loseShells();
            return full(0);
        };
        shell();
        EXPECT_EQ(kindOf(invoke("Set-B")), alive ? ErrorKind::Usage : ErrorKind::OutcomeUnknown) << alive;
        EXPECT_EQ(host.commandsRun.size(), alive ? 1U : 0U);
        close();
    }
}

TEST_F(RefusedForNow, ACreateIsAskedForAgainThreeTimes)
{
    for (const std::uint32_t code : {14U, wsman::code::serviceUnavailable, wsman::code::tooManyShells, 2150859236U}) {
        const int before = host.count("Create");
        refuse("Create", before + 3, full(code));
        shell();
        EXPECT_TRUE(invoke("Get-A")) << code;
        EXPECT_EQ(host.count("Create"), before + 4) << code;
        close();
    }
    refuse("Create", 1000, full(wsman::code::tooManyShells));
    const int before = host.count("Create");
    shell();
    EXPECT_EQ(kindOf(invoke("Get-A")), ErrorKind::Quota);
    EXPECT_EQ(host.count("Create"), before + 4) << "one and three more";
}

TEST_F(RefusedForNow, AnUnavailableServiceIsAskedAgain)
{
    host.change = [](const std::string& name, int number, http::Response& response) {
        if (name == "Create" && number == 0) response = {503, "Service Unavailable", {}, {}};
    };
    shell();
    EXPECT_TRUE(invoke("Get-A"));
    EXPECT_EQ(host.count("Create"), 2);
}

TEST_F(RefusedForNow, AReceiveIsAskedAgainWhetherThePoolOpensOrACommandRuns)
{
    host.fault = [](const std::string& name, int number) -> std::optional<wsman::Fault> {
        if (name != "Receive" || number % 2 != 0) return std::nullopt;
        return wsman::makeFault(number % 4 == 0 ? wsman::code::serviceUnavailable : wsman::code::noResponseData, "");
    };
    shell();
    EXPECT_TRUE(invoke("Set-B"));
    EXPECT_EQ(host.count("Create"), 1);
    EXPECT_EQ(host.commandsRun.size(), 1U);
}

TEST_F(RefusedForNow, AQuotaThatAsksForDaysIsNotWaitedFor)
{
    refuse("Create", 1, wsman::makeFault(loadQuota, "it will not be approved for at least 3000000000 milliseconds."));
    shell();
    const auto output = invoke("Get-A");
    ASSERT_EQ(kindOf(output), ErrorKind::Quota);
    EXPECT_NE(output.error().summary().find("it asks for a wait of 3000000 s, and at most 120 s are waited"),
              std::string::npos)
        << output.error().summary();
    EXPECT_EQ(host.count("Create"), 1);
    host.fault = [](const std::string& name, int) -> std::optional<wsman::Fault> {
        if (name != "Receive") return std::nullopt;
        return wsman::makeFault(loadQuota, "it will not be approved for at least 3000000000 milliseconds.");
    };
    const auto second = invoke("Get-A");
    EXPECT_EQ(kindOf(second), ErrorKind::Quota);
}

TEST_F(RefusedForNow, AShellUnknownWhileItOpensIsReplacedOnceThenExplained)
{
    refuse("Receive", 1, wsman::makeFault(wsman::code::unexpectedSelectors, "No such shell here."));
    shell();
    EXPECT_TRUE(invoke("Get-A"));
    EXPECT_EQ(host.count("Create"), 2);
    close();
    refuse("Receive", 1000, wsman::makeFault(wsman::code::unexpectedSelectors, "No such shell here."));
    const auto output = invoke("Get-A");
    ASSERT_EQ(kindOf(output), ErrorKind::ShellGone);
    EXPECT_EQ(host.count("Create"), 4);
    EXPECT_NE(output.error().summary().find("connect to a server by its own name"), std::string::npos);
}

TEST_F(RefusedForNow, AnObjectThatNeverEndsIsReadAgainAndWarnsAChange)
{
    host.run = [](psrp::ServerPipeline& pipeline, const psrp::Command&) {
        pipeline.output(clixml::Value::string("first"));
        pipeline.output(clixml::Value::string(std::string(50'000, 'x'))); // two fragments
    };
    int cut = 0;
    host.fragments = [&](std::vector<std::string>& fragments) {
        for (auto it = fragments.begin(); it != fragments.end(); ++it) {
            const auto head = psrp::readFragmentHeader(*it);
            if (cut == 0 || head.start || !head.end) continue;
            --cut;
            fragments.erase(it);
            return;
        }
    };
    shell();
    cut = 1;
    const auto reading = invoke("Get-A");
    ASSERT_TRUE(reading) << reading.error().summary();
    EXPECT_EQ(reading->objects.size(), 2U);
    EXPECT_FALSE(reading->possiblyIncomplete);
    EXPECT_EQ(host.commandsRun.size(), 2U) << "it was read again";
    cut = 2;
    EXPECT_EQ(kindOf(invoke("Get-A")), ErrorKind::ConnectionLost) << "once only";
    cut = 1;
    const auto change = invoke("Set-B");
    ASSERT_TRUE(change) << change.error().summary();
    EXPECT_TRUE(change->possiblyIncomplete);
    EXPECT_EQ(std::ranges::count(host.commandsRun, "Set-B"), 1);
}

TEST_F(RefusedForNow, QuestionsAreRefusedOneAtATime)
{
    int questions = 0;
    host.fragments = [&](std::vector<std::string>& fragments) {
        psrp::Fragmenter fragmenter;
        for (; questions > 0; --questions) { // before the pipeline's own messages, whose ids they take
            auto message = psrp::decodeMessage(fragments.front().substr(psrp::fragmentHeaderBytes));
            ASSERT_TRUE(message);
            message->type = psrp::MessageType::PipelineHostCall;
            const std::string xml = R"(<Obj RefId="0"><MS><I64 N="ci">1</I64><I32 N="mi">11</I32></MS></Obj>)";
            message->xml = xml;
            fragments.insert(fragments.begin(), fragmenter.cut(psrp::encode(*message)).front());
        }
    };
    shell();
    questions = 1;
    EXPECT_TRUE(invoke("Get-A"));
    EXPECT_TRUE(tests::waitUntil([&] { return host.count("Send") == 1; }));
    questions = 10;
    EXPECT_EQ(kindOf(invoke("Get-A")), ErrorKind::LimitExceeded);
    EXPECT_LE(host.count("Send"), 2);
}

TEST(ReceiveBackoff, EmptyAnswersAndTricklesArePaced)
{
    ReceiveBackoff empty(100ms);
    std::chrono::milliseconds waited{};
    for (int i = 0; i < 20; ++i) {
        empty.asked();
        waited += empty.after(0);
    }
    EXPECT_GE(waited, 20s) << "20 answers that brought nothing";
    ReceiveBackoff trickle(100ms);
    waited = {};
    for (int i = 0; i < 16 + 20; ++i) {
        trickle.asked();
        waited += trickle.after(1);
        EXPECT_TRUE(i >= 16 || waited.count() == 0) << "a short pipeline is not slowed down";
    }
    EXPECT_GE(waited, 5s);
    trickle.asked();
    EXPECT_EQ(trickle.after(100'000).count(), 0);
    trickle.asked();
    EXPECT_EQ(trickle.after(1).count(), 0) << "much data ends it";
}
