// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// After a whole maintenance, with everything logged and recorded, no file holds a secret in any form.
#include "programs.h"

#include "tests/support/environment.h"
#include "tests/support/kerberos_realm.h"
#include "tests/support/secret_search.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <gtest/gtest.h>

using namespace drydock::tests;

namespace {

class Secrets : public ::testing::Test
{
protected:
    Secrets() : before(QDir::currentPath())
    {
        for (const char* folder : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
            environment.set(folder, home.path().toUtf8());
        QDir::setCurrent(home.path());
    }
    ~Secrets() override { QDir::setCurrent(before); }

    void maintain(const QStringList& connection, const QByteArray& input) const
    {
        int number = 0;
        for (const char* verb : {"test", "status --format json", "run enter MAIL --override single-copy --yes",
                                 "check leave MAIL", "run leave MAIL --yes"}) {
            const auto name = QString::number(++number);
            const QStringList everything{QStringLiteral("--log-level"), QStringLiteral("*=trace"),
                                         QStringLiteral("--log-file"),  home.filePath(name + QStringLiteral(".log")),
                                         QStringLiteral("--record"),    home.filePath(name + QStringLiteral(".yml"))};
            const Ended ended = ctl(words(verb) + connection + everything, input);
            EXPECT_LE(ended.code, 1) << verb << '\n' << ended.text();
            for (const auto& text : {ended.out, ended.err})
                EXPECT_EQ(secretIn(text, forms), QByteArray()) << verb << '\n' << text.toStdString();
        }
    }
    void expectNoFileHoldsASecret() const
    {
        int files = 0;
        for (QDirIterator all(home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); all.hasNext();) {
            QFile file(all.next());
            ASSERT_TRUE(file.open(QIODevice::ReadOnly)) << file.fileName().toStdString();
            const auto bytes = file.readAll();
            EXPECT_EQ(secretIn(bytes, forms), QByteArray()) << file.fileName().toStdString();
            for (const char* header :
                 {"Authorization", "authorization", "Basic ", "Kerberos YI", "Negotiate YI", "Negotiate TlRMTVNT"})
                EXPECT_FALSE(bytes.contains(header)) << header << " in " << file.fileName().toStdString();
            ++files;
        }
        EXPECT_GE(files, 12) << "five logs, five recordings, two journals";
    }

    QByteArrayList forms;
    const QString before;
    QTemporaryDir home;
    Environment environment;
};

} // namespace

TEST_F(Secrets, NoFileHoldsThePasswordOfBasic)
{
    const auto password = QStringLiteral("Zwölf Boxkämpfer, 9!");
    forms = formsOf(password) + formsOf(QStringLiteral("LAB\\admin:") + password);
    const LabProcess lab(words("--time-scale 60 --password-stdin"), password.toUtf8() + "\n");
    ASSERT_TRUE(lab.listens());
    const QByteArray twice = password.toUtf8() + "\n" + password.toUtf8() + "\n";
    maintain(lab.connection() + QStringList{QStringLiteral("--node-user"), QStringLiteral("LAB\\admin"),
                                            QStringLiteral("--node-password-stdin")},
             twice);
    expectNoFileHoldsASecret();
}

TEST_F(Secrets, NoFileHoldsThePasswordOfKerberos)
{
    const KerberosRealm realm;
    if (!realm.whyNot().isEmpty()) GTEST_SKIP() << realm.whyNot().toStdString();
    forms = formsOf(QString::fromLatin1(KerberosRealm::password));
    for (const char* scheme : {"kerberos", "negotiate"}) {
        const LabProcess lab(words("--time-scale 60 --auth") +
                             QStringList{QString::fromLatin1(scheme), QStringLiteral("--keytab"), realm.keytab()});
        ASSERT_TRUE(lab.listens());
        maintain(lab.connectionBy(scheme) +
                     QStringList{QStringLiteral("--user"), QStringLiteral("admin"), QStringLiteral("--password-stdin")},
                 QByteArray(KerberosRealm::password) + "\n");
    }
    expectNoFileHoldsASecret();
}
