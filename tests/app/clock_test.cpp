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
    EXPECT_TRUE(tests::waitUntil([&] { return clock.now() - before > std::chrono::hours(1); }));
}
