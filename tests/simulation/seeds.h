// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Plays all seeds, and separates known failures from new ones.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

namespace drydock::tests {

// Plays one seed with the expectations of a test.
using PlaySeed = std::function<void(std::uint64_t)>;

// Every seed of [first, first + count) but the known failures must hold. A failure names all seeds that do not.
void playSeeds(std::string_view simulation, std::uint64_t first, int count, const PlaySeed& play);
// The known failures of the simulation: skipped with their seeds while they fail, failed when one of them holds.
void playKnownFailures(std::string_view simulation, const PlaySeed& play);

} // namespace drydock::tests
