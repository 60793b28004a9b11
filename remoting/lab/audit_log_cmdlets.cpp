// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/lab/audit_log_cmdlets.h"

#include "model/domain/names.h"
#include "remoting/lab/invocation.h"

#include <algorithm>

namespace drydock::lab {
namespace {

using clixml::Value;
using namespace std::chrono_literals;

constexpr const char* commentCmdlet = "Write-AdminAuditLog";

// The log has accounts as canonical names: "alwayshotcafe.com/Users/admin".
std::string canonicalName(const World& world, const std::string& user)
{
    const auto slash = user.find('\\');
    return world.scenario.domain + "/Users/" + (slash == std::string::npos ? user : user.substr(slash + 1));
}

Value eventObject(const Invocation& call, const AuditEntry& entry)
{
    static const auto types = typeNames({"Microsoft.Exchange.Management.SystemConfigurationTasks.AdminAuditLogEvent"});
    static const auto parameterTypes =
        typeNames({"Microsoft.Exchange.Management.SystemConfigurationTasks.AdminAuditLogCmdletParameter"});
    ObjectBuilder parameter(parameterTypes, entry.parameter);
    parameter.text("Name", entry.parameter).text("Value", entry.value);
    ObjectBuilder out(types, {});
    out.text("ObjectModified", {}).text("CmdletName", entry.cmdlet);
    out.add("CmdletParameters", call.shapes.list({parameter.build()})).add("ModifiedProperties", call.shapes.list({}));
    out.text("Caller", canonicalName(call.world, entry.user)).flag("Succeeded", true).text("Error", "None");
    out.time("RunDate", entry.at).text("OriginatingServer", call.world.fqdn(entry.host) + " (15.02.1118.007)");
    return out.build();
}

} // namespace

void writeAdminAuditLog(Invocation& call)
{
    call.result.duration = 500ms;
    const auto comment = call.arguments.text("Comment");
    if (comment.size() > 500)
        return call.report("ArgumentException", "The comment is longer than 500 characters.",
                           category::InvalidArgument);
    if (!call.arguments.flag("WhatIf"))
        call.world.auditLog.push_back({call.world.now, call.caller.user, call.host, commentCmdlet, "Comment", comment});
}

void searchAdminAuditLog(Invocation& call)
{
    call.result.duration = 2s;
    Time start{};
    if (call.arguments.has("StartDate")) {
        const auto date = domain::fromIso(call.arguments.text("StartDate"));
        if (!date)
            return call.report(cannotConvert(call.cmdlet, "StartDate", call.arguments.text("StartDate"), "ExDateTime"));
        start = *date;
    }
    const auto cmdlets = call.arguments.texts("Cmdlets");
    const auto wanted = [&cmdlets](const AuditEntry& entry) {
        return cmdlets.empty() || std::any_of(cmdlets.begin(), cmdlets.end(), [&entry](const std::string& name) {
                   return domain::equalsIgnoringCase(name, entry.cmdlet);
               });
    };
    auto before = call.arguments.number("StartIndex", 0);
    auto left = call.arguments.number("ResultSize", 1000);
    for (const auto& entry : call.world.auditLog)
        if (wanted(entry) && left > 0 && entry.at >= start &&
            entry.at + call.world.scenario.timing.auditLogLag <= call.world.now && before-- <= 0) {
            call.write(eventObject(call, entry));
            --left;
        }
}

} // namespace drydock::lab
