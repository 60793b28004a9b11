// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/http/date.h"

#include <gtest/gtest.h>

namespace drydock::http {
namespace {

TEST(HttpDate, IsReadAsItIsPrinted)
{
    EXPECT_EQ(domain::toIso(*readDate("Sun, 06 Nov 1994 08:49:37 GMT")), "1994-11-06T08:49:37Z"); // RFC 9110
    for (const char* text : {"2024-02-29T23:59:59Z", "2026-01-01T00:00:00Z", "2026-12-31T12:00:00Z"})
        EXPECT_EQ(readDate(printDate(*domain::fromIso(text))), domain::fromIso(text)) << text;
    EXPECT_EQ(printDate(*domain::fromIso("1994-11-06T08:49:37.999Z")), "Sun, 06 Nov 1994 08:49:37 GMT");
}

TEST(HttpDate, OfAnotherFormIsNoTime)
{
    for (const char* text :
         {"", "now", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994", "Sun, 06 Nov 1994 08:49:37 CET",
          "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 06 Nov 1994 25:49:37 GMT", "Sun, 06 NOV 1994 08:49:37 GMT",
          "Sun, -6 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 GMT "})
        EXPECT_FALSE(readDate(text)) << text;
}

} // namespace
} // namespace drydock::http
