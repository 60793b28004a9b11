// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/journal_record.h"
#include "model/maintenance/organisation_record.h"
#include "model/maintenance/plan_rebalance.h"
#include "model/maintenance/preflight.h"
#include "tests/support/runner_driver.h"
#include "tests/support/sample_runs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace drydock::domain;
using namespace drydock::maintenance;
using namespace drydock::tests;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

// DB01 and DB02 prefer MAIL, and were moved to MAIL2.
DagSnapshot awaySnapshot()
{
    auto snapshot = seedSnapshot();
    for (const auto* database : {"DB01", "DB02"})
        activate(snapshot, database, mail2());
    return snapshot;
}

const DatabasePlace& placeOf(const Plan& plan, const char* database)
{
    for (const auto& place : plan.places)
        if (place.database == DatabaseName(database)) return place;
    throw std::out_of_range(database);
}

std::vector<std::string> movesPlannedIn(const Plan& plan)
{
    std::vector<std::string> lines;
    for (const auto& step : plan.steps)
        for (const auto& command : step.commands)
            lines.push_back(command.toPowerShell());
    return lines;
}

constexpr const char* moveDb01 = "Move-ActiveMailboxDatabase -Identity DB01 -ActivateOnServer MAIL -Confirm:$false";
constexpr const char* moveDb02 = "Move-ActiveMailboxDatabase -Identity DB02 -ActivateOnServer MAIL -Confirm:$false";

PreflightInput rebalanceInput()
{
    PreflightInput input;
    input.runKind = RunKind::Rebalance;
    input.server = mail();
    return input;
}

OrganisationRun organisationRun(const char* id, RunKind runKind, Time begun)
{
    OrganisationRun run;
    run.id = id;
    run.runKind = runKind;
    run.server = mail();
    run.begunAt = begun;
    return run;
}

const Check& checkOf(const std::vector<Check>& checks, const std::string& id)
{
    for (const auto& check : checks)
        if (check.id == id) return check;
    throw std::out_of_range(id);
}

} // namespace

TEST(PlanRebalance, MovesOneDatabaseAfterAnotherWhicheverMemberNamesTheGroup)
{
    for (const auto& member : {mail(), mail2()}) {
        const auto plan = planRebalance(awaySnapshot(), member, "CU15");
        ASSERT_TRUE(plan);
        EXPECT_EQ(plan->group, "DAG1");
        EXPECT_THAT(movesPlannedIn(*plan),
                    ElementsAre("Move-ActiveMailboxDatabase -Identity DB01 -ActivateOnServer MAIL -MoveComment CU15 "
                                "-Confirm:$false",
                                "Move-ActiveMailboxDatabase -Identity DB02 -ActivateOnServer MAIL -MoveComment CU15 "
                                "-Confirm:$false"));
        EXPECT_EQ(plan->steps.back().kind, StepKind::VerifyAtHome);
        EXPECT_THAT(plan->steps.back().verification, SizeIs(2));
    }
}

TEST(PlanRebalance, LeavesOutADatabaseWithOneCopyAndHasNoStepsWhenAllAreAtHome)
{
    const auto plan = planRebalance(seedSnapshot(), mail());
    ASSERT_TRUE(plan);
    EXPECT_THAT(plan->places, SizeIs(2)); // without DB-test
    EXPECT_THAT(plan->steps, IsEmpty());
}

TEST(PlanRebalance, SaysWhyADatabaseStaysAndMovesTheOthers)
{
    auto snapshot = awaySnapshot();
    copyOf(snapshot, "DB01", mail()).status = copyStatus("Failed");
    auto plan = planRebalance(snapshot, mail());
    ASSERT_TRUE(plan);
    EXPECT_THAT(placeOf(*plan, "DB01").refusal.english(), HasSubstr("Failed"));
    EXPECT_THAT(movesPlannedIn(*plan), ElementsAre(moveDb02));

    const auto refusalAfter = [](const auto& change) {
        auto changed = awaySnapshot();
        change(changed);
        return placeOf(*planRebalance(changed, mail()), "DB01").refusal.english();
    };
    EXPECT_THAT(refusalAfter([](auto& s) { setPolicy(s, mail(), AutoActivationPolicy::Blocked); }), HasSubstr("MAIL"));
    EXPECT_THAT(refusalAfter([](auto& s) { putInMaintenance(s, mail(), at(0)); }), HasSubstr("maintenance"));
    EXPECT_THAT(refusalAfter([](auto& s) { copyOf(s, "DB01", mail()).copyQueueLength = 500; }), HasSubstr("500"));
    EXPECT_THAT(refusalAfter([](auto& s) { copyOf(s, "DB01", mail()).replayLag = std::chrono::hours(168); }),
                HasSubstr("lagged"));
    EXPECT_THAT(refusalAfter([](auto& s) { databaseOf(s, "DB01").backupInProgress = true; }), HasSubstr("backup"));
    EXPECT_THAT(refusalAfter([](auto& s) { databaseOf(s, "DB01").mounted = false; }), HasSubstr("not mounted"));
}

TEST(PlanRebalance, LeavesADatabaseWhoseNextMoveExchangeWouldSuppress)
{
    const auto plan = planRebalance(awaySnapshot(), mail(), {}, {{DatabaseName("DB01"), 4}, {DatabaseName("DB02"), 3}});
    ASSERT_TRUE(plan);
    EXPECT_THAT(placeOf(*plan, "DB01").refusal.english(), HasSubstr("4 times"));
    EXPECT_THAT(movesPlannedIn(*plan), ElementsAre(moveDb02));
}

TEST(PlanRebalance, TellsHowManyDatabasesEachServerHasBeforeAndAfter)
{
    auto snapshot = awaySnapshot();
    copyOf(snapshot, "DB01", mail()).status = copyStatus("Failed");
    const auto plan = planRebalance(snapshot, mail());
    ASSERT_TRUE(plan);
    EXPECT_THAT(sharesOf(plan->places), ElementsAre(ServerShare{mail(), 0, 1, 0, 2}, ServerShare{mail2(), 2, 1, 2, 0}));
}

// The two swap their places; each server may have one active database and no more.
TEST(PlanRebalance, CountsTheRoomThatALeavingDatabaseMakes)
{
    auto snapshot = SnapshotBuilder()
                        .server("MAIL")
                        .server("MAIL2")
                        .database("DB01", {"MAIL", "MAIL2"}, "MAIL2")
                        .database("DB02", {"MAIL2", "MAIL"}, "MAIL2")
                        .database("DB03", {"MAIL2", "MAIL"}, "MAIL")
                        .build();
    serverOf(snapshot, mail2()).maximumActiveDatabases = 2;
    const auto plan = planRebalance(snapshot, mail());
    ASSERT_TRUE(plan);
    EXPECT_TRUE(placeOf(*plan, "DB01").goesHome());
    EXPECT_TRUE(placeOf(*plan, "DB03").goesHome());
}

TEST(PlanRebalance, IsRefusedOutsideAGroup)
{
    auto snapshot = SnapshotBuilder().server("MAIL", "").build();
    const auto plan = planRebalance(snapshot, mail());
    ASSERT_FALSE(plan);
    EXPECT_EQ(plan.error().kind, ErrorKind::Precondition);
    EXPECT_EQ(planRebalance(snapshot, ServerName("NOWHERE")).error().kind, ErrorKind::NotFound);
}

TEST(PlanRebalance, AsAScriptMovesAndWaits)
{
    const auto script = planRebalance(awaySnapshot(), mail())->toPowerShell();
    EXPECT_THAT(script, HasSubstr("# databases of DAG1 to their preferred servers"));
    EXPECT_THAT(script, HasSubstr("$_.Database -eq 'DB01' -and $_.CaughtUp"));
    EXPECT_THAT(script, HasSubstr("(Get-MailboxDatabase -Identity 'DB01' -Status | Where-Object { -not $_.Mounted -or "
                                  "(Get-ShortName $_.MountedOnServer) -ne 'MAIL' })"));
}

TEST(ReturnHome, IsForecastByThePeriodAndNeverWhereItIsDisabled)
{
    AvailabilityGroup group;
    EXPECT_EQ(returnHomeOf(group), ReturnHome::Unknown);
    EXPECT_FALSE(homeBy(group, at(0)));
    group.preferenceMoveFrequency = std::chrono::hours(1);
    EXPECT_EQ(homeBy(group, at(5)), at(65));
    EXPECT_THAT(homeForecast(group, at(5)).english(), HasSubstr("2020-05-10T15:05:00Z"));
    // InfiniteTimeSpan, zero, and a period that MSExchangeRepl does not survive.
    for (const Duration never : {Duration(-1), Duration(0), Duration(std::chrono::hours(24 * 60))}) {
        group.preferenceMoveFrequency = never;
        EXPECT_EQ(returnHomeOf(group), ReturnHome::Never);
        EXPECT_FALSE(homeBy(group, at(5)));
    }
}

TEST(RunRebalance, MovesEachOnceAndVerifiesByReading)
{
    RunnerDriver driver(awaySnapshot());
    driver.plan(RunKind::Rebalance);
    driver.run(event::Start{});
    EXPECT_THAT(driver.sent, ElementsAre(moveDb01, moveDb02));
    EXPECT_THAT(driver.rests, ElementsAre(Outcome::Succeeded));
    EXPECT_EQ(driver.state().databasesLeft(), 0u);
    EXPECT_THAT(driver.state().moves, SizeIs(2));
    EXPECT_THAT(sharesOf(driver.state()),
                ElementsAre(ServerShare{mail(), 0, 2, 2, 2}, ServerShare{mail2(), 2, 0, 0, 0}));
    EXPECT_FALSE(driver.state().undoable());
}

TEST(RunRebalance, SkipsADatabaseThatExchangeHasBroughtHomeMeanwhile)
{
    RunnerDriver driver(awaySnapshot());
    driver.plan(RunKind::Rebalance);
    activate(driver.world, "DB01", mail());
    driver.run(event::Start{});
    EXPECT_THAT(driver.sent, ElementsAre(moveDb02));
    EXPECT_EQ(driver.statuses().front(), "skipped");
}

TEST(RunRebalance, StopsAtTheFirstMoveThatFails)
{
    RunnerDriver driver(awaySnapshot());
    driver.plan(RunKind::Rebalance);
    driver.onSend = [](const Command&) { return errorOf(ErrorKind::CommandFailed); };
    driver.run(event::Start{});
    EXPECT_THAT(driver.sent, ElementsAre(moveDb01));
    EXPECT_EQ(driver.state().phase, RunPhase::Asking);
    EXPECT_EQ(driver.statuses().front(), "failed");
}

TEST(RunRebalance, LooksAtTheCopyAgainJustBeforeItsMove)
{
    RunnerDriver driver(awaySnapshot());
    driver.plan(RunKind::Rebalance);
    copyOf(driver.world, "DB01", mail()).activationSuspended = true; // after the plan was made
    driver.run(event::Start{});
    EXPECT_THAT(driver.sent, IsEmpty());
    ASSERT_EQ(driver.state().phase, RunPhase::Asking);
    EXPECT_EQ(driver.state().steps.front().error->kind, ErrorKind::Precondition);
    copyOf(driver.world, "DB01", mail()).activationSuspended = false;
    driver.run(event::ContinueRequested{});
    EXPECT_THAT(driver.rests.back(), Outcome::Succeeded);
}

TEST(RunRebalance, CutOffAtAnyPointGoesOnAndSendsNothingTwice)
{
    for (int effects = 1; effects < 40; ++effects) {
        RunnerDriver driver(awaySnapshot());
        driver.plan(RunKind::Rebalance);
        driver.run(event::Start{}, effects);
        if (driver.journal.empty()) continue;
        driver.restart();
        if (driver.state().phase != RunPhase::Finished) driver.run(event::ContinueRequested{});
        // A command that was recorded and never left is sent on the operator's word.
        if (driver.state().phase == RunPhase::Asking) driver.run(event::SendAgainRequested{});
        EXPECT_EQ(driver.state().phase, RunPhase::Finished) << effects;
        EXPECT_THAT(driver.sent, ElementsAre(moveDb01, moveDb02)) << effects;
        EXPECT_EQ(driver.state().databasesLeft(), 0u) << effects;
    }
}

TEST(PreflightRebalance, HasItsOwnChecksAndSaysWhatStays)
{
    auto snapshot = awaySnapshot();
    const auto input = rebalanceInput();
    auto checks = preflight(snapshot, input);
    EXPECT_THAT(checkIds(RunKind::Rebalance),
                ElementsAre("cmdlets-granted", "databases-away", "organisation-record", "other-run"));
    EXPECT_THAT(checks, SizeIs(4));
    EXPECT_EQ(checkOf(checks, "databases-away").result, CheckResult::Pass);

    copyOf(snapshot, "DB01", mail()).status = copyStatus("Failed");
    checks = preflight(snapshot, input);
    EXPECT_EQ(checkOf(checks, "databases-away").result, CheckResult::Warn);
    EXPECT_THAT(checkOf(checks, "databases-away").evidence.front(), HasSubstr("DB01 MAIL2 -> MAIL"));

    checks = preflight(seedSnapshot(), input);
    EXPECT_EQ(checkOf(checks, "databases-away").result, CheckResult::Block);
    EXPECT_FALSE(checkOf(checks, "databases-away").overridable);
}

TEST(PreflightRebalance, WarnsOfAnUnfinishedRunOnAnyMember)
{
    auto listings = listingsOf({{oneStepRun("2020-05-10T13-00-00-MAIL-enter"), {}}});
    listings.front().run.phase = RunPhase::Stopped;
    auto input = rebalanceInput();
    input.server = mail2();
    input.runs = listings;
    EXPECT_EQ(checkOf(preflight(awaySnapshot(), input), "other-run").result, CheckResult::Warn);
}

TEST(RunListing, ARebalanceLeavesTheRunsOfTheServerAsTheyAre)
{
    auto enter = oneStepRun("2020-05-10T13-00-00-MAIL-enter");
    enter.number = 1;
    auto rebalance = oneStepRun("2020-05-10T14-00-00-MAIL-rebalance", RunKind::Rebalance);
    rebalance.number = 2;
    auto listings = listingsOf({{enter, {}}, {rebalance, {}}});
    for (auto& listing : listings)
        listing.run.sentSomething = true;
    sortAndMarkSuperseded(listings);
    EXPECT_EQ(listings.at(1).run.id, enter.id);
    EXPECT_EQ(listings.at(1).supersededBy, "");
}

TEST(OrganisationRecord, AFinishedRebalanceDoesNotHideAnOpenMaintenance)
{
    const auto enter = organisationRun("enter", RunKind::Enter, at(0));
    auto rebalance = organisationRun("rebalance", RunKind::Rebalance, at(60));
    rebalance.outcome = Outcome::Succeeded;
    const std::vector runs{rebalance, enter};
    ASSERT_NE(openRun(runs, mail()), nullptr);
    EXPECT_EQ(openRun(runs, mail())->id, "enter");
}
