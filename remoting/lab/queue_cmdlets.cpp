// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/lab/queue_cmdlets.h"

#include "model/domain/names.h"
#include "remoting/lab/component_states.h"
#include "remoting/lab/invocation.h"
#include "remoting/lab/transport.h"

#include <algorithm>
#include <array>
#include <limits>

namespace drydock::lab {
namespace {

using clixml::Value;
using namespace std::chrono_literals;

// Microsoft.Exchange.Data.QueueViewer.DeliveryType in its numeric order (exchange.md 5.6).
constexpr std::array deliveryTypes{"Undefined",
                                   "DnsConnectorDelivery",
                                   "MapiDelivery",
                                   "NonSmtpGatewayDelivery",
                                   "SmartHostConnectorDelivery",
                                   "SmtpRelayToRemoteAdSite",
                                   "SmtpRelayToTiRg",
                                   "SmtpRelayWithinAdSite",
                                   "SmtpRelayWithinAdSiteToEdge",
                                   "Unreachable",
                                   "ShadowRedundancy",
                                   "Heartbeat",
                                   "DeliveryAgent",
                                   "SmtpDeliveryToMailbox",
                                   "SmtpRelayToDag",
                                   "SmtpRelayToMailboxDeliveryGroup",
                                   "SmtpRelayToConnectorSourceServers",
                                   "SmtpRelayToServers"};
constexpr std::array queueStatuses{"None", "Active", "Ready", "Retry", "Suspended", "Connecting"};

template <std::size_t Count> int numberOf(const std::array<const char*, Count>& names, const std::string& name)
{
    const auto at = std::find(names.begin(), names.end(), name);
    return at == names.end() ? 0 : static_cast<int>(at - names.begin());
}

Value queueObject(const Invocation& call, const Server& server, const Queue& queue)
{
    static const auto types = typeNames({"Microsoft.Exchange.Data.QueueViewer.ExtensibleQueueInfo",
                                         "Microsoft.Exchange.Data.QueueViewer.PagedDataObject",
                                         "Microsoft.Exchange.Data.ConfigurableObject"});
    const auto& spec = queue.spec;
    const auto identity = server.spec.name + "\\" + spec.id;
    const bool external =
        spec.deliveryType == "DnsConnectorDelivery" || spec.deliveryType == "SmartHostConnectorDelivery";
    const bool retrying = spec.status == "Retry";
    ObjectBuilder out(types, identity);
    out.text("Identity", identity);
    out.add("DeliveryType", enumeration("Microsoft.Exchange.Data.QueueViewer.DeliveryType", spec.deliveryType,
                                        numberOf(deliveryTypes, spec.deliveryType)));
    out.text("NextHopDomain", spec.nextHopDomain)
        .text("TlsDomain", {})
        .add("NextHopConnector", Value::guid(guidOf(identity)));
    out.add("Status", enumeration("Microsoft.Exchange.Data.QueueViewer.QueueStatus", spec.status,
                                  numberOf(queueStatuses, spec.status)));
    out.int32("MessageCount", queue.messages).text("LastError", spec.lastError).int32("RetryCount", retrying ? 4 : 0);
    if (retrying)
        out.time("LastRetryTime", call.world.now + server.spec.clockOffset - 3min)
            .time("NextRetryTime", call.world.now + server.spec.clockOffset + 2min);
    else
        out.nil("LastRetryTime").nil("NextRetryTime");
    out.int32("DeferredMessageCount", 0).int32("LockedMessageCount", 0);
    out.add("RiskLevel", enumeration("Microsoft.Exchange.Data.QueueViewer.RiskLevel", "Normal", 0))
        .int32("OutboundIPPool", 0);
    out.add("NextHopCategory", enumeration("Microsoft.Exchange.Data.QueueViewer.NextHopCategory",
                                           external ? "External" : "Internal", external ? 1 : 0));
    const bool draining = !server.transport.redirectTargets.empty() || server.transport.mode != ServiceState::Active;
    const double out5s = draining && isDrainable(queue) && queue.messages > 0 ? std::max(1, queue.usual / 12) : 0.0;
    out.number("IncomingRate", draining ? 0 : 0.4).number("OutgoingRate", draining ? out5s / 5 : 0.4);
    out.number("Velocity", draining ? out5s / 5 : 0.0).flag("IsValid", true);
    return out.build();
}

// One comparison of a number or a text in the syntax of the queue viewer's filter, such as `MessageCount -gt 0`.
struct QueueFilter {
    std::string property;
    std::string operation;
    std::string value;
};

std::optional<QueueFilter> readFilter(const std::string& text)
{
    QueueFilter filter;
    const auto dash = text.find(" -");
    const auto end = dash == std::string::npos ? dash : text.find(' ', dash + 1);
    if (end == std::string::npos) return std::nullopt;
    const auto trim = [](const std::string& part) {
        const auto first = part.find_first_not_of(" {'\"");
        const auto last = part.find_last_not_of(" }'\"");
        return first == std::string::npos ? std::string() : part.substr(first, last - first + 1);
    };
    filter.property = trim(text.substr(0, dash));
    filter.operation = text.substr(dash + 2, end - dash - 2);
    filter.value = trim(text.substr(end));
    return filter;
}

bool passes(const QueueFilter& filter, const Value& queue)
{
    const auto& property = queue[filter.property];
    const auto read = property.isObject() ? std::nullopt : property.toInt();
    const bool isNumber = read.has_value();
    const auto number = read.value_or(0);
    const auto text = std::string(property.display());
    const auto wanted = filter.value.find_first_not_of("0123456789") == std::string::npos && filter.value.size() < 10 &&
                                !filter.value.empty()
                            ? std::stoll(filter.value)
                            : 0;
    if (filter.operation == "gt") return number > wanted;
    if (filter.operation == "ge") return number >= wanted;
    if (filter.operation == "lt") return number < wanted;
    if (filter.operation == "eq") return isNumber ? number == wanted : domain::equalsIgnoringCase(text, filter.value);
    if (filter.operation == "ne") return isNumber ? number != wanted : !domain::equalsIgnoringCase(text, filter.value);
    if (filter.operation == "like") return matchesWildcard(filter.value, text);
    return false;
}

bool transportAnswers(Invocation& call, int server)
{
    if (server < 0) return false;
    if (queueAnswer(call.world, server) != QueueAnswer::None) return true;
    call.report("LocalizedException",
                "The Microsoft Exchange Transport service on server '" + call.world.fqdn(server) +
                    "' is not answering. It may be starting or stopped.",
                category::InvalidOperation, call.world.servers[static_cast<std::size_t>(server)].spec.name);
    return false;
}

// Returns the targets. Each must be the FQDN of a transport server other than the source; otherwise an error is
// reported.
std::optional<std::vector<std::string>> redirectTargets(Invocation& call, int source)
{
    const auto targets = call.arguments.texts("Target");
    for (const auto& target : targets) {
        const int index = call.world.findServer(target);
        if (index < 0 || !domain::equalsIgnoringCase(call.world.fqdn(index), target)) {
            call.report("LocalizedException",
                        "The target server '" + target +
                            "' can't be found. Specify the fully qualified domain name "
                            "of a server that runs the transport service.",
                        category::InvalidArgument, target);
            return std::nullopt;
        }
        if (index == source || !call.world.serviceRuns(index, "MSExchangeTransport")) {
            call.report("LocalizedException", "The target server '" + target + "' can't take messages.",
                        category::InvalidOperation, target);
            return std::nullopt;
        }
    }
    return targets;
}

} // namespace

void getQueue(Invocation& call)
{
    int server = call.host;
    const auto identity = call.arguments.text("Identity");
    const auto slash = identity.find('\\');
    if (call.arguments.has("Server"))
        server = call.serverArgument("Server");
    else if (slash != std::string::npos && (server = call.world.findServer(identity.substr(0, slash))) < 0)
        return call.notFound(identity);
    if (!transportAnswers(call, server) || queueAnswer(call.world, server) == QueueAnswer::Loading) return;
    const auto filterText = call.arguments.text("Filter");
    const auto filter = readFilter(filterText);
    if (!filterText.empty() && !filter)
        return call.report("ParsingException", "The filter '" + filterText + "' can't be read.",
                           category::InvalidArgument, filterText);
    const bool unlimited = domain::equalsIgnoringCase(call.arguments.text("ResultSize"), "Unlimited");
    const auto limit =
        unlimited ? std::numeric_limits<std::size_t>::max()
                  : static_cast<std::size_t>(std::max<std::int64_t>(1, call.arguments.number("ResultSize", 1000)));
    const auto& holder = call.world.servers[static_cast<std::size_t>(server)];
    const auto wanted =
        identity.empty() ? std::string("*") : identity.substr(slash == std::string::npos ? 0 : slash + 1);
    for (const auto& queue : holder.transport.queues) {
        if (!isListed(call.world, queue) || !matchesWildcard(wanted, queue.spec.id) ||
            call.result.objects.size() >= limit)
            continue;
        auto object = queueObject(call, holder, queue);
        if (!filter || passes(*filter, object)) call.write(std::move(object));
    }
    if (call.result.objects.empty() && !identity.empty() && wanted.find('*') == std::string::npos)
        call.notFound(identity);
}

void redirectMessage(Invocation& call)
{
    call.result.duration = 1500ms;
    const int server = call.serverArgument("Server");
    if (!transportAnswers(call, server)) return;
    auto targets = redirectTargets(call, server);
    if (!targets || call.arguments.flag("WhatIf")) return;
    const auto& holder = call.world.servers[static_cast<std::size_t>(server)];
    if (!holder.transport.redirectTargets.empty())
        return call.report("LocalizedException",
                           "A redirect of messages is already in progress on server '" + holder.spec.name + "'.",
                           category::InvalidOperation, holder.spec.name);
    startRedirect(call.world, server, std::move(*targets));
}

void retryQueue(Invocation& call)
{
    const auto identity = call.arguments.text("Identity");
    const auto slash = identity.find('\\');
    const int server = slash == std::string::npos ? call.host : call.world.findServer(identity.substr(0, slash));
    if (!transportAnswers(call, server) || identity.empty()) return;
    for (auto& queue : call.world.servers[static_cast<std::size_t>(server)].transport.queues)
        if (domain::equalsIgnoringCase(queue.spec.id, identity.substr(slash == std::string::npos ? 0 : slash + 1))) {
            if (queue.spec.status == "Retry") queue.spec.status = "Active";
            queue.spec.lastError.clear();
            wakeTransport(call.world, server);
            return;
        }
    call.notFound(identity);
}

} // namespace drydock::lab
