// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/http/client_certificate.h"

#include <QBuffer>
#include <QFile>

namespace drydock::http {
namespace {

using domain::ErrorKind;

constexpr qint64 longestCertificateFile = 1 << 20;

domain::Failure unreadable(const QString& file, std::string detail, ErrorKind kind = ErrorKind::Usage)
{
    return domain::fail(kind, "read the client certificate " + file.toStdString(), std::move(detail));
}

domain::Result<QByteArray> contentOf(const QString& name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) return unreadable(name, file.errorString().toStdString());
    return file.read(longestCertificateFile);
}

QSslKey readPrivateKey(const QByteArray& pem, const QByteArray& password)
{
    for (const auto algorithm : {QSsl::Rsa, QSsl::Ec}) {
        QSslKey key(pem, algorithm, QSsl::Pem, QSsl::PrivateKey, password);
        if (!key.isNull()) return key;
    }
    return {};
}

} // namespace

domain::Result<std::shared_ptr<const ClientCertificate>>
readClientCertificate(const QString& certificateFile, const QString& keyFile, const domain::Secret& password)
{
    DRYDOCK_TRY(const auto content, contentOf(certificateFile));
    const auto secret = password.reveal(); // lives longer than the view of it below
    const auto opener = QByteArray::fromRawData(secret.data(), static_cast<qsizetype>(secret.size()));
    auto made = std::make_shared<ClientCertificate>();
    made->chain = QSslCertificate::fromData(content, QSsl::Pem);
    if (!made->chain.isEmpty()) {
        const auto& holder = keyFile.isEmpty() ? certificateFile : keyFile;
        DRYDOCK_TRY(const auto pem, contentOf(holder));
        if (!pem.contains("PRIVATE KEY")) return unreadable(holder, "there is no private key in it");
        made->key = readPrivateKey(pem, opener);
        if (made->key.isNull())
            return unreadable(holder, "the password does not open its private key", ErrorKind::NotAuthenticated);
        return made;
    }
    QBuffer packed;
    packed.setData(content);
    packed.open(QIODevice::ReadOnly);
    QSslCertificate own;
    QList<QSslCertificate> issuers;
    if (!QSslCertificate::importPkcs12(&packed, &made->key, &own, &issuers, opener))
        return content.startsWith('\x30') // a SEQUENCE of ASN.1, as PKCS#12 begins
                   ? unreadable(certificateFile, "it is no PKCS#12, or the password does not open it",
                                ErrorKind::NotAuthenticated)
                   : unreadable(certificateFile, "it is neither PEM nor PKCS#12");
    made->chain = QList<QSslCertificate>{own} + issuers;
    return made;
}

} // namespace drydock::http
