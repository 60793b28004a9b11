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

// A table with one or two lines for each cmdlet.
std::vector<CmdletSpec> readingCmdlets()
{
    const auto exchange = domain::EndpointKind::Exchange;
    const auto never = Asks::Never;
    return {
        {"Get-ExchangeServer",
         TASKS "GetExchangeServer",
         exchange,
         never,
         both,
         false,
         {byIdentity, flag("Status"), domainController},
         getExchangeServer},
        {"Get-MailboxServer",
         TASKS "GetMailboxServer",
         exchange,
         never,
         both,
         false,
         {byIdentity, flag("Status"), domainController},
         getMailboxServer},
        {"Get-ServerComponentState",
         TASKS "GetServerComponentState",
         exchange,
         never,
         both,
         false,
         {neededIdentity, {"Component"}, domainController},
         getServerComponentState},
        {"Get-DatabaseAvailabilityGroup",
         TASKS "GetDatabaseAvailabilityGroup",
         exchange,
         never,
         viewers,
         false,
         {byIdentity, flag("Status"), domainController},
         getDatabaseAvailabilityGroup},
        {"Get-MailboxDatabase",
         TASKS "GetMailboxDatabase",
         exchange,
         never,
         both,
         false,
         {byIdentity, {"Server"}, flag("Status"), flag("IncludePreExchange2013"), domainController},
         getMailboxDatabase},
        {"Get-MailboxDatabaseCopyStatus",
         TASKS "GetMailboxDatabaseCopyStatus",
         exchange,
         never,
         both,
         false,
         {byIdentity,
          {"Server"},
          flag("Active"),
          flag("Local"),
          flag("ConnectionStatus"),
          flag("ExtendedErrorInfo"),
          flag("UseServerCache", E2016),
          domainController},
         getMailboxDatabaseCopyStatus},
        {"Get-Queue",
         QUEUES "GetQueueInfo",
         exchange,
         never,
         both,
         false,
         {byIdentity, {"Server"}, {"Filter"}, {"ResultSize", P::Any}, {"SortOrder"}, {"Include"}, {"Exclude"}},
         getQueue},
        {"Get-MoveRequest",
         "Microsoft.Exchange.Management.RecipientTasks.GetMoveRequest",
         exchange,
         never,
         viewers,
         false,
         {byIdentity,
          {"MoveStatus", P::Enumeration, -1, false,
           "None=0,Queued=1,InProgress=2,AutoSuspended=3,CompletionInProgress=4,Synced=5,Completed=10,"
           "CompletedWithWarning=11,Suspended=98,Failed=99"},
          {"SourceDatabase"},
          {"TargetDatabase"},
          {"BatchName"},
          {"ResultSize", P::Any},
          domainController},
         getMoveRequest},
        {"Test-ReplicationHealth",
         MONITORING "TestReplicationHealth",
         exchange,
         never,
         both,
         false,
         {byIdentity, {"ActiveDirectoryTimeout", P::Number}, flag("MonitoringContext"), domainController},
         testReplicationHealth},
        {"Test-ServiceHealth",
         MONITORING "TestServiceHealth",
         exchange,
         never,
         both,
         false,
         {{"Server", P::Text, 0}, flag("MonitoringContext"), domainController},
         testServiceHealth},
        {"Get-ServerHealth",
         MONITORING "GetServerHealth",
         exchange,
         never,
         both,
         false,
         {neededIdentity, {"HealthSet"}, flag("HaImpactingOnly")},
         getServerHealth},
        {"Search-AdminAuditLog",
         TASKS "SearchAdminAuditLog",
         exchange,
         never,
         RoleGrant::OrganizationOnly,
         false,
         {{"Cmdlets", P::Texts},
          {"StartDate", P::Any},
          {"EndDate", P::Any},
          {"UserIds", P::Texts},
          {"ResultSize", P::Number},
          {"StartIndex", P::Number},
          domainController},
         searchAdminAuditLog},
        {"Get-Command",
         POWERSHELL "GetCommandCommand",
         exchange,
         never,
         both,
         false,
         {{"Name", P::Texts, 0},
          {"Module", P::Texts},
          {"ArgumentList", P::Any},
          {"CommandType", P::Any},
          flag("ListImported"),
          flag("ShowCommandInfo")},
         getCommand},
    };
}

std::vector<CmdletSpec> changingCmdlets()
{
    const auto exchange = domain::EndpointKind::Exchange;
    const auto never = Asks::Never;
    const auto asks = Asks::UnlessConfirmIsFalse;
    return {
        {"Set-MailboxServer",
         TASKS "SetMailboxServer",
         exchange,
         never,
         managers,
         true,
         {neededIdentity,
          {"DatabaseCopyAutoActivationPolicy", P::Enumeration, -1, false, "Unrestricted,IntrasiteOnly,Blocked"},
          {"DatabaseCopyActivationDisabledAndMoveNow", P::Boolean},
          {"MaximumActiveDatabases", P::Number},
          domainController},
         setMailboxServer},
        {"Set-ServerComponentState",
         TASKS "SetServerComponentState",
         exchange,
         never,
         managers,
         true,
         {neededIdentity,
          {"Component", P::Text, -1, true},
          {"State", P::Enumeration, -1, true, "Inactive,Active,Draining"},
          {"Requester", P::Enumeration, -1, true, "HealthAPI,Maintenance,Sidelined,Functional,Deployment"},
          flag("LocalOnly"),
          flag("RemoteOnly"),
          {"TimeoutInSeconds", P::Number},
          domainController},
         setServerComponentState},
        {"Move-ActiveMailboxDatabase",
         TASKS "MoveActiveMailboxDatabase",
         exchange,
         asks,
         managers,
         true,
         {byIdentity,
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
         moveActiveMailboxDatabase},
        {"Redirect-Message",
         QUEUES "RedirectMessage",
         exchange,
         asks,
         managers,
         true,
         {{"Server", P::Text, 0}, {"Target", P::Texts, -1, true}},
         redirectMessage},
        {"Retry-Queue",
         QUEUES "RetryQueue",
         exchange,
         never,
         both,
         true,
         {byIdentity, {"Server"}, {"Filter"}, {"Resubmit", P::Boolean}},
         retryQueue},
        {"Suspend-MailboxDatabaseCopy",
         TASKS "SuspendDatabaseCopy",
         exchange,
         asks,
         managers,
         true,
         {neededIdentity, flag("ActivationOnly"), flag("EnableReplayLag"), {"SuspendComment"}, domainController},
         suspendMailboxDatabaseCopy},
        {"Resume-MailboxDatabaseCopy",
         TASKS "ResumeDatabaseCopy",
         exchange,
         never,
         managers,
         true,
         {neededIdentity,
          flag("ReplicationOnly"),
          flag("DisableReplayLag"),
          {"DisableReplayLagReason"},
          domainController},
         resumeMailboxDatabaseCopy},
        {"Write-AdminAuditLog",
         "Microsoft.Exchange.Management.SystemConfigurationTasks.WriteAdminAuditLog",
         exchange,
         never,
         managers,
         true,
         {{"Comment", P::Text, -1, true}, domainController},
         writeAdminAuditLog},
    };
}

std::vector<CmdletSpec> nodeCmdlets()
{
    const auto node = domain::EndpointKind::Node;
    const auto never = Asks::Never;
    const ParameterSpec names{"Name", P::Texts, 0};
    const ParameterSpec neededNames{"Name", P::Texts, 0, true};
    return {
        {"Get-ClusterNode",
         CLUSTER "GetClusterNodeCommand",
         node,
         never,
         both,
         false,
         {{"Name", P::Text, 0}, {"Cluster"}},
         getClusterNode},
        {"Suspend-ClusterNode",
         CLUSTER "SuspendClusterNodeCommand",
         node,
         never,
         managers,
         false,
         {{"Name", P::Text, 0},
          flag("Drain"),
          flag("ForceDrain"),
          flag("Wait"),
          {"TargetNode", P::Text, 1},
          {"Cluster"}},
         suspendClusterNode},
        {"Resume-ClusterNode",
         CLUSTER "ResumeClusterNodeCommand",
         node,
         never,
         managers,
         false,
         {{"Name", P::Text, 0}, {"Failback", P::Any, 1}, {"Cluster"}},
         resumeClusterNode},
        {"Get-ClusterGroup",
         CLUSTER "GetClusterGroupCommand",
         node,
         never,
         both,
         false,
         {{"Name", P::Text, 0}, {"Cluster"}},
         getClusterGroup},
        {"Get-Service", POWERSHELL "GetServiceCommand", node, never, both, false, {names}, getService},
        {"Start-Service",
         POWERSHELL "StartServiceCommand",
         node,
         never,
         managers,
         true,
         {neededNames, flag("PassThru")},
         startService},
        {"Stop-Service",
         POWERSHELL "StopServiceCommand",
         node,
         never,
         managers,
         true,
         {neededNames, flag("Force"), flag("NoWait"), flag("PassThru")},
         stopService},
        {"Restart-Service",
         POWERSHELL "RestartServiceCommand",
         node,
         never,
         managers,
         true,
         {neededNames, flag("Force"), flag("PassThru")},
         restartService},
        {"Test-Path",
         POWERSHELL "TestPathCommand",
         node,
         never,
         both,
         false,
         {{"Path", P::Texts, 0}, {"LiteralPath", P::Texts}},
         testPath},
        {"Get-ItemProperty",
         POWERSHELL "GetItemPropertyCommand",
         node,
         never,
         both,
         false,
         {{"Path", P::Texts, 0}, {"LiteralPath", P::Texts}, {"Name", P::Texts, 1}},
         getItemProperty},
        {"Get-NetTCPConnection",
         "Get-NetTCPConnection", // a function of the module NetTCPIP
         node,
         never,
         both,
         false,
         {{"LocalPort", P::Number}, {"RemotePort", P::Number}, {"State", P::Text}},
         getNetTcpConnection},
        {"Get-CimInstance",
         "Microsoft.Management.Infrastructure.CimCmdlets.GetCimInstanceCommand",
         node,
         never,
         both,
         false,
         {{"ClassName", P::Text, 0, true}, {"Property", P::Texts}, {"Namespace"}},
         getCimInstance},
        {"Restart-Computer",
         POWERSHELL "RestartComputerCommand",
         node,
         never,
         managers,
         true,
         {flag("Force")},
         restartComputer},
        {"Get-Process", POWERSHELL "GetProcessCommand", node, never, both, false, {names}, getProcess},
        {"Get-Command",
         POWERSHELL "GetCommandCommand",
         node,
         never,
         both,
         false,
         {names, {"CommandType", P::Any}, {"Module", P::Texts}},
         getCommand},
    };
}

// clang-format on

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
    if (cmdlet.changes) {
        parameters.push_back({"WhatIf", ParameterType::Switch});
        parameters.push_back({"Confirm", ParameterType::Switch});
    }
    return parameters;
}

} // namespace drydock::lab
