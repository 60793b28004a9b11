// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What bad input gets: each its own kind of error, its exit code, and what to do.
#include "programs.h"

#include "tests/support/qt_test.h"

#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <gtest/gtest.h>

using namespace drydock::tests;

namespace {

// Answers every request with the same bytes, then closes; the zero id becomes that of the request.
class CannedServer : public QTcpServer
{
public:
    explicit CannedServer(QByteArray answer)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this, answer = std::move(answer)] {
            QTcpSocket* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket, answer] {
                const QByteArray request = socket->readAll();
                const qsizetype at = request.indexOf("MessageID>uuid:");
                if (at < 0) return; // only the head so far
                socket->write(
                    QByteArray(answer).replace("uuid:00000000-0000-0000-0000-000000000000", request.mid(at + 10, 41)));
                socket->disconnectFromHost();
            });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
    }
    [[nodiscard]] QString url() const { return QStringLiteral("http://127.0.0.1:%1/PowerShell").arg(serverPort()); }
};

QByteArray http(const QByteArray& status, const QByteArray& type, const QByteArray& body, qsizetype length = -1)
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: " + type +
           "\r\nContent-Length: " + QByteArray::number(length < 0 ? body.size() : length) +
           "\r\nConnection: close\r\n\r\n" + body;
}

const QByteArray soap = "application/soap+xml;charset=UTF-8";

QByteArray fault(const QByteArray& code)
{
    return "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\" "
           "xmlns:w=\"http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd\" "
           "xmlns:a=\"http://schemas.xmlsoap.org/ws/2004/08/addressing\">"
           "<s:Header><a:RelatesTo>uuid:00000000-0000-0000-0000-000000000000</a:RelatesTo></s:Header><s:Body>"
           "<s:Fault><s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>w:AccessDenied</s:Value></s:Subcode></"
           "s:Code>"
           "<s:Reason><s:Text xml:lang=\"en-US\">Access is denied.</s:Text></s:Reason><s:Detail>"
           "<f:WSManFault xmlns:f=\"http://schemas.microsoft.com/wbem/wsman/1/wsmanfault\" Code=\"" +
           code +
           "\" Machine=\"m\"><f:Message>Access is denied.</f:Message>"
           "</f:WSManFault></s:Detail></s:Fault></s:Body></s:Envelope>";
}

Ended status(const QString& url)
{
    return ctl({QStringLiteral("status"), QStringLiteral("--connect"), url, QStringLiteral("--auth"),
                QStringLiteral("none"), QStringLiteral("--data-dir"), QStringLiteral("/nonexistent/never-written")},
               {}, 60'000);
}

// The three parts: what and where, what it means, what to do; and the stable kind.
void expectError(const Ended& ended, int code, const char* kind, const QByteArray& where)
{
    EXPECT_EQ(ended.code, code) << ended.text();
    EXPECT_TRUE(ended.out.isEmpty()) << ended.text();
    EXPECT_TRUE(ended.err.contains(QByteArray(QByteArray("kind: ") + kind))) << ended.text();
    EXPECT_TRUE(ended.err.contains("what to do: ")) << ended.text();
    EXPECT_TRUE(ended.err.contains(where)) << ended.text();
}

} // namespace

TEST(BadInput, AnInvalidAddressIsReported)
{
    for (const char* url : {"mail2", "ftp://mail2/PowerShell", "http://", "http://user:secret@mail2/PowerShell"}) {
        const Ended ended = status(QString::fromLatin1(url));
        EXPECT_EQ(ended.code, 2) << url << ended.text();
        EXPECT_TRUE(ended.err.contains("--connect")) << ended.text();
        EXPECT_FALSE(ended.err.contains("user:secret")) << ended.text();
    }
}

TEST(BadInput, BasicWithoutTlsToAnotherMachineIsRefused)
{
    const Ended ended =
        ctl({QStringLiteral("status"), QStringLiteral("--connect"),
             QStringLiteral("http://mail2.contoso.com/PowerShell"), QStringLiteral("--auth"), QStringLiteral("basic"),
             QStringLiteral("--user"), QStringLiteral("a"), QStringLiteral("--password-stdin")},
            "x\n", 60'000);
    EXPECT_EQ(ended.code, 2) << ended.text();
}

TEST(BadInput, AClosedPortIsReported)
{
    QTcpServer server;
    ASSERT_TRUE(server.listen(QHostAddress::LocalHost));
    const QString url = QStringLiteral("http://127.0.0.1:%1/PowerShell").arg(server.serverPort());
    server.close();
    expectError(status(url), 7, "unreachable", url.toUtf8());
}

TEST(BadInput, AWebPageIsReported)
{
    const CannedServer server(http("200 OK", "text/html", "<html><body>It works!</body></html>"));
    expectError(status(server.url()), 7, "not-wsman", server.url().toUtf8());
}

TEST(BadInput, AWrongPathIsReported)
{
    const CannedServer server(http("404 Not Found", "text/html", "<html>no such page</html>"));
    const Ended ended = status(server.url());
    EXPECT_EQ(ended.code, 7) << ended.text();
    EXPECT_TRUE(ended.err.contains("404")) << ended.text();
}

TEST(BadInput, AWrongPasswordIsReported)
{
    const CannedServer server("HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: "
                              "0\r\nConnection: close\r\n\r\n");
    expectError(status(server.url()), 7, "not-authenticated", server.url().toUtf8());
}

TEST(BadInput, AFaultIsReported)
{
    const CannedServer denied(http("500 Internal Server Error", soap, fault("5")));
    EXPECT_EQ(status(denied.url()).code, 8);
    const CannedServer other(http("500 Internal Server Error", soap, fault("2150858811")));
    const Ended ended = status(other.url());
    EXPECT_EQ(ended.code, 7) << ended.text();
    EXPECT_TRUE(ended.err.contains("2150858811") || ended.err.contains("Access is denied.")) << ended.text();
}

TEST(BadInput, ATruncatedAnswerIsReported)
{
    const CannedServer server(http("200 OK", soap, "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-env", 4000));
    const Ended ended = status(server.url());
    EXPECT_EQ(ended.code, 7) << ended.text();
    EXPECT_TRUE(ended.err.contains("what to do: ")) << ended.text();
}

TEST(BadInput, AMalformedAnswerIsReported)
{
    for (const QByteArray& body : {QByteArray("<s:Envelope"), QByteArray("<a/>"), QByteArray(),
                                   QByteArray("<!DOCTYPE x [<!ENTITY a \"b\">]><s:Envelope/>")}) {
        const CannedServer server(http("200 OK", soap, body));
        const Ended ended = status(server.url());
        EXPECT_EQ(ended.code, 7) << body.toStdString() << ended.text();
        EXPECT_TRUE(ended.err.contains("what to do: ")) << ended.text();
    }
}

TEST(BadInput, AnUnknownCommandOrOptionIsAUsageError)
{
    for (const QStringList& arguments :
         {QStringList{}, QStringList{QStringLiteral("frobnicate")},
          QStringList{QStringLiteral("status"), QStringLiteral("--frob")},
          QStringList{QStringLiteral("run"), QStringLiteral("enter"), QStringLiteral("MAIL"), QStringLiteral("--lab")},
          QStringList{QStringLiteral("run"), QStringLiteral("sideways"), QStringLiteral("MAIL"),
                      QStringLiteral("--yes"), QStringLiteral("--lab")},
          QStringList{QStringLiteral("inspect"), QStringLiteral("yaml"), QStringLiteral("x.yml")},
          QStringList{QStringLiteral("status")},
          QStringList{QStringLiteral("status"), QStringLiteral("--password"), QStringLiteral("x")}}) {
        const Ended ended = ctl(arguments, {}, 60'000);
        EXPECT_EQ(ended.code, 2) << arguments.join(QLatin1Char(' ')).toStdString() << ended.text();
        EXPECT_TRUE(ended.out.isEmpty());
    }
}

TEST(BadInput, HelpAndVersionNeedNoConnection)
{
    EXPECT_EQ(ctl({QStringLiteral("--version")}).code, 0);
    const Ended help = ctl({QStringLiteral("--help")});
    EXPECT_EQ(help.code, 0);
    EXPECT_TRUE(help.out.startsWith("Puts an Exchange DAG member into maintenance")) << help.text();
    for (const char* name : {"status", "watch", "check", "plan", "run", "runs", "resume", "report", "test", "notify",
                             "lab", "inspect", "completion"}) {
        EXPECT_TRUE(help.out.contains(QByteArray("\n  ").append(name).append(' '))) << name << '\n' << help.text();
        const Ended command = ctl({QString::fromLatin1(name), QStringLiteral("--help")});
        EXPECT_EQ(command.code, 0) << command.text();
        EXPECT_TRUE(command.out.contains(QByteArray("Usage: drydockctl ").append(name))) << command.text();
        EXPECT_TRUE(command.out.contains("--data-dir")) << command.text();
        const bool connects = !QByteArrayList{"lab", "completion", "notify"}.contains(name);
        EXPECT_EQ(command.out.contains("--connect"), connects) << command.text();
        EXPECT_EQ(command.out, ctl({QStringLiteral("--help"), QString::fromLatin1(name)}).out);
    }
    const Ended run = ctl({QStringLiteral("run"), QStringLiteral("-h")});
    for (const char* part : {"enter|leave|reinstate", "SERVER", "--yes", "--override", "text|jsonl"})
        EXPECT_TRUE(run.out.contains(part)) << part << '\n' << run.text();
}

// Which option does not go with which.
TEST(BadInput, OptionsThatDoNotGoTogether)
{
    const QStringList companions{QStringLiteral("--node-url=http://x:1/wsman"),
                                 QStringLiteral("--node=A=http://x:1/"),
                                 QStringLiteral("--auth=none"),
                                 QStringLiteral("--user=u"),
                                 QStringLiteral("--spn=s"),
                                 QStringLiteral("--pin=") + QString(64, QLatin1Char('a')),
                                 QStringLiteral("--ca=c")};
    for (const QString& which : {QStringLiteral("--lab"), QStringLiteral("--profile=p")}) {
        for (const QString& companion : companions) {
            const Ended ended = ctl({QStringLiteral("status"), which, companion}, {}, 60'000);
            EXPECT_EQ(ended.code, 2) << ended.text();
            EXPECT_TRUE(ended.out.isEmpty()) << ended.text();
            EXPECT_TRUE(ended.err.contains(which.section(QLatin1Char('='), 0, 0).toUtf8())) << ended.text();
            // They replace what a saved connection says; there is none here.
            const QByteArray refused = which.startsWith(QLatin1String("--profile"))
                                           ? QByteArray("no saved connection is called p")
                                           : companion.section(QLatin1Char('='), 0, 0).toUtf8();
            EXPECT_TRUE(ended.err.contains(refused)) << ended.text();
        }
        const Ended both = ctl({QStringLiteral("status"), which, QStringLiteral("--connect=http://127.0.0.1:9/")});
        EXPECT_EQ(both.code, 2) << both.text();
        EXPECT_TRUE(both.err.contains("--connect")) << both.text();
    }
    const Ended alone = ctl({QStringLiteral("status"), QStringLiteral("--user=u")});
    EXPECT_EQ(alone.code, 2) << alone.text();
    EXPECT_TRUE(alone.err.contains("--user") && alone.err.contains("--connect")) << alone.text();
}

TEST(BadInput, AnUnknownServerIsReported)
{
    const LabProcess lab;
    ASSERT_TRUE(lab.listens());
    const Ended ended =
        ctl(QStringList{QStringLiteral("check"), QStringLiteral("enter"), QStringLiteral("MAIL9")} + lab.connection(),
            "practice\n", 60'000);
    EXPECT_EQ(ended.code, 4) << ended.text();
    EXPECT_TRUE(ended.err.contains("kind: not-found")) << ended.text();
    EXPECT_TRUE(ended.err.contains("MAIL9")) << ended.text();
}

TEST(BadInput, ARunWhoseServerDisappearsEndsAndCanBeResumed)
{
    LabProcess lab;
    ASSERT_TRUE(lab.listens());
    const QTemporaryDir data;
    const auto process = startCtl(
        QStringList{QStringLiteral("run"), QStringLiteral("enter"), QStringLiteral("MAIL"), QStringLiteral("--yes"),
                    QStringLiteral("--format"), QStringLiteral("jsonl"), QStringLiteral("--override"),
                    QStringLiteral("single-copy"), QStringLiteral("--data-dir"), data.path()} +
            lab.connection(),
        "practice\n");
    QByteArray out;
    ASSERT_TRUE(QTest::qWaitFor(
        [&] {
            out += process->readAllStandardOutput();
            return out.contains("Set-MailboxServer") || process->state() == QProcess::NotRunning;
        },
        120'000));
    lab.kill();
    const Ended ended = waitFor(*process, 280'000);
    EXPECT_TRUE(ended.code == 4 || ended.code == 5) << ended.text();
    EXPECT_TRUE(ended.out.contains("\"event\":\"end\"")) << ended.text();
    const Ended runs = ctl({QStringLiteral("runs"), QStringLiteral("--format"), QStringLiteral("json"),
                            QStringLiteral("--data-dir"), data.path()});
    ASSERT_EQ(runs.json()["runs"].size(), 1u) << runs.text();
    EXPECT_EQ(runs.json()["runs"][0]["resumable"], true) << runs.text();
}

TEST(InspectClixml, PrintsJsonOrThePlaceOfTheError)
{
    const QTemporaryDir folder;
    QFile good(folder.filePath(QStringLiteral("good.xml")));
    ASSERT_TRUE(good.open(QIODevice::WriteOnly));
    good.write("<Objs Version=\"1.1.0.1\" "
               "xmlns=\"http://schemas.microsoft.com/powershell/2004/04\"><I32>1</I32><S>a_x000A_b</S></Objs>");
    good.close();
    const Ended read = ctl({QStringLiteral("inspect"), QStringLiteral("clixml"), good.fileName()});
    EXPECT_EQ(read.code, 0) << read.text();
    EXPECT_EQ(read.json(), nlohmann::json::parse(R"([{"type":"I32","text":"1"},{"type":"S","text":"a\nb"}])"));
    const Ended piped =
        ctl({QStringLiteral("inspect"), QStringLiteral("clixml"), QStringLiteral("-")},
            "<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\">\n<I32>1</S></Objs>");
    EXPECT_EQ(piped.code, 4) << piped.text();
    EXPECT_TRUE(piped.out.isEmpty()) << "never a partial array";
    EXPECT_TRUE(piped.err.contains("line 2")) << piped.text();
}
