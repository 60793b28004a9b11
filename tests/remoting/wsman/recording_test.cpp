// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Recordings in the YAML of several writers: what is read of them, and where a damaged one is damaged.
#include "remoting/wsman/recording.h"

#include <gtest/gtest.h>

using namespace drydock;
using namespace drydock::wsman;

namespace {

std::vector<RecordedExchange> exchangesOf(std::string_view text)
{
    const auto exchanges = readRecording(text);
    EXPECT_TRUE(exchanges) << exchanges.error().summary();
    return exchanges.value_or(std::vector<RecordedExchange>());
}

std::string refusalOf(std::string_view text)
{
    const auto exchanges = readRecording(text);
    if (exchanges) return "it was read";
    EXPECT_EQ(exchanges.error().kind, domain::ErrorKind::Malformed);
    return exchanges.error().detail;
}

} // namespace

TEST(Recording, ScalarsOfEveryStyleAreRead)
{
    const auto exchanges = exchangesOf("messages:\n"
                                       "- request: <a b=\"c\">\n"
                                       "    folded </a>\n"
                                       "  response: 'it''s\n"
                                       "\n"
                                       "    two lines'\n"
                                       "- request: \"\\u00e4\\n\\\n"
                                       "    \\x41\"\n"
                                       "  response: |-\n"
                                       "    <a>\n"
                                       "      <b/>\n"
                                       "    </a>\n"
                                       "- request: >\n"
                                       "    <a>\n"
                                       "    <b/>\n"
                                       "  response: ~\n");
    ASSERT_EQ(exchanges.size(), 3U);
    EXPECT_EQ(exchanges[0].request, "<a b=\"c\"> folded </a>");
    EXPECT_EQ(exchanges[0].response, "it's\ntwo lines");
    EXPECT_EQ(exchanges[0].line, 2U);
    EXPECT_EQ(exchanges[1].request, "\u00e4\nA");
    EXPECT_EQ(exchanges[1].response, "<a>\n  <b/>\n</a>\n");
    EXPECT_EQ(exchanges[1].line, 7U);
    EXPECT_EQ(exchanges[2].request, "<a> <b/>");
    EXPECT_EQ(exchanges[2].response, "");
}

TEST(Recording, KnowsTheStatusAndPassesOverOtherKeysAndComments)
{
    const auto exchanges = exchangesOf("# of a session\r\n"
                                       "messages:\r\n"
                                       "  - request: <a/>\r\n"
                                       "    # in between\r\n"
                                       "    timeout: 1\r\n"
                                       "    response: null\r\n"
                                       "    transport_error:\r\n"
                                       "      protocol: http\r\n"
                                       "      code: 500\r\n"
                                       "  - request: <b/>\r\n"
                                       "    response: <c/>\r\n");
    ASSERT_EQ(exchanges.size(), 2U);
    EXPECT_EQ(exchanges[0], (RecordedExchange{"<a/>", "", 500, 3}));
    EXPECT_EQ(exchanges[1], (RecordedExchange{"<b/>", "<c/>", 200, 10}));
}

TEST(Recording, SaysInWhichLineItIsDamaged)
{
    EXPECT_EQ(refusalOf(""), "line 1: there is no list of messages");
    EXPECT_EQ(refusalOf("<xml/>"), "line 1: there is no list of messages");
    EXPECT_EQ(refusalOf("messages:\n- request: <a/>\n  no key\n"), "line 3: neither a key nor the rest of a text");
    EXPECT_EQ(refusalOf("messages:\nrequest: <a/>\n"), "line 2: no entry of the list of messages begins here");
    EXPECT_EQ(refusalOf("messages:\n- request: 'a\n  response: b\n"), "line 2: a text in quotes does not end");
    EXPECT_EQ(refusalOf("messages:\n- request: \"\\q\"\n"), "line 2: an escape that YAML does not have");
    EXPECT_EQ(refusalOf("messages:\n- request: <a/>\n  transport_error:\n    code: many\n"),
              "line 4: the code is no number");
}

// A recording that was cut off anywhere is read or refused, and never more than what it holds.
TEST(Recording, EveryBeginningOfOneIsReadOrRefused)
{
    const std::string whole = "messages:\n- request: \"<a \\u00e4/>\"\n  response: 'b\n    c'\n  transport_error:\n    "
                              "code: 500\n- request: |\n    <d/>\n  response: null\n";
    for (std::size_t cut = 0; cut < whole.size(); ++cut)
        if (const auto exchanges = readRecording(whole.substr(0, cut))) {
            EXPECT_LE(exchanges->size(), 2U) << cut;
        }
}
