// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Converts plans: commands, conditions, steps, original settings.
#include "model/maintenance/json_codec.h"

#include "model/domain/messages.h"
#include "model/maintenance/message_lookup.h"

#include <nlohmann/json.hpp>

namespace drydock::maintenance::codec {

using namespace domain;
using nlohmann::json;

namespace {

// Converts a list of any type that has toJson() and read().
template <class T> json listToJson(const std::vector<T>& items)
{
    auto list = json::array();
    for (const auto& item : items)
        list.push_back(toJson(item));
    return list;
}

template <class T> void readList(const json& from, std::vector<T>& items)
{
    for (const auto& item : from) {
        T value{};
        read(item, value);
        items.push_back(std::move(value));
    }
}

template <class NameType> json namesToJson(const std::vector<NameType>& names)
{
    auto list = json::array();
    for (const auto& name : names)
        list.push_back(name.text());
    return list;
}

template <class NameType> void readNames(const json& from, std::vector<NameType>& names)
{
    for (const auto& name : from)
        names.emplace_back(name.get<std::string>());
}

std::string text(const json& from, const char* key) { return from.at(key).get<std::string>(); }
ServerName serverIn(const json& from) { return ServerName(text(from, "server")); }

json timeToJson(const std::optional<Time>& time) { return time ? json(toIso(*time)) : json(); }
std::optional<Time> readTime(const json& from)
{
    return from.is_string() ? fromIso(from.get<std::string>()) : std::nullopt;
}

// Reads a word that must be one of a closed list.
template <class E> E word(const json& from, const char* key, std::optional<E> (*named)(std::string_view) noexcept)
{
    const auto value = named(text(from, key));
    if (!value) throw json::type_error::create(302, std::string("unknown word in ") + key, &from);
    return *value;
}

json argumentToJson(const std::string& text) { return text; }
json argumentToJson(const LocalizableText& sentence) { return toJson(sentence); }

// The greatest depth to which sentences of a journal may be nested.
constexpr int deepestText = 4;

LocalizableText withArguments(const Message& message, std::vector<TextArgument> args)
{
    LocalizableText text(message, {});
    text.args = std::move(args);
    return text;
}

// Reads a sentence by its id, or by its English text in formats 0 and 1. A sentence that the catalogues lack keeps its
// text.
LocalizableText readText(const json& from, int depth)
{
    if (depth > deepestText) throw json::type_error::create(302, "texts in texts without end", &from);
    std::vector<TextArgument> args;
    for (const auto& item : from.at("args"))
        args.push_back(item.is_string() ? TextArgument(item.get<std::string>())
                                        : TextArgument(readText(item, depth + 1)));
    const bool hasId = from.contains("id");
    const auto name = text(from, hasId ? "id" : "text");
    if (name.empty()) return {};
    if (const auto* known = hasId ? messageWithId(name) : messageWithEnglish(name))
        return withArguments(*known, std::move(args));
    if (!hasId) {
        const Message unknown{"", name.c_str()};
        return domain::sentence<"verbatim">(withArguments(unknown, std::move(args)).english());
    }
    std::string words = name;
    for (const auto& argument : args)
        words += ' ' + domain::sentence<"verbatim">(argument).english();
    return domain::sentence<"verbatim">(std::move(words));
}

// Writes the members of a condition by their keys.
json fieldToJson(const ServerName& name) { return name.text(); }
json fieldToJson(const DatabaseName& name) { return name.text(); }
json fieldToJson(const std::vector<ServerName>& names) { return namesToJson(names); }
json fieldToJson(const std::vector<DatabaseName>& names) { return namesToJson(names); }
json fieldToJson(const std::vector<std::string>& texts) { return texts; }
json fieldToJson(const std::string& text) { return text; }
json fieldToJson(bool value) { return value; }
json fieldToJson(const std::optional<int>& number) { return number ? json(*number) : json(); }
json fieldToJson(const OpenEnum<AutoActivationPolicy>& policy) { return policy.text; }
json fieldToJson(ServiceState state) { return toString(state); }
json fieldToJson(NodeState state) { return toString(state); }

void readField(const json& from, ServerName& name) { name = ServerName(from.get<std::string>()); }
void readField(const json& from, DatabaseName& name) { name = DatabaseName(from.get<std::string>()); }
void readField(const json& from, std::vector<ServerName>& names) { readNames(from, names); }
void readField(const json& from, std::vector<DatabaseName>& names) { readNames(from, names); }
void readField(const json& from, std::vector<std::string>& texts) { texts = from.get<std::vector<std::string>>(); }
void readField(const json& from, std::string& text) { text = from.get<std::string>(); }
void readField(const json& from, bool& value) { value = from.get<bool>(); }
void readField(const json& from, std::optional<int>& number)
{
    if (!from.is_null()) number = from.get<int>();
}
void readField(const json& from, OpenEnum<AutoActivationPolicy>& policy)
{
    policy = autoActivationPolicy(from.get<std::string>());
}
void readField(const json& from, ServiceState& state) { state = serviceState(from.get<std::string>()).value; }
void readField(const json& from, NodeState& state) { state = nodeState(from.get<std::string>()).value; }

template <class Kind> Kind readCondition(const json& from)
{
    Kind condition;
    Kind::fields(condition, [&from](const char* key, auto& member) {
        constexpr bool hasExcept = std::is_same_v<Kind, CopiesHealthy> || std::is_same_v<Kind, GoodCopyElsewhere>;
        const std::string_view name(key);
        const bool mayBeAbsent = (hasExcept && name == "except") || name == "queuesAlone"; // older journals lack them
        if (!mayBeAbsent || from.contains(key)) readField(from.at(key), member);
    });
    return condition;
}

// Reads the condition with this id. Returns false if there is no such kind.
template <class... Kinds> bool readNamed(std::string_view id, const json& from, std::variant<Kinds...>& condition)
{
    return ((id == Kinds::id && (condition = readCondition<Kinds>(from), true)) || ...);
}

json entriesToJson(const std::optional<std::vector<RequesterEntry>>& entries)
{
    if (!entries) return {};
    auto list = json::array();
    for (const auto& entry : *entries)
        list.push_back(
            {{"requester", entry.requester}, {"state", entry.state.text}, {"since", timeToJson(entry.since)}});
    return list;
}

std::optional<std::vector<RequesterEntry>> readEntries(const json& from)
{
    if (from.is_null()) return std::nullopt;
    std::vector<RequesterEntry> entries;
    for (const auto& item : from)
        entries.push_back({text(item, "requester"), serviceState(text(item, "state")), readTime(item.at("since"))});
    return entries;
}

} // namespace

json toJson(const ComponentState& row)
{
    return {{"server", row.server.text()},
            {"component", row.component},
            {"state", row.state.text},
            {"offline", row.serverWideOfflineIsOffline},
            {"registry", entriesToJson(row.registry)},
            {"directory", entriesToJson(row.activeDirectory)}};
}

void read(const json& from, ComponentState& row)
{
    row = {serverIn(from),
           text(from, "component"),
           serviceState(text(from, "state")),
           from.at("offline").get<bool>(),
           readEntries(from.at("registry")),
           readEntries(from.at("directory"))};
}

json toJson(const Service& row)
{
    return {{"server", row.server.text()},
            {"name", row.name},
            {"status", row.status},
            {"startType", row.startType},
            {"processStart", timeToJson(row.processStart)}};
}

void read(const json& from, Service& row)
{
    row = {serverIn(from), text(from, "name"), text(from, "status"), text(from, "startType"),
           readTime(from.at("processStart"))};
}

json toJson(const Step& step)
{
    return {{"kind", toString(step.kind)},
            {"title", toJson(step.title)},
            {"why", toJson(step.why)},
            {"commands", listToJson(step.commands)},
            {"preconditions", listToJson(step.preconditions)},
            {"verification", listToJson(step.verification)},
            {"undo", listToJson(step.undo)},
            {"undoVerification", listToJson(step.undoVerification)},
            {"timeoutMs", step.timeout.count()},
            {"pollMs", step.poll.count()},
            {"noProgressMs", step.noProgressAfter.count()},
            {"onTimeout", step.onTimeout == OnTimeout::Warn ? "warn" : "fail"},
            {"twice", step.mustHoldTwice},
            {"waivable", listToJson(step.goOnWithout)},
            {"waiverMeaning", toJson(step.goOnWithoutMeaning)},
            {"byHand", step.byHand}};
}

void read(const json& from, Step& step)
{
    step.kind = word(from, "kind", stepKindNamed);
    read(from.at("title"), step.title);
    read(from.at("why"), step.why);
    readList(from.at("commands"), step.commands);
    readList(from.at("preconditions"), step.preconditions);
    readList(from.at("verification"), step.verification);
    readList(from.at("undo"), step.undo);
    readList(from.at("undoVerification"), step.undoVerification);
    step.timeout = Duration(from.at("timeoutMs").get<std::int64_t>());
    step.poll = Duration(from.at("pollMs").get<std::int64_t>());
    step.noProgressAfter = Duration(from.at("noProgressMs").get<std::int64_t>());
    step.onTimeout = text(from, "onTimeout") == "warn" ? OnTimeout::Warn : OnTimeout::Fail;
    step.mustHoldTwice = from.at("twice").get<bool>();
    if (from.contains("waivable")) readList(from.at("waivable"), step.goOnWithout);
    if (from.contains("waiverMeaning")) read(from.at("waiverMeaning"), step.goOnWithoutMeaning);
    step.byHand = from.value("byHand", false);
}

json toJson(const LocalizableText& text)
{
    auto args = json::array();
    for (const auto& argument : text.args)
        args.push_back(std::visit([](const auto& value) { return argumentToJson(value); }, argument.value));
    return {{"id", text.empty() ? "" : text.message->id}, {"args", std::move(args)}};
}

void read(const json& from, LocalizableText& text) { text = readText(from, 0); }

json toJson(const Command& command)
{
    auto parameters = json::array();
    for (const auto& parameter : command.parameters)
        parameters.push_back({{"name", parameter.name},
                              {"value", std::visit([](const auto& value) { return json(value); }, parameter.value)}});
    return {{"cmdlet", command.cmdlet},
            {"parameters", parameters},
            {"place", command.endpoint == EndpointKind::Node ? "node" : "exchange"},
            {"on", command.on.text()}};
}

void read(const json& from, Command& command)
{
    command.cmdlet = text(from, "cmdlet");
    command.endpoint = text(from, "place") == "node" ? EndpointKind::Node : EndpointKind::Exchange;
    command.on = ServerName(text(from, "on"));
    for (const auto& item : from.at("parameters")) {
        const auto& value = item.at("value");
        Parameter parameter{text(item, "name"), {}};
        if (value.is_boolean())
            parameter.value = value.get<bool>();
        else if (value.is_number_integer())
            parameter.value = value.get<std::int64_t>();
        else if (value.is_array())
            parameter.value = value.get<std::vector<std::string>>();
        else
            parameter.value = value.get<std::string>();
        command.parameters.push_back(std::move(parameter));
    }
}

json toJson(const Condition& condition)
{
    return std::visit(
        [](const auto& kind) {
            json out{{"is", kind.id}};
            kind.fields(kind, [&out](const char* key, const auto& member) { out[key] = fieldToJson(member); });
            return out;
        },
        condition);
}

void read(const json& from, Condition& condition)
{
    if (!readNamed(text(from, "is"), from, condition)) throw json::type_error::create(302, "unknown condition", &from);
}

json toJson(const Error& error)
{
    json out{{"kind", toString(error.kind)}, {"what", error.what}, {"detail", error.detail}, {"code", error.code}};
    if (error.cause) out["cause"] = toJson(*error.cause);
    return out;
}

void read(const json& from, Error& error)
{
    error.kind = word(from, "kind", errorKindNamed);
    error.what = text(from, "what");
    error.detail = text(from, "detail");
    error.code = from.at("code").get<std::int64_t>();
    if (!from.contains("cause")) return;
    Error cause;
    read(from.at("cause"), cause);
    error.cause = std::make_shared<const Error>(std::move(cause));
}

json toJson(const DatabaseMove& move)
{
    return {{"database", move.database.text()},
            {"from", move.from.text()},
            {"to", move.to.text()},
            {"status", move.status},
            {"logsLost", move.logsLost ? json(*move.logsLost) : json()},
            {"done", move.done},
            {"mountStatus", move.mountStatus},
            {"error", move.error}};
}

void read(const json& from, DatabaseMove& move)
{
    move = {DatabaseName(text(from, "database")),
            ServerName(text(from, "from")),
            ServerName(text(from, "to")),
            text(from, "status"),
            {},
            from.at("done").get<bool>(),
            from.value("mountStatus", std::string()),
            from.value("error", std::string())};
    if (from.at("logsLost").is_number_integer()) move.logsLost = from.at("logsLost").get<std::int64_t>();
}

json toJson(const DatabasePlace& place)
{
    const auto orNull = [](const std::optional<std::int64_t>& length) { return length ? json(*length) : json(); };
    return {{"database", place.database.text()},
            {"activeOn", place.activeOn.text()},
            {"preferred", place.preferred.text()},
            {"copyQueueLength", orNull(place.copyQueueLength)},
            {"replayQueueLength", orNull(place.replayQueueLength)},
            {"replayLagMs", place.replayLag.count()},
            {"refusal", toJson(place.refusal)}};
}

void read(const json& from, DatabasePlace& place)
{
    const auto length = [&from](const char* key) {
        const auto& value = from.at(key);
        return value.is_null() ? std::nullopt : std::optional(value.get<std::int64_t>());
    };
    place.database = DatabaseName(text(from, "database"));
    place.activeOn = ServerName(text(from, "activeOn"));
    place.preferred = ServerName(text(from, "preferred"));
    place.copyQueueLength = length("copyQueueLength");
    place.replayQueueLength = length("replayQueueLength");
    place.replayLag = Duration(from.at("replayLagMs").get<std::int64_t>());
    read(from.at("refusal"), place.refusal);
}

json toJson(const OriginalSettings& settings)
{
    return {{"policy", settings.policy.text},
            {"moveNow", settings.activationDisabledAndMoveNow},
            {"node", settings.node.text},
            {"components", listToJson(settings.components)},
            {"services", listToJson(settings.services)},
            {"activeDatabases", namesToJson(settings.activeDatabases)},
            {"unhealthyCopies", namesToJson(settings.unhealthyCopies)}};
}

void read(const json& from, OriginalSettings& settings)
{
    settings.policy = autoActivationPolicy(text(from, "policy"));
    settings.activationDisabledAndMoveNow = from.at("moveNow").get<bool>();
    settings.node = nodeState(text(from, "node"));
    readList(from.at("components"), settings.components);
    readList(from.at("services"), settings.services);
    readNames(from.at("activeDatabases"), settings.activeDatabases);
    if (from.contains("unhealthyCopies")) readNames(from.at("unhealthyCopies"), settings.unhealthyCopies);
}

json toJson(const Plan& plan)
{
    return {{"direction", toString(plan.runKind)},
            {"server", plan.server.text()},
            {"serverFqdn", plan.serverFqdn},
            {"domainController", plan.domainController},
            {"redirectTarget", plan.redirectTarget},
            {"group", plan.group},
            {"closes", plan.closes},
            {"original", toJson(plan.original)},
            {"carriedOverFrom", plan.inheritedFrom},
            {"shared", plan.shared},
            {"places", listToJson(plan.places)},
            {"steps", listToJson(plan.steps)},
            {"singleCopyDatabases", namesToJson(plan.singleCopyDatabases)}};
}

void read(const json& from, Plan& plan)
{
    plan.runKind = word(from, "direction", runKindNamed);
    plan.server = serverIn(from);
    plan.serverFqdn = text(from, "serverFqdn");
    plan.domainController = from.value("domainController", std::string());
    plan.redirectTarget = text(from, "redirectTarget");
    read(from.at("original"), plan.original);
    plan.group = from.value("group", std::string());
    plan.closes = from.value("closes", std::string());
    plan.inheritedFrom = from.value("carriedOverFrom", std::string());
    plan.shared = from.value("shared", false);
    readList(from.at("steps"), plan.steps);
    if (from.contains("places")) readList(from.at("places"), plan.places);
    readNames(from.at("singleCopyDatabases"), plan.singleCopyDatabases);
}

std::string print(const json& value) { return value.dump(-1, ' ', false, json::error_handler_t::replace); }

} // namespace drydock::maintenance::codec
