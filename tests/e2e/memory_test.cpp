// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// After a connection is forgotten, the memory of the process holds its password no more: what a core would show.
#include "programs.h"

#include "tests/support/kerberos_realm.h"
#include "tests/support/secret_search.h"

#include <QFile>

#include <gtest/gtest.h>

using namespace drydock::tests;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr bool keepsWhatIsFreed = true; // AddressSanitizer, for a while
#else
constexpr bool keepsWhatIsFreed = false;
#endif

// Returns what a core of the process would contain: the memory that it can write to.
QByteArrayList memoryOf(qint64 process)
{
    QByteArrayList regions;
    QFile maps(QStringLiteral("/proc/%1/maps").arg(process)), memory(QStringLiteral("/proc/%1/mem").arg(process));
    if (!maps.open(QIODevice::ReadOnly) || !memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) return regions;
    for (const auto& line : maps.readAll().split('\n')) {
        const auto words = line.simplified().split(' ');
        if (words.size() < 2 || !words[1].startsWith("rw")) continue;
        const auto ends = words[0].split('-');
        const auto from = ends[0].toLongLong(nullptr, 16), to = ends[1].toLongLong(nullptr, 16);
        if (memory.seek(from)) regions += memory.read(to - from);
    }
    return regions;
}

void expectForgotten(const QString& url, const QString& scheme, const QString& user, const QString& secret,
                     const QByteArrayList& forms)
{
    QProcess probe;
    probe.start(programPath("session_probe"), {url, scheme, user});
    probe.write(secret.toUtf8() + "\n");
    ASSERT_TRUE(probe.waitForReadyRead(60'000)) << probe.readAllStandardError().toStdString();
    ASSERT_EQ(probe.readLine(), "forgotten\n") << probe.readAllStandardError().toStdString();
    const auto regions = memoryOf(probe.processId());
    probe.kill();
    probe.waitForFinished();
    qsizetype bytes = 0;
    for (const auto& region : regions) {
        bytes += region.size();
        for (const auto& form : forms) {
            const auto at = region.indexOf(form);
            EXPECT_LT(at, 0)
                << form.toStdString() << " among "
                << region.mid(std::max<qsizetype>(at - 32, 0), form.size() + 64).toPercentEncoding().toStdString();
        }
    }
    EXPECT_GT(bytes, 1'000'000) << "the memory was read";
}

} // namespace

// The header of Basic passes through the buffer of Qt's socket, which Qt frees as it is, in base64: that form alone may
// be left. Nothing else is.
TEST(Memory, HoldsNoPasswordOfBasicInClearAfterForgetting)
{
    if (keepsWhatIsFreed) GTEST_SKIP() << "AddressSanitizer keeps what is freed";
    const auto password = QStringLiteral("Zwölf Boxkämpfer, 9!");
    const LabProcess lab(words("--time-scale 60 --password-stdin"), password.toUtf8() + "\n");
    ASSERT_TRUE(lab.listens());
    expectForgotten(lab.url(), QStringLiteral("basic"), QStringLiteral("LAB\\admin"), password,
                    {password.toUtf8(), password.toUtf8().toHex(),
                     QByteArray(reinterpret_cast<const char*>(password.utf16()), password.size() * 2)});
}

TEST(Memory, HoldsNoPasswordOfKerberosAfterForgetting)
{
    if (keepsWhatIsFreed) GTEST_SKIP() << "AddressSanitizer keeps what is freed";
    const KerberosRealm realm;
    if (!realm.whyNot().isEmpty()) GTEST_SKIP() << realm.whyNot().toStdString();
    const LabProcess lab(words("--time-scale 60 --auth kerberos --keytab") + QStringList{realm.keytab()});
    ASSERT_TRUE(lab.listens());
    expectForgotten(lab.url(), QStringLiteral("kerberos"), QStringLiteral("admin"),
                    QString::fromLatin1(KerberosRealm::password),
                    formsOf(QString::fromLatin1(KerberosRealm::password)));
}
