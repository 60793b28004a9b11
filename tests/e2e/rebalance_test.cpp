// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// drydockctl against the lab as two processes: after a maintenance the databases go home, also when the program is
// killed on the way, and the report of a reinstate tells what Exchange's own tests found.
#include "programs.h"

#include "tests/support/paths.h"
#include "tests/support/qt_test.h"

#include <QFile>
#include <gtest/gtest.h>

#include <csignal>
#include <map>

using namespace drydock::tests;
using nlohmann::json;

namespace {

class Rebalance : public testing::Test
{
protected:
    // Options of a lab that brings the databases home by itself once a day, so that it does not forestall the test.
    [[nodiscard]] QStringList onceADay() const
    {
        QFile scenario(sourceFolder() / "resources/lab/seed.json");
        EXPECT_TRUE(scenario.open(QIODevice::ReadOnly));
        json seed = json::parse(scenario.readAll().toStdString());
        seed["dags"][0]["preferenceMoveFrequency"] = 86'400;
        QFile changed(data.filePath(QStringLiteral("scenario.json")));
        EXPECT_TRUE(changed.open(QIODevice::WriteOnly));
        changed.write(QByteArray::fromStdString(seed.dump()));
        return {QStringLiteral("--time-scale"), QStringLiteral("60"), QStringLiteral("--scenario"), changed.fileName()};
    }
    [[nodiscard]] QStringList all(const LabProcess& lab, const QStringList& verb) const
    {
        return verb + lab.connection() +
               QStringList{QStringLiteral("--data-dir"), data.path(), QStringLiteral("--log-file"),
                           data.filePath(QStringLiteral("log.txt"))};
    }
    [[nodiscard]] Ended run(const LabProcess& lab, const char* verb) const
    {
        return ctl(all(lab, words(verb)), "practice\n");
    }
    // Takes MAIL into maintenance and back, which leaves its databases on MAIL2.
    void maintain(const LabProcess& lab) const
    {
        const auto entered = run(lab, "run enter MAIL --yes --override single-copy");
        ASSERT_EQ(entered.code, 0) << entered.text();
        const auto left = run(lab, "run leave MAIL --yes");
        ASSERT_EQ(left.code, 0) << left.text();
    }
    // Returns the server on which each replicated database is active.
    [[nodiscard]] std::map<std::string, std::string> active(const LabProcess& lab) const
    {
        std::map<std::string, std::string> found;
        const auto status = run(lab, "status --format json").json();
        for (const auto& server : status["dags"][0]["servers"])
            for (const auto& copy : server["copies"])
                if (copy["active"] == true && copy["database"] != "DB-test")
                    found[copy["database"].get<std::string>()] = server["name"].get<std::string>();
        return found;
    }
    [[nodiscard]] std::string newestRun() const
    {
        const auto runs = ctl(words("runs --format json --data-dir") + QStringList{data.path()});
        return runs.json()["runs"][0]["id"].get<std::string>();
    }

    QTemporaryDir data;
};

const std::map<std::string, std::string> home{{"DB01", "MAIL"}, {"DB02", "MAIL"}};
const std::map<std::string, std::string> away{{"DB01", "MAIL2"}, {"DB02", "MAIL2"}};

} // namespace

TEST_F(Rebalance, BringsTheDatabasesOfTheGroupHomeOneAfterAnother)
{
    const LabProcess lab(onceADay());
    ASSERT_TRUE(lab.listens());
    const auto nothing = run(lab, "run rebalance MAIL2 --yes");
    EXPECT_EQ(nothing.code, 3) << nothing.text();

    maintain(lab);
    ASSERT_EQ(active(lab), away);
    const auto planned = run(lab, "plan rebalance MAIL2 --format json");
    ASSERT_EQ(planned.code, 0) << planned.text();
    const auto plan = planned.json();
    EXPECT_EQ(plan["direction"], "rebalance");
    EXPECT_EQ(plan["group"], "DAG1");
    ASSERT_EQ(plan["databases"].size(), 2u);
    EXPECT_EQ(plan["databases"][0]["server"], "MAIL2");
    EXPECT_EQ(plan["databases"][0]["preferred"], "MAIL");
    EXPECT_EQ(plan["databases"][0]["goesHome"], true);
    EXPECT_TRUE(plan["homeBy"].is_string()) << planned.text();
    EXPECT_EQ(plan["servers"][0], json({{"server", "MAIL"}, {"active", 0}, {"planned", 2}, {"preferred", 2}}));
    ASSERT_EQ(plan["steps"].size(), 3u);
    EXPECT_EQ(plan["steps"][0]["kind"], "move-home");
    const auto text = run(lab, "plan rebalance MAIL");
    EXPECT_TRUE(text.out.contains("goes home")) << text.text();
    EXPECT_TRUE(text.out.contains("Exchange brings databases home by itself, at the latest at")) << text.text();

    const auto moved = run(lab, "run rebalance MAIL2 --yes --format jsonl --reason balance");
    ASSERT_EQ(moved.code, 0) << moved.text();
    EXPECT_EQ(active(lab), home);
    const auto report =
        ctl(words("report --format json --data-dir") + QStringList{data.path(), QString::fromStdString(newestRun())});
    EXPECT_EQ(report.json()["kind"], "rebalance") << report.text();
    EXPECT_EQ(report.json()["servers"][0],
              json({{"server", "MAIL"}, {"before", 0}, {"planned", 2}, {"active", 2}, {"preferred", 2}}));
}

TEST_F(Rebalance, KilledOnTheWayItGoesOnAndMovesNothingTwice)
{
    const LabProcess lab(onceADay());
    ASSERT_TRUE(lab.listens());
    maintain(lab);
    const auto process = startCtl(all(lab, words("run rebalance MAIL --yes --format jsonl")), "practice\n");
    QByteArray seen;
    ASSERT_TRUE(QTest::qWaitFor(
        [&] {
            seen += process->readAllStandardOutput();
            return seen.contains("\"started\"");
        },
        60'000))
        << seen.toStdString();
    sendSignal(*process, SIGKILL);
    process->waitForFinished();

    const auto id = newestRun();
    const auto resumed = run(lab, ("resume " + id + " --yes").c_str());
    ASSERT_EQ(resumed.code, 0) << resumed.text();
    EXPECT_EQ(active(lab), home);
    const auto report =
        ctl(words("report --format json --data-dir") + QStringList{data.path(), QString::fromStdString(id)});
    const auto told = report.json();
    for (const auto& step : told["steps"])
        EXPECT_LE(step["sent"].size(), 1u) << report.text();
}

TEST_F(Rebalance, AReinstateTellsWhatExchangesOwnTestsFound)
{
    const LabProcess lab(onceADay());
    ASSERT_TRUE(lab.listens());
    maintain(lab);
    const auto report =
        ctl(words("report --format json --data-dir") + QStringList{data.path(), QString::fromStdString(newestRun())});
    const auto last = report.json()["steps"].back();
    EXPECT_EQ(last["kind"], "check-health") << report.text();
    ASSERT_EQ(last["sent"].size(), 3u);
    EXPECT_EQ(last["sent"][0]["remarks"].size(), 3u) << report.text(); // a role each
    EXPECT_GE(last["sent"][1]["remarks"].size(), 15u) << report.text();
    EXPECT_EQ(last["sent"][2]["remarks"].back(), "monitors that are not ill: 6") << report.text();
}
