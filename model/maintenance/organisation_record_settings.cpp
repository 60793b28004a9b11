// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/organisation_record_settings.h"

#include <nlohmann/json.hpp>

namespace drydock::maintenance {

using namespace domain;
using nlohmann::json;

namespace {

ComponentState componentOf(const ServerName& server, const json& from)
{
    ComponentState row;
    row.server = server;
    row.component = from.at(0).get<std::string>();
    row.state = serviceState(from.at(1).get<std::string>());
    row.serverWideOfflineIsOffline = from.at(2).get<bool>();
    std::vector<RequesterEntry> entries;
    for (const auto& entry : from.at(3))
        entries.push_back({entry.at(0).get<std::string>(), serviceState(entry.at(1).get<std::string>()),
                           entry.at(2).is_string() ? fromIso(entry.at(2).get<std::string>()) : std::nullopt});
    row.registry = entries;
    row.activeDirectory = std::move(entries);
    return row;
}

} // namespace

// What is restored depends on the newest entry of each requester that holds a component down. Components that nobody
// holds down are most of them, and are listed by name alone.
json shortened(const OriginalSettings& settings)
{
    auto active = json::array();
    auto others = json::array();
    for (const auto& row : settings.components) {
        auto entries = json::array();
        for (const auto& entry : row.heldDownBy())
            entries.push_back({entry.requester, entry.state.text, entry.since ? json(toIso(*entry.since)) : json()});
        if (entries.empty() && row.state.value == ServiceState::Active && !row.serverWideOfflineIsOffline)
            active.push_back(row.component);
        else
            others.push_back({row.component, row.state.text, row.serverWideOfflineIsOffline, std::move(entries)});
    }
    auto services = json::array();
    for (const auto& row : settings.services)
        services.push_back({row.name, row.status, row.startType});
    const auto names = [](const std::vector<DatabaseName>& databases) {
        auto list = json::array();
        for (const auto& name : databases)
            list.push_back(name.text());
        return list;
    };
    return {{"policy", settings.policy.text},
            {"moveNow", settings.activationDisabledAndMoveNow},
            {"node", settings.node.text},
            {"active", std::move(active)},
            {"others", std::move(others)},
            {"services", std::move(services)},
            {"databases", names(settings.activeDatabases)},
            {"unhealthy", names(settings.unhealthyCopies)}};
}

OriginalSettings settingsOf(const ServerName& server, const json& from)
{
    OriginalSettings settings;
    settings.policy = autoActivationPolicy(from.at("policy").get<std::string>());
    settings.activationDisabledAndMoveNow = from.at("moveNow").get<bool>();
    settings.node = nodeState(from.at("node").get<std::string>());
    for (const auto& name : from.at("active"))
        settings.components.push_back(componentOf(server, {name, "Active", false, json::array()}));
    for (const auto& row : from.at("others"))
        settings.components.push_back(componentOf(server, row));
    for (const auto& row : from.at("services"))
        settings.services.push_back({server, row.at(0).get<std::string>(), row.at(1).get<std::string>(),
                                     row.at(2).get<std::string>(), std::nullopt});
    for (const auto& name : from.at("databases"))
        settings.activeDatabases.emplace_back(name.get<std::string>());
    for (const auto& name : from.at("unhealthy"))
        settings.unhealthyCopies.emplace_back(name.get<std::string>());
    return settings;
}

} // namespace drydock::maintenance
