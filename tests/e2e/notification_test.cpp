// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Who is told of a run, by the program itself: a webhook on this computer and a program of the operator's.
#include "tests/e2e/programs.h"
#include "tests/support/qt_test.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>

using namespace drydock::tests;

namespace {

// Answers every POST with one status, and keeps its body.
class HookServer
{
public:
    explicit HookServer(QByteArray status) : m_status(std::move(status))
    {
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            auto* socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, read = QByteArray()]() mutable {
                read += socket->readAll();
                const auto end = read.indexOf("\r\n\r\n");
                const auto length = read.indexOf("Content-Length: ");
                if (end < 0 || length < 0) return;
                const auto wanted = read.mid(length + 16, read.indexOf('\r', length) - length - 16).toInt();
                if (read.size() - end - 4 < wanted) return;
                bodies.push_back(read.mid(end + 4));
                socket->write("HTTP/1.1 " + m_status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                socket->disconnectFromHost();
            });
        });
        m_server.listen(QHostAddress::LocalHost);
    }
    [[nodiscard]] QString url() const { return QStringLiteral("http://127.0.0.1:%1/hook").arg(m_server.serverPort()); }

    std::vector<QByteArray> bodies;

private:
    QByteArray m_status;
    QTcpServer m_server;
};

// A program that writes its arguments and its standard input to `result`.
QString noteTaker(const QTemporaryDir& folder, const QString& result)
{
    QFile script(folder.filePath(QStringLiteral("note taker")));
    EXPECT_TRUE(script.open(QIODevice::WriteOnly));
    script.write("#!/bin/sh\n{ printf '%s\\n' \"$#\" \"$@\"; cat; } > '" + result.toUtf8() + "'\n");
    script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return script.fileName();
}

TEST(Notifications, ARunTellsAWebhookAndAProgramHowItEnded)
{
    const QTemporaryDir folder;
    const LabProcess lab;
    ASSERT_TRUE(lab.listens());
    HookServer hook("200 OK");
    const auto result = folder.filePath(QStringLiteral("result"));
    auto arguments = words("run enter MAIL --yes --override single-copy") + lab.connection();
    arguments += {QStringLiteral("--data-dir"),       folder.path(),
                  QStringLiteral("--webhook"),        hook.url(),
                  QStringLiteral("--notify-program"), noteTaker(folder, result)};
    const auto process = startCtl(arguments, "practice\n");
    const auto ended = waitFor(*process);
    ASSERT_TRUE(ended.code == 0 || ended.code == 1) << ended.text();
    ASSERT_EQ(hook.bodies.size(), 1U) << ended.text();
    const auto told = nlohmann::json::parse(hook.bodies[0].toStdString());
    EXPECT_EQ(told["server"], "MAIL");
    EXPECT_EQ(told["direction"], "enter");
    EXPECT_TRUE(told["event"].get<std::string>().starts_with("succeeded")) << told.dump();
    QFile file(result);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly)) << ended.text();
    const auto lines = file.readAll().split('\n');
    ASSERT_GE(lines.size(), 5);
    EXPECT_EQ(lines[0], "3");
    EXPECT_EQ(lines[1].toStdString(), told["event"]);
    EXPECT_EQ(lines[2], "MAIL");
    EXPECT_EQ(lines[3].toStdString(), told["run"]);
    EXPECT_EQ(lines[4], hook.bodies[0]);
}

TEST(Notifications, ATestShowsWhatGoesOut)
{
    HookServer hook("204 No Content");
    const auto process = startCtl({QStringLiteral("notify"), QStringLiteral("--webhook"), hook.url(),
                                   QStringLiteral("--webhook-format"), QStringLiteral("slack")});
    const auto ended = waitFor(*process);
    EXPECT_EQ(ended.code, 0) << ended.text();
    ASSERT_EQ(hook.bodies.size(), 1U);
    EXPECT_EQ(ended.out, "sending: " + hook.bodies[0] + "\ndelivered to 127.0.0.1\n");
}

TEST(Notifications, AReceiverThatRefusesIsNamed)
{
    HookServer hook("404 Not Found");
    const auto process = startCtl({QStringLiteral("notify"), QStringLiteral("--webhook"), hook.url()});
    const auto ended = waitFor(*process);
    EXPECT_NE(ended.code, 0) << ended.text();
    EXPECT_EQ(hook.bodies.size(), 1U);
    EXPECT_TRUE(ended.err.contains("404")) << ended.text();
    EXPECT_FALSE(ended.err.contains("/hook")) << "the path is the webhook's secret: " << ended.text();
}

TEST(Notifications, AMissingProgramIsNamed)
{
    const auto ended = ctl(words("notify --notify-program /nonexistent/program"));
    EXPECT_EQ(ended.code, 4) << ended.text();
    EXPECT_TRUE(ended.err.contains("/nonexistent/program")) << ended.text();
}

TEST(Notifications, OptionsThatTellNobodyAreUsageErrors)
{
    const QTemporaryDir folder;
    EXPECT_EQ(ctl(words("notify")).code, 2);
    EXPECT_EQ(
        ctl({QStringLiteral("notify"), QStringLiteral("--notify"), QStringLiteral("--data-dir"), folder.path()}).code,
        2);
    EXPECT_EQ(ctl(words("notify --webhook http://hooks.example.org/x")).code, 2);
    // A run is refused before it connects.
    EXPECT_EQ(ctl(words("run enter MAIL --yes --lab --webhook ftp://hooks.example.org")).code, 2);
}

} // namespace
