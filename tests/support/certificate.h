// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A self-signed certificate for 127.0.0.1 with its key, made by the openssl command while the test runs.
#pragma once

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

namespace drydock::tests {

class TestCertificate
{
public:
    TestCertificate();

    // Returns why the certificate could not be made, for the reason of a skipped test; empty if it was made.
    [[nodiscard]] QString whyNot() const { return m_whyNot; }
    [[nodiscard]] QString keyFile() const { return m_folder.filePath(QStringLiteral("key.pem")); }
    [[nodiscard]] QString certificateFile() const { return m_folder.filePath(QStringLiteral("certificate.pem")); }
    [[nodiscard]] QString bothFile() const { return m_folder.filePath(QStringLiteral("both.pem")); }
    // Returns the digest of the certificate (32 bytes).
    [[nodiscard]] QByteArray sha256() const;

private:
    [[nodiscard]] QString make() const;

    QTemporaryDir m_folder;
    QString m_whyNot;
};

} // namespace drydock::tests
