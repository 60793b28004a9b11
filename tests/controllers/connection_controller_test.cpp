// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/controllers/connection_controller.h"
#include "tests/support/fake_gateway.h"
#include "tests/support/organisations.h"
#include "tests/support/qt_test.h"

#include <gtest/gtest.h>

namespace drydock::controllers {
namespace {

using State = ConnectionController::State;
using tests::FakeGateway;

class ConnectionControllerTest : public ::testing::Test
{
protected:
    domain::Result<std::shared_ptr<ports::ExchangeGateway>> make(const ports::ConnectionProfile& profile,
                                                                 const ports::Passwords& given)
    {
        passwords.emplace_back(given.user.reveal());
        if (profile.url.isEmpty()) return domain::fail(domain::ErrorKind::BadAddress, "connect");
        gateways.push_back(std::make_shared<FakeGateway>(tests::seedSnapshot()));
        if (prepare) prepare(*gateways.back());
        return gateways.back();
    }
    static ports::ConnectionProfile profile(const char* url = "http://mail2/PowerShell")
    {
        ports::ConnectionProfile p;
        p.url = QString::fromLatin1(url);
        return p;
    }
    void connectAndWait()
    {
        controller.connectTo(profile(), {domain::Secret(std::string("practice"))});
        ASSERT_TRUE(tests::waitUntil([&] { return controller.state() == State::Connected; }));
    }

    std::function<void(FakeGateway&)> prepare;
    std::vector<std::shared_ptr<FakeGateway>> gateways;
    std::vector<std::string> passwords;
    ConnectionController controller{[this](const auto& p, const auto& s) { return make(p, s); }};
};

TEST_F(ConnectionControllerTest, ConnectsAndReportsServerAndUser)
{
    QSignalSpy changed(&controller, &ConnectionController::stateChanged);
    connectAndWait();
    EXPECT_EQ(changed.count(), 2);
    EXPECT_EQ(controller.info().user, "LAB\\admin");
    EXPECT_EQ(controller.refreshGateway(), gateways.front());
    const auto another = controller.newGateway();
    ASSERT_TRUE(another);
    EXPECT_NE(another, controller.refreshGateway());
    EXPECT_EQ(passwords, std::vector<std::string>{"practice"}) << "another session is of the same sign-in";
    controller.disconnect();
    EXPECT_EQ(controller.state(), State::Disconnected);
    EXPECT_EQ(controller.refreshGateway(), nullptr);
    EXPECT_EQ(controller.newGateway(), nullptr) << "a session without a password would be refused";
    EXPECT_TRUE(tests::waitUntil([&] { return gateways.front()->closed(); }));
}

TEST_F(ConnectionControllerTest, AFailureIsReportedOnceAndLeavesNothingOpen)
{
    prepare = [](FakeGateway& gateway) {
        gateway.failOpen(domain::Error{domain::ErrorKind::NotAuthenticated, "connect", "401", 401, nullptr});
    };
    QSignalSpy failed(&controller, &ConnectionController::failed);
    controller.connectTo(profile(), {});
    EXPECT_EQ(controller.state(), State::Connecting);
    ASSERT_TRUE(tests::waitUntil([&] { return failed.count() == 1; }));
    EXPECT_EQ(failed.at(0).at(0).value<domain::Error>().kind, domain::ErrorKind::NotAuthenticated);
    EXPECT_EQ(controller.state(), State::Disconnected);
    EXPECT_TRUE(tests::waitUntil([&] { return gateways.front()->closed(); }));
    controller.connectTo(profile(""), {});
    EXPECT_EQ(failed.count(), 2);
    EXPECT_EQ(controller.state(), State::Disconnected);
}

TEST_F(ConnectionControllerTest, AnAnswerOfAnEarlierConnectionIsDropped)
{
    prepare = [this](FakeGateway& gateway) {
        gateway.hold(FakeGateway::Call::Open);
        gateway.info.connectedTo = gateways.size() == 1 ? "first" : "second";
    };
    controller.connectTo(profile(), {});
    controller.connectTo(profile(), {});
    ASSERT_EQ(gateways.size(), 2U);
    gateways[1]->answerHeld();
    ASSERT_TRUE(tests::waitUntil([&] { return controller.state() == State::Connected; }));
    EXPECT_EQ(controller.info().connectedTo, "second");
    gateways[0]->answerHeld();
    QCoreApplication::sendPostedEvents();
    EXPECT_EQ(controller.info().connectedTo, "second");
}

TEST_F(ConnectionControllerTest, NamesTheCmdletThatIsNotGranted)
{
    EXPECT_FALSE(controller.permissionForMaintenance().allowed);
    prepare = [](FakeGateway& gateway) { gateway.info.permissions = {{"Get-Queue", {}}, {"set-mailboxserver", {}}}; };
    connectAndWait();
    EXPECT_TRUE(controller.permissionFor("Get-Queue").allowed);
    EXPECT_TRUE(controller.permissionFor("Set-MailboxServer").allowed);
    const auto permission = controller.permissionForMaintenance();
    EXPECT_FALSE(permission.allowed);
    EXPECT_FALSE(permission.becauseReadOnly);
    EXPECT_EQ(permission.missing, "Set-ServerComponentState");
}

TEST_F(ConnectionControllerTest, ReadOnlyIsReportedAsTheReason)
{
    prepare = [](FakeGateway& gateway) { gateway.info.readOnly = true; };
    connectAndWait();
    EXPECT_TRUE(controller.permissionFor("Get-Queue").allowed);
    EXPECT_TRUE(controller.permissionFor("Set-MailboxServer").becauseReadOnly);
    EXPECT_FALSE(controller.permissionForMaintenance().allowed);
}

TEST_F(ConnectionControllerTest, CanBeDeletedWhileConnecting)
{
    auto gateway = std::make_shared<FakeGateway>(tests::seedSnapshot());
    gateway->hold(FakeGateway::Call::Open);
    {
        ConnectionController brief(
            [&](const auto&, const auto&) -> domain::Result<std::shared_ptr<ports::ExchangeGateway>> {
                return gateway;
            });
        brief.connectTo(profile(), {});
    }
    EXPECT_TRUE(gateway->closed());
    gateway->answerHeld();
    QCoreApplication::sendPostedEvents();
}

} // namespace
} // namespace drydock::controllers
