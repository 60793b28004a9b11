// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/preflight_context.h"

#include <algorithm>

namespace drydock::maintenance::checks {

using namespace domain;

void raise(Check& check, CheckResult result) { check.result = std::max(check.result, result); }

std::vector<std::string> linesOf(const RecordedSettings& recorded)
{
    const auto& settings = recorded.settings;
    std::vector<std::string> lines{"recorded by " + recorded.runId + (recorded.at ? ", " + toIso(*recorded.at) : "")};
    if (!settings.policy.text.empty()) lines.push_back("DatabaseCopyAutoActivationPolicy " + settings.policy.text);
    lines.push_back(std::string("DatabaseCopyActivationDisabledAndMoveNow ") +
                    (settings.activationDisabledAndMoveNow ? "True" : "False"));
    if (!settings.node.text.empty()) lines.push_back("cluster node " + settings.node.text);
    const auto held = heldDown(settings);
    lines.insert(lines.end(), held.begin(), held.end());
    if (held.empty()) lines.emplace_back("no component held down");
    for (const auto& service : settings.services)
        lines.push_back("service " + service.name + " " + service.status);
    return lines;
}

} // namespace drydock::maintenance::checks
