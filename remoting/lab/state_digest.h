// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A text of the state that a maintenance may change, for comparing an organisation before and after.
#pragma once

#include <string>
#include <vector>

namespace drydock::lab {

struct World;

// One line for each fact: activation policy, MoveNow, component states by requester, node states, services and
// suspended copies. It does not contain where databases are active and what is queued.
struct StateDigest {
    std::vector<std::string> lines;

    bool operator==(const StateDigest&) const = default;
    // Returns the lines that only this digest has, after "-", and those that only the other one has, after "+".
    [[nodiscard]] std::vector<std::string> difference(const StateDigest& other) const;
};

[[nodiscard]] StateDigest digestOf(const World& world);

} // namespace drydock::lab
