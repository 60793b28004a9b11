// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "tests/support/kerberos_realm.h"

#include "tests/support/paths.h"
#include "tests/support/qt_test.h"

#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/prctl.h>
#endif

namespace drydock::tests {
namespace {

QString program(const char* name)
{
    const auto found = QStandardPaths::findExecutable(QString::fromLatin1(name));
    const QStringList administration{QStringLiteral("/usr/sbin"), QStringLiteral("/sbin")};
    return found.isEmpty() ? QStandardPaths::findExecutable(QString::fromLatin1(name), administration) : found;
}

bool run(const char* name, const QStringList& arguments, const QByteArray& input = {})
{
    QProcess process;
    process.start(program(name), arguments);
    process.write(input);
    process.closeWriteChannel();
    return process.waitForFinished(30'000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

} // namespace

KerberosRealm::KerberosRealm(int secondsAhead) : m_whyNot(start(secondsAhead)) {}

KerberosRealm::~KerberosRealm() { stopKdc(); }

bool KerberosRealm::write(const char* fileName, const QByteArray& text) const
{
    QFile out(file(fileName));
    return out.open(QIODevice::WriteOnly) && out.write(text) == text.size();
}

QString KerberosRealm::start(int secondsAhead)
{
    for (const char* needed : {"krb5kdc", "kdb5_util", "kadmin.local", "kinit", "klist"})
        if (program(needed).isEmpty())
            return QStringLiteral("no %1: the packages krb5-kdc, krb5-admin-server and krb5-user are missing")
                .arg(QString::fromLatin1(needed));
    m_port = freePort();
    const QByteArray folder = m_folder.path().toUtf8(), kdc = "127.0.0.1:" + QByteArray::number(m_port);
    const QByteArray realm(name);
    // The name service may be asked by default; what is asked for must not depend on its answers.
    const bool written =
        write("krb5.conf", "[libdefaults]\n default_realm = " + realm +
                               "\n dns_lookup_kdc = false\n dns_lookup_realm = false\n kdc_timesync = 0\n"
                               "[realms]\n " +
                               realm + " = {\n  kdc = " + kdc + "\n }\n") &&
        write("kdc.conf", "[kdcdefaults]\n kdc_listen = " + kdc + "\n kdc_tcp_listen = " + kdc + "\n[realms]\n " +
                              realm + " = {\n  database_name = " + folder + "/principal\n  key_stash_file = " + folder +
                              "/stash\n  acl_file = " + folder +
                              "/acl\n  max_life = 10h\n }\n[logging]\n kdc = FILE:" + folder + "/kdc.log\n");
    if (!written) return QStringLiteral("no file in ") + m_folder.path();
    m_environment.set("KRB5_CONFIG", folder + "/krb5.conf");
    m_environment.set("KRB5_KDC_PROFILE", folder + "/kdc.conf");
    m_environment.set("KRB5CCNAME", "FILE:" + folder + "/tickets");
    m_environment.set("KRB5RCACHETYPE", "none"); // the same user, in the same second, from one process
    if (!run("kdb5_util", {QStringLiteral("create"), QStringLiteral("-s"), QStringLiteral("-P"), QStringLiteral("x")}))
        return QStringLiteral("kdb5_util made no database");
    if (!administer({QStringLiteral("addprinc -pw \"%1\" admin").arg(QString::fromLatin1(password)),
                     QStringLiteral("addprinc -randkey HTTP/localhost"),
                     QStringLiteral("ktadd -k %1 HTTP/localhost").arg(keytab())}))
        return QStringLiteral("kadmin.local added no principals");
    m_kdc = std::make_unique<QProcess>();
    if (secondsAhead != 0) {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LD_PRELOAD"),
                           QString::fromStdString((programFolder() / "scaled_time.so").string()));
        environment.insert(QStringLiteral("DRYDOCK_TEST_TIME_OFFSET"), QString::number(secondsAhead));
        m_kdc->setProcessEnvironment(environment);
    }
#ifdef Q_OS_LINUX
    m_kdc->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); }); // where the test ends without its end
#endif
    m_kdc->start(program("krb5kdc"), {QStringLiteral("-n")});
    const auto listens = [this] {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
        return socket.waitForConnected(100) || m_kdc->state() == QProcess::NotRunning;
    };
    if (!waitUntil(listens, 20'000) || m_kdc->state() != QProcess::Running)
        return QStringLiteral("the KDC does not listen: ") + QString::fromUtf8(m_kdc->readAllStandardError());
    return {};
}

bool KerberosRealm::administer(const QStringList& commands) const
{
    return run("kadmin.local", {QStringLiteral("-r"), QString::fromLatin1(name)},
               commands.join(QLatin1Char('\n')).toUtf8() + "\n");
}

bool KerberosRealm::logOn(const QString& user, const QStringList& options) const
{
    return run("kinit", options + QStringList{user}, QByteArray(password) + "\n");
}

bool KerberosRealm::hasValidTicket() const { return run("klist", {QStringLiteral("-s")}); }

void KerberosRealm::stopKdc()
{
    if (!m_kdc) return;
    m_kdc->terminate();
    if (!m_kdc->waitForFinished(5'000)) {
        m_kdc->kill();
        m_kdc->waitForFinished(5'000);
    }
    m_kdc.reset();
}

} // namespace drydock::tests
