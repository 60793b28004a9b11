// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Ctrl+C after the last one that counts: the process ends what it has begun to end.
#include "app/drydockctl/interrupt.h"

#include <gtest/gtest.h>

#include <csignal>
#include <cstdlib>

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

} // namespace
} // namespace drydock::ctl
