// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The macros that pass an error on.
#include "model/domain/result.h"

#include <gtest/gtest.h>

#include <memory>

using namespace drydock::domain;

namespace {

Result<int> number(bool good)
{
    if (!good) return fail(ErrorKind::NotFound, "number", "none", 7);
    return 42;
}

Result<> check(bool good)
{
    if (!good) return fail(ErrorKind::Usage, "check");
    return {};
}

Result<std::unique_ptr<int>> boxed(bool good)
{
    DRYDOCK_TRY(const int value, number(good));
    return std::make_unique<int>(value);
}

Result<std::string> text(bool first, bool second)
{
    DRYDOCK_TRY_VOID(check(first));
    DRYDOCK_TRY(auto box, boxed(second)); // moved, not copied
    return std::to_string(*box);
}

} // namespace

TEST(Try, TakesTheValueOut) { EXPECT_EQ(text(true, true), "42"); }

TEST(Try, PassesTheErrorOnAsItIs)
{
    EXPECT_EQ(text(false, true).error().kind, ErrorKind::Usage);
    EXPECT_EQ(text(true, false).error(), (Error{ErrorKind::NotFound, "number", "none", 7, nullptr}));
}
