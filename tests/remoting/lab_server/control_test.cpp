// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The control port: faults armed in a lab that runs, by lines of JSON over loopback.
#include "tests/remoting/lab_server/wire_client.h"

#include <QHostAddress>
#include <QTcpSocket>

namespace drydock::lab {
namespace {

using domain::ErrorKind;
using ::testing::HasSubstr;

class Control : public ServedLab
{
protected:
    void SetUp() override
    {
        auto with = options();
        with.controlPort = 0;
        serve(std::move(with));
        ASSERT_TRUE(m_listening.controlPort);
        m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), *m_listening.controlPort);
        ASSERT_TRUE(tests::waitUntil([&] { return m_socket.state() == QAbstractSocket::ConnectedState; }));
    }
    std::string ask(const QByteArray& line)
    {
        m_socket.write(line + '\n');
        EXPECT_TRUE(tests::waitUntil([&] { return m_socket.canReadLine(); }));
        return m_socket.readLine().trimmed().toStdString();
    }
    bool isEnded()
    {
        return tests::waitUntil([&] { return m_socket.state() == QAbstractSocket::UnconnectedState; });
    }

    QTcpSocket m_socket;
};

TEST_F(Control, ArmsAFaultForTheNextRequestOnly)
{
    auto client = opened(exchange());
    EXPECT_EQ(ask(R"({"inject":{"kind":"unavailable","operation":"Command"}})"),
              R"({"armed":[{"kind":"unavailable","operation":"Command","count":1}],"struck":0})");
    const auto refused = client.run(command("Get-MailboxServer"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, 503);
    EXPECT_TRUE(client.run(command("Get-MailboxServer")));
    EXPECT_EQ(ask("{}"), R"({"armed":[],"struck":1})");
}

TEST_F(Control, TakesFaultsBack)
{
    EXPECT_THAT(ask(R"({"inject":{"kind":"drop-before","cmdlet":"Get-MailboxServer","always":true}})"),
                HasSubstr("\"always\":true"));
    EXPECT_EQ(ask(R"({"disarm":true})"), R"({"armed":[],"struck":0})");
    auto client = opened(exchange());
    EXPECT_TRUE(client.run(command("Get-MailboxServer")));
}

TEST_F(Control, RebootsANode)
{
    ask(R"({"inject":{"kind":"reboot","server":"MAIL","delay":300}})");
    EXPECT_TRUE(tests::waitUntil([&] { return !m_server.organisation().isReachable("MAIL"); }));
}

TEST_F(Control, SaysWhereAFaultIsWrong)
{
    EXPECT_EQ(ask(R"({"inject":{"kind":"half-answer","cmdlet":"Get-Queue"}})"),
              R"({"error":"cmdlet does not go with a fault of the wire"})");
    EXPECT_TRUE(isEnded());
}

// A browser can be made to send a form to a port of its own machine: orders in its body must not be read.
TEST_F(Control, EndsAtTheFirstLineThatIsNoOrder)
{
    m_socket.write("POST / HTTP/1.1\r\nHost: x\r\n\r\n{\"inject\":{\"kind\":\"unavailable\",\"always\":true}}\n");
    EXPECT_TRUE(isEnded());
    EXPECT_TRUE(m_server.organisation().faultsArmed().empty());
}

TEST_F(Control, ReadsNoLineWithoutEnd)
{
    m_socket.write(QByteArray(200'000, 'x'));
    EXPECT_TRUE(isEnded());
}

TEST_F(Control, RefusesWhatIsNestedOrLongOrTooMuch)
{
    const QByteArray deep = QByteArray(30'000, '[') + QByteArray(30'000, ']');
    EXPECT_THAT(ask("{\"inject\":" + deep + "}"), HasSubstr("plain values"));
    EXPECT_TRUE(isEnded());
    m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), *m_listening.controlPort);
    ASSERT_TRUE(tests::waitUntil([&] { return m_socket.state() == QAbstractSocket::ConnectedState; }));
    for (int i = 0; i < 100; ++i)
        ASSERT_THAT(ask(R"({"inject":{"kind":"unavailable","always":true}})"), HasSubstr("armed"));
    EXPECT_THAT(ask(R"({"inject":{"kind":"unavailable"}})"), HasSubstr("too many"));
    EXPECT_TRUE(isEnded());
}

TEST(ControlPort, IsNotThereUnlessAskedFor)
{
    LabServer server;
    LabOptions options;
    options.scenario = *loadScenario("seed");
    const auto listening = server.start(std::move(options));
    ASSERT_TRUE(listening);
    EXPECT_FALSE(listening->controlPort);
}

} // namespace
} // namespace drydock::lab
