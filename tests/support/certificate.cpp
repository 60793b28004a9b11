// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "tests/support/certificate.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslSocket>
#include <QStandardPaths>

namespace drydock::tests {

TestCertificate::TestCertificate() : m_whyNot(make()) {}

QByteArray TestCertificate::sha256() const
{
    return QSslCertificate::fromPath(certificateFile()).value(0).digest(QCryptographicHash::Sha256);
}

QString TestCertificate::make() const
{
    const auto openssl = QStandardPaths::findExecutable(QStringLiteral("openssl"));
    if (openssl.isEmpty()) return QStringLiteral("no openssl command to make a certificate with");
    if (!QSslSocket::supportsSsl()) return QStringLiteral("this Qt has no TLS");
    const QString options = QStringLiteral("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 "
                                           "-subj /CN=drydock-test -addext subjectAltName=IP:127.0.0.1");
    QStringList arguments = options.split(QLatin1Char(' '));
    arguments += {QStringLiteral("-keyout"), keyFile(), QStringLiteral("-out"), certificateFile()};
    QProcess process;
    process.start(openssl, arguments);
    if (!process.waitForFinished() || process.exitCode() != 0)
        return QStringLiteral("openssl made no certificate: ") + QString::fromLocal8Bit(process.readAllStandardError());
    QFile both(bothFile()), certificate(certificateFile()), key(keyFile());
    if (!both.open(QIODevice::WriteOnly) || !certificate.open(QIODevice::ReadOnly) || !key.open(QIODevice::ReadOnly))
        return QStringLiteral("no file in ") + m_folder.path();
    both.write(certificate.readAll() + key.readAll());
    return {};
}

} // namespace drydock::tests
