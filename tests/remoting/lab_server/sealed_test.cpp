// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The lab behind Kerberos and NTLM: who is let in, and that nothing goes unsealed.
#include "tests/remoting/lab_server/wire_client.h"
#include "tests/support/kerberos_realm.h"
#include "tests/support/ntlm_users.h"
#include "tests/support/paths.h"

#include <QProcess>

namespace drydock::lab {
namespace {

using domain::ErrorKind;
using tests::KerberosRealm;
using Scheme = domain::AuthenticationScheme;

class LabByKerberos : public ServedLab
{
protected:
    void SetUp() override
    {
        if (!m_realm.whyNot().isEmpty()) GTEST_SKIP() << m_realm.whyNot().toStdString();
    }
    void serveBy(Scheme scheme)
    {
        auto chosen = options();
        chosen.authentication = m_scheme = scheme;
        chosen.keytab = m_realm.keytab();
        serve(std::move(chosen));
    }
    WireClient as(const char* user, const char* password = KerberosRealm::password)
    {
        return {m_listening.exchangeUrl, false, user, password, m_scheme};
    }

    KerberosRealm m_realm;
    Scheme m_scheme = Scheme::Kerberos;
};

TEST_F(LabByKerberos, RunsACmdletSealed)
{
    for (const auto scheme : {Scheme::Kerberos, Scheme::Negotiate}) {
        m_server.stop();
        serveBy(scheme);
        EXPECT_THAT(m_listening.exchangeUrl, ::testing::StartsWith("http://localhost:"));
        auto client = opened(as("admin"));
        const auto servers = client.run(command("Get-MailboxServer"));
        ASSERT_TRUE(servers) << servers.error().summary();
        EXPECT_EQ(servers->objects.size(), 2U);
        EXPECT_EQ(client.connection().connectionCount(), 1);
    }
}

TEST_F(LabByKerberos, AUserOfTheRealmWhoIsNoneOfTheScenarioMayDoNothing)
{
    serveBy(Scheme::Kerberos);
    ASSERT_TRUE(m_realm.administer(
        {QStringLiteral("addprinc -pw \"%1\" guest").arg(QString::fromLatin1(KerberosRealm::password))}));
    EXPECT_EQ(as("guest").open().error().kind, ErrorKind::NotPermitted);
    EXPECT_EQ(as("admin", "wrong").open().error().kind, ErrorKind::NotAuthenticated);
    EXPECT_EQ(m_server.shellCount(), 0);
}

TEST_F(LabByKerberos, AnotherSchemeIsRefused)
{
    serveBy(Scheme::Kerberos);
    const auto refused = WireClient(m_listening.exchangeUrl, false, "LAB\\admin", "practice").open();
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::NotAuthenticated);
    EXPECT_THAT(refused.error().detail, ::testing::HasSubstr("the server offers Kerberos"));
}

TEST_F(LabByKerberos, WithoutAKeytabItDoesNotStart)
{
    auto chosen = options();
    chosen.authentication = Scheme::Kerberos;
    chosen.keytab = m_realm.file("none");
    const auto started = m_server.start(std::move(chosen));
    ASSERT_FALSE(started);
    EXPECT_EQ(started.error().kind, ErrorKind::Usage);
    EXPECT_FALSE(m_server.isListening());
}

// Where no domain controller can be asked, with gss-ntlmssp on both sides.
class LabByNtlm : public ServedLab
{
protected:
    void SetUp() override
    {
        auto chosen = options();
        chosen.authentication = Scheme::Negotiate;
        chosen.allowNtlm = true;
        auto listening = m_server.start(std::move(chosen));
        if (!listening) GTEST_SKIP() << "is gss-ntlmssp missing? " << listening.error().summary();
        m_listening = *listening;
    }
    WireClient as(const char* password, bool allowNtlm = true)
    {
        return {m_listening.exchangeUrl, false, "LAB\\admin", password, Scheme::Negotiate, allowNtlm};
    }

    tests::NtlmUsers m_users;
};

TEST_F(LabByNtlm, RunsACmdletSealedWhereItIsAllowed)
{
    auto client = opened(as("practice"));
    const auto servers = client.run(command("Get-MailboxServer"));
    ASSERT_TRUE(servers) << servers.error().summary();
    EXPECT_EQ(servers->objects.size(), 2U);
    EXPECT_EQ(client.connection().connectionCount(), 1);
    EXPECT_EQ(as("practice", false).open().error().kind, ErrorKind::KdcUnreachable) << "without consent";
}

TEST_F(LabByNtlm, AWrongPasswordIsOfferedOnce)
{
    auto client = as("wrong");
    EXPECT_EQ(client.open().error().kind, ErrorKind::NotAuthenticated);
    EXPECT_EQ(client.connection().connectionCount(), 1);
    EXPECT_EQ(client.open().error().kind, ErrorKind::NotAuthenticated);
    EXPECT_EQ(m_server.shellCount(), 0);
}

// pywinrm brings an implementation of NTLM and of sealed bodies that is independent of this one.
TEST_F(LabByNtlm, AnIndependentClientIsServedSealed)
{
    // MD4, which NTLM needs, is in OpenSSL's legacy provider.
    const auto withLegacy =
        m_users.write("openssl.cnf", "openssl_conf = init\n[init]\nproviders = all\n[all]\ndefault = on\nlegacy = on\n"
                                     "[on]\nactivate = 1\n");
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("OPENSSL_CONF"), withLegacy);
    const auto run = [&](const char* password) {
        auto process = std::make_unique<QProcess>();
        process->setProcessEnvironment(environment);
        const auto script = tests::sourceFolder() / "tests/remoting/lab_server/winrm_peer.py";
        process->start(QStringLiteral("/usr/bin/python3"),
                       {QString::fromStdString(script.string()), QString::fromStdString(m_listening.exchangeUrl),
                        QStringLiteral("LAB\\admin"), QString::fromLatin1(password)});
        EXPECT_TRUE(tests::waitUntil([&] { return process->state() == QProcess::NotRunning; }, 30'000));
        return process;
    };
    const auto right = run("practice");
    const auto said = right->readAll().toStdString();
    if (right->error() == QProcess::FailedToStart || right->exitCode() == 3)
        GTEST_SKIP() << "the package python3-winrm is missing: " << said;
    EXPECT_EQ(right->exitCode(), 0) << right->readAllStandardError().toStdString();
    EXPECT_THAT(said, ::testing::HasSubstr("Envelope"));
    EXPECT_EQ(run("wrong")->exitCode(), 4);
}

} // namespace
} // namespace drydock::lab
