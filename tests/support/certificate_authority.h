// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Certificates of every kind, good and bad, made by the openssl command while the test runs, and openssl's own TLS
// server, which shows any of them.
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace drydock::tests {

struct CertificateOrder {
    QString name;                            // of its files
    QString issuer = QStringLiteral("root"); // the name of another one; its own: self-signed
    QString subject = QStringLiteral("/CN=localhost");
    QString extensions = QStringLiteral("subjectAltName=DNS:localhost"); // lines of an extension section
    QString key = QStringLiteral("ec");                                  // or "rsa:1024"
    QString digest = QStringLiteral("sha256");
    QString from{}; // "20200101000000Z"; empty: now
    QString until{};
};

// The extensions of an authority.
inline const QString authorityExtensions = QStringLiteral("basicConstraints=critical,CA:TRUE\nkeyUsage=keyCertSign");

class CertificateAuthority
{
public:
    CertificateAuthority(); // makes the authority "root"

    // Returns why there are no certificates, for the reason of a skipped test; empty if there are.
    [[nodiscard]] QString whyNot() const { return m_whyNot; }
    // Makes key and certificate. Returns false, and shows what openssl says, if it does not.
    [[nodiscard]] bool issue(const CertificateOrder& order);
    [[nodiscard]] QString certificate(const QString& name) const { return file(name + QStringLiteral(".pem")); }
    [[nodiscard]] QString key(const QString& name) const { return file(name + QStringLiteral(".key")); }
    // Writes several PEM files into one. Returns its path.
    [[nodiscard]] QString joined(const QString& name, const QStringList& files) const;
    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }
    // Runs an openssl command in the folder. Returns whether it succeeded.
    bool openssl(const QStringList& arguments) const;

private:
    [[nodiscard]] bool write(const QString& name, const QString& text) const;

    QTemporaryDir m_folder;
    QString m_whyNot;
};

// `openssl s_server` on loopback; it ends with this object.
class OpensslServer
{
public:
    // `chain` is a PEM file of further certificates to send; empty: none.
    OpensslServer(const CertificateAuthority& authority, const QString& name, const QString& chain = {},
                  const QStringList& options = {});
    ~OpensslServer();
    [[nodiscard]] quint16 port() const { return m_port; } // 0: it does not listen

private:
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace drydock::tests
