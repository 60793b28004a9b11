// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The rules of component states: entries by requester in two stores, and the state that follows from them (exchange.md
// 4.1).
#pragma once

#include "remoting/lab/world.h"

#include <string>
#include <string_view>
#include <vector>

namespace drydock::lab {

// Returns the components that a server of this generation lists, in its order.
[[nodiscard]] const std::vector<std::string>& componentsOf(Generation generation);
// Returns the name in the case that Exchange writes; empty when the generation has no such component.
[[nodiscard]] std::string componentName(Generation generation, std::string_view anyCase);
// Returns the name in the case that Exchange writes; empty when there is no such requester.
[[nodiscard]] std::string requesterName(std::string_view anyCase);

// Which stores are used. A server uses both of its own, and only the directory of other servers.
enum class Stores { Both, DirectoryOnly };

// Returns the newest entry of each requester from both stores, with the directory as a domain controller of `site` has
// it.
[[nodiscard]] std::map<std::string, StampedState> newestByRequester(const World& world, const Server& server,
                                                                    const std::string& component,
                                                                    const std::string& site,
                                                                    Stores stores = Stores::Both);
// Returns the component's state without regard to ServerWideOffline: Inactive if any entry is Inactive, else Draining
// if any is Draining, else Active. Without entries it is the component's default.
[[nodiscard]] ServiceState ownState(const World& world, const Server& server, const std::string& component,
                                    const std::string& site, Stores stores = Stores::Both);
[[nodiscard]] bool isServerWideOffline(const World& world, const Server& server, const std::string& site,
                                       Stores stores = Stores::Both);
// Returns the component's state; Inactive if the server is offline, which three components ignore.
[[nodiscard]] ServiceState effectiveState(const World& world, const Server& server, const std::string& component,
                                          const std::string& site, Stores stores = Stores::Both);

struct ComponentWrite {
    std::string component;
    std::string requester;
    ServiceState state = ServiceState::Active;
    bool registry = true;
    bool directory = true;
    Time time{}; // on the clock of the server that runs the cmdlet
};
void writeComponentState(World& world, int server, const ComponentWrite& write, const std::string& site);

} // namespace drydock::lab
