// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/run_listing.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace drydock::maintenance {
namespace {

using namespace domain;

constexpr std::size_t timeLength = 19; // of the time at the beginning of an id, "2026-11-22T21-04-05"

// Returns the server in the id of a run, as runId() writes it; empty if the id is of another form.
ServerName serverInId(const std::string& id)
{
    const auto runKind = id.rfind('-');
    if (runKind == std::string::npos || runKind <= timeLength + 1) return {};
    return ServerName(id.substr(timeLength + 1, runKind - timeLength - 1));
}

} // namespace

bool RunListing::resumable() const { return !error && !inUse && supersededBy.empty() && run.resumable(); }
bool RunListing::lost() const { return error && run.steps == 0; }

bool RunListing::mayBeEnterOf(const ServerName& server) const
{
    const auto id = runId(Time{}, server, RunKind::Enter);
    return lost() && run.id.size() > timeLength && run.id.substr(timeLength) == id.substr(timeLength);
}

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
                (other->run.runKind != RunKind::Rebalance && other->run.runKind != RunKind::Reboot) ||
                run.runKind == RunKind::Rebalance;
            return other->lost() || (changesServer && other->run.isAbout(run.server, run.serverFqdn));
        });
        listing.supersededBy = by == newer.rend() ? std::string() : (*by)->run.id;
        // What a damaged journal does not show may have been sent.
        if (listing.error || run.sentSomething) newer.push_back(&listing);
    }
}

} // namespace drydock::maintenance
