// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// drydockctl against the lab as two processes: into maintenance, back, and exactly as it was.
#include "programs.h"

#include "tests/support/paths.h"
#include "tests/support/qt_test.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <gtest/gtest.h>

#include <csignal>
#include <functional>
#include <map>
#include <set>

using namespace drydock::tests;
using nlohmann::json;

namespace {

const QByteArray password = "practice\n";

class Maintenance : public testing::Test
{
protected:
    [[nodiscard]] Ended run(const LabProcess& lab, const QStringList& verb,
                            const QString& user = QStringLiteral("LAB\\admin"),
                            const QByteArray& secret = password) const
    {
        return ctl(all(lab, verb, user), secret);
    }
    [[nodiscard]] QStringList all(const LabProcess& lab, const QStringList& verb,
                                  const QString& user = QStringLiteral("LAB\\admin")) const
    {
        return verb + lab.connection(user) +
               QStringList{QStringLiteral("--data-dir"), data.path(), QStringLiteral("--log-file"),
                           data.filePath(QStringLiteral("log.txt"))};
    }
    [[nodiscard]] json status(const LabProcess& lab) const
    {
        const Ended ended = run(lab, {QStringLiteral("status"), QStringLiteral("--format"), QStringLiteral("json")});
        EXPECT_TRUE(ended.code == 0 || ended.code == 1) << ended.text();
        return ended.json();
    }

    // Returns the file of the scenario "seed" with that change.
    [[nodiscard]] QString changedSeed(const std::function<void(json&)>& change) const
    {
        QFile scenario(sourceFolder() / "resources/lab/seed.json");
        EXPECT_TRUE(scenario.open(QIODevice::ReadOnly));
        json seed = json::parse(scenario.readAll().toStdString());
        change(seed);
        QFile changed(data.filePath(QStringLiteral("scenario.json")));
        EXPECT_TRUE(changed.open(QIODevice::WriteOnly));
        changed.write(QByteArray::fromStdString(seed.dump()));
        return changed.fileName();
    }

    QTemporaryDir data;
};

// Options of a lab in which the policy of MAIL is one other than Unrestricted, which every other tool forgets.
void makePolicyUnusual(json& seed)
{
    for (json& server : seed["servers"])
        if (server["name"] == "MAIL") server["policy"] = "IntrasiteOnly";
}

QStringList serve(const QString& scenario)
{
    return {QStringLiteral("--time-scale"), QStringLiteral("60"), QStringLiteral("--scenario"), scenario};
}

const QStringList enterMail{QStringLiteral("run"),   QStringLiteral("enter"),    QStringLiteral("MAIL"),
                            QStringLiteral("--yes"), QStringLiteral("--format"), QStringLiteral("jsonl")};
const QStringList leaveMail{QStringLiteral("run"),   QStringLiteral("leave"),    QStringLiteral("MAIL"),
                            QStringLiteral("--yes"), QStringLiteral("--format"), QStringLiteral("jsonl")};
const QStringList overridden{QStringLiteral("--override"), QStringLiteral("single-copy")};

json serverOf(const json& status, const std::string& name)
{
    for (const json& dag : status.value("dags", json::array()))
        for (const json& server : dag["servers"])
            if (server["name"] == name) return server;
    return {};
}

// What maintenance changes and must put back: policy, MoveNow, node, who holds which component in which store,
// services. A requester set back to Active keeps an entry that says so, with a newer time: only what it holds down
// counts.
json settingsOf(const json& status, const std::string& name)
{
    const json server = serverOf(status, name);
    json settings{{"policy", server["autoActivationPolicy"]},
                  {"moveNow", server["activationDisabledAndMoveNow"]},
                  {"node", server["node"]},
                  {"state", server["state"]}};
    for (const json& component : server["components"]) {
        settings["components"][component["component"].get<std::string>()] = component["state"];
        for (const json& requester : component["requesters"])
            if (requester["state"] != "Active")
                settings["held"].push_back(
                    {component["component"], requester["requester"], requester["store"], requester["state"]});
    }
    for (const json& service : server["services"])
        settings["services"][service["name"].get<std::string>()] = service["status"];
    return settings;
}

int changingCommands(const QString& journal, std::map<std::string, int>& sent)
{
    QFile file(journal);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    int count = 0;
    for (const QByteArray& line : file.readAll().split('\n')) {
        const json record = json::parse(line.mid(line.indexOf('{')).toStdString(), nullptr, false);
        if (!record.is_object()) continue;
        const json& body = record.contains("body") ? record["body"] : record;
        if (body.value("type", "") != "command-sending") continue;
        ++count;
        ++sent[std::to_string(body["step"].get<int>()) + "." + std::to_string(body["command"].get<int>())];
    }
    return count;
}

QString onlyJournal(const QTemporaryDir& data)
{
    QDirIterator files(data.path(), {QStringLiteral("*-enter*")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        if (!file.endsWith(QStringLiteral(".lock"))) return file;
    }
    return {};
}

} // namespace

TEST_F(Maintenance, EnterAndLeaveRestoreTheLabExactly)
{
    const LabProcess lab(serve(changedSeed(makePolicyUnusual)));
    ASSERT_TRUE(lab.listens());
    const json before = status(lab);
    ASSERT_EQ(serverOf(before, "MAIL")["state"], "Serving") << before.dump(1);
    ASSERT_EQ(serverOf(before, "MAIL")["autoActivationPolicy"], "IntrasiteOnly");

    const Ended blocked = run(lab, enterMail);
    EXPECT_EQ(blocked.code, 3) << blocked.text();
    EXPECT_TRUE(blocked.err.contains("single-copy")) << blocked.text();
    EXPECT_EQ(settingsOf(status(lab), "MAIL"), settingsOf(before, "MAIL")) << "blocked: nothing was changed";

    const Ended entered =
        run(lab, enterMail + overridden + QStringList{QStringLiteral("--reason"), QStringLiteral("patches")});
    ASSERT_EQ(entered.code, 0) << entered.text();
    const auto events = entered.lines();
    ASSERT_GE(events.size(), 3u);
    EXPECT_EQ(events.front()["event"], "run");
    EXPECT_EQ(events.front()["kind"], "enter");
    EXPECT_EQ(events.back(), (json{{"event", "end"}, {"outcome", "succeeded"}, {"exit", 0}}));
    const json during = status(lab);
    EXPECT_EQ(serverOf(during, "MAIL")["state"], "InMaintenance");
    EXPECT_EQ(serverOf(during, "MAIL")["autoActivationPolicy"], "Blocked");
    EXPECT_EQ(serverOf(during, "MAIL")["node"], "Paused");
    const json server = serverOf(during, "MAIL");
    for (const json& copy : server["copies"])
        EXPECT_EQ(copy["active"], copy["database"] == "DB-test") << copy.dump();

    const Ended left = run(lab, leaveMail);
    ASSERT_EQ(left.code, 0) << left.text();
    EXPECT_EQ(settingsOf(status(lab), "MAIL"), settingsOf(before, "MAIL"));

    const Ended runs = ctl({QStringLiteral("runs"), QStringLiteral("--format"), QStringLiteral("json"),
                            QStringLiteral("--data-dir"), data.path()});
    ASSERT_EQ(runs.json()["runs"].size(), 2u) << runs.text();
    const QString id = QString::fromStdString(runs.json()["runs"][1]["id"].get<std::string>());
    for (const char* format : {"text", "json", "html"}) {
        const Ended report = ctl({QStringLiteral("report"), id, QStringLiteral("--format"), QString::fromLatin1(format),
                                  QStringLiteral("--data-dir"), data.path()});
        EXPECT_EQ(report.code, 0) << report.text();
        EXPECT_TRUE(report.out.contains("patches")) << format;
    }
}

TEST_F(Maintenance, ARunThatWasKilledContinuesAndSendsNothingTwice)
{
    const LabProcess lab;
    ASSERT_TRUE(lab.listens());
    const auto process = startCtl(all(lab, enterMail + overridden), password);
    QByteArray out;
    // In the middle: the node is paused, databases are about to move.
    ASSERT_TRUE(QTest::qWaitFor(
        [&] {
            out += process->readAllStandardOutput();
            return out.contains("Suspend-ClusterNode") || process->state() == QProcess::NotRunning;
        },
        240'000));
    ASSERT_EQ(process->state(), QProcess::Running)
        << out.toStdString() << process->readAllStandardError().toStdString();
    sendSignal(*process, SIGKILL);
    process->waitForFinished(10'000);

    const Ended runs = ctl({QStringLiteral("runs"), QStringLiteral("--format"), QStringLiteral("json"),
                            QStringLiteral("--data-dir"), data.path()});
    ASSERT_EQ(runs.json()["runs"].size(), 1u) << runs.text();
    const json listed = runs.json()["runs"][0];
    EXPECT_EQ(listed["state"], "unfinished");
    EXPECT_EQ(listed["resumable"], true);

    const QString id = QString::fromStdString(listed["id"].get<std::string>());
    Ended resumed = run(lab, {QStringLiteral("resume"), id, QStringLiteral("--yes")});
    if (resumed.code == 5) // killed between record and sending: the outcome was unknown until the readings showed it
        resumed = run(lab, {QStringLiteral("resume"), id, QStringLiteral("--send-again"), QStringLiteral("--yes")});
    EXPECT_EQ(resumed.code, 0) << resumed.text();
    EXPECT_EQ(serverOf(status(lab), "MAIL")["state"], "InMaintenance");

    std::map<std::string, int> sent;
    EXPECT_GT(changingCommands(onlyJournal(data), sent), 5) << onlyJournal(data).toStdString();
    for (const auto& [command, times] : sent)
        EXPECT_EQ(times, 1) << "command " << command;
}

TEST_F(Maintenance, ThePasswordIsInNoFile)
{
    const QByteArray secret = "Tr0ub4dor&3";
    const LabProcess lab({QStringLiteral("--time-scale"), QStringLiteral("60"), QStringLiteral("--password-stdin")},
                         secret + "\n");
    ASSERT_TRUE(lab.listens());
    EXPECT_FALSE(lab.listening().contains("password")) << "only the default one is printed";
    const QString user = QStringLiteral("LAB\\admin");
    const QStringList loud{QStringLiteral("--log-level"), QStringLiteral("*=trace")};
    const Ended entered = run(lab, enterMail + overridden + loud, user, secret + "\n");
    ASSERT_EQ(entered.code, 0) << entered.text();
    const Ended wrong = run(lab, {QStringLiteral("status")}, user, secret + "x\n");
    EXPECT_EQ(wrong.code, 7) << wrong.text();

    const QByteArray header = QByteArray(user.toUtf8() + ':' + secret).toBase64();
    int files = 0;
    for (QDirIterator found(data.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); found.hasNext();
         ++files) {
        QFile file(found.next());
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        EXPECT_FALSE(content.contains(secret)) << file.fileName().toStdString();
        EXPECT_FALSE(content.contains(header)) << file.fileName().toStdString();
    }
    EXPECT_GE(files, 2) << "a journal and a log";
    EXPECT_FALSE(entered.out.contains(secret) || entered.err.contains(secret));
}

TEST_F(Maintenance, AViewerSeesEverythingAndChangesNothing)
{
    const LabProcess lab;
    ASSERT_TRUE(lab.listens());
    const QString viewer = QStringLiteral("LAB\\viewer");
    const Ended seen = run(lab, {QStringLiteral("status"), QStringLiteral("--format"), QStringLiteral("json")}, viewer);
    EXPECT_TRUE(seen.code == 0 || seen.code == 1) << seen.text();
    EXPECT_FALSE(serverOf(seen.json(), "MAIL")["components"].empty());
    const Ended refused = run(lab, enterMail + overridden, viewer);
    EXPECT_EQ(refused.code, 8) << refused.text();
    const Ended readOnly = run(lab, enterMail + overridden + QStringList{QStringLiteral("--read-only")});
    EXPECT_EQ(readOnly.code, 8) << readOnly.text();
    EXPECT_EQ(serverOf(status(lab), "MAIL")["autoActivationPolicy"], "Unrestricted");
}

TEST_F(Maintenance, CtrlCStopsAfterTheStepAndCanBeResumed)
{
    const LabProcess lab;
    ASSERT_TRUE(lab.listens());
    const auto process = startCtl(all(lab, enterMail + overridden), password);
    QByteArray out;
    ASSERT_TRUE(QTest::qWaitFor(
        [&] {
            out += process->readAllStandardOutput();
            return out.contains("\"event\":\"step\"") || process->state() == QProcess::NotRunning;
        },
        240'000));
    sendSignal(*process, SIGINT);
    const Ended stopped = waitFor(*process);
    EXPECT_EQ(stopped.code, 6) << out.toStdString() << stopped.text();
    const Ended runs = ctl({QStringLiteral("runs"), QStringLiteral("--format"), QStringLiteral("json"),
                            QStringLiteral("--data-dir"), data.path()});
    ASSERT_EQ(runs.json()["runs"].size(), 1u) << runs.text();
    EXPECT_EQ(runs.json()["runs"][0]["resumable"], true);
    const QString id = QString::fromStdString(runs.json()["runs"][0]["id"].get<std::string>());
    const Ended undone = run(lab, {QStringLiteral("resume"), id, QStringLiteral("--undo"), QStringLiteral("--yes"),
                                   QStringLiteral("--format"), QStringLiteral("jsonl")});
    EXPECT_EQ(undone.code, 0) << undone.text();
    const auto events = undone.lines();
    ASSERT_GE(events.size(), 3u);
    EXPECT_EQ(events.back(), (json{{"event", "end"}, {"outcome", "undone"}, {"exit", 0}}));
    const std::set<std::string> states{"started", "waiting", "done", "skipped", "failed", "unknown", "undone"};
    bool goesBack = false;
    for (const json& event : events) {
        if (event["event"] != "step") continue;
        const std::string state = event["state"];
        EXPECT_EQ(states.count(state), 1u) << event.dump();
        goesBack = goesBack || state == "undone";
        EXPECT_NE(state, "done") << "what was done before is not told again: " << event.dump();
    }
    EXPECT_TRUE(goesBack);
    EXPECT_EQ(serverOf(status(lab), "MAIL")["state"], "Serving");
}

TEST_F(Maintenance, ASecondCtrlCEndsTheProgramAndTheStreamOfEvents)
{
    const LabProcess lab;
    ASSERT_TRUE(lab.listens());
    const auto process =
        startCtl(all(lab, enterMail + overridden + QStringList{QStringLiteral("--override"), QStringLiteral("quorum")}),
                 password);
    QByteArray out;
    ASSERT_TRUE(QTest::qWaitFor(
        [&] {
            out += process->readAllStandardOutput();
            return out.contains("\"event\":\"step\"") || process->state() == QProcess::NotRunning;
        },
        240'000));
    QByteArray err;
    sendSignal(*process, SIGINT);
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return (err += process->readAllStandardError()).contains("again within"); }, 60'000));
    sendSignal(*process, SIGINT);
    const Ended left = waitFor(*process);
    EXPECT_EQ(left.code, 6) << left.text();
    EXPECT_TRUE(QByteArray(out + left.out).contains("{\"event\":\"end\",\"outcome\":\"stopped\",\"exit\":6}"))
        << left.text();
    EXPECT_TRUE(err.contains("quorum does not block")) << err.toStdString();

    // No session is needed to leave it as it is for good.
    const Ended runs = ctl({QStringLiteral("runs"), QStringLiteral("--format"), QStringLiteral("json"),
                            QStringLiteral("--data-dir"), data.path()});
    ASSERT_EQ(runs.json()["runs"].size(), 1u) << runs.text();
    const QString id = QString::fromStdString(runs.json()["runs"][0]["id"].get<std::string>());
    const Ended abandoned = ctl({QStringLiteral("resume"), id, QStringLiteral("--abandon"), QStringLiteral("--yes"),
                                 QStringLiteral("--data-dir"), data.path()});
    EXPECT_EQ(abandoned.code, 0) << abandoned.text();
}

TEST_F(Maintenance, AnUnknownRunIsReportedBeforeAPasswordIsAskedFor)
{
    const QStringList nowhere{QStringLiteral("--connect"),  QStringLiteral("http://127.0.0.1:9/PowerShell"),
                              QStringLiteral("--auth"),     QStringLiteral("none"),
                              QStringLiteral("--data-dir"), data.path()};
    for (const QStringList& how : {QStringList{}, QStringList{QStringLiteral("--abandon")}}) {
        const Ended ended = ctl(
            QStringList{QStringLiteral("resume"), QStringLiteral("nosuch"), QStringLiteral("--yes")} + how + nowhere);
        EXPECT_EQ(ended.code, 4) << ended.text();
        EXPECT_TRUE(ended.err.contains("kind: not-found")) << ended.text();
    }
}

TEST_F(Maintenance, AGroupThatDoesNotExistIsNotHealthy)
{
    const LabProcess lab;
    ASSERT_TRUE(lab.listens());
    const Ended ended = run(lab, {QStringLiteral("status"), QStringLiteral("--dag"), QStringLiteral("DAG9")});
    EXPECT_EQ(ended.code, 4) << ended.text();
    EXPECT_TRUE(ended.out.isEmpty()) << ended.text();
    EXPECT_TRUE(ended.err.contains("kind: not-found") && ended.err.contains("DAG9")) << ended.text();
}

TEST_F(Maintenance, AnotherComputerSeesTheRunAndRestoresWhatItRecorded)
{
    const LabProcess lab(serve(changedSeed([](json& seed) {
        makePolicyUnusual(seed);
        seed["users"].push_back({{"name", "LAB\\admin2"}, {"role", "OrganizationManagement"}});
    })));
    ASSERT_TRUE(lab.listens());
    const json before = status(lab);

    const Ended entered = run(lab, enterMail + overridden);
    ASSERT_EQ(entered.code, 0) << entered.text();

    const QTemporaryDir other;
    const auto atTheOther = [&](const QStringList& verb) {
        return ctl(verb + lab.connection(QStringLiteral("LAB\\admin2")) +
                       QStringList{QStringLiteral("--data-dir"), other.path(), QStringLiteral("--log-file"),
                                   other.filePath(QStringLiteral("log.txt"))},
                   password);
    };
    const Ended checked = atTheOther({QStringLiteral("check"), QStringLiteral("leave"), QStringLiteral("MAIL")});
    EXPECT_EQ(checked.code, 1) << checked.text(); // a lab with a time scale tells no time, which is a warning
    EXPECT_EQ(checked.out.count("\nwarn "), 1) << checked.text();
    EXPECT_TRUE(checked.out.contains("from the organisation's record: written by admin from")) << checked.text();
    const Ended left = atTheOther(leaveMail);
    ASSERT_EQ(left.code, 0) << left.text();
    EXPECT_EQ(settingsOf(status(lab), "MAIL"), settingsOf(before, "MAIL"));
}

TEST_F(Maintenance, AnAccountThatMayNotUseTheNodesHasTheirCommandsRunByHand)
{
    // The node was paused before, so the operator has transport alone to restart, which nothing shows to this account.
    const LabProcess lab(serve(changedSeed([](json& seed) {
        for (json& server : seed["servers"])
            if (server["name"] == "MAIL") server["node"] = "Paused";
        seed["users"].push_back({{"name", "LAB\\exchange"}, {"role", "OrganizationManagement"}, {"nodes", false}});
    })));
    ASSERT_TRUE(lab.listens());
    const QString user = QStringLiteral("LAB\\exchange");
    const json before = status(lab);

    const Ended blocked = run(lab, enterMail + overridden, user);
    EXPECT_EQ(blocked.code, 3) << blocked.text();
    EXPECT_TRUE(blocked.err.contains("run by hand")) << blocked.text();

    const QStringList byHand{QStringLiteral("--override"), QStringLiteral("server-reachable"),
                             QStringLiteral("--go-on-without"), QStringLiteral("restart-transport")};
    const Ended entered = run(lab, enterMail + overridden + byHand, user);
    ASSERT_EQ(entered.code, 0) << entered.text();
    EXPECT_TRUE(entered.out.contains("run on MAIL: Restart-Service -Name MSExchangeTransport")) << entered.text();
    EXPECT_EQ(serverOf(status(lab), "MAIL")["state"], "InMaintenance");

    const Ended left =
        run(lab, leaveMail + byHand + QStringList{QStringLiteral("--override"), QStringLiteral("already")}, user);
    ASSERT_EQ(left.code, 0) << left.text();
    EXPECT_EQ(settingsOf(status(lab), "MAIL"), settingsOf(before, "MAIL"));
}
