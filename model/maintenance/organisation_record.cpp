// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/organisation_record.h"

#include "model/maintenance/messages.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <map>
#include <tuple>

namespace drydock::maintenance {
namespace {

using namespace domain;
using nlohmann::json;

// A comment is "Drydock/1 <run id> <kind> <part>/<parts> <checksum> [<piece>]". The pieces of all parts together are
// one JSON value. The brackets keep white space at the ends of a piece from being trimmed.
constexpr std::string_view signature = "Drydock/1";
constexpr std::string_view kindBegin = "begin";
constexpr std::string_view kindOriginals = "originals";
constexpr std::string_view kindEnd = "end";
constexpr std::array kinds{kindBegin, kindOriginals, kindEnd};
constexpr int mostParts = 99;
constexpr std::size_t longestRunId = 200; // as the names of journals (journal-format.md)
constexpr std::size_t longestName = 256;
constexpr std::uint64_t greatestRunNumber = std::uint64_t{1} << 52; // more is no count of runs
constexpr std::size_t fixedLength = sizeof "Drydock/1  originals 99/99 01234567 []" - 1;

// CRC-32 as in ISO-HDLC. It guards against accidents and against mixing the parts of different texts, not against
// forgery.
std::uint32_t crc32(std::string_view bytes, std::uint32_t start = 0)
{
    auto crc = ~start;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320U : 0U);
    }
    return ~crc;
}

std::string checksumOf(std::string_view id, std::string_view kind, std::string_view payload)
{
    const auto crc = crc32(payload, crc32(kind, crc32(id)));
    std::string hex(8, '0');
    for (std::size_t i = 0; i < 8; ++i)
        hex[i] = "0123456789abcdef"[(crc >> (28 - 4 * i)) & 0xF];
    return hex;
}

bool isRunId(std::string_view id)
{
    return !id.empty() && id.size() <= longestRunId && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
               c == '.';
    });
}

// Returns no comments if the value does not fit, since a part of it is of no use.
std::vector<std::string> toComments(const std::string& id, std::string_view kind, const json& value)
{
    if (!isRunId(id)) return {};
    // In ASCII every character is one byte, however Exchange counts the 500.
    const auto payload = value.dump(-1, ' ', true, json::error_handler_t::replace);
    const auto room = longestAuditComment - fixedLength - id.size();
    const auto parts = (payload.size() + room - 1) / room;
    if (parts > mostParts) return {};
    std::vector<std::string> comments;
    for (std::size_t part = 1; part <= parts; ++part)
        comments.push_back(std::string(signature) + ' ' + id + ' ' + std::string(kind) + ' ' + std::to_string(part) +
                           '/' + std::to_string(parts) + ' ' + checksumOf(id, kind, payload) + " [" +
                           payload.substr((part - 1) * room, room) + ']');
    return comments;
}

// --- the settings, shortened ---

// What is restored depends on the newest entry of each requester that holds a component down. Components that nobody
// holds down are most of them, and are listed by name alone.
json shortened(const OriginalSettings& settings)
{
    auto active = json::array();
    auto others = json::array();
    for (const auto& row : settings.components) {
        auto entries = json::array();
        for (const auto& entry : row.heldDownBy())
            entries.push_back({entry.requester, entry.state.text, entry.since ? json(toIso(*entry.since)) : json()});
        if (entries.empty() && row.state.value == ServiceState::Active && !row.serverWideOfflineIsOffline)
            active.push_back(row.component);
        else
            others.push_back({row.component, row.state.text, row.serverWideOfflineIsOffline, std::move(entries)});
    }
    auto services = json::array();
    for (const auto& row : settings.services)
        services.push_back({row.name, row.status, row.startType});
    const auto names = [](const std::vector<DatabaseName>& databases) {
        auto list = json::array();
        for (const auto& name : databases)
            list.push_back(name.text());
        return list;
    };
    return {{"policy", settings.policy.text},
            {"moveNow", settings.activationDisabledAndMoveNow},
            {"node", settings.node.text},
            {"active", std::move(active)},
            {"others", std::move(others)},
            {"services", std::move(services)},
            {"databases", names(settings.activeDatabases)},
            {"unhealthy", names(settings.unhealthyCopies)}};
}

ComponentState componentOf(const ServerName& server, const json& from)
{
    ComponentState row;
    row.server = server;
    row.component = from.at(0).get<std::string>();
    row.state = serviceState(from.at(1).get<std::string>());
    row.serverWideOfflineIsOffline = from.at(2).get<bool>();
    std::vector<RequesterEntry> entries;
    for (const auto& entry : from.at(3))
        entries.push_back({entry.at(0).get<std::string>(), serviceState(entry.at(1).get<std::string>()),
                           entry.at(2).is_string() ? fromIso(entry.at(2).get<std::string>()) : std::nullopt});
    row.registry = entries;
    row.activeDirectory = std::move(entries);
    return row;
}

OriginalSettings settingsOf(const ServerName& server, const json& from)
{
    OriginalSettings settings;
    settings.policy = autoActivationPolicy(from.at("policy").get<std::string>());
    settings.activationDisabledAndMoveNow = from.at("moveNow").get<bool>();
    settings.node = nodeState(from.at("node").get<std::string>());
    for (const auto& name : from.at("active"))
        settings.components.push_back(componentOf(server, {name, "Active", false, json::array()}));
    for (const auto& row : from.at("others"))
        settings.components.push_back(componentOf(server, row));
    for (const auto& row : from.at("services"))
        settings.services.push_back({server, row.at(0).get<std::string>(), row.at(1).get<std::string>(),
                                     row.at(2).get<std::string>(), std::nullopt});
    for (const auto& name : from.at("databases"))
        settings.activeDatabases.emplace_back(name.get<std::string>());
    for (const auto& name : from.at("unhealthy"))
        settings.unhealthyCopies.emplace_back(name.get<std::string>());
    return settings;
}

// --- reading ---

// One text of one author: its parts have these in common.
using TextKey =
    std::tuple<std::string, std::string, std::string, int, std::string>; // id, kind, checksum, parts, caller
struct Text {
    std::map<int, std::string_view> pieces; // by part
    Time at{};                              // when the first part was written
};

struct PartHeader {
    std::string_view id;
    std::string_view kind;
    int part = 0;
    int parts = 0;
    std::string_view checksum;
    std::string_view piece;
};

// Cuts the text off up to the next space. Returns an empty text if there is none.
std::string_view nextWord(std::string_view& text)
{
    const auto end = text.find(' ');
    if (end == std::string_view::npos) return {};
    const auto word = text.substr(0, end);
    text.remove_prefix(end + 1);
    return word;
}

std::optional<int> smallNumber(std::string_view text)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < 1 || number > mostParts) return {};
    return number;
}

std::optional<PartHeader> headerOf(std::string_view comment)
{
    if (comment.size() > longestAuditComment || nextWord(comment) != signature) return {};
    PartHeader header;
    header.id = nextWord(comment);
    header.kind = nextWord(comment);
    const auto numbers = nextWord(comment);
    header.checksum = nextWord(comment);
    const auto slash = numbers.find('/');
    if (!isRunId(header.id) || std::find(kinds.begin(), kinds.end(), header.kind) == kinds.end() ||
        slash == std::string_view::npos || comment.size() < 2 || comment.front() != '[' || comment.back() != ']')
        return {};
    const auto part = smallNumber(numbers.substr(0, slash));
    const auto parts = smallNumber(numbers.substr(slash + 1));
    if (!part || !parts || *part > *parts) return {};
    header.part = *part;
    header.parts = *parts;
    header.piece = comment.substr(1, comment.size() - 2);
    return header;
}

// Returns the value of a text whose parts are all there and whose checksum fits.
std::optional<json> valueOf(const TextKey& key, const Text& text)
{
    const auto& [id, kind, checksum, parts, caller] = key;
    if (text.pieces.size() != static_cast<std::size_t>(parts)) return {};
    std::string payload;
    for (const auto& [part, piece] : text.pieces)
        payload += piece;
    if (checksumOf(id, kind, payload) != checksum) return {};
    auto value = json::parse(payload, nullptr, false);
    return value.is_object() ? std::optional(std::move(value)) : std::nullopt;
}

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
    const auto direction = directionNamed(nameIn(from, "direction"));
    const ServerName server(nameIn(from, "server"));
    if (!direction || server.empty()) throw json::type_error::create(302, "no direction or no server", &from);
    run.direction = *direction;
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

// Returns whether `run` was begun before. If not even a time of the same clocks can tell, it counts as the newer one.
bool isOlder(const OrganisationRun& run, const Place& than)
{
    if (run.number != 0 && than.number != 0) return run.number < than.number;
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
                               {{"direction", toString(plan.direction)},
                                {"server", plan.server.text()},
                                {"fqdn", plan.serverFqdn},
                                {"group", plan.group},
                                {"operator", run.operatorName},
                                {"computer", run.computer},
                                {"number", run.number},
                                {"closes", plan.closes}});
    if (plan.direction == Direction::Reinstate) return comments;
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
    return comment.text.size() <= longestAuditComment && comment.text.starts_with(signature) &&
           comment.caller.size() <= longestName;
}

std::vector<OrganisationRun> organisationRuns(const std::vector<AuditComment>& comments)
{
    std::map<TextKey, Text> texts;
    for (const auto& comment : comments) {
        const auto header = headerOf(comment.text);
        if (!header) continue;
        const TextKey key{header->id, header->kind, header->checksum, header->parts, comment.caller};
        const auto [entry, isNew] = texts.try_emplace(key);
        auto& text = entry->second;
        text.at = isNew ? comment.at : std::min(text.at, comment.at);
        text.pieces.try_emplace(header->part, header->piece);
    }
    std::vector<std::pair<const TextKey*, const Text*>> oldestFirst; // a text that was written again replaces the first
    oldestFirst.reserve(texts.size());
    for (const auto& [key, text] : texts)
        oldestFirst.emplace_back(&key, &text);
    std::stable_sort(oldestFirst.begin(), oldestFirst.end(),
                     [](const auto& a, const auto& b) { return a.second->at < b.second->at; });
    std::map<std::string, OrganisationRun> runs;
    for (const auto kind : kinds) // the settings name no server of their own, so the begin comes first
        for (const auto& [key, text] : oldestFirst) {
            if (std::get<1>(*key) != kind) continue;
            const auto& id = std::get<0>(*key);
            if (kind != kindBegin && !runs.contains(id)) continue;
            const auto value = valueOf(*key, *text);
            if (!value) continue;
            try {
                OrganisationRun run = runs[id];
                run.id = id;
                if (kind == kindBegin) readBegin(*value, std::get<4>(*key), text->at, run);
                if (kind == kindOriginals) run.original = settingsOf(run.server, *value);
                if (kind == kindEnd) readEnd(*value, text->at, run);
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
    const auto newest = std::find_if(newestFirst.begin(), newestFirst.end(),
                                     [&](const OrganisationRun& run) { return run.server == server; });
    return newest == newestFirst.end() || newest->outcome ? nullptr : &*newest;
}

const OrganisationRun* runUnderWay(const std::vector<OrganisationRun>& newestFirst, const ServerName& server,
                                   ServerState state)
{
    const auto* run = openRun(newestFirst, server);
    if (!run) return nullptr;
    return state == (run->direction == Direction::Enter ? ServerState::InMaintenance : ServerState::Serving) ? nullptr
                                                                                                             : run;
}

LocalizableText sentenceAbout(const OrganisationRun& run)
{
    const auto since = toIso(run.begunAt);
    return run.direction == Direction::Enter
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
        const bool reinstated = run.direction == Direction::Reinstate && run.succeeded();
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
        if (isOwn || !same || run.outcome == Outcome::Undone) continue;
        if (known && isOlder(run, *known)) break;
        const bool done = run.outcome && isSuccess(*run.outcome);
        if (run.direction == Direction::Reinstate) {
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
