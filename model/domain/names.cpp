// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/names.h"

#include "model/domain/strings.h"

#include <algorithm>

namespace drydock::domain {
namespace {

int folded(char c) noexcept { return static_cast<unsigned char>(toLower(c)); }

bool isIpv4(std::string_view name) noexcept
{
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) { return c == '.' || isDigit(c); });
}

} // namespace

int compareIgnoringCase(std::string_view a, std::string_view b) noexcept
{
    const auto common = std::min(a.size(), b.size());
    for (std::size_t i = 0; i < common; ++i)
        if (const int difference = folded(a[i]) - folded(b[i]); difference != 0) return difference;
    return a.size() == b.size() ? 0 : a.size() < b.size() ? -1 : 1;
}

std::string_view shortHostName(std::string_view name) noexcept
{
    return isIpv4(name) ? name : name.substr(0, name.find('.'));
}

} // namespace drydock::domain
