// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/component_conditions.h"

#include "model/domain/health_rules.h"
#include "model/domain/strings.h"
#include "model/maintenance/messages.h"

#include <algorithm>

namespace drydock::maintenance {

using namespace domain;

namespace {

// Returns the state of the requester's newest entry in one store; Active if there is no entry.
ServiceState stateInStore(const std::vector<RequesterEntry>& store, const std::string& requester)
{
    ComponentState alone;
    alone.registry = store;
    const auto entry = alone.newestEntry(requester);
    return entry ? entry->state.value : ServiceState::Active;
}

} // namespace

// --- RequesterStateIs ---------------------------------------------------------------------------------------------

bool RequesterStateIs::operator==(const RequesterStateIs&) const = default;

ConditionResult RequesterStateIs::evaluate(const DagSnapshot& snapshot) const
{
    const auto* found = snapshot.component(server, component);
    if (!found) return unread(snapshot, SnapshotSection::Components, server);
    if (!found->registry) return unknown(sentence<"entries-not-read-from-registry">(component));
    if (!found->activeDirectory) return unknown(sentence<"entries-not-read-from-directory">(component));
    const auto registry = stateInStore(*found->registry, requester);
    const auto directory = stateInStore(*found->activeDirectory, requester);
    if (registry == directory)
        return metIf(registry == state, sentence<"requester-state-is">(component, toString(registry), requester));
    return notMet(sentence<"requester-states-differ">(component, requester, toString(registry), toString(directory)));
}

LocalizableText RequesterStateIs::describe() const
{
    return sentence<"requester-state-is">(component, toString(state), requester);
}
Needs RequesterStateIs::needs() const { return {{SnapshotSection::Components, server}}; }
bool RequesterStateIs::isAbout(const Command& command) const
{
    return command.sets("Component", component) && command.sets("Requester", requester);
}

// --- ComponentIs --------------------------------------------------------------------------------------------------

bool ComponentIs::operator==(const ComponentIs&) const = default;

ConditionResult ComponentIs::evaluate(const DagSnapshot& snapshot) const
{
    const auto* found = snapshot.component(server, component);
    if (!found) return unread(snapshot, SnapshotSection::Components, server);
    const auto why = assess(*found).reasons;
    if (found->state.value == state || why.empty())
        return metIf(found->state.value == state, sentence<"component-is">(component, found->state.text));
    return notMet(sentence<"component-is-because">(component, found->state.text, why.front()));
}

LocalizableText ComponentIs::describe() const { return sentence<"component-is">(component, toString(state)); }
Needs ComponentIs::needs() const { return {{SnapshotSection::Components, server}}; }

// --- ComponentsServe ----------------------------------------------------------------------------------------------

bool ComponentsServe::operator==(const ComponentsServe&) const = default;

ConditionResult ComponentsServe::evaluate(const DagSnapshot& snapshot) const
{
    if (!snapshot.covers(SnapshotSection::Components, server))
        return unread(snapshot, SnapshotSection::Components, server);
    std::vector<std::string> down;
    for (const auto& row : snapshot.components) {
        if (row.server != server || row.state.value == ServiceState::Active || row.inactiveByDefault()) continue;
        const auto same = [&](const std::string& name) { return equalsIgnoringCase(name, row.component); };
        if (std::any_of(except.begin(), except.end(), same)) continue;
        std::vector<std::string> holders;
        for (const auto& entry : row.heldDownBy())
            holders.push_back(entry.requester);
        down.push_back(row.component + " " + row.state.text + (holders.empty() ? "" : " by " + joined(holders)));
    }
    if (down.empty()) return met(sentence<"every-component-active">(server.text()));
    return notMet(sentence<"components-not-active">(joined(down)));
}

LocalizableText ComponentsServe::describe() const { return sentence<"every-component-active">(server.text()); }
Needs ComponentsServe::needs() const { return {{SnapshotSection::Components, server}}; }

// --- AllComponentsInactive ----------------------------------------------------------------------------------------

bool AllComponentsInactive::operator==(const AllComponentsInactive&) const = default;

ConditionResult AllComponentsInactive::evaluate(const DagSnapshot& snapshot) const
{
    std::vector<std::string> others;
    int inactive = 0;
    for (const auto& row : snapshot.components) {
        if (row.server != server || equalsIgnoringCase(row.component, component::monitoring) ||
            equalsIgnoringCase(row.component, component::recoveryActionsEnabled))
            continue;
        if (row.state.value == ServiceState::Inactive)
            ++inactive;
        else
            others.push_back(row.component);
    }
    if (inactive == 0 && others.empty()) return unread(snapshot, SnapshotSection::Components, server);
    if (others.empty()) return met(sentence<"components-inactive">(std::to_string(inactive)));
    return notMet(sentence<"components-not-inactive">(joined(others)));
}

LocalizableText AllComponentsInactive::describe() const { return sentence<"every-component-inactive">(server.text()); }
Needs AllComponentsInactive::needs() const { return {{SnapshotSection::Components, server}}; }

} // namespace drydock::maintenance
