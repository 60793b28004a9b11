// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Checks of what surrounds a maintenance. In the seed all of them pass (preflight_test.cpp).
#include "model/maintenance/preflight.h"
#include "tests/support/organisations.h"
#include "tests/support/snapshot_changes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace drydock::domain;
using namespace drydock::maintenance;
using namespace drydock::tests;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

Check checkOf(const DagSnapshot& snapshot, const std::string& id, RunKind runKind = RunKind::Enter)
{
    PreflightInput input;
    input.runKind = runKind;
    input.server = mail();
    for (const auto& one : preflight(snapshot, input))
        if (one.id == id) return one;
    ADD_FAILURE() << "no check " << id;
    return {};
}

void fail(DagSnapshot& snapshot, SnapshotSection section, const ServerName& server, const char* what)
{
    snapshot.read.erase({section, server});
    snapshot.errors.push_back({section, server, {ErrorKind::UnknownCommand, what, "it is not granted", 0, nullptr}});
}

PendingReboot& rebootOf(DagSnapshot& snapshot, const ServerName& server)
{
    return *std::ranges::find(snapshot.pendingReboots, server, &PendingReboot::server);
}

Healthchecks& healthchecksOf(DagSnapshot& snapshot, const ServerName& server)
{
    return *std::ranges::find(snapshot.healthchecks, server, &Healthchecks::server);
}

AuditedMove moveOf(const char* database, int minute)
{
    AuditedMove move;
    move.at = at(minute);
    move.database = DatabaseName(database);
    return move;
}

} // namespace

TEST(PreflightSurroundings, APendingRestartOfAnyMemberIsAWarningBeforeAndAfter)
{
    for (const auto runKind : {RunKind::Enter, RunKind::Reinstate}) {
        auto snapshot = seedSnapshot();
        EXPECT_EQ(checkOf(snapshot, "pending-reboot", runKind).result, CheckResult::Pass);
        rebootOf(snapshot, mail2()).servicing = true;
        rebootOf(snapshot, mail2()).windowsUpdate = true;
        rebootOf(snapshot, mail2()).fileRenames = 2;
        rebootOf(snapshot, mail2()).firstFile = R"(C:\Temp\a.dll)";
        const auto found = checkOf(snapshot, "pending-reboot", runKind);
        EXPECT_EQ(found.result, CheckResult::Warn);
        EXPECT_EQ(found.found.english(), "a restart is pending: MAIL2");
        EXPECT_THAT(found.evidence,
                    ElementsAre("MAIL: none", "MAIL2: Component Based Servicing, Windows Update, "
                                              "PendingFileRenameOperations of 2 files, first C:\\Temp\\a.dll"));
    }
}

TEST(PreflightSurroundings, ARestartThatCouldNotBeAskedForIsAWarning)
{
    auto snapshot = seedSnapshot();
    fail(snapshot, SnapshotSection::PendingReboots, mail2(), "Test-Path on MAIL2");
    const auto found = checkOf(snapshot, "pending-reboot");
    EXPECT_EQ(found.result, CheckResult::Warn);
    EXPECT_EQ(found.found.english(), "could not be read: MAIL2");
    EXPECT_THAT(found.evidence, Contains(HasSubstr("Test-Path on MAIL2")));
    snapshot.errors.clear();
    EXPECT_THAT(checkOf(snapshot, "pending-reboot").evidence, Contains("MAIL2: pending-reboots were not asked for"));
}

TEST(PreflightSurroundings, MailboxMovesOfOtherServersAreNoneOfItsBusiness)
{
    auto snapshot = seedSnapshot();
    snapshot.databases.push_back(snapshot.databases.front());
    snapshot.databases.back().name = DatabaseName("DB09");
    snapshot.databases.back().servers = {mail2()};
    snapshot.moveRequests = {{"Anna Berg", DatabaseName("DB09"), DatabaseName("DB09"), "InProgress"}};
    EXPECT_EQ(checkOf(snapshot, "mailbox-moves").result, CheckResult::Pass);
    snapshot.moveRequests.push_back({"Ben Carl", DatabaseName(), DatabaseName("DB01"), "Queued"});
    const auto found = checkOf(snapshot, "mailbox-moves");
    EXPECT_EQ(found.result, CheckResult::Warn);
    EXPECT_EQ(found.found.english(), "queued or under way: 1");
    EXPECT_THAT(found.evidence, ElementsAre("Ben Carl: elsewhere to DB01, Queued"));
}

TEST(PreflightSurroundings, ThousandsOfMailboxMovesAreCountedAndAHundredNamed)
{
    auto snapshot = seedSnapshot();
    for (int number = 0; number < 3000; ++number)
        snapshot.moveRequests.push_back({"Anna", DatabaseName("DB01"), DatabaseName("DB02"), "Queued"});
    const auto found = checkOf(snapshot, "mailbox-moves");
    EXPECT_EQ(found.found.english(), "queued or under way: 3000");
    ASSERT_EQ(found.evidence.size(), 101U);
    EXPECT_EQ(found.evidence.back(), "and 2900 more");
}

TEST(PreflightSurroundings, MailboxMovesThatMayNotBeListedAreAWarning)
{
    auto snapshot = seedSnapshot();
    fail(snapshot, SnapshotSection::MoveRequests, {}, "Get-MoveRequest");
    const auto found = checkOf(snapshot, "mailbox-moves");
    EXPECT_EQ(found.result, CheckResult::Warn);
    EXPECT_EQ(found.found.english(), "could not be read: mailbox moves");
    EXPECT_THAT(found.evidence, ElementsAre(HasSubstr("Get-MoveRequest")));
}

TEST(PreflightSurroundings, TheActiveDatabasesAfterTheMoveAreComparedWithTheLimits)
{
    auto snapshot = seedSnapshot();
    auto& other = serverOf(snapshot, mail2());
    other.maximumActiveDatabases = 5;
    other.maximumPreferredActiveDatabases = 2;
    const auto fits = checkOf(snapshot, "capacity");
    EXPECT_EQ(fits.result, CheckResult::Pass);
    EXPECT_THAT(fits.evidence, Contains("MAIL2: 0 active now, 2 after the move, maximum 5, preferred 2"));
    other.maximumPreferredActiveDatabases = 1;
    EXPECT_EQ(checkOf(snapshot, "capacity").found.english(),
              "MAIL2 has 2 active databases after the move, more than its preferred maximum of 1");
    other.maximumActiveDatabases = 2;
    const auto full = checkOf(snapshot, "capacity");
    EXPECT_EQ(full.result, CheckResult::Warn);
    EXPECT_EQ(full.found.english(), "MAIL2 takes no further database after the move: its maximum is 2");
}

TEST(PreflightSurroundings, ADiskThatIsNearlyFullOrNotToldIsAWarning)
{
    auto snapshot = seedSnapshot();
    copyOf(snapshot, "DB01", mail2()).diskFreeSpacePercent = 9;
    const auto found = checkOf(snapshot, "capacity");
    EXPECT_EQ(found.result, CheckResult::Warn);
    EXPECT_EQ(found.found.english(), "DB01\\MAIL2: only 9 % of the disk are free");
    copyOf(snapshot, "DB01", mail2()).diskFreeSpacePercent = 10;
    EXPECT_EQ(checkOf(snapshot, "capacity").result, CheckResult::Pass);
    copyOf(snapshot, "DB01", mail2()).diskFreeSpacePercent.reset();
    EXPECT_EQ(checkOf(snapshot, "capacity").result, CheckResult::Warn);
}

TEST(PreflightSurroundings, ClientConnectionsAreCountedAndNoWarning)
{
    auto snapshot = seedSnapshot();
    const auto found = checkOf(snapshot, "client-connections");
    EXPECT_EQ(found.result, CheckResult::Pass);
    EXPECT_EQ(found.found.english(), "40 to port 443, from 12 addresses");
    fail(snapshot, SnapshotSection::ClientConnections, mail(), "Get-NetTCPConnection on MAIL");
    EXPECT_EQ(checkOf(snapshot, "client-connections").result, CheckResult::Warn);
}

TEST(PreflightSurroundings, EveryProtocolOfTheOtherMembersMustAnswer)
{
    auto snapshot = seedSnapshot();
    healthchecksOf(snapshot, mail2()).certificateNames = "mail.contoso.com";
    const auto good = checkOf(snapshot, "load-balancer");
    EXPECT_EQ(good.result, CheckResult::Pass) << "the certificate of the namespace is the usual one";
    EXPECT_THAT(good.evidence, Contains(HasSubstr("its certificate is for mail.contoso.com")));
    for (auto& answer : healthchecksOf(snapshot, mail()).answers)
        answer.status = 503;
    EXPECT_EQ(checkOf(snapshot, "load-balancer").result, CheckResult::Pass) << "clients have left it already";
    healthchecksOf(snapshot, mail2()).answers[1].status = 503;
    healthchecksOf(snapshot, mail2()).answers[2].status = 0;
    const auto found = checkOf(snapshot, "load-balancer");
    EXPECT_EQ(found.result, CheckResult::Warn);
    EXPECT_EQ(found.found.english(), "MAIL2: 2 of 8 protocols do not answer");
    EXPECT_THAT(found.evidence, Contains(HasSubstr("MAIL2: owa 200, ews 503, mapi no answer")));
}

TEST(PreflightSurroundings, AServerThatWasNotAskedAsTheLoadBalancerDoesIsAWarning)
{
    auto snapshot = seedSnapshot();
    snapshot.read.erase({SnapshotSection::Healthchecks, mail2()});
    EXPECT_EQ(checkOf(snapshot, "load-balancer").result, CheckResult::Warn);
}

TEST(PreflightSurroundings, ADatabaseThatWasMovedOftenMayNotMoveOnceMore)
{
    auto snapshot = seedSnapshot();
    snapshot.databaseMoves = {moveOf("DB01", -70), moveOf("DB01", -50), moveOf("DB01", -30)};
    EXPECT_EQ(checkOf(snapshot, "move-suppression").result, CheckResult::Pass) << "the first is more than an hour old";
    snapshot.databaseMoves.push_back(moveOf("DB01", -10));
    const auto last = checkOf(snapshot, "move-suppression");
    EXPECT_EQ(last.result, CheckResult::Warn);
    EXPECT_EQ(last.found.english(), "DB01 was moved 3 times: it can move away, and not back within the hour");
    auto all = moveOf("", -5);
    all.server = mail2();
    snapshot.databaseMoves.push_back(all);
    EXPECT_EQ(checkOf(snapshot, "move-suppression").found.english(),
              "DB01 was moved 4 times: its move is refused until 2020-05-10T14:10:00Z");
    fail(snapshot, SnapshotSection::DatabaseMoves, {}, "Search-AdminAuditLog");
    EXPECT_EQ(checkOf(snapshot, "move-suppression").result, CheckResult::Warn);
}

TEST(PreflightSurroundings, AStateThatTheDirectoryDoesNotHaveYetIsAWarning)
{
    auto snapshot = seedSnapshot();
    setComponent(snapshot, mail2(), component::hubTransport, ServiceState::Inactive, "Maintenance", at(-5));
    EXPECT_EQ(checkOf(snapshot, "directory-replication").result, CheckResult::Pass) << "both stores have it";
    componentOf(snapshot, mail2(), component::hubTransport).activeDirectory->clear();
    const auto found = checkOf(snapshot, "directory-replication");
    EXPECT_EQ(found.result, CheckResult::Warn);
    EXPECT_EQ(found.found.english(), "MAIL2 HubTransport by Maintenance: registry Inactive, directory Active");
    componentOf(snapshot, mail2(), component::hubTransport).registry->front().requester = "HealthApi";
    EXPECT_EQ(checkOf(snapshot, "directory-replication").result, CheckResult::Pass)
        << "managed availability writes the registry alone";
    snapshot.domainControllerLost = true;
    EXPECT_EQ(checkOf(snapshot, "directory-replication").result, CheckResult::Warn);
}

TEST(PreflightSurroundings, EachEndpointIsARow)
{
    auto snapshot = seedSnapshot();
    EXPECT_THAT(checkOf(snapshot, "connectivity").evidence,
                ElementsAre("Exchange: MAIL2.alwayshotcafe.com answers", "node MAIL: answers", "node MAIL2: answers"));
    fail(snapshot, SnapshotSection::Services, mail2(), "Get-Service on MAIL2");
    const auto found = checkOf(snapshot, "connectivity");
    EXPECT_EQ(found.result, CheckResult::Warn);
    EXPECT_EQ(found.found.english(), "the node endpoint of MAIL2 does not answer");
    EXPECT_THAT(found.evidence, Contains(HasSubstr("node MAIL2: Get-Service on MAIL2")));
}

TEST(PreflightSurroundings, ASessionOnTheServerItselfIsAWarning)
{
    auto snapshot = seedSnapshot();
    snapshot.source = "mail.alwayshotcafe.com";
    const auto found = checkOf(snapshot, "connectivity");
    EXPECT_EQ(found.result, CheckResult::Warn);
    EXPECT_EQ(found.found.english(), "the session is on MAIL itself, and ends when its components go offline");
}
