// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Where the account may not use the server's own endpoint, the operator runs the commands there, and the run waits for
// what Exchange shows of them.
#include "model/maintenance/plan_enter.h"
#include "model/maintenance/plan_reinstate.h"
#include "model/maintenance/preflight.h"
#include "model/maintenance/report.h"
#include "tests/support/runner_driver.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

using namespace drydock::domain;
using namespace drydock::maintenance;
using namespace drydock::tests;
using testing::Contains;
using testing::Each;
using testing::HasSubstr;
using testing::Not;

namespace {

// The account may not ask the server itself.
DagSnapshot refusedByNode(DagSnapshot snapshot, ErrorKind kind = ErrorKind::NotPermitted)
{
    for (const auto section : {SnapshotSection::Nodes, SnapshotSection::Services}) {
        snapshot.read.erase({section, mail()});
        snapshot.errors.push_back({section, mail(), errorOf(kind)});
    }
    std::erase_if(snapshot.nodes, [](const ClusterNode& node) { return node.server == mail(); });
    std::erase_if(snapshot.services, [](const Service& service) { return service.server == mail(); });
    return snapshot;
}

void pauseByHand(DagSnapshot& snapshot, bool paused)
{
    auto& group = snapshot.groups.front();
    std::erase(group.serversInMaintenance, mail());
    if (paused) group.serversInMaintenance.push_back(mail());
}

const StepState& stepOf(const RunnerDriver& driver, StepKind kind)
{
    const auto& run = driver.state();
    const auto found = std::ranges::find_if(run.plan.steps, [&](const Step& step) { return step.kind == kind; });
    return run.steps.at(static_cast<std::size_t>(found - run.plan.steps.begin()));
}

// The operator does what the run waits for, as soon as it says so.
void operatorActs(RunnerDriver& driver)
{
    const auto& run = driver.state();
    if (run.current >= run.steps.size()) return;
    const auto waits = run.steps[run.current].waitingFor.english();
    if (waits.find("Suspend-ClusterNode") != std::string::npos) pauseByHand(driver.world, true);
    if (waits.find("Resume-ClusterNode") != std::string::npos) pauseByHand(driver.world, false);
    if (waits.find("-Service") != std::string::npos) std::ignore = driver.only(event::GoOnWithoutRequested{});
}

} // namespace

// That Drydock sends a host no password is no right that the account lacks.
TEST(ByHand, AHostThatIsNotTrustedIsSaidToBeThat)
{
    PreflightInput input{};
    input.server = mail();
    const auto foundFor = [&](ErrorKind kind) {
        const auto checks = preflight(refusedByNode(seedSnapshot(), kind), input);
        return std::ranges::find(checks, "server-reachable", &Check::id)->found.english();
    };
    EXPECT_THAT(foundFor(ErrorKind::HostNotTrusted), HasSubstr("outside the trusted domains"));
    EXPECT_THAT(foundFor(ErrorKind::HostNotTrusted), Not(HasSubstr("the account may not")));
    EXPECT_THAT(foundFor(ErrorKind::NotPermitted), HasSubstr("the account may not"));
}

TEST(ByHand, PreflightSaysSoAndCanBeOverridden)
{
    const auto snapshot = refusedByNode(seedSnapshot());
    for (const auto runKind : {RunKind::Enter, RunKind::Reinstate}) {
        PreflightInput input{};
        input.runKind = runKind;
        input.server = mail();
        const auto checks = preflight(snapshot, input);
        const auto found = std::ranges::find(checks, "server-reachable", &Check::id);
        ASSERT_NE(found, checks.end());
        EXPECT_EQ(found->result, CheckResult::Block);
        EXPECT_TRUE(found->overridable);
        EXPECT_THAT(found->found.english(), HasSubstr("run by hand"));
    }
}

TEST(ByHand, ANodeThatIsSilentIsNoReasonForIt)
{
    auto snapshot = refusedByNode(seedSnapshot());
    for (auto& failed : snapshot.errors)
        failed.error = errorOf(ErrorKind::TimedOut);
    EXPECT_FALSE(planEnter(snapshot, mail())) << "its services could be read later";
}

TEST(ByHand, AMaintenanceSendsNothingToTheNodeAndWaitsForTheOperator)
{
    RunnerDriver driver(refusedByNode(busySeed()));
    driver.plan(RunKind::Enter);
    for (const auto& step : driver.state().plan.steps)
        for (const auto& command : step.commands)
            EXPECT_EQ(step.byHand, command.endpoint == EndpointKind::Node) << step.title.english();
    std::vector<std::string> waited;
    driver.eachStepOfTime = [&](RunnerDriver& d) {
        const auto& run = d.state();
        if (run.current < run.steps.size()) waited.push_back(run.steps[run.current].waitingFor.english());
        operatorActs(d);
    };
    driver.run(event::Start{});
    ASSERT_EQ(driver.state().outcome, Outcome::SucceededWithWarnings) << reportAsText(driver.state());
    EXPECT_THAT(driver.sent, Each(Not(testing::AnyOf(HasSubstr("ClusterNode"), HasSubstr("-Service")))));
    EXPECT_THAT(waited, Contains(HasSubstr("run on MAIL: Suspend-ClusterNode -Name MAIL")));
    EXPECT_THAT(waited, Contains(HasSubstr("run on MAIL: Restart-Service -Name MSExchangeTransport")));
    EXPECT_EQ(stepOf(driver, StepKind::PauseNode).status, StepStatus::Done);
    EXPECT_THAT(driver.state().warnings.front().english(), HasSubstr("Restart transport on MAIL, by hand"))
        << "what nothing shows stands in the report";

    const auto original = driver.state().plan.original;
    driver.sent.clear();
    driver.plan(RunKind::Reinstate, original);
    driver.run(event::Start{});
    EXPECT_EQ(driver.state().outcome, Outcome::SucceededWithWarnings) << reportAsText(driver.state());
    EXPECT_FALSE(driver.world.groups.front().isPaused(mail()));
    EXPECT_THAT(driver.sent, Each(Not(testing::AnyOf(HasSubstr("ClusterNode"), HasSubstr("-Service")))));
}

TEST(ByHand, NothingIsAskedForWhileItWouldNotBeSafe)
{
    RunnerDriver driver(refusedByNode(busySeed()));
    driver.plan(RunKind::Enter);
    driver.eachStepOfTime = [](RunnerDriver& d) {
        const auto& run = d.state();
        if (run.current >= run.steps.size()) return;
        if (run.plan.steps[run.current].kind == StepKind::PauseNode)
            for (auto& copy : d.world.copies)
                if (copy.server != mail()) copy.status = copyStatus("Failed");
        operatorActs(d);
    };
    driver.run(event::Start{});
    ASSERT_EQ(driver.state().phase, RunPhase::Asking) << reportAsText(driver.state());
    EXPECT_EQ(stepOf(driver, StepKind::PauseNode).error->kind, ErrorKind::Precondition);
    EXPECT_FALSE(driver.world.groups.front().isPaused(mail()));
}

TEST(ByHand, AnUndoWaitsForTheOperatorToo)
{
    RunnerDriver driver(refusedByNode(busySeed()));
    driver.plan(RunKind::Enter);
    driver.eachStepOfTime = operatorActs;
    driver.onSend = [](const Command& command) -> std::optional<Error> {
        return command.cmdlet == "Redirect-Message" ? std::optional(errorOf(ErrorKind::NotPermitted)) : std::nullopt;
    };
    driver.run(event::Start{});
    ASSERT_EQ(driver.state().phase, RunPhase::Asking) << reportAsText(driver.state());
    EXPECT_TRUE(driver.world.groups.front().isPaused(mail()));
    driver.run(event::UndoRequested{0});
    EXPECT_EQ(driver.state().outcome, Outcome::Undone) << reportAsText(driver.state());
    EXPECT_FALSE(driver.world.groups.front().isPaused(mail()));
    EXPECT_THAT(driver.sent, Each(Not(HasSubstr("ClusterNode"))));
}

namespace {

// The cluster does not tell Exchange the states of its nodes during this step, and the operator acts in the others.
void playWithSilentNodes(RunnerDriver& driver, StepKind step)
{
    driver.eachStepOfTime = [step](RunnerDriver& d) {
        const auto& run = d.state();
        if (run.current >= run.steps.size()) return;
        const bool silent = run.plan.steps[run.current].kind == step;
        d.world.groups.front().statusKnown = !silent;
        operatorActs(d);
    };
}

} // namespace

TEST(ByHand, ANodeStepThatCannotBeReadMayBeLeftToTheOperatorsWord)
{
    RunnerDriver driver(refusedByNode(busySeed()));
    driver.plan(RunKind::Enter);
    playWithSilentNodes(driver, StepKind::PauseNode);
    driver.run(event::Start{});
    ASSERT_EQ(driver.state().phase, RunPhase::Asking) << reportAsText(driver.state());
    const auto& step = stepOf(driver, StepKind::PauseNode);
    EXPECT_THAT(step.error->detail, HasSubstr("run on MAIL: Suspend-ClusterNode -Name MAIL"));
    EXPECT_TRUE(step.mayGoOnWithout);
    driver.run(event::GoOnWithoutRequested{});
    EXPECT_EQ(driver.state().outcome, Outcome::SucceededWithWarnings) << reportAsText(driver.state());
    EXPECT_TRUE(stepOf(driver, StepKind::PauseNode).goneOnWithout);
    EXPECT_THAT(
        reportAsText(driver.state()),
        HasSubstr("Pause the cluster node MAIL, by hand: gone on without it: run on MAIL: Suspend-ClusterNode"));
}

TEST(ByHand, TheOperatorsWordDoesNotStandAgainstAReading)
{
    RunnerDriver driver(refusedByNode(busySeed()));
    driver.plan(RunKind::Enter);
    driver.eachStepOfTime = [](RunnerDriver& d) {
        const auto& run = d.state();
        if (run.current >= run.steps.size() || run.plan.steps[run.current].kind == StepKind::PauseNode) return;
        operatorActs(d);
    };
    driver.run(event::Start{});
    ASSERT_EQ(driver.state().phase, RunPhase::Asking) << reportAsText(driver.state());
    EXPECT_FALSE(stepOf(driver, StepKind::PauseNode).mayGoOnWithout) << "the node is Up";
    driver.run(event::GoOnWithoutRequested{});
    EXPECT_EQ(driver.state().phase, RunPhase::Asking);
}

// Nothing shows that the operator has undone it, and his settings from before are still needed.
TEST(ByHand, AnUndoThatCannotBeReadAsks)
{
    RunnerDriver driver(refusedByNode(busySeed()));
    driver.plan(RunKind::Enter);
    driver.eachStepOfTime = operatorActs;
    driver.onSend = [](const Command& command) -> std::optional<Error> {
        return command.cmdlet == "Redirect-Message" ? std::optional(errorOf(ErrorKind::NotPermitted)) : std::nullopt;
    };
    driver.run(event::Start{});
    ASSERT_EQ(driver.state().phase, RunPhase::Asking) << reportAsText(driver.state());
    playWithSilentNodes(driver, StepKind::PauseNode);
    driver.run(event::UndoRequested{0});
    EXPECT_EQ(driver.state().phase, RunPhase::Asking) << reportAsText(driver.state());
    EXPECT_NE(driver.state().outcome, Outcome::Undone);
}
