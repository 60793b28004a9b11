// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/run_listing.h"

#include "model/maintenance/step_timeouts.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace drydock::maintenance {
namespace {

using namespace domain;

bool isAbout(const RunSummary& run, const ServerName& server, const std::string& fqdn)
{
    const auto& known = run.serverFqdn;
    return run.server == server && (known.empty() || fqdn.empty() || equalsIgnoringCase(known, fqdn));
}

constexpr std::size_t timeLength = 19; // of the time at the beginning of an id, "2026-11-22T21-04-05"

// Returns the server in the id of a run, as runId() writes it; empty if the id is of another form.
ServerName serverInId(const std::string& id)
{
    const auto direction = id.rfind('-');
    if (direction == std::string::npos || direction <= timeLength + 1) return {};
    return ServerName(id.substr(timeLength + 1, direction - timeLength - 1));
}

bool mayBeEnterOf(const RunListing& listing, const ServerName& server)
{
    const auto id = runId(Time{}, server, Direction::Enter);
    return listing.lost() && listing.run.id.size() > timeLength &&
           listing.run.id.substr(timeLength) == id.substr(timeLength);
}

// Whether the settings in it are those from before a maintenance. Of a damaged journal only the first record is known,
// which cannot tell.
bool holdsSettings(const JournaledRun& run)
{
    return run.error || (run.state.settingsRecorded() && run.state.sentSomething());
}

} // namespace

bool RunListing::resumable() const { return !error && !inUse && supersededBy.empty() && run.resumable(); }
bool RunListing::lost() const { return error && run.steps == 0; }

void sortAndMarkSuperseded(std::vector<RunListing>& runs)
{
    // A journal whose first record is lost has no number. The time in its name is all that is left to order it by.
    for (auto& lost : runs)
        if (lost.lost())
            for (const auto& other : runs)
                if (other.run.id < lost.run.id) lost.run.number = std::max(lost.run.number, other.run.number);
    std::stable_sort(runs.begin(), runs.end(), [](const RunListing& a, const RunListing& b) {
        return std::tie(a.run.number, a.run.id) > std::tie(b.run.number, b.run.id);
    });
    std::map<ServerName, std::vector<const RunListing*>> changed; // by the runs so far, which are newer
    for (auto& listing : runs) {
        const auto& run = listing.run;
        auto& newer = changed[listing.lost() ? serverInId(run.id) : run.server];
        const auto by = std::find_if(newer.rbegin(), newer.rend(), [&](const RunListing* other) {
            // A rebalance changes no setting of a server.
            const bool changesServer =
                (other->run.direction != Direction::Rebalance && other->run.direction != Direction::Reboot) ||
                run.direction == Direction::Rebalance;
            return other->lost() || (changesServer && isAbout(other->run, run.server, run.serverFqdn));
        });
        listing.supersededBy = by == newer.rend() ? std::string() : (*by)->run.id;
        // What a damaged journal does not show may have been sent.
        if (listing.error || run.sentSomething) newer.push_back(&listing);
    }
}

Result<std::optional<RecordedSettings>> originalSettings(const std::vector<RunListing>& newestFirst,
                                                         const ReadRun& read, const ServerName& server,
                                                         const std::string& fqdn)
{
    std::optional<RecordedSettings> found;
    bool unfinished = false; // the server was left between two states by a run newer than the settings
    for (const auto& listing : newestFirst) {
        if (!found && mayBeEnterOf(listing, server)) return fail(listing.error->within(listing.file));
        if (listing.notStarted || !isAbout(listing.run, server, fqdn)) continue;
        if (listing.run.direction == Direction::Rebalance || listing.run.direction == Direction::Reboot)
            continue; // it changes no setting
        const auto whole = read(listing);
        const auto& run = whole.state;
        if (whole.error && run.plan.steps.empty()) return fail(whole.error->within(listing.file));
        if (run.plan.direction == Direction::Reinstate) {
            if (!whole.error && isSuccess(run.outcome)) break;
            unfinished = true;
            continue;
        }
        if (!holdsSettings(whole)) continue;
        if (run.outcome == Outcome::Undone && run.phase == RunPhase::Finished) continue;
        unfinished = unfinished || !isSuccess(run.outcome);
        found = RecordedSettings{run.plan.original, run.id, run.startedAt, unfinished};
        if (isSuccess(run.outcome)) found->until = run.finishedAt;
        // What a run took over from an unfinished one stands in its own record; only older journals leave it to be
        // guessed from how the settings look.
        if (run.format > 0 || !alreadyTouched(found->settings)) break;
    }
    return found;
}

std::optional<Time> laterMaintenance(const RecordedSettings& recorded, const DagSnapshot& snapshot,
                                     const ServerName& server)
{
    const auto skew = snapshot.clockSkew.find(server);
    if (!recorded.until || skew == snapshot.clockSkew.end()) return {};
    const bool byServer = !recorded.writtenBy.empty(); // its times are a server's already
    const auto over = byServer ? *recorded.until : *recorded.until + skew->second;
    std::optional<Time> first;
    for (const auto& row : snapshot.components) {
        const auto entry = row.server == server ? row.newestEntry(requester::maintenance) : std::nullopt;
        if (!entry || entry->state.value == ServiceState::Active) continue;
        if (!entry->since || *entry->since <= over + maxClockSkew) return {};
        first = first ? std::min(*first, *entry->since) : *entry->since;
    }
    return first;
}

} // namespace drydock::maintenance
