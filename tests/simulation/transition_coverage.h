// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Which transitions of the runner the simulated runs of this process have taken.
#pragma once

#include "model/maintenance/runner.h"

#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace drydock::tests {

class TransitionCoverage
{
public:
    // Returns whether the table of transitions has it.
    bool note(const char* from, const maintenance::Event& event, const char* to);
    // "Confirming, Timer, Verifying": listed and never taken.
    [[nodiscard]] std::vector<std::string> neverTaken() const;

private:
    std::set<std::tuple<std::string, std::string, std::string>> m_taken;
};

[[nodiscard]] TransitionCoverage& transitionCoverage();

} // namespace drydock::tests
