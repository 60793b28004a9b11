// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/exchange/map_states.h"

#include "remoting/exchange/value_conversion.h"

#include <algorithm>
#include <optional>

namespace drydock::exchange {
namespace {

using clixml::Value;

// "Requestor:Maintenance; State:Inactive; Timestamp:…", which is what arrives of an entry below the depth of the
// serialization. Requester and state are not localised; the time follows the server's culture and stays unknown
// (exchange.md 5.0). Empty: another text.
std::optional<domain::RequesterEntry> entryFromText(std::string_view text)
{
    constexpr std::string_view beforeRequester = "Requestor:";
    constexpr std::string_view beforeState = "; State:";
    constexpr std::string_view beforeTime = "; Timestamp:";
    const auto state = text.find(beforeState);
    const auto time = text.find(beforeTime, state == std::string_view::npos ? 0 : state);
    if (!text.starts_with(beforeRequester) || state == std::string_view::npos || time == std::string_view::npos)
        return {};
    const auto requester = text.substr(beforeRequester.size(), state - beforeRequester.size());
    const auto word = text.substr(state + beforeState.size(), time - state - beforeState.size());
    if (requester.empty() || word.empty()) return {};
    return domain::RequesterEntry{std::string(requester), domain::serviceState(std::string(word)), {}};
}

// System.ServiceProcess.ServiceControllerStatus and ServiceStartMode.
constexpr domain::EnumName<int> serviceStatuses[] = {{1, "Stopped"}, {2, "StartPending"},    {3, "StopPending"},
                                                     {4, "Running"}, {5, "ContinuePending"}, {6, "PausePending"},
                                                     {7, "Paused"}};
constexpr domain::EnumName<int> serviceStartTypes[] = {
    {0, "Boot"}, {1, "System"}, {2, "Automatic"}, {3, "Manual"}, {4, "Disabled"}};

// Null means that the store could not be read, an empty list that it has no entries (exchange.md 4.1).
std::optional<std::vector<domain::RequesterEntry>> requesters(const Value& list)
{
    if (list.isNil()) return {};
    std::vector<domain::RequesterEntry> result;
    for (const Value& entry : elements(list)) {
        if (entry["Requester"].isNil()) {
            auto read = entryFromText(entry.display());
            if (!read) return {};
            result.push_back(std::move(*read));
            continue;
        }
        result.push_back(
            {text(entry["Requester"]), openEnum(entry["State"], &domain::serviceState), time(entry["Timestamp"])});
    }
    return result;
}

// A queue counts its messages in 32 bits; sums of such numbers do not overflow.
constexpr std::int64_t mostMessages = 4'294'967'295;

double rate(const Value& value) { return value.toDouble().value_or(0); }

std::string_view processName(const Value& process)
{
    return (process["ProcessName"].isNil() ? process["Name"] : process["ProcessName"]).display();
}

// Returns the start time of the service's process, whose name is the service's except for case.
std::optional<domain::Time> processStart(const std::vector<Value>& processes, const std::string& service)
{
    for (const Value& process : processes)
        if (domain::equalsIgnoringCase(processName(process), service)) return time(process["StartTime"]);
    return {};
}

} // namespace

std::vector<domain::ComponentState> mapComponents(const std::vector<Value>& objects)
{
    std::vector<domain::ComponentState> result;
    result.reserve(objects.size());
    for (const Value& object : objects) {
        domain::ComponentState state;
        state.server = object["ServerFqdn"].isNil() ? serverName(object["Identity"]) : serverName(object["ServerFqdn"]);
        state.component = text(object["Component"]);
        if (state.server.empty() || state.component.empty()) continue;
        state.state = openEnum(object["State"], &domain::serviceState);
        state.serverWideOfflineIsOffline = flag(object["ServerWideOfflineIsOffline"]);
        state.registry = requesters(object["LocalStates"]);
        state.activeDirectory = requesters(object["RemoteStates"]);
        result.push_back(std::move(state));
    }
    return result;
}

// A queue without its length is left out, since an empty one would count as drained.
Mapped<domain::Queue> mapQueues(const std::vector<Value>& objects)
{
    Mapped<domain::Queue> result;
    result.rows.reserve(objects.size());
    for (const Value& object : objects) {
        domain::Queue queue;
        queue.identity = text(object["Identity"]);
        if (queue.identity.empty()) continue;
        queue.server = domain::ServerName(std::string_view(queue.identity).substr(0, queue.identity.find('\\')));
        queue.deliveryType = text(object["DeliveryType"]);
        queue.status = text(object["Status"]);
        const auto messages = number(object["MessageCount"]);
        if (!messages || *messages < 0 || *messages > mostMessages) {
            result.unreadable = unreadable(queue.identity, "MessageCount");
            continue;
        }
        queue.messageCount = *messages;
        queue.nextHop = text(object["NextHopDomain"]);
        queue.lastError = text(object["LastError"]);
        queue.incomingRate = rate(object["IncomingRate"]);
        queue.outgoingRate = rate(object["OutgoingRate"]);
        queue.velocity = rate(object["Velocity"]);
        result.rows.push_back(std::move(queue));
    }
    return result;
}

std::vector<domain::ClusterNode> mapNodes(const std::vector<Value>& objects)
{
    std::vector<domain::ClusterNode> result;
    for (const Value& object : objects) {
        domain::ClusterNode node;
        node.server = serverName(object["Name"]);
        if (node.server.empty()) continue;
        node.state = openEnum(object["State"], &domain::nodeState);
        node.nodeWeight = smallNumber(object["NodeWeight"]);
        node.dynamicWeight = smallNumber(object["DynamicWeight"]);
        result.push_back(std::move(node));
    }
    return result;
}

std::vector<domain::Service> mapServices(const std::vector<Value>& services, const std::vector<Value>& processes,
                                         const domain::ServerName& server)
{
    std::vector<domain::Service> result;
    for (const Value& object : services) {
        domain::Service service;
        service.server = server;
        service.name = text(object["ServiceName"].isNil() ? object["Name"] : object["ServiceName"]);
        if (service.name.empty()) continue;
        service.status = enumWord(object["Status"], serviceStatuses);
        service.startType = enumWord(object["StartType"], serviceStartTypes);
        service.processStart = processStart(processes, service.name);
        result.push_back(std::move(service));
    }
    return result;
}

std::optional<domain::Time> mapBootTime(const std::vector<Value>& objects)
{
    return objects.empty() ? std::nullopt : time(objects.front()["LastBootUpTime"]);
}

bool showsSetup(const std::vector<Value>& processes)
{
    return std::any_of(processes.begin(), processes.end(), [](const Value& process) {
        return domain::equalsIgnoringCase(processName(process), domain::service::setupProcess);
    });
}

} // namespace drydock::exchange
