// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "tests/support/qt_test.h"
#include "ui/widgets/error_text.h"

#include <gtest/gtest.h>

#include <set>

using namespace drydock;
using domain::ErrorKind;

namespace {

// Each kind has its own heading; none falls back to another's.
TEST(ErrorText, EveryKindHasItsOwnThreeParts)
{
    std::set<QString> headings;
    constexpr int kinds = int(ErrorKind::Internal) + 1;
    for (int i = 0; i < kinds; ++i) {
        const auto text = ui::errorText({static_cast<ErrorKind>(i), {}, {}, 0, nullptr});
        EXPECT_FALSE(text.heading.isEmpty()) << i;
        EXPECT_FALSE(text.meaning.isEmpty()) << i;
        EXPECT_FALSE(text.advice.isEmpty()) << i;
        headings.insert(text.heading);
    }
    EXPECT_EQ(int(headings.size()), kinds);
}

TEST(ErrorText, NamesTheActionAndKeepsTheCausesAsDetails)
{
    const domain::Error cause{ErrorKind::Unreachable, "connect to mail2", "connection refused", 0, nullptr};
    const auto text = ui::errorText(cause.within("Get-Queue on MAIL"));
    EXPECT_TRUE(text.heading.contains(QLatin1String("Get-Queue on MAIL")));
    EXPECT_TRUE(text.details.contains(QLatin1String("connect to mail2")));
    EXPECT_TRUE(text.details.contains(QLatin1String("connection refused")));
}

// What a server sent is shown as it is, without what could hide or reorder it.
TEST(ErrorText, RemoteTextHasNoControlCharacters)
{
    const auto text = ui::errorText({ErrorKind::CommandFailed, "Get-Queue\x07", "a\xE2\x80\xAEz", 0, nullptr});
    EXPECT_FALSE(text.heading.contains(QChar(7)));
    EXPECT_FALSE(text.details.contains(QChar(0x202e)));
}

} // namespace
