// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Databases go home on the lab, with crashes and faults drawn at random.
#include "model/maintenance/exchange_tests.h"
#include "model/maintenance/plan_rebalance.h"
#include "model/maintenance/report.h"
#include "tests/simulation/lab_link.h"
#include "tests/simulation/seeds.h"
#include "tests/simulation/simulation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace drydock;
using namespace drydock::tests;
using domain::ServerName;
using testing::IsEmpty;

namespace {

constexpr std::uint64_t firstRebalanceSeed = 7'000;
const Chances faults{0.05, 0.04, 0.04, 0.04, 0.04, 0.05, 0.004, 0.03, 0.02};

// The seed of the lab, with its databases on MAIL2; they do not go home by themselves.
lab::Scenario awayScenario()
{
    auto scenario = *lab::loadScenario("seed");
    scenario.dags.front().preferenceMoveFrequency.reset();
    for (auto& database : scenario.databases)
        if (database.copies.size() > 1) database.active = "MAIL2";
    return scenario;
}

void bringHome(std::uint64_t seed)
{
    lab::Organisation organisation(awayScenario(), seed);
    LabLink link(organisation, ServerName("MAIL"));
    const auto snapshot = link.readSnapshot({}, {});
    ASSERT_TRUE(snapshot);
    auto plan = maintenance::planRebalance(**snapshot, ServerName("MAIL"));
    ASSERT_TRUE(plan);
    ASSERT_FALSE(plan->steps.empty());
    plan->domainController = (*snapshot)->domainController;
    // A step that only asks, whose cmdlets may be lost and refused like any other.
    maintenance::addExchangeTests(*plan,
                                  {{maintenance::testServiceHealth, {}}, {maintenance::testReplicationHealth, {}}});
    Simulation run(link, ServerName("MAIL"), seed, seed == firstRebalanceSeed ? Chances() : faults);
    run.start(*plan);
    ASSERT_TRUE(run.playToTheEnd()) << maintenance::reportAsText(run.state());
    EXPECT_THAT(run.violations(), IsEmpty());
    EXPECT_TRUE(maintenance::isSuccess(run.state().outcome)) << maintenance::reportAsText(run.state());
    EXPECT_EQ(run.state().databasesLeft(), 0u) << maintenance::reportAsText(run.state());
    for (const auto& database : organisation.scenario().databases) {
        EXPECT_EQ(organisation.activeServer(database.name), "MAIL") << database.name;
        EXPECT_TRUE(organisation.isMounted(database.name)) << database.name;
    }
}

} // namespace

TEST(SimulatedRebalance, BringsEveryDatabaseHomeWhateverHappens)
{
    playSeeds("rebalance", firstSimulationSeed(firstRebalanceSeed), simulationRuns(), bringHome);
}
