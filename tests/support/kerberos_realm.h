// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A Kerberos realm of a test's own: a KDC of MIT Kerberos on loopback, with its files in a temporary folder.
#pragma once

#include "tests/support/environment.h"

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace drydock::tests {

// While it lives, the Kerberos library of this process and of its children knows this realm alone, and its ticket cache
// is an empty one in the folder. The KDC ends with it.
class KerberosRealm
{
public:
    static constexpr auto name = "DRYDOCK.TEST";
    static constexpr auto password = "correct horse"; // of every user

    // Starts with the user "admin" and the service HTTP/localhost. The clock of the KDC is `secondsAhead` of this
    // computer's, for which scaled_time.so of tests/e2e must be built; the library does not make up for that.
    explicit KerberosRealm(int secondsAhead = 0);
    ~KerberosRealm();
    KerberosRealm(const KerberosRealm&) = delete;
    KerberosRealm& operator=(const KerberosRealm&) = delete;

    // Returns why there is no KDC, for the reason of a skipped test; empty if it runs.
    [[nodiscard]] QString whyNot() const { return m_whyNot; }
    // Returns the keytab of HTTP/localhost.
    [[nodiscard]] QString keytab() const { return file("keytab"); }
    // Returns the path of a file in the realm's folder.
    [[nodiscard]] QString file(const char* fileName) const { return m_folder.filePath(QString::fromLatin1(fileName)); }

    // Runs commands of kadmin.local. Returns false if it could not be run.
    bool administer(const QStringList& commands) const;
    // Puts a ticket of the user into the ticket cache, as a logon does. Options are those of kinit.
    [[nodiscard]] bool logOn(const QString& user, const QStringList& options = {}) const;
    // Returns whether the ticket cache holds a ticket that is valid.
    [[nodiscard]] bool hasValidTicket() const;
    void stopKdc();

private:
    [[nodiscard]] QString start(int secondsAhead);
    [[nodiscard]] bool write(const char* fileName, const QByteArray& text) const;

    QTemporaryDir m_folder;
    Environment m_environment;
    quint16 m_port = 0;
    std::unique_ptr<QProcess> m_kdc;
    QString m_whyNot;
};

} // namespace drydock::tests
