// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/organisation_record.h"

#include "model/maintenance/messages.h"
#include "model/maintenance/organisation_record_comments.h"
#include "model/maintenance/organisation_record_settings.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <map>
#include <tuple>

namespace drydock::maintenance {
namespace {

using namespace domain;
using nlohmann::json;

constexpr std::size_t longestName = 256;
constexpr std::uint64_t greatestRunNumber = std::uint64_t{1} << 52; // more is no count of runs

// "contoso.com/Users/Admin" is Admin; other forms are kept.
std::string accountOf(const std::string& caller)
{
    const auto slash = caller.rfind('/');
    return slash == std::string::npos ? caller : caller.substr(slash + 1);
}

// These throw nlohmann's exceptions.
std::string nameIn(const json& from, const char* key)
{
    auto name = from.at(key).get<std::string>();
    if (name.size() > longestName) throw json::type_error::create(302, "too long a name", &from);
    return name;
}

void readBegin(const json& from, const std::string& caller, Time at, OrganisationRun& run)
{
    const auto runKind = runKindNamed(nameIn(from, "direction"));
    const ServerName server(nameIn(from, "server"));
    if (!runKind || server.empty()) throw json::type_error::create(302, "no direction or no server", &from);
    run.runKind = *runKind;
    run.server = server;
    run.fqdn = nameIn(from, "fqdn");
    run.group = nameIn(from, "group");
    run.operatorName = caller.empty() ? nameIn(from, "operator") : accountOf(caller);
    run.computer = nameIn(from, "computer");
    run.closes = nameIn(from, "closes");
    run.number = from.value("number", std::uint64_t{0});
    if (run.number > greatestRunNumber) run.number = 0;
    run.begunAt = at;
}

void readEnd(const json& from, Time at, OrganisationRun& run)
{
    const auto outcome = outcomeNamed(nameIn(from, "outcome"));
    if (!outcome) throw json::type_error::create(302, "unknown outcome", &from);
    run.outcome = outcome;
    run.endedAt = at;
}

// The newest first. A run without a number stands where its time puts it among those with one.
void orderByNumber(std::vector<OrganisationRun>& runs)
{
    std::ranges::sort(runs, {}, [](const OrganisationRun& run) { return std::tie(run.begunAt, run.id); });
    std::map<std::string, std::uint64_t> numbers; // by id
    std::uint64_t newest = 0;
    for (const auto& run : runs) {
        newest = std::max(newest, run.number);
        numbers[run.id] = run.number != 0 ? run.number : newest;
    }
    std::ranges::sort(runs, [&numbers](const OrganisationRun& a, const OrganisationRun& b) {
        return std::tie(numbers[a.id], a.begunAt, a.id) > std::tie(numbers[b.id], b.begunAt, b.id);
    });
}

// What is known of the order of runs on several computers.
struct Place {
    std::uint64_t number = 0;  // 0: not known
    std::optional<Time> begun; // by the clock of the organisation's servers; empty: not in its record
};

// By how much the clocks of two servers of a domain can differ at most: five minutes each from their domain controller
// (Kerberos).
constexpr std::chrono::minutes largestSkew{10};

// Returns whether `run` was begun before. If not even a time of the same clocks can tell, it counts as the newer one.
// The computer of a run with a small number may not have been able to read the record: a time that is later beyond
// doubt stands against its number.
bool isOlder(const OrganisationRun& run, const Place& than)
{
    if (run.number != 0 && than.number != 0)
        return run.number < than.number && !(than.begun && run.begunAt > *than.begun + largestSkew);
    return than.begun && run.begunAt < *than.begun;
}

const OrganisationRun* withId(const std::vector<OrganisationRun>& runs, const std::string& id)
{
    const auto found = std::find_if(runs.begin(), runs.end(), [&](const OrganisationRun& run) { return run.id == id; });
    return found == runs.end() ? nullptr : &*found;
}

} // namespace

std::vector<std::string> beginComments(const RunState& run)
{
    const auto& plan = run.plan;
    auto comments = toComments(run.id, kindBegin,
                               {{"direction", toString(plan.runKind)},
                                {"server", plan.server.text()},
                                {"fqdn", plan.serverFqdn},
                                {"group", plan.group},
                                {"operator", run.operatorName},
                                {"computer", run.computer},
                                {"number", run.number},
                                {"closes", plan.closes}});
    if (plan.runKind != RunKind::Enter) return comments;
    const auto originals = toComments(run.id, kindOriginals, shortened(plan.original));
    if (originals.empty()) return {};
    comments.insert(comments.end(), originals.begin(), originals.end());
    return comments;
}

std::vector<std::string> endComments(const RunState& run, Outcome outcome)
{
    return toComments(run.id, kindEnd, {{"outcome", toString(outcome)}, {"operator", run.operatorName}});
}

Command writeComment(const ServerName& about, std::string comment)
{
    return {writeAdminAuditLog, {{"Comment", std::move(comment)}}, EndpointKind::Exchange, about};
}

bool mayBeOfRecord(const AuditComment& comment)
{
    return comment.text.size() <= longestAuditComment && comment.text.starts_with(recordSignature) &&
           comment.caller.size() <= longestName;
}

std::vector<OrganisationRun> organisationRuns(const std::vector<AuditComment>& comments)
{
    const auto oldestFirst = textsIn(comments); // a text that was written again replaces the first
    std::map<std::string, OrganisationRun> runs;
    for (const auto kind : recordKinds) // the settings name no server of their own, so the begin comes first
        for (const auto& text : oldestFirst) {
            const auto& id = text.runId;
            if (text.kind != kind || (kind != kindBegin && !runs.contains(id))) continue;
            try {
                OrganisationRun run = runs[id];
                run.id = id;
                if (kind == kindBegin) readBegin(text.value, text.caller, text.at, run);
                if (kind == kindOriginals) run.original = settingsOf(run.server, text.value);
                if (kind == kindEnd) readEnd(text.value, text.at, run);
                runs[id] = std::move(run);
            } catch (const json::exception&) {
                if (runs[id].server.empty()) runs.erase(id);
            }
        }
    std::vector<OrganisationRun> newestFirst;
    newestFirst.reserve(runs.size());
    for (auto& [id, run] : runs)
        newestFirst.push_back(std::move(run));
    orderByNumber(newestFirst);
    return newestFirst;
}

std::uint64_t greatestNumber(const std::vector<OrganisationRun>& runs)
{
    std::uint64_t greatest = 0;
    for (const auto& run : runs)
        greatest = std::max(greatest, run.number);
    return greatest;
}

const OrganisationRun* openRun(const std::vector<OrganisationRun>& newestFirst, const ServerName& server)
{
    // That a rebalance is over says nothing of an older run that changes the server.
    for (const bool rebalance : {false, true}) {
        const OrganisationRun* newest = nullptr;
        for (const auto& run : newestFirst)
            if (run.server == server && (run.runKind == RunKind::Rebalance) == rebalance &&
                (newest == nullptr || run.begunAt > newest->begunAt + largestSkew))
                newest = &run;
        if (newest && !newest->outcome) return newest;
    }
    return nullptr;
}

const OrganisationRun* runUnderWay(const std::vector<OrganisationRun>& newestFirst, const ServerName& server,
                                   ServerState state)
{
    const auto* run = openRun(newestFirst, server);
    if (!run || run->runKind == RunKind::Rebalance) return run;
    return state == (run->runKind == RunKind::Enter ? ServerState::InMaintenance : ServerState::Serving) ? nullptr
                                                                                                         : run;
}

LocalizableText sentenceAbout(const OrganisationRun& run)
{
    const auto since = toIso(run.begunAt);
    if (run.runKind == RunKind::Rebalance)
        return sentence<"rebalanced-by">(run.group, run.operatorName, run.computer, since);
    return run.runKind == RunKind::Enter
               ? sentence<"entered-by">(run.server.text(), run.operatorName, run.computer, since)
               : sentence<"reinstated-by">(run.server.text(), run.operatorName, run.computer, since);
}

// The journals of this computer know their own runs best. A run of somebody else counts where it is newer than the one
// that they would restore.
Result<std::optional<RecordedSettings>> originalSettings(const std::vector<RunListing>& newestFirst,
                                                         const ReadRun& read,
                                                         const std::vector<OrganisationRun>& organisation,
                                                         const ServerName& server, const std::string& fqdn)
{
    DRYDOCK_TRY(auto own, originalSettings(newestFirst, read, server, fqdn));
    std::optional<Place> known; // what was begun before is in the journals of this computer, or is no longer of use
    for (const auto& listing : newestFirst) {
        const auto& run = listing.run;
        const bool reinstated = run.runKind == RunKind::Reinstate && run.succeeded();
        if (run.server != server || !(reinstated || (own && run.id == own->runId))) continue;
        const auto* shared = withId(organisation, run.id);
        known = Place{run.number, shared ? std::optional(shared->begunAt) : std::nullopt};
        break;
    }
    bool unfinished = false;
    std::optional<RecordedSettings> touched; // the last resort
    for (const auto& run : organisation) {
        const bool isOwn = std::any_of(newestFirst.begin(), newestFirst.end(),
                                       [&](const RunListing& listing) { return listing.run.id == run.id; });
        const bool same =
            run.server == server && (fqdn.empty() || run.fqdn.empty() || equalsIgnoringCase(run.fqdn, fqdn));
        if (isOwn || !same || run.outcome == Outcome::Undone || run.runKind == RunKind::Rebalance) continue;
        if (known && isOlder(run, *known)) continue;
        const bool done = run.outcome && isSuccess(*run.outcome);
        if (run.runKind == RunKind::Reinstate) {
            if (done) return touched;
            unfinished = true;
            continue;
        }
        unfinished = unfinished || !done;
        if (!run.original) break; // what an older one says is of another maintenance
        RecordedSettings recorded{*run.original, run.id, run.begunAt, unfinished, run.operatorName, run.computer};
        if (done) recorded.until = run.endedAt;
        if (!alreadyTouched(*run.original)) return recorded;
        // It may have begun within a maintenance whose record it did not see: the older one knows what was before.
        unfinished = true;
        if (!touched) touched = std::move(recorded);
    }
    if (own) own->unfinished = own->unfinished || unfinished;
    return own ? own : touched;
}

} // namespace drydock::maintenance
