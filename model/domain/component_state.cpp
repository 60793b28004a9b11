// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/component_state.h"

#include "model/domain/enum_names.h"

#include <algorithm>

namespace drydock::domain {
namespace {

constexpr EnumName<ServiceState> serviceStateNames[] = {
    {ServiceState::Inactive, "Inactive"},
    {ServiceState::Active, "Active"},
    {ServiceState::Draining, "Draining"},
    {ServiceState::Unknown, "Unknown"},
};

constexpr EnumName<ComponentStore> componentStoreNames[] = {{ComponentStore::Registry, "registry"},
                                                            {ComponentStore::ActiveDirectory, "AD"}};

using Entries = std::optional<std::vector<RequesterEntry>>;

// An entry without a time counts as older than every entry with a time.
bool newer(const RequesterEntry& a, const RequesterEntry& b)
{
    return a.since.has_value() && (!b.since || *a.since > *b.since);
}

void addRequesters(const Entries& entries, std::vector<std::string>& names)
{
    if (!entries) return;
    for (const auto& entry : *entries) {
        const auto same = [&](const std::string& name) { return equalsIgnoringCase(name, entry.requester); };
        if (std::none_of(names.begin(), names.end(), same)) names.push_back(entry.requester);
    }
}

} // namespace

bool RequesterEntry::operator==(const RequesterEntry&) const = default;
bool ComponentState::operator==(const ComponentState&) const = default;

OpenEnum<ServiceState> serviceState(std::string text) { return openValueOf(serviceStateNames, std::move(text)); }
const char* toString(ServiceState state) noexcept { return nameOf(serviceStateNames, state); }

const char* toString(ComponentStore store) noexcept { return nameOf(componentStoreNames, store); }

// Of two entries without a time the component's own state tells which counts: where it is Active no requester holds it
// down, else the one that holds it down is believed.
bool ComponentState::decides(const RequesterEntry& entry, const RequesterEntry& other) const
{
    if (entry.since || other.since || entry.state == other.state) return false;
    return (state.value == ServiceState::Active) == (entry.state.value == ServiceState::Active);
}

std::optional<RequesterEntry> ComponentState::newestEntry(std::string_view requester) const
{
    std::optional<RequesterEntry> best;
    for (const auto* store : {&registry, &activeDirectory}) {
        if (!*store) continue;
        for (const auto& entry : **store)
            if (equalsIgnoringCase(entry.requester, requester) &&
                (!best || newer(entry, *best) || decides(entry, *best)))
                best = entry;
    }
    return best;
}

std::vector<RequesterEntry> ComponentState::heldDownBy() const
{
    std::vector<std::string> names;
    addRequesters(registry, names);
    addRequesters(activeDirectory, names);
    std::vector<RequesterEntry> holders;
    for (const auto& name : names)
        if (auto entry = newestEntry(name); entry && entry->state.value != ServiceState::Active)
            holders.push_back(*entry);
    return holders;
}

bool ComponentState::becauseServerWideOffline() const
{
    return state.value != ServiceState::Active && serverWideOfflineIsOffline && !inactiveByDefault() &&
           heldDownBy().empty() && !equalsIgnoringCase(component, component::serverWideOffline) &&
           !equalsIgnoringCase(component, component::monitoring) &&
           !equalsIgnoringCase(component, component::recoveryActionsEnabled);
}

bool ComponentState::inactiveByDefault() const
{
    return equalsIgnoringCase(component, "ForwardSyncDaemon") || equalsIgnoringCase(component, "ProvisioningRps");
}

} // namespace drydock::domain
