// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

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
using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;

TEST(Runner, WalksIntoMaintenanceAndVerifiesIt)
{
    RunnerDriver driver(busySeed());
    driver.plan(RunKind::Enter);
    driver.run(event::Start{});
    EXPECT_EQ(driver.state().outcome, Outcome::Succeeded) << reportAsText(driver.state());
    EXPECT_EQ(driver.state().phase, RunPhase::Finished);
    EXPECT_THAT(driver.statuses(), Each("done"));
    EXPECT_EQ(stateOf(driver.world, mail()), ServerState::InMaintenance);
    EXPECT_THAT(driver.rests, ElementsAre(Outcome::Succeeded));
    EXPECT_EQ(driver.sent.size(), 9u);
    EXPECT_EQ(driver.state().databasesLeft(), 0u);
    EXPECT_EQ(driver.state().moves.size(), 2u) << "DB-test cannot move";
    EXPECT_EQ(driver.state().queued, 0);
}

TEST(Runner, EnterThenLeaveRestoresTheSettings)
{
    auto before = busySeed();
    setPolicy(before, mail(), AutoActivationPolicy::IntrasiteOnly);
    RunnerDriver driver(before);
    driver.plan(RunKind::Enter);
    driver.run(event::Start{});
    const auto original = driver.state().plan.original;
    driver.now += std::chrono::hours(1);
    driver.plan(RunKind::Reinstate, original);
    driver.run(event::Start{});
    EXPECT_EQ(driver.state().outcome, Outcome::Succeeded) << reportAsText(driver.state());
    EXPECT_EQ(stateOf(driver.world, mail()), ServerState::Serving);
    EXPECT_EQ(serverOf(driver.world, mail()).autoActivationPolicy, AutoActivationPolicy::IntrasiteOnly);
    EXPECT_FALSE(serverOf(driver.world, mail()).activationDisabledAndMoveNow);
}

TEST(Runner, ACommandIsSentOnlyAfterItsRecordIsOnTheDisk)
{
    RunnerDriver driver(busySeed());
    driver.plan(RunKind::Enter);
    std::size_t recorded = 0;
    driver.journalTakes = [&](const JournalRecord& record) {
        if (std::holds_alternative<record::CommandSending>(record.body)) {
            EXPECT_EQ(driver.sent.size(), recorded) << "sent before it was recorded";
            ++recorded;
        }
        return true;
    };
    driver.run(event::Start{});
    EXPECT_EQ(driver.sent.size(), recorded);
}

TEST(Runner, AStepWhoseEndStateIsThereAlreadyIsSkipped)
{
    auto world = busySeed();
    setPolicy(world, mail(), AutoActivationPolicy::Blocked);
    pauseNode(world, mail());
    RunnerDriver driver(world);
    driver.plan(RunKind::Enter);
    driver.run(event::Start{});
    EXPECT_EQ(driver.state().outcome, Outcome::Succeeded);
    EXPECT_EQ(driver.statuses()[1], "skipped");
    EXPECT_THAT(driver.sent, testing::Not(Contains(HasSubstr("Suspend-ClusterNode"))));
}

TEST(Runner, NothingIsSentWhenTheJournalFails)
{
    RunnerDriver driver(busySeed());
    driver.plan(RunKind::Enter);
    driver.journalTakes = [](const JournalRecord& record) {
        return !std::holds_alternative<record::CommandSending>(record.body);
    };
    driver.run(event::Start{});
    EXPECT_TRUE(driver.sent.empty());
    EXPECT_THAT(driver.rests, ElementsAre(Outcome::Failed));
    EXPECT_EQ(driver.state().steps[1].error->kind, ErrorKind::Storage);
    EXPECT_TRUE(driver.state().resumable());
    driver.run(event::ContinueRequested{});
    EXPECT_TRUE(driver.sent.empty()) << "this runner is dead; another one continues from the disk";
}

TEST(Runner, ARefusedCommandFailsTheStepAndAsks)
{
    RunnerDriver driver(busySeed());
    driver.plan(RunKind::Enter);
    driver.onSend = [](const Command& c) -> std::optional<Error> {
        if (c.cmdlet == "Suspend-ClusterNode") return errorOf(ErrorKind::NotPermitted);
        return {};
    };
    driver.run(event::Start{});
    EXPECT_THAT(driver.rests, ElementsAre(Outcome::Failed));
    EXPECT_EQ(driver.state().phase, RunPhase::Asking);
    EXPECT_EQ(driver.state().steps[5].status, StepStatus::Failed);
    EXPECT_EQ(driver.state().steps[5].error->kind, ErrorKind::NotPermitted);
    EXPECT_LT(driver.now - driver.sentAt.back(), std::chrono::seconds(30)) << "nothing to wait for";
    driver.onSend = {};
    driver.run(event::ContinueRequested{});
    EXPECT_EQ(driver.state().outcome, Outcome::Succeeded) << reportAsText(driver.state());
    EXPECT_EQ(std::count(driver.sent.begin(), driver.sent.end(), "Suspend-ClusterNode -Name MAIL"), 2);
}

TEST(Runner, AReadingThatShowsTheEffectOverrulesTheCommandsError)
{
    RunnerDriver driver(busySeed());
    driver.plan(RunKind::Enter);
    driver.runsAnyway = true;
    driver.onSend = [](const Command& c) -> std::optional<Error> {
        if (c.cmdlet == "Suspend-ClusterNode") return errorOf(ErrorKind::CommandFailed);
        return {};
    };
    driver.run(event::Start{});
    EXPECT_EQ(driver.state().outcome, Outcome::SucceededWithWarnings) << reportAsText(driver.state());
    EXPECT_EQ(driver.state().steps[5].status, StepStatus::Done);
    ASSERT_EQ(driver.state().warnings.size(), 1u);
    EXPECT_THAT(driver.state().warnings.front().english(),
                HasSubstr("Pause the cluster node MAIL: a cmdlet on MAIL: command-failed"));
}

TEST(Runner, ACommandWithUnknownOutcomeThatTookEffectIsNotSentAgain)
{
    RunnerDriver driver(busySeed());
    driver.plan(RunKind::Enter);
    driver.runsAnyway = true;
    driver.onSend = [](const Command&) { return std::optional(errorOf(ErrorKind::OutcomeUnknown)); };
    driver.run(event::Start{});
    EXPECT_EQ(driver.state().outcome, Outcome::SucceededWithWarnings) << reportAsText(driver.state());
    auto unique = driver.sent;
    std::sort(unique.begin(), unique.end());
    EXPECT_EQ(std::unique(unique.begin(), unique.end()), unique.end()) << "nothing twice";
}

TEST(Runner, ACommandWithUnknownOutcomeAndNoEffectIsSentAgainOnlyOnRequest)
{
    RunnerDriver driver(busySeed());
    driver.plan(RunKind::Enter);
    driver.onSend = [](const Command& c) -> std::optional<Error> {
        if (c.cmdlet == "Suspend-ClusterNode") return errorOf(ErrorKind::OutcomeUnknown);
        return {};
    };
    driver.run(event::Start{});
    EXPECT_THAT(driver.rests, ElementsAre(Outcome::Unknown));
    EXPECT_EQ(driver.state().steps[5].status, StepStatus::Unknown);
    const auto sentSoFar = driver.sent.size();
    // A resumed run reads first and still sends nothing.
    driver.restart();
    EXPECT_EQ(driver.state().outcome, Outcome::Unknown);
    driver.run(event::Start{});
    EXPECT_EQ(driver.sent.size(), sentSoFar);
    EXPECT_EQ(driver.state().phase, RunPhase::Asking);
    driver.onSend = {};
    driver.run(event::ContinueRequested{});
    EXPECT_EQ(driver.sent.size(), sentSoFar) << "that is another word";
    driver.run(event::SendAgainRequested{});
    EXPECT_EQ(driver.state().outcome, Outcome::Succeeded) << reportAsText(driver.state());
    EXPECT_EQ(std::count(driver.sent.begin(), driver.sent.end(), "Suspend-ClusterNode -Name MAIL"), 2);
}

TEST(Runner, AContinueGivenBeforeTheStepDoesNotSendItsCommandAgain)
{
    RunnerDriver driver(busySeed());
    driver.plan(RunKind::Enter);
    driver.run(event::Start{}, 12); // cut somewhere at the beginning
    driver.restart();
    driver.onSend = [](const Command& c) -> std::optional<Error> {
        if (c.cmdlet == "Suspend-ClusterNode") return errorOf(ErrorKind::OutcomeUnknown);
        return {};
    };
    auto effects = driver.only(event::Start{});
    EXPECT_TRUE(driver.only(event::ContinueRequested{}).empty());
    ASSERT_EQ(effects.size(), 1u);
    const auto& record = std::get<effect::WriteJournal>(effects.front()).record;
    driver.journal.push_back(record);
    driver.run(event::JournalWritten{record.sequence});
    EXPECT_EQ(std::count(driver.sent.begin(), driver.sent.end(), "Suspend-ClusterNode -Name MAIL"), 1);
    EXPECT_EQ(driver.state().outcome, Outcome::Unknown);
}

TEST(Runner, AFailedReadingIsRepeatedUntilTheStepTimesOut)
{
    RunnerDriver driver(busySeed());
    driver.plan(RunKind::Enter);
    int failures = 0;
    driver.onReadSnapshot = [&](int reading) -> std::optional<Error> {
        if (reading >= 6 && reading < 9) return ++failures, errorOf(ErrorKind::TimedOut);
        return {};
    };
    driver.run(event::Start{});
    EXPECT_EQ(failures, 3);
    EXPECT_EQ(driver.state().outcome, Outcome::Succeeded);
}

TEST(Runner, AStepFailsWithTheErrorOfTheServerThatDisappeared)
{
    RunnerDriver driver(busySeed());
    driver.plan(RunKind::Enter);
    driver.onReadSnapshot = [](int reading) -> std::optional<Error> {
        if (reading >= 8) return errorOf(ErrorKind::Unreachable);
        return {};
    };
    driver.run(event::Start{});
    EXPECT_EQ(driver.state().phase, RunPhase::Asking);
    const auto& step = driver.state().steps[driver.state().current];
    ASSERT_TRUE(step.error);
    EXPECT_EQ(step.error->kind, ErrorKind::Unreachable);
    driver.onReadSnapshot = {};
    driver.run(event::ContinueRequested{});
    EXPECT_EQ(driver.state().outcome, Outcome::Succeeded) << reportAsText(driver.state());
}

TEST(Runner, ARefusedUserIsNotTriedAgainButAskedAbout)
{
    RunnerDriver driver(busySeed());
    driver.plan(RunKind::Enter);
    int refused = 0;
    driver.onReadSnapshot = [&](int reading) -> std::optional<Error> {
        if (reading >= 8) return ++refused, errorOf(ErrorKind::NotAuthenticated);
        return {};
    };
    driver.run(event::Start{});
    EXPECT_EQ(refused, 1);
    EXPECT_EQ(driver.state().phase, RunPhase::Asking);
    driver.restart();
    driver.run(event::ContinueRequested{});
    EXPECT_EQ(refused, 2) << "the recheck ends at the first refusal";
    EXPECT_EQ(driver.state().phase, RunPhase::Stopped);
    driver.onReadSnapshot = {};
    driver.run(event::ContinueRequested{});
    EXPECT_EQ(driver.state().outcome, Outcome::Succeeded) << reportAsText(driver.state());
}

TEST(Runner, AStopTakesEffectAfterTheCurrentStep)
{
    RunnerDriver driver(busySeed());
    driver.plan(RunKind::Enter);
    driver.onSend = [&](const Command& c) -> std::optional<Error> {
        if (c.cmdlet == "Restart-Service") {
            EXPECT_TRUE(driver.only(event::StopRequested{}).empty());
        }
        return {};
    };
    driver.run(event::Start{});
    EXPECT_THAT(driver.rests, ElementsAre(Outcome::Stopped));
    EXPECT_EQ(driver.state().steps[3].status, StepStatus::Done);
    EXPECT_EQ(driver.state().steps[4].status, StepStatus::ToDo);
    EXPECT_TRUE(driver.state().resumable());
    driver.restart();
    EXPECT_EQ(driver.state().current, 4u);
    driver.onSend = {};
    driver.run(event::Start{});
    EXPECT_EQ(driver.state().outcome, Outcome::Succeeded);
    EXPECT_EQ(driver.sent.size(), 9u);
}

TEST(Runner, APauseLastsUntilContinue)
{
    RunnerDriver driver(busySeed());
    driver.plan(RunKind::Enter);
    driver.onSend = [&](const Command& c) -> std::optional<Error> {
        if (c.cmdlet == "Suspend-ClusterNode") {
            EXPECT_TRUE(driver.only(event::PauseRequested{}).empty());
        }
        return {};
    };
    driver.run(event::Start{});
    EXPECT_TRUE(driver.rests.empty());
    EXPECT_EQ(driver.state().phase, RunPhase::Paused);
    EXPECT_EQ(driver.state().current, 6u);
    driver.run(event::ContinueRequested{});
    EXPECT_EQ(driver.state().outcome, Outcome::Succeeded);
}

TEST(Runner, UndoRestoresEverythingInReverseOrderAndVerifiesIt)
{
    auto before = busySeed();
    setPolicy(before, mail(), AutoActivationPolicy::IntrasiteOnly);
    RunnerDriver driver(before);
    driver.plan(RunKind::Enter);
    driver.onSend = [](const Command& c) -> std::optional<Error> {
        if (c.cmdlet == "Redirect-Message") return errorOf(ErrorKind::NotPermitted);
        return {};
    };
    driver.run(event::Start{});
    ASSERT_EQ(driver.state().phase, RunPhase::Asking);
    driver.sent.clear();
    driver.run(event::UndoRequested{0});
    EXPECT_EQ(driver.state().outcome, Outcome::Undone) << reportAsText(driver.state());
    EXPECT_EQ(driver.state().phase, RunPhase::Finished);
    EXPECT_EQ(stateOf(driver.world, mail()), ServerState::Serving);
    EXPECT_EQ(serverOf(driver.world, mail()).autoActivationPolicy, AutoActivationPolicy::IntrasiteOnly);
    EXPECT_THAT(driver.sent,
                ElementsAre(HasSubstr("MoveNow:$false"), HasSubstr("Resume-ClusterNode"),
                            HasSubstr("HighAvailability -State Active"), HasSubstr("HubTransport -State Active"),
                            HasSubstr("Restart-Service"), HasSubstr("IntrasiteOnly")));
}

TEST(Runner, UndoBackToAStepKeepsEarlierStepsAndCanContinue)
{
    RunnerDriver driver(busySeed());
    driver.plan(RunKind::Enter);
    driver.onSend = [&](const Command& c) -> std::optional<Error> {
        if (c.cmdlet == "Redirect-Message") return errorOf(ErrorKind::NotPermitted);
        return {};
    };
    driver.run(event::Start{});
    driver.run(event::UndoRequested{5});
    EXPECT_EQ(driver.state().outcome, Outcome::Undone);
    EXPECT_EQ(driver.state().phase, RunPhase::Stopped);
    EXPECT_EQ(driver.state().current, 5u);
    EXPECT_EQ(driver.statuses()[4], "done");
    EXPECT_EQ(driver.statuses()[5], "undone");
    driver.onSend = {};
    driver.run(event::ContinueRequested{});
    EXPECT_EQ(driver.state().outcome, Outcome::Succeeded) << reportAsText(driver.state());
}

TEST(Runner, AbandonChangesNothing)
{
    RunnerDriver driver(busySeed());
    driver.plan(RunKind::Enter);
    driver.onSend = [&](const Command& c) -> std::optional<Error> {
        if (c.cmdlet == "Suspend-ClusterNode") {
            EXPECT_TRUE(driver.only(event::AbandonRequested{}).empty());
        }
        return {};
    };
    driver.run(event::Start{});
    EXPECT_THAT(driver.rests, ElementsAre(Outcome::Abandoned));
    EXPECT_EQ(driver.state().phase, RunPhase::Finished);
    EXPECT_TRUE(std::holds_alternative<record::CommandReturned>(driver.journal[driver.journal.size() - 2].body))
        << "the answer is kept";
}

TEST(Runner, TheLastGoodCopyIsNotTakenDownWithoutOverride)
{
    auto world = busySeed();
    copyOf(world, "DB01", mail2()).status = copyStatus("Failed");
    RunnerDriver driver(world);
    driver.plan(RunKind::Enter);
    driver.run(event::Start{});
    EXPECT_TRUE(driver.sent.empty());
    EXPECT_EQ(driver.state().phase, RunPhase::Asking);
    EXPECT_EQ(driver.state().steps[1].error->kind, ErrorKind::Precondition);
    EXPECT_THAT(driver.state().steps[1].error->detail, HasSubstr("no good copy elsewhere: DB01"));
    EXPECT_LT(driver.now - at(0), std::chrono::seconds(30)) << "what is known not to be so is not waited for";
}

TEST(Runner, AnUndoCommandIsNotSentTwiceAfterACrash)
{
    const auto isUndo = [](const JournalRecord& r) {
        const auto* sending = std::get_if<record::CommandSending>(&r.body);
        return sending && sending->undo;
    };
    for (int nth = 1; nth <= 6; ++nth) {
        SCOPED_TRACE("cut at undo command " + std::to_string(nth));
        RunnerDriver driver(busySeed());
        driver.plan(RunKind::Enter);
        driver.onSend = [](const Command& c) -> std::optional<Error> {
            if (c.cmdlet == "Redirect-Message") return errorOf(ErrorKind::NotPermitted);
            return {};
        };
        driver.run(event::Start{});
        int seen = 0;
        bool cut = false;
        driver.journalTakes = [&](const JournalRecord& r) {
            if (cut) return false;
            cut = isUndo(r) && ++seen == nth; // this record is on the disk, and nothing after it
            return true;
        };
        driver.run(event::UndoRequested{0});
        ASSERT_TRUE(cut);
        // The command was sent and no effect shows. The runner must not send it again without asking.
        const auto sent = driver.sent;
        driver.world = busySeed();
        putInMaintenance(driver.world, mail(), at(0));
        driver.journalTakes = {};
        driver.restart();
        driver.run(event::Start{});
        EXPECT_EQ(driver.sent, sent);
        EXPECT_EQ(driver.state().phase, RunPhase::Asking);
        // Readings show a restart: the service started after the change.
        EXPECT_EQ(driver.state().outcome, nth == 5 ? Outcome::Failed : Outcome::Unknown);
    }
}

TEST(Runner, ATimeOutOfAStepThatOnlyWarnsDoesNotStopTheRun)
{
    RunnerDriver driver(busySeed());
    driver.plan(RunKind::Enter);
    driver.eachStepOfTime = [](RunnerDriver& d) {
        serviceOf(d.world, mail(), service::transport).processStart.reset();
    };
    driver.run(event::Start{});
    EXPECT_EQ(driver.state().outcome, Outcome::SucceededWithWarnings) << reportAsText(driver.state());
    EXPECT_EQ(driver.state().steps[3].error->kind, ErrorKind::NotReached);
}

TEST(Runner, ReportsWhenAStepMakesNoProgress)
{
    RunnerDriver driver(busySeed());
    driver.plan(RunKind::Enter);
    bool seen = false;
    driver.eachStepOfTime = [&](RunnerDriver& d) {
        seen = seen || d.state().steps[6].noProgress;
        if (d.state().current == 6) activate(d.world, "DB01", mail());
    };
    driver.run(event::Start{});
    EXPECT_TRUE(seen);
    EXPECT_EQ(driver.state().steps[6].status, StepStatus::Failed);
    EXPECT_EQ(driver.state().steps[6].error->kind, ErrorKind::NotReached);
    EXPECT_GE(driver.now - driver.sentAt.back(), std::chrono::minutes(20));
}

TEST(Runner, ARefusedMoveIsReportedAsSoonAsNothingMovesAnyMore)
{
    RunnerDriver driver(busySeed());
    driver.plan(RunKind::Enter);
    driver.onSend = [](const Command& c) -> std::optional<Error> {
        if (c.cmdlet == "Move-ActiveMailboxDatabase") return errorOf(ErrorKind::CommandFailed);
        return {};
    };
    driver.run(event::Start{});
    EXPECT_EQ(driver.state().steps[6].status, StepStatus::Failed)
        << "MoveNow was set, so the databases may still move for a while";
    EXPECT_EQ(driver.state().steps[6].error->kind, ErrorKind::CommandFailed);
    EXPECT_GE(driver.now - driver.sentAt.back(), std::chrono::minutes(4));
    EXPECT_LT(driver.now - driver.sentAt.back(), std::chrono::minutes(5));
}

TEST(Runner, QueuesMustBeEmptyInTwoReadings)
{
    RunnerDriver driver(seedSnapshot()); // nothing queued: already so
    driver.plan(RunKind::Enter);
    driver.run(event::Start{});
    EXPECT_EQ(driver.statuses()[7], "skipped");
    EXPECT_GT(driver.state().steps[7].attempts, 2) << "transport has just started";
    EXPECT_GE(*driver.state().steps[7].finishedAt - *driver.state().steps[7].startedAt, std::chrono::seconds(30));
}

TEST(Runner, TwoReadingsInARowSufficeWhenTransportHasRunForLong)
{
    RunnerDriver driver(seedSnapshot());
    driver.plan(RunKind::Enter);
    driver.eachStepOfTime = [late = false](RunnerDriver& d) mutable {
        if (d.state().current == 7 && !std::exchange(late, true)) d.now += std::chrono::minutes(2);
    };
    driver.run(event::Start{});
    EXPECT_EQ(driver.statuses()[7], "skipped");
    EXPECT_EQ(driver.state().steps[7].attempts, 2);
}

TEST(Runner, EventsThatNothingWaitsForAreIgnored)
{
    RunnerDriver driver(busySeed());
    driver.plan(RunKind::Enter);
    EXPECT_TRUE(driver.only(event::Timer{}).empty());
    EXPECT_TRUE(driver.only(event::JournalWritten{0}).empty());
    const auto first = driver.only(event::Start{});
    ASSERT_EQ(first.size(), 1u);
    EXPECT_TRUE(driver.only(event::Start{}).empty());
    EXPECT_TRUE(driver.only(event::JournalWritten{7}).empty());
    EXPECT_TRUE(driver.only(event::CommandAnswered{CommandReport{}}).empty());
    EXPECT_TRUE(driver.only(event::SnapshotRead{}).empty());
    EXPECT_FALSE(driver.only(event::JournalWritten{0}).empty());
}
