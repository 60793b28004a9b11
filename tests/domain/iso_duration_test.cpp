// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Durations of XML Schema, as .NET reads and prints them.
#include "model/domain/iso_duration.h"

#include <gtest/gtest.h>

#include <limits>

using namespace drydock::domain;
using namespace std::chrono_literals;

TEST(IsoDuration, ReadsWhatRemotingWrites)
{
    EXPECT_EQ(fromIsoDuration("PT60S"), 60s);
    EXPECT_EQ(fromIsoDuration("PT7200.000S"), 7200s);
    EXPECT_EQ(fromIsoDuration("P0DT0H0M0S"), 0s);
    EXPECT_EQ(fromIsoDuration("P1DT2H3M4.5S"), 26h + 3min + 4500ms);
    EXPECT_EQ(fromIsoDuration("PT.5S"), 500ms);
    EXPECT_EQ(fromIsoDuration("PT5.S"), 5s);
    EXPECT_EQ(fromIsoDuration("PT0.00000019S"), Ticks(1)) << "what is below a tick is cut";
    EXPECT_EQ(fromIsoDuration("-PT1M"), -1min);
}

TEST(IsoDuration, RefusesWhatIsNone)
{
    for (const char* text :
         {"",        "P",      "PT",     "60",     "PT60",   "PT1H2",  "PTS",  "P1S",    "PT-1S", "PTTS",     "PT1D",
          "PT1e99S", "PTnanS", "PTinfS", "PT1.5H", "PT.S",   "P5",     "P1.",  "+PT1S",  " PT1S", "PT1S ",    "P1DT",
          "PT1S1M",  "PT1S2S", "P1D1D",  "P1H",    "--PT1S", "99999D", "pt1s", "PT1H1D", "P.5D",  "P1DT1HT1M"})
        EXPECT_FALSE(fromIsoDuration(text)) << text;
}

TEST(IsoDuration, YearsAndMonthsHaveNoFixedLengthExceptInDotNet)
{
    EXPECT_FALSE(fromIsoDuration("P1Y"));
    EXPECT_FALSE(fromIsoDuration("P1M"));
    EXPECT_EQ(fromIsoDuration("P1Y2M3D", CalendarUnits::AsDotNet), 24h * (365 + 60 + 3));
    EXPECT_EQ(fromIsoDuration("PT1M", CalendarUnits::AsDotNet), 1min);
    EXPECT_FALSE(fromIsoDuration("P1M1Y", CalendarUnits::AsDotNet));
}

TEST(IsoDuration, TheBoundsAreThoseOfATimeSpan)
{
    constexpr auto least = Ticks(std::numeric_limits<std::int64_t>::min());
    constexpr auto most = Ticks(std::numeric_limits<std::int64_t>::max());
    EXPECT_EQ(fromIsoDuration("P10675199DT2H48M5.4775807S"), most);
    EXPECT_EQ(fromIsoDuration("-P10675199DT2H48M5.4775808S"), least);
    EXPECT_FALSE(fromIsoDuration("P10675199DT2H48M5.4775808S"));
    EXPECT_FALSE(fromIsoDuration("-P10675199DT2H48M5.4775809S"));
    for (const char* text : {"PT9999999999999999S", "PT99999999999H", "P2147483647D", "P2147483648D"})
        EXPECT_FALSE(fromIsoDuration(text)) << text;
    EXPECT_EQ(toIsoDuration(least), "-P10675199DT2H48M5.4775808S");
    EXPECT_EQ(toIsoDuration(most), "P10675199DT2H48M5.4775807S");
}

TEST(IsoDuration, PrintsAsDotNetDoes)
{
    EXPECT_EQ(toIsoDuration(0s), "PT0S");
    EXPECT_EQ(toIsoDuration(500ms), "PT0.5S");
    EXPECT_EQ(toIsoDuration(24h), "P1D");
    EXPECT_EQ(toIsoDuration(24h + 1s), "P1DT1S");
    EXPECT_EQ(toIsoDuration(-(26h + 3min)), "-P1DT2H3M");
    EXPECT_EQ(toIsoSeconds(20s), "PT20S");
    EXPECT_EQ(toIsoSeconds(2h), "PT7200S");
    EXPECT_EQ(toIsoSeconds(1050ms), "PT1.050S");
}
