// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "tests/simulation/seeds.h"

#include "tests/simulation/known_failures.h"

#include <gtest/gtest-spi.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace drydock::tests {

namespace {

// What did not hold; the running test itself learns nothing of it.
std::string failuresOf(std::uint64_t seed, const PlaySeed& play)
{
    testing::TestPartResultArray results;
    {
        const testing::ScopedFakeTestPartResultReporter reporter(
            testing::ScopedFakeTestPartResultReporter::INTERCEPT_ONLY_CURRENT_THREAD, &results);
        play(seed);
    }
    std::string text;
    for (int i = 0; i < results.size(); ++i)
        if (const auto& result = results.GetTestPartResult(i); result.failed())
            text += std::string(result.message()) + '\n';
    return text;
}

bool known(std::string_view simulation, std::uint64_t seed)
{
    const auto& all = knownFailures();
    return std::any_of(all.begin(), all.end(), [&](const KnownFailure& failure) {
        return failure.simulation == simulation && failure.seed == seed;
    });
}

} // namespace

void playSeeds(std::string_view simulation, std::uint64_t first, int count, const PlaySeed& play)
{
    std::string broken;
    std::string details; // of the first
    for (auto seed = first; seed < first + static_cast<std::uint64_t>(count); ++seed) {
        if (known(simulation, seed)) continue;
        const auto failures = failuresOf(seed, play);
        if (failures.empty()) continue;
        if (broken.empty()) details = "of seed " + std::to_string(seed) + ":\n" + failures;
        broken += ' ' + std::to_string(seed);
    }
    EXPECT_TRUE(broken.empty()) << "seeds that do not hold:" << broken << '\n' << details;
}

void playKnownFailures(std::string_view simulation, const PlaySeed& play)
{
    std::string failing;
    for (const auto& failure : knownFailures()) {
        if (failure.simulation != simulation) continue;
        const auto seed = std::to_string(failure.seed);
        if (failuresOf(failure.seed, play).empty())
            ADD_FAILURE() << "seed " << seed << " holds: take it out of tests/simulation/known_failures.h";
        else
            failing += "\nseed " + seed + ": " + std::string(failure.why);
    }
    if (!failing.empty() && !testing::Test::HasFailure()) GTEST_SKIP() << "known failures:" << failing;
}

} // namespace drydock::tests
