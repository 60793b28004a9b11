// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/preferred_server.h"

#include "model/domain/preflight_readings.h"

#include "model/domain/messages.h"
#include "model/domain/redundancy.h"

#include <algorithm>

namespace drydock::domain {
namespace {

// MSExchangeRepl crashes on a longer period, 49.7 days, and moves nothing (exchange.md 4.3).
constexpr Duration longestPeriod{std::int64_t{1} << 32};

ServerName preferredOf(const Database& database)
{
    const auto& preferences = database.activationPreference;
    const auto first = std::min_element(preferences.begin(), preferences.end(),
                                        [](const auto& a, const auto& b) { return a.second < b.second; });
    return first == preferences.end() ? ServerName() : first->first;
}

// Looks at the database; its copies are assessed afterwards.
LocalizableText databaseRefusal(const Database& database, const DatabasePlace& place, const RecentMoves& recent)
{
    if (place.preferred.empty()) return sentence<"preference-not-told">();
    if (place.activeOn.empty() || !database.mounted) return sentence<"mounted-where-not-told">();
    if (!*database.mounted) return sentence<"database-not-mounted">();
    if (database.backupInProgress.value_or(false)) return sentence<"backup-under-way">();
    const auto moves = recent.find(database.name);
    if (moves != recent.end() && moves->second >= movesBeforeSuppression)
        return sentence<"moves-suppressed">(std::to_string(moves->second));
    return {};
}

const DatabaseCopy* copyOn(const RedundancyIndex& index, const DatabaseName& database, const ServerName& server)
{
    for (const auto* copy : index.copiesOf(database))
        if (copy->server == server) return copy;
    return nullptr;
}

} // namespace

bool DatabasePlace::operator==(const DatabasePlace&) const = default;

std::vector<DatabasePlace> placesIn(const DagSnapshot& snapshot, const DagName& group, const RecentMoves& recent)
{
    const RedundancyIndex index(snapshot);
    RedundancyIndex::Arrivals arrivals;
    std::vector<DatabasePlace> places;
    for (const auto& database : snapshot.databases) {
        if (database.dag != group || database.singleCopy() || database.recovery) continue;
        DatabasePlace place{database.name, index.activeOn(database.name), preferredOf(database), {}, {}, {}, {}};
        const auto* copy = copyOn(index, database.name, place.preferred);
        if (copy) {
            place.copyQueueLength = copy->copyQueueLength;
            place.replayQueueLength = copy->replayQueueLength;
            place.replayLag = copy->replayLag;
        }
        if (!place.atHome()) {
            place.refusal = databaseRefusal(database, place, recent);
            if (place.refusal.empty())
                place.refusal =
                    copy ? index.refusal(*copy, arrivals) : sentence<"copies-not-read-on">(place.preferred.text());
        }
        if (place.goesHome()) {
            ++arrivals[place.preferred];
            --arrivals[place.activeOn];
        }
        places.push_back(std::move(place));
    }
    return places;
}

std::vector<ServerShare> sharesOf(const std::vector<DatabasePlace>& places,
                                  const std::map<DatabaseName, ServerName>& moved)
{
    std::map<ServerName, ServerShare> shares;
    const auto on = [&shares](const ServerName& server) -> ServerShare& {
        auto& share = shares[server];
        share.server = server;
        return share;
    };
    for (const auto& place : places) {
        if (!place.activeOn.empty()) ++on(place.activeOn).before;
        if (!place.preferred.empty()) ++on(place.preferred).preferred;
        const auto move = moved.find(place.database);
        if (const auto& actual = move == moved.end() ? place.activeOn : move->second; !actual.empty())
            ++on(actual).actual;
        if (const auto& planned = place.goesHome() ? place.preferred : place.activeOn; !planned.empty())
            ++on(planned).planned;
    }
    std::vector<ServerShare> list;
    for (const auto& [server, share] : shares)
        list.push_back(share);
    return list;
}

ReturnHome returnHomeOf(const AvailabilityGroup& group)
{
    const auto& period = group.preferenceMoveFrequency;
    if (!period) return ReturnHome::Unknown;
    return *period > Duration::zero() && *period <= longestPeriod ? ReturnHome::Periodically : ReturnHome::Never;
}

std::optional<Time> homeBy(const AvailabilityGroup& group, Time now)
{
    if (returnHomeOf(group) != ReturnHome::Periodically) return {};
    return now + *group.preferenceMoveFrequency;
}

LocalizableText homeForecast(const AvailabilityGroup& group, Time now)
{
    if (const auto by = homeBy(group, now))
        return sentence<"go-home-by">(toIso(std::chrono::floor<std::chrono::seconds>(*by)));
    return returnHomeOf(group) == ReturnHome::Never ? sentence<"never-go-home">() : sentence<"go-home-not-told">();
}

} // namespace drydock::domain
