// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/exchange_address.h"

#include "model/domain/strings.h"

#include <algorithm>

namespace drydock::domain {

std::string completeExchangeAddress(std::string_view text, AuthenticationScheme scheme)
{
    const auto name = trimmed(text);
    const auto isOfAName = [](char c) { return isLetter(c) || isDigit(c) || c == '-' || c == '.' || c == '_'; };
    const auto host = name.substr(0, name.find(':'));
    const auto port = name.substr(host.size());
    if (host.empty() || !std::ranges::all_of(host, isOfAName) || port == ":" ||
        (!port.empty() && !std::ranges::all_of(port.substr(1), isDigit)))
        return std::string(text);
    const bool tls = schemeUse(scheme, host, false) == SchemeUse::NeedsTls;
    return (tls ? "https://" : "http://") + std::string(name) + "/PowerShell/";
}

} // namespace drydock::domain
