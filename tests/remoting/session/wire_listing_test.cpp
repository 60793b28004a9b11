// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What is listed of a recording: every message of the recorded sessions, and the place of what is damaged.
#include "remoting/session/wire_listing.h"

#include "remoting/psrp/fragment.h"
#include "remoting/psrp/message.h"
#include "remoting/wsman/names.h"
#include "remoting/wsman/request_writer.h"
#include "tests/remoting/wsman/recordings.h"

#include <algorithm>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sstream>

using namespace drydock;
using namespace drydock::session;
using ::testing::HasSubstr;

namespace {

std::string textOf(const std::filesystem::path& file)
{
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

std::vector<WireRow> rowsOf(std::string_view recording)
{
    std::vector<WireRow> rows;
    const auto listed = listRecording(recording, [&](const WireRow& row) { rows.push_back(row); });
    EXPECT_TRUE(listed) << listed.error().summary();
    return rows;
}

std::string whyNotListed(const std::string& recording)
{
    const auto listed = listRecording(recording, [](const WireRow&) {});
    return listed ? "it was listed" : listed.error().detail;
}

std::string sent(const std::string& commandId, const std::string& bytes)
{
    wsman::Request request;
    request.operation = wsman::Operation::Send;
    request.resourceUri = std::string(wsman::uri::powershellPrefix) + "Microsoft.Exchange";
    request.selectors = {{"ShellId", "S-1"}};
    request.body = wsman::SendBody{{{"stdin", commandId, bytes, false}}};
    return "- request: " + wsman::write(request) + "\n  response: null\n";
}

// The messages that the split twin of a recording names, as "type of pipeline".
std::vector<std::string> knownMessages(const std::filesystem::path& jsonl)
{
    std::vector<std::string> messages;
    std::ifstream file(jsonl);
    for (std::string line; std::getline(file, line);) {
        const auto entry = nlohmann::json::parse(line);
        for (const auto& stream : entry.value("streams", nlohmann::json::array()))
            for (const auto& message : stream.value("messages", nlohmann::json::array()))
                messages.push_back(toString(static_cast<psrp::MessageType>(
                                       std::stoul(message["type"].get<std::string>(), nullptr, 16))) +
                                   " " + std::to_string(message["object"].get<std::uint64_t>()));
    }
    return messages;
}

} // namespace

TEST(WireListing, ListsEveryMessageOfTheRecordedSessions)
{
    const auto files = tests::recordings();
    if (files.empty()) GTEST_SKIP() << "the shared recordings are absent";
    std::size_t compared = 0;
    for (const auto& file : files) {
        std::vector<std::string> messages;
        for (const auto& row : rowsOf(textOf(file)))
            if (!row.object.empty() && row.message != "(part)") messages.push_back(row.message + " " + row.object);
        const auto twin = std::filesystem::path(file).replace_extension(".jsonl");
        if (!std::filesystem::exists(twin)) continue;
        EXPECT_EQ(messages, knownMessages(twin)) << file;
        compared += messages.size();
    }
    EXPECT_GT(compared, 300U);
}

TEST(WireListing, NamesDirectionActionAndIds)
{
    const auto files = tests::recordings();
    const auto file =
        std::ranges::find(files, "test_psrp_no_profile.yml", [](const auto& path) { return path.filename(); });
    if (file == files.end()) GTEST_SKIP() << "the shared recordings are absent";
    const auto rows = rowsOf(textOf(*file));
    const std::string shell = "4A8013C9-7387-4239-842A-B290AC4DA47B";
    ASSERT_GT(rows.size(), 4U);
    EXPECT_EQ(rows[0], (WireRow{1, true, "Create", shell, "", "1", "SESSION_CAPABILITY", 199}));
    EXPECT_EQ(rows[1], (WireRow{1, true, "Create", shell, "", "2", "INIT_RUNSPACEPOOL", 765}));
    EXPECT_EQ(rows[2].action, "CreateResponse");
    EXPECT_FALSE(rows[2].isRequest);
    EXPECT_EQ(rows.back().action, "DeleteResponse");
}

TEST(WireListing, ShowsThePiecesOfAMessageAndWhereItEnds)
{
    const psrp::Message message{psrp::Destination::Server, psrp::MessageType::PipelineInput, {}, {}, "<S>a</S>"};
    const auto fragments = psrp::Fragmenter().cut(psrp::encode(message), 50);
    ASSERT_EQ(fragments.size(), 2U);
    const auto rows = rowsOf("messages:\n" + sent("C-1", fragments[0].substr(0, 30)) +
                             sent("C-1", fragments[0].substr(30)) + sent("C-1", fragments[1]));
    ASSERT_EQ(rows.size(), 6U) << "and three that brought no answer";
    EXPECT_EQ(rows[0].object, "") << "no fragment is whole yet";
    EXPECT_EQ(rows[2], (WireRow{2, true, "Send", "S-1", "C-1", "1", "(part)", 29}));
    EXPECT_EQ(rows[4], (WireRow{3, true, "Send", "S-1", "C-1", "1", "PIPELINE_INPUT", 48}));
}

TEST(WireListing, SaysWhereARecordingIsDamaged)
{
    EXPECT_THAT(whyNotListed("messages:\n- request: <a>\n"), HasSubstr("line 2, the request: "));
    EXPECT_EQ(whyNotListed("messages:\n- request: <a/>\n"), "line 2, the request: not a SOAP envelope");
    auto damaged = "messages:\n" + sent("C-1", "abcdef");
    damaged.replace(damaged.find("YWJj"), 1, "!");
    EXPECT_EQ(whyNotListed(damaged), "line 2, the request: a stream is not base64");
    EXPECT_THAT(whyNotListed("messages:\n" + sent("C-1", std::string(21, '\xFF'))),
                HasSubstr("a fragment of 4294967295"));
    const auto tooShort = psrp::Fragmenter().cut("no message");
    EXPECT_THAT(whyNotListed("messages:\n" + sent("C-1", tooShort[0])), HasSubstr("line 2, the request: object 1: "));
}
