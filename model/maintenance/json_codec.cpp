// JSON of plans: commands, conditions, steps, original settings.
#include "model/maintenance/json_codec.h"

#include <nlohmann/json.hpp>

namespace drydock::maintenance::codec {

using namespace domain;
using nlohmann::json;

namespace {

// A list of anything that has toJson and read.
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

// A word that must be one of ours.
template <class E> E word(const json& from, const char* key, E last)
{
    E value{};
    if (!fromWord(text(from, key), last, value))
        throw json::type_error::create(302, std::string("unknown word in ") + key, &from);
    return value;
}

ServiceState stateIn(const json& from) { return serviceState(text(from, "state")).value; }

struct ConditionJson {
    json operator()(const PolicyIs& c) const
    {
        return {{"is", "policy"}, {"server", c.server.text()}, {"policy", c.policy.text}};
    }
    json operator()(const MoveNowIs& c) const
    {
        return {{"is", "move-now"}, {"server", c.server.text()}, {"value", c.value}};
    }
    json operator()(const RequesterStateIs& c) const
    {
        return {{"is", "requester-state"},
                {"server", c.server.text()},
                {"component", c.component},
                {"requester", c.requester},
                {"state", toString(c.state)}};
    }
    json operator()(const ComponentIs& c) const
    {
        return {
            {"is", "component"}, {"server", c.server.text()}, {"component", c.component}, {"state", toString(c.state)}};
    }
    json operator()(const AllComponentsInactive& c) const
    {
        return {{"is", "all-components-inactive"}, {"server", c.server.text()}};
    }
    json operator()(const NodeIs& c) const
    {
        return {{"is", "node"}, {"server", c.server.text()}, {"state", toString(c.state)}};
    }
    json operator()(const NotPrimaryActiveManager& c) const
    {
        return {{"is", "not-primary-active-manager"}, {"server", c.server.text()}};
    }
    json operator()(const NoActiveDatabases& c) const
    {
        return {{"is", "no-active-databases"}, {"server", c.server.text()}};
    }
    json operator()(const QueuesDrained& c) const { return {{"is", "queues-drained"}, {"server", c.server.text()}}; }
    json operator()(const ServiceRunning& c) const
    {
        return {{"is", "service-running"}, {"server", c.server.text()}, {"service", c.service}};
    }
    json operator()(const ServiceNoticed& c) const
    {
        return {{"is", "service-noticed"},
                {"server", c.server.text()},
                {"service", c.service},
                {"component", c.component},
                {"requester", c.requester}};
    }
    json operator()(const CopiesHealthy& c) const { return {{"is", "copies-healthy"}, {"server", c.server.text()}}; }
    json operator()(const GoodCopyElsewhere& c) const
    {
        return {{"is", "good-copy-elsewhere"}, {"server", c.server.text()}, {"others", namesToJson(c.others)}};
    }
};

Condition conditionNamed(const std::string& is, const json& from)
{
    const auto server = serverIn(from);
    if (is == "policy") return PolicyIs{server, autoActivationPolicy(text(from, "policy"))};
    if (is == "move-now") return MoveNowIs{server, from.at("value").get<bool>()};
    if (is == "requester-state")
        return RequesterStateIs{server, text(from, "component"), text(from, "requester"), stateIn(from)};
    if (is == "component") return ComponentIs{server, text(from, "component"), stateIn(from)};
    if (is == "all-components-inactive") return AllComponentsInactive{server};
    if (is == "node") return NodeIs{server, nodeState(text(from, "state")).value};
    if (is == "not-primary-active-manager") return NotPrimaryActiveManager{server};
    if (is == "no-active-databases") return NoActiveDatabases{server};
    if (is == "queues-drained") return QueuesDrained{server};
    if (is == "service-running") return ServiceRunning{server, text(from, "service")};
    if (is == "service-noticed")
        return ServiceNoticed{server, text(from, "service"), text(from, "component"), text(from, "requester")};
    if (is == "copies-healthy") return CopiesHealthy{server};
    if (is == "good-copy-elsewhere") {
        GoodCopyElsewhere condition{server, {}};
        readNames(from.at("others"), condition.others);
        return condition;
    }
    throw json::type_error::create(302, "unknown condition", &from);
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
            {"waivable", listToJson(step.waivable)},
            {"waiverMeaning", toJson(step.waiverMeaning)}};
}

void read(const json& from, Step& step)
{
    step.kind = word(from, "kind", StepKind::VerifyInService);
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
    if (from.contains("waivable")) readList(from.at("waivable"), step.waivable);
    if (from.contains("waiverMeaning")) read(from.at("waiverMeaning"), step.waiverMeaning);
}

json toJson(const LocalizableText& message) { return {{"text", message.text}, {"args", message.args}}; }

void read(const json& from, LocalizableText& message)
{
    message.text = text(from, "text");
    message.args = from.at("args").get<std::vector<std::string>>();
}

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

json toJson(const Condition& condition) { return std::visit(ConditionJson{}, condition); }
void read(const json& from, Condition& condition) { condition = conditionNamed(text(from, "is"), from); }

json toJson(const Error& error)
{
    json out{{"kind", toString(error.kind)}, {"what", error.what}, {"detail", error.detail}, {"code", error.code}};
    if (error.cause) out["cause"] = toJson(*error.cause);
    return out;
}

void read(const json& from, Error& error)
{
    error.kind = word(from, "kind", ErrorKind::Internal);
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
            {"done", move.done}};
}

void read(const json& from, DatabaseMove& move)
{
    move = {DatabaseName(text(from, "database")),
            ServerName(text(from, "from")),
            ServerName(text(from, "to")),
            text(from, "status"),
            {},
            from.at("done").get<bool>()};
    if (from.at("logsLost").is_number_integer()) move.logsLost = from.at("logsLost").get<std::int64_t>();
}

json toJson(const OriginalSettings& settings)
{
    return {{"policy", settings.policy.text},
            {"moveNow", settings.activationDisabledAndMoveNow},
            {"node", settings.node.text},
            {"components", listToJson(settings.components)},
            {"services", listToJson(settings.services)},
            {"activeDatabases", namesToJson(settings.activeDatabases)}};
}

void read(const json& from, OriginalSettings& settings)
{
    settings.policy = autoActivationPolicy(text(from, "policy"));
    settings.activationDisabledAndMoveNow = from.at("moveNow").get<bool>();
    settings.node = nodeState(text(from, "node"));
    readList(from.at("components"), settings.components);
    readList(from.at("services"), settings.services);
    readNames(from.at("activeDatabases"), settings.activeDatabases);
}

json toJson(const Plan& plan)
{
    return {{"direction", toString(plan.direction)}, {"server", plan.server.text()},
            {"serverFqdn", plan.serverFqdn},         {"redirectTarget", plan.redirectTarget},
            {"original", toJson(plan.original)},     {"carriedOverFrom", plan.inheritedFrom},
            {"steps", listToJson(plan.steps)},       {"singleCopyDatabases", namesToJson(plan.singleCopyDatabases)}};
}

void read(const json& from, Plan& plan)
{
    plan.direction = word(from, "direction", Direction::Reinstate);
    plan.server = serverIn(from);
    plan.serverFqdn = text(from, "serverFqdn");
    plan.redirectTarget = text(from, "redirectTarget");
    read(from.at("original"), plan.original);
    plan.inheritedFrom = from.value("carriedOverFrom", std::string());
    readList(from.at("steps"), plan.steps);
    readNames(from.at("singleCopyDatabases"), plan.singleCopyDatabases);
}

std::string print(const json& value) { return value.dump(-1, ' ', false, json::error_handler_t::replace); }

} // namespace drydock::maintenance::codec
