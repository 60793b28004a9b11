// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Into maintenance and back through the real engine's server: our commands are bound, and our objects serialized, by
// PowerShell itself, in both of the forms in which the entries of a component's state can arrive.
#include "cmdlet_backend.h"
#include "stdio_session.h"

#include "model/maintenance/plan_enter.h"
#include "model/maintenance/plan_reinstate.h"
#include "model/maintenance/report.h"
#include "tests/simulation/lab_link.h"
#include "tests/simulation/simulation.h"

#include <QTemporaryDir>
#include <fstream>
#include <gmock/gmock.h>

namespace drydock {

namespace {

using domain::ServerName;
using maintenance::Outcome;
using tests::LabLink;
using tests::Simulation;
using Entries = tests::CmdletBackend::Entries;

class EngineMaintenance : public testing::TestWithParam<Entries>
{
protected:
    void SetUp() override
    {
        if (const std::string reason = tests::Peer::unavailable(); !reason.empty()) GTEST_SKIP() << reason;
        backend = std::make_unique<tests::CmdletBackend>(organisation);
        const QString script = folder.filePath(QStringLiteral("exchange.ps1"));
        std::ofstream(script.toStdString()) << backend->script(GetParam()).toStdString();
        qputenv("PEER_BACKEND", backend->url().toUtf8()); // the engine inherits it
        session = std::make_unique<tests::StdioSession>(script);
        qunsetenv("PEER_BACKEND");
        ASSERT_TRUE(session->open()) << session->pool().reason().value_or(psrp::ErrorRecord{}).message;
    }
    void TearDown() override
    {
        if (!session) return;
        EXPECT_TRUE(session->close());
    }

    domain::Result<lab::CmdletResult> invoke(const lab::Caller& caller, const psrp::Command& command)
    {
        backend->setCaller(caller);
        lab::CmdletResult result;
        const auto events = session->run(command);
        if (events.empty()) return domain::fail(domain::ErrorKind::OutcomeUnknown, command.name, "no answer");
        for (const auto& event : events) {
            if (const auto* output = std::get_if<psrp::OutputEvent>(&event)) result.objects.push_back(output->value);
            if (const auto* error = std::get_if<psrp::ErrorEvent>(&event)) result.errors.push_back(error->record);
            if (const auto* state = std::get_if<psrp::StateEvent>(&event);
                state != nullptr && state->state == psrp::PipelineState::Failed)
                result.terminating = state->reason.value_or(psrp::ErrorRecord{});
        }
        result.duration = backend->duration();
        ++asked;
        return result;
    }
    LabLink link()
    {
        return {organisation, server,
                [this](const lab::Caller& caller, const psrp::Command& command) { return invoke(caller, command); }};
    }
    static domain::SnapshotPtr everything(LabLink& link)
    {
        auto snapshot = link.readSnapshot({}, {});
        EXPECT_TRUE(snapshot) << snapshot.error().summary();
        EXPECT_TRUE((*snapshot)->errors.empty()) << (*snapshot)->errors.front().error.summary();
        return *snapshot;
    }
    static bool succeeded(const Simulation& run)
    {
        return run.state().outcome == Outcome::Succeeded || run.state().outcome == Outcome::SucceededWithWarnings;
    }

    static lab::Scenario scenario()
    {
        auto seed = lab::loadScenario("seed").value();
        for (auto& one : seed.servers)
            if (one.name == "MAIL") one.policy = "IntrasiteOnly";
        return seed;
    }

    const ServerName server{"MAIL"};
    QTemporaryDir folder;
    lab::Organisation organisation{scenario(), 1};
    std::unique_ptr<tests::CmdletBackend> backend;
    std::unique_ptr<tests::StdioSession> session;
    int asked = 0;
};

TEST_P(EngineMaintenance, EntersAndReinstates)
{
    const auto before = organisation.stateDigest();
    auto way = link();
    auto plan = maintenance::planEnter(*everything(way), server);
    ASSERT_TRUE(plan) << plan.error().summary();
    Simulation enter(way, server, 1, {});
    enter.start(*plan);
    ASSERT_TRUE(enter.playToTheEnd()) << maintenance::reportAsText(enter.state());
    EXPECT_THAT(enter.violations(), testing::IsEmpty());
    ASSERT_TRUE(succeeded(enter)) << maintenance::reportAsText(enter.state());
    EXPECT_EQ(organisation.componentState("MAIL", "ServerWideOffline"), "Inactive");
    EXPECT_EQ(organisation.nodeState("MAIL"), "Paused");
    EXPECT_EQ(organisation.activeServer("DB01"), "MAIL2");

    const auto inMaintenance = everything(way);
    const auto* transport = inMaintenance->component(server, "HubTransport");
    ASSERT_TRUE(transport && transport->registry && transport->activeDirectory);
    const auto entry = transport->newestEntry("Maintenance");
    ASSERT_TRUE(entry);
    EXPECT_EQ(entry->state.value, domain::ServiceState::Draining);
    EXPECT_EQ(entry->since.has_value(), GetParam() == Entries::Objects) << "a time in a text is localised";

    organisation.advance(std::chrono::minutes(20));
    auto back = maintenance::planReinstate(*everything(way), server, enter.state().plan.original);
    ASSERT_TRUE(back) << back.error().summary();
    Simulation reinstate(way, server, 2, {});
    reinstate.start(*back);
    ASSERT_TRUE(reinstate.playToTheEnd()) << maintenance::reportAsText(reinstate.state());
    EXPECT_THAT(reinstate.violations(), testing::IsEmpty());
    EXPECT_TRUE(succeeded(reinstate)) << maintenance::reportAsText(reinstate.state());
    EXPECT_THAT(before.difference(organisation.stateDigest()), testing::IsEmpty());
    std::printf("%d cmdlets by the engine\n", asked);
}

INSTANTIATE_TEST_SUITE_P(Serialization, EngineMaintenance, testing::Values(Entries::Text, Entries::Objects),
                         [](const auto& form) {
                             return std::string(form.param == Entries::Text ? "EntriesAsText" : "EntriesAsObjects");
                         });

} // namespace

} // namespace drydock
