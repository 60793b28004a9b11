// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// drydockctl rolls a group of four through a maintenance: restarts, a member that fails, a kill, and everything as
// before.
#include "programs.h"

#include "tests/support/qt_test.h"

#include <QFile>
#include <gtest/gtest.h>

#include <csignal>
#include <map>
#include <set>

using namespace drydock::tests;
using nlohmann::json;

namespace {

const QByteArray labPassword = "practice\n";

// Four members, four databases with three copies each, a witness; EX3 has a policy of its own.
json groupOfFour()
{
    json scenario{{"name", "four"},
                  {"title", "Four members"},
                  {"domain", "contoso.example"},
                  {"version", "15.2.1118.7"},
                  {"start", "2026-01-12T08:00:00Z"},
                  {"serialization", "objects"},
                  {"users", json::array({{{"name", "LAB\\admin"}, {"role", "OrganizationManagement"}}})},
                  {"timing", {{"restart", 60}}},
                  {"dags", json::array({{{"name", "DAG1"},
                                         {"members", {"EX1", "EX2", "EX3", "EX4"}},
                                         {"witnessServer", "fs1.contoso.example"},
                                         {"witnessShareInUse", "Primary"},
                                         {"primaryActiveManager", "EX4"}}})}};
    for (int server = 1; server <= 4; ++server) {
        json one{{"name", "EX" + std::to_string(server)}, {"site", "Berlin"}};
        if (server == 3) one["policy"] = "IntrasiteOnly";
        scenario["servers"].push_back(one);
        json copies = json::array();
        for (int copy = 0; copy < 3; ++copy)
            copies.push_back({{"server", "EX" + std::to_string((server - 1 + copy) % 4 + 1)}});
        scenario["databases"].push_back({{"name", "DB" + std::to_string(server)}, {"copies", copies}});
    }
    return scenario;
}

class Rolling : public testing::Test
{
protected:
    [[nodiscard]] QString file(const json& scenario) const
    {
        QFile written(data.filePath(QStringLiteral("four.json")));
        EXPECT_TRUE(written.open(QIODevice::WriteOnly));
        written.write(QByteArray::fromStdString(scenario.dump()));
        return written.fileName();
    }
    [[nodiscard]] QStringList serve(const json& scenario) const
    {
        return words("--time-scale 60 --scenario") + QStringList{file(scenario)};
    }
    [[nodiscard]] QStringList all(const LabProcess& lab, const QStringList& verb) const
    {
        return verb + lab.connection() + QStringList{QStringLiteral("--data-dir"), data.path()};
    }
    [[nodiscard]] QStringList here(const QStringList& verb) const
    {
        return verb + QStringList{QStringLiteral("--data-dir"), data.path()};
    }
    [[nodiscard]] json status(const LabProcess& lab) const
    {
        return ctl(all(lab, words("status --format json")), labPassword).json();
    }
    // What a maintenance changes and must put back, of every server.
    [[nodiscard]] json settings(const LabProcess& lab) const
    {
        json result;
        const json whole = status(lab);
        for (const json& server : whole["dags"][0]["servers"]) {
            json& one = result[server["name"].get<std::string>()];
            for (const char* key : {"autoActivationPolicy", "activationDisabledAndMoveNow", "node", "state"})
                one[key] = server[key];
            for (const json& component : server["components"])
                one[component["component"].get<std::string>()] = component["state"];
        }
        return result;
    }
    [[nodiscard]] QString onlyCampaign() const
    {
        const auto listed = ctl(here(words("runs --format json"))).json();
        EXPECT_EQ(listed["campaigns"].size(), 1u) << listed.dump();
        return QString::fromStdString(listed["campaigns"][0].value("id", ""));
    }

    QTemporaryDir data;
};

std::map<std::string, int> startsByServerAndKind(const json& runs)
{
    std::map<std::string, int> counts;
    for (const json& run : runs["runs"])
        ++counts[run["server"].get<std::string>() + " " + run["kind"].get<std::string>()];
    return counts;
}

} // namespace

TEST_F(Rolling, AGroupOfFourWithRestartsAFailureAndAKillEndsAsBefore)
{
    json scenario = groupOfFour();
    scenario["faults"] = json::array({{{"kind", "refuse"},
                                       {"cmdlet", "Suspend-ClusterNode"},
                                       {"server", "EX2"},
                                       {"count", 3},
                                       {"message", "The cluster service refuses."}}});
    const LabProcess lab(serve(scenario));
    ASSERT_TRUE(lab.listens());
    const json before = settings(lab);

    const auto process = startCtl(all(lab, words("run rolling EX1 EX2 EX3 EX4 --between reboot --health-steady 0 "
                                                 "--on-failure skip --reason updates --yes --format jsonl")),
                                  labPassword);
    QByteArray out;
    ASSERT_TRUE(QTest::qWaitFor(
        [&] {
            out += process->readAllStandardOutput();
            const auto third = out.indexOf("-EX3-enter");
            return (third >= 0 && out.indexOf("Suspend-ClusterNode", third) >= 0) ||
                   process->state() == QProcess::NotRunning;
        },
        600'000));
    ASSERT_EQ(process->state(), QProcess::Running)
        << out.toStdString() << process->readAllStandardError().toStdString();
    sendSignal(*process, SIGKILL);
    process->waitForFinished(10'000);
    EXPECT_TRUE(out.contains(R"("stage":"enter","state":"failed")")) << out.toStdString();

    const QString id = onlyCampaign();
    Ended resumed =
        ctl(all(lab, QStringList{QStringLiteral("resume"), id} + words("--yes --format jsonl")), labPassword, 600'000);
    if (resumed.code == 5) // killed between a record and what it announces
        resumed = ctl(all(lab, QStringList{QStringLiteral("resume"), id} + words("--send-again --yes --format jsonl")),
                      labPassword, 600'000);
    EXPECT_EQ(resumed.code, 4) << "EX2 was left out\n" << resumed.text();

    const auto counts = startsByServerAndKind(ctl(here(words("runs --format json"))).json());
    for (const char* server : {"EX1", "EX3", "EX4"})
        for (const char* kind : {"enter", "reboot", "leave"})
            EXPECT_EQ(
                counts.contains(std::string(server) + " " + kind) ? counts.at(std::string(server) + " " + kind) : 0, 1)
                << server << " " << kind;
    EXPECT_FALSE(counts.contains("EX2 leave")) << "it was undone";
    EXPECT_EQ(settings(lab), before);

    const Ended report = ctl(here({QStringLiteral("report"), id, QStringLiteral("--format"), QStringLiteral("json")}));
    ASSERT_EQ(report.code, 0) << report.text();
    const json told = report.json();
    EXPECT_EQ(told["outcome"], "failed");
    EXPECT_EQ(told["servers"][1]["skipped"], true);
    EXPECT_EQ(told["servers"][1]["stages"][0]["status"], "undone");
    for (const std::size_t n : {0U, 2U, 3U})
        for (const json& stage : told["servers"][n]["stages"])
            EXPECT_EQ(stage["status"], "done") << stage.dump();
    for (const char* format : {"text", "html"})
        EXPECT_TRUE(ctl(here({QStringLiteral("report"), id, QStringLiteral("--format"), QString::fromLatin1(format)}))
                        .out.contains("EX3-reboot"))
            << format;
}

TEST_F(Rolling, AProgramIsStartedWithServerAndRunAndAWaitIsEndedByResume)
{
    const LabProcess lab(serve(groupOfFour()));
    ASSERT_TRUE(lab.listens());
    const json before = settings(lab);
    const QString list = data.filePath(QStringLiteral("started"));
    QFile script(data.filePath(QStringLiteral("patch.sh")));
    ASSERT_TRUE(script.open(QIODevice::WriteOnly));
    script.write("#!/bin/sh\necho \"$@\" >> " + list.toUtf8() + "\necho patched $2\n");
    script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    script.close();
    const Ended ended =
        ctl(all(lab, words("run rolling EX1 --health-steady 0 --yes --between") +
                         QStringList{QStringLiteral("command:") + script.fileName() + QStringLiteral(" --all")}),
            labPassword);
    EXPECT_EQ(ended.code, 0) << ended.text();
    EXPECT_TRUE(ended.out.contains("patched EX1")) << ended.text();
    QFile started(list);
    ASSERT_TRUE(started.open(QIODevice::ReadOnly));
    const QByteArray line = started.readAll();
    EXPECT_TRUE(line.startsWith("--all EX1 2") && line.endsWith("-EX1-enter\n")) << line.toStdString();
    EXPECT_EQ(settings(lab), before);
}

TEST_F(Rolling, WhatMakesNoSenseIsAUsageError)
{
    const LabProcess lab(serve(groupOfFour()));
    ASSERT_TRUE(lab.listens());
    for (const char* verb :
         {"run enter EX1 EX2 --yes", "run enter EX1 --between reboot --yes", "run rolling EX1 --between nothing --yes",
          "run rolling EX1 --between command: --yes", "run rolling EX1 EX1 --yes",
          "run rolling EX1 --override no --yes", "run rolling EX1 --target ex2.contoso.example --yes"}) {
        const Ended ended = ctl(all(lab, words(verb)), labPassword);
        EXPECT_EQ(ended.code, 2) << verb << "\n" << ended.text();
    }
    EXPECT_EQ(ctl(all(lab, words("run rolling EX1 EX9 --yes")), labPassword).code, 4) << "there is no such server";
}
