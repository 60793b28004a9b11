// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/widgets/time_text.h"

#include <gtest/gtest.h>

using namespace drydock::ui;
using namespace std::chrono_literals;

namespace {

TEST(TimeWords, SpansAreShort)
{
    EXPECT_EQ(spanText(4s), QStringLiteral("4 s"));
    EXPECT_EQ(spanText(12min + 30s), QStringLiteral("12 min"));
    EXPECT_EQ(spanText(72min), QStringLiteral("1 h 12 min"));
    EXPECT_EQ(spanText(2h), QStringLiteral("2 h"));
    EXPECT_EQ(spanText(76h), QStringLiteral("3 d 4 h"));
    EXPECT_EQ(agoText(4s), QStringLiteral("4 s ago"));
    EXPECT_EQ(agoText(0s), QStringLiteral("just now"));
    EXPECT_EQ(agoText(-5s), QStringLiteral("just now")); // a clock that was set back
}

} // namespace
