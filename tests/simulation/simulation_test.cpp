// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/plan_enter.h"
#include "model/maintenance/plan_reinstate.h"
#include "model/maintenance/report.h"
#include "tests/simulation/interference.h"
#include "tests/simulation/lab_link.h"
#include "tests/simulation/seeds.h"
#include "tests/simulation/simulation.h"
#include "tests/simulation/transition_coverage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdio>

using namespace drydock;
using namespace drydock::tests;
using drydock::domain::Error;
using drydock::domain::ServerName;
using drydock::maintenance::Outcome;
using drydock::maintenance::RunKind;
using testing::IsEmpty;

namespace {

lab::Scenario scenario(const char* name)
{
    auto loaded = lab::loadScenario(name);
    EXPECT_TRUE(loaded) << loaded.error().summary();
    return *loaded;
}

template <class Scenario> auto& specOf(Scenario& scenario, const std::string& name)
{
    return *std::find_if(scenario.servers.begin(), scenario.servers.end(),
                         [&](const auto& s) { return s.name == name; });
}

// Messages that leave neither by themselves nor by a redirect.
int stuckMessages(const lab::ServerSpec& server)
{
    int messages = 0;
    for (const auto& queue : server.queues)
        if (queue.status == "Retry" || queue.status == "Suspended") messages += queue.messages;
    return messages;
}

maintenance::Plan planFor(lab::Organisation& organisation, const ServerName& server, RunKind kind,
                          const std::optional<maintenance::OriginalSettings>& original = {})
{
    LabLink link(organisation, server);
    const auto snapshot = link.readSnapshot({}, {});
    EXPECT_TRUE(snapshot);
    auto plan = kind == RunKind::Enter ? maintenance::planEnter(**snapshot, server)
                                       : maintenance::planReinstate(**snapshot, server, original);
    EXPECT_TRUE(plan) << plan.error().summary();
    plan->domainController = (*snapshot)->domainController;
    return *plan;
}

// Looking in from the lab's side, not from ours. `stuck`: messages that the operator left in their queues.
void expectInMaintenance(const lab::Organisation& organisation, const std::string& server, int stuck)
{
    EXPECT_EQ(organisation.componentState(server, "ServerWideOffline"), "Inactive");
    EXPECT_EQ(organisation.nodeState(server), "Paused");
    EXPECT_EQ(organisation.queuedMessages(server), stuck);
    for (const auto& database : organisation.scenario().databases)
        if (database.copies.size() > 1) {
            EXPECT_NE(organisation.activeServer(database.name), server) << database.name;
            EXPECT_TRUE(organisation.isMounted(database.name)) << database.name;
        }
    for (const auto& dag : organisation.scenario().dags)
        EXPECT_NE(organisation.primaryActiveManager(dag.name), server);
}

// A service that does not start is left with a warning, which names it. `line`: "+LON1 service MSExchangeImap4:
// Stopped".
bool warnsOfService(const maintenance::RunState& run, const std::string& line)
{
    const std::string before = " service ";
    const auto at = line.find(before);
    if (at == std::string::npos) return false;
    const auto name = line.substr(at + before.size(), line.find(':') - at - before.size());
    return std::any_of(run.warnings.begin(), run.warnings.end(), [&](const auto& warning) {
        return warning.english().find("service " + name + " is ") != std::string::npos;
    });
}

bool succeeded(const maintenance::RunState& state)
{
    return state.outcome == Outcome::Succeeded || state.outcome == Outcome::SucceededWithWarnings;
}

// Enter and leave with the same chances of faults; everything that must hold whatever happens.
void enterAndLeave(lab::Scenario start, const char* name, std::uint64_t seed, const Chances& chances,
                   const std::optional<lab::Fault>& fault = {})
{
    SCOPED_TRACE("seed " + std::to_string(seed));
    const ServerName server(name);
    lab::Organisation organisation(start, seed);
    const auto before = organisation.stateDigest();
    LabLink link(organisation, server);
    Simulation enter(link, server, seed, chances);
    enter.start(planFor(organisation, server, RunKind::Enter));
    if (fault) organisation.inject(*fault);
    ASSERT_TRUE(enter.playToTheEnd()) << maintenance::reportAsText(enter.state());
    EXPECT_THAT(enter.violations(), IsEmpty());
    ASSERT_TRUE(succeeded(enter.state())) << maintenance::reportAsText(enter.state());
    expectInMaintenance(organisation, name, enter.leftMessages() ? stuckMessages(specOf(start, name)) : 0);
    organisation.advance(std::chrono::minutes(20));
    Simulation leave(link, server, seed + 1, chances);
    leave.start(planFor(organisation, server, RunKind::Reinstate, enter.state().plan.original));
    ASSERT_TRUE(leave.playToTheEnd()) << maintenance::reportAsText(leave.state());
    EXPECT_THAT(leave.violations(), IsEmpty());
    EXPECT_TRUE(succeeded(leave.state())) << maintenance::reportAsText(leave.state());
    for (const auto& line : before.difference(organisation.stateDigest()))
        EXPECT_TRUE(warnsOfService(leave.state(), line)) << line << '\n' << maintenance::reportAsText(leave.state());
}

const Chances everything{0.05, 0.04, 0.04, 0.04, 0.04, 0.05, 0.004, 0.03, 0.02};
constexpr std::uint64_t firstSeed = 100;

void enterAndLeaveTheSeed(std::uint64_t seed)
{
    const char* policies[] = {"Unrestricted", "IntrasiteOnly", "Blocked"};
    auto start = scenario("seed");
    specOf(start, "MAIL").policy = policies[(seed - firstSeed) % 3];
    enterAndLeave(start, "MAIL", seed, everything);
}

void enterAndLeaveTwoSites(std::uint64_t seed)
{
    auto start = scenario("two-sites");
    const auto name = start.servers[(seed - firstSeed) % start.servers.size()].name;
    // In every other pair a domain controller falls silent, some of them for a while only, at a cmdlet drawn at random.
    std::optional<lab::Fault> fault;
    std::mt19937_64 random(seed);
    if (seed % 2 == 0) {
        fault.emplace();
        fault->kind = lab::FaultKind::DomainControllerDown;
        fault->server = random() % 4 == 0 ? "DC2" : "DC1";
        fault->skip = static_cast<int>(random() % 150);
        fault->count = random() % 2 == 0 ? -1 : 40;
        if (random() % 2 == 0) start.timing.directoryLatency = std::chrono::minutes(15);
    }
    enterAndLeave(start, name.c_str(), seed, everything, fault);
}

// Undoes a run after any of its effects, with the same faults and crashes on the way back.
void undoFromAnywhere(std::uint64_t seed)
{
    SCOPED_TRACE("seed " + std::to_string(seed));
    constexpr std::uint64_t longest = 150; // effects of a run into maintenance, about
    auto start = scenario("seed");
    specOf(start, "MAIL").policy = "IntrasiteOnly";
    lab::Organisation organisation(start, seed);
    const auto before = organisation.stateDigest();
    LabLink link(organisation, ServerName("MAIL"));
    Simulation enter(link, ServerName("MAIL"), seed, everything);
    enter.start(planFor(organisation, ServerName("MAIL"), RunKind::Enter));
    for (std::uint64_t played = 0; played < seed % longest && enter.playOne();)
        ++played;
    for (int words = 0; words < 200 && enter.state().phase != maintenance::RunPhase::Finished; ++words) {
        if (enter.state().undoDownTo && words > 0)
            enter.resume();
        else
            enter.undo(); // also where the run was cut off before the record of it was on the disk
        enter.playUntilItRests();
    }
    EXPECT_THAT(enter.violations(), IsEmpty()) << maintenance::reportAsText(enter.state());
    EXPECT_EQ(enter.state().phase, maintenance::RunPhase::Finished) << maintenance::reportAsText(enter.state());
    if (succeeded(enter.state())) return; // it was over before
    EXPECT_EQ(enter.state().outcome, Outcome::Undone) << maintenance::reportAsText(enter.state());
    EXPECT_THAT(before.difference(organisation.stateDigest()), IsEmpty()) << maintenance::reportAsText(enter.state());
}

// A run that is not alone: somebody changes the server by hand, restarts it or another member, suspends copies, and
// this computer's clock is set now and then.
const Chances withOthers{0.05, 0.02, 0.02, 0.02, 0.04, 0.03, 0.002, 0.02, 0.02, 0.015, 0.01};

// Plays to the end, or undoes what cannot be brought to it any more. Returns false when neither ends.
bool playOrUndo(Simulation& run)
{
    if (run.playToTheEnd(60)) return true;
    run.undo();
    return run.playToTheEnd();
}

void enterAndLeaveAmongOthers(std::uint64_t seed)
{
    SCOPED_TRACE("seed " + std::to_string(seed));
    const auto start = scenario("two-sites");
    const auto name = start.servers[seed % start.servers.size()].name;
    const ServerName server(name);
    lab::Organisation organisation(start, seed);
    const auto before = organisation.stateDigest();
    LabLink link(organisation, server);
    Interference others(organisation, name, seed);
    const auto disturbed = [&](Simulation& run, RunKind kind,
                               const std::optional<maintenance::OriginalSettings>& original = {}) {
        run.onInterference([&] { return others.act(); }, [&] { others.settle(); }, !others.text().empty());
        run.start(planFor(organisation, server, kind, original));
        EXPECT_TRUE(playOrUndo(run)) << others.text() << maintenance::reportAsText(run.state());
        EXPECT_THAT(run.violations(), IsEmpty()) << others.text() << maintenance::reportAsText(run.state());
        others.settle();
    };
    Simulation enter(link, server, seed, withOthers);
    disturbed(enter, RunKind::Enter);
    if (succeeded(enter.state()) && !enter.touchedSinceReading()) {
        SCOPED_TRACE(others.text() + maintenance::reportAsText(enter.state()));
        expectInMaintenance(organisation, name, enter.leftMessages() ? stuckMessages(specOf(start, name)) : 0);
    }
    organisation.advance(std::chrono::minutes(20));
    Simulation leave(link, server, seed + 1, withOthers);
    disturbed(leave, RunKind::Reinstate, enter.state().plan.original);
    organisation.advance(std::chrono::minutes(20));
    if (!succeeded(leave.state())) return;
    for (const auto& line : before.difference(organisation.stateDigest()))
        EXPECT_TRUE(others.explains(line, leave.touchedSinceReading()) || warnsOfService(leave.state(), line))
            << line << '\n'
            << others.text() << maintenance::reportAsText(leave.state());
}

// Two operators begin with two members of one group at the same moment, each before the other's begin shows in the
// organisation's record. One who cannot go on undoes what was done.
void twoOperators(std::uint64_t seed)
{
    SCOPED_TRACE("seed " + std::to_string(seed));
    constexpr int mostWords = 40;
    const auto start = scenario("two-sites");
    std::mt19937_64 random(seed);
    const auto count = start.servers.size();
    const auto first = seed % count;
    const auto second = (first + 1 + random() % (count - 1)) % count;
    const std::array names{start.servers[first].name, start.servers[second].name};
    lab::Organisation organisation(start, seed);
    const auto before = organisation.stateDigest();
    std::array links{LabLink(organisation, ServerName(names[0])), LabLink(organisation, ServerName(names[1]))};
    std::array runs{Simulation(links[0], ServerName(names[0]), seed, everything),
                    Simulation(links[1], ServerName(names[1]), seed + 1, everything)};
    std::array<int, 2> words{};
    const auto isOver = [&](std::size_t i) { return runs[i].state().phase == maintenance::RunPhase::Finished; };
    const std::array plans{planFor(organisation, ServerName(names[0]), RunKind::Enter),
                           planFor(organisation, ServerName(names[1]), RunKind::Enter)};
    runs[0].start(plans[0]);
    runs[1].start(plans[1]);
    while ((!isOver(0) || !isOver(1)) && std::max(words[0], words[1]) < 5 * mostWords) {
        const std::size_t next = isOver(0) ? 1 : isOver(1) ? 0 : random() % 2;
        const auto sent = runs[next].commandsSent();
        if (!runs[next].playOne()) {
            if (++words[next] == mostWords)
                runs[next].undo();
            else
                runs[next].resume();
        }
        if (runs[next].commandsSent() != sent) runs[1 - next].touch();
    }
    for (std::size_t i = 0; i < runs.size(); ++i) {
        SCOPED_TRACE(maintenance::reportAsText(runs[i].state()));
        EXPECT_TRUE(isOver(i));
        EXPECT_THAT(runs[i].violations(), IsEmpty());
        if (succeeded(runs[i].state()) && !runs[i].touchedSinceReading())
            expectInMaintenance(organisation, names[i],
                                runs[i].leftMessages() ? stuckMessages(specOf(start, names[i])) : 0);
    }
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (!succeeded(runs[i].state())) continue;
        organisation.advance(std::chrono::minutes(20));
        Simulation leave(links[i], ServerName(names[i]), seed + 2 + i, everything);
        leave.start(planFor(organisation, ServerName(names[i]), RunKind::Reinstate, runs[i].state().plan.original));
        EXPECT_TRUE(leave.playToTheEnd()) << maintenance::reportAsText(leave.state());
        EXPECT_THAT(leave.violations(), IsEmpty());
        EXPECT_TRUE(succeeded(leave.state())) << maintenance::reportAsText(leave.state());
    }
    EXPECT_THAT(before.difference(organisation.stateDigest()), IsEmpty());
}

} // namespace

// Printed after the runs of this process: what they never tried.
class CoverageReport : public testing::Environment
{
public:
    void TearDown() override
    {
        const auto never = transitionCoverage().neverTaken();
        std::printf("transitions never taken: %zu\n", never.size());
        for (const auto& transition : never)
            std::printf("  %s\n", transition.c_str());
    }
};
const auto* const coverageReport = testing::AddGlobalTestEnvironment(new CoverageReport);

TEST(Simulation, EntersAndLeavesOnTheSeedWithoutFaults) { enterAndLeave(scenario("seed"), "MAIL", 1, {}); }

// The entries of component states have no time then, and are told from each other by their states alone.
TEST(Simulation, EntersAndLeavesWhereEntriesArriveAsText)
{
    auto start = scenario("seed");
    start.serialization = lab::Serialization::Texts;
    specOf(start, "MAIL").policy = "IntrasiteOnly";
    enterAndLeave(start, "MAIL", 1, {});
    for (std::uint64_t seed = 0; seed < 5; ++seed)
        enterAndLeave(start, "MAIL", firstSeed + seed, everything);
}

TEST(Simulation, EntersAndLeavesOnTwoSitesWithoutFaults)
{
    const auto start = scenario("two-sites");
    for (const auto& server : start.servers)
        enterAndLeave(start, server.name.c_str(), 1, {});
}

TEST(Simulation, AStuckQueueFailsTheRunBeforeTheServerGoesOffline)
{
    const ServerName server("LON1");
    auto start = scenario("two-sites");
    for (auto& queue : specOf(start, "LON1").queues)
        if (queue.status == "Retry") queue.status = "Suspended";
    lab::Organisation organisation(std::move(start), 1);
    const auto before = organisation.stateDigest();
    LabLink link(organisation, server);
    Simulation enter(link, server, 1, {});
    enter.start(planFor(organisation, server, RunKind::Enter));
    enter.playUntilItRests();
    EXPECT_EQ(enter.state().outcome, Outcome::Failed) << maintenance::reportAsText(enter.state());
    EXPECT_EQ(organisation.queuedMessages("LON1"), 2);
    EXPECT_EQ(organisation.componentState("LON1", "ServerWideOffline"), "Active");
    enter.undo();
    enter.playUntilItRests();
    EXPECT_EQ(enter.state().outcome, Outcome::Undone) << maintenance::reportAsText(enter.state());
    EXPECT_THAT(before.difference(organisation.stateDigest()), IsEmpty());
}

TEST(Simulation, APolicyOtherThanUnrestrictedIsRestored)
{
    auto start = scenario("seed");
    specOf(start, "MAIL").policy = "IntrasiteOnly";
    specOf(start, "MAIL").components = {{"ImapProxy", "HealthApi", "Inactive", true, false, std::chrono::hours(3)}};
    enterAndLeave(start, "MAIL", 1, {});
}

TEST(Simulation, AServerThatWasPausedOrBlockedBeforeStaysPausedOrBlocked)
{
    auto start = scenario("seed");
    specOf(start, "MAIL").policy = "Blocked";
    specOf(start, "MAIL").node = "Paused";
    lab::Organisation organisation(start, 1);
    organisation.advance(
        std::chrono::minutes(10)); // the primary active manager leaves a server whose activation is blocked
    const ServerName server("MAIL");
    const auto before = organisation.stateDigest();
    LabLink link(organisation, server);
    Simulation enter(link, server, 1, {});
    enter.start(planFor(organisation, server, RunKind::Enter));
    ASSERT_TRUE(enter.playToTheEnd());
    ASSERT_TRUE(succeeded(enter.state())) << maintenance::reportAsText(enter.state());
    Simulation leave(link, server, 2, {});
    leave.start(planFor(organisation, server, RunKind::Reinstate, enter.state().plan.original));
    ASSERT_TRUE(leave.playToTheEnd());
    EXPECT_TRUE(succeeded(leave.state())) << maintenance::reportAsText(leave.state());
    EXPECT_THAT(before.difference(organisation.stateDigest()), IsEmpty());
}

TEST(Simulation, TheLastGoodCopyIsNeverTakenDown)
{
    for (const char* status : {"FailedAndSuspended", "Suspended", "Seeding"}) {
        auto start = scenario("seed");
        start.databases.front().copies[1].status = status;
        lab::Organisation organisation(start, 1);
        LabLink link(organisation, ServerName("MAIL"));
        Simulation enter(link, ServerName("MAIL"), 1, {});
        enter.start(planFor(organisation, ServerName("MAIL"), RunKind::Enter));
        enter.playUntilItRests();
        EXPECT_THAT(enter.violations(), IsEmpty());
        EXPECT_EQ(enter.commandsSent(), 0u);
        EXPECT_EQ(enter.state().outcome, Outcome::Failed) << status;
    }
}

TEST(Simulation, ARegistryWriteThatIsLostIsNoticed)
{
    lab::Organisation organisation(scenario("seed"), 1);
    lab::Fault fault;
    fault.kind = lab::FaultKind::IgnoreRegistryWrite;
    organisation.inject(fault);
    LabLink link(organisation, ServerName("MAIL"));
    Simulation enter(link, ServerName("MAIL"), 1, {});
    enter.start(planFor(organisation, ServerName("MAIL"), RunKind::Enter));
    enter.playUntilItRests();
    EXPECT_EQ(enter.state().outcome, Outcome::Failed) << maintenance::reportAsText(enter.state());
    EXPECT_EQ(enter.state().plan.steps[enter.state().current].kind, maintenance::StepKind::DrainTransport);
    organisation.clearFaults();
    ASSERT_TRUE(enter.playToTheEnd());
    EXPECT_TRUE(succeeded(enter.state())) << maintenance::reportAsText(enter.state());
}

TEST(Simulation, ManyUndosFromAnywhere)
{
    playSeeds("undos", firstSimulationSeed(firstSeed), simulationRuns(), undoFromAnywhere);
}

TEST(Simulation, KnownFailuresOfUndos) { playKnownFailures("undos", undoFromAnywhere); }

TEST(Simulation, ManyRunsWithFaultsAndCrashesOnTheSeed)
{
    playSeeds("seed", firstSimulationSeed(firstSeed), simulationRuns(), enterAndLeaveTheSeed);
}

TEST(Simulation, ManyRunsWithFaultsAndCrashesOnTwoSites)
{
    playSeeds("two-sites", firstSimulationSeed(firstSeed), simulationRuns() / 4, enterAndLeaveTwoSites);
}

TEST(Simulation, ManyRunsAmongOthers)
{
    playSeeds("among-others", firstSimulationSeed(firstSeed), simulationRuns() / 2, enterAndLeaveAmongOthers);
}

TEST(Simulation, KnownFailuresAmongOthers) { playKnownFailures("among-others", enterAndLeaveAmongOthers); }

TEST(Simulation, ManyRunsOfTwoOperators)
{
    playSeeds("two-operators", firstSimulationSeed(firstSeed), simulationRuns() / 2, twoOperators);
}

TEST(Simulation, KnownFailuresOfTwoOperators) { playKnownFailures("two-operators", twoOperators); }

TEST(Simulation, KnownFailuresOnTheSeed) { playKnownFailures("seed", enterAndLeaveTheSeed); }

TEST(Simulation, KnownFailuresOnTwoSites) { playKnownFailures("two-sites", enterAndLeaveTwoSites); }
