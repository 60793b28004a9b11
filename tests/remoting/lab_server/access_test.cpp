// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Checks which clients get access, and the answers to requests that are not WS-Management.
#include "remoting/lab/lab_thread.h"
#include "tests/remoting/lab_server/wire_client.h"

#include <QHostAddress>
#include <QNetworkInterface>
#include <QTcpSocket>

namespace drydock::lab {
namespace {

using domain::ErrorKind;

class Access : public ServedLab
{
protected:
    void SetUp() override { serve(options()); }
    // Everything the server answers to these bytes, until it has said a whole status line.
    std::string raw(const QByteArray& bytes)
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_listening.port);
        QByteArray answer;
        QObject::connect(&socket, &QTcpSocket::connected, &socket, [&] { socket.write(bytes); });
        QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [&] { answer += socket.readAll(); });
        EXPECT_TRUE(tests::waitUntil([&] { return answer.contains("\r\n\r\n"); }, 5'000));
        return answer.toStdString();
    }
};

TEST_F(Access, NeedsAKnownUserAndThePassword)
{
    EXPECT_TRUE(exchange("lab\\ADMIN").open()) << "names compare without case";
    EXPECT_EQ(WireClient(m_listening.exchangeUrl, false, "LAB\\admin", "wrong").open().error().kind,
              ErrorKind::NotAuthenticated);
    EXPECT_EQ(WireClient(m_listening.exchangeUrl, false, "LAB\\nobody").open().error().kind,
              ErrorKind::NotAuthenticated);
    EXPECT_EQ(WireClient(m_listening.exchangeUrl, false, "LAB\\admin", "").open().error().kind,
              ErrorKind::NotAuthenticated);
}

TEST_F(Access, ARequestWithoutCredentialsIsAnsweredWith401AndMakesNoShell)
{
    const auto answer = raw(
        "POST /PowerShell HTTP/1.1\r\nHost: x\r\nContent-Type: application/soap+xml\r\nContent-Length: 3\r\n\r\n<a>");
    EXPECT_THAT(answer, ::testing::StartsWith("HTTP/1.1 401"));
    EXPECT_THAT(answer, ::testing::HasSubstr("WWW-Authenticate: Basic"));
    EXPECT_EQ(m_server.shellCount(), 0);
}

TEST_F(Access, OtherPathsAndVerbsAreRefused)
{
    const QByteArray basic = "Authorization: Basic " + QByteArray("LAB\\admin:practice").toBase64() + "\r\nHost: x\r\n";
    EXPECT_THAT(raw("GET /PowerShell HTTP/1.1\r\n" + basic + "\r\n"), ::testing::StartsWith("HTTP/1.1 405"));
    EXPECT_THAT(raw("POST /owa HTTP/1.1\r\n" + basic + "Content-Length: 0\r\n\r\n"),
                ::testing::StartsWith("HTTP/1.1 404"));
    EXPECT_THAT(raw("POST /node/MAIL9/wsman HTTP/1.1\r\n" + basic + "Content-Length: 0\r\n\r\n"),
                ::testing::StartsWith("HTTP/1.1 404"));
    EXPECT_THAT(
        raw("POST /powershell/?x=1 HTTP/1.1\r\n" + basic + "Content-Type: text/html\r\nContent-Length: 2\r\n\r\nhi"),
        ::testing::StartsWith("HTTP/1.1 415"));
    EXPECT_THAT(raw("POST /powershell HTTP/1.1\r\n" + basic +
                    "Content-Type: application/soap+xml\r\nContent-Length: 2\r\n\r\nhi"),
                ::testing::StartsWith("HTTP/1.1 400"));
    EXPECT_THAT(raw("POST /powershell HTTP/1.1\r\n" + basic +
                    "Content-Type: application/soap+xml\r\nContent-Length: 99999999\r\n\r\n"),
                ::testing::StartsWith("HTTP/1.1 413"));
}

TEST_F(Access, ListensOnLoopbackOnly)
{
    for (const auto& address : QNetworkInterface::allAddresses()) {
        if (address.isLoopback() || address.protocol() != QAbstractSocket::IPv4Protocol) continue;
        QTcpSocket socket;
        socket.connectToHost(address, m_listening.port);
        EXPECT_TRUE(tests::waitUntil([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, 5'000))
            << address.toString().toStdString();
    }
}

TEST(LabConnection, AnyUserIsAcceptedWithoutAuthentication)
{
    LabServer server;
    LabOptions options;
    options.scenario = *loadScenario("seed");
    options.authentication = domain::AuthenticationScheme::None;
    const auto listening = server.start(std::move(options));
    ASSERT_TRUE(listening);
    WireClient client(listening->exchangeUrl, false, "LAB\\viewer", "anything");
    ASSERT_TRUE(client.open());
    EXPECT_EQ(client.run(command("Get-Command", {{"Name", "Set-MailboxServer"}}))->objects.size(), 1u)
        << "everyone is the first user";
}

TEST(LabConnection, TakenPortsAndMissingCertificatesAreErrors)
{
    LabServer first, second, third;
    LabOptions options;
    options.scenario = *loadScenario("seed");
    const auto listening = first.start(std::move(options));
    ASSERT_TRUE(listening);
    LabOptions same;
    same.scenario = *loadScenario("seed");
    same.port = listening->port;
    EXPECT_EQ(second.start(std::move(same)).error().kind, ErrorKind::Unreachable);
    LabOptions tls;
    tls.scenario = *loadScenario("seed");
    tls.tlsPemFile = QStringLiteral("/nowhere.pem");
    EXPECT_EQ(third.start(std::move(tls)).error().kind, ErrorKind::TlsFailed);
}

TEST(LabConnection, CanRunOnASeparateThread)
{
    LabThread lab;
    LabOptions options;
    options.scenario = *loadScenario("two-sites");
    options.timeScale = 1000;
    const auto listening = lab.start(std::move(options));
    ASSERT_TRUE(listening) << listening.error().summary();
    EXPECT_EQ(listening->nodeUrls.size(), 4u);
    const auto before = lab.stateDigest();
    WireClient client(listening->exchangeUrl, false);
    ASSERT_TRUE(client.open());
    EXPECT_EQ(client.run(command("Get-MailboxDatabaseCopyStatus", {{"Identity", "*"}}))->objects.size(), 37u);
    ASSERT_TRUE(client.run(
        command("Set-MailboxServer", {{"Identity", "LON1"}, {"DatabaseCopyAutoActivationPolicy", "Blocked"}})));
    EXPECT_THAT(before.difference(lab.stateDigest()),
                ::testing::ElementsAre("-LON1 activation policy: IntrasiteOnly", "+LON1 activation policy: Blocked"));
}

} // namespace
} // namespace drydock::lab
