// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The scenario files of resources/lab, which are compiled into the program.
#pragma once

#include <span>
#include <string_view>

namespace drydock::lab {

struct ScenarioData {
    std::string_view name;
    std::string_view json;
};

[[nodiscard]] std::span<const ScenarioData> builtInScenarios();

} // namespace drydock::lab
