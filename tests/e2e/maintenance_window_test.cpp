// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Begins and ends of a maintenance window on the command line.
#include "tests/e2e/programs.h"

#include <gtest/gtest.h>

#include <QDateTime>

using namespace drydock::tests;

namespace {

QString inMinutes(int minutes) { return QDateTime::currentDateTimeUtc().addSecs(minutes * 60).toString(Qt::ISODate); }

TEST(MaintenanceWindow, ARunStopsBeforeTheStepThatWouldNotFit)
{
    const QTemporaryDir folder;
    const LabProcess lab;
    ASSERT_TRUE(lab.listens());
    const auto data = QStringList{QStringLiteral("--data-dir"), folder.path()};
    const auto stopped = ctl(words("run enter MAIL --yes --override single-copy --format jsonl --stop-before") +
                                 QStringList{inMinutes(20)} + lab.connection() + data,
                             "practice\n");
    EXPECT_EQ(stopped.code, 6) << stopped.text();
    EXPECT_TRUE(stopped.out.contains("stopped before move-databases")) << stopped.text();
    const auto run = stopped.lines().front()["id"].get<std::string>();
    const auto resumed =
        ctl(QStringList{QStringLiteral("resume"), QString::fromStdString(run), QStringLiteral("--yes")} +
                lab.connection() + data,
            "practice\n");
    EXPECT_TRUE(resumed.code == 0 || resumed.code == 1) << resumed.text();
}

TEST(MaintenanceWindow, ARunWaitsForItsBeginAndThenReads)
{
    const QTemporaryDir folder;
    const LabProcess lab;
    ASSERT_TRUE(lab.listens());
    const auto ended = ctl(words("run enter MAIL --yes --not-before") + QStringList{inMinutes(1)} + lab.connection() +
                               QStringList{QStringLiteral("--data-dir"), folder.path()},
                           "practice\n");
    // A check blocks, which shows that it was not made from nothing.
    EXPECT_EQ(ended.code, 3) << ended.text();
    EXPECT_TRUE(ended.err.contains("waiting until 2")) << ended.text();
    EXPECT_LT(ended.err.indexOf("waiting until"), ended.err.indexOf("single-copy")) << ended.text();
}

TEST(MaintenanceWindow, ATimeThatCannotBeReadIsAUsageError)
{
    for (const auto* option : {"--not-before", "--stop-before"}) {
        const auto ended = ctl(words("run enter MAIL --lab --yes") +
                               QStringList{QString::fromLatin1(option), QStringLiteral("tonight")});
        EXPECT_EQ(ended.code, 2) << ended.text();
        EXPECT_TRUE(ended.err.contains("04:00")) << ended.text();
    }
}

} // namespace
