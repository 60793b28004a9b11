#include "model/domain/snapshot_diff.h"

#include <map>
#include <utility>

namespace drydock::domain {
namespace {

// Every setting and state of a snapshot as text, by (subject, property).
using Facts = std::map<std::pair<std::string, std::string>, std::string>;

std::string joined(const std::vector<ServerName>& names)
{
    std::string text;
    for (const auto& name : names)
        text += (text.empty() ? "" : ", ") + name.text();
    return text;
}

std::string yesNo(bool value) { return value ? "True" : "False"; }

void addServers(const DagSnapshot& snapshot, Facts& facts)
{
    for (const auto& server : snapshot.servers) {
        const auto& name = server.name.text();
        facts[{name, "Version"}] = server.version.text();
        facts[{name, "DatabaseCopyAutoActivationPolicy"}] = server.autoActivationPolicy.text;
        facts[{name, "DatabaseCopyActivationDisabledAndMoveNow"}] = yesNo(server.activationDisabledAndMoveNow);
    }
    for (const auto& node : snapshot.nodes)
        facts[{node.server.text(), "ClusterNode"}] = node.state.text;
    for (const auto& service : snapshot.services)
        facts[{service.server.text() + " " + service.name, "Status"}] = service.status;
}

void addGroups(const DagSnapshot& snapshot, Facts& facts)
{
    for (const auto& group : snapshot.groups) {
        const auto& name = group.name.text();
        facts[{name, "Servers"}] = joined(group.servers);
        if (!group.statusKnown) continue;
        facts[{name, "PrimaryActiveManager"}] = group.primaryActiveManager.text();
        facts[{name, "OperationalServers"}] = joined(group.operationalServers);
        facts[{name, "ServersInMaintenance"}] = joined(group.serversInMaintenance);
        facts[{name, "WitnessShareInUse"}] = group.witnessInUse.text;
    }
}

void addCopies(const DagSnapshot& snapshot, Facts& facts)
{
    for (const auto& copy : snapshot.copies) {
        facts[{copy.name(), "Status"}] = copy.status.text;
        facts[{copy.name(), "ContentIndexState"}] = copy.contentIndexState;
        facts[{copy.name(), "ActivationSuspended"}] = yesNo(copy.activationSuspended);
        if (copy.activationPreference)
            facts[{copy.name(), "ActivationPreference"}] = std::to_string(*copy.activationPreference);
    }
}

void addComponents(const DagSnapshot& snapshot, Facts& facts)
{
    for (const auto& component : snapshot.components) {
        const auto subject = component.server.text() + " " + component.component;
        facts[{subject, "State"}] = component.state.text;
        const auto add = [&](const auto& entries, ComponentStore store) {
            if (!entries) return;
            for (const auto& entry : *entries)
                facts[{subject, std::string(toString(store)) + " " + entry.requester}] = entry.state.text;
        };
        add(component.registry, ComponentStore::Registry);
        add(component.activeDirectory, ComponentStore::ActiveDirectory);
    }
}

Facts factsOf(const DagSnapshot& snapshot)
{
    Facts facts;
    addServers(snapshot, facts);
    addGroups(snapshot, facts);
    addCopies(snapshot, facts);
    addComponents(snapshot, facts);
    return facts;
}

} // namespace

std::vector<Change> difference(const DagSnapshot& before, const DagSnapshot& after)
{
    const auto was = factsOf(before);
    const auto is = factsOf(after);
    std::vector<Change> changes;
    for (const auto& [key, value] : was) {
        const auto now = is.find(key);
        const auto text = now == is.end() ? std::string() : now->second;
        if (text != value) changes.push_back({key.first, key.second, value, text});
    }
    for (const auto& [key, value] : is)
        if (was.find(key) == was.end() && !value.empty()) changes.push_back({key.first, key.second, {}, value});
    return changes;
}

} // namespace drydock::domain
