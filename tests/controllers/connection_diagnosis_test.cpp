// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/controllers/connection_diagnosis.h"
#include "tests/support/fake_gateway.h"
#include "tests/support/organisations.h"
#include "tests/support/qt_test.h"

#include <QPromise>

#include <gtest/gtest.h>

namespace drydock::controllers {
namespace {

using domain::ErrorKind;
using tests::FakeGateway;

class ConnectionTestTest : public ::testing::Test
{
protected:
    ConnectionTestTest()
    {
        findings.addresses = std::vector<std::string>{"10.0.0.5"};
        findings.port = std::string("10.0.0.5:80");
        findings.tls = std::string();
        profile.url = QStringLiteral("http://mail.alwayshotcafe.com/PowerShell");
        QObject::connect(&test, &ConnectionDiagnosis::stageEnded, &test,
                         [this](const StageReport& report) { reports.push_back(report); });
    }
    // Runs the test, and returns "stage result" of each stage.
    std::vector<std::string> run()
    {
        reports.clear();
        QSignalSpy finished(&test, &ConnectionDiagnosis::finished);
        test.start(profile, {domain::Secret(std::string("practice"))});
        EXPECT_TRUE(tests::waitUntil([&] { return !finished.empty(); }));
        EXPECT_FALSE(test.running());
        std::vector<std::string> lines;
        for (const auto& report : reports)
            lines.push_back(std::string(toString(report.stage)) + (report.server.empty() ? "" : " " + report.server) +
                            " " + toString(report.result));
        return lines;
    }
    static domain::Error error(ErrorKind kind) { return {kind, "it", "", 0, nullptr}; }

    domain::EndpointFindings findings;
    ports::ConnectionProfile profile;
    std::shared_ptr<FakeGateway> gateway = std::make_shared<FakeGateway>(tests::seedSnapshot());
    std::string password;
    std::vector<StageReport> reports;
    ConnectionDiagnosis test{
        [this](const auto&) {
            QPromise<domain::EndpointFindings> promise;
            promise.start();
            promise.addResult(findings);
            promise.finish();
            return promise.future();
        },
        [this](const auto&, const ports::Passwords& given) -> domain::Result<std::shared_ptr<ports::ExchangeGateway>> {
            password = given.user.reveal();
            return gateway;
        }};
};

using Lines = std::vector<std::string>;

TEST_F(ConnectionTestTest, EachStageOfAGoodConnectionPasses)
{
    EXPECT_EQ(run(), (Lines{"name passed", "port passed", "tls skipped", "authentication passed", "shell passed",
                            "roles passed", "member passed", "node MAIL passed", "node MAIL2 passed"}));
    EXPECT_EQ(password, "practice");
    EXPECT_TRUE(gateway->closed()) << "nothing stays open";
    EXPECT_EQ(reports[3].found.english(), "none (loopback)");
    EXPECT_TRUE(gateway->sent().empty()) << "it changes nothing";
}

TEST_F(ConnectionTestTest, TheStageThatFailsIsTheLastOne)
{
    findings = {};
    findings.addresses = domain::fail(error(ErrorKind::Unreachable));
    EXPECT_EQ(run(), (Lines{"name failed"}));
    findings.addresses = std::vector<std::string>{"10.0.0.5"};
    findings.port = domain::fail(error(ErrorKind::Unreachable));
    EXPECT_EQ(run(), (Lines{"name passed", "port failed"}));
    findings.port = std::string("10.0.0.5:443");
    findings.tls = domain::fail(error(ErrorKind::CertificateUntrusted));
    findings.certificate.emplace().sha256 = "ab";
    EXPECT_EQ(run(), (Lines{"name passed", "port passed", "tls failed"}));
    EXPECT_EQ(reports.back().certificate->sha256, "ab") << "a person can decide about it";
    EXPECT_TRUE(password.empty()) << "no session was made";
}

TEST_F(ConnectionTestTest, WhatOpeningMeetsIsOfTheAuthenticationOrOfTheShell)
{
    for (const auto kind : {ErrorKind::NotAuthenticated, ErrorKind::NoTicket, ErrorKind::ClockSkew,
                            ErrorKind::KdcUnreachable, ErrorKind::AccountRefused, ErrorKind::ServerNotProven}) {
        gateway->failOpen(error(kind));
        EXPECT_EQ(run().back(), "authentication failed") << domain::toString(kind);
    }
    for (const auto kind : {ErrorKind::NotPermitted, ErrorKind::NotWsMan, ErrorKind::HttpStatus, ErrorKind::Quota}) {
        gateway->failOpen(error(kind));
        const auto lines = run();
        EXPECT_EQ(lines.back(), "shell failed") << domain::toString(kind);
        EXPECT_EQ(lines[3], "authentication passed") << domain::toString(kind);
    }
}

TEST_F(ConnectionTestTest, RolesThatAMaintenanceLacksAreAWarning)
{
    gateway->info.permissions.erase("Redirect-Message");
    EXPECT_EQ(run()[5], "roles warning");
    EXPECT_NE(reports[5].found.english().find("Redirect-Message"), std::string::npos);
    gateway->info.permissions.clear();
    EXPECT_EQ(run()[5], "roles warning") << "not told";
}

TEST_F(ConnectionTestTest, OfASharedNameTheMembersOwnAreOffered)
{
    profile.url = QStringLiteral("http://outlook.alwayshotcafe.com/PowerShell");
    EXPECT_EQ(run()[6], "member warning");
    EXPECT_EQ(reports[6].members, (std::vector<std::string>{"MAIL.alwayshotcafe.com", "MAIL2.alwayshotcafe.com"}));
    profile.url = QStringLiteral("http://127.0.0.1:8080/PowerShell");
    EXPECT_EQ(run()[6], "node MAIL passed") << "a forwarded port has no name";
}

TEST_F(ConnectionTestTest, ANodeThatRefusesLeavesAConnectionToReadBy)
{
    gateway->change([](domain::DagSnapshot& snapshot) {
        snapshot.read.erase({domain::SnapshotSection::Services, domain::ServerName("MAIL")});
        snapshot.errors.push_back(
            {domain::SnapshotSection::Services, domain::ServerName("MAIL"), error(ErrorKind::NotPermitted)});
    });
    const auto lines = run();
    EXPECT_EQ(lines, (Lines{"name passed", "port passed", "tls skipped", "authentication passed", "shell passed",
                            "roles passed", "member passed", "node MAIL warning", "node MAIL2 passed"}));
}

TEST_F(ConnectionTestTest, AStoppedTestTellsNothingMore)
{
    gateway->hold(FakeGateway::Call::Open);
    QSignalSpy finished(&test, &ConnectionDiagnosis::finished);
    test.start(profile, {});
    ASSERT_TRUE(tests::waitUntil([&] { return gateway->heldCount() == 1; }));
    test.stop();
    const auto before = reports.size();
    gateway->release();
    QCoreApplication::sendPostedEvents();
    EXPECT_EQ(reports.size(), before);
    EXPECT_TRUE(finished.empty());
    EXPECT_TRUE(gateway->closed());
}

} // namespace
} // namespace drydock::controllers
