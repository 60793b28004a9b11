// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The waits of the plan's script, run by PowerShell itself, agree with the conditions of the engine.
#include "stdio_session.h"

#include "model/maintenance/condition_script.h"
#include "model/maintenance/powershell_text.h"
#include "tests/support/organisations.h"

#include <QFile>
#include <QTemporaryDir>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace drydock::tests {
namespace {

using namespace domain;
using namespace maintenance;

constexpr int cases = 300;

// MAIL with copies of every kind: recovery and single databases, lagged, dismounted and silent copies.
DagSnapshot randomSnapshot(std::mt19937& random)
{
    const auto oneIn = [&](int n) { return std::uniform_int_distribution<int>(1, n)(random) == 1; };
    auto snapshot = seedSnapshot();
    constexpr const char* statuses[] = {"Mounted",     "Healthy",     "Dismounted", "Mounting",
                                        "Dismounting", "ServiceDown", "Failed"};
    for (auto& database : snapshot.databases) {
        database.recovery = oneIn(4);
        database.mountAtStartup = !oneIn(4);
        database.mounted = !oneIn(4);
        database.mountedOn = oneIn(3) ? ServerName() : oneIn(2) ? mail() : mail2();
    }
    std::erase_if(snapshot.copies, [](const DatabaseCopy& copy) { return copy.server != mail(); });
    for (auto& copy : snapshot.copies) {
        const auto* database = snapshot.database(copy.database);
        copy.status = copyStatus(statuses[random() % std::size(statuses)]);
        copy.active = oneIn(4);
        copy.copyQueueLength = oneIn(6) ? std::nullopt : std::optional<std::int64_t>(oneIn(3) ? 11 : 10);
        copy.replayQueueLength = oneIn(6) ? std::nullopt : std::optional<std::int64_t>(oneIn(3) ? 101 : 100);
        copy.replayLag = oneIn(3) ? std::chrono::days(7) : Duration::zero();
        copy.recovery = database->recovery;
        copy.mountAtStartup = database->mountAtStartup;
    }
    return snapshot;
}

std::string number(const std::optional<std::int64_t>& value) { return value ? std::to_string(*value) : "$null"; }
std::string flag(bool value) { return value ? "$true" : "$false"; }

// What the two cmdlets return of the snapshot, as they write it.
std::string asObjects(const DagSnapshot& snapshot)
{
    std::string script = "$script:mailboxDatabases = @(\n";
    for (const auto& database : snapshot.databases) {
        std::string servers, lags;
        for (const auto& server : database.servers)
            servers += (servers.empty() ? "" : ",") + literal(server.text());
        for (const auto& copy : snapshot.copiesOf(database.name))
            lags = literal("[" + copy->server.text() + ", " +
                           (copy->lagged() ? std::string("7.00:00:00") : std::string("00:00:00")) + "]");
        const auto mountedOn = database.mountedOn.empty() ? "" : database.mountedOn.text() + ".alwayshotcafe.com";
        script += "[pscustomobject]@{ Name = " + literal(database.name.text()) + "; Servers = @(" + servers +
                  "); Recovery = " + flag(database.recovery) + "; MountAtStartup = " + flag(database.mountAtStartup) +
                  "; ReplicationType = 'Remote'; MountedOnServer = " + literal(mountedOn) + "; ReplayLagTimes = @(" +
                  lags + ") }\n";
    }
    script += ")\n$script:copyStatus = @(\n";
    for (const auto& copy : snapshot.copies)
        script += "[pscustomobject]@{ DatabaseName = " + literal(copy.database.text()) +
                  "; Status = " + literal(copy.status.text) + "; ActiveCopy = " + flag(copy.active) +
                  "; CopyQueueLength = " + number(copy.copyQueueLength) +
                  "; ReplayQueueLength = " + number(copy.replayQueueLength) + " }\n";
    return script + ")\n";
}

} // namespace

TEST(PlanScript, AgreesWithTheConditionsOnEveryKindOfCopy)
{
    if (const std::string reason = Peer::unavailable(); !reason.empty()) GTEST_SKIP() << reason;
    const QTemporaryDir folder;
    const auto results = folder.filePath(QStringLiteral("results"));
    const std::vector<Condition> conditions{NoActiveDatabases{mail()}, CopiesHealthy{mail()},
                                            CopiesHealthy{mail(), {DatabaseName("DB01")}}};
    std::string script = conditionFunctions() +
                         "function Get-MailboxDatabase($Server, [switch]$Status) { $script:mailboxDatabases }\n"
                         "function Get-MailboxDatabaseCopyStatus($Server) { $script:copyStatus }\n"
                         "$results = ''\n";
    std::string expected;
    std::mt19937 random(1);
    for (int i = 0; i < cases; ++i) {
        const auto snapshot = randomSnapshot(random);
        script += asObjects(snapshot);
        for (const auto& condition : conditions) {
            script += "$results += [int][bool](" + scriptOf(condition, Plan{}) + ")\n";
            expected += evaluate(condition, snapshot).status == ConditionStatus::Met ? '1' : '0';
        }
    }
    script += "[IO.File]::WriteAllText(" + literal(results.toStdString()) + ", $results)\n";
    QFile file(folder.filePath(QStringLiteral("script.ps1")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(script));
    file.close();
    StdioSession session(file.fileName());
    ASSERT_TRUE(session.open()) << session.pool().reason().value_or(psrp::ErrorRecord{}).message;
    QFile found(results);
    ASSERT_TRUE(found.open(QIODevice::ReadOnly)) << "the script did not run to its end";
    EXPECT_EQ(found.readAll().toStdString(), expected);
    EXPECT_GT(std::ranges::count(expected, '1'), cases / 10) << "both answers occur";
    EXPECT_TRUE(session.close());
}

} // namespace drydock::tests
