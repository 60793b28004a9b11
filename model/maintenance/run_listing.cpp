// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/run_listing.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace drydock::maintenance {
namespace {

using namespace domain;

// Settings that look as a maintenance leaves them: read from a server that was already on its way.
bool alreadyTouched(const OriginalSettings& settings)
{
    const auto held = [](const ComponentState& row) { return maintenanceState(row) != ServiceState::Active; };
    return settings.policy == AutoActivationPolicy::Blocked || settings.activationDisabledAndMoveNow ||
           settings.node == NodeState::Paused ||
           std::any_of(settings.components.begin(), settings.components.end(), held);
}

bool isAbout(const RunState& run, const ServerName& server, const std::string& fqdn)
{
    const auto& known = run.plan.serverFqdn;
    return run.plan.server == server && (known.empty() || fqdn.empty() || equalsIgnoringCase(known, fqdn));
}

constexpr std::size_t timeLength = 19; // of the time at the beginning of an id, "2026-11-22T21-04-05"

// A run of which the name of its file is all that is left.
bool mayBeEnterOf(const RunState& run, const ServerName& server)
{
    return run.plan.steps.empty() && run.id.size() > timeLength &&
           run.id.substr(timeLength) == runId(Time{}, server, Direction::Enter).substr(timeLength);
}

// Whether the settings in it are those from before a maintenance. Of a damaged journal only the first record is known,
// which cannot tell.
bool holdsSettings(const RunListing& listing)
{
    return listing.error || (listing.state.settingsRecorded() && listing.state.sentSomething());
}

bool succeeded(const RunState& run)
{
    return run.outcome == Outcome::Succeeded || run.outcome == Outcome::SucceededWithWarnings;
}

} // namespace

bool RunListing::resumable() const { return !error && !inUse && supersededBy.empty() && state.resumable(); }

void order(std::vector<RunListing>& runs)
{
    std::stable_sort(runs.begin(), runs.end(), [](const RunListing& a, const RunListing& b) {
        return std::tie(a.state.number, a.state.id) > std::tie(b.state.number, b.state.id);
    });
    std::map<ServerName, std::vector<const RunState*>> changed; // by the runs so far, which are newer
    for (auto& listing : runs) {
        const auto& run = listing.state;
        auto& newer = changed[run.plan.server];
        const auto by = std::find_if(newer.rbegin(), newer.rend(), [&](const RunState* other) {
            return isAbout(*other, run.plan.server, run.plan.serverFqdn);
        });
        listing.supersededBy = by == newer.rend() ? std::string() : (*by)->id;
        if (run.sentSomething()) newer.push_back(&run);
    }
}

Result<std::optional<RecordedSettings>> originalSettings(const std::vector<RunListing>& newestFirst,
                                                         const ServerName& server, const std::string& fqdn)
{
    std::optional<RecordedSettings> found;
    bool unfinished = false; // the server was left between two states by a run newer than the settings
    for (const auto& listing : newestFirst) {
        const auto& run = listing.state;
        if (listing.error && !found && mayBeEnterOf(run, server)) return fail(listing.error->within(listing.file));
        if (listing.notStarted || !isAbout(run, server, fqdn)) continue;
        if (run.plan.direction == Direction::Reinstate) {
            if (!listing.error && succeeded(run)) break;
            unfinished = true;
            continue;
        }
        if (!holdsSettings(listing)) continue;
        if (run.outcome == Outcome::Undone && run.phase == RunPhase::Finished) continue;
        unfinished = unfinished || !succeeded(run);
        found = RecordedSettings{run.plan.original, run.id, run.startedAt, unfinished};
        // What a run took over from an unfinished one stands in its own record; only older journals leave it to be
        // guessed from how the settings look.
        if (run.format > 0 || !alreadyTouched(found->settings)) break;
    }
    return found;
}

} // namespace drydock::maintenance
