// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/loopback.h"

#include <gtest/gtest.h>

using namespace drydock::domain;

TEST(Loopback, NamesThatOnlyLookLikeLoopbackAreNotLoopback)
{
    for (const char* host : {"localhost", "LOCALHOST", "127.0.0.1", "127.1.2.3", "::1", "[::1]"})
        EXPECT_TRUE(isLoopback(host)) << host;
    for (const char* host : {"localhost.", "127.evil.example", "127.0.0.1.example", "localhost.example", "128.0.0.1",
                             "::2", "", "127.0.0.1a"})
        EXPECT_FALSE(isLoopback(host)) << host;
}
