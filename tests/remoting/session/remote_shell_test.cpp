// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/psrp/engine_errors.h"
#include "tests/remoting/session/shell_fixture.h"

#include <mutex>

using namespace drydock;
using namespace drydock::session;
using domain::ErrorKind;
using tests::InjectedFault;
using tests::shortTimeouts;
using namespace std::chrono_literals;

using RemoteShellTest = tests::ShellTest;

TEST_F(RemoteShellTest, OpensInThreeRequestsRunsInTwoAndEndsTheCommandInOneMore)
{
    auto& shell = this->shell();
    const auto opened = wait(shell.open());
    ASSERT_TRUE(opened) << opened.error().summary();
    EXPECT_TRUE(host.operations() == "Create Receive" || host.operations() == "Create Receive Receive")
        << host.operations();
    host.requests.clear();
    const auto output = invoke("Get-Queue");
    ASSERT_TRUE(output) << output.error().summary();
    ASSERT_EQ(output->objects.size(), 1U);
    EXPECT_EQ(output->objects[0].display(), "Get-Queue");
    EXPECT_FALSE(output->hadErrors);
    EXPECT_FALSE(output->possiblyIncomplete);
    EXPECT_TRUE(tests::waitUntil([&] { return host.operations() == "Command Receive Signal"; })) << host.operations();
    EXPECT_EQ(host.server().connections, 2) << "one for control, one for Receive";
    close();
    EXPECT_EQ(host.operations(), "Command Receive Signal Delete");
    EXPECT_EQ(host.shellCount(), 0U);
}

TEST_F(RemoteShellTest, UsesLargerEnvelopesWithNewServers)
{
    shell();
    ASSERT_TRUE(invoke("Get-Queue"));
    EXPECT_EQ(host.requests.front().maxEnvelopeSize, 153600);
    const auto receive = std::ranges::find_if(host.requests, [](const wsman::Request& request) {
        const auto* body = std::get_if<wsman::ReceiveBody>(&request.body);
        return body != nullptr && !body->commandId.empty();
    });
    ASSERT_NE(receive, host.requests.end());
    EXPECT_EQ(receive->maxEnvelopeSize, 512000);
    EXPECT_EQ(receive->option("WSMAN_CMDSHELL_OPTION_KEEPALIVE")->value, "True");
    EXPECT_EQ(host.requests.front().resourceUri, "http://schemas.microsoft.com/powershell/Microsoft.Exchange");
}

TEST_F(RemoteShellTest, UsesSmallEnvelopesWithOldServers)
{
    host.options.versions.protocol = {2, 1};
    shell();
    ASSERT_TRUE(invoke("Get-Queue"));
    EXPECT_EQ(host.requests.back().maxEnvelopeSize, 153600);
}

TEST_F(RemoteShellTest, CallsRunOneAfterTheOther)
{
    auto& shell = this->shell();
    std::vector<QFuture<domain::Result<Output>>> futures;
    for (const char* name : {"Get-A", "Set-B", "Test-C"})
        futures.push_back(shell.invoke({name, {}}));
    for (auto& future : futures)
        EXPECT_TRUE(wait(future));
    EXPECT_EQ(host.commandsRun, (std::vector<std::string>{"Get-A", "Set-B", "Test-C"}));
    EXPECT_EQ(host.count("Create"), 1);
}

TEST_F(RemoteShellTest, RunsAsManyCallsAtOnceAsThePoolHasRunspaces)
{
    std::vector<psrp::ServerPipeline*> held;
    host.run = [&](psrp::ServerPipeline& pipeline, const psrp::Command& command) {
        pipeline.output(clixml::Value::string(command.name));
        held.push_back(&pipeline);
    };
    host.keepsRunning = true;
    auto setup = ShellSetup{shortTimeouts(), {}, {}};
    setup.pool.maximumRunspaces = 2;
    auto& shell = this->shell(false, setup);
    std::vector<QFuture<domain::Result<Output>>> futures;
    for (const char* name : {"Get-A", "Set-B", "Get-C"})
        futures.push_back(shell.invoke({name, {}}));
    ASSERT_TRUE(tests::waitUntil([&] { return held.size() == 2; }));
    ASSERT_TRUE(tests::waitUntil([&] { return host.count("Receive") >= 8; })) << "both are asked for";
    EXPECT_EQ(held.size(), 2U) << "the third one waits for a runspace";
    held[1]->finish(psrp::PipelineState::Completed);
    EXPECT_EQ(wait(futures[1])->objects.at(0).display(), "Set-B");
    EXPECT_FALSE(futures[0].isFinished());
    ASSERT_TRUE(tests::waitUntil([&] { return held.size() == 3; }));
    held[2]->finish(psrp::PipelineState::Completed);
    held[0]->finish(psrp::PipelineState::Completed);
    EXPECT_EQ(wait(futures[0])->objects.at(0).display(), "Get-A");
    EXPECT_EQ(wait(futures[2])->objects.at(0).display(), "Get-C");
    EXPECT_EQ(host.count("Create"), 1);
}

TEST_F(RemoteShellTest, WhenOneOfSeveralFindsTheShellGoneReadingsBeginAnewAndChangesAreUnknown)
{
    host.keepsRunning = true;
    auto setup = ShellSetup{shortTimeouts(), {}, {}};
    setup.pool.maximumRunspaces = 3;
    auto& shell = this->shell(false, setup);
    auto first = shell.invoke({"Get-A", {}});
    auto change = shell.invoke({"Set-B", {}});
    auto second = shell.invoke({"Get-C", {}});
    ASSERT_TRUE(tests::waitUntil([&] { return host.commandsRun.size() == 3; }));
    host.keepsRunning = false;
    host.loseShells();
    EXPECT_TRUE(wait(first));
    EXPECT_TRUE(wait(second));
    EXPECT_EQ(kindOf(wait(change)), ErrorKind::OutcomeUnknown);
    EXPECT_EQ(std::count(host.commandsRun.begin(), host.commandsRun.end(), "Set-B"), 1);
    EXPECT_EQ(host.commandsRun.size(), 5U);
}

TEST_F(RemoteShellTest, DeliversRecordsOfEveryKind)
{
    host.run = [](psrp::ServerPipeline& pipeline, const psrp::Command&) {
        pipeline.inform(psrp::InformationalKind::Warning, "careful");
        pipeline.inform(psrp::InformationalKind::Verbose, "chatter");
        pipeline.error(psrp::commandNotFound("x"));
        pipeline.output(clixml::Value::int32(7));
        pipeline.progress({"Moving", 1, "half", {}, -1, 50, -1, false});
    };
    shell();
    const auto output = invoke("Get-X");
    ASSERT_TRUE(output);
    EXPECT_TRUE(output->hadErrors);
    EXPECT_EQ(output->errors.size(), 1U);
    EXPECT_EQ(output->warnings, std::vector<std::string>{"careful"});
    EXPECT_EQ(output->objects.size(), 1U);
    EXPECT_EQ(output->remarks, (std::vector<std::string>{"verbose: chatter", "progress: Moving: half, 50 %"}));
}

TEST_F(RemoteShellTest, KeepsABoundedPartOfWhatACmdletSays)
{
    host.run = [](psrp::ServerPipeline& pipeline, const psrp::Command&) {
        pipeline.progress({"Preparing modules for first use.", 0, {}, {}, -1, -1, -1, true});
        for (int i = 0; i < 150; ++i) {
            pipeline.inform(psrp::InformationalKind::Debug, std::string(1100, 'x'));
            pipeline.progress({"Moving", 1, "step", {}, -1, i, -1, false});
        }
    };
    shell();
    const auto output = invoke("Set-X");
    ASSERT_TRUE(output) << output.error().summary();
    ASSERT_EQ(output->remarks.size(), limits::remarks + 2);
    for (const auto& remark : output->remarks)
        EXPECT_LE(remark.size(), limits::remarkBytes + 3);
    EXPECT_EQ(output->remarks[limits::remarks], "progress: Moving: step, 149 %") << "the last of its activity";
    EXPECT_EQ(output->remarks.back(), "50 more were left out");
}

TEST_F(RemoteShellTest, LogsWhatNobodyElseKeeps)
{
    std::mutex mutex;
    std::vector<std::string> lines;
    ShellSetup setup{tests::shortTimeouts(), {}, {}, [&](const std::string& line) {
                         const std::scoped_lock lock(mutex);
                         lines.push_back(line);
                     }};
    const auto unknown = [](psrp::Guid pipeline) {
        psrp::Fragmenter fragmenter;
        return fragmenter.cut(psrp::encode({psrp::Destination::Client, psrp::MessageType{0x99999}, {}, pipeline, {}}));
    };
    host.poolFragments = [&](std::vector<std::string>& fragments) {
        if (!fragments.empty()) fragments.insert(fragments.begin(), unknown({}).front());
    };
    host.fragments = [&](std::vector<std::string>& fragments) { fragments.push_back(unknown({}).front()); };
    host.run = [](psrp::ServerPipeline& pipeline, const psrp::Command& command) {
        pipeline.inform(psrp::InformationalKind::Warning, "careful");
        pipeline.inform(psrp::InformationalKind::Verbose, "chatter");
        if (command.name == "Set-Nothing")
            pipeline.finish(psrp::PipelineState::Failed, psrp::commandNotFound("Set-Nothing"));
    };
    shell(false, setup);
    ASSERT_TRUE(invoke("Get-X"));
    ASSERT_TRUE(invoke("Set-X"));
    ASSERT_FALSE(invoke("Set-Nothing"));
    destroy();
    EXPECT_EQ(lines,
              (std::vector<std::string>{
                  "open shell: 0x00099999 in a pool passed over",
                  "Get-X on 127.0.0.1: 0x00099999 of pipeline 00000000-0000-0000-0000-000000000000 passed over",
                  "Get-X on 127.0.0.1: warning: careful", "Get-X on 127.0.0.1: verbose: chatter",
                  "Set-X on 127.0.0.1: 0x00099999 of pipeline 00000000-0000-0000-0000-000000000000 passed over",
                  "Set-Nothing on 127.0.0.1: 0x00099999 of pipeline 00000000-0000-0000-0000-000000000000 passed over",
                  "Set-Nothing on 127.0.0.1: verbose: chatter"}));
}

TEST_F(RemoteShellTest, ASecretIsEncryptedWithAKeyThatIsAgreedOnOnce)
{
    std::vector<std::string> received;
    host.run = [&](psrp::ServerPipeline& pipeline, const psrp::Command& command) {
        const auto plain = pipeline.decrypt(command["Password"]);
        received.push_back(plain ? std::string(plain->reveal()) : plain.error().summary());
    };
    std::mutex mutex;
    std::string wire;
    auto setup = ShellSetup{shortTimeouts(), {}, {}, {}};
    setup.tap = [&](const std::string& request, const std::string&, int) {
        const std::scoped_lock lock(mutex);
        wire += request;
    };
    auto& shell = this->shell(false, setup);
    for (int i = 0; i < 2; ++i) {
        psrp::Command command{"Set-X", {}};
        command.withSecret("Password", domain::Secret(std::string("opensesame")));
        const auto output = wait(shell.invoke(command));
        ASSERT_TRUE(output) << output.error().summary();
    }
    EXPECT_EQ(received, (std::vector<std::string>{"opensesame", "opensesame"}));
    EXPECT_EQ(host.count("Send"), 1) << "PUBLIC_KEY";
    destroy();
    EXPECT_EQ(wire.find("opensesame"), std::string::npos);
}

TEST_F(RemoteShellTest, WithoutASessionKeyNoCommandWithASecretIsSent)
{
    host.fault = [](const std::string& operation, int) -> std::optional<wsman::Fault> {
        if (operation == "Send") return wsman::makeFault(wsman::code::pluginStream, "not here");
        return std::nullopt;
    };
    auto& shell = this->shell();
    psrp::Command command{"Set-X", {}};
    command.withSecret("Password", domain::Secret(std::string("x")));
    EXPECT_FALSE(wait(shell.invoke(command)));
    EXPECT_TRUE(host.commandsRun.empty());
    host.fault = nullptr;
    EXPECT_TRUE(invoke("Get-X")) << "over a new shell";
}

TEST_F(RemoteShellTest, FragmentsGoIntoAsFewSendsAsFit)
{
    std::string identity;
    host.run = [&](psrp::ServerPipeline&, const psrp::Command& command) { identity = command["Identity"].display(); };
    auto& shell = this->shell();
    psrp::Command large{"Set-X", {}};
    large.with("Identity", clixml::Value::string(std::string(1'000'000, 'x')));
    ASSERT_TRUE(wait(shell.invoke(large)));
    EXPECT_EQ(identity.size(), 1'000'000U);
    EXPECT_EQ(host.commandsRun.size(), 1U);
    EXPECT_EQ(host.count("Send"), 3) << "31 fragments, 11 of them in an envelope of 500 KB";
    for (const auto& request : host.server().requests)
        EXPECT_LE(request.body.size(), 512'000U);
}

TEST_F(RemoteShellTest, AServerThatTakesSmallEnvelopesGetsSmallOnes)
{
    std::string identity;
    host.run = [&](psrp::ServerPipeline&, const psrp::Command& command) { identity = command["Identity"].display(); };
    host.fault = [](const std::string& operation, int number) -> std::optional<wsman::Fault> {
        if (operation == "Send" && number == 0) return wsman::makeFault(2150858823, "The envelope is too large.");
        return std::nullopt;
    };
    auto& shell = this->shell();
    psrp::Command large{"Set-X", {}};
    large.with("Identity", clixml::Value::string(std::string(500'000, 'x')));
    ASSERT_TRUE(wait(shell.invoke(large)));
    EXPECT_EQ(identity.size(), 500'000U);
    EXPECT_EQ(host.commandsRun.size(), 1U);
    EXPECT_EQ(host.count("Send"), 6) << "one that was refused, and three fragments in each of five";
}

TEST_F(RemoteShellTest, ATerminatingErrorHasItsErrorKind)
{
    host.run = [](psrp::ServerPipeline& pipeline, const psrp::Command& command) {
        if (command.name == "Get-Nothing")
            pipeline.finish(psrp::PipelineState::Failed, psrp::commandNotFound("Get-Nothing"));
        if (command.name == "Get-Odd")
            pipeline.finish(psrp::PipelineState::Failed, psrp::parameterNotFound("Get-Odd", "Odd"));
        if (command.name == "Set-Asking")
            pipeline.finish(psrp::PipelineState::Failed, psrp::promptFailed("Set-Asking"));
        if (command.name == "Set-Broken") pipeline.finish(psrp::PipelineState::Failed);
    };
    shell();
    EXPECT_EQ(kindOf(invoke("Get-Nothing")), ErrorKind::UnknownCommand);
    EXPECT_EQ(kindOf(invoke("Get-Odd")), ErrorKind::UnknownParameter);
    EXPECT_EQ(kindOf(invoke("Set-Asking")), ErrorKind::PromptRefused);
    EXPECT_EQ(kindOf(invoke("Set-Broken")), ErrorKind::CommandFailed);
    EXPECT_EQ(invoke("Get-Nothing").error().what, "Get-Nothing on 127.0.0.1");
    EXPECT_EQ(host.count("Create"), 1);
}

TEST_F(RemoteShellTest, ReadOnlySendsOnlyReadingCmdlets)
{
    auto& shell = this->shell(true);
    for (const char* name :
         {"Set-MailboxServer", "Redirect-Message", "Getaway-Car", "Get-", "Testing", "", "Remove-Get-Thing"}) {
        const auto refused = shell.invoke({name, {}});
        ASSERT_TRUE(refused.isFinished()) << "refused at once: " << name;
        EXPECT_EQ(kindOf(refused.result()), ErrorKind::ReadOnly) << name;
    }
    EXPECT_EQ(host.server().connections, 0);
    EXPECT_TRUE(invoke("get-queue"));
    EXPECT_TRUE(invoke("Test-ServiceHealth"));
}

TEST_F(RemoteShellTest, TimedOutReceivesAreRepeated)
{
    host.fault = [](const std::string& operation, int number) -> std::optional<wsman::Fault> {
        if (operation == "Receive" && (number == 0 || number == 3 || number == 4))
            return wsman::makeFault(wsman::code::operationTimedOut, "late");
        return std::nullopt;
    };
    shell();
    const auto output = invoke("Set-X");
    ASSERT_TRUE(output) << output.error().summary();
    EXPECT_FALSE(output->possiblyIncomplete);
    EXPECT_EQ(host.commandsRun.size(), 1U);
}

TEST_F(RemoteShellTest, StopTellsTheServerAndWaitsForIt)
{
    host.keepsRunning = true;
    auto& shell = this->shell();
    auto running = shell.invoke({"Move-ActiveMailboxDatabase", {}});
    auto waiting = shell.invoke({"Get-Queue", {}});
    ASSERT_TRUE(tests::waitUntil([&] { return host.count("Receive") > 3; }));
    shell.stop();
    EXPECT_EQ(kindOf(wait(running)), ErrorKind::OutcomeUnknown) << "it ran in part";
    EXPECT_EQ(kindOf(wait(waiting)), ErrorKind::Cancelled);
    EXPECT_GE(host.count("Signal"), 1);
    EXPECT_LE(host.count("Signal"), 2) << "the stop, and the end of the command, which nobody waits for";
    host.keepsRunning = false;
    EXPECT_TRUE(invoke("Get-Queue")) << "the shell is as good as before";
    EXPECT_EQ(host.count("Create"), 1);
}

TEST_F(RemoteShellTest, TheShellIsDeletedWhenTheServerDoesNotStopTheCommand)
{
    host.keepsRunning = true;
    host.fault = [](const std::string& operation, int) -> std::optional<wsman::Fault> {
        if (operation == "Signal") return wsman::makeFault(wsman::code::pluginException, "no");
        return std::nullopt;
    };
    auto& shell = this->shell();
    auto reading = shell.invoke({"Get-Queue", {}}, {50ms});
    EXPECT_EQ(kindOf(wait(reading)), ErrorKind::TimedOut);
    auto changing = shell.invoke({"Set-X", {}}, {50ms});
    EXPECT_EQ(kindOf(wait(changing)), ErrorKind::OutcomeUnknown);
    EXPECT_TRUE(tests::waitUntil([&] { return host.shellCount() == 0; })) << "both shells were deleted";
    EXPECT_EQ(host.count("Create"), 2);
}

TEST_F(RemoteShellTest, TheShellIsDeletedWhenItsOwnerIsDestroyed)
{
    shell();
    ASSERT_TRUE(invoke("Get-Queue"));
    EXPECT_EQ(host.shellCount(), 1U);
    destroy(); // without close()
    EXPECT_EQ(host.shellCount(), 0U);
    EXPECT_EQ(host.count("Delete"), 1);
}

TEST_F(RemoteShellTest, TheShellIsDeletedWhenItsOwnerIsDestroyedDuringACommand)
{
    host.keepsRunning = true;
    auto running = shell().invoke({"Set-X", {}});
    ASSERT_TRUE(tests::waitUntil([&] { return host.count("Receive") > 3; }));
    destroy();
    EXPECT_EQ(kindOf(wait(running)), ErrorKind::OutcomeUnknown);
    EXPECT_EQ(host.shellCount(), 0U);
}

TEST_F(RemoteShellTest, ClosingDuringACommandEndsIt)
{
    host.keepsRunning = true;
    auto& shell = this->shell();
    auto reading = shell.invoke({"Get-X", {}});
    auto waiting = shell.invoke({"Set-X", {}});
    ASSERT_TRUE(tests::waitUntil([&] { return host.count("Receive") > 3; }));
    close();
    EXPECT_EQ(kindOf(wait(reading)), ErrorKind::Cancelled);
    EXPECT_EQ(kindOf(wait(waiting)), ErrorKind::Cancelled);
    EXPECT_EQ(host.shellCount(), 0U);
    host.keepsRunning = false;
    EXPECT_TRUE(invoke("Get-X")) << "what is asked after closing opens again";
}

TEST_F(RemoteShellTest, ClosingDoesNotWaitForASilentServer)
{
    host.injected = [](const std::string& operation, int) {
        return InjectedFault{
            operation == "Delete" ? InjectedFault::Kind::Silent : InjectedFault::Kind::Answer, {}, 0, 0};
    };
    shell();
    ASSERT_TRUE(invoke("Get-Queue"));
    close(); // within the time-out of the Delete, or the fixture complains
    destroy();
}

TEST_F(RemoteShellTest, CanBeOpenedAgainWhileItCloses)
{
    auto& shell = this->shell();
    ASSERT_TRUE(wait(shell.open()));
    auto closing = shell.close();
    EXPECT_TRUE(wait(shell.open()));
    EXPECT_TRUE(closing.isFinished());
    EXPECT_EQ(host.shellCount(), 1U);
}

TEST_F(RemoteShellTest, AShellThatDiedWhileIdleIsReplaced)
{
    shell();
    ASSERT_TRUE(invoke("Get-Queue"));
    host.loseShells();
    const auto output = invoke("Set-X"); // refused before it began: in the new shell it runs for the first time
    ASSERT_TRUE(output) << output.error().summary();
    EXPECT_EQ(host.commandsRun, (std::vector<std::string>{"Get-Queue", "Set-X"}));
    EXPECT_EQ(host.count("Create"), 2);
}
