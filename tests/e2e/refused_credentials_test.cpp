// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Refused credentials are never tried again by themselves: repeated attempts lock an account.
#include "programs.h"
#include "relay.h"

#include "tests/support/qt_test.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace drydock::tests;
using testing::HasSubstr;

namespace {

class RefusedCredentials : public testing::Test
{
protected:
    void SetUp() override { ASSERT_TRUE(lab.listens()); }

    // From now on every request is refused, as after a change of the password.
    void refuseAll()
    {
        relay.refuses = [](const QByteArray&) { return true; };
    }
    [[nodiscard]] std::unique_ptr<QProcess> start(const char* command)
    {
        return startCtl(words(command) + relay.through(lab.connection()) +
                            QStringList{QStringLiteral("--data-dir"), data.path()},
                        "practice\n");
    }

    LabProcess lab;
    Relay relay{lab.url()};
    QTemporaryDir data;
};

} // namespace

// Two requests of one session, or of two, may be under way when the first is refused.
TEST_F(RefusedCredentials, WatchEndsAtTheFirstRefusal)
{
    const auto watch = start("watch --interval 0.1 --format jsonl");
    ASSERT_TRUE(QTest::qWaitFor([&] { return watch->bytesAvailable() > 0; }, 60'000));
    refuseAll();
    const Ended ended = waitFor(*watch, 60'000);
    EXPECT_EQ(ended.code, 7) << ended.text();
    EXPECT_THAT(ended.err.toStdString(), HasSubstr("kind: not-authenticated"));
    EXPECT_GE(relay.refused, 1);
    EXPECT_LE(relay.refused, 3) << "Exchange and two nodes are read at the same time";
}

TEST_F(RefusedCredentials, AWaitingRunIsHeldAtTheFirstRefusal)
{
    const auto run = start("run enter MAIL --yes --override single-copy --format jsonl");
    QByteArray out;
    ASSERT_TRUE(QTest::qWaitFor(
        [&] {
            out += run->readAllStandardOutput();
            return out.contains("\"state\":\"waiting\"") || run->state() == QProcess::NotRunning;
        },
        120'000));
    ASSERT_EQ(run->state(), QProcess::Running) << out.toStdString() << run->readAllStandardError().toStdString();
    refuseAll();
    const Ended ended = waitFor(*run, 120'000);
    EXPECT_EQ(ended.code, 7) << ended.text();
    EXPECT_THAT(ended.err.toStdString(), HasSubstr("kind: not-authenticated"));
    EXPECT_THAT(ended.err.toStdString(), HasSubstr("to go on: drydockctl resume"));
    EXPECT_GE(relay.refused, 1);
    EXPECT_LE(relay.refused, 2);
}

TEST_F(RefusedCredentials, AWrongPasswordIsSentOnce)
{
    refuseAll();
    const Ended ended = waitFor(*start("status"), 60'000);
    EXPECT_EQ(ended.code, 7) << ended.text();
    EXPECT_EQ(relay.requests, 1);
}
