// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "tests/simulation/transition_coverage.h"

#include "model/maintenance/transition_table.h"

namespace drydock::tests {

bool TransitionCoverage::note(const char* from, const maintenance::Event& event, const char* to)
{
    m_taken.insert({from, maintenance::nameOf(event), to});
    return maintenance::isListed(from, maintenance::nameOf(event), to);
}

std::vector<std::string> TransitionCoverage::neverTaken() const
{
    std::vector<std::string> never;
    for (const auto& row : maintenance::transitionTable())
        for (const auto& to : row.to)
            if (!m_taken.contains({std::string(row.from), std::string(row.event), std::string(to)}))
                never.push_back(std::string(row.from) + ", " + std::string(row.event) + ", " + std::string(to));
    return never;
}

TransitionCoverage& transitionCoverage()
{
    static TransitionCoverage coverage;
    return coverage;
}

} // namespace drydock::tests
