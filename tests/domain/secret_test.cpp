// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/secret.h"

#include <gtest/gtest.h>

#include <type_traits>

using namespace drydock::domain;

static_assert(!std::is_copy_constructible_v<Secret>);
static_assert(!std::is_convertible_v<Secret, std::string>);

TEST(Secret, TakesTheTextAwayFromItsSource)
{
    std::string text = "a password longer than the small buffer of a string";
    Secret secret(std::move(text));
    EXPECT_TRUE(text.empty()); // NOLINT(bugprone-use-after-move): that it is wiped is the point
    EXPECT_EQ(secret.reveal(), "a password longer than the small buffer of a string");
    Secret moved(std::move(secret));
    EXPECT_TRUE(secret.empty()); // NOLINT(bugprone-use-after-move)
    EXPECT_FALSE(moved.empty());
}

TEST(Secret, WipeOverwritesEveryByte)
{
    std::string text(100, 'x');
    const char* bytes = text.data();
    wipe(text);
    EXPECT_TRUE(text.empty());
    for (int i = 0; i < 100; ++i)
        EXPECT_EQ(bytes[i], 0);
}
