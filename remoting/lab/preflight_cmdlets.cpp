// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/lab/preflight_cmdlets.h"

#include "model/domain/enum_names.h"
#include "model/domain/names.h"
#include "remoting/lab/component_states.h"
#include "remoting/lab/invocation.h"

#include <algorithm>

namespace drydock::lab {
namespace {

using clixml::Value;
using domain::equalsIgnoringCase;
using namespace std::chrono_literals;

constexpr auto servicingKey =
    R"(HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\RebootPending)";
constexpr auto updateKey =
    R"(HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired)";
constexpr auto sessionManagerKey = R"(HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager)";

// Microsoft.Exchange.Data.Directory.Recipient.RequestStatus.
constexpr domain::EnumName<int> requestStatuses[] = {{0, "None"},
                                                     {1, "Queued"},
                                                     {2, "InProgress"},
                                                     {3, "AutoSuspended"},
                                                     {4, "CompletionInProgress"},
                                                     {5, "Synced"},
                                                     {10, "Completed"},
                                                     {11, "CompletedWithWarning"},
                                                     {98, "Suspended"},
                                                     {99, "Failed"}};

const Server& ownServer(const Invocation& call) { return serverAt(call.world, call.host); }

std::vector<std::string> pathsOf(const Invocation& call)
{
    return call.arguments.texts(call.arguments.has("LiteralPath") ? "LiteralPath" : "Path");
}

// Connections come from two addresses a dozen, and one is the server's own probe of itself.
Value connectionObject(const Invocation& call, int number)
{
    static const auto types = typeNames({"Microsoft.Management.Infrastructure.CimInstance#ROOT/StandardCimv2/"
                                         "MSFT_NetTCPConnection",
                                         "Microsoft.Management.Infrastructure.CimInstance"});
    const auto own = "10.0.0." + std::to_string(11 + call.host);
    const bool probe = number < 0;
    ObjectBuilder out(types, "MSFT_NetTCPConnection");
    out.text("LocalAddress", probe ? "::1" : own).int32("LocalPort", 443);
    out.text("RemoteAddress", probe ? "::1" : "10.0.1." + std::to_string(20 + number / 6 % 200));
    out.int32("RemotePort", 50000 + number + 1);
    out.add("State",
            enumeration("Microsoft.PowerShell.Cmdletization.GeneratedTypes.NetTCPConnection.State", "Established", 5));
    out.int32("OwningProcess", 4);
    return out.build();
}

Value databaseOrNil(const Invocation& call, const std::string& name)
{
    return name.empty() ? Value() : call.shapes.databaseId(name);
}

Value moveRequestObject(const Invocation& call, const MoveRequestSpec& move)
{
    static const auto types = typeNames({"Microsoft.Exchange.Data.Directory.Management.MoveRequest"});
    ObjectBuilder out(types, move.mailbox);
    out.text("DisplayName", move.mailbox).text("Alias", move.mailbox.substr(0, move.mailbox.find(' ')));
    out.add("SourceDatabase", databaseOrNil(call, move.source))
        .add("TargetDatabase", databaseOrNil(call, move.target))
        .nil("SourceArchiveDatabase")
        .nil("TargetArchiveDatabase");
    out.add("Status", enumeration("Microsoft.Exchange.Data.Directory.Recipient.RequestStatus", move.status,
                                  domain::valueOf(requestStatuses, move.status).value_or(0)));
    out.text("BatchName", {}).text("Identity", call.world.scenario.domain + "/Users/" + move.mailbox);
    return out.build();
}

} // namespace

void testPath(Invocation& call)
{
    const auto& spec = ownServer(call).spec;
    for (const auto& path : pathsOf(call))
        call.write(Value::boolean(equalsIgnoringCase(path, servicingKey) ? spec.servicingPending
                                  : equalsIgnoringCase(path, updateKey)  ? spec.updatePending
                                                                        : equalsIgnoringCase(path, sessionManagerKey)));
}

void getItemProperty(Invocation& call)
{
    for (const auto& path : pathsOf(call)) {
        if (!equalsIgnoringCase(path, sessionManagerKey)) {
            call.report(nodeError(call.cmdlet, "PathNotFound", "System.Management.Automation.ItemNotFoundException",
                                  "Cannot find path '" + path + "' because it does not exist.",
                                  category::ObjectNotFound, path));
            continue;
        }
        clixml::Object key;
        key.types = typeNames({"System.Management.Automation.PSCustomObject"});
        const auto add = [&key](const char* name, Value value) { key.extended.push_back({name, std::move(value)}); };
        add("BootExecute", Value::list({Value::string("autocheck autochk *")}));
        add("ProtectionMode", Value::int32(1));
        std::vector<Value> renames;
        for (const auto& file : ownServer(call).spec.pendingFileRenames) {
            renames.push_back(Value::string(R"(\??\)" + file));
            renames.push_back(Value::string({}));
        }
        if (!renames.empty()) add("PendingFileRenameOperations", Value::list(std::move(renames)));
        add("PSChildName", Value::string("Session Manager"));
        call.write(Value::object(std::move(key)));
    }
}

// Clients find another server as soon as this one does not serve them.
void getNetTcpConnection(Invocation& call)
{
    call.result.duration = 500ms;
    const auto port = call.arguments.number("LocalPort", 443);
    const auto state = call.arguments.text("State");
    const bool serves =
        effectiveState(call.world, ownServer(call), "OwaProxy", ownServer(call).spec.site) == ServiceState::Active;
    const int clients = serves && port == 443 ? ownServer(call).spec.clientConnections : -1;
    if (port == 443 && (state.empty() || equalsIgnoringCase(state, "Established")))
        for (int number = serves ? -1 : 0; number < clients; ++number)
            call.write(connectionObject(call, number));
    if (call.result.objects.empty())
        call.report(nodeError(call.cmdlet, "CmdletizationQuery_NotFound_LocalPort",
                              "Microsoft.PowerShell.Cmdletization.Cim.CimJobException",
                              "No MSFT_NetTCPConnection objects found with property 'LocalPort' equal to '" +
                                  std::to_string(port) + "'.  Verify the value of the property and retry.",
                              category::ObjectNotFound, std::to_string(port)));
}

void getMoveRequest(Invocation& call)
{
    call.result.duration = 300ms;
    const auto status = call.arguments.has("MoveStatus") ? call.arguments.text("MoveStatus") : std::string();
    for (const auto& move : call.world.scenario.moveRequests)
        if (status.empty() || equalsIgnoringCase(status, move.status)) call.write(moveRequestObject(call, move));
}

} // namespace drydock::lab
