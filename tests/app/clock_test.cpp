// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The clock of both programs, fast or not.
#include "app/scaled_clock.h"
#include "tests/support/qt_test.h"

#include <gtest/gtest.h>

using namespace drydock;

TEST(ScaledClock, ANewScaleDoesNotChangeTimeThatHasPassed)
{
    app::ScaledClock clock;
    const auto made = clock.now();
    ASSERT_TRUE(tests::waitUntil([&] { return clock.now() - made >= std::chrono::milliseconds(20); }));
    const auto before = clock.now();
    clock.setScale(1e-9);
    EXPECT_GE(clock.now(), before);
}

TEST(ScaledClock, RunsAsFastAsItsScale)
{
    app::ScaledClock clock;
    clock.setScale(100'000);
    const auto before = clock.now();
    const auto uptime = clock.uptime();
    EXPECT_TRUE(tests::waitUntil([&] { return clock.now() - before > std::chrono::hours(1); }));
    EXPECT_GT(clock.uptime() - uptime, std::chrono::hours(1)) << "waits are as fast";
}

TEST(ScaledClock, TheUptimeNeverGoesBack)
{
    app::ScaledClock clock;
    auto before = clock.uptime();
    for (const double scale : {1000.0, 1e-9, 1.0}) {
        clock.setScale(scale);
        EXPECT_GE(clock.uptime(), before);
        before = clock.uptime();
    }
}
