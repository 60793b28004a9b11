#include "model/domain/names.h"

#include <algorithm>

namespace drydock::domain {
namespace {

unsigned char lower(char c) noexcept
{
    const auto u = static_cast<unsigned char>(c);
    return u >= 'A' && u <= 'Z' ? static_cast<unsigned char>(u + ('a' - 'A')) : u;
}

bool isIpv4(std::string_view name) noexcept
{
    return !name.empty() &&
           std::all_of(name.begin(), name.end(), [](char c) { return c == '.' || (c >= '0' && c <= '9'); });
}

} // namespace

int compareIgnoringCase(std::string_view a, std::string_view b) noexcept
{
    const auto common = std::min(a.size(), b.size());
    for (std::size_t i = 0; i < common; ++i)
        if (const int difference = int(lower(a[i])) - int(lower(b[i])); difference != 0) return difference;
    return a.size() == b.size() ? 0 : a.size() < b.size() ? -1 : 1;
}

std::string_view shortHostName(std::string_view name) noexcept
{
    return isIpv4(name) ? name : name.substr(0, name.find('.'));
}

} // namespace drydock::domain
