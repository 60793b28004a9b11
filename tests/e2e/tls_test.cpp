// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The lab behind TLS: who is let in by pin or by authority, and what a person reads who is not.
#include "programs.h"

#include "tests/support/certificate.h"

#include <QFile>
#include <gtest/gtest.h>

using namespace drydock::tests;

namespace {

class OverTls : public ::testing::Test
{
protected:
    void SetUp() override
    {
        if (!certificate.whyNot().isEmpty()) GTEST_SKIP() << certificate.whyNot().toStdString();
        lab = std::make_unique<LabProcess>(QStringList{QStringLiteral("--tls"), certificate.bothFile()});
        ASSERT_TRUE(lab->listens());
        ASSERT_TRUE(lab->url().startsWith(QStringLiteral("https://127.0.0.1:"))) << lab->url().toStdString();
    }

    [[nodiscard]] Ended status(const QStringList& trust = {}) const
    {
        return ctl(words("status --format json") + lab->connection() + trust, "practice\n");
    }

    [[nodiscard]] QString fingerprint() const
    {
        return QString::fromLatin1(certificate.sha256().toHex(':').toUpper()); // as openssl and the error print it
    }

    TestCertificate certificate;
    std::unique_ptr<LabProcess> lab;
};

} // namespace

TEST_F(OverTls, APinnedCertificateIsAccepted) { expectReading(status({QStringLiteral("--pin"), fingerprint()})); }

TEST_F(OverTls, AnExtraAuthorityIsAccepted)
{
    expectReading(status({QStringLiteral("--ca"), certificate.certificateFile()}));
}

TEST_F(OverTls, NothingIsSentToAnUntrustedServerAndItsFingerprintIsPrinted)
{
    const Ended ended = status();
    expectRefusal(ended, 7, "certificate-untrusted");
    EXPECT_TRUE(ended.err.contains(lab->url().toUtf8())) << ended.text();
    EXPECT_TRUE(ended.err.contains(fingerprint().toUtf8())) << ended.text();
}

TEST_F(OverTls, AnotherCertificateThanThePinnedOneIsRefused)
{
    const Ended ended = status({QStringLiteral("--pin"), QString(64, QLatin1Char('a')), QStringLiteral("--ca"),
                                certificate.certificateFile()});
    expectRefusal(ended, 7, "certificate-not-pinned");
    EXPECT_TRUE(ended.err.contains(lab->url().toUtf8())) << ended.text();
    EXPECT_TRUE(ended.err.contains("not the pinned certificate")) << ended.text();
}

TEST(LabServe, AnInvalidCertificateFileIsAUsageError)
{
    QTemporaryDir folder;
    QFile empty(folder.filePath(QStringLiteral("empty.pem")));
    ASSERT_TRUE(empty.open(QIODevice::WriteOnly));
    empty.close();
    for (const QString& file : {empty.fileName(), QStringLiteral("/nonexistent/lab.pem")}) {
        const Ended ended = ctl(words("lab serve --tls") + QStringList{file}, {}, 30'000);
        EXPECT_EQ(ended.code, 2) << ended.text();
        EXPECT_TRUE(ended.out.isEmpty()) << ended.text();
        EXPECT_TRUE(ended.err.contains("--tls") && ended.err.contains(file.toUtf8())) << ended.text();
    }
}

TEST(LabOverTls, ACertificateThatOpenSslRefusesIsReportedAtTheStart)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("weak.pem"));
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"),
                  words("req -x509 -newkey rsa:1024 -nodes -days 2 -subj /CN=127.0.0.1 -keyout") +
                      QStringList{file, QStringLiteral("-out"), file + QStringLiteral(".crt")});
    if (!openssl.waitForFinished(30'000) || openssl.exitCode() != 0) GTEST_SKIP() << "openssl makes no weak key";
    QFile both(file);
    QFile certificate(file + QStringLiteral(".crt"));
    ASSERT_TRUE(both.open(QIODevice::Append) && certificate.open(QIODevice::ReadOnly));
    both.write(certificate.readAll());
    both.close();
    const auto process = startCtl(words("lab serve --tls") + QStringList{file});
    const Ended ended = waitFor(*process, 20'000);
    EXPECT_EQ(ended.code, 2) << ended.text();
    EXPECT_TRUE(ended.out.isEmpty()) << ended.text();
    EXPECT_TRUE(ended.err.contains("OpenSSL does not use it")) << ended.text();
}
