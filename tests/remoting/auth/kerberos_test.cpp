// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Contexts of both sides with tickets of a real KDC, without a network between them.
#include "remoting/auth/acceptor.h"
#include "remoting/auth/logon.h"
#include "tests/support/kerberos_realm.h"
#include "tests/support/qt_test.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QFile>
#include <QUdpSocket>

#include <set>
#include <thread>

using namespace drydock;
using namespace drydock::auth;
using domain::ErrorKind;
using tests::KerberosRealm;
using Scheme = domain::AuthenticationScheme;

namespace {

// One realm for all tests of this file. Each test begins without a ticket.
class Kerberos : public ::testing::Test
{
protected:
    static void SetUpTestSuite() { s_realm = std::make_unique<KerberosRealm>(); }
    static void TearDownTestSuite() { s_realm.reset(); }
    void SetUp() override
    {
        if (!s_realm->whyNot().isEmpty()) GTEST_SKIP() << s_realm->whyNot().toStdString();
        QFile::remove(s_realm->file("tickets"));
    }

    static Credentials user(const char* name, const char* password = KerberosRealm::password,
                            Scheme scheme = Scheme::Kerberos)
    {
        return {scheme, name, domain::Secret(std::string(password))};
    }
    static Credentials loggedOn(Scheme scheme = Scheme::Kerberos) { return {scheme, {}, {}}; }
    static domain::Result<std::shared_ptr<SecurityContext>> begin(const Credentials& credentials,
                                                                  const Target& target = {"localhost", {}, {}})
    {
        return makeLogon(credentials)->begin(target);
    }
    static std::unique_ptr<Acceptor> acceptor(Scheme scheme)
    {
        auto made = makeAcceptor({scheme, s_realm->keytab().toStdString()});
        EXPECT_TRUE(made) << made.error().summary();
        return made ? std::move(*made) : nullptr;
    }
    // Returns the kind of the error; Internal where there is none.
    static ErrorKind kindOf(const domain::Result<std::shared_ptr<SecurityContext>>& result)
    {
        return result ? ErrorKind::Internal : result.error().kind;
    }

    static std::unique_ptr<KerberosRealm> s_realm;
};

std::unique_ptr<KerberosRealm> Kerberos::s_realm;

// Hands tokens to and fro until both are established. Returns how many the initiator sent, 0 after an error.
int handshake(SecurityContext& client, SecurityContext& server)
{
    std::string token;
    for (int sent = 1; sent < 5; ++sent) {
        auto out = client.step(token);
        EXPECT_TRUE(out) << out.error().summary();
        if (!out) return 0;
        if (out->empty()) return client.isEstablished() && server.isEstablished() ? sent - 1 : 0;
        auto answer = server.step(*out);
        EXPECT_TRUE(answer) << answer.error().summary();
        if (!answer) return 0;
        token = *answer;
        if (token.empty()) return client.isEstablished() && server.isEstablished() ? sent : 0;
    }
    return 0;
}

// Seals on one side and unseals on the other, each way, several times: the order counts.
void exchange(SecurityContext& client, SecurityContext& server)
{
    for (const std::string& text : {std::string("question"), std::string(), std::string(300'000, 'x')}) {
        const auto asked = client.seal(text);
        ASSERT_TRUE(asked) << asked.error().summary();
        EXPECT_TRUE(text.empty() || asked->data.find(text) == std::string::npos);
        const auto read = server.unseal(asked->header, asked->data);
        ASSERT_TRUE(read) << read.error().summary();
        EXPECT_EQ(*read, text);
        const auto answered = server.seal(text + "!");
        ASSERT_TRUE(answered);
        const auto answer = client.unseal(answered->header, answered->data);
        ASSERT_TRUE(answer) << answer.error().summary();
        EXPECT_EQ(*answer, text + "!");
    }
}

} // namespace

TEST_F(Kerberos, APasswordLogsOnAndSealsBothWays)
{
    for (const auto scheme : {Scheme::Kerberos, Scheme::Negotiate}) {
        const auto client = begin(user("admin@drydock.test", KerberosRealm::password, scheme));
        ASSERT_TRUE(client) << client.error().summary();
        const auto server = acceptor(scheme)->newContext({});
        ASSERT_EQ(handshake(**client, *server), 1) << "one round trip";
        EXPECT_EQ((*client)->mechanism(), "Kerberos");
        EXPECT_EQ(server->mechanism(), "Kerberos");
        EXPECT_EQ(server->peer(), "admin@DRYDOCK.TEST");
        EXPECT_THAT((*client)->peer(), ::testing::StartsWith("HTTP/localhost@"));
        exchange(**client, *server);
        EXPECT_FALSE(s_realm->hasValidTicket()) << "the ticket of a password stays in this process";
    }
}

TEST_F(Kerberos, TheSealHasTheBytesThatWindowsReads) // protocol.md 4.4
{
    const auto client = begin(user("admin"));
    ASSERT_TRUE(client) << client.error().summary();
    const auto server = acceptor(Scheme::Kerberos)->newContext({});
    ASSERT_EQ(handshake(**client, *server), 1);
    const auto asked = (*client)->seal("question"), answered = server->seal("answer");
    ASSERT_TRUE(asked && answered);
    EXPECT_EQ(asked->header.size(), 60U);
    EXPECT_EQ(asked->data.size(), std::string_view("question").size());
    EXPECT_EQ(asked->padding, 0U);
    EXPECT_EQ(asked->header.substr(0, 8), std::string("\x05\x04\x06\xff\x00\x00\x00\x1c", 8));
    EXPECT_EQ(answered->header.substr(0, 8), std::string("\x05\x04\x07\xff\x00\x00\x00\x1c", 8));
}

TEST_F(Kerberos, ATicketOfTheLogonSessionIsEnough)
{
    ASSERT_TRUE(s_realm->logOn(QStringLiteral("admin")));
    for (const auto scheme : {Scheme::Kerberos, Scheme::Negotiate}) {
        const auto client = begin(loggedOn(scheme));
        ASSERT_TRUE(client) << client.error().summary();
        EXPECT_EQ(handshake(**client, *acceptor(scheme)->newContext({})), 1);
    }
    EXPECT_TRUE(begin(user("admin", ""))) << "a user without a password means the ticket of that user";
    EXPECT_EQ(kindOf(begin(user("other", ""))), ErrorKind::NoTicket);
}

TEST_F(Kerberos, AKeytabLogsOn)
{
    ASSERT_TRUE(s_realm->administer({QStringLiteral("addprinc -randkey task"),
                                     QStringLiteral("ktadd -k %1 task").arg(s_realm->file("task.keytab"))}));
    auto credentials = user("task", "");
    credentials.keytab = s_realm->file("task.keytab").toStdString();
    const auto client = begin(credentials);
    ASSERT_TRUE(client) << client.error().summary();
    EXPECT_EQ(handshake(**client, *acceptor(Scheme::Kerberos)->newContext({})), 1);
}

TEST_F(Kerberos, AMessageThatWasChangedOrComesTwiceIsRefused)
{
    for (const auto scheme : {Scheme::Kerberos, Scheme::Negotiate}) {
        const auto client = begin(user("admin", KerberosRealm::password, scheme));
        ASSERT_TRUE(client);
        const auto server = acceptor(scheme)->newContext({});
        ASSERT_EQ(handshake(**client, *server), 1);
        auto sealed = *server->seal("some text");
        for (std::string* bytes : {&sealed.header, &sealed.data}) {
            for (char& byte : *bytes) {
                byte = static_cast<char>(byte ^ 1);
                const auto read = (*client)->unseal(sealed.header, sealed.data);
                ASSERT_FALSE(read);
                EXPECT_EQ(read.error().kind, ErrorKind::ServerNotProven);
                byte = static_cast<char>(byte ^ 1);
            }
        }
        EXPECT_TRUE((*client)->unseal(sealed.header, sealed.data));
        EXPECT_FALSE((*client)->unseal(sealed.header, sealed.data)) << "the same once more";
        EXPECT_FALSE((*client)->unseal({}, {}));
    }
}

TEST_F(Kerberos, AServerThatDoesNotAnswerIsNotProven)
{
    const auto client = begin(user("admin"));
    ASSERT_TRUE(client);
    ASSERT_TRUE((*client)->step({}));
    EXPECT_FALSE((*client)->isEstablished()) << "its proof is still to come";
    EXPECT_FALSE((*client)->step("nonsense"));
}

TEST_F(Kerberos, AWrongPasswordIsOfferedOnce)
{
    const auto logon = makeLogon(user("admin", "wrong"));
    const auto first = logon->begin({"localhost", {}, {}});
    EXPECT_EQ(kindOf(first), ErrorKind::NotAuthenticated);
    ASSERT_TRUE(s_realm->administer({QStringLiteral("cpw -pw wrong admin")}));
    EXPECT_EQ(kindOf(logon->begin({"localhost", {}, {}})), ErrorKind::NotAuthenticated) << "it would be right now";
    EXPECT_TRUE(begin(user("admin", "wrong"))) << "a new logon offers it";
    ASSERT_TRUE(s_realm->administer(
        {QStringLiteral("cpw -pw \"%1\" admin").arg(QString::fromLatin1(KerberosRealm::password))}));
}

TEST_F(Kerberos, EachFailureHasItsKind)
{
    const QString add = QStringLiteral("addprinc -pw \"%1\" ").arg(QString::fromLatin1(KerberosRealm::password));
    ASSERT_TRUE(s_realm->administer({add + QStringLiteral("-allow_tix locked"),
                                     add + QStringLiteral("-pwexpire 2020-01-01 stale"),
                                     add + QStringLiteral("-expire 2020-01-01 former")}));
    EXPECT_EQ(kindOf(begin(user("locked"))), ErrorKind::AccountRefused);
    EXPECT_EQ(kindOf(begin(user("stale"))), ErrorKind::AccountRefused);
    EXPECT_EQ(kindOf(begin(user("former"))), ErrorKind::AccountRefused);
    EXPECT_EQ(kindOf(begin(user("nobody"))), ErrorKind::NotAuthenticated);
    EXPECT_EQ(kindOf(begin(loggedOn())), ErrorKind::NoTicket);
    EXPECT_EQ(kindOf(begin(user("admin@elsewhere.test"))), ErrorKind::KdcUnreachable);
    EXPECT_EQ(kindOf(begin(user("ELSEWHERE\\admin"))), ErrorKind::KdcUnreachable);
    EXPECT_TRUE(begin(user("drydock\\admin"))) << "the name of the default realm's domain";
    for (const auto scheme : {Scheme::Kerberos, Scheme::Negotiate}) {
        const auto admin = user("admin", KerberosRealm::password, scheme);
        EXPECT_EQ(kindOf(begin(admin, {"other.drydock.test", {}, {}})), ErrorKind::UnknownServicePrincipal);
        EXPECT_EQ(kindOf(begin(admin, {"127.0.0.1", {}, {}})), ErrorKind::BadAddress);
        EXPECT_EQ(kindOf(begin(admin, {"[::1]", {}, {}})), ErrorKind::BadAddress);
        EXPECT_TRUE(begin(admin, {"127.0.0.1", "HTTP/localhost", {}})) << "a service principal name replaces it";
        EXPECT_TRUE(begin(admin, {"127.0.0.1", "HTTP/localhost@DRYDOCK.TEST", {}}));
    }
}

TEST_F(Kerberos, AnExpiredTicketHasItsKind)
{
    ASSERT_TRUE(s_realm->logOn(QStringLiteral("admin"), {QStringLiteral("-l"), QStringLiteral("1s")}));
    ASSERT_TRUE(tests::waitUntil([] { return !s_realm->hasValidTicket(); }, 20'000));
    EXPECT_EQ(kindOf(begin(loggedOn())), ErrorKind::TicketExpired);
    EXPECT_EQ(kindOf(begin(loggedOn(Scheme::Negotiate))), ErrorKind::TicketExpired);
}

TEST_F(Kerberos, TheAcceptorChecksTheChannelBinding)
{
    const auto admin = user("admin");
    const auto established = [&](const char* ours, const char* theirs) {
        const auto client = begin(admin, {"localhost", {}, ours});
        EXPECT_TRUE(client);
        const auto server = acceptor(Scheme::Kerberos)->newContext(theirs);
        return server->step(*(*client)->step({})).has_value();
    };
    EXPECT_TRUE(established("tls-server-end-point:a", "tls-server-end-point:a"));
    EXPECT_FALSE(established("tls-server-end-point:a", "tls-server-end-point:b"));
}

TEST_F(Kerberos, AnAcceptorWithoutKeysIsAUsageError)
{
    const auto made = makeAcceptor({Scheme::Kerberos, s_realm->file("none.keytab").toStdString()});
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().kind, ErrorKind::Usage);
    EXPECT_THAT(made.error().detail, ::testing::HasSubstr("none.keytab"));
}

// The library waits some ten seconds for a KDC that is silent. Four servers do not wait four times as long.
TEST_F(Kerberos, ServersDoNotWaitForASilentKdcOneAfterAnother)
{
    QUdpSocket silent;
    ASSERT_TRUE(silent.bind(QHostAddress::LocalHost));
    QFile configuration(s_realm->file("silent.conf"));
    ASSERT_TRUE(configuration.open(QIODevice::WriteOnly));
    configuration.write(
        "[libdefaults]\n default_realm = DRYDOCK.TEST\n dns_lookup_kdc = false\n[realms]\n DRYDOCK.TEST = "
        "{\n  kdc = 127.0.0.1:" +
        QByteArray::number(silent.localPort()) + "\n }\n");
    configuration.close();
    tests::Environment environment;
    environment.set("KRB5_CONFIG", s_realm->file("silent.conf").toUtf8());
    const auto logon = makeLogon(user("admin"));
    std::vector<ErrorKind> kinds(4, ErrorKind::Internal);
    std::vector<std::thread> waiting;
    for (std::size_t i = 0; i < kinds.size(); ++i)
        waiting.emplace_back([&, i] {
            kinds[i] = kindOf(logon->begin({"server" + std::to_string(i) + ".drydock.test", {}, {}}));
        });
    for (auto& thread : waiting)
        thread.join();
    EXPECT_THAT(kinds, ::testing::Each(ErrorKind::KdcUnreachable));
    std::set<QByteArray> conversations; // each has a number of its own, also when it asks again
    while (silent.hasPendingDatagrams()) {
        QByteArray request(int(silent.pendingDatagramSize()), '\0');
        silent.readDatagram(request.data(), request.size());
        conversations.insert(request);
    }
    EXPECT_EQ(conversations.size(), 1U);
}

// The last one, since there is no KDC after it.
TEST_F(Kerberos, WithoutAKdcOnlyTicketsThatAreThereAreUsed)
{
    const auto logon = makeLogon(user("admin"));
    ASSERT_TRUE(logon->begin({"localhost", {}, {}}));
    s_realm->stopKdc();
    EXPECT_TRUE(logon->begin({"localhost", {}, {}})) << "the ticket is still valid";
    EXPECT_EQ(kindOf(logon->begin({"other.drydock.test", {}, {}})), ErrorKind::KdcUnreachable);
    EXPECT_EQ(kindOf(begin(user("admin"))), ErrorKind::KdcUnreachable);
}

TEST(KerberosSkew, ADomainControllerWhoseClockDiffersIsNamed)
{
    for (const int ahead : {3600, -3600}) {
        const KerberosRealm realm(ahead);
        if (!realm.whyNot().isEmpty()) GTEST_SKIP() << realm.whyNot().toStdString();
        const auto begun = makeLogon({Scheme::Kerberos, "admin", domain::Secret(std::string(KerberosRealm::password))})
                               ->begin({"localhost", {}, {}});
        ASSERT_FALSE(begun);
        EXPECT_EQ(begun.error().kind, ErrorKind::ClockSkew) << begun.error().summary();
    }
}
