// Component states by requester and store, and what comes out of them (exchange.md 4.1).
#pragma once

#include "remoting/lab/world.h"

#include <string>
#include <string_view>
#include <vector>

namespace drydock::lab {

// The components a server of this generation lists, in its order.
[[nodiscard]] const std::vector<std::string>& componentsOf(Generation generation);
// With the case Exchange writes it; empty when the generation has no such component.
[[nodiscard]] std::string componentName(Generation generation, std::string_view anyCase);
[[nodiscard]] std::string requesterName(std::string_view anyCase); // empty: no such requester

// On the server itself both stores count; other servers know the directory only.
enum class Stores { Both, DirectoryOnly };

// The newest entry of each requester from both stores, as a domain controller of `site` shows the directory.
[[nodiscard]] std::map<std::string, StampedState> newestByRequester(const World& world, const Server& server,
                                                                    const std::string& component,
                                                                    const std::string& site,
                                                                    Stores stores = Stores::Both);
// Without ServerWideOffline: any Inactive, else any Draining, else Active; the default where nobody asked for anything.
[[nodiscard]] ServiceState ownState(const World& world, const Server& server, const std::string& component,
                                    const std::string& site, Stores stores = Stores::Both);
[[nodiscard]] bool isServerWideOffline(const World& world, const Server& server, const std::string& site,
                                       Stores stores = Stores::Both);
[[nodiscard]] ServiceState effectiveState(const World& world, const Server& server, const std::string& component,
                                          const std::string& site, Stores stores = Stores::Both);

struct ComponentWrite {
    std::string component;
    std::string requester;
    ServiceState state = ServiceState::Active;
    bool registry = true;
    bool directory = true;
};
void writeComponentState(World& world, int server, const ComponentWrite& write, const std::string& site);

} // namespace drydock::lab
