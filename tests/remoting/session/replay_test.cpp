// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Real recordings played back to our client: what Windows answered is understood, and what we ask is what was asked.
#include "remoting/wsman/names.h"
#include "remoting/wsman/response.h"
#include "remoting/wsman/response_writer.h"
#include "tests/remoting/session/shell_fixture.h"
#include "tests/remoting/wsman/recordings.h"
#include "tests/support/paths.h"

#include <filesystem>

using namespace drydock;
using namespace drydock::session;

namespace {

// Answers in the recorded order, each related to the request that really came.
class Replay : public tests::ShellTest
{
protected:
    void play(const char* name)
    {
        const auto file = tests::testData() / "wire" / name;
        if (!std::filesystem::exists(file)) GTEST_SKIP() << "no recording " << file;
        exchanges = tests::readRecording(file);
        server.handler = [this](const http::ServerRequest& http) { return next(http); };
        ShellEndpoint endpoint;
        endpoint.url = server.url();
        endpoint.configuration = "Microsoft.PowerShell";
        ShellSetup setup{tests::shortTimeouts(), {}, {}};
        setup.pool.guids = [ids = recordedIds(), at = std::size_t{0}]() mutable {
            return ids.at(std::min(at++, ids.size() - 1));
        };
        shellAt(endpoint, {}, setup);
    }

    http::Response next(const http::ServerRequest& http)
    {
        const auto request = wsman::readRequest(http.body);
        if (!request) return {400, {}, {}, {}};
        const auto action = [](const std::string& text) { return text.substr(text.rfind('/') + 1); };
        while (at < exchanges.size()) {
            const auto& exchange = exchanges[at++];
            const auto recorded = wsman::readRequest(exchange.request);
            if (action(recorded->action) != action(request->action)) {
                if (recorded->operation == wsman::Operation::Send || recorded->operation == wsman::Operation::Signal)
                    continue; // other clients' habits
                break;
            }
            asked += action(request->action) + ' ';
            auto text = exchange.response;
            text.replace(text.find(recorded->messageId), recorded->messageId.size(), request->messageId);
            return tests::soap(text, exchange.status);
        }
        return tests::soap(
            wsman::write(wsman::respondTo(
                *request, wsman::makeFault(wsman::code::unexpectedSelectors, "the recording is over"), "uuid:X")),
            500);
    }

    // The pool's id, then the pipelines', as the recorded client chose them.
    [[nodiscard]] std::vector<psrp::Guid> recordedIds() const
    {
        std::vector<psrp::Guid> ids;
        for (const auto& exchange : exchanges) {
            const auto request = wsman::readRequest(exchange.request);
            if (const auto* create = std::get_if<wsman::CreateBody>(&request->body))
                ids.push_back(psrp::Guid::parse(create->shellId).value_or(psrp::Guid{}));
            if (const auto* command = std::get_if<wsman::CommandBody>(&request->body))
                ids.push_back(psrp::Guid::parse(command->commandId).value_or(psrp::Guid{}));
        }
        return ids;
    }

    tests::ScriptServer server;
    std::vector<tests::Exchange> exchanges;
    std::size_t at = 0;
    std::string asked;
};

} // namespace

TEST_F(Replay, UnderstandsServersOfEveryProtocolVersion)
{
    for (const char* name : {"test_psrp_run_protocol_version_2.1.yml", "test_psrp_run_protocol_version_2.2.yml",
                             "test_psrp_run_protocol_version_2.3.yml"}) {
        at = 0;
        asked.clear();
        play(name);
        if (IsSkipped()) return;
        const auto output = invoke("Get-Something");
        ASSERT_TRUE(output) << name << ": " << output.error().summary() << " after " << asked;
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
    ASSERT_TRUE(output) << output.error().summary() << " after " << asked;
    EXPECT_FALSE(output->possiblyIncomplete);
    close();
}

TEST_F(Replay, OpensAndCloses)
{
    play("test_psrp_open_runspace.yml");
    if (IsSkipped()) return;
    const auto opened = wait(m_shell->open());
    ASSERT_TRUE(opened) << opened.error().summary() << " after " << asked;
    close();
    EXPECT_EQ(asked, "Create Receive Receive Delete ");
}

TEST_F(Replay, AShellThatDisappearsDuringACommandIsReported)
{
    play("test_psrp_receive_failure.yml");
    if (IsSkipped()) return;
    EXPECT_FALSE(wait(m_shell->open()) && invoke("Set-Something"));
    close();
}
