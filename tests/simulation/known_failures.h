// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Seeds of which it is known that they break an invariant, until the defect behind them is mended. They are played like
// all others and shown as known failures; one that holds again fails its test, so that it is taken out of here.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace drydock::tests {

struct KnownFailure {
    std::string_view simulation; // the name that is passed to playSeeds()
    std::uint64_t seed = 0;
    std::string_view why;
};

[[nodiscard]] inline const std::vector<KnownFailure>& knownFailures()
{
    static const std::vector<KnownFailure> all{};
    return all;
}

} // namespace drydock::tests
