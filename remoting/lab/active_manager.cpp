// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/lab/active_manager.h"

#include "model/domain/enum_names.h"
#include "model/domain/names.h"
#include "remoting/lab/cluster.h"
#include "remoting/lab/component_states.h"

#include <algorithm>
#include <utility>

namespace drydock::lab {
namespace {

using namespace std::chrono_literals;

constexpr domain::EnumName<CopyStatus> copyStatusNames[] = {
    {CopyStatus::Unknown, "Unknown"},
    {CopyStatus::Failed, "Failed"},
    {CopyStatus::Seeding, "Seeding"},
    {CopyStatus::Suspended, "Suspended"},
    {CopyStatus::Healthy, "Healthy"},
    {CopyStatus::ServiceDown, "ServiceDown"},
    {CopyStatus::Initializing, "Initializing"},
    {CopyStatus::Resynchronizing, "Resynchronizing"},
    {CopyStatus::Mounted, "Mounted"},
    {CopyStatus::Dismounted, "Dismounted"},
    {CopyStatus::Mounting, "Mounting"},
    {CopyStatus::Dismounting, "Dismounting"},
    {CopyStatus::DisconnectedAndHealthy, "DisconnectedAndHealthy"},
    {CopyStatus::FailedAndSuspended, "FailedAndSuspended"},
    {CopyStatus::DisconnectedAndResynchronizing, "DisconnectedAndResynchronizing"},
    {CopyStatus::NonExchangeReplication, "NonExchangeReplication"},
    {CopyStatus::SeedingSource, "SeedingSource"},
    {CopyStatus::Misconfigured, "Misconfigured"},
    {CopyStatus::SinglePageRestore, "SinglePageRestore"},
};

constexpr Duration afterBecomingPassive{35'000};
constexpr std::size_t movesAnHour = 4;

Database& databaseAt(World& world, int index) { return world.databases[static_cast<std::size_t>(index)]; }

const Copy* copyOn(const Database& database, int server)
{
    for (const auto& copy : database.copies)
        if (copy.server == server) return &copy;
    return nullptr;
}

Copy* copyOn(Database& database, int server)
{
    return const_cast<Copy*>(copyOn(std::as_const(database), server)); // the database is not const
}

// Returns the site whose view of the directory Active Manager uses: that of the primary active manager.
const std::string& deciderSite(const World& world, const Database& database, const Copy& copy)
{
    if (database.dag >= 0)
        if (const int manager = world.dags[static_cast<std::size_t>(database.dag)].manager; manager >= 0)
            return serverAt(world, manager).spec.site;
    return serverAt(world, copy.server).spec.site;
}

// A DAG without quorum stops (exchange.md 4.4).
bool groupRuns(const World& world, const Database& database)
{
    return database.dag < 0 || hasQuorum(world, database.dag);
}

bool isMoving(const World& world, const Database& database)
{
    return database.move && !database.move->stuck && world.now >= database.move->start;
}

CopyStatus activeStatus(const World& world, const Database& database)
{
    if (isMoving(world, database))
        return world.now < database.move->halfway ? CopyStatus::Dismounting : CopyStatus::Mounting;
    return isMounted(world, database) ? CopyStatus::Mounted : CopyStatus::Dismounted;
}

CopyStatus passiveStatus(const World& world, const Database& database, const Copy& copy)
{
    const auto given = copyStatusFromText(copy.spec.status).value_or(CopyStatus::Unknown);
    if (copy.suspended)
        return given == CopyStatus::Failed || given == CopyStatus::FailedAndSuspended ? CopyStatus::FailedAndSuspended
                                                                                      : CopyStatus::Suspended;
    if (given != CopyStatus::Healthy) return given;
    const bool disconnected = !world.serviceRuns(database.active, "MSExchangeRepl");
    if (world.now < copy.recovering) {
        if (disconnected) return CopyStatus::DisconnectedAndResynchronizing;
        return copy.recovering - world.now > 20s ? CopyStatus::Initializing : CopyStatus::Resynchronizing;
    }
    return disconnected ? CopyStatus::DisconnectedAndHealthy : CopyStatus::Healthy;
}

std::optional<std::string> whyServerRefuses(const World& world, const Database& database, const Copy& copy,
                                            const SkippedChecks& skipped)
{
    const auto& server = serverAt(world, copy.server);
    const auto& site = deciderSite(world, database, copy);
    if (!world.serviceRuns(copy.server, "MSExchangeRepl"))
        return "Server '" + world.fqdn(copy.server) + "' is not reachable.";
    if (effectiveState(world, server, "HighAvailability", site, Stores::DirectoryOnly) != ServiceState::Active)
        return "The HighAvailability component of server '" + server.spec.name + "' is offline.";
    if (skipped.all) return std::nullopt;
    const auto policy = server.policy.valueAtSite(site, world.now);
    if (policy == Policy::Blocked)
        return "The server '" + server.spec.name + "' has activation blocked by DatabaseCopyAutoActivationPolicy.";
    if (policy == Policy::IntrasiteOnly && server.spec.site != serverAt(world, database.active).spec.site)
        return "The server '" + server.spec.name + "' accepts databases of its own site only.";
    if (server.moveNow.valueAtSite(site, world.now))
        return "The server '" + server.spec.name + "' has DatabaseCopyActivationDisabledAndMoveNow set.";
    const auto limit = server.spec.maximumActiveDatabases;
    if (limit && !skipped.maximumActive && activeCount(world, copy.server) >= *limit)
        return "The server '" + server.spec.name + "' already has its maximum of active databases.";
    return std::nullopt;
}

std::optional<std::string> whyCopyRefuses(const World& world, const Database& database, const Copy& copy,
                                          const SkippedChecks& skipped)
{
    const auto name = database.spec.name + "\\" + serverAt(world, copy.server).spec.name;
    const auto status = copyStatus(world, database, copy);
    if (skipped.all) return std::nullopt;
    if (copy.activationSuspended) return "The database copy '" + name + "' is suspended for activation.";
    if (!skipped.health && status != CopyStatus::Healthy && status != CopyStatus::DisconnectedAndHealthy)
        return "The database copy '" + name + "' is in the state " + toString(status) + ".";
    if (!skipped.lag && copy.spec.replayLag > Duration::zero()) return "The database copy '" + name + "' is lagged.";
    if (!skipped.health && copy.spec.copyQueue > 10)
        return "The database copy '" + name + "' has a copy queue of " + std::to_string(copy.spec.copyQueue) + " logs.";
    if (!skipped.health && copy.spec.replayQueue > 400 - copy.spec.copyQueue)
        return "The database copy '" + name + "' has a replay queue of " + std::to_string(copy.spec.replayQueue) +
               " logs.";
    const auto index = contentIndexState(world, database, copy);
    const auto* active = copyOn(database, database.active);
    const bool withoutIndex =
        index == "Disabled" && active && contentIndexState(world, database, *active) == "Disabled";
    const bool indexFits = index == "NotApplicable" || index == "Healthy" || index == "HealthyAndUpgrading" ||
                           index == "Crawling" || withoutIndex;
    if (!skipped.clientExperience && !indexFits)
        return "The content index of '" + name + "' is in the state " + index + ".";
    return std::nullopt;
}

// Returns the server with the most preferred copy that can become active, or -1. A copy whose content index is crawling
// comes last. `reasons` receives why other copies
// cannot.
int bestTarget(const World& world, const Database& database, const SkippedChecks& skipped, std::string& reasons)
{
    const Copy* best = nullptr;
    for (const auto& copy : database.copies) {
        if (copy.server == database.active) continue;
        if (const auto reason = whyNotActivatable(world, database, copy, skipped)) {
            reasons += (reasons.empty() ? "" : " ") + *reason;
            continue;
        }
        const auto rank = [&](const Copy& one) {
            return std::pair(contentIndexState(world, database, one) == "Crawling", one.spec.preference);
        };
        if (!best || rank(copy) < rank(*best)) best = &copy;
    }
    return best ? best->server : -1;
}

bool isSuppressed(World& world, Database& database)
{
    std::erase_if(database.recentMoves, [&](Time time) { return world.now - time >= 1h; });
    return database.recentMoves.size() >= movesAnHour;
}

MoveOutcome failed(const Database& database, int to, std::string error, std::string exception)
{
    return {"Failed", database.active, to, std::move(error), std::move(exception), {}};
}

// Returns the outcome of a move that cannot begin; nothing if it can.
std::optional<MoveOutcome> refusal(World& world, Database& database, int& target, const SkippedChecks& skipped)
{
    const auto& name = database.spec.name;
    if (database.move)
        return failed(database, target, "An operation on database '" + name + "' is already in progress.",
                      "AmDbActionInProgressException");
    if (!groupRuns(world, database))
        return failed(database, target,
                      "An Active Manager operation failed. Error: Active Manager is in an invalid configuration: the "
                      "cluster has no quorum.",
                      "AmInvalidConfiguration");
    if (database.copies.size() < 2)
        return failed(database, target, "Database '" + name + "' has only one copy and cannot be moved.",
                      "AmDbMoveOperationNotSupportedException");
    if (!skipped.moveSuppression && !skipped.all && isSuppressed(world, database))
        return failed(database, target,
                      "Move operation for database '" + name + "' was suppressed: it was moved " +
                          std::to_string(database.recentMoves.size()) + " times within an hour.",
                      "AmDbMoveMoveSuppressedException");
    std::string reasons;
    if (target < 0) {
        target = bestTarget(world, database, skipped, reasons);
    } else if (auto* copy = copyOn(database, target); !copy) {
        reasons = "Server '" + serverAt(world, target).spec.name + "' has no copy of database '" + name + "'.";
        target = -1;
    } else if (const auto reason = whyNotActivatable(world, database, *copy, skipped)) {
        reasons = *reason;
        target = -1;
    }
    if (target < 0)
        return failed(database, -1,
                      "An Active Manager operation failed. Error: No copy of '" + name + "' could be activated. " +
                          reasons,
                      "AmDbMoveAttemptExhaustedException");
    return std::nullopt;
}

void becomePassive(World& world, Database& database, int server)
{
    if (auto* copy = copyOn(database, server)) {
        copy->recovering = world.now + afterBecomingPassive;
        copy->lastTransition = world.now;
    }
}

void begin(World& world, int index, int target, Duration delay, Duration takes)
{
    auto& database = databaseAt(world, index);
    const bool stuck =
        world.faults.strike(FaultKind::StuckMove, {}, serverAt(world, target).spec.name, database.spec.name)
            .has_value();
    const bool fails =
        !stuck && world.faults.strike(FaultKind::FailMount, {}, serverAt(world, target).spec.name, database.spec.name)
                      .has_value();
    const auto start = world.now + delay;
    database.move = Move{target, start, start + takes / 2, start + takes, fails, stuck, database.mounted};
    database.recentMoves.push_back(world.now);
    if (stuck) return;
    world.events.plan(database.move->halfway, {EventKind::FinishMove, index});
    world.events.plan(database.move->finish, {EventKind::FinishMove, index});
}

} // namespace

const char* toString(CopyStatus status) noexcept { return domain::nameOf(copyStatusNames, status); }

std::optional<CopyStatus> copyStatusFromText(std::string_view text) noexcept
{
    return domain::valueOf(copyStatusNames, text);
}

bool isMounted(const World& world, const Database& database) { return database.mounted && groupRuns(world, database); }

int activeServer(const World& world, const Database& database)
{
    return isMoving(world, database) && world.now >= database.move->halfway ? database.move->target : database.active;
}

CopyStatus copyStatus(const World& world, const Database& database, const Copy& copy)
{
    if (!world.serviceRuns(copy.server, "MSExchangeRepl")) return CopyStatus::ServiceDown;
    const int active = activeServer(world, database);
    if (copy.server == active) return activeStatus(world, database);
    if (copy.server == database.active) return CopyStatus::Initializing; // its database has just moved away
    return passiveStatus(world, database, copy);
}

std::string contentIndexState(const World& world, const Database& database, const Copy& copy)
{
    if (serverAt(world, copy.server).spec.generation == Generation::Exchange2019) return "NotApplicable";
    if (!copy.spec.contentIndex.empty() && copy.server != database.active) return copy.spec.contentIndex;
    return copy.spec.contentIndex == "Disabled" ? "Disabled" : "Healthy";
}

int activeCount(const World& world, int server)
{
    return static_cast<int>(
        std::count_if(world.databases.begin(), world.databases.end(), [&](const Database& database) {
            return database.active == server || (database.move && database.move->target == server);
        }));
}

std::optional<std::string> whyNotActivatable(const World& world, const Database& database, const Copy& copy,
                                             const SkippedChecks& skipped)
{
    if (auto reason = whyServerRefuses(world, database, copy, skipped)) return reason;
    return whyCopyRefuses(world, database, copy, skipped);
}

MoveOutcome startMove(World& world, int index, int target, const SkippedChecks& skipped, Duration delay)
{
    auto& database = databaseAt(world, index);
    if (target == database.active && target >= 0) return {"Skipped", target, target, {}, {}, {}};
    if (auto refused = refusal(world, database, target, skipped)) return *refused;
    const int from = database.active;
    const auto takes = world.between(world.scenario.timing.moveShortest, world.scenario.timing.moveLongest);
    begin(world, index, target, delay, takes);
    MoveOutcome outcome{"Succeeded", from, target, {}, {}, delay + takes};
    if (database.move->stuck) outcome.after = 24h;
    if (database.move->failsToMount) {
        outcome.status = "Failed";
        outcome.exception = "AmDbActionWrapperException";
        outcome.error = "An Active Manager operation failed. Error: Database '" + database.spec.name +
                        "' could not be mounted on server '" + world.fqdn(target) + "'.";
    }
    return outcome;
}

void continueMove(World& world, int index)
{
    auto& database = databaseAt(world, index);
    if (!database.move || world.now < database.move->halfway) return;
    const int from = database.active;
    const int target = database.move->target;
    const bool reachable = serverAt(world, target).up && groupRuns(world, database);
    if (world.now < database.move->finish) {
        database.mounted = false;
        return;
    }
    const bool fails = database.move->failsToMount || !reachable;
    // A database that was dismounted remains dismounted. One that cannot be mounted on the target is mounted again on
    // its source, if that is up.
    database.mounted = database.move->wasMounted && (!fails || serverAt(world, from).up);
    database.move.reset();
    if (fails) return;
    database.active = target;
    becomePassive(world, database, from);
    if (auto* copy = copyOn(database, target)) copy->lastTransition = world.now;
}

void analyzeMoveNow(World& world, int dag)
{
    const auto& group = world.dags[static_cast<std::size_t>(dag)];
    if (group.manager < 0) return;
    const auto& site = serverAt(world, group.manager).spec.site;
    Duration delay{};
    for (std::size_t i = 0; i < world.databases.size(); ++i) {
        const auto& database = world.databases[i];
        if (database.dag != dag || database.copies.size() < 2 || database.move) continue;
        const auto& holder = serverAt(world, database.active);
        if (!holder.up || !holder.moveNow.valueAtSite(site, world.now)) continue;
        const auto outcome = startMove(world, static_cast<int>(i), -1, {}, delay);
        if (outcome.status != "Failed") delay += 2s;
    }
}

void returnToPreferredOwners(World& world, int dag)
{
    Duration delay{};
    for (std::size_t i = 0; i < world.databases.size(); ++i) {
        const auto& database = world.databases[i];
        if (database.dag != dag || database.move || database.copies.size() < 2) continue;
        const auto first =
            std::min_element(database.copies.begin(), database.copies.end(),
                             [](const Copy& a, const Copy& b) { return a.spec.preference < b.spec.preference; });
        if (first->server == database.active || whyNotActivatable(world, database, *first, {})) continue;
        startMove(world, static_cast<int>(i), first->server, {}, delay);
        delay += 2s;
    }
}

void failOver(World& world, int downServer)
{
    const auto& server = serverAt(world, downServer);
    if (server.up || (server.dag >= 0 && !hasQuorum(world, server.dag))) return;
    for (std::size_t i = 0; i < world.databases.size(); ++i) {
        auto& database = world.databases[i];
        if (database.active != downServer || database.copies.size() < 2) continue;
        if (database.move && !database.move->stuck) continue;
        database.move.reset(); // a stuck move ends when the server goes down
        startMove(world, static_cast<int>(i), -1, {}, {});
    }
}

} // namespace drydock::lab
