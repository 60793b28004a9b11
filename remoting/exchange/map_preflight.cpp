// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/exchange/map_preflight.h"

#include "model/domain/loopback.h"

#include <set>
#include <string>

namespace drydock::exchange {
namespace {

using clixml::Value;

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

// Returns the first of these properties that is a database.
domain::DatabaseName databaseIn(const Value& object, const char* ofMailbox, const char* ofArchive)
{
    return domain::DatabaseName(objectName(object[ofMailbox].isNil() ? object[ofArchive] : object[ofMailbox]));
}

} // namespace

std::optional<domain::Error> readRebootKeys(const std::vector<Value>& answers, domain::PendingReboot& reboot)
{
    const auto servicing = answers.size() == 2 ? answers[0].toBool() : std::nullopt;
    const auto update = answers.size() == 2 ? answers[1].toBool() : std::nullopt;
    if (!servicing || !update) return unreadable("the registry keys of pending restarts", "Test-Path");
    reboot.servicing = *servicing;
    reboot.windowsUpdate = *update;
    return {};
}

// The value has two texts for each file: what it is, and what it is renamed to; an empty one deletes it.
std::optional<domain::Error> readFileRenames(const std::vector<Value>& values, domain::PendingReboot& reboot)
{
    if (values.size() != 1 || !values.front().isObject())
        return unreadable("the registry key Session Manager", "Get-ItemProperty");
    const auto files = elements(values.front()["PendingFileRenameOperations"]);
    reboot.fileRenames = static_cast<int>((files.size() + 1) / 2);
    if (files.empty()) return {};
    constexpr std::string_view objectPath = R"(\??\)";
    auto first = text(files.front());
    if (const auto at = first.find(objectPath); at != std::string::npos && at <= 3)
        first.erase(0, at + objectPath.size());
    reboot.firstFile = std::move(first);
    return {};
}

domain::ClientConnections countConnections(const std::vector<Value>& connections, const domain::ServerName& server)
{
    domain::ClientConnections counted{server};
    std::set<std::string> addresses;
    for (const Value& connection : connections) {
        auto remote = text(connection["RemoteAddress"]);
        if (remote.empty() || domain::isLoopback(remote) || remote == text(connection["LocalAddress"])) continue;
        ++counted.connections;
        addresses.insert(std::move(remote));
    }
    counted.addresses = static_cast<int>(addresses.size());
    return counted;
}

bool saysNoConnection(const psrp::ErrorRecord& error)
{
    return error.fullyQualifiedErrorId.starts_with("CmdletizationQuery_NotFound");
}

std::vector<domain::MoveRequest> mapMoveRequests(const std::vector<Value>& objects)
{
    std::vector<domain::MoveRequest> result;
    for (const Value& object : objects) {
        domain::MoveRequest move;
        move.mailbox = text(object["DisplayName"]);
        if (move.mailbox.empty()) move.mailbox = objectName(object["Identity"]);
        move.source = databaseIn(object, "SourceDatabase", "SourceArchiveDatabase");
        move.target = databaseIn(object, "TargetDatabase", "TargetArchiveDatabase");
        move.status = enumWord(object["Status"], requestStatuses);
        result.push_back(std::move(move));
    }
    return result;
}

Mapped<domain::AuditedMove> mapDatabaseMoves(const std::vector<Value>& objects)
{
    Mapped<domain::AuditedMove> mapped;
    for (const Value& object : objects) {
        if (!domain::equalsIgnoringCase(text(object["CmdletName"]), "Move-ActiveMailboxDatabase")) continue;
        if (!flag(object["Succeeded"], true)) continue;
        const auto at = time(object["RunDate"]);
        if (!at) {
            mapped.unreadable = unreadable("an entry of the admin audit log", "RunDate");
            continue;
        }
        domain::AuditedMove move;
        move.at = *at;
        move.caller = text(object["Caller"]);
        for (const Value& parameter : elements(object["CmdletParameters"])) {
            const auto name = text(parameter["Name"]);
            if (domain::equalsIgnoringCase(name, "Identity"))
                move.database = domain::DatabaseName(objectName(parameter["Value"]));
            else if (domain::equalsIgnoringCase(name, "Server"))
                move.server = serverName(parameter["Value"]);
        }
        if (!move.database.empty() || !move.server.empty()) mapped.rows.push_back(std::move(move));
    }
    return mapped;
}

} // namespace drydock::exchange
