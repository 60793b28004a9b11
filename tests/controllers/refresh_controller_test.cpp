// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/controllers/refresh_controller.h"
#include "model/domain/health_rules.h"
#include "model/domain/server_state.h"
#include "model/tables/copies_model.h"
#include "tests/support/fake_gateway.h"
#include "tests/support/organisations.h"
#include "tests/support/qt_test.h"

#include <gtest/gtest.h>

namespace drydock::controllers {
namespace {

using namespace std::chrono_literals;
using tests::FakeGateway;

class RefreshControllerTest : public ::testing::Test
{
protected:
    void connectAndWait()
    {
        controller.setGateway(gateway);
        ASSERT_TRUE(tests::waitUntil([&] { return controller.snapshot() != nullptr; }));
    }
    static domain::Error lost() { return {domain::ErrorKind::ConnectionLost, "read", "gone", 0, nullptr}; }

    std::shared_ptr<FakeGateway> gateway = std::make_shared<FakeGateway>(tests::seedSnapshot());
    RefreshController controller;
};

TEST_F(RefreshControllerTest, ReadsANewGatewayAtOnce)
{
    QSignalSpy changed(&controller, &RefreshController::snapshotChanged);
    QSignalSpy refreshing(&controller, &RefreshController::refreshingChanged);
    connectAndWait();
    EXPECT_EQ(changed.count(), 1);
    EXPECT_EQ(refreshing.count(), 2);
    EXPECT_FALSE(controller.refreshing());
    EXPECT_FALSE(controller.stale());
}

TEST_F(RefreshControllerTest, ARefusalOfOurSessionDoesNotMakeTheServerUnreachable)
{
    using domain::ErrorKind;
    using domain::ServerState;
    for (const auto kind : {ErrorKind::Quota, ErrorKind::CommandFailed}) {
        connectAndWait();
        QSignalSpy changed(&controller, &RefreshController::snapshotChanged);
        gateway->change([kind](domain::DagSnapshot& world) {
            std::erase_if(world.components, [](const auto& row) { return row.server == tests::mail(); });
            world.read.erase({domain::SnapshotSection::Components, tests::mail()});
            world.errors = {{domain::SnapshotSection::Components,
                             tests::mail(),
                             {kind, "Get-ServerComponentState", "", 0, nullptr}}};
        });
        controller.refresh();
        ASSERT_TRUE(tests::waitUntil([&] { return changed.count() == 1; }));
        EXPECT_EQ(domain::stateOf(*controller.snapshot(), tests::mail()),
                  kind == ErrorKind::Quota ? ServerState::Serving : ServerState::Unreachable);
        EXPECT_FALSE(controller.snapshot()->covers(domain::SnapshotSection::Components, tests::mail()))
            << "nothing is decided by it";
        controller.setGateway(nullptr);
        gateway = std::make_shared<FakeGateway>(tests::seedSnapshot());
    }
}

TEST_F(RefreshControllerTest, PartialSnapshotsAreReportedBeforeTheFirstWholeOneOnly)
{
    auto servers = std::make_shared<domain::DagSnapshot>();
    servers->servers = tests::seedSnapshot().servers;
    gateway->part = servers;
    gateway->hold(FakeGateway::Call::Read);
    QSignalSpy parts(&controller, &RefreshController::partRead);
    controller.setGateway(gateway);
    ASSERT_TRUE(tests::waitUntil([&] { return parts.count() == 1; }));
    EXPECT_EQ(parts.front().front().value<domain::SnapshotPtr>(), gateway->part);
    EXPECT_EQ(controller.snapshot(), nullptr);
    gateway->answerHeld();
    ASSERT_TRUE(tests::waitUntil([&] { return controller.snapshot() != nullptr; }));
    controller.refresh();
    gateway->answerHeld();
    ASSERT_TRUE(tests::waitUntil([&] { return !controller.refreshing(); }));
    EXPECT_EQ(gateway->readings(), 2);
    EXPECT_EQ(parts.count(), 1);
}

TEST_F(RefreshControllerTest, AFailedRefreshKeepsTheRowsAndMarksThem)
{
    tables::CopiesModel model;
    QObject::connect(&controller, &RefreshController::snapshotChanged, &model, &tables::CopiesModel::setSnapshot);
    QObject::connect(&controller, &RefreshController::staleChanged, &model, &tables::TableModel::setStale);
    connectAndWait();
    const auto before = controller.snapshot();
    const int rows = model.rowCount();
    ASSERT_GT(rows, 0);
    gateway->failReads(lost());
    QSignalSpy failed(&controller, &RefreshController::refreshFailed);
    controller.refresh();
    ASSERT_TRUE(tests::waitUntil([&] { return failed.count() == 1; }));
    EXPECT_TRUE(controller.stale());
    EXPECT_EQ(controller.snapshot(), before);
    EXPECT_EQ(controller.lastError(), lost());
    EXPECT_EQ(model.rowCount(), rows);
    EXPECT_TRUE(model.index(0, 0).data(tables::StaleRole).toBool());
    gateway->failReads(std::nullopt);
    controller.refresh();
    ASSERT_TRUE(tests::waitUntil([&] { return !controller.stale(); }));
    EXPECT_FALSE(model.index(0, 0).data(tables::StaleRole).toBool());
    EXPECT_FALSE(controller.lastError());
}

TEST_F(RefreshControllerTest, ReadsOneAtATime)
{
    gateway->hold(FakeGateway::Call::Read);
    controller.setGateway(gateway);
    controller.refresh();
    controller.refresh();
    EXPECT_EQ(gateway->heldCount(), 1);
    EXPECT_TRUE(controller.refreshing());
    gateway->answerHeld();
    ASSERT_TRUE(tests::waitUntil([&] { return controller.snapshot() != nullptr; }));
    controller.refresh();
    EXPECT_EQ(gateway->heldCount(), 1);
}

TEST_F(RefreshControllerTest, ALateAnswerOfAnEarlierGatewayIsDropped)
{
    gateway->hold(FakeGateway::Call::Read);
    controller.setGateway(gateway);
    auto other = std::make_shared<FakeGateway>(tests::seedSnapshot());
    other->change([](domain::DagSnapshot& world) { world.source = "other"; });
    controller.setGateway(other);
    ASSERT_TRUE(tests::waitUntil([&] { return controller.snapshot() != nullptr; }));
    gateway->answerHeld();
    QSignalSpy changed(&controller, &RefreshController::snapshotChanged);
    controller.refresh();
    ASSERT_TRUE(tests::waitUntil([&] { return changed.count() >= 1; }));
    EXPECT_EQ(changed.count(), 1);
    EXPECT_EQ(controller.snapshot()->source, "other");
    controller.setGateway(nullptr);
    EXPECT_EQ(controller.snapshot(), nullptr);
    EXPECT_FALSE(controller.refreshing());
}

TEST_F(RefreshControllerTest, ReadsAgainAfterTheInterval)
{
    controller.setInterval(1ms);
    controller.setGateway(gateway);
    EXPECT_TRUE(tests::waitUntil([&] { return gateway->readings() >= 4; }));
    gateway->failReads(lost());
    const int seen = gateway->readings();
    EXPECT_TRUE(tests::waitUntil([&] { return gateway->readings() >= seen + 3; })) << "a failure does not end it";
    controller.setInterval(0ms);
    ASSERT_TRUE(tests::waitUntil([&] { return !controller.refreshing(); }));
    const int last = gateway->readings();
    QCoreApplication::sendPostedEvents();
    EXPECT_EQ(gateway->readings(), last);
}

TEST_F(RefreshControllerTest, ARefusedUserIsNotTriedAgainByItself)
{
    connectAndWait();
    QSignalSpy failed(&controller, &RefreshController::refreshFailed);
    gateway->failReads(domain::Error{domain::ErrorKind::NotAuthenticated, "read", "401", 401, nullptr});
    controller.refresh();
    ASSERT_TRUE(tests::waitUntil([&] { return failed.count() == 1; }));
    const int seen = gateway->readings();
    RefreshController other; // shows that an interval has passed several times
    const auto serving = std::make_shared<FakeGateway>(tests::seedSnapshot());
    other.setInterval(1ms);
    other.setGateway(serving);
    controller.setInterval(1ms);
    EXPECT_TRUE(tests::waitUntil([&] { return serving->readings() >= 5; }));
    EXPECT_EQ(gateway->readings(), seen);
    gateway->failReads(std::nullopt);
    controller.refresh();
    EXPECT_TRUE(tests::waitUntil([&] { return gateway->readings() >= seen + 3; })) << "a person has asked for it";
}

TEST_F(RefreshControllerTest, AnAnswerAfterTheControllerIsDeletedIsDropped)
{
    gateway->hold(FakeGateway::Call::Read);
    QSignalSpy failed(&controller, &RefreshController::refreshFailed);
    controller.setGateway(gateway);
    {
        auto brief = std::make_unique<RefreshController>();
        brief->setGateway(gateway);
    }
    gateway->answerHeld();
    EXPECT_TRUE(tests::waitUntil([&] { return controller.snapshot() != nullptr; }));
    EXPECT_EQ(failed.count(), 0);
}

} // namespace
} // namespace drydock::controllers
