// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The rules of Active Manager: copy status, choice of the best copy, moves and fail-over (exchange.md 3.1, 4.3, 5.2).
#pragma once

#include "remoting/lab/world.h"

#include <optional>
#include <string>
#include <vector>

namespace drydock::lab {

enum class CopyStatus { // numbers: exchange.md 5.2
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
    SinglePageRestore = 21, // its number is not known
};
[[nodiscard]] const char* toString(CopyStatus status) noexcept;
[[nodiscard]] std::optional<CopyStatus> copyStatusFromText(std::string_view text) noexcept;

// Returns the server whose copy is active; during the second half of a move its target.
[[nodiscard]] int activeServer(const World& world, const Database& database);
// Returns whether the database is mounted. A DAG without quorum mounts nothing (exchange.md 4.4).
[[nodiscard]] bool isMounted(const World& world, const Database& database);
[[nodiscard]] CopyStatus copyStatus(const World& world, const Database& database, const Copy& copy);
[[nodiscard]] std::string contentIndexState(const World& world, const Database& database, const Copy& copy);
[[nodiscard]] int activeCount(const World& world, int server);

struct SkippedChecks {
    bool all = false;
    bool health = false;
    bool lag = false;
    bool maximumActive = false;
    bool clientExperience = false;
    bool moveSuppression = false;
};

// Returns the reason why this copy cannot become active; nothing when it can.
[[nodiscard]] std::optional<std::string> whyNotActivatable(const World& world, const Database& database,
                                                           const Copy& copy, const SkippedChecks& skipped);

struct MoveOutcome {
    std::string status; // Succeeded, Failed or Skipped (AmDatabaseMoveResult)
    int from = -1;
    int to = -1;
    std::string error;
    std::string exception; // the short name of the error's exception
    Duration after{};
};

// Moves the database to `target`, or to the best copy on another server if it is -1. The outcome is returned at once;
// the move itself takes virtual time.
MoveOutcome startMove(World& world, int database, int target, const SkippedChecks& skipped, Duration delay);
// Handles the events of a move that was started.
void continueMove(World& world, int database);
// Moves databases away from the members with DatabaseCopyActivationDisabledAndMoveNow.
void analyzeMoveNow(World& world, int dag);
// Moves databases back to their most preferred copies.
void returnToPreferredOwners(World& world, int dag);
// Activates other copies of the databases of a server that is down.
void failOver(World& world, int downServer);

} // namespace drydock::lab
