// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Thousands of maintenances against rows in memory: no cmdlets in between, so that the runner itself is what is tried.
#include "model/domain/health_rules.h"
#include "model/domain/server_state.h"
#include "model/maintenance/plan_enter.h"
#include "model/maintenance/plan_reinstate.h"
#include "model/maintenance/report.h"
#include "tests/simulation/seeds.h"
#include "tests/simulation/simulation.h"
#include "tests/support/command_effects.h"
#include "tests/support/organisations.h"
#include "tests/support/snapshot_changes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

using namespace drydock::domain;
using namespace drydock::maintenance;
using namespace drydock::tests;
using testing::IsEmpty;

namespace {

// Commands have their effect some time after they returned, as moves, queues and directories do.
class RowWorld final : public SimulatedWorld
{
public:
    RowWorld(DagSnapshot start, std::uint64_t seed) : rows(std::move(start)), m_random(seed) {}

    Time now() const override { return m_now; }
    void setNow(Time time) override
    {
        m_now = std::max(m_now, time);
        std::erase_if(m_pending, [this](const auto& pending) {
            if (pending.first > m_now) return false;
            applyTo(rows, pending.second, pending.first);
            return true;
        });
    }
    Result<SnapshotPtr> readSnapshot(const Needs&, const std::string&) override
    {
        advance(std::chrono::milliseconds(200));
        rows.takenAt = m_now;
        return std::make_shared<const DagSnapshot>(rows);
    }
    Result<CommandReport> execute(const Command& command) override
    {
        advance(std::chrono::milliseconds(300));
        const bool slow = command.cmdlet == "Move-ActiveMailboxDatabase" || command.cmdlet == "Redirect-Message";
        const auto after = std::chrono::seconds(slow ? std::uniform_int_distribution<int>(0, 240)(m_random) : 0);
        m_pending.emplace_back(m_now + after, command);
        setNow(m_now);
        return CommandReport{};
    }
    std::vector<std::string> lastCopiesOn(const ServerName&) const override { return {}; }

    DagSnapshot rows;

private:
    std::mt19937_64 m_random;
    Time m_now = at(0);
    std::vector<std::pair<Time, Command>> m_pending;
};

RunState play(RowWorld& world, RunKind runKind, std::uint64_t seed,
              const std::optional<OriginalSettings>& original = {})
{
    const Chances chances{0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.005, 0.04, 0.03};
    Simulation simulation(world, mail(), seed, chances);
    auto plan = runKind == RunKind::Enter ? planEnter(world.rows, mail()) : planReinstate(world.rows, mail(), original);
    simulation.start(std::move(*plan));
    EXPECT_TRUE(simulation.playToTheEnd());
    EXPECT_THAT(simulation.violations(), IsEmpty());
    return simulation.state();
}

void enterAndLeaveRows(std::uint64_t seed)
{
    auto rows = seedSnapshot();
    rows.queues.front().messageCount = static_cast<int>(seed % 3 * 7);
    const auto policy = seed % 2 == 0 ? AutoActivationPolicy::Unrestricted : AutoActivationPolicy::IntrasiteOnly;
    setPolicy(rows, mail(), policy);
    RowWorld world(rows, seed);
    const auto entered = play(world, RunKind::Enter, seed);
    EXPECT_TRUE(entered.outcome == Outcome::Succeeded || entered.outcome == Outcome::SucceededWithWarnings)
        << reportAsText(entered);
    EXPECT_EQ(stateOf(world.rows, mail()), ServerState::InMaintenance) << reportAsText(entered);
    world.advance(std::chrono::minutes(30));
    const auto left = play(world, RunKind::Reinstate, seed + 1, entered.plan.original);
    EXPECT_EQ(stateOf(world.rows, mail()), ServerState::Serving) << reportAsText(left);
    EXPECT_EQ(serverOf(world.rows, mail()).autoActivationPolicy, policy);
    EXPECT_FALSE(serverOf(world.rows, mail()).activationDisabledAndMoveNow);
}

} // namespace

TEST(RowSimulation, ManyRunsWithFaultsAndCrashes)
{
    playSeeds("rows", firstSimulationSeed(0), rowSimulationRuns(), enterAndLeaveRows);
}

TEST(RowSimulation, KnownFailures) { playKnownFailures("rows", enterAndLeaveRows); }
