// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What is read from the server's own endpoint: its failover cluster node and its Windows services.
#pragma once

#include "model/domain/names.h"
#include "model/domain/open_enum.h"
#include "model/domain/time.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace drydock::domain {

// Get-ClusterNode's State.
enum class NodeState { Up = 0, Down = 1, Paused = 2, Joining = 3, Unknown = -1 };
[[nodiscard]] OpenEnum<NodeState> nodeState(std::string text);
[[nodiscard]] const char* toString(NodeState state) noexcept;

struct ClusterNode {
    ServerName server;
    OpenEnum<NodeState> state;
    std::optional<int> nodeWeight;
    std::optional<int> dynamicWeight; // the live vote

    bool operator==(const ClusterNode&) const;
};

namespace service {
inline constexpr const char* transport = "MSExchangeTransport";
inline constexpr const char* frontEndTransport = "MSExchangeFrontEndTransport";
inline constexpr const char* setupProcess = "ExSetup"; // a process, not a service
inline constexpr const char* replication = "MSExchangeRepl";
inline constexpr const char* cluster = "ClusSvc";
inline constexpr const char* imap = "MSExchangeImap4";
inline constexpr const char* imapBackEnd = "MSExchangeIMAP4BE";
inline constexpr const char* pop = "MSExchangePop3";
inline constexpr const char* popBackEnd = "MSExchangePOP3BE";

// A member needs these to hold databases and to accept mail.
inline constexpr std::array essential{replication, cluster, transport};
// The services of IMAP and POP. The rest of the server works without them.
inline constexpr std::array mailAccess{imap, imapBackEnd, pop, popBackEnd};
// These are started again after a maintenance if they ran before, whatever starts them.
inline constexpr std::array restarted{transport, frontEndTransport, replication, cluster,
                                      imap,      imapBackEnd,       pop,         popBackEnd};
// The names of all services that are read, each with an asterisk for any end: a name that does not exist would be an
// error of Get-Service.
inline constexpr std::array patterns{"MSExchange*",           "ClusSvc*", "W3SVC*", "FMS*", "HostControllerService*",
                                     "SearchExchangeTracing*"};
[[nodiscard]] bool isRestarted(std::string_view name) noexcept;
[[nodiscard]] bool isRead(std::string_view name) noexcept;
} // namespace service

struct Service {
    ServerName server;
    std::string name;
    std::string status;               // Running, Stopped, StartPending …
    std::string startType;            // Automatic, Manual, Disabled; empty: not reported
    std::optional<Time> processStart; // start of its process; empty: could not be read

    bool operator==(const Service&) const;
    [[nodiscard]] bool running() const { return status == "Running"; }
};

} // namespace drydock::domain
