// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Remote text on its way to a terminal.
#include "app/drydockctl/console.h"

#include <gtest/gtest.h>

using namespace drydock::ctl;

TEST(Console, RemoteTextCannotControlTheTerminal)
{
    EXPECT_EQ(printable("a\x1b[2J\x7f"), "a\\u{1B}[2J\\u{7F}");
    EXPECT_EQ(printableLines("a\x1b\nb\n"), "a\\u{1B}\nb\n");
}

TEST(Console, AMessageIsOneLine)
{
    testing::internal::CaptureStderr();
    printMessage("one\r\nforged\x1b[2J");
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "one forged\\u{1B}[2J\n");
}
