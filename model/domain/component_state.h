// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The state of one component of one server, and the entries of its requesters in both stores
// (Get-ServerComponentState).
#pragma once

#include "model/domain/names.h"
#include "model/domain/open_enum.h"
#include "model/domain/time.h"

#include <optional>
#include <string>
#include <vector>

namespace drydock::domain {

enum class ServiceState { Inactive = 0, Active = 1, Draining = 2, Unknown = -1 };
[[nodiscard]] OpenEnum<ServiceState> serviceState(std::string text);
[[nodiscard]] const char* toString(ServiceState state) noexcept;

// The two stores of entries: the registry of the server (LocalStates) and Active Directory (RemoteStates).
enum class ComponentStore { Registry, ActiveDirectory };
[[nodiscard]] const char* toString(ComponentStore store) noexcept;

struct RequesterEntry {
    std::string requester; // Maintenance, Functional, HealthApi, Sidelined, Deployment; servers may add others
    OpenEnum<ServiceState> state;
    std::optional<Time> since;

    bool operator==(const RequesterEntry&) const;
};

namespace component {
inline constexpr const char* serverWideOffline = "ServerWideOffline";
inline constexpr const char* hubTransport = "HubTransport";
inline constexpr const char* umCallRouter = "UMCallRouter";
inline constexpr const char* highAvailability = "HighAvailability";
inline constexpr const char* monitoring = "Monitoring";
inline constexpr const char* recoveryActionsEnabled = "RecoveryActionsEnabled";
} // namespace component

namespace requester {
inline constexpr const char* maintenance = "Maintenance";
inline constexpr const char* functional = "Functional";
} // namespace requester

struct ComponentState {
    ServerName server;
    std::string component;
    OpenEnum<ServiceState> state; // computed by the server over all requesters
    bool serverWideOfflineIsOffline = false;
    // The entries of each store. Absent if the store could not be read; its entries are then unknown (exchange.md 4.1).
    std::optional<std::vector<RequesterEntry>> registry;
    std::optional<std::vector<RequesterEntry>> activeDirectory;

    bool operator==(const ComponentState&) const;

    // Returns the newest entry of a requester in both stores; empty if it has none.
    [[nodiscard]] std::optional<RequesterEntry> newestEntry(std::string_view requester) const;
    // Returns the newest entry of every requester for which that entry is not Active, in the order of the stores.
    [[nodiscard]] std::vector<RequesterEntry> heldDownBy() const;
    // Returns whether the component is Inactive because of ServerWideOffline alone: no requester holds it down itself.
    [[nodiscard]] bool becauseServerWideOffline() const;
    // Returns true for ForwardSyncDaemon and ProvisioningRps, which are Inactive on premises by default.
    [[nodiscard]] bool inactiveByDefault() const;

private:
    [[nodiscard]] bool decides(const RequesterEntry& entry, const RequesterEntry& other) const;
};

} // namespace drydock::domain
