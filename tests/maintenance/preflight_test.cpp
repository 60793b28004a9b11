// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/original_settings.h"
#include "model/maintenance/plan_enter.h"
#include "model/maintenance/preflight.h"
#include "tests/support/organisation_comments.h"
#include "tests/support/organisations.h"
#include "tests/support/paths.h"
#include "tests/support/snapshot_changes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <regex>
#include <set>

using namespace drydock::domain;
using namespace drydock::maintenance;
using namespace drydock::tests;
using testing::Contains;
using testing::HasSubstr;

namespace {

const CmdletPermissions all{{"Set-MailboxServer", {}},          {"set-servercomponentstate", {}},
                            {"Move-ActiveMailboxDatabase", {}}, {"Redirect-Message", {}},
                            {writeAdminAuditLog, {}},           {searchAdminAuditLog, {}}};

std::vector<Check> checksOf(const DagSnapshot& snapshot, RunKind runKind = RunKind::Enter,
                            const CmdletPermissions* permissions = &all)
{
    PreflightInput input;
    input.runKind = runKind;
    input.server = mail();
    input.exchangePermissions = permissions;
    return preflight(snapshot, input);
}

Check check(const std::vector<Check>& checks, const std::string& id)
{
    for (const auto& one : checks)
        if (one.id == id) return one;
    ADD_FAILURE() << "no check " << id;
    return {};
}

Check enterCheck(const DagSnapshot& snapshot, const std::string& id) { return check(checksOf(snapshot), id); }

} // namespace

TEST(Preflight, TheSeedIsBlockedByItsSingleCopyAlone)
{
    const auto checks = checksOf(seedSnapshot());
    for (const auto& one : checks)
        EXPECT_EQ(one.result, one.id == "single-copy" ? CheckResult::Block : CheckResult::Pass)
            << one.id << ": " << one.found.english();
    EXPECT_THAT(check(checks, "single-copy").evidence, Contains("DB-test has one copy, on MAIL"));
    EXPECT_EQ(overall(checks), CheckResult::Block);
    EXPECT_EQ(overall(checks, {"single-copy"}), CheckResult::Warn);
    EXPECT_EQ(overall(checks, {"queues"}), CheckResult::Block);
}

TEST(Preflight, GoodCopiesOnOtherServersAreCounted)
{
    auto snapshot = seedSnapshot();
    EXPECT_EQ(enterCheck(snapshot, "copies-elsewhere").expected.english(), "at least 1 of each") << "two members";
    copyOf(snapshot, "DB02", mail2()).status = copyStatus("FailedAndSuspended");
    const auto found = enterCheck(snapshot, "copies-elsewhere");
    EXPECT_EQ(found.result, CheckResult::Block);
    EXPECT_EQ(found.found.english(), "DB02 has nowhere to go: status is FailedAndSuspended");
    EXPECT_THAT(found.evidence, Contains("DB01 goes to MAIL2 (preference 2, copy queue 0, replay queue 0)"));
    EXPECT_THAT(found.evidence, Contains("DB02 stays; not MAIL2 (status is FailedAndSuspended)"));
}

TEST(Preflight, ACopyWhoseIndexIsCrawlingIsAWarning)
{
    auto snapshot = seedSnapshot();
    serverOf(snapshot, mail2()).version = {15, 1, 2507, 37};
    copyOf(snapshot, "DB02", mail2()).contentIndexState = "Crawling";
    const auto found = enterCheck(snapshot, "copies-elsewhere");
    EXPECT_EQ(found.result, CheckResult::Warn);
    EXPECT_EQ(found.found.english(), "DB02 goes to MAIL2, where its content index is still crawling");
}

TEST(Preflight, ADatabaseThatIsActiveElsewhereIsNamedWithItsPlace)
{
    auto snapshot = seedSnapshot();
    activate(snapshot, "DB02", mail2());
    EXPECT_THAT(enterCheck(snapshot, "copies-elsewhere").evidence, Contains(HasSubstr("DB02: active on MAIL2")));
}

TEST(Preflight, AGroupOfThreeWantsTwoOtherGoodCopies)
{
    auto snapshot = seedSnapshot();
    auto third = serverOf(snapshot, mail2());
    third.name = ServerName("MAIL3");
    third.fqdn = "MAIL3.alwayshotcafe.com";
    snapshot.servers.push_back(third);
    snapshot.read.insert({SnapshotSection::Components, third.name});
    auto& dag = snapshot.groups.front();
    dag.servers.push_back(third.name);
    dag.operationalServers.push_back(third.name);
    EXPECT_EQ(enterCheck(snapshot, "copies-elsewhere").result, CheckResult::Warn);
    dag.serversInMaintenance.push_back(third.name);
    EXPECT_EQ(enterCheck(snapshot, "copies-elsewhere").result, CheckResult::Block) << "another member is paused";
    EXPECT_EQ(enterCheck(snapshot, "other-in-maintenance").result, CheckResult::Warn);
}

TEST(Preflight, QuorumCountsTheWitness)
{
    auto snapshot = seedSnapshot();
    snapshot.groups.front().witnessInUse = witnessShareInUse("InvalidConfiguration");
    EXPECT_EQ(enterCheck(snapshot, "quorum").result, CheckResult::Block);
    EXPECT_EQ(enterCheck(snapshot, "quorum").found.english(), "2 of 3 votes, 2 needed");
    snapshot.groups.front().statusKnown = false;
    EXPECT_EQ(enterCheck(snapshot, "quorum").result, CheckResult::Warn);
}

TEST(Preflight, ARedirectTargetMustServe)
{
    auto snapshot = seedSnapshot();
    EXPECT_EQ(enterCheck(snapshot, "redirect-target").found.english(), "MAIL2.alwayshotcafe.com");
    setComponent(snapshot, mail2(), component::hubTransport, ServiceState::Draining, "Maintenance", at(1));
    EXPECT_EQ(enterCheck(snapshot, "redirect-target").result, CheckResult::Block);
    PreflightInput input;
    input.server = mail();
    input.redirectTarget = "-";
    EXPECT_EQ(check(preflight(snapshot, input), "redirect-target").result, CheckResult::Warn);
    input.redirectTarget = "mail2.alwayshotcafe.com";
    EXPECT_EQ(check(preflight(snapshot, input), "redirect-target").found.english(),
              "mail2.alwayshotcafe.com cannot take mail now");
}

TEST(Preflight, StuckQueuesAreNamed)
{
    auto snapshot = seedSnapshot();
    auto queue = snapshot.queues.front();
    queue.identity = "MAIL\\9";
    queue.status = "Retry";
    queue.lastError = "451 4.4.0";
    queue.messageCount = 6;
    snapshot.queues.push_back(queue);
    const auto found = enterCheck(snapshot, "queues");
    EXPECT_EQ(found.result, CheckResult::Warn);
    EXPECT_THAT(found.evidence, Contains("MAIL\\9 Retry 6"));
    snapshot.read.erase({SnapshotSection::Queues, mail()});
    EXPECT_EQ(enterCheck(snapshot, "queues").result, CheckResult::Warn);
}

TEST(Preflight, TheCmdletsOfThePlanMustBeGranted)
{
    const CmdletPermissions view{{"Get-Queue", {}}};
    const auto refused = check(checksOf(seedSnapshot(), RunKind::Enter, &view), "cmdlets-granted");
    EXPECT_EQ(refused.result, CheckResult::Block);
    EXPECT_FALSE(refused.overridable);
    EXPECT_THAT(refused.evidence, Contains("Redirect-Message is not granted"));
    EXPECT_EQ(overall({refused}, {"cmdlets-granted"}), CheckResult::Block);
    auto partly = all;
    partly["Set-MailboxServer"] = {"Identity", "databasecopyautoactivationpolicy"};
    EXPECT_THAT(check(checksOf(seedSnapshot(), RunKind::Enter, &partly), "cmdlets-granted").evidence,
                Contains("Set-MailboxServer -DatabaseCopyActivationDisabledAndMoveNow is not granted"));
    EXPECT_EQ(check(checksOf(seedSnapshot(), RunKind::Enter, nullptr), "cmdlets-granted").result, CheckResult::Warn);
    PreflightInput input;
    input.server = mail();
    input.exchangePermissions = &all;
    input.readOnly = true;
    EXPECT_EQ(check(preflight(seedSnapshot(), input), "cmdlets-granted").result, CheckResult::Block);
}

TEST(Preflight, AServerThatCannotBeReadBlocks)
{
    auto snapshot = seedSnapshot();
    snapshot.read.erase({SnapshotSection::Services, mail()});
    snapshot.errors.push_back(
        {SnapshotSection::Services, mail(), {ErrorKind::Unreachable, "Get-Service", "no route", 0, nullptr}});
    const auto found = enterCheck(snapshot, "server-reachable");
    EXPECT_EQ(found.result, CheckResult::Block);
    EXPECT_THAT(found.evidence, Contains(HasSubstr("unreachable")));
    snapshot = seedSnapshot();
    serviceOf(snapshot, mail(), service::replication).status = "Stopped";
    EXPECT_EQ(enterCheck(snapshot, "server-reachable").result, CheckResult::Block);
}

TEST(Preflight, ReportsAServerThatIsInMaintenanceOrBlockedAlready)
{
    auto snapshot = seedSnapshot();
    setPolicy(snapshot, mail(), AutoActivationPolicy::Blocked);
    EXPECT_EQ(enterCheck(snapshot, "policy-blocked-before").result, CheckResult::Warn);
    EXPECT_EQ(enterCheck(snapshot, "already").result, CheckResult::Warn);
    putInMaintenance(snapshot, mail(), at(0));
    EXPECT_EQ(enterCheck(snapshot, "already").result, CheckResult::Block);
    snapshot.databases.front().backupInProgress = true;
    snapshot.databases.front().mountedOn = mail();
    EXPECT_EQ(enterCheck(snapshot, "backup-or-seed").result, CheckResult::Warn);
}

TEST(Preflight, ReinstatingNeedsTheRecordedSettings)
{
    auto snapshot = seedSnapshot();
    putInMaintenance(snapshot, mail(), at(0));
    auto checks = checksOf(snapshot, RunKind::Reinstate);
    EXPECT_EQ(check(checks, "original-settings").result, CheckResult::Block);
    EXPECT_FALSE(check(checks, "original-settings").overridable) << "only a choice passes it";
    EXPECT_EQ(check(checks, "already").result, CheckResult::Pass);
    EXPECT_EQ(check(checks, "services").result, CheckResult::Pass);
    serviceOf(snapshot, mail(), service::cluster).status = "Stopped";
    EXPECT_EQ(check(checksOf(snapshot, RunKind::Reinstate), "services").result, CheckResult::Block);
    PreflightInput input;
    input.runKind = RunKind::Reinstate;
    input.server = mail();
    input.reinstate.policy = AutoActivationPolicy::IntrasiteOnly;
    EXPECT_EQ(check(preflight(snapshot, input), "original-settings").result, CheckResult::Block);
    input.reinstate.moveNow = false;
    EXPECT_EQ(check(preflight(snapshot, input), "original-settings").result, CheckResult::Warn);
    input.original =
        RecordedSettings{readOriginalSettings(seedSnapshot(), mail()), "2020-05-10T14-00-00-MAIL-enter", at(-60), true};
    EXPECT_EQ(check(preflight(snapshot, input), "original-settings").result, CheckResult::Pass);
    input.original = RecordedSettings{readOriginalSettings(snapshot, mail()), "an-earlier-run", {}, true};
    EXPECT_EQ(check(preflight(snapshot, input), "original-settings").result, CheckResult::Warn)
        << "it did not serve before";
    input.original = fail(ErrorKind::Corrupt, "journal");
    EXPECT_EQ(check(preflight(snapshot, input), "original-settings").result, CheckResult::Block);
}

TEST(Preflight, TheRecordOfAnEarlierMaintenanceIsNotRestoredUnasked)
{
    auto snapshot = seedSnapshot();
    putInMaintenance(snapshot, mail(), at(0));
    PreflightInput input;
    input.runKind = RunKind::Reinstate;
    input.server = mail();
    RecordedSettings recorded{readOriginalSettings(seedSnapshot(), mail()), "the-run", at(-90), false};
    recorded.until = at(-60); // the server was reinstated and taken down again by hand
    input.original = recorded;
    snapshot.clockSkew.clear();
    EXPECT_EQ(check(preflight(snapshot, input), "original-settings").result, CheckResult::Pass)
        << "the server's clock is not known";
    snapshot.clockSkew[mail()] = Duration::zero();
    const auto found = check(preflight(snapshot, input), "original-settings");
    EXPECT_EQ(found.result, CheckResult::Block);
    EXPECT_TRUE(found.overridable);
    EXPECT_THAT(found.found.english(), HasSubstr("after the maintenance of the record the-run was over"));

    recorded.until = at(2);
    input.original = recorded;
    EXPECT_EQ(check(preflight(snapshot, input), "original-settings").result, CheckResult::Pass) << "it is of this one";
    recorded.until = at(-60);
    input.original = recorded;
    snapshot.clockSkew[mail()] = std::chrono::minutes(70);
    EXPECT_EQ(check(preflight(snapshot, input), "original-settings").result, CheckResult::Pass)
        << "the server's clock is ahead";
    setComponent(snapshot, mail(), component::hubTransport, ServiceState::Draining, requester::maintenance, at(-70));
    snapshot.clockSkew[mail()] = Duration::zero();
    EXPECT_EQ(check(preflight(snapshot, input), "original-settings").result, CheckResult::Pass)
        << "a part of it was set again";
}

TEST(Preflight, AnotherOpenMaintenanceIsReported)
{
    PreflightInput input;
    input.server = mail();
    RunListing run;
    run.run.id = "a run";
    run.run.server = mail();
    run.run.phase = RunPhase::Stopped;
    const auto found = [&] { return check(preflight(seedSnapshot(), input), "other-run"); };
    EXPECT_EQ(found().result, CheckResult::Pass);
    input.runs = {run};
    EXPECT_EQ(found().result, CheckResult::Warn) << "unfinished";
    input.runs.front().inUse = true;
    EXPECT_EQ(found().result, CheckResult::Block);
    EXPECT_FALSE(found().overridable);
    input.runs.front().run.server = mail2();
    EXPECT_EQ(found().result, CheckResult::Block) << "another member";
    input.runs.front().inUse = false;
    EXPECT_EQ(found().result, CheckResult::Pass);
    input.runs.front().run.server = ServerName("FAR");
    input.runs.front().inUse = true;
    EXPECT_EQ(found().result, CheckResult::Pass) << "no member of the DAG";
    run.supersededBy = "a newer run";
    input.runs = {run};
    EXPECT_EQ(found().result, CheckResult::Pass) << "closed by a newer run";
}

TEST(Preflight, ChoosingNoRedirectTargetIsAWarning)
{
    auto snapshot = seedSnapshot();
    setComponent(snapshot, mail2(), component::hubTransport, ServiceState::Inactive, requester::maintenance, at(-1));
    PreflightInput input;
    input.server = mail();
    EXPECT_EQ(check(preflight(snapshot, input), "redirect-target").result, CheckResult::Block);
    input.redirectTarget = "-";
    EXPECT_EQ(check(preflight(snapshot, input), "redirect-target").result, CheckResult::Warn);
}

TEST(Preflight, ACopyWithoutQueueLengthsIsNotAGoodCopy)
{
    auto snapshot = seedSnapshot();
    copyOf(snapshot, "DB02", mail2()).active = false;
    copyOf(snapshot, "DB02", mail2()).status = copyStatus("Healthy");
    copyOf(snapshot, "DB02", mail2()).copyQueueLength.reset();
    const auto found = enterCheck(snapshot, "copies-elsewhere");
    EXPECT_EQ(found.result, CheckResult::Block);
    EXPECT_THAT(found.evidence, Contains("DB02 stays; not MAIL2 (queue lengths are not told)"));
}

TEST(Preflight, ShowsTheSettingsToRestoreAndTheRunThatRecordedThem)
{
    auto snapshot = seedSnapshot();
    putInMaintenance(snapshot, mail(), at(0));
    PreflightInput input;
    input.runKind = RunKind::Reinstate;
    input.server = mail();
    input.original = RecordedSettings{readOriginalSettings(seedSnapshot(), mail()), "the-run", at(-60), false};
    const auto found = check(preflight(snapshot, input), "original-settings");
    EXPECT_THAT(found.found.english(), HasSubstr("the-run"));
    EXPECT_THAT(found.evidence, Contains(HasSubstr(toIso(at(-60)))));
    EXPECT_THAT(found.evidence, Contains("DatabaseCopyAutoActivationPolicy Unrestricted"));
    EXPECT_THAT(found.evidence, Contains("cluster node Up"));
    EXPECT_THAT(found.evidence, Contains("no component held down"));
}

TEST(Preflight, ReportsTheSettingsThatASecondRunInherits)
{
    auto snapshot = seedSnapshot();
    const RecordedSettings recorded{readOriginalSettings(snapshot, mail()), "the-first-run", at(-60), true};
    setPolicy(snapshot, mail(), AutoActivationPolicy::Blocked);
    PreflightInput input;
    input.server = mail();
    input.original = recorded;
    const auto plan = *planEnter(snapshot, mail(), {}, recorded);
    input.plan = &plan;
    const auto checks = preflight(snapshot, input);
    EXPECT_EQ(check(checks, "original-settings").result, CheckResult::Warn);
    EXPECT_THAT(check(checks, "original-settings").found.english(), HasSubstr("the-first-run"));
    EXPECT_EQ(check(checks, "policy-blocked-before").result, CheckResult::Pass) << "it was our own doing";
}

TEST(Preflight, AStoppedTransportServiceDoesNotBlockReinstating)
{
    auto snapshot = seedSnapshot();
    putInMaintenance(snapshot, mail(), at(0));
    serviceOf(snapshot, mail(), service::transport).status = "Stopped";
    const auto checks = checksOf(snapshot, RunKind::Reinstate);
    EXPECT_EQ(check(checks, "server-reachable").result, CheckResult::Pass);
    EXPECT_EQ(check(checks, "services").result, CheckResult::Warn) << "the plan starts it";
    EXPECT_EQ(check(checksOf(snapshot, RunKind::Enter), "server-reachable").result, CheckResult::Block);
}

namespace {

// The words in backquotes.
std::set<std::string> quotedIn(const std::string& text)
{
    std::set<std::string> words;
    const std::regex quoted("`([a-z-]+)`");
    for (std::sregex_iterator at(text.begin(), text.end(), quoted), end; at != end; ++at)
        words.insert((*at)[1]);
    return words;
}

} // namespace

TEST(Preflight, TheManualNamesEveryCheckOfTheTable)
{
    std::ifstream file(sourceFolder() / "app/docs/cli.md");
    const std::string manual{std::istreambuf_iterator<char>(file), {}};
    const auto enter = manual.find("The ids are stable. For `enter`");
    const auto leave = manual.find("For `leave` they are", enter);
    ASSERT_NE(leave, std::string::npos);
    auto expected = checkIds(RunKind::Enter);
    expected.insert("enter");
    EXPECT_EQ(quotedIn(manual.substr(enter, leave - enter)), expected);
    expected = checkIds(RunKind::Reinstate);
    expected.insert("leave");
    EXPECT_EQ(quotedIn(manual.substr(leave, manual.find("\n\n", leave) - leave)), expected);
    const auto rebalance = manual.find("For `rebalance` they are", leave);
    ASSERT_NE(rebalance, std::string::npos);
    expected = checkIds(RunKind::Rebalance);
    expected.insert("rebalance");
    EXPECT_EQ(quotedIn(manual.substr(rebalance, manual.find("\n\n", rebalance) - rebalance)), expected);
}

TEST(Preflight, OnlyChecksOfTheTableAreMade)
{
    for (const auto runKind : {RunKind::Enter, RunKind::Reinstate})
        for (const auto& one : checksOf(seedSnapshot(), runKind))
            EXPECT_EQ(checkIds(runKind).count(one.id), 1u) << one.id;
}

TEST(Preflight, AServerThatServesIsNotReinstated)
{
    const auto already = check(checksOf(seedSnapshot(), RunKind::Reinstate), "already");
    EXPECT_EQ(already.result, CheckResult::Block);
    EXPECT_TRUE(already.overridable);
    auto blocked = seedSnapshot();
    setPolicy(blocked, mail(), AutoActivationPolicy::Blocked);
    EXPECT_EQ(check(checksOf(blocked, RunKind::Reinstate), "already").result, CheckResult::Block)
        << "it may be blocked on purpose";
}

TEST(Preflight, ADatabaseThatIsNotMountedBlocks)
{
    auto snapshot = seedSnapshot();
    EXPECT_EQ(enterCheck(snapshot, "dismounted-database").result, CheckResult::Pass);
    databaseOf(snapshot, "DB01").mounted = false;
    copyOf(snapshot, "DB01", mail()).status = copyStatus("Dismounted");
    const auto found = enterCheck(snapshot, "dismounted-database");
    EXPECT_EQ(found.result, CheckResult::Block);
    EXPECT_THAT(found.evidence, Contains("DB01\\MAIL Dismounted"));
}

TEST(Preflight, ADatabaseThatIsLeftDismountedDoesNotBlock)
{
    auto snapshot = seedSnapshot();
    auto& copy = copyOf(snapshot, "DB-test", mail());
    copy.status = copyStatus("Dismounted");
    databaseOf(snapshot, "DB-test").mounted = false;
    EXPECT_EQ(enterCheck(snapshot, "dismounted-database").result, CheckResult::Block);
    databaseOf(snapshot, "DB-test").mounted.reset();
    EXPECT_EQ(enterCheck(snapshot, "dismounted-database").result, CheckResult::Block) << "its copy tells";
    databaseOf(snapshot, "DB-test").mounted = false;
    copy.mountAtStartup = databaseOf(snapshot, "DB-test").mountAtStartup = false;
    EXPECT_EQ(enterCheck(snapshot, "dismounted-database").result, CheckResult::Pass);
    EXPECT_THAT(enterCheck(snapshot, "dismounted-database").evidence, Contains(HasSubstr("MountAtStartup is False")));
    EXPECT_EQ(enterCheck(snapshot, "single-copy").result, CheckResult::Pass);
}

TEST(Preflight, SetupThatRunsBlocksEnterAndReinstate)
{
    auto snapshot = seedSnapshot();
    snapshot.setupRunning.insert(mail2());
    EXPECT_EQ(enterCheck(snapshot, "setup-running").result, CheckResult::Pass) << "on another server";
    snapshot.setupRunning.insert(mail());
    for (const auto runKind : {RunKind::Enter, RunKind::Reinstate})
        EXPECT_EQ(check(checksOf(snapshot, runKind), "setup-running").result, CheckResult::Block);
}

TEST(Preflight, ClocksBeyondThoseOfKerberosAreAWarningWithTheMeasuredValue)
{
    auto snapshot = seedSnapshot();
    snapshot.clockSkew = {{mail(), std::chrono::seconds(-300)}, {mail2(), std::chrono::seconds(299)}};
    EXPECT_EQ(enterCheck(snapshot, "clock-skew").result, CheckResult::Pass);
    snapshot.clockSkew[mail2()] = std::chrono::seconds(412);
    for (const auto runKind : {RunKind::Enter, RunKind::Reinstate}) {
        const auto found = check(checksOf(snapshot, runKind), "clock-skew");
        EXPECT_EQ(found.result, CheckResult::Warn);
        EXPECT_EQ(found.found.english(), "the clock of MAIL2 is 412 s ahead of this computer's");
        EXPECT_THAT(found.evidence, testing::ElementsAre("MAIL -300 s", "MAIL2 +412 s"));
    }
    snapshot.clockSkew[mail()] = std::chrono::seconds(-3601);
    EXPECT_EQ(enterCheck(snapshot, "clock-skew").found.english(), "the clock of MAIL is 3601 s behind this computer's");
}

TEST(Preflight, ClocksOfWhichNothingIsKnownAreAWarning)
{
    auto snapshot = seedSnapshot();
    snapshot.clockSkew.clear();
    for (const auto runKind : {RunKind::Enter, RunKind::Reinstate}) {
        const auto found = check(checksOf(snapshot, runKind), "clock-skew");
        EXPECT_EQ(found.result, CheckResult::Warn);
        EXPECT_EQ(found.found.english(), "unknown: no server has told its time");
    }
}

TEST(Preflight, WhatAnUpdateLeftBehindIsNamed)
{
    auto snapshot = seedSnapshot();
    putInMaintenance(snapshot, mail(), at(0));
    EXPECT_EQ(check(checksOf(snapshot, RunKind::Reinstate), "left-by-update").result, CheckResult::Pass);
    setComponent(snapshot, mail(), component::hubTransport, ServiceState::Inactive, "Functional", at(30));
    const auto found = check(checksOf(snapshot, RunKind::Reinstate), "left-by-update");
    EXPECT_EQ(found.result, CheckResult::Warn);
    EXPECT_THAT(found.evidence, Contains("HubTransport Inactive by Functional"));
}

TEST(Preflight, ANodeThatIsDownIsAWarning)
{
    auto snapshot = seedSnapshot();
    EXPECT_EQ(enterCheck(snapshot, "cluster-node").result, CheckResult::Pass);
    nodeOf(snapshot, mail()).state = nodeState("Down");
    const auto found = enterCheck(snapshot, "cluster-node");
    EXPECT_EQ(found.result, CheckResult::Warn);
    EXPECT_EQ(found.found.english(), "Down");
}

TEST(Preflight, ARunOfSomebodyElseInTheGroupBlocksUntilItIsOverridden)
{
    for (const auto& server : {mail(), mail2()}) {
        PreflightInput input;
        input.server = mail();
        input.exchangePermissions = &all;
        input.organisation = organisationRuns(begunElsewhere(server));
        const auto found = check(preflight(seedSnapshot(), input), "other-run");
        EXPECT_EQ(found.result, CheckResult::Block);
        EXPECT_TRUE(found.overridable) << "a computer that crashed never says that it is over";
        EXPECT_EQ(found.found.english(),
                  server.text() + " is being put into maintenance by ADMIN2 from PC7 since " + toIso(at(-60)));
        RunListing own; // the same run, in a journal of this computer, which says more of it
        own.run.id = input.organisation.front().id;
        input.runs = {own};
        EXPECT_EQ(check(preflight(seedSnapshot(), input), "other-run").result, CheckResult::Pass);
    }
    PreflightInput input;
    input.server = mail();
    input.organisation = organisationRuns(begunElsewhere(ServerName("ELSEWHERE1")));
    EXPECT_EQ(check(preflight(seedSnapshot(), input), "other-run").result, CheckResult::Pass) << "another group";
}

TEST(Preflight, SaysWhereTheRecordIsOnThisComputerOnlyAndWhereOthersAreNotSeen)
{
    EXPECT_EQ(enterCheck(seedSnapshot(), "organisation-record").result, CheckResult::Pass);
    for (const char* cmdlet : {writeAdminAuditLog, searchAdminAuditLog}) {
        auto some = all;
        some.erase(cmdlet);
        const auto found = check(checksOf(seedSnapshot(), RunKind::Enter, &some), "organisation-record");
        EXPECT_EQ(found.result, CheckResult::Pass) << "the run is as safe without it";
        EXPECT_THAT(found.found.english(), HasSubstr(std::string(cmdlet) + " is not granted"));
        EXPECT_EQ(check(checksOf(seedSnapshot(), RunKind::Enter, &some), "cmdlets-granted").result, CheckResult::Pass)
            << "the run goes on without it";
    }
    auto snapshot = seedSnapshot();
    snapshot.read.erase({SnapshotSection::AdminAuditLog, {}});
    snapshot.errors.push_back({SnapshotSection::AdminAuditLog,
                               {},
                               {ErrorKind::CommandFailed, "Search-AdminAuditLog", "no mailbox", 0, nullptr}});
    const auto found = enterCheck(snapshot, "organisation-record");
    EXPECT_EQ(found.result, CheckResult::Pass) << "the run is as safe without it";
    EXPECT_THAT(found.evidence, Contains(HasSubstr("no mailbox")));
}

TEST(Preflight, AReinstateSaysThatTheSettingsComeFromTheOrganisationsRecord)
{
    PreflightInput input;
    input.runKind = RunKind::Reinstate;
    input.server = mail();
    input.original = originalSettings({}, {}, organisationRuns(begunElsewhere(mail())), mail(), "");
    const auto found = check(preflight(seedSnapshot(), input), "original-settings");
    EXPECT_THAT(found.found.english(), HasSubstr("written by ADMIN2 from PC7 at " + toIso(at(-60))));
    EXPECT_THAT(found.evidence, Contains("DatabaseCopyAutoActivationPolicy IntrasiteOnly"));
}
