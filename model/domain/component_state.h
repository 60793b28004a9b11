// One component of one server: whether it serves, and which requesters hold it in which store
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

// The two places an entry is kept: registry of the server (LocalStates), Active Directory (RemoteStates).
enum class ComponentStore { Registry, ActiveDirectory };
[[nodiscard]] const char* toString(ComponentStore store) noexcept;

struct RequesterEntry {
    std::string requester; // Maintenance, Functional, HealthApi, Sidelined, Deployment: an open list
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
    OpenEnum<ServiceState> state; // as the server computes it, over all requesters
    bool serverWideOfflineIsOffline = false;
    // Absent: the store could not be read ("unknown", not "none"; exchange.md 4.1).
    std::optional<std::vector<RequesterEntry>> registry;
    std::optional<std::vector<RequesterEntry>> activeDirectory;

    bool operator==(const ComponentState&) const;

    // The newest entry of a requester over both stores; empty when it has none.
    [[nodiscard]] std::optional<RequesterEntry> newestEntry(std::string_view requester) const;
    // Every requester whose newest entry is not Active, newest entries, in the order found.
    [[nodiscard]] std::vector<RequesterEntry> heldDownBy() const;
    // Inactive although nobody holds this component itself: ServerWideOffline is why.
    [[nodiscard]] bool becauseServerWideOffline() const;
    // ForwardSyncDaemon and ProvisioningRps are Inactive on premises by default.
    [[nodiscard]] bool inactiveByDefault() const;
};

} // namespace drydock::domain
