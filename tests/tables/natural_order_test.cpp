// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/tables/natural_order.h"

#include <QString>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

namespace drydock::tables {
namespace {

TEST(NaturalOrder, NumbersInNamesCompareByValue)
{
    EXPECT_LT(naturalCompare(u"DB2", u"DB10"), 0);
    EXPECT_LT(naturalCompare(u"db2", u"DB10"), 0);
    EXPECT_GT(naturalCompare(u"DB10", u"DB9"), 0);
    EXPECT_LT(naturalCompare(u"DB", u"DB1"), 0);
    EXPECT_LT(naturalCompare(u"DB1-2", u"DB1-10"), 0);
    EXPECT_LT(naturalCompare(u"DB01", u"DB2"), 0);
    EXPECT_NE(naturalCompare(u"DB01", u"DB1"), 0);
    EXPECT_EQ(naturalCompare(u"DB01", u"DB01"), 0);
    EXPECT_LT(naturalCompare(u"99999999999999999999998", u"99999999999999999999999"), 0);
    EXPECT_LT(naturalCompare(u"", u"a"), 0);
    EXPECT_LT(naturalCompare(u"MAIL\\7", u"MAIL2\\4"), 0); // by the server first
    EXPECT_LT(naturalCompare(u"DB\\MAIL", u"DB-test\\MAIL"), 0);
}

TEST(NaturalOrder, IsATotalOrder)
{
    std::mt19937 random(7);
    std::vector<QString> texts;
    const QString alphabet = QStringLiteral("aAbB019-\\");
    for (int i = 0; i < 60; ++i) {
        QString text;
        for (auto length = random() % 5; length > 0; --length)
            text += alphabet[qsizetype(random() % std::size_t(alphabet.size()))];
        texts.push_back(text);
    }
    const auto sign = [](int n) { return n < 0 ? -1 : n > 0 ? 1 : 0; };
    for (const auto& a : texts)
        for (const auto& b : texts) {
            ASSERT_EQ(sign(naturalCompare(a, b)), -sign(naturalCompare(b, a)))
                << a.toStdString() << " " << b.toStdString();
            ASSERT_EQ(naturalCompare(a, b) == 0, a == b);
            for (const auto& c : texts)
                if (naturalCompare(a, b) < 0 && naturalCompare(b, c) < 0) {
                    ASSERT_LT(naturalCompare(a, c), 0)
                        << a.toStdString() << " " << b.toStdString() << " " << c.toStdString();
                }
        }
}

} // namespace
} // namespace drydock::tables
