// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// drydockctl against the lab by Kerberos, as two processes of one realm.
#include "programs.h"

#include "tests/support/kerberos_realm.h"

#include <gtest/gtest.h>

using namespace drydock::tests;

namespace {

class ByKerberos : public ::testing::Test
{
protected:
    void SetUp() override
    {
        if (!realm.whyNot().isEmpty()) GTEST_SKIP() << realm.whyNot().toStdString();
    }
    void serve(const char* scheme)
    {
        lab = std::make_unique<LabProcess>(words("--time-scale 60 --auth") + QStringList{QString::fromLatin1(scheme),
                                                                                         QStringLiteral("--keytab"),
                                                                                         realm.keytab()});
        ASSERT_TRUE(lab->listens());
        ASSERT_TRUE(lab->url().startsWith(QStringLiteral("http://localhost:"))) << lab->url().toStdString();
    }
    [[nodiscard]] Ended run(const char* verb, const char* scheme = "kerberos", const QStringList& more = {},
                            const QByteArray& input = {}) const
    {
        return ctl(words(verb) + lab->connectionBy(scheme) + more +
                       QStringList{QStringLiteral("--data-dir"), realm.file("data")},
                   input);
    }

    KerberosRealm realm;
    std::unique_ptr<LabProcess> lab;
};

} // namespace

TEST_F(ByKerberos, TheTicketOfTheLogonSessionIsEnough)
{
    for (const char* scheme : {"kerberos", "negotiate"}) {
        serve(scheme);
        expectRefusal(run("status --format json", scheme), 7, "no-ticket");
        ASSERT_TRUE(realm.logOn(QStringLiteral("admin")));
        expectReading(run("status --format json", scheme));
        QFile::remove(realm.file("tickets"));
    }
}

TEST_F(ByKerberos, AUserWithAPasswordIsLoggedOn)
{
    serve("kerberos");
    const QStringList user{QStringLiteral("--user"), QStringLiteral("admin@drydock.test"),
                           QStringLiteral("--password-stdin")};
    expectReading(run("status --format json", "kerberos", user, QByteArray(KerberosRealm::password) + "\n"));
    expectRefusal(run("status --format json", "kerberos", user, "wrong\n"), 7, "not-authenticated");
}

TEST_F(ByKerberos, AWholeMaintenanceRunsSealed)
{
    serve("kerberos");
    ASSERT_TRUE(realm.logOn(QStringLiteral("admin")));
    const Ended entered = run("run enter MAIL --override single-copy --yes --format jsonl");
    ASSERT_EQ(entered.code, 0) << entered.text();
    const auto server = run("status --format json").json()["dags"][0]["servers"][0];
    EXPECT_EQ(server["name"], "MAIL");
    EXPECT_EQ(server["state"], "InMaintenance") << server.dump(1);
    EXPECT_EQ(server["node"], "Paused") << "the node's own endpoint was used too";
    const Ended left = run("run leave MAIL --yes --format jsonl");
    ASSERT_EQ(left.code, 0) << left.text();
    EXPECT_EQ(run("status --format json").json()["dags"][0]["servers"][0]["state"], "Serving");
}

TEST_F(ByKerberos, EachFailureSaysWhatToDo)
{
    serve("kerberos");
    ASSERT_TRUE(realm.logOn(QStringLiteral("admin")));
    expectRefusal(run("status --format json", "kerberos", words("--spn HTTP/other.drydock.test")), 7,
                  "unknown-service");
    const auto address = lab->url().replace(QStringLiteral("localhost"), QStringLiteral("127.0.0.1"));
    expectRefusal(ctl(words("status --connect") + QStringList{address}), 7, "bad-address");
    const auto byName = ctl(words("status --format json --spn HTTP/localhost --connect") + QStringList{address});
    EXPECT_LE(byName.code, 1) << byName.text();
    realm.stopKdc();
    expectReading(run("status --format json"));
    QFile::remove(realm.file("tickets"));
    expectRefusal(run("status --format json", "kerberos", words("--user admin --password-stdin"), "any\n"), 7,
                  "kdc-unreachable");
}

TEST_F(ByKerberos, AServerWhoseClockIsWrongIsNamedWithTheDifference)
{
    qputenv("DRYDOCK_TEST_TIME_OFFSET", "3600");
    const auto asan = qgetenv("ASAN_OPTIONS"); // the sanitizer's own library is loaded after what is preloaded
    qputenv("ASAN_OPTIONS", asan + ":verify_asan_link_order=0");
    qputenv("LD_PRELOAD", programPath("scaled_time.so").toUtf8());
    serve("kerberos");
    qunsetenv("LD_PRELOAD");
    qputenv("ASAN_OPTIONS", asan);
    qunsetenv("DRYDOCK_TEST_TIME_OFFSET");
    ASSERT_TRUE(realm.logOn(QStringLiteral("admin")));
    const Ended ended = run("status --format json");
    expectRefusal(ended, 7, "clock-skew");
    EXPECT_TRUE(ended.err.contains("the server's clock differs by 3")) << ended.text();
}
