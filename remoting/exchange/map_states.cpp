#include "remoting/exchange/map_states.h"

#include "remoting/exchange/value_conversion.h"

#include <optional>

namespace drydock::exchange {
namespace {

using clixml::Value;

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
        if (entry["Requester"].isNil()) // only a ToString, which depends on the server's culture and is not parsed
            return {};
        result.push_back(
            {text(entry["Requester"]), openEnum(entry["State"], &domain::serviceState), time(entry["Timestamp"])});
    }
    return result;
}

double rate(const Value& value) { return value.toDouble().value_or(0); }

// Returns the start time of the service's process, whose name is the service's except for case.
std::optional<domain::Time> processStart(const std::vector<Value>& processes, const std::string& service)
{
    for (const Value& process : processes) {
        const Value& name = process["ProcessName"].isNil() ? process["Name"] : process["ProcessName"];
        if (domain::equalsIgnoringCase(name.display(), service)) return time(process["StartTime"]);
    }
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
        if (!messages) {
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

} // namespace drydock::exchange
