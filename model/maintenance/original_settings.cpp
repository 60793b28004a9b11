// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/original_settings.h"

#include <algorithm>

namespace drydock::maintenance {

using namespace domain;

namespace {

template <class Row, class Name> const Row* find(const std::vector<Row>& rows, const Name& isIt)
{
    const auto found = std::find_if(rows.begin(), rows.end(), isIt);
    return found == rows.end() ? nullptr : &*found;
}

} // namespace

bool OriginalSettings::operator==(const OriginalSettings&) const = default;

OriginalSettings readOriginalSettings(const DagSnapshot& snapshot, const ServerName& name)
{
    OriginalSettings settings;
    if (const auto* server = snapshot.server(name)) {
        settings.policy = server->autoActivationPolicy;
        settings.activationDisabledAndMoveNow = server->activationDisabledAndMoveNow;
    }
    if (const auto* node = snapshot.node(name))
        settings.node = node->state;
    else if (const auto* group = snapshot.groupOf(name); group && group->statusKnown && group->isOperational(name))
        settings.node = nodeState(toString(group->isPaused(name) ? NodeState::Paused : NodeState::Up));
    for (const auto& row : snapshot.components)
        if (row.server == name) settings.components.push_back(row);
    for (const auto& row : snapshot.services)
        if (row.server == name) settings.services.push_back(row);
    for (const auto* copy : snapshot.copiesOn(name)) {
        if (copy->active && !copy->recovery && !copy->dismountedOnPurpose())
            settings.activeDatabases.push_back(copy->database);
        if (copy->status != CopyStatus::Healthy && copy->status != CopyStatus::Mounted)
            settings.unhealthyCopies.push_back(copy->database);
    }
    return settings;
}

OriginalSettings inheritedSettings(const OriginalSettings& now, const OriginalSettings& before)
{
    auto settings = now;
    if (now.policy == AutoActivationPolicy::Blocked) settings.policy = before.policy;
    if (now.activationDisabledAndMoveNow) settings.activationDisabledAndMoveNow = before.activationDisabledAndMoveNow;
    if (now.node == NodeState::Paused) settings.node = before.node;
    for (auto& row : settings.components) {
        const auto* was = find(before.components,
                               [&](const ComponentState& r) { return equalsIgnoringCase(r.component, row.component); });
        if (was && (maintenanceState(row) != ServiceState::Active || row.becauseServerWideOffline())) row = *was;
    }
    for (auto& row : settings.services) {
        const auto* was = find(before.services, [&](const Service& r) { return equalsIgnoringCase(r.name, row.name); });
        if (was && !row.running()) row = *was;
    }
    return settings;
}

std::vector<std::string> heldDown(const OriginalSettings& settings)
{
    std::vector<std::string> lines;
    for (const auto& row : settings.components)
        for (const auto& entry : row.heldDownBy())
            lines.push_back(row.component + " " + entry.state.text + " by " + entry.requester);
    return lines;
}

bool wasServing(const OriginalSettings& original)
{
    const bool kept = original.policy == AutoActivationPolicy::Blocked || original.activationDisabledAndMoveNow ||
                      original.node == NodeState::Paused;
    return !kept && std::none_of(original.components.begin(), original.components.end(), [](const ComponentState& row) {
        const bool decides = equalsIgnoringCase(row.component, component::serverWideOffline) ||
                             equalsIgnoringCase(row.component, component::hubTransport) ||
                             equalsIgnoringCase(row.component, component::highAvailability);
        return decides && row.state.value != ServiceState::Active;
    });
}

ServiceState maintenanceState(const ComponentState& component)
{
    const auto entry = component.newestEntry(requester::maintenance);
    return entry ? entry->state.value : ServiceState::Active;
}

ServiceState savedState(const OriginalSettings& original, const std::string& component)
{
    for (const auto& row : original.components)
        if (equalsIgnoringCase(row.component, component)) return maintenanceState(row);
    return ServiceState::Active;
}

bool alreadyTouched(const OriginalSettings& settings)
{
    const auto held = [](const ComponentState& row) { return maintenanceState(row) != ServiceState::Active; };
    return settings.policy == AutoActivationPolicy::Blocked || settings.activationDisabledAndMoveNow ||
           settings.node == NodeState::Paused ||
           std::any_of(settings.components.begin(), settings.components.end(), held);
}

} // namespace drydock::maintenance
