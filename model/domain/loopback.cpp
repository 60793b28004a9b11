// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/loopback.h"

#include "model/domain/names.h"

#include <algorithm>

namespace drydock::domain {

bool isLoopback(std::string_view host) noexcept
{
    if (host.size() > 2 && host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
    if (equalsIgnoringCase(host, "localhost") || host == "::1") return true;
    // The whole text must be an address, because a name may begin with "127." too ("127.evil.example").
    return host.starts_with("127.") && std::ranges::count(host, '.') == 3 &&
           host.find_first_not_of("0123456789.") == std::string_view::npos;
}

} // namespace drydock::domain
