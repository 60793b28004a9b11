// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What can be asked of a running lab: a line of JSON in, a line of JSON out.
#pragma once

#include "remoting/lab/organisation.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace drydock::lab {

inline constexpr std::size_t longestControlLine = std::size_t{64} * 1024;

struct ControlAnswer {
    std::string line; // without a line end
    bool ok = false;
};

// {"inject":{a fault as in a scenario}} arms it, {"disarm":true} disarms all, {} changes nothing. The answer is
// {"armed":[…],"struck":N}, or {"error":"…"} that names the place.
[[nodiscard]] ControlAnswer control(Organisation& organisation, std::string_view line);

} // namespace drydock::lab
