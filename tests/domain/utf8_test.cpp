// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/utf8.h"

#include <gtest/gtest.h>

using namespace drydock::domain;

TEST(Utf8, InvalidBytesBecomeTheReplacementCharacter)
{
    EXPECT_EQ(toValidUtf8("a\xC3\xA4\xF0\x9F\x98\x80"), "a\xC3\xA4\xF0\x9F\x98\x80");
    EXPECT_EQ(toValidUtf8("a\xFFz"), "a\xEF\xBF\xBDz");
    EXPECT_EQ(toValidUtf8("\xC0\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD");
    EXPECT_EQ(toValidUtf8("\xED\xA0\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
    EXPECT_EQ(toValidUtf8("\xE2\x82"), "\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST(Utf8, ValidTextIsNotCopied)
{
    EXPECT_FALSE(repairedUtf8("a\xC3\xA4"));
    EXPECT_EQ(repairedUtf8("a\xFFz"), "a\xEF\xBF\xBDz");
}
