// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/strings.h"

#include <gtest/gtest.h>

using namespace drydock::domain;

TEST(Strings, LoweredChangesAsciiLettersAlone)
{
    EXPECT_EQ(lowered("Set-MAILBOX_Z[@`{"), "set-mailbox_z[@`{");
    EXPECT_EQ(lowered("\xC3\x84"), "\xC3\x84");
}

TEST(Strings, TrimmedTakesWhiteSpaceOffBothEnds)
{
    EXPECT_EQ(trimmed(" \t\r\na b \n"), "a b");
    EXPECT_EQ(trimmed("\v a", " "), "\v a");
    EXPECT_EQ(trimmed("  "), "");
    EXPECT_EQ(trimmed(""), "");
}

TEST(Strings, HexDigitsInEitherCase)
{
    EXPECT_EQ(hexDigit('0'), 0);
    EXPECT_EQ(hexDigit('a'), 10);
    EXPECT_EQ(hexDigit('F'), 15);
    for (const char c : {'g', 'G', '/', ':', '@', '`', '\0', '\xC4'})
        EXPECT_EQ(hexDigit(c), -1) << int(c);
    std::string out;
    appendHex4(out, 0x12ABCD, lowerHexDigits);
    appendHex4(out, 0x0F, upperHexDigits);
    EXPECT_EQ(out, "abcd000F");
}

TEST(Strings, JoinedByCommas)
{
    EXPECT_EQ(joined({}), "");
    EXPECT_EQ(joined({"a"}), "a");
    EXPECT_EQ(joined({"a", "b", "c"}), "a, b, c");
}
