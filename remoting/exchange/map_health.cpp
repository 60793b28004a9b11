// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/exchange/map_health.h"

#include "model/domain/names.h"
#include "model/domain/strings.h"
#include "model/maintenance/exchange_tests.h"
#include "remoting/exchange/value_conversion.h"

#include <algorithm>
#include <array>

namespace drydock::exchange {
namespace {

using clixml::Value;
using domain::equalsIgnoringCase;

constexpr std::size_t mostPoorMonitors = 50;

void add(HealthRows& rows, std::string row, bool passed)
{
    if (!passed) rows.poor.push_back(row);
    rows.all.push_back(std::move(row));
}

std::string joined(const Value& list)
{
    std::string names;
    for (const auto& name : elements(list))
        names += (names.empty() ? "" : ", ") + text(name);
    return names;
}

void addServices(HealthRows& rows, const Value& object)
{
    const auto role = text(object["Role"]);
    if (role.empty()) return;
    const bool passed = flag(object["RequiredServicesRunning"]);
    add(rows,
        role + ": " + (passed ? "the required services run" : "not running: " + joined(object["ServicesNotRunning"])),
        passed);
}

// The text of the result is localised; its number is not (exchange.md 4.6).
constexpr domain::EnumName<int> checkResults[] = {{0, "Undefined"}, {1, "Passed"}, {2, "Warning"}, {3, "Failed"}};

std::string resultOf(const Value& result)
{
    if (!result["Value"].isNil()) return enumWord(result["Value"], checkResults);
    const auto word = std::string(domain::trimmed(result.display()));
    return equalsIgnoringCase(word, "*FAILED*") ? "Failed" : word;
}

void addReplication(HealthRows& rows, const Value& object)
{
    const auto check = text(object["Check"]);
    if (check.empty()) return;
    const auto result = resultOf(object["Result"]);
    const auto error = text(object["Error"]);
    add(rows, check + ": " + result + (error.empty() ? "" : ": " + error), equalsIgnoringCase(result, "Passed"));
}

// A monitor that is switched off or under repair is no illness.
bool isPoor(const std::string& alert)
{
    return std::ranges::any_of(std::array{"Unhealthy", "Degraded"},
                               [&](const char* word) { return equalsIgnoringCase(alert, word); });
}

void addMonitors(HealthRows& rows, const std::vector<Value>& objects)
{
    std::size_t well = 0;
    std::size_t poor = 0;
    for (const auto& object : objects) {
        const auto alert = text(object["AlertValue"]);
        if (!isPoor(alert)) {
            ++well;
            continue;
        }
        if (++poor <= mostPoorMonitors)
            add(rows, text(object["HealthSetName"]) + " " + text(object["Name"]) + ": " + alert, false);
    }
    if (poor > mostPoorMonitors)
        rows.all.push_back("further monitors that are not well: " + std::to_string(poor - mostPoorMonitors));
    if (!objects.empty()) rows.all.push_back("monitors that are not ill: " + std::to_string(well));
}

} // namespace

HealthRows mapHealth(std::string_view cmdlet, const std::vector<Value>& objects)
{
    HealthRows rows;
    if (equalsIgnoringCase(cmdlet, maintenance::getServerHealth)) addMonitors(rows, objects);
    const bool services = equalsIgnoringCase(cmdlet, maintenance::testServiceHealth);
    if (!services && !equalsIgnoringCase(cmdlet, maintenance::testReplicationHealth)) return rows;
    for (const auto& object : objects)
        services ? addServices(rows, object) : addReplication(rows, object);
    return rows;
}

} // namespace drydock::exchange
