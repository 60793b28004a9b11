// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Ctrl+C after the last one that counts: the process ends what it has begun to end.
#include "app/drydockctl/interrupt.h"

#include <gtest/gtest.h>

#include <csignal>
#include <cstdlib>

#include <unistd.h>

namespace drydock::ctl {
namespace {

// In a process of its own, whose signals are its own.
void expectSurvival(int signal)
{
    EXPECT_EXIT(
        {
            {
                const Interrupt interrupt;
            }
            std::raise(signal);
            std::_Exit(6);
        },
        testing::ExitedWithCode(6), "");
}

TEST(Interrupt, IsIgnoredAfterTheListenerIsGone)
{
    testing::GTEST_FLAG(death_test_style) = "threadsafe";
    expectSurvival(SIGINT);
    expectSurvival(SIGTERM);
}

// Nothing takes the signal from the queue: the main thread is blocked.
TEST(Interrupt, EndsAProcessWhoseEventLoopIsBlocked)
{
    testing::GTEST_FLAG(death_test_style) = "threadsafe";
    for (const int signal : {SIGINT, SIGTERM})
        EXPECT_EXIT(
            {
                const Interrupt interrupt;
                std::raise(signal);
                for (;;)
                    ::pause();
            },
            testing::ExitedWithCode(6), "");
}

} // namespace
} // namespace drydock::ctl
