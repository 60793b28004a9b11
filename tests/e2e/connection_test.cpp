// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Connections as a person describes them: tested stage by stage, saved, overridden, with credentials of their own for
// the nodes, by certificate and by keytab.
#include "programs.h"

#include "tests/support/certificate_authority.h"
#include "tests/support/kerberos_realm.h"

#include <QFile>

#include <gtest/gtest.h>

using namespace drydock::tests;

namespace {

// "stage result" of each line of `test --format jsonl`.
std::vector<std::string> stagesOf(const Ended& ended)
{
    std::vector<std::string> stages;
    for (const auto& line : ended.lines())
        stages.push_back(line.value("stage", "?") + (line.contains("server") ? " " + line.value("server", "") : "") +
                         " " + line.value("result", "?"));
    return stages;
}

using Stages = std::vector<std::string>;

Ended test(const QStringList& connection, const QByteArray& input = {})
{
    return ctl(words("test --format jsonl") + connection, input);
}

QStringList nodeUser(const char* name)
{
    return {QStringLiteral("--node-user"), QString::fromLatin1(name), QStringLiteral("--node-password-stdin")};
}

// Returns the kinds of what could not be read of the nodes.
std::set<std::string> nodeErrors(const Ended& ended)
{
    std::set<std::string> kinds;
    const auto json = ended.json();
    if (json.is_object())
        for (const auto& error : json["errors"])
            kinds.insert(error.value("kind", "?"));
    return kinds;
}

} // namespace

TEST(TestCommand, TellsEachStageAndItsResult)
{
    const LabProcess lab;
    ASSERT_TRUE(lab.listens());
    const Ended good = test(lab.connection(), "practice\n");
    EXPECT_EQ(good.code, 0) << good.text();
    EXPECT_EQ(stagesOf(good), (Stages{"name passed", "port passed", "tls skipped", "authentication passed",
                                      "shell passed", "roles passed", "node MAIL passed", "node MAIL2 passed"}));
    const Ended wrong = test(lab.connection(), "wrong\n");
    EXPECT_EQ(wrong.code, 7) << wrong.text();
    EXPECT_EQ(stagesOf(wrong), (Stages{"name passed", "port passed", "tls skipped", "authentication failed"}));
    EXPECT_TRUE(wrong.err.contains("what to do: ")) << wrong.text();
    const Ended viewer = test(lab.connection(QStringLiteral("LAB\\viewer")), "practice\n");
    EXPECT_EQ(viewer.code, 1) << viewer.text();
    EXPECT_EQ(stagesOf(viewer)[5], "roles warning") << viewer.text();
    const Ended nobody = test(words("--auth none --connect http://127.0.0.1:1/PowerShell"));
    EXPECT_EQ(nobody.code, 7) << nobody.text();
    EXPECT_EQ(stagesOf(nobody), (Stages{"name passed", "port failed"}));
}

TEST(TestCommand, ShowsTheCertificateThatIsNotTrusted)
{
    CertificateAuthority authority;
    if (!authority.whyNot().isEmpty()) GTEST_SKIP() << authority.whyNot().toStdString();
    ASSERT_TRUE(authority.issue(
        {.name = QStringLiteral("server"), .extensions = QStringLiteral("subjectAltName=IP:127.0.0.1")}));
    const LabProcess lab({QStringLiteral("--tls"),
                          authority.joined(QStringLiteral("both.pem"), {authority.certificate(QStringLiteral("server")),
                                                                        authority.key(QStringLiteral("server"))})});
    ASSERT_TRUE(lab.listens());
    const Ended refused = test(lab.connection(), "practice\n");
    EXPECT_EQ(refused.code, 7) << refused.text();
    ASSERT_EQ(stagesOf(refused), (Stages{"name passed", "port passed", "tls failed"}));
    const auto line = refused.lines().back();
    EXPECT_EQ(line["error"]["kind"], "certificate-untrusted");
    EXPECT_EQ(line["certificate"]["subject"], "CN=localhost");
    EXPECT_EQ(line["certificate"]["issuer"], "CN=Test root");
    EXPECT_EQ(line["certificate"]["pinnable"], true);
    EXPECT_FALSE(line["certificate"]["problems"].empty());
    const auto pin = QString::fromStdString(line["certificate"]["sha256"].get<std::string>());
    const Ended pinned = test(lab.connection() + QStringList{QStringLiteral("--pin"), pin}, "practice\n");
    EXPECT_EQ(pinned.code, 0) << pinned.text();
    const Ended elsewhere =
        test(lab.connection() + QStringList{QStringLiteral("--pin"), QStringLiteral("localhost=") + pin}, "practice\n");
    EXPECT_EQ(elsewhere.code, 7) << "a pin is of one host: " << elsewhere.text();
}

TEST(NodeCredentials, AreTheSecondLineAndGoToTheNodesAlone)
{
    const LabProcess lab;
    ASSERT_TRUE(lab.listens());
    const auto status = [&](const char* user, const char* ofNodes, const QByteArray& input) {
        return ctl(words("status --format json") + lab.connection(QString::fromLatin1(user)) + nodeUser(ofNodes),
                   input);
    };
    const Ended both = status("LAB\\viewer", "LAB\\admin", "practice\npractice\n");
    EXPECT_LE(both.code, 1) << both.text();
    EXPECT_TRUE(nodeErrors(both).empty()) << both.text();
    const Ended wrongNode = status("LAB\\admin", "LAB\\admin", "practice\nwrong\n");
    EXPECT_EQ(wrongNode.code, 1) << "Exchange was read by the first line: " << wrongNode.text();
    EXPECT_EQ(nodeErrors(wrongNode), std::set<std::string>{"not-authenticated"}) << wrongNode.text();
    const Ended wrongUser = status("LAB\\admin", "LAB\\admin", "wrong\npractice\n");
    EXPECT_EQ(wrongUser.code, 7) << "the second line is not tried there: " << wrongUser.text();
}

TEST(SavedConnection, IsOverriddenByWhatTheCommandLineSays)
{
    const LabProcess lab;
    ASSERT_TRUE(lab.listens());
    const QTemporaryDir data;
    QFile settings(data.filePath(QStringLiteral("settings.ini")));
    ASSERT_TRUE(settings.open(QIODevice::WriteOnly));
    settings.write("[profiles]\n1\\name=lab\n1\\scheme=basic\n1\\user=LAB\\\\nobody\n"
                   "1\\nodeUrlTemplate=http://127.0.0.1:1/wsman\n1\\url=" +
                   lab.url().toUtf8() + "\nsize=1\n");
    settings.close();
    const QStringList saved{QStringLiteral("--profile"), QStringLiteral("lab"), QStringLiteral("--data-dir"),
                            data.path(), QStringLiteral("--password-stdin")};
    EXPECT_EQ(test(saved, "practice\n").code, 7) << "there is no such user";
    const QStringList user{QStringLiteral("--user"), QStringLiteral("LAB\\admin")};
    const Ended named = test(saved + user, "practice\n");
    EXPECT_EQ(named.code, 1) << named.text();
    EXPECT_EQ(stagesOf(named).back(), "node MAIL2 warning") << "its nodes are elsewhere: " << named.text();
    const auto nodes = lab.url().replace(QStringLiteral("/PowerShell"), QStringLiteral("/node/{name}/wsman"));
    const Ended all = test(saved + user + QStringList{QStringLiteral("--node-url"), nodes}, "practice\n");
    EXPECT_EQ(all.code, 0) << all.text();
    QFile after(settings.fileName());
    ASSERT_TRUE(after.open(QIODevice::ReadOnly));
    EXPECT_TRUE(after.readAll().contains("nobody")) << "it holds for this start only";
}

TEST(ConnectionOptions, ThatDoNotFitTogetherAreUsageErrors)
{
    for (const char* options :
         {"--connect https://mail/PowerShell --auth certificate", "--connect http://mail/PowerShell --auth certificate",
          "--connect https://mail/PowerShell --client-cert /etc/passwd", "--connect mail --keytab /etc/passwd",
          "--connect https://mail/PowerShell --auth basic --user a --keytab /etc/passwd",
          "--connect mail --trust-domain co.uk", "--connect mail --trust-domain com", "--connect mail --pin mail=12",
          "--user admin", "--node-url http://{fqdn}/wsman", "--lab --user admin",
          "--connect http://127.0.0.1/PowerShell --auth none --node-user admin"}) {
        const Ended ended = ctl(words("status") + words(options), {}, 30'000);
        EXPECT_EQ(ended.code, 2) << options << '\n' << ended.text();
    }
}

namespace {

class ByCertificate : public ::testing::Test
{
protected:
    void SetUp() override
    {
        if (!authority.whyNot().isEmpty()) GTEST_SKIP() << authority.whyNot().toStdString();
        const auto clientExtensions = QStringLiteral("extendedKeyUsage=clientAuth");
        ASSERT_TRUE(authority.issue(
            {.name = QStringLiteral("server"), .extensions = QStringLiteral("subjectAltName=IP:127.0.0.1")}));
        ASSERT_TRUE(authority.issue({.name = QStringLiteral("clients"),
                                     .issuer = QStringLiteral("clients"),
                                     .subject = QStringLiteral("/CN=Client authority"),
                                     .extensions = authorityExtensions}));
        for (const char* user : {"admin", "nobody"})
            ASSERT_TRUE(authority.issue({.name = QString::fromLatin1(user),
                                         .issuer = QStringLiteral("clients"),
                                         .subject = QStringLiteral("/CN=") + QString::fromLatin1(user),
                                         .extensions = clientExtensions,
                                         .key = QStringLiteral("rsa:2048")}));
        ASSERT_TRUE(authority.issue({.name = QStringLiteral("stranger"),
                                     .subject = QStringLiteral("/CN=admin"),
                                     .extensions = clientExtensions}));
        const auto both = authority.joined(QStringLiteral("both.pem"), {authority.certificate(QStringLiteral("server")),
                                                                        authority.key(QStringLiteral("server"))});
        lab = std::make_unique<LabProcess>(QStringList{QStringLiteral("--tls"), both, QStringLiteral("--auth"),
                                                       QStringLiteral("certificate"), QStringLiteral("--client-ca"),
                                                       authority.certificate(QStringLiteral("clients"))});
        ASSERT_TRUE(lab->listens());
    }
    [[nodiscard]] Ended status(const QString& certificate, const QString& key = {},
                               const QByteArray& password = {}) const
    {
        auto options = lab->connectionBy("certificate") + QStringList{QStringLiteral("--ca"),
                                                                      authority.certificate(QStringLiteral("root")),
                                                                      QStringLiteral("--client-cert"), certificate};
        if (!key.isEmpty()) options += {QStringLiteral("--client-key"), key};
        if (!password.isEmpty()) options += QStringLiteral("--password-stdin");
        return ctl(words("status --format json") + options, password);
    }

    CertificateAuthority authority;
    std::unique_ptr<LabProcess> lab;
};

} // namespace

TEST_F(ByCertificate, PemAndKeyOpenTheSession)
{
    const auto admin = authority.certificate(QStringLiteral("admin")), key = authority.key(QStringLiteral("admin"));
    expectReading(status(admin, key));
    expectReading(status(authority.joined(QStringLiteral("one.pem"), {admin, key})));
    const auto locked = authority.file(QStringLiteral("locked.key"));
    ASSERT_TRUE(authority.openssl({QStringLiteral("pkey"), QStringLiteral("-in"), key, QStringLiteral("-aes256"),
                                   QStringLiteral("-passout"), QStringLiteral("pass:open sesame"),
                                   QStringLiteral("-out"), locked}));
    expectReading(status(admin, locked, "open sesame\n"));
    expectRefusal(status(admin, locked, "wrong\n"), 7, "not-authenticated");
}

TEST_F(ByCertificate, APkcs12OpensTheSession)
{
    const auto packed = authority.file(QStringLiteral("admin.p12"));
    ASSERT_TRUE(authority.openssl({QStringLiteral("pkcs12"), QStringLiteral("-export"), QStringLiteral("-in"),
                                   authority.certificate(QStringLiteral("admin")), QStringLiteral("-inkey"),
                                   authority.key(QStringLiteral("admin")), QStringLiteral("-passout"),
                                   QStringLiteral("pass:open sesame"), QStringLiteral("-out"), packed}));
    expectReading(status(packed, {}, "open sesame\n"));
    expectRefusal(status(packed, {}, "wrong\n"), 7, "not-authenticated");
}

TEST_F(ByCertificate, OthersAreRefused)
{
    const auto as = [&](const char* name) {
        return status(authority.certificate(QString::fromLatin1(name)), authority.key(QString::fromLatin1(name)));
    };
    expectRefusal(as("stranger"), 7, "not-authenticated"); // of an authority that the server does not take
    expectRefusal(as("nobody"), 8, "not-permitted");       // nobody has that account
    const auto admin = authority.certificate(QStringLiteral("admin"));
    expectRefusal(status(admin), 2, "usage"); // without its key
    expectRefusal(ctl(words("status --format json") + lab->connection() +
                          QStringList{QStringLiteral("--ca"), authority.certificate(QStringLiteral("root"))},
                      "practice\n"),
                  7, "not-authenticated"); // by password
}

TEST(ByKeytab, AUserOfItsOwnReadsTheNodes)
{
    const KerberosRealm realm;
    if (!realm.whyNot().isEmpty()) GTEST_SKIP() << realm.whyNot().toStdString();
    const auto keytab = realm.file("viewer.keytab");
    ASSERT_TRUE(realm.administer(
        {QStringLiteral("addprinc -randkey viewer"), QStringLiteral("ktadd -k %1 viewer").arg(keytab)}));
    const LabProcess lab(words("--time-scale 60 --auth kerberos --keytab") + QStringList{realm.keytab()});
    ASSERT_TRUE(lab.listens());
    const QStringList byKeytab{QStringLiteral("--user"), QStringLiteral("viewer"), QStringLiteral("--keytab"), keytab};
    const auto data = QStringList{QStringLiteral("--data-dir"), realm.file("data")};
    const Ended viewer = test(lab.connectionBy("kerberos") + byKeytab + data);
    EXPECT_EQ(viewer.code, 1) << "view-only, without a password: " << viewer.text();
    EXPECT_EQ(stagesOf(viewer)[3], "authentication passed") << viewer.text();
    EXPECT_EQ(viewer.lines()[3]["found"], "Kerberos, sealed");
    const LabProcess negotiating(words("--time-scale 60 --auth negotiate --keytab") + QStringList{realm.keytab()});
    ASSERT_TRUE(negotiating.listens());
    const Ended both = test(negotiating.connectionBy("negotiate") + byKeytab + data + nodeUser("admin"),
                            QByteArray(KerberosRealm::password) + "\n");
    EXPECT_EQ(stagesOf(both).back(), "node MAIL2 passed") << both.text();
    EXPECT_EQ(both.lines()[3]["found"], "Kerberos, sealed") << "what Negotiate has chosen";
    const Ended wrong = test(lab.connectionBy("kerberos") + byKeytab + data + nodeUser("admin"), "wrong\n");
    EXPECT_EQ(wrong.code, 1) << wrong.text();
    EXPECT_EQ(stagesOf(wrong).back(), "node MAIL2 warning") << wrong.text();
    EXPECT_EQ(stagesOf(wrong)[4], "shell passed") << wrong.text();
}
