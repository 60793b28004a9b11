// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Databases and their copies: Get-MailboxDatabase and Get-MailboxDatabaseCopyStatus.
#pragma once

#include "model/domain/names.h"
#include "model/domain/open_enum.h"
#include "model/domain/server.h"
#include "model/domain/time.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace drydock::domain {

// The values are the numbers of the wire format (exchange.md 5.2).
enum class CopyStatus {
    Unknown = 0,
    Failed = 3,
    Seeding = 4,
    Suspended = 5,
    Healthy = 6,
    ServiceDown = 7,
    Initializing = 8,
    Resynchronizing = 9,
    Mounted = 11,
    Dismounted = 12,
    Mounting = 13,
    Dismounting = 14,
    DisconnectedAndHealthy = 15,
    FailedAndSuspended = 16,
    DisconnectedAndResynchronizing = 17,
    NonExchangeReplication = 18,
    SeedingSource = 19,
    Misconfigured = 20,
    SinglePageRestore = 21,
};
[[nodiscard]] OpenEnum<CopyStatus> copyStatus(std::string text);
[[nodiscard]] const char* toString(CopyStatus status) noexcept;

struct DatabaseCopy {
    DatabaseName database;
    ServerName server;
    OpenEnum<CopyStatus> status;
    bool active = false;
    std::optional<std::int64_t> copyQueueLength;
    std::optional<std::int64_t> replayQueueLength;
    std::optional<Time> lastInspectedLogTime;
    std::string contentIndexState; // NotApplicable from Exchange 2019 on
    std::optional<int> activationPreference;
    Duration replayLag{0}; // 0: not lagged
    bool activationSuspended = false;
    OpenEnum<AutoActivationPolicy> autoActivationPolicy; // the policy of its server
    std::string errorMessage;
    std::optional<int> diskFreeSpacePercent;
    bool lastLogInfoIsStale = false;
    bool lastLogPublished = true; // false: the active copy's server does not publish it, so the length is not known
    // Of its database:
    bool recovery = false;
    bool mountAtStartup = true;

    bool operator==(const DatabaseCopy&) const;

    [[nodiscard]] std::string name() const { return database.text() + "\\" + server.text(); } // "DB01\MAIL"
    [[nodiscard]] bool lagged() const noexcept { return replayLag > Duration::zero(); }
    // Returns whether the copy serves no user, so that it may stay dismounted (exchange.md 4.3).
    [[nodiscard]] bool dismountedOnPurpose() const noexcept
    {
        return status.value == CopyStatus::Dismounted && (recovery || !mountAtStartup);
    }
};

enum class ReplicationType { None = 0, Remote = 2, Unknown = -1 };
[[nodiscard]] OpenEnum<ReplicationType> replicationType(std::string text);
[[nodiscard]] const char* toString(ReplicationType type) noexcept;

struct Database {
    DatabaseName name;
    DagName dag;                     // empty: not in a DAG
    std::vector<ServerName> servers; // members with a copy
    bool serversRead = true;         // false: the answer did not say which servers have a copy
    OpenEnum<ReplicationType> replicationType;
    std::map<ServerName, int> activationPreference;
    std::optional<bool> mounted;
    ServerName mountedOn; // empty: unknown
    std::optional<bool> backupInProgress;
    bool recovery = false;
    bool mountAtStartup = true;
    bool excludedFromMonitoring = false; // AutoDagExcludeFromMonitoring

    bool operator==(const Database&) const;
    // If it is not known which servers have a copy, the replication type decides.
    [[nodiscard]] bool singleCopy() const noexcept
    {
        return serversRead ? servers.size() < 2 : replicationType.value == ReplicationType::None;
    }
    // Returns whether the database serves no user, so that it may stay dismounted (exchange.md 4.3).
    [[nodiscard]] bool dismountedOnPurpose() const noexcept
    {
        return mounted == false && (recovery || !mountAtStartup);
    }
};

} // namespace drydock::domain
