// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/enum_names.h"

#include "model/domain/database_copy.h"

#include <gtest/gtest.h>

namespace drydock::domain {
namespace {

enum class Colour { Red, Green, Unknown };
constexpr EnumName<Colour> colourNames[] = {{Colour::Red, "Red"}, {Colour::Green, "Green"}, {Colour::Green, "Verdant"}};
static_assert(namesAll(colourNames, Colour::Green));
static_assert(!namesAll(colourNames, Colour::Unknown));

TEST(EnumNames, NamesAndReadsByOneTable)
{
    EXPECT_STREQ(nameOf(colourNames, Colour::Green), "Green") << "the first name is the one that is written";
    EXPECT_STREQ(nameOf(colourNames, Colour::Unknown), "");
    EXPECT_EQ(valueOf(colourNames, "Verdant"), Colour::Green);
    EXPECT_EQ(valueOf(colourNames, "red"), std::nullopt);
    EXPECT_EQ(valueOfIgnoringCase(colourNames, "red"), Colour::Red);
    EXPECT_EQ(valueOf(colourNames, ""), std::nullopt);
}

TEST(EnumNames, AnUnknownWordKeepsItsText)
{
    EXPECT_EQ(openValueOf(colourNames, "green"), OpenEnum<Colour>(Colour::Green, "green"));
    EXPECT_EQ(openValueOf(colourNames, "Blue"), OpenEnum<Colour>(Colour::Unknown, "Blue"));
    EXPECT_EQ(copyStatus("NotConfigured").value, CopyStatus::Misconfigured);
    EXPECT_EQ(copyStatus("Reticulating"), OpenEnum<CopyStatus>(CopyStatus::Unknown, "Reticulating"));
}

} // namespace
} // namespace drydock::domain
