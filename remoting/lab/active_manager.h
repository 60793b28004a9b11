// Where databases are active: copy status, choice of the best copy, moves, fail-over (exchange.md 3.1, 4.3, 5.2).
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
};
[[nodiscard]] const char* toString(CopyStatus status) noexcept;
[[nodiscard]] std::optional<CopyStatus> copyStatusFromText(std::string_view text) noexcept;

// The server whose copy is active; during the second half of a move its target already.
[[nodiscard]] int activeServer(const World& world, const Database& database);
// Not while its group is without quorum: that stops the group (exchange.md 4.4).
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

// Why this copy cannot become active, in words; nothing when it can.
[[nodiscard]] std::optional<std::string> whyNotActivatable(const World& world, const Database& database,
                                                           const Copy& copy, const SkippedChecks& skipped);

struct MoveOutcome {
    std::string status; // Succeeded, Failed, Skipped (docs: AmDatabaseMoveResult)
    int from = -1;
    int to = -1;
    std::string error;
    std::string exception; // the short name that belongs to it
    Duration after{};
};

// Moves to `target`, or to the best copy elsewhere when it is -1. The effects come in time; the outcome is told at
// once.
MoveOutcome startMove(World& world, int database, int target, const SkippedChecks& skipped, Duration delay);
void continueMove(World& world, int database);
void analyzeMoveNow(World& world, int dag);
void returnToPreferredOwners(World& world, int dag);
void failOver(World& world, int downServer);

} // namespace drydock::lab
