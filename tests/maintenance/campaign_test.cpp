// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A campaign over simulated servers: what it does stage by stage, and that it can be killed at any moment.
#include "model/maintenance/campaign_report.h"
#include "model/maintenance/campaign_runner.h"

#include "tests/support/snapshot_builder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

using namespace drydock::domain;
using namespace drydock::maintenance;
using namespace drydock::tests;
using namespace std::chrono_literals;

namespace {

using Found = campaign_event::RunFound::Found;

CampaignPlan planOf(std::vector<const char*> servers)
{
    CampaignPlan plan;
    plan.group = "DAG1";
    for (const char* server : servers)
        plan.servers.emplace_back(server);
    return plan;
}

Error failure(const char* detail) { return {ErrorKind::NotReached, "a step", detail, 0, nullptr}; }

// The outside of a campaign: its disk, the journals of its runs, and the servers. It can kill the campaign before an
// effect, or between an effect and its answer.
class SimulatedGroup
{
public:
    explicit SimulatedGroup(CampaignPlan plan, unsigned seed = 0) : m_random(seed), m_plan(std::move(plan))
    {
        begin(CampaignRunner(newCampaign("2026-11-22T21-04-05-DAG1-rolling", m_plan)), campaign_event::Start{});
    }

    // The n-th run from here on, by the order of their starts and resumptions, ends like this.
    void endRun(std::size_t n, Outcome outcome) { m_outcomes[m_runsEnded + n] = outcome; }
    void endPrograms(std::optional<Error> error) { m_programError = std::move(error); }
    void blockNext(const char* server) { m_blocked = ServerName(server); }
    void killAfter(int effects) { m_killAfter = effects; }
    void failAtRandom() { m_failAtRandom = true; }

    // Takes the campaign up as another process does: from the disk.
    void resume(CampaignDecision decision = CampaignDecision::GoOn)
    {
        m_killAfter = -1;
        const auto state = replayCampaign(m_disk);
        ASSERT_TRUE(state) << state.error().summary();
        if (m_disk.empty()) // never begun: it is started anew
            return begin(CampaignRunner(newCampaign("2026-11-22T21-04-05-DAG1-rolling", m_plan)),
                         campaign_event::Start{});
        begin(CampaignRunner(*state, m_disk.size()), campaign_event::ContinueRequested{decision});
    }

    // Carries out effects until the campaign rests, is over or is killed. Returns false when it was killed.
    bool run()
    {
        while (!m_effects.empty()) {
            if (m_killAfter == 0) return false;
            const auto effect = m_effects.front();
            m_effects.erase(m_effects.begin());
            const bool killedInside = m_killAfter == 1 && m_killInside;
            const auto answer = std::visit([this](const auto& e) { return carryOut(e); }, effect);
            if (m_killAfter > 0) --m_killAfter;
            if (killedInside) return false;
            if (answer) feed(*answer);
        }
        return true;
    }

    [[nodiscard]] const CampaignState& state() const { return m_runner->state(); }
    [[nodiscard]] const std::vector<CampaignRecord>& disk() const { return m_disk; }
    [[nodiscard]] int programsOf(const std::string& server) const // how often it was started
    {
        const auto found = m_programs.find(server);
        return found == m_programs.end() ? 0 : found->second;
    }
    [[nodiscard]] const std::vector<std::string>& log() const { return m_log; }
    [[nodiscard]] bool anyDown() const { return !m_down.empty(); }
    [[nodiscard]] int runsOf(const char* server, RunKind runKind) const
    {
        return int(std::ranges::count_if(m_runs, [&](const auto& run) {
            return run.second.server == ServerName(server) && run.second.runKind == runKind;
        }));
    }
    std::vector<std::string> attention; // of the next readings of the health
    bool m_killInside = false;          // the kill strikes after the effect and before its answer

private:
    struct Run {
        ServerName server;
        RunKind runKind{};
        std::optional<Outcome> over;
    };
    using Answer = std::optional<CampaignEvent>;

    void begin(CampaignRunner runner, const CampaignEvent& first)
    {
        m_effects.clear();
        m_runner.emplace(std::move(runner));
        feed(first);
    }
    void feed(const CampaignEvent& event)
    {
        const auto more = m_runner->on(event, {Time(m_uptime), m_uptime});
        m_effects.insert(m_effects.end(), more.begin(), more.end());
    }

    Answer carryOut(const campaign_effect::WriteRecord& effect)
    {
        const auto read = campaignRecordFromJson(toJsonLine(effect.record));
        EXPECT_TRUE(read) << toJsonLine(effect.record);
        m_disk.push_back(*read);
        return campaign_event::RecordWritten{effect.record.sequence};
    }
    Answer carryOut(const campaign_effect::PrepareRun& effect)
    {
        m_prepared = {effect.server, effect.runKind, {}};
        if (m_blocked == effect.server) {
            m_blocked = {};
            return campaign_event::RunNotReady{{ErrorKind::Precondition, "check copies-elsewhere", "none", 0, nullptr}};
        }
        const auto id = "run-" + std::to_string(m_ids++);
        return campaign_event::RunReady{id, "15.2.1118." + std::to_string(m_ids)};
    }
    Answer carryOut(const campaign_effect::StartRun& effect)
    {
        EXPECT_FALSE(m_runs.contains(effect.runId)) << "started twice";
        EXPECT_TRUE(std::ranges::any_of(m_disk, [&](const CampaignRecord& record) {
            const auto* started = std::get_if<campaign_record::StageStarted>(&record.body);
            return started && started->run == effect.runId;
        })) << "its id is not on the disk";
        m_log.push_back(m_prepared.server.text() + " " + toString(m_prepared.runKind));
        m_runs[effect.runId] = m_prepared;
        return carryOn(effect.runId);
    }
    Answer carryOut(const campaign_effect::FindRun& effect)
    {
        const auto run = m_runs.find(effect.runId);
        if (run == m_runs.end()) return campaign_event::RunFound{Found::Absent};
        if (run->second.over) return campaign_event::RunFound{Found::Over, *run->second.over};
        return campaign_event::RunFound{Found::Resumable};
    }
    Answer carryOut(const campaign_effect::ResumeRun& effect)
    {
        using How = campaign_effect::ResumeRun::How;
        auto& run = m_runs.at(effect.runId);
        EXPECT_FALSE(run.over) << "resumed though it is over";
        if (effect.how == How::Undo) {
            EXPECT_EQ(run.runKind, RunKind::Enter);
            m_down.erase(run.server);
            run.over = Outcome::Undone;
            return campaign_event::RunEnded{Outcome::Undone};
        }
        if (effect.how == How::Abandon) {
            run.over = Outcome::Abandoned;
            return campaign_event::RunEnded{Outcome::Abandoned};
        }
        return carryOn(effect.runId);
    }
    Answer carryOn(const std::string& id)
    {
        auto& run = m_runs.at(id);
        if (run.runKind == RunKind::Enter) m_down.insert(run.server);
        EXPECT_LE(m_down.size(), 1u) << "two servers are out of service";
        const auto planned = m_outcomes.find(m_runsEnded++);
        auto outcome = planned == m_outcomes.end() ? Outcome::Succeeded : planned->second;
        if (m_failAtRandom && m_random() % 4 == 0) outcome = m_random() % 2 ? Outcome::Failed : Outcome::Unknown;
        if (outcome == Outcome::Failed || outcome == Outcome::Unknown || outcome == Outcome::Stopped)
            return campaign_event::RunEnded{outcome, failure("as planned")};
        if (run.runKind == RunKind::Reinstate) m_down.erase(run.server);
        run.over = outcome;
        return campaign_event::RunEnded{outcome};
    }
    Answer carryOut(const campaign_effect::StopRun&) { return {}; }
    Answer carryOut(const campaign_effect::StartProgram& effect)
    {
        EXPECT_GE(effect.arguments.size(), 2u);
        ++m_programs[effect.arguments[effect.arguments.size() - 2]];
        EXPECT_TRUE(m_runs.contains(effect.arguments.back()));
        return campaign_event::ProgramEnded{m_programError, "done"};
    }
    Answer carryOut(const campaign_effect::ReadHealth&) { return campaign_event::HealthRead{attention}; }
    Answer carryOut(const campaign_effect::SetTimer& effect)
    {
        EXPECT_GT(effect.after, Duration::zero());
        m_uptime += effect.after;
        return campaign_event::Timer{};
    }
    Answer carryOut(const campaign_effect::Rest&) { return {}; }

    std::mt19937 m_random;
    CampaignPlan m_plan;
    std::optional<CampaignRunner> m_runner;
    CampaignEffects m_effects;
    std::vector<CampaignRecord> m_disk;
    std::map<std::string, Run> m_runs;
    std::map<std::size_t, Outcome> m_outcomes;
    std::map<std::string, int> m_programs;
    std::vector<std::string> m_log;
    std::set<ServerName> m_down;
    Run m_prepared;
    ServerName m_blocked;
    std::optional<Error> m_programError;
    std::size_t m_runsEnded = 0;
    int m_ids = 0;
    int m_killAfter = -1;
    bool m_failAtRandom = false;
    Duration m_uptime{1'000'000};
};

} // namespace

TEST(Campaign, TakesOneServerAfterTheOtherThroughAllStages)
{
    auto plan = planOf({"EX1", "EX2"});
    plan.between = BetweenKind::Reboot;
    SimulatedGroup group(plan);
    ASSERT_TRUE(group.run());
    EXPECT_EQ(group.state().outcome, Outcome::Succeeded);
    EXPECT_EQ(group.state().phase, RunPhase::Finished);
    EXPECT_EQ(group.log(), (std::vector<std::string>{"EX1 enter", "EX1 reboot", "EX1 leave", "EX2 enter", "EX2 reboot",
                                                     "EX2 leave"}));
    EXPECT_EQ(*replayCampaign(group.disk()), group.state());
}

TEST(Campaign, WaitsForTheOperatorWhileTheServerIsInMaintenance)
{
    SimulatedGroup group(planOf({"EX1"}));
    ASSERT_TRUE(group.run());
    EXPECT_TRUE(group.state().waitsForOperator());
    EXPECT_TRUE(group.anyDown());
    group.resume();
    ASSERT_TRUE(group.run());
    EXPECT_EQ(group.state().outcome, Outcome::Succeeded);
    EXPECT_EQ(group.runsOf("EX1", RunKind::Enter), 1);
}

TEST(Campaign, StopsAtAFailureAndTakesTheRunUpAgain)
{
    auto plan = planOf({"EX1", "EX2"});
    plan.between = BetweenKind::Reboot;
    SimulatedGroup group(plan);
    group.endRun(3, Outcome::Failed); // EX2 into maintenance
    ASSERT_TRUE(group.run());
    EXPECT_EQ(group.state().phase, RunPhase::Asking);
    EXPECT_EQ(group.state().outcome, Outcome::Failed);
    EXPECT_EQ(group.state().current(), 1u);
    group.resume();
    ASSERT_TRUE(group.run());
    EXPECT_EQ(group.state().outcome, Outcome::Succeeded);
    EXPECT_EQ(group.runsOf("EX2", RunKind::Enter), 1) << "the run is continued, and no other one started";
}

TEST(Campaign, SkipsAServerByUndoingItsRun)
{
    auto plan = planOf({"EX1", "EX2", "EX3"});
    plan.between = BetweenKind::Reboot;
    plan.skipsFailed = true;
    SimulatedGroup group(plan);
    group.endRun(3, Outcome::Failed);
    ASSERT_TRUE(group.run());
    EXPECT_EQ(group.state().phase, RunPhase::Finished);
    EXPECT_EQ(group.state().outcome, Outcome::Failed) << "one server was not maintained";
    EXPECT_TRUE(group.state().servers[1].skipped);
    EXPECT_EQ(group.state().servers[1].at(CampaignStage::Enter).status, StageStatus::Undone);
    EXPECT_EQ(group.runsOf("EX3", RunKind::Reinstate), 1);
    EXPECT_FALSE(group.anyDown());
}

TEST(Campaign, SkipsAServerThatACheckBlocks)
{
    auto plan = planOf({"EX1", "EX2"});
    plan.between = BetweenKind::Reboot;
    plan.skipsFailed = true;
    SimulatedGroup group(plan);
    group.blockNext("EX1");
    ASSERT_TRUE(group.run());
    EXPECT_TRUE(group.state().servers[0].skipped);
    EXPECT_EQ(group.runsOf("EX1", RunKind::Enter), 0);
    EXPECT_EQ(group.runsOf("EX2", RunKind::Reinstate), 1);
}

TEST(Campaign, BringsAServerBackThatDidNotRestart)
{
    auto plan = planOf({"EX1", "EX2"});
    plan.between = BetweenKind::Reboot;
    plan.skipsFailed = true;
    SimulatedGroup group(plan);
    group.endRun(1, Outcome::Failed); // EX1's restart
    ASSERT_TRUE(group.run());
    EXPECT_EQ(group.state().servers[0].at(CampaignStage::Between).status, StageStatus::GoneOnWithout);
    EXPECT_EQ(group.runsOf("EX1", RunKind::Reinstate), 1);
    EXPECT_EQ(group.runsOf("EX2", RunKind::Reinstate), 1);
    EXPECT_EQ(group.state().outcome, Outcome::Failed);
}

TEST(Campaign, TakesNoOtherServerWhileOneDoesNotComeBack)
{
    auto plan = planOf({"EX1", "EX2"});
    plan.between = BetweenKind::Reboot;
    plan.skipsFailed = true;
    SimulatedGroup group(plan);
    group.endRun(2, Outcome::Failed); // EX1 back into service
    ASSERT_TRUE(group.run());
    EXPECT_EQ(group.state().phase, RunPhase::Asking);
    EXPECT_EQ(group.runsOf("EX2", RunKind::Enter), 0);
}

TEST(Campaign, StartsTheProgramWithServerAndRunAndNeverTwiceByItself)
{
    auto plan = planOf({"EX1"});
    plan.between = BetweenKind::Command;
    plan.program = {"patch", "--all"};
    std::optional<SimulatedGroup> killed;
    for (int moment = 1; !killed || killed->programsOf("EX1") == 0; ++moment) { // at last while the program runs
        ASSERT_LT(moment, 100);
        killed.emplace(plan);
        killed->m_killInside = true;
        killed->killAfter(moment);
        EXPECT_FALSE(killed->run());
    }
    auto& group = *killed;
    group.resume();
    ASSERT_TRUE(group.run());
    EXPECT_EQ(group.state().outcome, Outcome::Unknown);
    EXPECT_EQ(group.state().phase, RunPhase::Asking);
    EXPECT_EQ(group.programsOf("EX1"), 1);
    group.resume(); // nobody has said what became of it
    ASSERT_TRUE(group.run());
    EXPECT_EQ(group.programsOf("EX1"), 1);
    group.resume(CampaignDecision::StartAgain);
    ASSERT_TRUE(group.run());
    EXPECT_EQ(group.programsOf("EX1"), 2);
    EXPECT_EQ(group.state().outcome, Outcome::Succeeded);
    EXPECT_EQ(group.state().servers[0].at(CampaignStage::Between).found, "done");
}

TEST(Campaign, WaitsUntilTheHealthWasSteadyForAsLongAsAskedFor)
{
    auto plan = planOf({"EX1"});
    plan.between = BetweenKind::Reboot;
    plan.healthSteady = 2min;
    SimulatedGroup steady(plan);
    ASSERT_TRUE(steady.run());
    const auto& stage = steady.state().servers[0].at(CampaignStage::Steady);
    EXPECT_EQ(*stage.finishedAt - *stage.startedAt, 2min);

    SimulatedGroup ill(plan);
    ill.attention = {"DB01: one good copy left"};
    ASSERT_TRUE(ill.run());
    EXPECT_EQ(ill.state().phase, RunPhase::Asking);
    EXPECT_EQ(ill.state().servers[0].at(CampaignStage::Steady).error->detail, "DB01: one good copy left");
    ill.resume(CampaignDecision::GoOnWithout);
    ASSERT_TRUE(ill.run());
    EXPECT_EQ(ill.state().phase, RunPhase::Finished);
}

TEST(Campaign, EstimatesTheRestByTheServersThatAreThrough)
{
    auto plan = planOf({"EX1", "EX2", "EX3"});
    plan.between = BetweenKind::Reboot;
    plan.healthSteady = 10min;
    SimulatedGroup group(plan);
    group.endRun(3, Outcome::Stopped);
    ASSERT_TRUE(group.run());
    EXPECT_EQ(group.state().timeLeft(*group.state().servers[1].at(CampaignStage::Enter).startedAt), 20min);
    EXPECT_FALSE(newCampaign("id", plan).timeLeft({}));
}

// Killed at every moment of its way, before each effect and between each effect and its answer, a campaign that is
// taken up again does what it would have done.
TEST(Campaign, SurvivesAKillAtEveryMoment)
{
    for (const auto between : {BetweenKind::Reboot, BetweenKind::Wait, BetweenKind::Command}) {
        auto plan = planOf({"EX1", "EX2", "EX3"});
        plan.between = between;
        if (between == BetweenKind::Command) plan.program = {"patch"};
        plan.healthSteady = 1min;
        for (const bool inside : {false, true}) {
            for (int moment = 0; moment < 200; ++moment) {
                SCOPED_TRACE(std::string(toString(between)) + (inside ? " inside " : " before ") +
                             std::to_string(moment));
                SimulatedGroup group(plan);
                group.m_killInside = inside;
                group.killAfter(moment);
                bool killed = !group.run();
                const bool wasKilled = killed;
                for (int n = 0; (killed || group.state().phase != RunPhase::Finished) && n < 20; ++n) {
                    const bool unknown = !killed && group.state().outcome == Outcome::Unknown;
                    group.resume(unknown ? CampaignDecision::GoOnWithout : CampaignDecision::GoOn);
                    killed = !group.run();
                }
                ASSERT_EQ(group.state().phase, RunPhase::Finished);
                EXPECT_FALSE(group.anyDown());
                for (const char* server : {"EX1", "EX2", "EX3"}) {
                    EXPECT_EQ(group.runsOf(server, RunKind::Enter), 1);
                    EXPECT_EQ(group.runsOf(server, RunKind::Reinstate), 1);
                    EXPECT_LE(group.programsOf(server), 1);
                }
                if (!wasKilled) break;
                ASSERT_LT(moment, 199);
            }
        }
    }
}

// Runs that fail, kills and decisions at random: it comes to its end, with every server in service.
TEST(Campaign, EndsWithEveryServerInServiceWhateverHappens)
{
    constexpr unsigned cases = 1500;
    for (unsigned seed = 0; seed < cases; ++seed) {
        SCOPED_TRACE(seed);
        std::mt19937 random(seed);
        auto plan = planOf({"EX1", "EX2", "EX3", "EX4"});
        plan.between = random() % 2 ? BetweenKind::Reboot : BetweenKind::Wait;
        plan.skipsFailed = random() % 2;
        SimulatedGroup group(plan, seed);
        group.failAtRandom();
        group.m_killInside = random() % 2;
        group.killAfter(int(random() % 60));
        bool killed = !group.run();
        for (int n = 0; (killed || group.state().phase != RunPhase::Finished) && n < 200; ++n) {
            group.resume();
            if (random() % 2) group.killAfter(int(random() % 40));
            killed = !group.run();
        }
        ASSERT_EQ(group.state().phase, RunPhase::Finished);
        EXPECT_FALSE(group.anyDown());
        EXPECT_EQ(*replayCampaign(group.disk()), group.state());
    }
}

TEST(Campaign, ReportsServersStagesAndTheirRuns)
{
    auto plan = planOf({"EX1", "EX2"});
    plan.between = BetweenKind::Reboot;
    plan.skipsFailed = true;
    plan.reason = "updates <November>";
    SimulatedGroup group(plan);
    group.blockNext("EX2");
    ASSERT_TRUE(group.run());
    const auto text = campaignAsText(group.state());
    EXPECT_NE(text.find("run run-0"), std::string::npos) << text;
    EXPECT_NE(text.find("EX2, left out"), std::string::npos) << text;
    const auto html = campaignAsHtml(group.state());
    EXPECT_NE(html.find("updates &lt;November&gt;"), std::string::npos) << html;
    EXPECT_NE(campaignAsJson(group.state()).find(R"("run":"run-2")"), std::string::npos);
}

TEST(CampaignRecord, ANewerFormatIsNamedAsSuch)
{
    const auto read = campaignRecordFromJson(R"({"type":"new","format":2,"seq":0,"at":"2026-11-22T21:04:05Z"})");
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().kind, ErrorKind::Usage);
}

TEST(CampaignRecord, AGapInTheSequenceIsCorrupt)
{
    SimulatedGroup group(planOf({"EX1"}));
    ASSERT_TRUE(group.run());
    auto records = group.disk();
    records.erase(records.begin() + 1);
    EXPECT_EQ(replayCampaign(records).error().kind, ErrorKind::Corrupt);
}

TEST(CampaignOrder, FewestActivesFirstAndThePrimaryActiveManagerLast)
{
    SnapshotBuilder builder;
    builder.server("EX1", "DAG1").server("EX2", "DAG1").server("EX3", "DAG1");
    builder.database("DB1", {"EX1", "EX2"}).database("DB2", {"EX2", "EX3"}).database("DB3", {"EX2", "EX1"});
    auto snapshot = builder.build();
    snapshot.groups.front().primaryActiveManager = ServerName("EX3");
    const std::vector<ServerName> given{ServerName("EX3"), ServerName("EX2"), ServerName("EX1")};
    EXPECT_EQ(suggestedOrder(snapshot, given),
              (std::vector<ServerName>{ServerName("EX1"), ServerName("EX2"), ServerName("EX3")}));
    for (auto& server : snapshot.servers)
        server.site = server.name == ServerName("EX2") ? "Paris" : "London";
    snapshot.copies.clear();
    EXPECT_EQ(suggestedOrder(snapshot, given).front(), ServerName("EX2")) << "another site than the manager's";
}

TEST(CampaignHealth, WhatNeededAttentionBeforeHoldsNothingBack)
{
    SnapshotBuilder builder;
    builder.server("EX1", "DAG1").server("EX2", "DAG1");
    builder.database("DB1", {"EX1", "EX2"}).database("Single", {"EX1"});
    auto snapshot = builder.build();
    CampaignPlan plan = planOf({"EX1", "EX2"});
    plan.healthIssuesBefore = healthIssueKeys(snapshot, "DAG1");
    EXPECT_FALSE(plan.healthIssuesBefore.empty());
    EXPECT_TRUE(newHealthIssues(plan, snapshot).empty());
    for (auto& copy : snapshot.copies)
        if (copy.database == DatabaseName("DB1") && !copy.active) copy.status = copyStatus("Failed");
    EXPECT_FALSE(newHealthIssues(plan, snapshot).empty());
}
