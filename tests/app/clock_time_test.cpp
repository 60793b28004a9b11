// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/clock_time.h"

#include <QTimeZone>

#include <gtest/gtest.h>

namespace drydock::ctl {
namespace {

domain::Time at(const char* iso) { return domain::fromIso(iso).value_or(domain::Time{}); }

// The local clock of these tests.
class ClockTime : public ::testing::Test
{
protected:
    ClockTime() { qputenv("TZ", "Europe/Berlin"), tzset(); }
    ~ClockTime() override
    {
        if (m_before.isNull())
            qunsetenv("TZ");
        else
            qputenv("TZ", m_before);
        tzset();
    }

private:
    QByteArray m_before = qgetenv("TZ");
};

TEST_F(ClockTime, ATimeOfDayIsTheNextOne)
{
    EXPECT_EQ(clockTime("04:00", at("2026-11-22T21:00:00Z")), at("2026-11-23T03:00:00Z"));
    EXPECT_EQ(clockTime("4:00", at("2026-11-23T02:59:59Z")), at("2026-11-23T03:00:00Z"));
    EXPECT_EQ(clockTime("04:00", at("2026-11-23T03:00:00Z")), at("2026-11-24T03:00:00Z"));
}

TEST_F(ClockTime, TheNightInWhichTheClocksChangeHasItsOwnLength)
{
    // 25 October 2026: at 3:00 the clocks go back to 2:00.
    EXPECT_EQ(clockTime("04:00", at("2026-10-24T21:00:00Z")), at("2026-10-25T03:00:00Z"));
    EXPECT_EQ(clockTime("04:00", at("2026-10-24T02:00:00Z")), at("2026-10-25T03:00:00Z")) << "it is 04:00 now";
}

TEST_F(ClockTime, AWholeTimeNeedsItsZone)
{
    const auto now = at("2026-11-22T21:00:00Z");
    EXPECT_EQ(clockTime("2026-11-23T04:00:00Z", now), at("2026-11-23T04:00:00Z"));
    EXPECT_EQ(clockTime("2026-11-23T04:00+01:00", now), at("2026-11-23T03:00:00Z"));
    EXPECT_FALSE(clockTime("2026-11-23T04:00", now)) << "of which zone?";
}

TEST_F(ClockTime, OtherTextIsRefused)
{
    for (const auto* text : {"", "soon", "25:00", "04", "04:60", "-1:00", "4:00 pm"})
        EXPECT_FALSE(clockTime(text, at("2026-11-22T21:00:00Z"))) << text;
}

} // namespace
} // namespace drydock::ctl
