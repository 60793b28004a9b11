// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Command lines that say the same in another order, and the journals of the lab.
#include "programs.h"

#include "model/maintenance/preflight.h"
#include "tests/support/paths.h"
#include "tests/support/qt_test.h"

#include <QFile>
#include <QTemporaryDir>
#include <gtest/gtest.h>

#include <csignal>
#include <set>
#include <string>

using namespace drydock::tests;

namespace {

std::multiset<std::string> idsOf(const nlohmann::json& checks)
{
    std::multiset<std::string> ids;
    for (const auto& check : checks)
        ids.insert(check["id"].get<std::string>());
    return ids;
}

// The checks before a server enters maintenance, where no settings of an earlier run are taken over.
std::multiset<std::string> checksOfEnter()
{
    auto ids = drydock::maintenance::checkIds(drydock::maintenance::RunKind::Enter);
    ids.erase("original-settings");
    return {ids.begin(), ids.end()};
}

class CommandLine : public ::testing::TestWithParam<const char*>
{
};

} // namespace

// A check in the lab: done, and that DB-test has one copy only is its one block.
TEST_P(CommandLine, SaysTheSameInAnyOrder)
{
    const QTemporaryDir data;
    const Ended ended = ctl(words(GetParam()) + QStringList{QStringLiteral("--data-dir"), data.path()});
    EXPECT_EQ(ended.code, 3) << ended.text();
    EXPECT_EQ(idsOf(ended.json()["checks"]), checksOfEnter()) << ended.text();
}

INSTANTIATE_TEST_SUITE_P(
    Orders, CommandLine,
    testing::Values("check enter MAIL --lab --format json", "check --lab enter MAIL --format json",
                    "--lab check enter MAIL --format json", "--format json --lab seed check enter MAIL",
                    "--format=json check --lab=seed enter MAIL", "check enter --format json MAIL --lab seed",
                    "--log-level x=off --lab check --target - enter MAIL --format table --format json"));

TEST(CommandLine, AClockThatIsWrongIsAWarning)
{
    const QTemporaryDir data;
    QFile seed(QString::fromStdString((sourceFolder() / "resources/lab/seed.json").string()));
    ASSERT_TRUE(seed.open(QIODevice::ReadOnly));
    auto scenario = nlohmann::json::parse(seed.readAll().toStdString());
    for (auto& server : scenario["servers"])
        if (server["name"] == "MAIL2") server["clockOffset"] = 3600;
    QFile changed(data.filePath(QStringLiteral("scenario.json")));
    ASSERT_TRUE(changed.open(QIODevice::WriteOnly));
    changed.write(QByteArray::fromStdString(scenario.dump()));
    changed.close();
    const LabProcess lab({QStringLiteral("--scenario"), changed.fileName()});
    ASSERT_TRUE(lab.listens());
    const Ended ended = ctl(
        words("check enter MAIL --format json --data-dir") + QStringList{data.path()} + lab.connection(), "practice\n");
    const auto answer = ended.json();
    for (const auto& check : answer["checks"]) {
        if (check["id"] != "clock-skew") continue;
        EXPECT_EQ(check["result"], "warn") << ended.text();
        EXPECT_TRUE(check["found"].get<std::string>().starts_with("the clock of MAIL2 is 3")) << ended.text();
        return;
    }
    ADD_FAILURE() << ended.text();
}

// What surrounds a maintenance, each with something wrong: all of it is a warning, and is told.
TEST(CommandLine, WhatSurroundsAMaintenanceIsChecked)
{
    const QTemporaryDir data;
    QFile seed(QString::fromStdString((sourceFolder() / "resources/lab/seed.json").string()));
    ASSERT_TRUE(seed.open(QIODevice::ReadOnly));
    auto scenario = nlohmann::json::parse(seed.readAll().toStdString());
    for (auto& server : scenario["servers"])
        if (server["name"] == "MAIL2") {
            server["pendingReboot"] = {"ComponentBasedServicing", "WindowsUpdate"};
            server["maximumPreferredActiveDatabases"] = 1;
            server["components"] = {{{"component", "EwsProxy"}, {"requester", "HealthAPI"}, {"state", "Inactive"}},
                                    {{"component", "OabProxy"}, {"requester", "Maintenance"}, {"store", "registry"}}};
        }
    for (auto& database : scenario["databases"])
        if (database["name"] == "DB01") database["recentMoves"] = 3;
    scenario["moveRequests"] = {{{"mailbox", "Anna Berg"}, {"source", "DB01"}, {"target", "DB02"}}};
    QFile changed(data.filePath(QStringLiteral("scenario.json")));
    ASSERT_TRUE(changed.open(QIODevice::WriteOnly));
    changed.write(QByteArray::fromStdString(scenario.dump()));
    changed.close();
    const Ended ended = ctl(words("check enter MAIL --format json --data-dir") +
                            QStringList{data.path(), QStringLiteral("--lab"), changed.fileName()});
    const std::map<std::string, std::string> expected{
        {"pending-reboot", "a restart is pending: MAIL2"},
        {"mailbox-moves", "queued or under way: 1"},
        {"capacity", "MAIL2 has 2 active databases after the move, more than its preferred maximum of 1"},
        {"move-suppression", "DB01 was moved 3 times: it can move away, and not back within the hour"},
        {"client-connections", "12 to port 443, from 2 addresses"},
        {"load-balancer", "MAIL2: 2 of 8 protocols do not answer"},
        {"directory-replication", "MAIL2 OabProxy by Maintenance: registry Inactive, directory Active"},
        {"connectivity", "every endpoint answers"}};
    std::size_t found = 0;
    const auto answer = ended.json();
    for (const auto& check : answer["checks"]) {
        const auto one = expected.find(check["id"].get<std::string>());
        if (one == expected.end()) continue;
        ++found;
        EXPECT_EQ(check["found"], one->second) << check["id"];
        const bool passes = one->first == "client-connections" || one->first == "connectivity";
        EXPECT_EQ(check["result"], passes ? "pass" : "warn") << check["id"];
        EXPECT_FALSE(check["why"].get<std::string>().empty()) << check["id"];
    }
    EXPECT_EQ(found, expected.size()) << ended.text();
}

// An account that may list servers and move databases, but see neither mailbox moves nor the admin audit log.
TEST(CommandLine, WhatTheAccountMayNotAskForIsAWarning)
{
    const QTemporaryDir data;
    QFile seed(QString::fromStdString((sourceFolder() / "resources/lab/seed.json").string()));
    ASSERT_TRUE(seed.open(QIODevice::ReadOnly));
    auto scenario = nlohmann::json::parse(seed.readAll().toStdString());
    scenario["users"] = {{{"name", "LAB\\manager"}, {"role", "ServerManagement"}}};
    QFile changed(data.filePath(QStringLiteral("scenario.json")));
    ASSERT_TRUE(changed.open(QIODevice::WriteOnly));
    changed.write(QByteArray::fromStdString(scenario.dump()));
    changed.close();
    const Ended ended = ctl(words("check enter MAIL --format json --data-dir") +
                            QStringList{data.path(), QStringLiteral("--lab"), changed.fileName()});
    const auto answer = ended.json();
    for (const auto& check : answer["checks"]) {
        const auto id = check["id"].get<std::string>();
        if (id == "mailbox-moves" || id == "move-suppression") {
            EXPECT_EQ(check["result"], "warn") << id;
            EXPECT_TRUE(check["found"].get<std::string>().starts_with("could not be read")) << check.dump();
            EXPECT_FALSE(check["evidence"].empty()) << id;
        } else if (id == "pending-reboot") {
            EXPECT_EQ(check["result"], "pass") << check.dump();
        }
    }
    EXPECT_EQ(idsOf(answer["checks"]), checksOfEnter()) << ended.text();
}

TEST(CommandLine, ReinstateIsLeave)
{
    for (const char* word : {"leave", "reinstate"}) {
        const QTemporaryDir data;
        const Ended plan = ctl(words("plan --lab --format json --data-dir") +
                               QStringList{data.path(), QLatin1String(word), QStringLiteral("MAIL")});
        EXPECT_EQ(plan.code, 0) << plan.text();
        EXPECT_EQ(plan.json()["direction"], "leave") << plan.text();
    }
}

TEST(CommandLine, AnEmptyValueTakesNoOtherWord)
{
    const Ended ended = ctl(words("run enter MAIL --lab --reason= --yes --format=xml"));
    EXPECT_EQ(ended.code, 2) << ended.text();
    EXPECT_TRUE(ended.err.contains("--format")) << ended.text();
    EXPECT_FALSE(ended.err.contains("--yes")) << ended.text();
}

TEST(CommandLine, RunsOfTheLabAreListedAndReported)
{
    const QTemporaryDir data;
    const QStringList there{QStringLiteral("--data-dir"), data.path()};
    const auto process =
        startCtl(words("run enter MAIL --lab --override single-copy --target - --yes --format jsonl") + there);
    QByteArray out, err;
    ASSERT_TRUE(QTest::qWaitFor(
        [&] {
            out += process->readAllStandardOutput();
            return out.contains("\"event\":\"step\"") || process->state() == QProcess::NotRunning;
        },
        240'000));
    sendSignal(*process, SIGINT);
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return (err += process->readAllStandardError()).contains("again within"); }, 60'000));
    sendSignal(*process, SIGINT);
    const Ended stopped = waitFor(*process);
    ASSERT_EQ(stopped.code, 6) << stopped.text();
    const Ended organisation = ctl(words("runs --format json") + there);
    EXPECT_TRUE(organisation.json()["runs"].empty()) << organisation.text();
    const Ended lab = ctl(words("runs --lab --format json") + there);
    ASSERT_EQ(lab.json()["runs"].size(), 1U) << lab.text();
    const QString id = QString::fromStdString(lab.json()["runs"][0]["id"].get<std::string>());
    EXPECT_EQ(ctl(QStringList{QStringLiteral("report"), id} + there).code, 4);
    const Ended report = ctl(QStringList{QStringLiteral("report"), id, QStringLiteral("--lab")} + there);
    EXPECT_EQ(report.code, 0) << report.text();
    EXPECT_TRUE(report.out.contains("MAIL")) << report.text();
}
