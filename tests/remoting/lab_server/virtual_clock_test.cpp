// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Virtual time is real time times a scale, whatever real time is.
#include "remoting/lab/virtual_clock.h"

#include <gtest/gtest.h>

namespace drydock::lab {
namespace {

using namespace std::chrono_literals;

TEST(VirtualClock, ConvertsBetweenRealAndVirtualTime)
{
    std::chrono::milliseconds real{5000};
    const domain::Time start{1'000'000ms};
    VirtualClock clock(start, 60, [&] { return real; });
    EXPECT_EQ(clock.now(), start);
    real += 2s;
    EXPECT_EQ(clock.now(), start + 120s);
    EXPECT_EQ(clock.realTimeFor(30s), 500ms);
    EXPECT_EQ(clock.realTimeFor(1ms), 1ms) << "never no time at all";
    EXPECT_EQ(clock.realTimeFor(0ms), 0ms);
}

} // namespace
} // namespace drydock::lab
