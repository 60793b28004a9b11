// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/effect_conditions.h"

#include <algorithm>
#include <iterator>

namespace drydock::maintenance {

std::vector<Condition> conditionsFor(const Command& command, const std::vector<Condition>& conditions)
{
    std::vector<Condition> found;
    std::copy_if(conditions.begin(), conditions.end(), std::back_inserter(found),
                 [&](const Condition& c) { return isAbout(c, command); });
    return found.empty() ? conditions : found;
}

} // namespace drydock::maintenance
