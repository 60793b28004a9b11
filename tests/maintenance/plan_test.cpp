// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/dry_run.h"
#include "model/maintenance/original_settings.h"
#include "model/maintenance/plan_enter.h"
#include "model/maintenance/plan_reinstate.h"
#include "model/maintenance/redirect_target.h"
#include "tests/support/organisations.h"
#include "tests/support/snapshot_changes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace drydock::domain;
using namespace drydock::maintenance;
using namespace drydock::tests;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

namespace {

std::vector<std::string> kindsOf(const Plan& plan)
{
    std::vector<std::string> kinds;
    for (const auto& step : plan.steps)
        kinds.emplace_back(toString(step.kind));
    return kinds;
}

std::vector<std::string> commandsOf(const Plan& plan)
{
    std::vector<std::string> lines;
    for (const auto& step : plan.steps)
        for (const auto& command : step.commands)
            lines.push_back(command.toPowerShell());
    return lines;
}

} // namespace

TEST(PlanEnter, FollowsTheOrderOfTheReference)
{
    const auto plan = planEnter(seedSnapshot(), mail());
    ASSERT_TRUE(plan);
    EXPECT_THAT(kindsOf(*plan),
                ElementsAre("record-settings", "block-activation", "drain-transport", "restart-transport",
                            "high-availability-off", "pause-node", "move-databases", "redirect-messages",
                            "server-wide-offline-off", "verify-in-maintenance"));
    EXPECT_EQ(plan->redirectTarget, "MAIL2.alwayshotcafe.com");
    EXPECT_EQ(plan->singleCopyDatabases, std::vector{DatabaseName("DB-test")});
}

TEST(PlanEnter, HasEveryLineOfTheSeed)
{
    const auto plan = planEnter(seedSnapshot(), mail());
    ASSERT_TRUE(plan);
    EXPECT_THAT(
        commandsOf(*plan),
        ElementsAre(
            "Set-MailboxServer -Identity MAIL -DatabaseCopyAutoActivationPolicy Blocked",
            "Set-ServerComponentState -Identity MAIL -Component HubTransport -State Draining -Requester Maintenance",
            "Restart-Service -Name MSExchangeTransport",
            "Set-ServerComponentState -Identity MAIL -Component HighAvailability -State Inactive -Requester "
            "Maintenance",
            "Suspend-ClusterNode -Name MAIL",
            "Set-MailboxServer -Identity MAIL -DatabaseCopyActivationDisabledAndMoveNow:$true",
            "Move-ActiveMailboxDatabase -Server MAIL -Confirm:$false",
            "Redirect-Message -Server MAIL -Target MAIL2.alwayshotcafe.com -Confirm:$false",
            "Set-ServerComponentState -Identity MAIL -Component ServerWideOffline -State Inactive -Requester "
            "Maintenance"));
    EXPECT_EQ(plan->step(StepKind::PauseNode)->commands.front().endpoint, EndpointKind::Node);
    EXPECT_EQ(plan->step(StepKind::PauseNode)->commands.front().on, mail());
}

TEST(PlanLeave, FollowsTheOrderOfTheReferenceAndRestoresTheDefaultsWithoutARecord)
{
    auto snapshot = seedSnapshot();
    putInMaintenance(snapshot, mail(), at(0));
    const auto plan = planReinstate(snapshot, mail(), {}, {AutoActivationPolicy::IntrasiteOnly, false});
    ASSERT_TRUE(plan);
    EXPECT_THAT(kindsOf(*plan), ElementsAre("server-wide-offline-on", "high-availability-on", "resume-node",
                                            "restore-move-now", "restore-policy", "transport-on", "restart-transport",
                                            "wait-for-copies", "check-components", "verify-in-service"));
    EXPECT_THAT(
        commandsOf(*plan),
        ElementsAre(
            "Set-ServerComponentState -Identity MAIL -Component ServerWideOffline -State Active -Requester Maintenance",
            "Set-ServerComponentState -Identity MAIL -Component HighAvailability -State Active -Requester Maintenance",
            "Resume-ClusterNode -Name MAIL",
            "Set-MailboxServer -Identity MAIL -DatabaseCopyActivationDisabledAndMoveNow:$false",
            "Set-MailboxServer -Identity MAIL -DatabaseCopyAutoActivationPolicy IntrasiteOnly",
            "Set-ServerComponentState -Identity MAIL -Component HubTransport -State Active -Requester Maintenance",
            "Restart-Service -Name MSExchangeTransport"));
    EXPECT_THAT(plan->step(StepKind::RestorePolicy)->why.english(), HasSubstr("not known"));
}

TEST(Plan, StepsHaveTheTimesOfTheTable)
{
    auto inMaintenance = seedSnapshot();
    putInMaintenance(inMaintenance, mail(), at(0));
    for (const auto& plan : {*planEnter(seedSnapshot(), mail()), *planReinstate(inMaintenance, mail())})
        for (const auto& step : plan.steps) {
            const auto times = timesOf(step.kind);
            EXPECT_EQ(step.timeout, times.timeout) << toString(step.kind);
            EXPECT_EQ(step.poll, times.poll) << toString(step.kind);
            EXPECT_EQ(step.noProgressAfter, times.noProgressAfter) << toString(step.kind);
        }
    EXPECT_EQ(timesOf(StepKind::MoveDatabases).timeout, std::chrono::minutes(20));
    EXPECT_EQ(timesOf(StepKind::PauseNode).timeout, usualStepTimes.timeout);
}

TEST(PlanLeave, RestoresExactlyWhatWasSaved)
{
    auto before = seedSnapshot();
    setPolicy(before, mail(), AutoActivationPolicy::IntrasiteOnly);
    serverOf(before, mail()).activationDisabledAndMoveNow = true;
    pauseNode(before, mail());
    setComponent(before, mail(), component::hubTransport, ServiceState::Draining, "Maintenance", at(-60));
    const auto original = readOriginalSettings(before, mail());
    auto now = before;
    putInMaintenance(now, mail(), at(0));
    const auto plan = planReinstate(now, mail(), original);
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->step(StepKind::ResumeNode), nullptr) << "it was Paused before we came";
    EXPECT_EQ(plan->step(StepKind::RestoreMoveNow)->commands.front().toPowerShell(),
              "Set-MailboxServer -Identity MAIL -DatabaseCopyActivationDisabledAndMoveNow:$true");
    EXPECT_EQ(plan->step(StepKind::RestorePolicy)->commands.front().toPowerShell(),
              "Set-MailboxServer -Identity MAIL -DatabaseCopyAutoActivationPolicy IntrasiteOnly");
    EXPECT_THAT(plan->step(StepKind::TransportOn)->commands.front().toPowerShell(), HasSubstr("-State Draining"));
}

TEST(PlanLeave, ClearsOnlyWhatAnUpdateLeftMeanwhile)
{
    auto before = seedSnapshot();
    setComponent(before, mail(), component::recoveryActionsEnabled, ServiceState::Inactive, "Functional", at(-60));
    auto now = before;
    putInMaintenance(now, mail(), at(0));
    setComponent(now, mail(), component::monitoring, ServiceState::Inactive, "Functional", at(30));
    const auto plan = planReinstate(now, mail(), readOriginalSettings(before, mail()));
    ASSERT_TRUE(plan);
    ASSERT_NE(plan->step(StepKind::ClearFunctional), nullptr);
    ASSERT_EQ(plan->step(StepKind::ClearFunctional)->commands.size(), 1u);
    EXPECT_THAT(plan->step(StepKind::ClearFunctional)->commands.front().toPowerShell(),
                HasSubstr("-Component Monitoring -State Active -Requester Functional"));
    EXPECT_NE(plan->step(StepKind::StartServices), nullptr) << "IMAP ran before";
}

TEST(PlanEnter, AServerOutsideAnyDagHasNoClusterSteps)
{
    auto snapshot = seedSnapshot();
    snapshot.groups.clear();
    for (auto& server : snapshot.servers)
        server.dag = DagName();
    const auto plan = planEnter(snapshot, mail());
    ASSERT_TRUE(plan);
    EXPECT_THAT(kindsOf(*plan), ElementsAre("record-settings", "drain-transport", "restart-transport",
                                            "redirect-messages", "server-wide-offline-off", "verify-in-maintenance"));
}

TEST(PlanEnter, UMCallRouterIsDrainedWhereItExists)
{
    auto snapshot = seedSnapshot();
    auto row = componentOf(snapshot, mail(), component::hubTransport);
    row.component = component::umCallRouter;
    snapshot.components.push_back(row);
    EXPECT_NE(planEnter(snapshot, mail())->step(StepKind::DrainUMCallRouter), nullptr);
    EXPECT_NE(planReinstate(snapshot, mail())->step(StepKind::UMCallRouterOn), nullptr);
}

TEST(PlanEnter, RefusesAnUnknownServerAndAStrangeTarget)
{
    EXPECT_EQ(planEnter(seedSnapshot(), ServerName("NOBODY")).error().kind, ErrorKind::NotFound);
    EnterOptions options;
    options.redirectTarget = "smtp.example.com";
    EXPECT_EQ(planEnter(seedSnapshot(), mail(), options).error().kind, ErrorKind::Usage);
    options.redirectTarget = "-";
    EXPECT_NE(planEnter(seedSnapshot(), mail(), options)->step(StepKind::WaitForQueues), nullptr);
}

TEST(RedirectTargets, SameSiteFirstAndOnlyThoseThatServe)
{
    auto snapshot = seedSnapshot();
    for (const char* name : {"MAIL3", "MAIL4"}) {
        auto server = serverOf(snapshot, mail2());
        server.name = ServerName(name);
        server.fqdn = std::string(name) + ".alwayshotcafe.com";
        snapshot.servers.push_back(server);
        auto row = componentOf(snapshot, mail2(), component::hubTransport);
        row.server = server.name;
        snapshot.components.push_back(row);
        snapshot.groups.front().servers.push_back(server.name);
        snapshot.groups.front().operationalServers.push_back(server.name);
    }
    serverOf(snapshot, mail2()).site = "Elsewhere";
    setPolicy(snapshot, ServerName("MAIL4"), AutoActivationPolicy::Blocked);
    EXPECT_THAT(redirectTargets(snapshot, mail()), ElementsAre("MAIL3.alwayshotcafe.com", "MAIL2.alwayshotcafe.com"));
    EnterOptions options;
    options.redirectTarget = "mail2.alwayshotcafe.com";
    const auto plan = planEnter(snapshot, mail(), options);
    ASSERT_TRUE(plan);
    const auto* step = plan->step(StepKind::RedirectMessages);
    ASSERT_NE(step, nullptr);
    EXPECT_THAT(step->commands.front().toPowerShell(),
                HasSubstr("-Target MAIL2.alwayshotcafe.com,MAIL3.alwayshotcafe.com"))
        << "the preferred one first";
    EXPECT_EQ(step->title.english(), "Redirect queued messages to MAIL2.alwayshotcafe.com and 1 more");
}

TEST(Plan, TheScriptQuotesWhatCameFromAServer)
{
    auto snapshot = seedSnapshot();
    EnterOptions options;
    options.moveComment = "it\xE2\x80\x99s 'time'\n; Remove-Mailbox *";
    const auto script = planEnter(snapshot, mail(), options)->toPowerShell();
    EXPECT_THAT(script, HasSubstr("-MoveComment 'it\xE2\x80\x99\xE2\x80\x99s ''time''\n; Remove-Mailbox *'"));
    EXPECT_THAT(
        script,
        HasSubstr(
            "Invoke-Command -ComputerName MAIL.alwayshotcafe.com -ScriptBlock { Suspend-ClusterNode -Name MAIL }"));
}

TEST(PlanScript, WaitsForEachStepAndSaysWhereTheUndoRuns)
{
    const auto script = planEnter(seedSnapshot(), mail())->toPowerShell();
    EXPECT_THAT(script,
                HasSubstr("Wait-Until 'activation policy of MAIL is Blocked' 2 1 { (Get-MailboxServer -Identity "
                          "'MAIL').DatabaseCopyAutoActivationPolicy -eq 'Blocked' }"));
    EXPECT_THAT(script, HasSubstr("Wait-Until 'node MAIL is Paused'"));
    EXPECT_THAT(script, HasSubstr("#    undo: Invoke-Command -ComputerName MAIL.alwayshotcafe.com -ScriptBlock { "
                                  "Resume-ClusterNode -Name MAIL }\n"));
    EXPECT_THAT(script, HasSubstr("#    undo: Invoke-Command -ComputerName MAIL.alwayshotcafe.com -ScriptBlock { "
                                  "Restart-Service -Name MSExchangeTransport"));
}

// Every condition that proves a step either is an expression, or is left to the commands of the script.
TEST(PlanScript, HasAWaitForEveryProofThatAScriptCanRead)
{
    auto down = seedSnapshot();
    putInMaintenance(down, mail(), at(0));
    for (const auto& plan : {*planEnter(seedSnapshot(), mail()), *planReinstate(down, mail())}) {
        const auto script = plan.toPowerShell();
        for (const auto& step : plan.steps)
            for (const auto& condition : step.verification) {
                const auto what = describe(condition).english();
                const bool left = std::holds_alternative<ServiceNoticed>(condition);
                EXPECT_THAT(script, HasSubstr(left ? "#    done when: " + what : "Wait-Until '" + what + "' ")) << what;
            }
    }
}

TEST(PlanScript, KnowsTheSameOfDatabasesAsTheConditions)
{
    auto down = seedSnapshot();
    putInMaintenance(down, mail(), at(0));
    const auto enter = planEnter(seedSnapshot(), mail())->toPowerShell();
    EXPECT_THAT(enter,
                HasSubstr("-not (Get-Copy 'MAIL' | Where-Object { $_.Replicated -and ($_.InUse -or $_.Silent) })"))
        << "a recovery database and one with a single copy cannot move";
    const auto leave = planReinstate(down, mail())->toPowerShell();
    EXPECT_THAT(leave, HasSubstr("-not ($_.CaughtUp -or $_.MayStayDown)"));
    for (const auto& script : {enter, leave}) {
        EXPECT_THAT(script, HasSubstr("MayStayDown = $database.Recovery -or ($status -eq 'Dismounted' -and "
                                      "$database.MountAtStartup -eq $false)"));
        EXPECT_THAT(script, HasSubstr("$short = -not $unread -and $copy.CopyQueueLength -le 10 -and "
                                      "$copy.ReplayQueueLength -le 100"));
        EXPECT_THAT(script, HasSubstr("$status -eq 'Healthy' -and ($lagged -or $short)"));
    }
}

TEST(PlanReinstate, AServiceThatTheRecordAloneNamesIsNeitherStartedNorAwaited)
{
    auto down = seedSnapshot();
    auto original = readOriginalSettings(down, mail());
    original.services.push_back({mail(), "RemoteRegistry", "Running", "Manual", {}});
    putInMaintenance(down, mail(), at(0));
    const auto plan = planReinstate(down, mail(), original);
    ASSERT_TRUE(plan);
    const auto script = plan->toPowerShell();
    EXPECT_THAT(script, HasSubstr("MSExchangeRepl"));
    EXPECT_THAT(script, Not(HasSubstr("RemoteRegistry")));
}

TEST(Command, QuotesEveryLiteralAsPowerShellNeedsIt)
{
    const auto text = [](ParameterValue value) {
        return Command{"Set-X", {{"P", std::move(value)}}, EndpointKind::Exchange, {}}.toPowerShell();
    };
    EXPECT_EQ(text(std::string("DB-test.v2")), "Set-X -P DB-test.v2");
    EXPECT_EQ(text(std::string("")), "Set-X -P ''");
    EXPECT_EQ(text(std::string("$(calc)")), "Set-X -P '$(calc)'");
    EXPECT_EQ(text(std::string("-Force")), "Set-X -P '-Force'");
    for (const char* quote : {"'", "\xE2\x80\x98", "\xE2\x80\x99", "\xE2\x80\x9A", "\xE2\x80\x9B"})
        EXPECT_EQ(text(std::string("a") + quote + "b"), std::string("Set-X -P 'a") + quote + quote + "b'");
    EXPECT_EQ(text(std::string("a\xE2\x80")), "Set-X -P 'a\xE2\x80'");
    EXPECT_EQ(text(std::vector<std::string>{"a", "b c"}), "Set-X -P a,'b c'");
    EXPECT_EQ(text(std::vector<std::string>{}), "Set-X -P @()");
    EXPECT_EQ(text(std::int64_t{-5}), "Set-X -P -5");
    EXPECT_EQ(text(false), "Set-X -P:$false");
}

TEST(DryRun, ARestartThatAnEarlierStepMakesNecessaryIsNotSkipped)
{
    const auto snapshot = seedSnapshot();
    const auto plan = planEnter(snapshot, mail());
    const auto lines = dryRun(*plan, snapshot);
    EXPECT_EQ(lines[3].kind, StepKind::RestartTransport);
    EXPECT_FALSE(lines[3].wouldBeSkipped);
    EXPECT_EQ(lines[3].text.english(), "would run");
}

TEST(DryRun, SaysWhatWouldBeSkipped)
{
    auto snapshot = seedSnapshot();
    const auto plan = planEnter(snapshot, mail());
    setPolicy(snapshot, mail(), AutoActivationPolicy::Blocked);
    std::erase_if(snapshot.nodes, [](const ClusterNode& n) { return n.server == mail(); });
    snapshot.groups.front().statusKnown = false;
    const auto lines = dryRun(*plan, snapshot);
    ASSERT_EQ(lines.size(), plan->steps.size());
    EXPECT_EQ(lines[1].kind, StepKind::BlockActivation);
    EXPECT_TRUE(lines[1].wouldBeSkipped);
    EXPECT_EQ(lines[2].text.english(), "would run");
    EXPECT_THAT(lines[5].text.english(), HasSubstr("cannot tell"));
}

namespace {

// What planEnter says of a seed that was changed; empty when it makes a plan.
template <class Change> std::string refusal(Change change)
{
    auto snapshot = seedSnapshot();
    change(snapshot);
    const auto plan = planEnter(snapshot, mail());
    if (plan) return {};
    EXPECT_EQ(plan.error().kind, ErrorKind::Precondition);
    return plan.error().summary();
}

void forget(DagSnapshot& snapshot, SnapshotSection section)
{
    snapshot.read.erase({section, mail()});
    snapshot.errors.push_back({section, mail(), {ErrorKind::Quota, "read it", "too many shells", 0, nullptr}});
}

} // namespace

TEST(PlanEnter, RefusesToPlanWhenOriginalSettingsCannotBeRead)
{
    EXPECT_EQ(refusal([](DagSnapshot&) {}), "");
    EXPECT_THAT(refusal([](DagSnapshot& s) {
                    std::erase_if(s.components, [](const auto& row) { return row.server == mail(); });
                    forget(s, SnapshotSection::Components);
                }),
                testing::AllOf(HasSubstr("its components could not be read"), HasSubstr("too many shells")));
    EXPECT_THAT(refusal([](DagSnapshot& s) {
                    std::erase_if(s.services, [](const auto& row) { return row.server == mail(); });
                    forget(s, SnapshotSection::Services);
                }),
                HasSubstr("its services could not be read"));
    EXPECT_THAT(refusal([](DagSnapshot& s) { componentOf(s, mail(), component::hubTransport).registry.reset(); }),
                HasSubstr("who holds HubTransport down could not be read"));
    EXPECT_THAT(refusal([](DagSnapshot& s) { serverOf(s, mail()).autoActivationPolicy = {}; }),
                HasSubstr("its activation policy could not be read"));
}

TEST(PlanEnter, InheritsTheOriginalSettingsOfAnUnfinishedRun)
{
    auto before = seedSnapshot();
    setPolicy(before, mail(), AutoActivationPolicy::IntrasiteOnly);
    const auto first = *planEnter(before, mail());
    auto now = before;
    setPolicy(now, mail(), AutoActivationPolicy::Blocked);
    setComponent(now, mail(), component::hubTransport, ServiceState::Draining, requester::maintenance, at(3));
    EXPECT_EQ(planEnter(now, mail())->original.policy, AutoActivationPolicy::Blocked) << "nobody knows better";
    const RecordedSettings recorded{first.original, "the first run", at(-5), true};
    const auto second = *planEnter(now, mail(), {}, recorded);
    EXPECT_EQ(second.inheritedFrom, "the first run");
    EXPECT_EQ(second.original.policy, AutoActivationPolicy::IntrasiteOnly);
    EXPECT_EQ(second.original.activeDatabases, first.original.activeDatabases);
    for (const auto& row : second.original.components) {
        if (row.component == component::hubTransport) {
            EXPECT_TRUE(row.heldDownBy().empty());
        }
    }
    // What is there now is checked before the first command, and nothing else.
    for (const auto& condition : second.steps.front().verification)
        EXPECT_EQ(evaluate(condition, now).status, ConditionStatus::Met) << describe(condition).english();
    // A setting that somebody else changed since keeps its current value.
    setPolicy(now, mail(), AutoActivationPolicy::Unrestricted);
    EXPECT_EQ(planEnter(now, mail(), {}, recorded)->original.policy, AutoActivationPolicy::Unrestricted);
    // The maintenance is finished and the server is in service, so somebody else has blocked it since.
    auto blocked = before;
    setPolicy(blocked, mail(), AutoActivationPolicy::Blocked);
    const auto third = *planEnter(blocked, mail(), {}, RecordedSettings{first.original, "long ago", at(-5000), false});
    EXPECT_EQ(third.original.policy, AutoActivationPolicy::Blocked);
    EXPECT_EQ(third.inheritedFrom, "");
}

TEST(PlanLeave, TheLastStepVerifiesEverythingThatWasRecorded)
{
    auto snapshot = seedSnapshot();
    auto original = readOriginalSettings(snapshot, mail());
    original.services.push_back({mail(), service::imap, "Running", "Manual", {}});
    original.services.push_back({mail(), service::pop, "Stopped", "Manual", {}});
    const auto plan = *planReinstate(snapshot, mail(), original);
    std::string looksAt;
    for (const auto& condition : plan.steps.back().verification)
        looksAt += describe(condition).english() + "\n";
    for (const char* what :
         {"Monitoring is Active", "RecoveryActionsEnabled is Active", "service MSExchangeRepl is Running",
          "service ClusSvc is Running", "service MSExchangeTransport is Running"})
        EXPECT_THAT(looksAt, HasSubstr(what));
    const auto* start = plan.step(StepKind::StartServices);
    ASSERT_NE(start, nullptr);
    EXPECT_THAT(start->commands, testing::Contains(testing::Property(&Command::toPowerShell, HasSubstr("Imap4"))));
    for (const auto& command : start->commands)
        EXPECT_THAT(command.toPowerShell(), testing::Not(HasSubstr("Pop3"))) << "it did not run";
}

TEST(PlanLeave, WithoutARecordNothingIsSetThatWasNotChosen)
{
    auto snapshot = seedSnapshot();
    putInMaintenance(snapshot, mail(), at(0)); // Blocked, MoveNow set
    const auto plan = planReinstate(snapshot, mail());
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->original.policy, AutoActivationPolicy::Blocked);
    EXPECT_TRUE(plan->original.activationDisabledAndMoveNow);
}

TEST(PlanLeave, WhatAnUpdateLeftIsClearedBeforeTransportStarts)
{
    auto now = seedSnapshot();
    putInMaintenance(now, mail(), at(0));
    setComponent(now, mail(), component::hubTransport, ServiceState::Inactive, "Functional", at(30));
    const auto plan = planReinstate(now, mail(), readOriginalSettings(seedSnapshot(), mail()));
    ASSERT_TRUE(plan);
    const auto kinds = kindsOf(*plan);
    const auto cleared = std::find(kinds.begin(), kinds.end(), "clear-functional");
    const auto restarted = std::find(kinds.begin(), kinds.end(), "restart-transport");
    ASSERT_NE(cleared, kinds.end());
    EXPECT_LT(cleared - kinds.begin(), restarted - kinds.begin());
    EXPECT_THAT(plan->step(StepKind::ClearFunctional)->commands.front().toPowerShell(),
                HasSubstr("-Component HubTransport -State Active -Requester Functional"));
}

TEST(PlanLeave, AServerThatDidNotServeBeforeIsNotCalledBackInService)
{
    auto now = seedSnapshot();
    putInMaintenance(now, mail(), at(0));
    const auto title = [&](auto change) {
        auto before = seedSnapshot();
        change(before);
        return planReinstate(now, mail(), readOriginalSettings(before, mail()))
            ->step(StepKind::VerifyInService)
            ->title.english();
    };
    const auto served = title([](DagSnapshot&) {});
    EXPECT_NE(title([](DagSnapshot& before) { setPolicy(before, mail(), AutoActivationPolicy::Blocked); }), served);
    EXPECT_NE(title([](DagSnapshot& before) { serverOf(before, mail()).activationDisabledAndMoveNow = true; }), served);
    EXPECT_NE(title([](DagSnapshot& before) { pauseNode(before, mail()); }), served);
    EXPECT_NE(title([](DagSnapshot& before) {
                  setComponent(before, mail(), component::highAvailability, ServiceState::Inactive, "Maintenance",
                               at(-60));
              }),
              served);
}

TEST(PlanLeave, CopiesThatWereIllBeforeAreNotWaitedFor)
{
    auto before = seedSnapshot();
    copyOf(before, "DB01", mail()).status = copyStatus("Suspended");
    auto now = before;
    putInMaintenance(now, mail(), at(0));
    const auto plan = planReinstate(now, mail(), readOriginalSettings(before, mail()));
    ASSERT_TRUE(plan);
    EXPECT_EQ(evaluate(plan->step(StepKind::WaitForCopies)->verification.front(), before).status, ConditionStatus::Met);
    copyOf(before, "DB02", mail()).status = copyStatus("Suspended");
    EXPECT_EQ(evaluate(plan->step(StepKind::WaitForCopies)->verification.front(), before).status,
              ConditionStatus::NotMet);
}

TEST(PlanEnter, AServerWhoseNodeIsDownIsPlannedWithoutItsNode)
{
    auto snapshot = seedSnapshot();
    nodeOf(snapshot, mail()).state = nodeState("Down");
    const auto plan = planEnter(snapshot, mail());
    ASSERT_TRUE(plan) << plan.error().summary();
    EXPECT_EQ(plan->step(StepKind::PauseNode), nullptr);
    for (const auto& step : plan->steps)
        for (const auto& condition : step.verification)
            EXPECT_FALSE(std::holds_alternative<NodeIs>(condition)) << toString(step.kind);
    EXPECT_NE(planEnter(seedSnapshot(), mail())->step(StepKind::PauseNode), nullptr);
}

TEST(PlanEnter, WhatServesNobodyIsNotAmongTheDatabasesToMove)
{
    auto snapshot = seedSnapshot();
    const auto active = [&] { return readOriginalSettings(snapshot, mail()).activeDatabases; };
    ASSERT_EQ(active().size(), 3u);
    auto& copy = copyOf(snapshot, "DB-test", mail());
    copy.status = copyStatus("Dismounted");
    EXPECT_EQ(active().size(), 3u) << "its users wait for it";
    copy.mountAtStartup = databaseOf(snapshot, "DB-test").mountAtStartup = false;
    databaseOf(snapshot, "DB-test").mounted = false;
    EXPECT_EQ(active().size(), 2u);
    EXPECT_TRUE(planEnter(snapshot, mail())->singleCopyDatabases.empty());
    copyOf(snapshot, "DB01", mail()).recovery = true;
    EXPECT_EQ(active(), std::vector{DatabaseName("DB02")});
}

TEST(PlanEnter, Exchange2010IsRefused)
{
    auto snapshot = seedSnapshot();
    serverOf(snapshot, mail()).version = {14, 3, 513, 0};
    for (const auto& plan : {planEnter(snapshot, mail()), planReinstate(snapshot, mail(), {})}) {
        ASSERT_FALSE(plan);
        EXPECT_EQ(plan.error().detail, "Exchange 2010: not managed here");
    }
}
