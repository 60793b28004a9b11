// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The texts of the errors: each kind has its own, in the form that the windows and the command line put together.
#include "model/domain/error_help.h"
#include "model/domain/error_traits.h"

#include <gtest/gtest.h>

#include <set>
#include <string_view>

using namespace drydock::domain;

TEST(ErrorHelp, EachKindHasTextsOfItsOwn)
{
    std::set<std::string_view> headings;
    for (const auto& row : errorTraits()) {
        const auto& help = errorHelpOf(row.kind);
        EXPECT_TRUE(headings.insert(help.heading).second) << toString(row.kind);
        EXPECT_FALSE(std::string_view(help.heading).ends_with('.')) << toString(row.kind);
        EXPECT_TRUE(std::string_view(help.meaning).ends_with('.')) << toString(row.kind);
        EXPECT_TRUE(std::string_view(help.advice).ends_with('.')) << toString(row.kind);
    }
}
