// A certificate for 127.0.0.1 with its key, signed by itself, made by the openssl command while the test runs.
#pragma once

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

namespace drydock::tests {

class TestCertificate
{
public:
    TestCertificate();

    [[nodiscard]] QString whyNot() const { return m_whyNot; } // empty: it was made; else why such tests cannot run here
    [[nodiscard]] QString keyFile() const { return m_folder.filePath(QStringLiteral("key.pem")); }
    [[nodiscard]] QString certificateFile() const { return m_folder.filePath(QStringLiteral("certificate.pem")); }
    [[nodiscard]] QString bothFile() const { return m_folder.filePath(QStringLiteral("both.pem")); }
    [[nodiscard]] QByteArray sha256() const;

private:
    [[nodiscard]] QString make() const;

    QTemporaryDir m_folder;
    QString m_whyNot;
};

} // namespace drydock::tests
