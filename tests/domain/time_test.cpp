// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/time.h"

#include <gtest/gtest.h>

using namespace drydock::domain;

TEST(Time, ReadsWhatPowerShellWrites)
{
    const auto utc = fromIso("2018-06-13T23:45:29.4583203+00:00");
    ASSERT_TRUE(utc);
    EXPECT_EQ(toIso(*utc), "2018-06-13T23:45:29.458Z");
    EXPECT_EQ(fromIso("2018-06-13T23:45:29Z"), fromIso("2018-06-14T01:45:29+02:00"));
    EXPECT_EQ(fromIso("2018-06-13T23:45:29"), fromIso("2018-06-13T23:45:29Z"));
    EXPECT_EQ(fromIso("2018-06-13T23:45:29.4589999999Z"), utc) << "what is below a millisecond is cut";
    EXPECT_EQ(fromIso("2018-06-13T23:45:60Z"), fromIso("2018-06-13T23:46:00Z")) << "a leap second";
    EXPECT_EQ(fromIso("2018-06-13T00:00:00+14:59"), fromIso("2018-06-12T09:01:00Z"));
    EXPECT_EQ(fromIso("2018-06-13T00:00:00-02:30"), fromIso("2018-06-13T02:30:00Z"));
}

TEST(Time, RefusesTextThatIsNotATime)
{
    for (const char* text : {"",
                             "2018",
                             "2018-13-01T00:00:00Z",
                             "2018-02-30T00:00:00Z",
                             "2018-06-13 23:45:29",
                             "2018-06-13T25:00:00Z",
                             "2018-06-13T23:45:29+1",
                             "2018-06-13T23:45:29Zx",
                             "2018-06-13T23:45:29.",
                             "2018-6-13T23:45:29Z",
                             "+2018-06-13T23:45:29Z",
                             " 2018-06-13T23:45:29Z",
                             "2018-06-13T23:45:29,5Z",
                             "2018-06-13T 3:45:29Z",
                             "2018-06-13T23:45:29z",
                             "2018-06-13T23:45:61Z",
                             "2018-06-13T23:60:00Z",
                             "2018-06-13T23:45:29+15:00",
                             "2018-06-13T23:45:29+0200",
                             "2018-06-13T23:45:29+02:60",
                             "12018-06-13T23:45:29Z",
                             "2018-06-13T23:45Z"})
        EXPECT_FALSE(fromIso(text)) << text;
}
