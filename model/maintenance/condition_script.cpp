// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/condition_script.h"

#include "model/domain/copy_queues.h"
#include "model/maintenance/powershell_text.h"

namespace drydock::maintenance {
namespace {

using namespace domain;

// Returns "@('DB01','DB02')".
template <class Names, class TextOf> std::string listOf(const Names& names, TextOf textOf)
{
    std::string out;
    for (const auto& name : names)
        out += (out.empty() ? "" : ",") + literal(textOf(name));
    return "@(" + out + ")";
}

std::string listOf(const std::vector<DatabaseName>& names)
{
    return listOf(names, [](const DatabaseName& name) { return name.text(); });
}

// The members of a component's list that no maintenance makes serve.
std::vector<std::string> withoutDefaults(std::vector<std::string> except)
{
    except.insert(except.end(), {"ForwardSyncDaemon", "ProvisioningRps"});
    return except;
}

struct Expression {
    const Plan& plan;

    static std::string call(const char* cmdlet, const char* parameter, const ServerName& server)
    {
        return std::string(cmdlet) + " -" + parameter + " " + literal(server.text());
    }
    std::string onNode(const std::string& expression) const
    {
        return "(Invoke-Command -ComputerName " + literal(plan.serverFqdn) + " -ScriptBlock { " + expression + " })";
    }
    static std::string none(const std::string& objects, const std::string& of)
    {
        return "-not (" + objects + " | Where-Object { " + of + " })";
    }

    std::string operator()(const PolicyIs& c) const
    {
        return "(" + call("Get-MailboxServer", "Identity", c.server) + ").DatabaseCopyAutoActivationPolicy -eq " +
               literal(c.policy.text);
    }
    std::string operator()(const MoveNowIs& c) const
    {
        return "(" + call("Get-MailboxServer", "Identity", c.server) +
               ").DatabaseCopyActivationDisabledAndMoveNow -eq " + (c.value ? "$true" : "$false");
    }
    std::string operator()(const RequesterStateIs& c) const
    {
        return "@(Get-RequesterState " + literal(c.server.text()) + " " + literal(c.component) + " " +
               literal(c.requester) + " | Where-Object { $_ -ne " + literal(toString(c.state)) + " }).Count -eq 0";
    }
    std::string operator()(const ComponentIs& c) const
    {
        return "(" + call("Get-ServerComponentState", "Identity", c.server) + " -Component " + literal(c.component) +
               ").State -eq " + literal(toString(c.state));
    }
    std::string operator()(const AllComponentsInactive& c) const
    {
        return none(call("Get-ServerComponentState", "Identity", c.server),
                    "$_.Component -notin @('Monitoring','RecoveryActionsEnabled') -and $_.State -ne 'Inactive'");
    }
    std::string operator()(const ComponentsServe& c) const
    {
        const auto except = listOf(withoutDefaults(c.except), [](const std::string& name) { return name; });
        return none(call("Get-ServerComponentState", "Identity", c.server),
                    "$_.Component -notin " + except + " -and $_.State -ne 'Active'");
    }
    std::string operator()(const NodeIs& c) const
    {
        return onNode("\"$((" + call("Get-ClusterNode", "Name", c.server) + ").State)\"") + " -eq " +
               literal(toString(c.state));
    }
    std::string operator()(const NotPrimaryActiveManager& c) const
    {
        if (plan.group.empty()) return {};
        return "(Get-ShortName (Get-DatabaseAvailabilityGroup -Identity " + literal(plan.group) +
               " -Status).PrimaryActiveManager) -notin @(''," + literal(c.server.text()) + ")";
    }
    std::string operator()(const NoActiveDatabases& c) const
    {
        return none("Get-Copy " + literal(c.server.text()), "$_.Replicated -and ($_.InUse -or $_.Silent)");
    }
    std::string operator()(const MountedElsewhere& c) const
    {
        return none(listOf(c.databases) + " | ForEach-Object { Get-MailboxDatabase -Identity $_ -Status }",
                    "-not $_.Mounted -or (Get-ShortName $_.MountedOnServer) -in @(''," + literal(c.server.text()) +
                        ")");
    }
    std::string operator()(const CopiesHealthy& c) const
    {
        return none("Get-Copy " + literal(c.server.text()),
                    "$_.Database -notin " + listOf(c.except) + " -and -not ($_.CaughtUp -or $_.MayStayDown)");
    }
    std::string operator()(const ServiceRunning& c) const
    {
        return onNode("\"$((Get-Service -Name " + literal(c.service) + ").Status)\"") + " -eq 'Running'";
    }
    std::string operator()(const QueuesDrained& c) const
    {
        // Without a running transport service an empty list proves nothing.
        const auto running =
            c.queuesAlone ? std::string() : (*this)(ServiceRunning{c.server, service::transport}) + " -and ";
        return running +
               none(call("Get-Queue", "Server", c.server) + " -ResultSize Unlimited",
                    "$_.MessageCount -gt 0 -and $_.DeliveryType -notin @('ShadowRedundancy','Unreachable') -and "
                    "\"$($_.Identity)\" -notmatch '\\\\(Shadow|Poison|Unreachable)'");
    }
    // The script itself restarts the service after the change.
    std::string operator()(const ServiceNoticed&) const { return {}; }
    std::string operator()(const SetupNotRunning&) const
    {
        return onNode("-not (Get-Process -Name ExSetup -ErrorAction SilentlyContinue)");
    }
    std::string operator()(const MountedOn& c) const
    {
        return none("Get-MailboxDatabase -Identity " + literal(c.database.text()) + " -Status",
                    "-not $_.Mounted -or (Get-ShortName $_.MountedOnServer) -ne " + literal(c.server.text()));
    }
    std::string operator()(const CopyActivatable& c) const
    {
        return "Get-Copy " + literal(c.server.text()) + " | Where-Object { $_.Database -eq " +
               literal(c.database.text()) + " -and $_.CaughtUp }";
    }
    std::string operator()(const Rebooted& c) const
    {
        return c.before.empty() ? std::string()
                                : onNode("(Get-CimInstance -ClassName Win32_OperatingSystem).LastBootUpTime."
                                         "ToUniversalTime() -gt ([datetime]" +
                                         literal(c.before) + ").ToUniversalTime().AddMinutes(1)");
    }
    // These are conditions before a command, which the pre-flight has checked.
    std::string operator()(const GoodCopyElsewhere&) const { return {}; }
    std::string operator()(const QuorumWithout&) const { return {}; }
    std::string operator()(const QueuesRead&) const { return {}; }
};

} // namespace

// One line of the script is one line here. Get-Copy knows of the copies on a server what the conditions know, and by
// the same rules (database_conditions.cpp).
std::string conditionFunctions()
{
    return "function Wait-Until([string]$What, [int]$Minutes, [int]$Readings, [scriptblock]$IsSo) {\n"
           "    $until = (Get-Date).AddMinutes($Minutes)\n"
           "    $held = 0\n"
           "    while ($true) {\n"
           "        $so = $false\n"
           "        try { $so = [bool](& $IsSo) } catch { Write-Warning $_ }\n"
           "        $held = if ($so) { $held + 1 } else { 0 }\n"
           "        if ($held -ge $Readings) { break }\n"
           "        if ((Get-Date) -gt $until) {\n"
           "            [void](Read-Host \"Not so after $Minutes min: $What. Return waits on, Ctrl+C stops\")\n"
           "            $until = (Get-Date).AddMinutes($Minutes)\n"
           "        }\n"
           "        Write-Host \"waiting: $What\"\n"
           "        Start-Sleep -Seconds $(if ($so) { 30 } else { 10 })\n"
           "    }\n"
           "    Write-Host \"so: $What\"\n"
           "}\n"
           "function Get-ShortName($Name) { \"$Name\".Split('/')[-1].Split('.')[0] }\n"
           "function Get-RequesterState($Server, $Component, $Requester) {\n"
           "    $found = Get-ServerComponentState -Identity $Server -Component $Component\n"
           "    foreach ($store in 'LocalStates', 'RemoteStates') {\n"
           "        if ($null -eq $found.$store) { 'not read'; continue }\n"
           "        $entry = $found.$store | Where-Object { $_.Requester -eq $Requester } | Sort-Object Timestamp | "
           "Select-Object -Last 1\n"
           "        if ($entry) { \"$($entry.State)\" } else { 'Active' }\n"
           "    }\n"
           "}\n"
           "function Get-Copy($Server) {\n"
           "    $databases = @{}\n"
           "    foreach ($database in Get-MailboxDatabase -Server $Server -Status) { $databases[\"$($database.Name)\"] "
           "= "
           "$database }\n"
           "    foreach ($copy in Get-MailboxDatabaseCopyStatus -Server $Server) {\n"
           "        $database = $databases[\"$($copy.DatabaseName)\"]\n"
           "        $status = \"$($copy.Status)\"\n"
           "        $mounted = Get-ShortName $database.MountedOnServer\n"
           "        $lag = foreach ($pair in $database.ReplayLagTimes) {\n"
           "            if (\"$pair\" -match '^\\[(.+), (.+)\\]$' -and (Get-ShortName $Matches[1]) -eq $Server) { "
           "$Matches[2] }\n"
           "        }\n"
           "        $unread = $null -eq $copy.CopyQueueLength -or $null -eq $copy.ReplayQueueLength\n"
           "        $short = -not $unread -and $copy.CopyQueueLength -le " +
           std::to_string(goodCopyQueue) + " -and $copy.ReplayQueueLength -le " + std::to_string(goodReplayQueue) +
           "\n"
           "        $lagged = [bool]($lag -match '[1-9]')\n"
           "        [pscustomobject]@{\n"
           "            Database = \"$($copy.DatabaseName)\"\n"
           "            Replicated = if ($null -eq $database.Servers) { \"$($database.ReplicationType)\" -ne 'None' } "
           "else { @($database.Servers).Count -gt 1 }\n"
           "            InUse = $copy.ActiveCopy -or $status -in 'Mounted', 'Mounting', 'Dismounting'\n"
           "            Silent = $status -in 'ServiceDown', 'Unknown', '' -and $mounted -in '', $Server\n"
           "            CaughtUp = if ($copy.ActiveCopy) { $status -eq 'Mounted' } else { $status -eq 'Healthy' -and "
           "($lagged -or $short) }\n"
           "            MayStayDown = $database.Recovery -or ($status -eq 'Dismounted' -and $database.MountAtStartup "
           "-eq "
           "$false)\n"
           "        }\n"
           "    }\n"
           "}\n";
}

std::string scriptOf(const Condition& condition, const Plan& plan) { return std::visit(Expression{plan}, condition); }

} // namespace drydock::maintenance
