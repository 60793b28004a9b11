// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/exchange/map_databases.h"

#include "model/domain/strings.h"
#include "remoting/exchange/value_conversion.h"

#include <algorithm>

namespace drydock::exchange {
namespace {

// exchange.md 5.2.
constexpr domain::EnumName<int> contentIndexStates[] = {{0, "Unknown"},       {1, "Healthy"},
                                                        {2, "Crawling"},      {3, "Failed"},
                                                        {4, "Seeding"},       {5, "FailedAndSuspended"},
                                                        {6, "Suspended"},     {7, "Disabled"},
                                                        {8, "AutoSuspended"}, {9, "HealthyAndUpgrading"},
                                                        {11, "NotApplicable"}};

// No disk holds so many logs. A number above it, or a negative one, is no length (exchange.md 5.2).
constexpr std::int64_t mostLogs = 1'000'000'000'000;

std::optional<std::int64_t> queueLength(const clixml::Value& value)
{
    const auto length = number(value);
    return length && *length >= 0 && *length <= mostLogs ? length : std::nullopt;
}

// Near 2^63 the length stands for a last log that the active copy's server does not publish (exchange.md 5.2). Such a
// number may not fit 64 bits, so the text decides.
bool isTooLarge(const clixml::Value& value)
{
    const auto length = number(value);
    if (length) return *length > mostLogs;
    const auto digits = domain::trimmed(value.display());
    return digits.size() > 12 && std::all_of(digits.begin(), digits.end(), domain::isDigit);
}

std::optional<bool> optionalFlag(const clixml::Value& value)
{
    return value.isNil() ? std::optional<bool>() : flag(value);
}

// Returns database and server of "DB01\MAIL". The properties DatabaseName and MailboxServer are used if they are
// present.
std::pair<std::string, std::string> halves(const clixml::Value& copy)
{
    const std::string name = text(copy["Name"].isNil() ? copy["Identity"] : copy["Name"]);
    const std::size_t at = name.rfind('\\');
    return {name.substr(0, at), at == std::string::npos ? std::string() : name.substr(at + 1)};
}

domain::DatabaseCopy mapCopy(const clixml::Value& object)
{
    domain::DatabaseCopy copy;
    const auto [database, server] = halves(object);
    const std::string databaseName = text(object["DatabaseName"]);
    copy.database = domain::DatabaseName(databaseName.empty() ? database : databaseName);
    copy.server = object["MailboxServer"].isNil() ? domain::ServerName(server) : serverName(object["MailboxServer"]);
    copy.status = openEnum(object["Status"], &domain::copyStatus);
    copy.copyQueueLength = queueLength(object["CopyQueueLength"]);
    copy.replayQueueLength = queueLength(object["ReplayQueueLength"]);
    copy.lastLogPublished = !isTooLarge(object["CopyQueueLength"]) && !isTooLarge(object["ReplayQueueLength"]);
    copy.lastInspectedLogTime = time(object["LastInspectedLogTime"]);
    copy.contentIndexState = enumWord(object["ContentIndexState"], contentIndexStates);
    if (const auto preference = smallNumber(object["ActivationPreference"])) copy.activationPreference = *preference;
    copy.activationSuspended = flag(object["ActivationSuspended"]);
    copy.autoActivationPolicy = openEnum(object["AutoActivationPolicy"], &domain::autoActivationPolicy);
    copy.errorMessage = text(object["ErrorMessage"]);
    if (const auto free = smallNumber(object["DiskFreeSpacePercent"])) copy.diskFreeSpacePercent = *free;
    copy.lastLogInfoIsStale = flag(object["LastLogInfoIsStale"]);
    return copy;
}

// The preferences name the servers with a copy too, and a database outside a DAG has its copy on its server.
void readServers(const clixml::Value& list, const domain::ServerName& server, domain::Database& database)
{
    database.servers = serverNames(list);
    if (!list.isNil()) return;
    if (database.dag.empty() && !server.empty()) database.servers.push_back(server);
    if (!database.servers.empty()) return;
    for (const auto& preferred : database.activationPreference)
        database.servers.push_back(preferred.first);
    database.serversRead = !database.servers.empty();
}

} // namespace

std::vector<domain::Database> mapDatabases(const std::vector<clixml::Value>& objects)
{
    std::vector<domain::Database> result;
    for (const clixml::Value& object : objects) {
        domain::Database database;
        database.name = domain::DatabaseName(objectName(object["Name"].isNil() ? object["Identity"] : object["Name"]));
        if (database.name.empty()) continue;
        for (const auto& [server, preference] : keyedValues(object["ActivationPreference"]))
            database.activationPreference[domain::ServerName(server)] = smallNumber(preference).value_or(0);
        database.replicationType = openEnum(object["ReplicationType"], &domain::replicationType);
        // The master of a database outside a DAG is its server.
        const std::string master = objectName(object["MasterServerOrAvailabilityGroup"]);
        const bool onServer = domain::ServerName(master) == serverName(object["Server"]);
        database.dag = domain::DagName(onServer ? std::string() : master);
        readServers(object["Servers"], serverName(object["Server"]), database);
        database.mounted = optionalFlag(object["Mounted"]);
        database.mountedOn = serverName(object["MountedOnServer"]);
        database.backupInProgress = optionalFlag(object["BackupInProgress"]);
        database.recovery = flag(object["Recovery"]);
        database.mountAtStartup = flag(object["MountAtStartup"], true);
        database.excludedFromMonitoring = flag(object["AutoDagExcludeFromMonitoring"]);
        result.push_back(std::move(database));
    }
    return result;
}

DatabaseTraits mapDatabaseTraits(const std::vector<clixml::Value>& databases)
{
    DatabaseTraits result;
    for (const clixml::Value& object : databases) {
        auto& traits = result[domain::DatabaseName(objectName(object["Name"]))];
        for (const auto& [server, lag] : keyedValues(object["ReplayLagTimes"]))
            traits.replayLags[domain::ServerName(server)] = timeSpan(lag).value_or(domain::Duration::zero());
        traits.recovery = flag(object["Recovery"]);
        traits.mountAtStartup = flag(object["MountAtStartup"], true);
    }
    return result;
}

void CopyTraits::applyTo(domain::DatabaseCopy& copy) const
{
    if (const auto lag = replayLags.find(copy.server); lag != replayLags.end()) copy.replayLag = lag->second;
    copy.recovery = recovery;
    copy.mountAtStartup = mountAtStartup;
}

// A copy without its active flag is left out, since "not active" would be a guess.
Mapped<domain::DatabaseCopy> mapCopies(const std::vector<clixml::Value>& objects, const DatabaseTraits& traits)
{
    Mapped<domain::DatabaseCopy> result;
    result.rows.reserve(objects.size());
    for (const clixml::Value& object : objects) {
        domain::DatabaseCopy copy = mapCopy(object);
        if (copy.database.empty() || copy.server.empty()) continue;
        const auto active = knownFlag(object["ActiveCopy"]);
        if (!active) {
            result.unreadable = unreadable(copy.name(), "ActiveCopy");
            continue;
        }
        copy.active = *active;
        if (const auto known = traits.find(copy.database); known != traits.end()) known->second.applyTo(copy);
        result.rows.push_back(std::move(copy));
    }
    return result;
}

std::vector<maintenance::DatabaseMove> mapMoves(const std::vector<clixml::Value>& objects)
{
    std::vector<maintenance::DatabaseMove> result;
    for (const clixml::Value& object : objects) {
        maintenance::DatabaseMove move;
        move.database = domain::DatabaseName(objectName(object["Identity"]));
        if (move.database.empty()) continue;
        move.from = serverName(object["ActiveServerAtStart"]);
        move.to = serverName(object["ActiveServerAtEnd"]);
        move.status = text(object["Status"]);
        move.logsLost = number(object["NumberOfLogsLost"]);
        move.mountStatus = text(object["MountStatusAtMoveEnd"]);
        move.error = text(object["ErrorMessage"]);
        move.done =
            domain::equalsIgnoringCase(move.status, "Succeeded") || domain::equalsIgnoringCase(move.status, "Warning");
        result.push_back(std::move(move));
    }
    return result;
}

} // namespace drydock::exchange
