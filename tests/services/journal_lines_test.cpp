// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/journal_replay.h"
#include "model/services/journal_lines.h"
#include "tests/support/sample_runs.h"

#include <gtest/gtest.h>

namespace drydock::services {
namespace {

using domain::ErrorKind;
using tests::oneStepRun;
using tests::wholeJournal;

std::string wholeFile()
{
    std::string bytes;
    for (const auto& record : wholeJournal(oneStepRun("r")))
        bytes += journalLine(record);
    return bytes;
}

std::size_t linesIn(std::string_view bytes) { return std::size_t(std::count(bytes.begin(), bytes.end(), '\n')); }

TEST(JournalLines, ReadsWhatItWrote)
{
    const auto bytes = wholeFile();
    const auto content = readJournal(bytes, "j");
    ASSERT_TRUE(content) << content.error().summary();
    EXPECT_EQ(content->records.size(), 6U);
    EXPECT_EQ(content->goodLength, bytes.size());
    EXPECT_EQ(content->tornLength, 0U);
    const auto state = maintenance::replay(content->records);
    ASSERT_TRUE(state) << state.error().summary();
    EXPECT_EQ(state->outcome, maintenance::Outcome::Succeeded);
    EXPECT_EQ(state->plan, oneStepRun("r").plan);
}

TEST(JournalLines, WholeLinesOfATruncatedFileAreRead)
{
    const auto bytes = wholeFile();
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        const auto part = std::string_view(bytes).substr(0, length);
        const auto content = readJournal(part, "j");
        ASSERT_TRUE(content) << length << " " << content.error().summary();
        ASSERT_EQ(content->records.size(), linesIn(part)) << length;
        ASSERT_EQ(content->goodLength + content->tornLength, length);
    }
}

TEST(JournalLines, AChangedByteIsReportedWithItsLine)
{
    const auto bytes = wholeFile();
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        if (bytes[at] == '\n') continue;
        auto changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        if (changed[at] == '\n') continue;
        const auto content = readJournal(changed, "j.jsonl");
        ASSERT_FALSE(content) << at;
        ASSERT_EQ(content.error().kind, ErrorKind::Corrupt);
        const auto line = "j.jsonl line " + std::to_string(linesIn(bytes.substr(0, at)) + 1);
        ASSERT_NE(content.error().what.find(line), std::string::npos) << content.error().what;
    }
}

TEST(JournalLines, EmptyAndMalformedLinesAreCorrupt)
{
    for (const std::string text : {"\n", "x\n", "0123456789abcdef {}\n", "0123456789abcdef\n"}) {
        const auto content = readJournal(text, "j");
        ASSERT_FALSE(content) << text;
        EXPECT_EQ(content.error().kind, ErrorKind::Corrupt);
    }
    EXPECT_TRUE(readJournal("", "j")->records.empty());
}

} // namespace
} // namespace drydock::services
