// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Messages in the journal: by id in what is written, by English text in what formats 0 and 1 have written.
#include "model/domain/messages.h"
#include "model/maintenance/journal_replay.h"
#include "model/maintenance/message_lookup.h"
#include "model/maintenance/messages.h"
#include "model/maintenance/plan_enter.h"
#include "tests/support/organisations.h"
#include "tests/support/paths.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <string>
#include <string_view>

namespace drydock::maintenance {
namespace {

using domain::LocalizableText;
using testing::HasSubstr;
using testing::Not;

std::string waivedLine(const std::string& left)
{
    return R"({"at":"2020-05-10T14:00:00Z","seq":4,"type":"step-waived","step":2,"left":)" + left + "}";
}

LocalizableText leftIn(const std::string& line)
{
    const auto record = fromJsonLine(line);
    if (!record) return domain::sentence<"verbatim">(record.error().summary());
    return std::get<record::GoneOnWithout>(record->body).left;
}

std::string englishIn(const std::string& left) { return leftIn(waivedLine(left)).english(); }

std::vector<JournalRecord> recordsOf(const std::string& fileName)
{
    constexpr std::size_t checksum = 17; // 16 digits and a space
    std::ifstream file(tests::sourceFolder() / "tests/maintenance" / fileName);
    std::vector<JournalRecord> records;
    for (std::string line; std::getline(file, line);) {
        const auto record = fromJsonLine(line.substr(checksum));
        EXPECT_TRUE(record) << line;
        if (record) records.push_back(*record);
    }
    return records;
}

} // namespace

TEST(JournalMessages, AreWrittenByTheirIds)
{
    RunState state;
    state.plan = *planEnter(tests::seedSnapshot(), tests::mail());
    state.steps.resize(state.plan.steps.size());
    const auto line = toJsonLine({0, tests::at(0), record::RunCreated{state}});
    EXPECT_THAT(line, HasSubstr(R"("title":{"args":["MAIL"],"id":"block-activation"})"));
    EXPECT_THAT(line, Not(HasSubstr("Block activation on")));
}

TEST(JournalMessages, AreReadBackWithTheMessagesInTheirArguments)
{
    const LocalizableText left =
        sentence<"gone-on-without">(sentence<"pause-node">("MAIL"), domain::sentence<"verbatim">("why"));
    EXPECT_EQ(leftIn(toJsonLine({4, tests::at(0), record::GoneOnWithout{2, left}})), left);
    EXPECT_EQ(leftIn(toJsonLine({4, tests::at(0), record::GoneOnWithout{2, {}}})), LocalizableText());
}

TEST(JournalMessages, OfUnknownIdsAreShownByTheirIds)
{
    EXPECT_EQ(englishIn(R"({"id":"of-a-later-version","args":["MAIL",{"id":"pause-node","args":["MAIL2"]}]})"),
              "of-a-later-version MAIL Pause the cluster node MAIL2");
}

TEST(JournalMessages, OfFormatOneAreFoundByTheirEnglishText)
{
    EXPECT_EQ(leftIn(waivedLine(R"({"text":"Pause the cluster node %1","args":["MAIL"]})")),
              sentence<"pause-node">("MAIL"));
    EXPECT_EQ(leftIn(waivedLine(R"({"text":"Worded %2 as it was %1","args":["once","50 %1"]})")),
              domain::sentence<"verbatim">("Worded 50 %1 as it was once"));
    EXPECT_EQ(leftIn(waivedLine(R"({"text":"","args":[]})")), LocalizableText());
}

TEST(JournalMessages, InEachOtherWithoutEndAreDamage)
{
    std::string deep = R"("x")";
    for (int i = 0; i < 6; ++i) {
        EXPECT_EQ(fromJsonLine(waivedLine(R"({"id":"verbatim","args":[)" + deep + "]}")).has_value(), i < 5) << i;
        deep = R"({"id":"verbatim","args":[)" + deep + "]}";
    }
}

TEST(JournalMessages, HaveIdsAndTextsOfTheirOwn)
{
    std::set<std::string_view> ids;
    std::set<std::string_view> texts;
    for (const auto* message : allMessages()) {
        EXPECT_TRUE(ids.insert(message->id).second) << message->id;
        EXPECT_TRUE(texts.insert(message->english).second) << message->english;
    }
}

TEST(JournalOfFormatOne, IsReadWithEveryMessageFound)
{
    const auto records = recordsOf("journal_format_1.jsonl");
    const auto state = replay(records);
    ASSERT_TRUE(state) << state.error().summary();
    EXPECT_EQ(state->format, 1);
    EXPECT_EQ(state->outcome, Outcome::Succeeded);
    ASSERT_EQ(state->plan.steps.size(), 10u);
    EXPECT_EQ(state->plan.steps[1].title, sentence<"block-activation">("MAIL"));
    for (const auto& step : state->plan.steps) {
        EXPECT_STRNE(step.title.message->id, "verbatim") << step.title.english();
        EXPECT_STRNE(step.why.message->id, "verbatim") << step.why.english();
    }
    const auto again = fromJsonLine(toJsonLine(records.front()));
    ASSERT_TRUE(again) << again.error().summary();
    EXPECT_EQ(std::get<record::RunCreated>(again->body).state.plan, state->plan);
}

} // namespace drydock::maintenance
