// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/wsman/names.h"
#include "remoting/wsman/request_writer.h"
#include "remoting/wsman/response.h"
#include "remoting/wsman/response_writer.h"
#include "tests/remoting/wsman/recordings.h"
#include "tests/remoting/wsman/tree.h"
#include "tests/support/paths.h"

#include <gtest/gtest.h>

using namespace drydock;
using namespace drydock::wsman;

namespace {

class Recorded : public ::testing::Test
{
protected:
    void SetUp() override
    {
        if (tests::recordings().empty()) GTEST_SKIP() << "no recordings in " << tests::testData();
    }
};

bool isCreateWithoutShell(const std::string& text)
{
    return text.find("ResourceCreated") != std::string::npos && text.find("<rsp:Shell ") == std::string::npos;
}

} // namespace

TEST_F(Recorded, EveryRequestIsReadAndWrittenAsItWas)
{
    int rebuilt = 0, unsupported = 0;
    for (const auto& file : tests::recordings())
        for (const auto& exchange : tests::readRecording(file)) {
            const auto request = readRequest(exchange.request);
            ASSERT_TRUE(request) << file << ": " << request.error().summary();
            EXPECT_TRUE(request->notUnderstood.empty()) << file;
            if (request->operation == Operation::Unsupported || !request->invalidTimeout.empty()) {
                ++unsupported;
                EXPECT_TRUE(headerFault(*request));
                continue;
            }
            EXPECT_EQ(tests::treeOf(write(*request)), tests::treeOf(exchange.request)) << file;
            ++rebuilt;
        }
    EXPECT_EQ(rebuilt + unsupported, 331);
    EXPECT_EQ(unsupported, 1); // a time-out of PT-1S
}

TEST_F(Recorded, EveryResponseIsReadAndRelatesToItsRequest)
{
    int read = 0;
    for (const auto& file : tests::recordings())
        for (const auto& exchange : tests::readRecording(file)) {
            if (exchange.response.empty()) continue;
            const auto request = readRequest(exchange.request);
            const auto response = readResponse(exchange.response);
            ASSERT_TRUE(request && response) << file;
            if (response->fault() == nullptr) {
                EXPECT_EQ(response->action, request->action + "Response") << file;
            }
            if (exchange.status == 500) {
                EXPECT_NE(response->fault(), nullptr) << file;
            }
            if (request->operation == Operation::Create) {
                EXPECT_FALSE(std::get<CreateResponse>(response->body).shell.shellId.empty()) << file;
            }
            if (request->operation == Operation::Command) {
                EXPECT_EQ(std::get<CommandResponse>(response->body).commandId.size(), 36U);
            }
            if (request->operation == Operation::Receive && response->fault() == nullptr) {
                for (const auto& stream : std::get<ReceiveResponse>(response->body).streams)
                    EXPECT_TRUE(stream.data.size() <= 32768) << file;
            }
            ++read;
        }
    EXPECT_EQ(read, 330);
}

TEST_F(Recorded, TheServerSideWritesEveryResponseAsItWas)
{
    int rebuilt = 0;
    for (const auto& file : tests::recordings())
        for (const auto& exchange : tests::readRecording(file)) {
            const auto response = readResponse(exchange.response);
            if (!response || response->fault() != nullptr || isCreateWithoutShell(exchange.response)) continue;
            const auto action = std::string_view(response->action).substr(response->action.rfind('/') + 1);
            if (action == "GetResponse") continue; // of what Windows tells, only the part that is asked for
            auto expected = tests::treeOf(exchange.response);
            EXPECT_EQ(tests::treeOf(write(*response)), expected) << file;
            ++rebuilt;
        }
    EXPECT_EQ(rebuilt, 316);
}

TEST_F(Recorded, TheConfigurationHoldsTheEnvelopeSize)
{
    int seen = 0;
    for (const auto& file : tests::recordings())
        for (const auto& exchange : tests::readRecording(file)) {
            const auto response = readResponse(exchange.response);
            if (!response || !std::holds_alternative<ConfigResponse>(response->body)) continue;
            const auto name = file.stem().string();
            const int size = std::get<ConfigResponse>(response->body).maxEnvelopeSizeKb;
            if (name.ends_with("_4096")) {
                EXPECT_EQ(size, 4096);
            } else if (name.ends_with("_500")) {
                EXPECT_EQ(size, 500);
            } else
                EXPECT_EQ(size, name.ends_with("_150") ? 150 : 32) << name;
            ++seen;
        }
    EXPECT_EQ(seen, 4);
}

TEST_F(Recorded, FaultsHaveTheirErrorKinds)
{
    const auto faultOf = [](const char* name) {
        for (const auto& exchange : tests::readRecording(tests::testData() / "wire" / name)) {
            const auto response = readResponse(exchange.response);
            if (response && response->fault() != nullptr) return *response->fault();
        }
        return Fault{};
    };
    const auto timedOut = faultOf("test_psrp_long_running_cmdlet.yml");
    EXPECT_EQ(timedOut.code, code::operationTimedOut);
    EXPECT_EQ(timedOut.subcode, "w:TimedOut");
    EXPECT_EQ(kindOf(timedOut), domain::ErrorKind::TimedOut);

    const auto nested = faultOf("test_psrp_is_alive_invalid_selectors.yml"); // a ProviderFault around a WSManFault
    EXPECT_EQ(nested.code, code::unexpectedSelectors);
    EXPECT_EQ(kindOf(nested), domain::ErrorKind::ShellGone);
    EXPECT_NE(nested.message.find("invalid selectors for the resource"), std::string::npos) << nested.message;
    EXPECT_EQ(nested.detail, std::string(uri::faultDetail) + "UnexpectedSelectors");

    EXPECT_EQ(kindOf(faultOf("test_psrp_receive_failure.yml")), domain::ErrorKind::ShellGone);

    const auto invalid = faultOf("test_psrp_is_alive_other_wsman_error.yml");
    EXPECT_EQ(invalid.code, code::invalidHeader);
    EXPECT_EQ(invalid.subcode, makeFault(code::invalidHeader, {}).subcode);
}
