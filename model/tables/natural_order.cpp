// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/tables/natural_order.h"

namespace drydock::tables {
namespace {

bool isDigit(QChar c) noexcept { return c.unicode() >= '0' && c.unicode() <= '9'; }

char16_t rankOf(QChar c) noexcept { return c == QLatin1Char('\\') ? char16_t(0) : c.toCaseFolded().unicode(); }

// Returns the run of digits at `at` without leading zeros, and moves `at` behind it.
QStringView digitsAt(QStringView text, qsizetype& at) noexcept
{
    while (at < text.size() && text[at] == QLatin1Char('0'))
        ++at;
    const auto first = at;
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return text.sliced(first, at - first);
}

} // namespace

int naturalCompare(QStringView a, QStringView b) noexcept
{
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() && j < b.size()) {
        if (isDigit(a[i]) && isDigit(b[j])) {
            const auto x = digitsAt(a, i);
            const auto y = digitsAt(b, j);
            if (x.size() != y.size()) return x.size() < y.size() ? -1 : 1;
            if (const int c = x.compare(y); c != 0) return c;
            continue;
        }
        const auto x = rankOf(a[i]);
        const auto y = rankOf(b[j]);
        if (x != y) return x < y ? -1 : 1;
        ++i;
        ++j;
    }
    if (i < a.size() || j < b.size()) return i < a.size() ? 1 : -1;
    return a.compare(b);
}

} // namespace drydock::tables
