// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "tests/support/certificate_authority.h"

#include <QFile>
#include <QRegularExpression>
#include <QSslSocket>
#include <QStandardPaths>

#include <iostream>

namespace drydock::tests {
namespace {

// Without the system's file, which may forbid what is bad on purpose.
QProcessEnvironment lenient()
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("OPENSSL_CONF"), QStringLiteral("/dev/null"));
    return environment;
}

const QString configuration = QStringLiteral("[ca]\ndefault_ca=all\n"
                                             "[all]\ndatabase=index.txt\nnew_certs_dir=.\nrand_serial=yes\n"
                                             "unique_subject=no\npolicy=any\ndefault_days=2\n"
                                             "[any]\ncommonName=supplied\n");

} // namespace

CertificateAuthority::CertificateAuthority()
{
    if (QStandardPaths::findExecutable(QStringLiteral("openssl")).isEmpty())
        m_whyNot = QStringLiteral("no openssl command to make certificates with");
    else if (!QSslSocket::supportsSsl())
        m_whyNot = QStringLiteral("this Qt has no TLS");
    else if (!write(QStringLiteral("ca.conf"), configuration) || !write(QStringLiteral("index.txt"), {}) ||
             !issue({QStringLiteral("root"), QStringLiteral("root"), QStringLiteral("/CN=Test root"),
                     authorityExtensions}))
        m_whyNot = QStringLiteral("openssl makes no certificates");
}

bool CertificateAuthority::write(const QString& name, const QString& text) const
{
    QFile out(file(name));
    return out.open(QIODevice::WriteOnly) && out.write(text.toUtf8()) >= 0;
}

bool CertificateAuthority::openssl(const QStringList& arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.setProcessEnvironment(lenient());
    process.start(QStringLiteral("openssl"), arguments);
    const bool done = process.waitForFinished() && process.exitCode() == 0;
    if (!done) std::cerr << process.readAllStandardError().toStdString();
    return done;
}

bool CertificateAuthority::issue(const CertificateOrder& order)
{
    const auto request = order.name + QStringLiteral(".csr"), extensions = order.name + QStringLiteral(".ext");
    QStringList make{QStringLiteral("req"),
                     QStringLiteral("-new"),
                     QStringLiteral("-nodes"),
                     QStringLiteral("-subj"),
                     order.subject,
                     QStringLiteral("-keyout"),
                     key(order.name),
                     QStringLiteral("-out"),
                     request,
                     QStringLiteral("-config"),
                     QStringLiteral("ca.conf"),
                     QStringLiteral("-newkey"),
                     order.key};
    if (order.key == QLatin1String("ec"))
        make += {QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:P-256")};
    QStringList sign{QStringLiteral("ca"),
                     QStringLiteral("-batch"),
                     QStringLiteral("-notext"),
                     QStringLiteral("-config"),
                     QStringLiteral("ca.conf"),
                     QStringLiteral("-in"),
                     request,
                     QStringLiteral("-out"),
                     certificate(order.name),
                     QStringLiteral("-md"),
                     order.digest,
                     QStringLiteral("-extfile"),
                     extensions};
    if (!order.from.isEmpty()) sign += {QStringLiteral("-startdate"), order.from};
    if (!order.until.isEmpty()) sign += {QStringLiteral("-enddate"), order.until};
    if (order.issuer == order.name)
        sign += {QStringLiteral("-selfsign"), QStringLiteral("-keyfile"), key(order.name)};
    else
        sign += {QStringLiteral("-cert"), certificate(order.issuer), QStringLiteral("-keyfile"), key(order.issuer)};
    return write(extensions, order.extensions + QLatin1Char('\n')) && openssl(make) && openssl(sign);
}

QString CertificateAuthority::joined(const QString& name, const QStringList& files) const
{
    QFile out(file(name));
    if (!out.open(QIODevice::WriteOnly)) return {};
    for (const auto& one : files) {
        QFile in(one);
        if (in.open(QIODevice::ReadOnly)) out.write(in.readAll());
    }
    return out.fileName();
}

OpensslServer::OpensslServer(const CertificateAuthority& authority, const QString& name, const QString& chain,
                             const QStringList& options)
{
    QStringList arguments{QStringLiteral("s_server"), QStringLiteral("-accept"),   QStringLiteral("127.0.0.1:0"),
                          QStringLiteral("-cert"),    authority.certificate(name), QStringLiteral("-key"),
                          authority.key(name),        QStringLiteral("-cipher"),   QStringLiteral("ALL:@SECLEVEL=0")};
    arguments += QStringLiteral("-rev"); // it answers, if only with what it was sent, backwards
    if (!chain.isEmpty()) arguments += {QStringLiteral("-cert_chain"), chain};
    m_process.setProcessEnvironment(lenient());
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(QStringLiteral("openssl"), arguments + options);
    static const QRegularExpression accepts(QStringLiteral("ACCEPT .*:(\\d+)"));
    for (QString said; m_port == 0 && m_process.waitForReadyRead(10000);) {
        said += QString::fromLocal8Bit(m_process.readAll());
        m_port = static_cast<quint16>(accepts.match(said).captured(1).toUInt());
    }
}

OpensslServer::~OpensslServer()
{
    m_process.kill();
    m_process.waitForFinished();
}

} // namespace drydock::tests
