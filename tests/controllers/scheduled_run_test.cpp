// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/controllers/scheduled_run.h"
#include "tests/support/qt_test.h"

#include <QProcess>

#include <gtest/gtest.h>

namespace drydock::controllers {
namespace {

const QDateTime tonight(QDate(2026, 11, 22), QTime(22, 0));

ScheduledRun run()
{
    ScheduledRun made;
    made.request.server = domain::ServerName("MAIL");
    made.request.reason = QStringLiteral("cumulative update");
    made.connection = {QStringLiteral("--profile"), QStringLiteral("Contoso")};
    made.overrides = {"single-copy"};
    made.stopBefore = QTime(4, 0);
    return made;
}

TEST(ScheduledRun, IsTheCommandOfDrydockctl)
{
    EXPECT_EQ(posixCommand(argumentsOf(run())),
              QStringLiteral("drydockctl run enter MAIL --profile Contoso --reason 'cumulative update' "
                             "--override single-copy --stop-before 04:00 --yes"));
}

TEST(ScheduledRun, ChosenTimeoutsAreKept)
{
    auto made = run();
    made.request.timeouts[maintenance::StepKind::MoveDatabases] = std::chrono::minutes(40);
    EXPECT_TRUE(argumentsOf(made).contains(QStringLiteral("move-databases=40")));
}

TEST(ScheduledRun, WhatLooksLikeAnOptionStaysAValue)
{
    auto made = run();
    made.request.reason = QStringLiteral("--abandon");
    EXPECT_TRUE(argumentsOf(made).contains(QStringLiteral("--reason=--abandon")));
}

TEST(ScheduledRun, AShellReadsEachArgumentAsItIs)
{
    const QStringList arguments{QStringLiteral("it's"),
                                QStringLiteral("$(reboot)"),
                                QStringLiteral("`id`; #"),
                                QStringLiteral("\"a\\b\""),
                                QString(),
                                QStringLiteral("%PATH%!"),
                                QStringLiteral("two\nlines")};
    QProcess shell;
    const auto command = posixCommand(arguments).mid(int(qstrlen("drydockctl")));
    shell.start(QStringLiteral("/bin/sh"),
                {QStringLiteral("-c"),
                 QStringLiteral("for word in ") + command + QStringLiteral("; do printf '%s\\0' \"$word\"; done")});
    if (!shell.waitForFinished()) GTEST_SKIP() << "no POSIX shell here";
    EXPECT_EQ(QString::fromUtf8(shell.readAllStandardOutput()), arguments.join(QChar(0)) + QChar(0));
}

TEST(ScheduledRun, SystemdGetsTheLocalTime)
{
    EXPECT_TRUE(systemdCommand(argumentsOf(run()), tonight, QStringLiteral("drydock-MAIL-enter"))
                    .startsWith(QStringLiteral("systemd-run --user --unit=drydock-MAIL-enter "
                                               "--on-calendar='2026-11-22 22:00:00' drydockctl run enter MAIL")));
}

TEST(ScheduledRun, TheTaskSchedulerGetsOneQuotedArgument)
{
    auto made = run();
    made.request.reason = QStringLiteral("Bob's \"CU\" \\");
    const auto command = taskSchedulerCommand(argumentsOf(made), tonight, QStringLiteral("Drydock MAIL"));
    EXPECT_EQ(command,
              QStringLiteral("Register-ScheduledTask -TaskName 'Drydock MAIL' -Trigger (New-ScheduledTaskTrigger -Once "
                             "-At '2026-11-22T22:00:00') -Action (New-ScheduledTaskAction -Execute 'drydockctl.exe' "
                             "-Argument 'run enter MAIL --profile Contoso --reason \"Bob''s \\\"CU\\\" \\\\\" "
                             "--override single-copy --stop-before 04:00 --yes')"));
}

} // namespace
} // namespace drydock::controllers
