// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The end of the process in time, and the password that comes by standard input.
#include "app/end_deadline.h"
#include "app/standard_input.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <thread>

#include <unistd.h>

using namespace drydock::app;

TEST(EndDeadline, AProcessWhoseThreadsHangEndsWithItsExitCode)
{
    testing::FLAGS_gtest_death_test_style = "threadsafe";
    EXPECT_EXIT(
        {
            endProcessWithin(std::chrono::milliseconds(1), 6);
            for (;;)
                ::pause();
        },
        testing::ExitedWithCode(6), "");
}

TEST(StandardInput, ThePasswordIsTheFirstLine)
{
    testing::FLAGS_gtest_death_test_style = "threadsafe";
    EXPECT_EXIT(
        {
            int ends[2];
            constexpr char lines[] = "practice\r\nrest";
            const bool ready = ::pipe(ends) == 0 && ::write(ends[1], lines, sizeof lines - 1) == sizeof lines - 1 &&
                               ::dup2(ends[0], STDIN_FILENO) == STDIN_FILENO;
            const auto password = passwordFromStandardInput();
            char next = 0;
            const bool left = ::read(STDIN_FILENO, &next, 1) == 1 && next == 'r';
            std::_Exit(ready && password.reveal() == "practice" && left ? 0 : 1);
        },
        testing::ExitedWithCode(0), "");
}
