// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What continuing and undoing must never do, whatever happened in between.
#include "model/maintenance/journal_replay.h"
#include "tests/support/runner_driver.h"

#include "model/domain/health_rules.h"
#include "model/domain/server_state.h"
#include "model/maintenance/report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

using namespace drydock::domain;
using namespace drydock::maintenance;
using namespace drydock::tests;
using testing::AnyOf;
using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

namespace {

auto fails(const char* cmdlet, ErrorKind kind)
{
    return
        [cmdlet, kind](const Command& c) { return c.cmdlet == cmdlet ? std::optional(errorOf(kind)) : std::nullopt; };
}

auto count(const RunnerDriver& driver, const std::string& text)
{
    return std::count_if(driver.sent.begin(), driver.sent.end(),
                         [&](const auto& line) { return line.find(text) != std::string::npos; });
}

// Runs into maintenance until the transport service was restarted, and stops there.
void stopAfterRestart(RunnerDriver& driver)
{
    driver.plan(RunKind::Enter);
    driver.onSend = [&](const Command& c) -> std::optional<Error> {
        if (c.cmdlet == "Restart-Service") std::ignore = driver.only(event::StopRequested{});
        return {};
    };
    driver.run(event::Start{});
    driver.onSend = {};
    EXPECT_EQ(driver.state().outcome, Outcome::Stopped);
}

// Blocks the activation while readings lag behind, as those of another domain controller do, until time is up.
void failByLateReadings(RunnerDriver& driver)
{
    driver.plan(RunKind::Enter);
    driver.eachStepOfTime = [](RunnerDriver& d) { setPolicy(d.world, mail(), AutoActivationPolicy::Unrestricted); };
    driver.run(event::Start{});
    EXPECT_EQ(driver.state().outcome, Outcome::Failed) << reportAsText(driver.state());
    EXPECT_EQ(driver.state().phase, RunPhase::Asking);
}

} // namespace

TEST(Undo, AReinstateRunCannotBeUndone)
{
    auto world = seedSnapshot();
    putInMaintenance(world, mail(), at(0));
    RunnerDriver driver(world);
    driver.plan(RunKind::Reinstate);
    for (const auto& step : driver.state().plan.steps)
        EXPECT_THAT(step.undo, IsEmpty()) << step.title.english();
    driver.onSend = fails("Resume-ClusterNode", ErrorKind::NotPermitted);
    driver.run(event::Start{});
    ASSERT_EQ(driver.state().phase, RunPhase::Asking);
    EXPECT_TRUE(driver.state().resumable());
    EXPECT_FALSE(driver.state().undoable());
    driver.sent.clear();
    driver.run(event::UndoRequested{0});
    EXPECT_THAT(driver.sent, IsEmpty());
    EXPECT_EQ(driver.state().phase, RunPhase::Asking);
}

TEST(Undo, AnUndoThatWasCutOffContinuesBackwardsOnly)
{
    for (int cut = 1; cut < 60; ++cut) {
        SCOPED_TRACE(cut);
        RunnerDriver driver(busySeed());
        driver.plan(RunKind::Enter);
        driver.onSend = fails("Redirect-Message", ErrorKind::NotPermitted);
        driver.run(event::Start{});
        driver.run(event::UndoRequested{0}, cut);
        if (driver.state().phase == RunPhase::Finished) break;
        driver.restart();
        EXPECT_EQ(driver.state().undoDownTo, 0u);
        driver.onSend = {};
        driver.sent.clear();
        driver.run(event::ContinueRequested{});
        if (driver.state().outcome == Outcome::Unknown) driver.run(event::SendAgainRequested{});
        EXPECT_EQ(driver.state().outcome, Outcome::Undone) << reportAsText(driver.state());
        EXPECT_THAT(driver.sent,
                    Each(Not(AnyOf(HasSubstr("Blocked"), HasSubstr("Inactive"), HasSubstr("Draining"),
                                   HasSubstr("Suspend"), HasSubstr("Move-"), HasSubstr("MoveNow:$true")))));
        EXPECT_EQ(stateOf(driver.world, mail()), ServerState::Serving);
    }
}

TEST(Undo, ContinueRetriesAnUndoThatFailed)
{
    RunnerDriver driver(busySeed());
    driver.plan(RunKind::Enter);
    driver.onSend = fails("Redirect-Message", ErrorKind::NotPermitted);
    driver.run(event::Start{});
    driver.onSend = fails("Resume-ClusterNode", ErrorKind::NotPermitted);
    driver.run(event::UndoRequested{0});
    ASSERT_EQ(driver.state().phase, RunPhase::Asking) << reportAsText(driver.state());
    driver.onSend = {};
    driver.sent.clear();
    driver.run(event::ContinueRequested{});
    EXPECT_EQ(driver.state().outcome, Outcome::Undone) << reportAsText(driver.state());
    EXPECT_THAT(driver.sent, Not(Contains(HasSubstr("Redirect-Message"))));
}

TEST(Undo, AnOutdatedReadingDoesNotCompleteIt)
{
    RunnerDriver driver(busySeed());
    failByLateReadings(driver);
    driver.sent.clear();
    driver.run(event::UndoRequested{0});
    EXPECT_EQ(driver.state().outcome, Outcome::Undone) << reportAsText(driver.state());
    EXPECT_THAT(driver.sent, Contains(HasSubstr("Unrestricted")));
}

TEST(Undo, IncludesAStepThatHasJustBegunAgain)
{
    RunnerDriver driver(busySeed());
    failByLateReadings(driver);
    driver.sent.clear();
    int looks = 0;
    driver.onReadSnapshot = [&](int) -> std::optional<Error> {
        // First what was done is read again, then the step.
        if (++looks == 2) std::ignore = driver.only(event::UndoRequested{0});
        return {};
    };
    driver.run(event::ContinueRequested{});
    EXPECT_EQ(driver.state().outcome, Outcome::Undone) << reportAsText(driver.state());
    EXPECT_THAT(driver.sent, Contains(HasSubstr("Unrestricted")));
}

TEST(Undo, ACommandOfUnknownOutcomeInAStepWithoutUndoIsNotSentLater)
{
    RunnerDriver driver(busySeed());
    driver.plan(RunKind::Enter);
    driver.onSend = fails("Redirect-Message", ErrorKind::OutcomeUnknown);
    driver.run(event::Start{});
    ASSERT_EQ(driver.state().outcome, Outcome::Unknown) << reportAsText(driver.state());
    const auto redirect = driver.state().current;
    ASSERT_THAT(driver.state().plan.steps[redirect].undo, IsEmpty());
    driver.run(event::UndoRequested{redirect});
    driver.onSend = {};
    driver.sent.clear();
    driver.run(event::ContinueRequested{});
    EXPECT_EQ(count(driver, "Redirect-Message"), 0) << reportAsText(driver.state());
}

TEST(SendingAgain, ARefusedCommandIsSentAgainOnlyAfterTwoReadings)
{
    RunnerDriver driver(busySeed());
    driver.plan(RunKind::Enter);
    driver.onSend = fails("Set-MailboxServer", ErrorKind::CommandFailed);
    driver.run(event::Start{});
    ASSERT_EQ(driver.state().phase, RunPhase::Asking) << reportAsText(driver.state());
    driver.onSend = {};
    driver.sent.clear();
    int looks = 0;
    driver.eachStepOfTime = [&](RunnerDriver& d) {
        if (++looks == 3) setPolicy(d.world, mail(), AutoActivationPolicy::Blocked); // it had its effect after all
    };
    driver.run(event::ContinueRequested{});
    EXPECT_EQ(count(driver, "DatabaseCopyAutoActivationPolicy Blocked"), 0);
    EXPECT_EQ(driver.state().steps[1].status, StepStatus::Done) << reportAsText(driver.state());
}

TEST(SendingAgain, NeedsAReadingThatShowsNoEffect)
{
    RunnerDriver driver(busySeed());
    driver.plan(RunKind::Enter);
    driver.onSend = fails("Restart-Service", ErrorKind::OutcomeUnknown);
    driver.eachStepOfTime = [](RunnerDriver& d) {
        serviceOf(d.world, mail(), service::transport).processStart.reset();
    };
    driver.run(event::Start{});
    ASSERT_EQ(driver.state().outcome, Outcome::Unknown);
    EXPECT_FALSE(driver.state().steps[3].sendable);
    driver.run(event::SendAgainRequested{});
    EXPECT_EQ(count(driver, "Restart-Service"), 1) << "when the service started cannot be told";
    EXPECT_EQ(driver.state().outcome, Outcome::Unknown) << reportAsText(driver.state());
}

TEST(SendingAgain, WaitsForASecondReading)
{
    RunnerDriver driver(busySeed());
    driver.plan(RunKind::Enter);
    driver.onSend = fails("Suspend-ClusterNode", ErrorKind::OutcomeUnknown);
    driver.run(event::Start{});
    ASSERT_EQ(driver.state().outcome, Outcome::Unknown);
    driver.onSend = {};
    int looks = 0;
    driver.eachStepOfTime = [&](RunnerDriver& d) {
        // It was under way all the time: the second look since the operator's word sees it (the first is at what was
        // done before).
        if (++looks == 3) pauseNode(d.world, mail());
    };
    driver.run(event::SendAgainRequested{});
    EXPECT_EQ(count(driver, "Suspend-ClusterNode"), 1);
    EXPECT_EQ(driver.state().outcome, Outcome::Succeeded) << reportAsText(driver.state());
}

TEST(SendingAgain, ContinueDoesNotSendAgain)
{
    RunnerDriver driver(busySeed());
    driver.plan(RunKind::Enter);
    driver.onSend = fails("Suspend-ClusterNode", ErrorKind::OutcomeUnknown);
    driver.run(event::Start{});
    driver.onSend = {};
    for (const bool anew : {false, true}) {
        if (anew) driver.restart();
        ASSERT_EQ(driver.state().outcome, Outcome::Unknown);
        EXPECT_TRUE(driver.state().steps[5].sendable) << "two readings showed that the node is up";
        driver.run(event::ContinueRequested{});
        EXPECT_EQ(count(driver, "Suspend-ClusterNode"), 1);
    }
    driver.run(event::SendAgainRequested{});
    EXPECT_EQ(count(driver, "Suspend-ClusterNode"), 2);
    EXPECT_EQ(driver.state().outcome, Outcome::Succeeded) << reportAsText(driver.state());
    EXPECT_THAT(driver.state().notes, Contains(HasSubstr("told by the operator to send again")));
}

TEST(SendingAgain, AppliesToTheCurrentStepOnly)
{
    RunnerDriver driver(busySeed());
    driver.plan(RunKind::Enter);
    driver.onSend = fails("Suspend-ClusterNode", ErrorKind::OutcomeUnknown);
    driver.run(event::Start{});
    driver.onSend = fails("Redirect-Message", ErrorKind::OutcomeUnknown);
    driver.run(event::SendAgainRequested{});
    EXPECT_EQ(count(driver, "Suspend-ClusterNode"), 2);
    EXPECT_EQ(count(driver, "Redirect-Message"), 1);
    EXPECT_EQ(driver.state().outcome, Outcome::Unknown) << reportAsText(driver.state());
}

TEST(SendingAgain, IsIgnoredWhileAStepRuns)
{
    RunnerDriver driver(busySeed());
    driver.plan(RunKind::Enter);
    driver.onSend = fails("Suspend-ClusterNode", ErrorKind::OutcomeUnknown);
    driver.eachStepOfTime = [](RunnerDriver& d) {
        if (count(d, "Suspend-ClusterNode") > 0) {
            EXPECT_THAT(d.only(event::SendAgainRequested{}), IsEmpty());
        }
    };
    driver.run(event::Start{});
    EXPECT_EQ(count(driver, "Suspend-ClusterNode"), 1);
    EXPECT_EQ(driver.state().outcome, Outcome::Unknown);
}

TEST(SendingAgain, RepeatsOneCommandAndNotTheWholeStep)
{
    for (const auto kind : {ErrorKind::OutcomeUnknown, ErrorKind::NotPermitted}) {
        RunnerDriver driver(busySeed());
        driver.plan(RunKind::Enter);
        driver.onSend = fails("Move-ActiveMailboxDatabase", kind);
        driver.run(event::Start{});
        ASSERT_EQ(driver.state().current, 6u) << reportAsText(driver.state());
        driver.onSend = {};
        if (kind == ErrorKind::NotPermitted)
            driver.run(event::ContinueRequested{}); // it certainly did not run
        else
            driver.run(event::SendAgainRequested{});
        EXPECT_EQ(driver.state().outcome, Outcome::Succeeded) << reportAsText(driver.state());
        EXPECT_EQ(count(driver, "Move-ActiveMailboxDatabase"), 2);
        EXPECT_EQ(count(driver, "MoveNow:$true"), 1);
    }
}

TEST(SendingAgain, AnEffectSeenByAReadingLetsTheStepContinue)
{
    RunnerDriver driver(busySeed());
    driver.plan(RunKind::Enter);
    driver.runsAnyway = true;
    driver.onSend = [](const Command& c) {
        const bool moveNow = c.toPowerShell().find("MoveNow:$true") != std::string::npos;
        return moveNow ? std::optional(errorOf(ErrorKind::OutcomeUnknown)) : std::nullopt;
    };
    driver.run(event::Start{});
    EXPECT_EQ(driver.state().outcome, Outcome::SucceededWithWarnings) << reportAsText(driver.state());
    EXPECT_EQ(count(driver, "MoveNow:$true"), 1);
    EXPECT_EQ(count(driver, "Move-ActiveMailboxDatabase"), 1);
}

TEST(SendingAgain, ASucceededCommandWithoutEffectNeedsARequestToo)
{
    RunnerDriver driver(busySeed());
    failByLateReadings(driver);
    EXPECT_TRUE(driver.state().steps[1].sendable);
    driver.eachStepOfTime = {};
    driver.run(event::ContinueRequested{});
    EXPECT_EQ(count(driver, "Blocked"), 1);
    driver.run(event::SendAgainRequested{});
    EXPECT_EQ(count(driver, "Blocked"), 2);
    EXPECT_EQ(driver.state().outcome, Outcome::Succeeded) << reportAsText(driver.state());
}

TEST(SendingAgain, AnUndeliveredCommandIsSentWhenTheServerIsBack)
{
    RunnerDriver driver(busySeed());
    driver.plan(RunKind::Enter);
    int refusals = 0;
    driver.onSend = [&](const Command& c) -> std::optional<Error> {
        if (c.cmdlet != "Suspend-ClusterNode" || refusals >= 3) return {};
        return ++refusals, errorOf(refusals == 2 ? ErrorKind::ConnectionLost : ErrorKind::Unreachable);
    };
    driver.run(event::Start{});
    EXPECT_EQ(refusals, 3);
    EXPECT_EQ(driver.state().outcome, Outcome::Succeeded) << reportAsText(driver.state());
    EXPECT_EQ(std::count_if(driver.journal.begin(), driver.journal.end(),
                            [](const JournalRecord& r) {
                                const auto* sending = std::get_if<record::CommandSending>(&r.body);
                                return sending && sending->step == 5;
                            }),
              4)
        << "each attempt has its record";
}

TEST(SendingAgain, AnUndeliverableCommandFailsWhenTheStepTimesOut)
{
    RunnerDriver driver(busySeed());
    driver.plan(RunKind::Enter);
    driver.onSend = fails("Suspend-ClusterNode", ErrorKind::Unreachable);
    driver.run(event::Start{});
    EXPECT_EQ(driver.state().phase, RunPhase::Asking);
    EXPECT_EQ(driver.state().outcome, Outcome::Failed);
    EXPECT_EQ(driver.state().steps[5].error->kind, ErrorKind::Unreachable);
    EXPECT_LT(driver.now - at(0), std::chrono::minutes(5));
    EXPECT_LT(count(driver, "Suspend-ClusterNode"), 12) << "ever slower";
    driver.onSend = {};
    driver.run(event::ContinueRequested{});
    EXPECT_EQ(driver.state().outcome, Outcome::Succeeded) << reportAsText(driver.state());
}

TEST(SendingAgain, ContinueWhileAStepRunsDoesNotSendAgain)
{
    RunnerDriver driver(busySeed());
    driver.plan(RunKind::Enter);
    driver.onSend = fails("Suspend-ClusterNode", ErrorKind::OutcomeUnknown);
    driver.eachStepOfTime = [](RunnerDriver& d) {
        if (count(d, "Suspend-ClusterNode") > 0) std::ignore = d.only(event::ContinueRequested{});
    };
    driver.run(event::Start{});
    EXPECT_EQ(count(driver, "Suspend-ClusterNode"), 1);
    EXPECT_EQ(driver.state().outcome, Outcome::Unknown);
}

TEST(SendingAgain, ContinueWaitsForALateEffect)
{
    RunnerDriver driver(busySeed());
    driver.plan(RunKind::Enter);
    driver.eachStepOfTime = [](RunnerDriver& d) {
        if (count(d, "Move-ActiveMailboxDatabase") > 0) activate(d.world, "DB01", mail());
    };
    driver.run(event::Start{});
    ASSERT_EQ(driver.state().outcome, Outcome::Failed) << reportAsText(driver.state());
    driver.eachStepOfTime = [](RunnerDriver& d) { activate(d.world, "DB01", mail2()); };
    for (const bool anew : {false, true}) {
        if (anew) driver.restart();
        driver.run(event::ContinueRequested{});
        EXPECT_EQ(count(driver, "Move-ActiveMailboxDatabase"), 1);
    }
    EXPECT_EQ(driver.state().outcome, Outcome::Succeeded) << reportAsText(driver.state());
}

TEST(Resume, AChangeUndoneBySomebodyElseIsSentAgainOnlyOnTheOperatorsRequest)
{
    RunnerDriver driver(busySeed());
    stopAfterRestart(driver);
    setPolicy(driver.world, mail(), AutoActivationPolicy::Unrestricted);
    driver.restart();
    const auto sent = driver.sent;
    driver.run(event::ContinueRequested{});
    EXPECT_EQ(driver.sent, sent);
    EXPECT_EQ(driver.state().phase, RunPhase::Asking);
    EXPECT_EQ(driver.state().steps[1].error->kind, ErrorKind::Changed) << reportAsText(driver.state());
    driver.restart();
    driver.run(event::SendAgainRequested{});
    EXPECT_EQ(driver.state().outcome, Outcome::Succeeded) << reportAsText(driver.state());
    EXPECT_EQ(count(driver, "Blocked"), 2);
    EXPECT_EQ(count(driver, "Draining"), 1) << "what is still so is left alone";
    EXPECT_THAT(driver.state().notes, Contains(HasSubstr("no longer so: Block activation on MAIL")));
    EXPECT_EQ(stateOf(driver.world, mail()), ServerState::InMaintenance);
}

// Nothing but another look at the step can bring such a run to its end: its last step waits for what an earlier one
// set.
TEST(Resume, AStepOfUnknownOutcomeThatWasSeenDoneIsLookedAtAgainToo)
{
    RunnerDriver driver(busySeed());
    driver.plan(RunKind::Enter);
    driver.runsAnyway = true;
    driver.onSend = [&](const Command& c) -> std::optional<Error> {
        if (c.cmdlet == "Restart-Service") std::ignore = driver.only(event::StopRequested{});
        if (c.toPowerShell().find("Blocked") != std::string::npos) return errorOf(ErrorKind::OutcomeUnknown);
        return {};
    };
    driver.run(event::Start{});
    driver.onSend = {};
    ASSERT_EQ(driver.state().steps[1].status, StepStatus::Done) << "its effect was read";
    setPolicy(driver.world, mail(), AutoActivationPolicy::Unrestricted);
    driver.restart();
    driver.run(event::ContinueRequested{});
    EXPECT_EQ(driver.state().phase, RunPhase::Asking);
    EXPECT_EQ(driver.state().steps[1].error->kind, ErrorKind::Changed) << reportAsText(driver.state());
    driver.run(event::SendAgainRequested{});
    EXPECT_TRUE(driver.state().outcome == Outcome::SucceededWithWarnings) << reportAsText(driver.state());
    EXPECT_EQ(count(driver, "Blocked"), 2);
}

TEST(Resume, UndoIncludesAStepWhoseEffectHasVanished)
{
    RunnerDriver driver(busySeed());
    driver.plan(RunKind::Enter);
    driver.onSend = fails("Redirect-Message", ErrorKind::NotPermitted);
    driver.run(event::Start{});
    activate(driver.world, "DB01", mail()); // came back by itself; MoveNow is still set
    driver.restart();
    driver.run(event::Start{}, 3); // as far as the reading and its record
    driver.run(event::UndoRequested{0});
    driver.restart();
    driver.run(event::UndoRequested{0});
    EXPECT_EQ(driver.state().outcome, Outcome::Undone) << reportAsText(driver.state());
    EXPECT_FALSE(serverOf(driver.world, mail()).activationDisabledAndMoveNow);
}

TEST(Resume, AServerOfTheSameNameInAnotherDomainIsNotTouched)
{
    RunnerDriver driver(busySeed());
    stopAfterRestart(driver);
    driver.sent.clear();
    driver.restart();
    serverOf(driver.world, mail()).fqdn = "MAIL.elsewhere.example";
    driver.run(event::Start{});
    EXPECT_THAT(driver.sent, IsEmpty());
    EXPECT_EQ(driver.state().phase, RunPhase::Stopped);
    ASSERT_TRUE(driver.state().steps[driver.state().current].error);
    EXPECT_EQ(driver.state().steps[driver.state().current].error->kind, ErrorKind::Usage);
}

TEST(Resume, StopsAgainWhenNothingCanBeRead)
{
    RunnerDriver driver(busySeed());
    stopAfterRestart(driver);
    driver.restart();
    driver.onReadSnapshot = [](int) { return std::optional(errorOf(ErrorKind::Unreachable)); };
    driver.run(event::Start{});
    EXPECT_EQ(driver.state().phase, RunPhase::Stopped);
    driver.onReadSnapshot = {};
    driver.run(event::ContinueRequested{});
    EXPECT_EQ(driver.state().outcome, Outcome::Succeeded) << reportAsText(driver.state());
}

TEST(Runner, AnAnswerThatCannotBeRecordedMakesTheOutcomeUnknown)
{
    RunnerDriver driver(busySeed());
    driver.plan(RunKind::Enter);
    driver.journalTakes = [](const JournalRecord& record) {
        return !std::holds_alternative<record::CommandReturned>(record.body);
    };
    driver.run(event::Start{});
    EXPECT_THAT(driver.rests, ElementsAre(Outcome::Unknown));
    EXPECT_EQ(driver.state().steps[1].status, StepStatus::Unknown);
    EXPECT_EQ(replay(driver.journal)->outcome, Outcome::Unknown) << "the same as the disk tells";
}

TEST(Runner, AServiceThatCannotStartDoesNotKeepOthersFromStarting)
{
    auto world = seedSnapshot();
    RunnerDriver driver(world);
    driver.plan(RunKind::Enter);
    driver.run(event::Start{});
    auto original = driver.state().plan.original;
    Service row{mail(), service::pop, "Running", "Manual", {}};
    original.services.push_back(row);
    driver.world.services.push_back(row);
    for (const char* name : {service::imap, service::pop})
        serviceOf(driver.world, mail(), name).status = "Stopped";
    driver.plan(RunKind::Reinstate, original);
    driver.onSend = [&](const Command& c) -> std::optional<Error> {
        if (c.cmdlet != "Start-Service") return {};
        const auto name = std::get<std::string>(c.parameters.front().value);
        if (name == service::imap) return errorOf(ErrorKind::CommandFailed);
        serviceOf(driver.world, mail(), service::pop).status = "Running";
        return {};
    };
    driver.run(event::Start{});
    EXPECT_TRUE(serviceOf(driver.world, mail(), service::pop).running());
    EXPECT_EQ(count(driver, "Start-Service"), 2) << "what runs is not started";
    EXPECT_EQ(driver.state().outcome, Outcome::SucceededWithWarnings) << reportAsText(driver.state());
}

TEST(Runner, AServerThatWasNotInServiceBeforeEndsWithAWarning)
{
    auto world = seedSnapshot();
    setComponent(world, mail(), component::serverWideOffline, ServiceState::Inactive, requester::maintenance, at(-100));
    RunnerDriver driver(world);
    driver.plan(RunKind::Enter);
    driver.run(event::Start{});
    driver.plan(RunKind::Reinstate, driver.state().plan.original);
    EXPECT_EQ(driver.state().plan.steps.back().title.english(), "Verify that MAIL is as it was: not in service");
    driver.run(event::Start{});
    EXPECT_EQ(driver.state().outcome, Outcome::SucceededWithWarnings) << reportAsText(driver.state());
    ASSERT_FALSE(driver.state().warnings.empty());
    EXPECT_THAT(driver.state().warnings.front().english(), HasSubstr("was not in service before the maintenance"));
}

namespace {

// The state of the run equals the replay of its journal after every step.
void expectAsOnTheDisk(const RunnerDriver& driver)
{
    const auto told = replay(driver.journal);
    ASSERT_TRUE(told);
    EXPECT_EQ(told->outcome, driver.state().outcome);
    EXPECT_EQ(told->phase, driver.state().phase);
    EXPECT_EQ(told->current, driver.state().current);
    for (std::size_t i = 0; i < told->steps.size(); ++i)
        EXPECT_STREQ(toString(told->steps[i].status), toString(driver.state().steps[i].status)) << i;
}

} // namespace

TEST(Holding, AStopTakesEffectAtOnceWhileAStepWaits)
{
    for (const int stopAt : {1, 2, 3, 4, 5}) {
        SCOPED_TRACE(stopAt);
        RunnerDriver driver(busySeed());
        driver.plan(RunKind::Enter);
        int waits = 0;
        driver.eachStepOfTime = [&](RunnerDriver& d) { // DB01 never moves
            if (count(d, "Move-ActiveMailboxDatabase") == 0) return;
            activate(d.world, "DB01", mail());
            if (++waits == stopAt) std::ignore = d.only(event::StopRequested{});
        };
        driver.run(event::Start{});
        EXPECT_EQ(driver.state().phase, RunPhase::Stopped);
        EXPECT_EQ(driver.state().outcome, Outcome::Stopped);
        EXPECT_EQ(driver.state().current, 6u);
        EXPECT_LT(driver.now - driver.sentAt.back(), std::chrono::minutes(1));
        expectAsOnTheDisk(driver);
        driver.eachStepOfTime = [](RunnerDriver& d) { activate(d.world, "DB01", mail2()); };
        driver.restart();
        driver.run(event::ContinueRequested{});
        EXPECT_EQ(driver.state().outcome, Outcome::Succeeded) << reportAsText(driver.state());
        EXPECT_EQ(count(driver, "Move-ActiveMailboxDatabase"), 1);
    }
}

TEST(Holding, StoppingAStepOfUnknownOutcomeKeepsItUnknown)
{
    RunnerDriver driver(busySeed());
    driver.plan(RunKind::Enter);
    driver.onSend = fails("Suspend-ClusterNode", ErrorKind::OutcomeUnknown);
    int waits = 0;
    driver.eachStepOfTime = [&](RunnerDriver& d) {
        if (count(d, "Suspend-ClusterNode") > 0 && ++waits == 3) std::ignore = d.only(event::StopRequested{});
    };
    driver.run(event::Start{});
    EXPECT_EQ(driver.state().outcome, Outcome::Unknown);
    EXPECT_FALSE(driver.state().steps[5].sendable) << "its effect may still come";
    expectAsOnTheDisk(driver);
}

TEST(Resume, OneStaleReadingReopensNothing)
{
    RunnerDriver driver(busySeed());
    stopAfterRestart(driver);
    driver.restart();
    driver.eachStepOfTime = [first = true](RunnerDriver& d) mutable {
        setPolicy(d.world, mail(),
                  std::exchange(first, false) ? AutoActivationPolicy::Unrestricted : AutoActivationPolicy::Blocked);
    };
    driver.run(event::ContinueRequested{});
    EXPECT_EQ(driver.state().outcome, Outcome::Succeeded) << reportAsText(driver.state());
    EXPECT_EQ(count(driver, "Blocked"), 1);
    EXPECT_THAT(driver.state().notes, Not(Contains(HasSubstr("no longer so"))));
}

TEST(Resume, TransportIsRestartedAgainAfterItsDrainIsSentAgain)
{
    RunnerDriver driver(busySeed());
    stopAfterRestart(driver);
    setComponent(driver.world, mail(), component::hubTransport, ServiceState::Active, requester::maintenance,
                 driver.now);
    driver.restart();
    driver.run(event::ContinueRequested{});
    ASSERT_EQ(driver.state().phase, RunPhase::Asking) << reportAsText(driver.state());
    driver.run(event::SendAgainRequested{});
    EXPECT_EQ(driver.state().outcome, Outcome::Succeeded) << reportAsText(driver.state());
    EXPECT_EQ(count(driver, "Draining"), 2);
    EXPECT_EQ(count(driver, "Restart-Service"), 2);
}

TEST(SendingAgain, ARequestAtAStepThatSentNothingIsNotKeptForALaterStep)
{
    RunnerDriver driver(busySeed());
    stopAfterRestart(driver); // the next step has sent nothing
    driver.onSend = [&](const Command& c) -> std::optional<Error> {
        if (c.cmdlet == "Move-ActiveMailboxDatabase") std::ignore = driver.only(event::PauseRequested{});
        return {};
    };
    driver.eachStepOfTime = [](RunnerDriver& d) { activate(d.world, "DB01", mail()); };
    driver.run(event::SendAgainRequested{});
    ASSERT_EQ(driver.state().phase, RunPhase::Paused) << reportAsText(driver.state());
    driver.run(event::ContinueRequested{});
    EXPECT_EQ(count(driver, "Move-ActiveMailboxDatabase"), 1) << reportAsText(driver.state());
}

TEST(SendingAgain, AMoveThatIsUnderWayIsNotRepeated)
{
    RunnerDriver driver(busySeed());
    driver.plan(RunKind::Enter);
    driver.onSend = fails("Move-ActiveMailboxDatabase", ErrorKind::OutcomeUnknown);
    driver.run(event::Start{});
    ASSERT_EQ(driver.state().outcome, Outcome::Unknown) << reportAsText(driver.state());
    driver.onSend = {};
    driver.eachStepOfTime = [readings = 0](RunnerDriver& d) mutable {
        ++readings;
        for (const auto* database : {"DB01", "DB02"})
            if (readings > 60)
                activate(d.world, database, mail2());
            else
                copyOf(d.world, database, mail()).status = copyStatus("Dismounting");
    };
    driver.run(event::SendAgainRequested{});
    EXPECT_EQ(count(driver, "Move-ActiveMailboxDatabase"), 1) << reportAsText(driver.state());
}

TEST(Waits, AreNotHeldUpByAClockThatIsSetBack)
{
    RunnerDriver driver(busySeed());
    driver.plan(RunKind::Enter);
    driver.eachStepOfTime = [](RunnerDriver& d) { d.wallSkew -= std::chrono::minutes(10); };
    driver.run(event::Start{});
    EXPECT_EQ(driver.state().outcome, Outcome::Succeeded) << reportAsText(driver.state());
    EXPECT_LT(driver.now - at(0), std::chrono::minutes(5));
}

TEST(Holding, AStopBeforeTheFirstRecordLeavesTheStepToDo)
{
    RunnerDriver driver(busySeed());
    driver.plan(RunKind::Enter);
    driver.onReadSnapshot = [&](int) {
        std::ignore = driver.only(event::StopRequested{});
        return std::optional(errorOf(ErrorKind::Unreachable));
    };
    driver.run(event::Start{});
    EXPECT_EQ(driver.state().outcome, Outcome::Stopped);
    EXPECT_EQ(driver.state().steps[0].status, StepStatus::ToDo);
    expectAsOnTheDisk(driver);
}

TEST(Holding, APausedStepStartsItsTimeOutAnew)
{
    RunnerDriver driver(busySeed());
    driver.plan(RunKind::Enter);
    int waits = 0;
    driver.eachStepOfTime = [&](RunnerDriver& d) {
        if (count(d, "Move-ActiveMailboxDatabase") == 0) return;
        activate(d.world, "DB01", mail());
        if (++waits == 2) std::ignore = d.only(event::PauseRequested{});
    };
    driver.run(event::Start{});
    ASSERT_EQ(driver.state().phase, RunPhase::Paused);
    EXPECT_EQ(driver.state().current, 6u);
    driver.now += std::chrono::hours(2);
    driver.eachStepOfTime = {};
    int looks = 0;
    driver.eachStepOfTime = [&](RunnerDriver& d) {
        if (++looks == 3) activate(d.world, "DB01", mail2());
    };
    driver.run(event::ContinueRequested{});
    EXPECT_EQ(driver.state().outcome, Outcome::Succeeded) << reportAsText(driver.state());
    EXPECT_EQ(count(driver, "Move-ActiveMailboxDatabase"), 1);
}

TEST(Undo, BackToAStepIsTheSameInRunAndJournal)
{
    RunnerDriver driver(busySeed());
    driver.plan(RunKind::Enter);
    driver.onSend = fails("Redirect-Message", ErrorKind::NotPermitted);
    driver.run(event::Start{});
    driver.run(event::UndoRequested{5});
    EXPECT_EQ(driver.state().outcome, Outcome::Undone);
    expectAsOnTheDisk(driver);
    driver.restart();
    driver.onSend = [&](const Command&) {
        std::ignore = driver.only(event::StopRequested{});
        return std::optional<Error>();
    };
    driver.run(event::ContinueRequested{});
    EXPECT_EQ(driver.state().outcome, Outcome::Stopped) << "it went forward since";
    expectAsOnTheDisk(driver);
}

TEST(Undo, OfTransportIsProvenByTheRestart)
{
    RunnerDriver driver(busySeed());
    stopAfterRestart(driver);
    // Somebody set the component back; the service has not noticed.
    setComponent(driver.world, mail(), component::hubTransport, ServiceState::Active, requester::maintenance,
                 driver.now + std::chrono::seconds(5));
    driver.now += std::chrono::seconds(10);
    driver.sent.clear();
    driver.run(event::UndoRequested{0});
    EXPECT_EQ(driver.state().outcome, Outcome::Undone) << reportAsText(driver.state());
    EXPECT_EQ(count(driver, "Restart-Service"), 1);
    EXPECT_EQ(count(driver, "HubTransport"), 0) << "that is so already";
}

TEST(Undo, OfTransportWarnsWhenTheServiceStartCannotBeRead)
{
    RunnerDriver driver(busySeed());
    stopAfterRestart(driver);
    driver.eachStepOfTime = [](RunnerDriver& d) {
        serviceOf(d.world, mail(), service::transport).processStart.reset();
    };
    driver.run(event::UndoRequested{0});
    EXPECT_EQ(driver.state().outcome, Outcome::Undone) << reportAsText(driver.state());
    EXPECT_EQ(count(driver, "Restart-Service"), 2);
    ASSERT_EQ(driver.state().warnings.size(), 1u);
    EXPECT_THAT(driver.state().warnings.front().english(), HasSubstr("when MSExchangeTransport started"));
}

TEST(Runner, EmptyQueuesJustAfterATransportStartProveNothing)
{
    RunnerDriver driver(busySeed());
    driver.plan(RunKind::Enter);
    // The queues are loaded 20 s after the start of transport; until then there are none.
    int readings = 0;
    driver.eachStepOfTime = [&](RunnerDriver& d) {
        const auto start = serviceOf(d.world, mail(), service::transport).processStart;
        const bool loading = start && d.now - *start < std::chrono::seconds(20);
        if (loading) d.world.queues.front().messageCount = 0;
        if (start && !loading && count(d, "Redirect-Message") == 0) d.world.queues.front().messageCount = 12;
        readings += d.state().current == 7 ? 1 : 0;
    };
    driver.run(event::Start{});
    EXPECT_EQ(driver.state().outcome, Outcome::Succeeded) << reportAsText(driver.state());
    EXPECT_EQ(count(driver, "Redirect-Message"), 1);
    EXPECT_EQ(driver.world.queues.front().messageCount, 0);
}

namespace {

// Messages in a queue that waits to try again, which no redirect moves.
void holdMessages(DagSnapshot& world)
{
    Queue queue;
    queue.identity = "MAIL\\99";
    queue.server = mail();
    queue.deliveryType = "DnsConnectorDelivery";
    queue.status = "Retry";
    queue.messageCount = 3;
    queue.lastError = "451 4.4.0 DNS query failed";
    world.queues.push_back(queue);
}

std::size_t indexOf(const RunnerDriver& driver, StepKind kind)
{
    const auto& steps = driver.state().plan.steps;
    return std::size_t(std::find_if(steps.begin(), steps.end(), [kind](const Step& s) { return s.kind == kind; }) -
                       steps.begin());
}

// Runs until the messages that stay are asked about.
bool runToQueues(RunnerDriver& driver)
{
    driver.plan(RunKind::Enter);
    driver.run(event::Start{});
    const auto& state = driver.state();
    EXPECT_EQ(state.phase, RunPhase::Asking) << reportAsText(state);
    EXPECT_EQ(state.current, indexOf(driver, StepKind::RedirectMessages));
    return state.current < state.steps.size() && state.steps[state.current].mayGoOnWithout;
}

} // namespace

TEST(GoingOnWithout, MessagesThatStayAreAskedAboutSoonAndThenLeft)
{
    RunnerDriver driver(busySeed());
    holdMessages(driver.world);
    ASSERT_TRUE(runToQueues(driver));
    const auto& step = driver.state().steps[driver.state().current];
    EXPECT_THAT(step.error->summary(), HasSubstr("451 4.4.0"));
    EXPECT_LT(driver.now - driver.sentAt.back(), std::chrono::minutes(5)) << "no wait brings them away";
    driver.run(event::GoOnWithoutRequested{});
    EXPECT_EQ(driver.state().outcome, Outcome::SucceededWithWarnings) << reportAsText(driver.state());
    EXPECT_EQ(count(driver, "Redirect-Message"), 1);
    expectAsOnTheDisk(driver);
}

TEST(GoingOnWithout, HoldsAfterTheRunIsResumed)
{
    RunnerDriver driver(busySeed());
    holdMessages(driver.world);
    ASSERT_TRUE(runToQueues(driver));
    driver.run(event::GoOnWithoutRequested{}, 1); // the record is on the disk, and the process ends
    driver.restart();
    driver.run(event::ContinueRequested{});
    EXPECT_EQ(driver.state().outcome, Outcome::SucceededWithWarnings) << reportAsText(driver.state());
    EXPECT_EQ(count(driver, "Redirect-Message"), 1);
    EXPECT_THAT(driver.state().notes, Not(Contains(HasSubstr("no longer so"))));
}

TEST(GoingOnWithout, IsNotLostWhileAReadingIsOutstanding)
{
    RunnerDriver driver(busySeed());
    holdMessages(driver.world);
    driver.plan(RunKind::Enter);
    bool asked = false;
    driver.eachStepOfTime = [&asked](RunnerDriver& d) {
        const auto& state = d.state();
        if (asked || state.current >= state.steps.size() || !state.steps[state.current].mayGoOnWithout) return;
        asked = true;
        EXPECT_TRUE(d.only(event::GoOnWithoutRequested{}).empty()) << "the reading comes first";
    };
    driver.run(event::Start{});
    EXPECT_TRUE(asked);
    EXPECT_EQ(driver.state().outcome, Outcome::SucceededWithWarnings) << reportAsText(driver.state());
    expectAsOnTheDisk(driver);
}

TEST(GoingOnWithout, IsRefusedWhereMoreIsMissing)
{
    RunnerDriver driver(busySeed());
    driver.plan(RunKind::Enter);
    driver.onSend = fails("Suspend-ClusterNode", ErrorKind::CommandFailed);
    driver.run(event::Start{});
    ASSERT_EQ(driver.state().phase, RunPhase::Asking) << reportAsText(driver.state());
    EXPECT_TRUE(driver.only(event::GoOnWithoutRequested{}).empty());
    EXPECT_EQ(driver.state().phase, RunPhase::Asking);
}

TEST(GoingOnWithout, EndsWithAnUndoOfTheStep)
{
    RunnerDriver driver(busySeed());
    holdMessages(driver.world);
    ASSERT_TRUE(runToQueues(driver));
    driver.run(event::GoOnWithoutRequested{}, 1);
    driver.restart();
    ASSERT_FALSE(driver.state().goneOnWithout.empty());
    driver.run(event::UndoRequested{indexOf(driver, StepKind::MoveDatabases)});
    EXPECT_TRUE(driver.state().goneOnWithout.empty());
    driver.run(event::ContinueRequested{});
    EXPECT_EQ(driver.state().phase, RunPhase::Asking) << reportAsText(driver.state());
    EXPECT_EQ(driver.state().current, indexOf(driver, StepKind::RedirectMessages));
}

TEST(Runner, ARestartIsNotAwaitedForeverWhereTheServersClockIsBehind)
{
    RunnerDriver driver(busySeed());
    driver.plan(RunKind::Enter);
    driver.eachStepOfTime = [](RunnerDriver& d) {
        auto& transport = serviceOf(d.world, mail(), service::transport);
        const auto restarted = std::find(d.sent.begin(), d.sent.end(), "Restart-Service -Name MSExchangeTransport");
        if (restarted == d.sent.end()) return;
        transport.processStart = d.sentAt[std::size_t(restarted - d.sent.begin())] - std::chrono::seconds(90);
    };
    driver.run(event::Start{});
    EXPECT_EQ(driver.state().outcome, Outcome::SucceededWithWarnings) << reportAsText(driver.state());
    EXPECT_EQ(count(driver, "Restart-Service"), 1);
    const auto& restart = driver.state().steps[3];
    EXPECT_LT(*restart.finishedAt - *restart.startedAt, std::chrono::minutes(2));
    driver.restart();
    driver.run(event::ContinueRequested{});
    EXPECT_EQ(count(driver, "Restart-Service"), 1);
}
