// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Remote text on its way to a terminal.
#include "app/drydockctl/console.h"

#include <gtest/gtest.h>

using namespace drydock::ctl;

TEST(Console, RemoteTextCannotControlTheTerminal)
{
    EXPECT_EQ(printable("a\tb\nc"), "a b c");
    EXPECT_EQ(printable("a\x1b[2J\x7f"), "a?[2J?");
    EXPECT_EQ(printable("a\xC2\x9B"
                        "2Jb"),
              "a?2Jb")
        << "CSI as one character";
    EXPECT_EQ(printable("a\xE2\x80\xAE"
                        "b\xE2\x81\xA6\xE2\x80\xA8"),
              "a?b??")
        << "direction, line separator";
    EXPECT_EQ(printable("\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80"), "\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80");
}

TEST(Console, InvalidUtf8IsPrintedAsAQuestionMark)
{
    EXPECT_EQ(printable("a\xFFz"), "a?z");
    EXPECT_EQ(printable("\xC0\x9B"), "??") << "overlong";
    EXPECT_EQ(printable("\xED\xA0\x80"), "???") << "surrogate";
    EXPECT_EQ(printable("\xE2\x82"), "??") << "cut off";
    EXPECT_EQ(printable("\xF4\x90\x80\x80"), "????") << "above the last character";
}

TEST(Console, LineBreaksAreKept)
{
    EXPECT_EQ(printableLines("a\x1b\nb\n"), "a?\nb\n");
    EXPECT_EQ(printableLines(""), "");
}
