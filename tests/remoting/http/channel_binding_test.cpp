// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The hash of a channel binding for certificates of every kind, which are read in place.
#include "remoting/http/channel_binding.h"
#include "tests/support/paths.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <QCryptographicHash>
#include <QSslCertificate>

#include <fstream>

using namespace drydock;

TEST(ChannelBinding, HasTheHashOfTheCertificatesSignature)
{
    std::ifstream file(tests::testData() / "vectors/channel_binding_certificates.jsonl");
    if (!file) GTEST_SKIP() << "no vectors in " << tests::testData();
    int count = 0;
    for (std::string line; std::getline(file, line); ++count) {
        const auto json = nlohmann::json::parse(line);
        const auto name = json["case"].get<std::string>();
        const auto base64 = QByteArray::fromHex(QByteArray::fromStdString(json["der_base64_hex"].get<std::string>()));
        const auto der = QByteArray::fromBase64(base64);
        const QSslCertificate certificate(der, QSsl::Der);
        ASSERT_FALSE(certificate.isNull()) << name;
        auto hash = QCryptographicHash::Sha256; // also in place of MD5, SHA-1 and what is unknown
        if (name.ends_with("sha384")) hash = QCryptographicHash::Sha384;
        if (name.ends_with("sha512")) hash = QCryptographicHash::Sha512;
        EXPECT_EQ(http::endPointBinding(certificate),
                  "tls-server-end-point:" + QCryptographicHash::hash(der, hash).toStdString())
            << name;
    }
    EXPECT_EQ(count, 11);
}

TEST(ChannelBinding, OfNoCertificateIsThatOfNoBytes)
{
    EXPECT_EQ(http::endPointBinding(QSslCertificate()),
              "tls-server-end-point:" + QCryptographicHash::hash({}, QCryptographicHash::Sha256).toStdString());
}
