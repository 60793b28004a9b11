// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/exchange/cmdlets.h"

#include "model/domain/audit_comment.h"
#include "model/domain/node.h"
#include "model/maintenance/domain_controller.h"
#include "model/maintenance/exchange_tests.h"
#include "model/maintenance/organisation_record.h"

#include <limits>
#include <utility>

namespace drydock::exchange {
namespace {

using clixml::Value;

Value texts(const std::vector<std::string>& items)
{
    std::vector<Value> values;
    values.reserve(items.size());
    for (const std::string& item : items)
        values.push_back(Value::string(item));
    return Value::list(std::move(values));
}

Value toValue(const maintenance::ParameterValue& value)
{
    struct ToClixml {
        Value operator()(const std::string& text) const { return Value::string(text); }
        Value operator()(bool flag) const { return Value::boolean(flag); }
        Value operator()(std::int64_t number) const
        {
            constexpr auto least = std::numeric_limits<std::int32_t>::min();
            constexpr auto most = std::numeric_limits<std::int32_t>::max();
            return number >= least && number <= most ? Value::int32(static_cast<std::int32_t>(number))
                                                     : Value::int64(number);
        }
        Value operator()(const std::vector<std::string>& list) const { return texts(list); }
    };
    return std::visit(ToClixml{}, value);
}

psrp::Command command(std::string name, std::vector<psrp::Argument> arguments = {})
{
    psrp::Command made;
    made.name = std::move(name);
    made.arguments = std::move(arguments);
    return made;
}

psrp::Argument argument(std::string name, Value value)
{
    psrp::Argument made;
    made.name = std::move(name);
    made.value = std::move(value);
    return made;
}

Value name(const domain::ServerName& server) { return Value::string(server.text()); }

} // namespace

psrp::Command getExchangeServer() { return command("Get-ExchangeServer"); }

psrp::Command getMailboxServer() { return command("Get-MailboxServer"); }

psrp::Command getGroups(const domain::DagName& name)
{
    auto made = command("Get-DatabaseAvailabilityGroup", {argument("Status", Value::boolean(true))});
    if (!name.empty()) made.arguments.push_back(argument("Identity", Value::string(name.text())));
    return made;
}

psrp::Command getDatabases() { return command("Get-MailboxDatabase", {argument("Status", Value::boolean(true))}); }

psrp::Command getCopies(const domain::ServerName& server)
{
    return command("Get-MailboxDatabaseCopyStatus", {argument("Server", name(server))});
}

psrp::Command getComponents(const domain::ServerName& server)
{
    return command("Get-ServerComponentState", {argument("Identity", name(server))});
}

psrp::Command getQueues(const domain::ServerName& server)
{
    // Without ResultSize it stops at a thousand (exchange.md 4.2).
    return command("Get-Queue", {argument("Server", name(server)), argument("ResultSize", Value::string("Unlimited"))});
}

psrp::Command getClusterNode(const domain::ServerName& server)
{
    return command("Get-ClusterNode", {argument("Name", name(server))});
}

psrp::Command getServices()
{
    using domain::service::patterns;
    return command("Get-Service", {argument("Name", texts({patterns.begin(), patterns.end()}))});
}

psrp::Command getProcesses()
{
    using namespace domain::service;
    return command("Get-Process", {argument("Name", texts({transport, frontEndTransport, setupProcess}))});
}

psrp::Command testRebootKeys()
{
    const auto windows = std::string(R"(HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\)");
    return command("Test-Path",
                   {argument("LiteralPath", texts({windows + R"(Component Based Servicing\RebootPending)",
                                                   windows + R"(WindowsUpdate\Auto Update\RebootRequired)"}))});
}

// With the name of the value the cmdlet would report an error where nothing is pending.
psrp::Command getFileRenames()
{
    return command(
        "Get-ItemProperty",
        {argument("LiteralPath", Value::string(R"(HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager)"))});
}

psrp::Command getClientConnections()
{
    constexpr int https = 443;
    return command("Get-NetTCPConnection",
                   {argument("LocalPort", Value::int32(https)), argument("State", Value::string("Established"))});
}

// Requests that are completed stay until somebody removes them, so the server filters by status; it takes one at a
// time.
psrp::Command getMoveRequests(const std::string& status)
{
    return command("Get-MoveRequest",
                   {argument("MoveStatus", Value::string(status)), argument("ResultSize", Value::string("Unlimited"))});
}

psrp::Command searchDatabaseMoves(domain::Time since)
{
    return command(maintenance::searchAdminAuditLog, {argument("Cmdlets", texts({"Move-ActiveMailboxDatabase"})),
                                                      argument("StartDate", Value::dateTime(domain::toIso(since)))});
}

psrp::Command getBootTime()
{
    return command("Get-CimInstance", {argument("ClassName", Value::string("Win32_OperatingSystem")),
                                       argument("Property", texts({"LastBootUpTime"}))});
}

psrp::Command searchAuditComments(domain::Time since, int page)
{
    using domain::auditCommentsAPage;
    // A date as text would be read in the server's culture (exchange.md 4.6).
    auto made =
        command(maintenance::searchAdminAuditLog, {argument("Cmdlets", texts({maintenance::writeAdminAuditLog})),
                                                   argument("StartDate", Value::dateTime(domain::toIso(since))),
                                                   argument("ResultSize", Value::int32(auditCommentsAPage))});
    // Whether it counts from 0 or from 1, no entry is left out; one that is read twice does no harm.
    if (page > 0) made.arguments.push_back(argument("StartIndex", Value::int32(page * auditCommentsAPage)));
    return made;
}

psrp::Command getPermissions() { return command("Get-Command", {argument("Name", texts(exchangeCmdlets()))}); }

psrp::Command atDomainController(psrp::Command made, const std::string& domainController)
{
    if (!domainController.empty() && maintenance::takesDomainController(made.name))
        made.arguments.push_back(argument(maintenance::domainControllerParameter, Value::string(domainController)));
    return made;
}

psrp::Command toWire(const maintenance::Command& planned)
{
    psrp::Command made = command(planned.cmdlet);
    for (const maintenance::Parameter& parameter : planned.parameters)
        made.arguments.push_back(argument(parameter.name, toValue(parameter.value)));
    return made;
}

const std::vector<std::string>& exchangeCmdlets()
{
    static const std::vector<std::string> names{"Get-ExchangeServer",
                                                "Get-MailboxServer",
                                                "Get-DatabaseAvailabilityGroup",
                                                "Get-MailboxDatabase",
                                                "Get-MailboxDatabaseCopyStatus",
                                                "Get-ServerComponentState",
                                                "Get-Queue",
                                                "Get-MoveRequest",
                                                "Set-ServerComponentState",
                                                "Set-MailboxServer",
                                                "Move-ActiveMailboxDatabase",
                                                "Redirect-Message",
                                                maintenance::testServiceHealth,
                                                maintenance::testReplicationHealth,
                                                maintenance::getServerHealth,
                                                maintenance::writeAdminAuditLog,
                                                maintenance::searchAdminAuditLog};
    return names;
}

} // namespace drydock::exchange
