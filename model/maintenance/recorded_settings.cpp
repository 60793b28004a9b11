// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/recorded_settings.h"

#include "model/maintenance/step_timeouts.h"

#include <algorithm>

namespace drydock::maintenance {
namespace {

using namespace domain;

// Whether the settings in it are those from before a maintenance. Of a damaged journal only the first record is known,
// which cannot tell.
bool holdsSettings(const JournaledRun& run)
{
    return run.error || (run.state.settingsRecorded() && run.state.sentSomething());
}

} // namespace

Result<std::optional<RecordedSettings>> originalSettings(const std::vector<RunListing>& newestFirst,
                                                         const ReadRun& read, const ServerName& server,
                                                         const std::string& fqdn)
{
    std::optional<RecordedSettings> found;
    bool unfinished = false; // the server was left between two states by a run newer than the settings
    for (const auto& listing : newestFirst) {
        if (!found && listing.mayBeEnterOf(server)) return fail(listing.error->within(listing.file));
        if (listing.notStarted || !listing.run.isAbout(server, fqdn)) continue;
        if (listing.run.runKind == RunKind::Rebalance || listing.run.runKind == RunKind::Reboot)
            continue; // it changes no setting
        const auto whole = read(listing);
        const auto& run = whole.state;
        if (whole.error && run.plan.steps.empty()) return fail(whole.error->within(listing.file));
        if (run.plan.runKind == RunKind::Reinstate) {
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
