// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Ctrl+C while drydockctl only reads: it ends at once with its exit code, and no session stays on the server.
#include "programs.h"
#include "remoting/lab/lab_server.h"
#include "tests/support/qt_test.h"

#include <gtest/gtest.h>

#include <csignal>

using namespace drydock;
using namespace drydock::tests;

namespace {

class Interrupted : public testing::TestWithParam<QStringList>
{
protected:
    // A lab that answers everything but the queues, so that a reading of them waits.
    void SetUp() override
    {
        lab::LabOptions options;
        options.scenario = *lab::loadScenario("seed");
        options.authentication = domain::AuthenticationScheme::None;
        lab::Fault late;
        late.kind = lab::FaultKind::Late;
        late.cmdlet = "Get-Queue";
        late.count = -1;
        late.delay = std::chrono::hours(24);
        options.scenario.faults = {late};
        const auto listening = server.start(std::move(options));
        ASSERT_TRUE(listening) << listening.error().summary();
        connection = {QStringLiteral("--connect"),  QString::fromStdString(listening->exchangeUrl),
                      QStringLiteral("--auth"),     QStringLiteral("none"),
                      QStringLiteral("--data-dir"), data.path()};
        for (const auto& [name, url] : listening->nodeUrls)
            connection << QStringLiteral("--node") << QString::fromStdString(name + "=" + url);
    }

    lab::LabServer server;
    QStringList connection;
    QTemporaryDir data;
};

} // namespace

TEST_P(Interrupted, LeavesNoSessionBehind)
{
    const auto process = startCtl(GetParam() + connection);
    EXPECT_TRUE(QTest::qWaitFor([&] { return server.shellCount() == 3; }, 60'000)) << "Exchange and two nodes";
    sendSignal(*process, SIGINT);
    const Ended ended = waitFor(*process, 60'000);
    EXPECT_EQ(ended.code, 6) << ended.text();
    EXPECT_TRUE(ended.err.contains("stopped on request")) << ended.text();
    EXPECT_EQ(server.shellCount(), 0);
}

// A second Ctrl+C while the process ends its sessions does not kill it.
TEST_P(Interrupted, AgainWhileItEndsChangesNothing)
{
    const auto process = startCtl(GetParam() + connection);
    ASSERT_TRUE(QTest::qWaitFor([&] { return server.shellCount() == 3; }, 60'000)) << "Exchange and two nodes";
    sendSignal(*process, SIGINT);
    EXPECT_TRUE(QTest::qWaitFor(
        [&] {
            if (process->state() == QProcess::NotRunning) return true;
            sendSignal(*process, SIGINT);
            return false;
        },
        60'000));
    const Ended ended = waitFor(*process, 60'000);
    EXPECT_EQ(ended.code, 6) << ended.text();
    EXPECT_EQ(server.shellCount(), 0);
}

INSTANTIATE_TEST_SUITE_P(WhatOnlyReads, Interrupted,
                         testing::Values(QStringList{QStringLiteral("status")},
                                         QStringList{QStringLiteral("check"), QStringLiteral("enter"),
                                                     QStringLiteral("MAIL")}));
