// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/lab/control.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace drydock::lab {
namespace {

using Json = nlohmann::ordered_json;

std::string print(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

// In the form in which it was read: what is not bound, or has its default, is left out.
Json toJson(const Fault& fault)
{
    Json json{{"kind", toString(fault.kind)}};
    const auto add = [&](const char* key, const std::string& text) {
        if (!text.empty()) json[key] = text;
    };
    add("operation", fault.operation);
    add("cmdlet", fault.cmdlet);
    add("server", fault.server);
    add("database", fault.database);
    if (fault.skip > 0) json["skip"] = fault.skip;
    if (fault.count < 0)
        json["always"] = true;
    else
        json["count"] = fault.count;
    if (fault.delay.count() > 0) json["delay"] = std::chrono::duration<double>(fault.delay).count();
    add("message", fault.message);
    return json;
}

constexpr std::size_t mostFaults = 100;    // armed at a time
constexpr std::size_t longestValue = 1000; // of one text of a fault

// Its values are plain, so that none is nested deeper than it can be printed.
bool isPlain(const Json& fault)
{
    return fault.is_object() && std::all_of(fault.begin(), fault.end(), [](const Json& value) {
               return value.is_primitive() &&
                      (!value.is_string() || value.get_ref<const std::string&>().size() <= longestValue);
           });
}

ControlAnswer refused(const std::string& why) { return {print({{"error", why}}), false}; }

} // namespace

ControlAnswer control(Organisation& organisation, std::string_view line)
{
    const auto asked = Json::parse(line, nullptr, false);
    if (!asked.is_object()) return refused("not an object of JSON");
    for (const auto& item : asked.items())
        if (item.key() != "inject" && item.key() != "disarm") return refused(item.key() + " is not known here");
    if (const auto inject = asked.find("inject"); inject != asked.end()) {
        if (!isPlain(*inject)) return refused("a fault is an object of short, plain values");
        if (organisation.faultsArmed().size() >= mostFaults) return refused("too many faults are armed");
        auto fault = readFault(print(*inject), organisation.scenario());
        if (!fault) return refused(fault.error().detail);
        organisation.inject(std::move(*fault));
    }
    if (const auto disarm = asked.find("disarm"); disarm != asked.end() && *disarm == true) organisation.clearFaults();
    Json armed = Json::array();
    for (const auto& fault : organisation.faultsArmed())
        armed.push_back(toJson(fault));
    return {print({{"armed", std::move(armed)}, {"struck", organisation.faultsStruck()}}), true};
}

} // namespace drydock::lab
