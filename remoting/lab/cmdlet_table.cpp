// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/lab/cmdlet_table.h"

#include "model/domain/names.h"
#include "remoting/lab/audit_log_cmdlets.h"
#include "remoting/lab/copy_cmdlets.h"
#include "remoting/lab/database_cmdlets.h"
#include "remoting/lab/node_cmdlets.h"
#include "remoting/lab/preflight_cmdlets.h"
#include "remoting/lab/queue_cmdlets.h"
#include "remoting/lab/restart_cmdlets.h"
#include "remoting/lab/server_cmdlets.h"
#include "remoting/lab/session_cmdlets.h"
#include "remoting/lab/test_cmdlets.h"

#include <algorithm>

namespace drydock::lab {
namespace {

using domain::equalsIgnoringCase;
using P = ParameterType;
constexpr auto E2016 = Generation::Exchange2016;
constexpr auto both = RoleGrant::Both;
constexpr auto managers = RoleGrant::ServerManagement;
constexpr auto viewers = RoleGrant::ViewOnly;

ParameterSpec flag(std::string_view name, Generation since = Generation::Exchange2013)
{
    return {name, P::Switch, -1, false, {}, since};
}

const ParameterSpec byIdentity{"Identity", P::Text, 0};
const ParameterSpec neededIdentity{"Identity", P::Text, 0, true};
const ParameterSpec domainController{"DomainController"};

#define TASKS "Microsoft.Exchange.Management.SystemConfigurationTasks."
#define QUEUES "Microsoft.Exchange.Management.QueueViewerTasks."
#define MONITORING "Microsoft.Exchange.Monitoring."
#define POWERSHELL "Microsoft.PowerShell.Commands."
#define CLUSTER "Microsoft.FailoverClusters.PowerShell."

// One row for each cmdlet; what a row leaves out is the default of CmdletSpec.
std::vector<CmdletSpec> readingCmdlets()
{
    return {
        {.name = "Get-ExchangeServer",
         .className = TASKS "GetExchangeServer",
         .grantedTo = both,
         .parameters = {byIdentity, flag("Status"), domainController},
         .run = getExchangeServer},
        {.name = "Get-MailboxServer",
         .className = TASKS "GetMailboxServer",
         .grantedTo = both,
         .parameters = {byIdentity, flag("Status"), domainController},
         .run = getMailboxServer},
        {.name = "Get-ServerComponentState",
         .className = TASKS "GetServerComponentState",
         .grantedTo = both,
         .parameters = {neededIdentity, {"Component"}, domainController},
         .run = getServerComponentState},
        {.name = "Get-DatabaseAvailabilityGroup",
         .className = TASKS "GetDatabaseAvailabilityGroup",
         .grantedTo = viewers,
         .parameters = {byIdentity, flag("Status"), domainController},
         .run = getDatabaseAvailabilityGroup},
        {.name = "Get-MailboxDatabase",
         .className = TASKS "GetMailboxDatabase",
         .grantedTo = both,
         .parameters = {byIdentity, {"Server"}, flag("Status"), flag("IncludePreExchange2013"), domainController},
         .run = getMailboxDatabase},
        {.name = "Get-MailboxDatabaseCopyStatus",
         .className = TASKS "GetMailboxDatabaseCopyStatus",
         .grantedTo = both,
         .parameters = {byIdentity,
                        {"Server"},
                        flag("Active"),
                        flag("Local"),
                        flag("ConnectionStatus"),
                        flag("ExtendedErrorInfo"),
                        flag("UseServerCache", E2016),
                        domainController},
         .run = getMailboxDatabaseCopyStatus},
        {.name = "Get-Queue",
         .className = QUEUES "GetQueueInfo",
         .grantedTo = both,
         .parameters =
             {byIdentity, {"Server"}, {"Filter"}, {"ResultSize", P::Any}, {"SortOrder"}, {"Include"}, {"Exclude"}},
         .run = getQueue},
        {.name = "Get-MoveRequest",
         .className = "Microsoft.Exchange.Management.RecipientTasks.GetMoveRequest",
         .grantedTo = viewers,
         .parameters = {byIdentity,
                        {"MoveStatus", P::Enumeration, -1, false,
                         "None=0,Queued=1,InProgress=2,AutoSuspended=3,CompletionInProgress=4,Synced=5,Completed=10,"
                         "CompletedWithWarning=11,Suspended=98,Failed=99"},
                        {"SourceDatabase"},
                        {"TargetDatabase"},
                        {"BatchName"},
                        {"ResultSize", P::Any},
                        domainController},
         .run = getMoveRequest},
        {.name = "Test-ReplicationHealth",
         .className = MONITORING "TestReplicationHealth",
         .grantedTo = both,
         .parameters = {byIdentity, {"ActiveDirectoryTimeout", P::Number}, flag("MonitoringContext"), domainController},
         .run = testReplicationHealth},
        {.name = "Test-ServiceHealth",
         .className = MONITORING "TestServiceHealth",
         .grantedTo = both,
         .parameters = {{"Server", P::Text, 0}, flag("MonitoringContext"), domainController},
         .run = testServiceHealth},
        {.name = "Get-ServerHealth",
         .className = MONITORING "GetServerHealth",
         .grantedTo = both,
         .parameters = {neededIdentity, {"HealthSet"}, flag("HaImpactingOnly")},
         .run = getServerHealth},
        {.name = "Search-AdminAuditLog",
         .className = TASKS "SearchAdminAuditLog",
         .parameters = {{"Cmdlets", P::Texts},
                        {"StartDate", P::Any},
                        {"EndDate", P::Any},
                        {"UserIds", P::Texts},
                        {"ResultSize", P::Number},
                        {"StartIndex", P::Number},
                        domainController},
         .run = searchAdminAuditLog},
        {.name = "Get-Command",
         .className = POWERSHELL "GetCommandCommand",
         .grantedTo = both,
         .parameters = {{"Name", P::Texts, 0},
                        {"Module", P::Texts},
                        {"ArgumentList", P::Any},
                        {"CommandType", P::Any},
                        flag("ListImported"),
                        flag("ShowCommandInfo")},
         .run = getCommand},
    };
}

std::vector<CmdletSpec> changingCmdlets()
{
    const auto asks = Asks::UnlessConfirmIsFalse;
    return {
        {.name = "Set-MailboxServer",
         .className = TASKS "SetMailboxServer",
         .grantedTo = managers,
         .supportsShouldProcess = true,
         .parameters = {neededIdentity,
                        {"DatabaseCopyAutoActivationPolicy", P::Enumeration, -1, false,
                         "Unrestricted,IntrasiteOnly,Blocked"},
                        {"DatabaseCopyActivationDisabledAndMoveNow", P::Boolean},
                        {"MaximumActiveDatabases", P::Number},
                        domainController},
         .run = setMailboxServer},
        {.name = "Set-ServerComponentState",
         .className = TASKS "SetServerComponentState",
         .grantedTo = managers,
         .supportsShouldProcess = true,
         .parameters = {neededIdentity,
                        {"Component", P::Text, -1, true},
                        {"State", P::Enumeration, -1, true, "Inactive,Active,Draining"},
                        {"Requester", P::Enumeration, -1, true,
                         "HealthAPI,Maintenance,Sidelined,Functional,Deployment"},
                        flag("LocalOnly"),
                        flag("RemoteOnly"),
                        {"TimeoutInSeconds", P::Number},
                        domainController},
         .run = setServerComponentState},
        {.name = "Move-ActiveMailboxDatabase",
         .className = TASKS "MoveActiveMailboxDatabase",
         .asks = asks,
         .grantedTo = managers,
         .supportsShouldProcess = true,
         .parameters = {byIdentity,
                        {"ActivateOnServer", P::Text, 1},
                        {"Server"},
                        {"ActivatePreferredOnServer"},
                        {"MoveComment"},
                        {"MountDialOverride", P::Enumeration, -1, false,
                         "None=-1,Lossless=0,GoodAvailability=6,BestAvailability=12,BestEffort=10"},
                        flag("SkipActiveCopyChecks"),
                        flag("SkipClientExperienceChecks"),
                        flag("SkipHealthChecks"),
                        flag("SkipLagChecks"),
                        flag("SkipMaximumActiveDatabasesChecks"),
                        flag("TerminateOnWarning"),
                        flag("SkipCpuChecks", E2016),
                        flag("SkipMoveSuppressionChecks", E2016),
                        flag("SkipAllChecks", E2016),
                        flag("MoveAllDatabasesOrNone", E2016),
                        domainController},
         .run = moveActiveMailboxDatabase},
        {.name = "Redirect-Message",
         .className = QUEUES "RedirectMessage",
         .asks = asks,
         .grantedTo = managers,
         .supportsShouldProcess = true,
         .parameters = {{"Server", P::Text, 0}, {"Target", P::Texts, -1, true}},
         .run = redirectMessage},
        {.name = "Retry-Queue",
         .className = QUEUES "RetryQueue",
         .grantedTo = both,
         .supportsShouldProcess = true,
         .parameters = {byIdentity, {"Server"}, {"Filter"}, {"Resubmit", P::Boolean}},
         .run = retryQueue},
        {.name = "Suspend-MailboxDatabaseCopy",
         .className = TASKS "SuspendDatabaseCopy",
         .asks = asks,
         .grantedTo = managers,
         .supportsShouldProcess = true,
         .parameters =
             {neededIdentity, flag("ActivationOnly"), flag("EnableReplayLag"), {"SuspendComment"}, domainController},
         .run = suspendMailboxDatabaseCopy},
        {.name = "Resume-MailboxDatabaseCopy",
         .className = TASKS "ResumeDatabaseCopy",
         .grantedTo = managers,
         .supportsShouldProcess = true,
         .parameters = {neededIdentity,
                        flag("ReplicationOnly"),
                        flag("DisableReplayLag"),
                        {"DisableReplayLagReason"},
                        domainController},
         .run = resumeMailboxDatabaseCopy},
        {.name = "Write-AdminAuditLog",
         .className = "Microsoft.Exchange.Management.SystemConfigurationTasks.WriteAdminAuditLog",
         .grantedTo = managers,
         .supportsShouldProcess = true,
         .parameters = {{"Comment", P::Text, -1, true}, domainController},
         .run = writeAdminAuditLog},
    };
}

std::vector<CmdletSpec> nodeCmdlets()
{
    const auto node = domain::EndpointKind::Node;
    const ParameterSpec names{"Name", P::Texts, 0};
    const ParameterSpec neededNames{"Name", P::Texts, 0, true};
    return {
        {.name = "Get-ClusterNode",
         .className = CLUSTER "GetClusterNodeCommand",
         .endpoint = node,
         .grantedTo = both,
         .parameters = {{"Name", P::Text, 0}, {"Cluster"}},
         .run = getClusterNode},
        {.name = "Suspend-ClusterNode",
         .className = CLUSTER "SuspendClusterNodeCommand",
         .endpoint = node,
         .grantedTo = managers,
         .parameters = {{"Name", P::Text, 0},
                        flag("Drain"),
                        flag("ForceDrain"),
                        flag("Wait"),
                        {"TargetNode", P::Text, 1},
                        {"Cluster"}},
         .run = suspendClusterNode},
        {.name = "Resume-ClusterNode",
         .className = CLUSTER "ResumeClusterNodeCommand",
         .endpoint = node,
         .grantedTo = managers,
         .parameters = {{"Name", P::Text, 0}, {"Failback", P::Any, 1}, {"Cluster"}},
         .run = resumeClusterNode},
        {.name = "Get-ClusterGroup",
         .className = CLUSTER "GetClusterGroupCommand",
         .endpoint = node,
         .grantedTo = both,
         .parameters = {{"Name", P::Text, 0}, {"Cluster"}},
         .run = getClusterGroup},
        {.name = "Get-Service",
         .className = POWERSHELL "GetServiceCommand",
         .endpoint = node,
         .grantedTo = both,
         .parameters = {names},
         .run = getService},
        {.name = "Start-Service",
         .className = POWERSHELL "StartServiceCommand",
         .endpoint = node,
         .grantedTo = managers,
         .supportsShouldProcess = true,
         .parameters = {neededNames, flag("PassThru")},
         .run = startService},
        {.name = "Stop-Service",
         .className = POWERSHELL "StopServiceCommand",
         .endpoint = node,
         .grantedTo = managers,
         .supportsShouldProcess = true,
         .parameters = {neededNames, flag("Force"), flag("NoWait"), flag("PassThru")},
         .run = stopService},
        {.name = "Restart-Service",
         .className = POWERSHELL "RestartServiceCommand",
         .endpoint = node,
         .grantedTo = managers,
         .supportsShouldProcess = true,
         .parameters = {neededNames, flag("Force"), flag("PassThru")},
         .run = restartService},
        {.name = "Test-Path",
         .className = POWERSHELL "TestPathCommand",
         .endpoint = node,
         .grantedTo = both,
         .parameters = {{"Path", P::Texts, 0}, {"LiteralPath", P::Texts}},
         .run = testPath},
        {.name = "Get-ItemProperty",
         .className = POWERSHELL "GetItemPropertyCommand",
         .endpoint = node,
         .grantedTo = both,
         .parameters = {{"Path", P::Texts, 0}, {"LiteralPath", P::Texts}, {"Name", P::Texts, 1}},
         .run = getItemProperty},
        {.name = "Get-NetTCPConnection",
         .className = "Get-NetTCPConnection", // a function of the module NetTCPIP
         .endpoint = node,
         .grantedTo = both,
         .parameters = {{"LocalPort", P::Number}, {"RemotePort", P::Number}, {"State", P::Text}},
         .run = getNetTcpConnection},
        {.name = "Get-CimInstance",
         .className = "Microsoft.Management.Infrastructure.CimCmdlets.GetCimInstanceCommand",
         .endpoint = node,
         .grantedTo = both,
         .parameters = {{"ClassName", P::Text, 0, true}, {"Property", P::Texts}, {"Namespace"}},
         .run = getCimInstance},
        {.name = "Restart-Computer",
         .className = POWERSHELL "RestartComputerCommand",
         .endpoint = node,
         .grantedTo = managers,
         .supportsShouldProcess = true,
         .parameters = {flag("Force")},
         .run = restartComputer},
        {.name = "Get-Process",
         .className = POWERSHELL "GetProcessCommand",
         .endpoint = node,
         .grantedTo = both,
         .parameters = {names},
         .run = getProcess},
        {.name = "Get-Command",
         .className = POWERSHELL "GetCommandCommand",
         .endpoint = node,
         .grantedTo = both,
         .parameters = {names, {"CommandType", P::Any}, {"Module", P::Texts}},
         .run = getCommand},
    };
}

} // namespace

const std::vector<CmdletSpec>& cmdlets()
{
    static const auto all = [] {
        auto list = readingCmdlets();
        for (auto&& more : {changingCmdlets(), nodeCmdlets()})
            list.insert(list.end(), more.begin(), more.end());
        return list;
    }();
    return all;
}

bool isGranted(const Scenario& scenario, const Caller& caller, const CmdletSpec& cmdlet)
{
    const auto user = std::find_if(scenario.users.begin(), scenario.users.end(),
                                   [&](const UserSpec& known) { return equalsIgnoringCase(known.name, caller.user); });
    if (user == scenario.users.end() || (caller.endpoint == domain::EndpointKind::Node && !user->nodes)) return false;
    if (user->role == "OrganizationManagement") return true;
    if (user->role == "ServerManagement")
        return cmdlet.grantedTo == RoleGrant::ServerManagement || cmdlet.grantedTo == RoleGrant::Both;
    return cmdlet.grantedTo == RoleGrant::ViewOnly || cmdlet.grantedTo == RoleGrant::Both;
}

const CmdletSpec* findCmdlet(const Scenario& scenario, const Caller& caller, std::string_view name)
{
    for (const auto& cmdlet : cmdlets()) {
        if (cmdlet.endpoint != caller.endpoint || !equalsIgnoringCase(cmdlet.name, name)) continue;
        // RBAC hides a cmdlet that is not granted. The node endpoint shows it, and denies access when it runs.
        return caller.endpoint == domain::EndpointKind::Node || isGranted(scenario, caller, cmdlet) ? &cmdlet : nullptr;
    }
    return nullptr;
}

std::vector<ParameterSpec> parametersOf(const Scenario& scenario, const CmdletSpec& cmdlet)
{
    std::vector<ParameterSpec> parameters;
    for (const auto& parameter : cmdlet.parameters)
        if (scenario.generation >= parameter.since) parameters.push_back(parameter);
    if (cmdlet.supportsShouldProcess) {
        parameters.push_back({"WhatIf", ParameterType::Switch});
        parameters.push_back({"Confirm", ParameterType::Switch});
    }
    return parameters;
}

} // namespace drydock::lab
