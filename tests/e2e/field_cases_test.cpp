// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Cases that administrators have reported, each with the right answer. They are read in place, from the folder `cases`
// beside the recordings: scripted endpoints, scenarios of the lab, and CLIXML.
#include "programs.h"

#include "tests/support/paths.h"
#include "tests/support/qt_test.h"

#include <QDir>
#include <QStandardPaths>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace drydock::tests;
using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

namespace {

std::filesystem::path casesFolder() { return testData().parent_path() / "cases"; }
QString caseFile(const std::string& name) { return QString::fromStdString((casesFolder() / name).string()); }

class FieldCases : public testing::Test
{
protected:
    void SetUp() override
    {
        if (!std::filesystem::is_directory(casesFolder())) GTEST_SKIP() << casesFolder() << " is absent";
    }

    // Runs a command on a lab of this scenario.
    [[nodiscard]] Ended onLab(const char* command, const std::string& scenario) const
    {
        return ctl(words(command) + QStringList{QStringLiteral("--lab"), caseFile(scenario),
                                                QStringLiteral("--data-dir"), m_data.path()});
    }
    [[nodiscard]] static Ended inspect(const std::string& file)
    {
        return ctl(words("inspect clixml") + QStringList{caseFile("clixml/" + file)});
    }
    // No check warns but those whose cmdlets the endpoint does not know, which say so.
    static void expectNothingWrong(const Ended& ended)
    {
        EXPECT_EQ(ended.code, 1) << ended.text();
        const auto answer = ended.json();
        for (const auto& check : answer["checks"])
            EXPECT_TRUE(
                check["result"] == "pass" ||
                (check["result"] == "warn" && check["found"].get<std::string>().starts_with("could not be read")))
                << check.dump();
    }
    [[nodiscard]] static json checkOf(const Ended& ended, const char* id)
    {
        const auto answer = ended.json();
        for (const auto& check : answer["checks"])
            if (check["id"] == id) return check;
        ADD_FAILURE() << id << " is not among the checks\n" << ended.text();
        return {};
    }

    QTemporaryDir m_data;
};

// A small endpoint with scripted answers, written apart from the product.
class ScriptedEndpoints : public FieldCases
{
protected:
    void SetUp() override
    {
        FieldCases::SetUp();
        if (IsSkipped()) return;
        if (QStandardPaths::findExecutable(QStringLiteral("python3")).isEmpty()) GTEST_SKIP() << "python3 is absent";
    }
    void TearDown() override
    {
        m_endpoint.terminate();
        m_endpoint.waitForFinished(10'000);
    }

    void serve(const std::string& name)
    {
        m_endpoint.setStandardErrorFile(QProcess::nullDevice());
        serve({caseFile("endpoint/fake.py"), caseFile("endpoint/" + name + ".py"), QStringLiteral("0")});
    }
    void serve(const QStringList& program)
    {
        m_endpoint.start(QStringLiteral("python3"), QStringList{QStringLiteral("-B")} + program);
        ASSERT_TRUE(m_endpoint.waitForStarted(30'000));
        ASSERT_TRUE(QTest::qWaitFor([this] { return m_endpoint.canReadLine(); }, 30'000));
        m_url = QStringLiteral("http://127.0.0.1:") +
                QString::fromLatin1(m_endpoint.readLine().trimmed().split(' ').last());
    }
    [[nodiscard]] Ended run(const char* command) const
    {
        return ctl(words(command) + QStringList{QStringLiteral("--connect"), m_url + QStringLiteral("/PowerShell"),
                                                QStringLiteral("--node-url"),
                                                m_url + QStringLiteral("/node/{name}/wsman"), QStringLiteral("--auth"),
                                                QStringLiteral("none"), QStringLiteral("--data-dir"), m_data.path()});
    }

    QProcess m_endpoint;
    QString m_url;
};

constexpr const char* leave = "run leave EX1 --yes --override already --restore policy=Unrestricted --restore "
                              "movenow=off --format jsonl";

// The step ends before its time-out, and waits for nothing.
void expectNoWaitForCopies(const Ended& ended)
{
    EXPECT_EQ(ended.code, 0) << ended.text();
    bool done = false;
    for (const auto& line : ended.lines()) {
        if (line.value("kind", "") != "wait-for-copies") continue;
        EXPECT_NE(line.value("state", ""), "waiting") << line;
        done = done || line.value("state", "") == "done";
    }
    EXPECT_TRUE(done) << ended.text();
}

} // namespace

TEST_F(ScriptedEndpoints, ARecoveryDatabaseRaisesNoAlarm)
{
    serve("rdb_dismounted");
    const auto status = run("status");
    EXPECT_EQ(status.code, 0) << status.text();
    EXPECT_THAT(status.out.toStdString(), Not(HasSubstr("critical")));
    const auto check = run("check enter EX1 --format json");
    expectNothingWrong(check);
}

TEST_F(ScriptedEndpoints, ARecoveryDatabaseIsNotWaitedFor)
{
    serve("rdb_dismounted_leave");
    expectNoWaitForCopies(run(leave));
}

TEST_F(ScriptedEndpoints, ADatabaseThatIsLeftDismountedIsInformation)
{
    serve("not_mounted_at_startup_leave");
    const auto status = run("status");
    EXPECT_THAT(status.out.toStdString(),
                HasSubstr("info: Archive-Old\\EX1: not mounted, and its MountAtStartup is False"));
    EXPECT_THAT(status.out.toStdString(), Not(HasSubstr("critical")));
    const auto check = run("check enter EX1 --format json");
    expectNothingWrong(check);
    EXPECT_THAT(checkOf(check, "dismounted-database").dump(), HasSubstr("Archive-Old"));
    expectNoWaitForCopies(run(leave));
}

TEST_F(ScriptedEndpoints, AQueueLengthNearTwoToThe63IsNotKnown)
{
    serve("cql_sentinel");
    const auto status = run("status --format json");
    EXPECT_THAT(status.out.toStdString(), Not(HasSubstr("9223372036854775")));
    EXPECT_THAT(status.out.toStdString(),
                HasSubstr("length not known, the active copy's server does not publish its last log"));
    EXPECT_THAT(status.out.toStdString(), HasSubstr("look at MSExchangeRepl and at the cluster on EX1"));
    const auto check = run("check enter EX1 --format json");
    EXPECT_EQ(check.code, 3) << check.text();
    EXPECT_EQ(checkOf(check, "copies-elsewhere")["result"], "block");
}

TEST_F(ScriptedEndpoints, TheContentIndexNumber11IsNotApplicable)
{
    serve("content_index_number_11");
    const auto status = run("status --format json");
    EXPECT_EQ(status.code, 0) << status.text();
    const auto answer = status.json();
    int copies = 0;
    for (const auto& server : answer["dags"].at(0)["servers"])
        for (const auto& copy : server["copies"]) {
            EXPECT_EQ(copy["contentIndexState"], "NotApplicable") << copy;
            ++copies;
        }
    EXPECT_EQ(copies, 4);
}

TEST_F(ScriptedEndpoints, Exchange2010BesideTheGroupIsNotManaged)
{
    serve("exchange_2010_beside");
    const auto status = run("status");
    EXPECT_EQ(status.code, 0) << status.text();
    EXPECT_THAT(status.out.toStdString(), HasSubstr("info: EX10: Exchange 2010: not managed here"));
    EXPECT_THAT(status.out.toStdString(), Not(HasSubstr("could not be read")));
    expectNothingWrong(run("check enter EX1 --format json"));
    const auto refused = run("check enter EX10");
    EXPECT_EQ(refused.code, 3) << refused.text();
    EXPECT_THAT(refused.err.toStdString(), HasSubstr("Exchange 2010: not managed here"));
}

TEST_F(ScriptedEndpoints, AShellThatTakesNoMoreCommandsIsReplaced)
{
    serve("commands_per_shell");
    const auto status = run("status");
    EXPECT_EQ(status.code, 0) << status.text();
    EXPECT_THAT(status.out.toStdString(), Not(HasSubstr("could not be read")));
    const auto left = run(leave);
    EXPECT_EQ(left.code, 0) << left.text();
}

TEST_F(ScriptedEndpoints, AShellUnknownWhileItOpensIsMadeOnceMore)
{
    serve("shell_unknown_while_opening");
    const auto status = run("status");
    EXPECT_EQ(status.code, 0) << status.text();
}

// A shell may hold four commands, and a Signal frees one.
TEST_F(ScriptedEndpoints, EveryFinishedCommandIsEnded)
{
    const LabProcess lab;
    ASSERT_TRUE(lab.listens());
    const QString port = QString::number(QUrl(lab.url()).port());
    serve({caseFile("endpoint/shell_limit_proxy.py"), port, QStringLiteral("4"), QStringLiteral("0")});
    auto options = lab.connection();
    options.replaceInStrings(QStringLiteral("127.0.0.1:") + port, m_url.mid(7));
    const auto status = ctl(words("status --data-dir") + QStringList{m_data.path()} + options, "practice\n");
    EXPECT_TRUE(status.code == 0 || status.code == 1) << status.text();
    EXPECT_THAT(status.out.toStdString(), Not(HasSubstr("could not be read")));
    m_endpoint.terminate();
    ASSERT_TRUE(m_endpoint.waitForFinished(10'000));
    EXPECT_THAT(m_endpoint.readAllStandardError().toStdString(), Not(HasSubstr("refused a command")));
}

TEST_F(FieldCases, EveryScenarioIsServedAndRead)
{
    int served = 0;
    for (const char* folder : {"scenarios", "scenarios-to-come"})
        for (const auto& entry : QDir(caseFile(folder)).entryList({QStringLiteral("*.json")}, QDir::Files)) {
            const auto status = onLab("status", std::string(folder) + "/" + entry.toStdString());
            EXPECT_TRUE(status.code == 0 || status.code == 1) << entry.toStdString() << '\n' << status.text();
            EXPECT_THAT(status.out.toStdString(), Not(HasSubstr("could not be read"))) << entry.toStdString();
            ++served;
        }
    EXPECT_GE(served, 10);
}

TEST_F(FieldCases, WhatIsNoAlarmInAScenarioEndsWithZero)
{
    for (const char* scenario :
         {"dag_without_members", "edge_server", "exchange_2010", "mixed_generations", "recovery_database"}) {
        const auto status = onLab("status", std::string("scenarios-to-come/") + scenario + ".json");
        EXPECT_EQ(status.code, 0) << scenario << '\n' << status.text();
    }
    EXPECT_THAT(onLab("status", "scenarios-to-come/exchange_2010.json").out.toStdString(),
                HasSubstr("info: EX10: Exchange 2010: not managed here"));
    EXPECT_THAT(onLab("status", "scenarios-to-come/mount_at_startup.json").out.toStdString(),
                HasSubstr("info: DB\\EX1: not mounted, and its MountAtStartup is False"));
    EXPECT_THAT(onLab("status", "scenarios-to-come/copy_queue_sentinel.json").out.toStdString(),
                HasSubstr("length not known, the active copy's server does not publish its last log"));
}

TEST_F(FieldCases, PreflightBlocksWhatBestCopySelectionRefuses)
{
    const struct {
        const char* command;
        const char* scenario;
        const char* found;
    } cases[] = {
        {"check enter HQ1 --format json", "scenarios/intrasite-only-in-another-site.json",
         "DB01 has nowhere to go: DR1 takes databases of its own site only"},
        {"check enter EX1 --format json", "scenarios/index-failed-on-the-only-other-copy.json",
         "DB01 has nowhere to go: content index is Failed"},
        {"check enter EX1 --format json", "scenarios-to-come/content_index_unknown.json",
         "DB has nowhere to go: content index is Unknown"},
        {"check enter EX1 --format json", "scenarios-to-come/copy_queue_sentinel.json",
         "DB has nowhere to go: queue length not known, the active copy's server does not publish its last log"}};
    for (const auto& one : cases) {
        const auto check = onLab(one.command, one.scenario);
        EXPECT_EQ(check.code, 3) << check.text();
        EXPECT_EQ(checkOf(check, "copies-elsewhere")["found"], one.found);
    }
}

TEST_F(FieldCases, DamagedClixmlIsRefusedWithItsPlace)
{
    const auto empty = inspect("empty.xml");
    EXPECT_EQ(empty.code, 4) << empty.text();
    EXPECT_THAT(empty.err.toStdString(), HasSubstr("line 1, column 1: there is no root element"));
    const auto ffff = inspect("ffff.xml");
    EXPECT_EQ(ffff.code, 4) << ffff.text();
    EXPECT_THAT(ffff.err.toStdString(), HasSubstr("line 1, column 98: U+FFFF is no character of XML"));
}

TEST_F(FieldCases, ACaptureOfTwoDocumentsIsReadWhole)
{
    const auto both = inspect("two-documents.xml");
    EXPECT_EQ(both.code, 0) << both.text();
    EXPECT_EQ(both.json(), json::parse(R"([{"type":"S","text":"one"},{"type":"S","text":"two"}])"));
}
