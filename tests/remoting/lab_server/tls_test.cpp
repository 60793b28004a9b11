// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The lab behind TLS, with a certificate that the client pins.
#include "tests/remoting/lab_server/wire_client.h"
#include "tests/support/certificate.h"

namespace drydock::lab {
namespace {

TEST(LabOverTls, ServesAClientThatPinsItsCertificate)
{
    const tests::TestCertificate certificate;
    if (!certificate.whyNot().isEmpty()) GTEST_SKIP() << certificate.whyNot().toStdString();
    LabServer server;
    LabOptions options;
    options.scenario = *loadScenario("seed");
    options.tlsPemFile = certificate.bothFile();
    const auto listening = server.start(std::move(options));
    ASSERT_TRUE(listening) << listening.error().summary();
    EXPECT_THAT(listening->exchangeUrl, ::testing::StartsWith("https://127.0.0.1:"));

    http::HttpConnectionOptions connection;
    connection.url = QUrl(QString::fromStdString(listening->exchangeUrl));
    connection.credentials = {domain::AuthenticationScheme::Basic, "LAB\\admin",
                              domain::Secret(std::string(defaultLabPassword))};
    connection.tls.pinnedSha256 = certificate.sha256();
    http::HttpConnection client(std::move(connection));
    std::optional<domain::Result<http::Response>> answer;
    client.post({"<nonsense/>"}, [&](auto came) { answer = std::move(came); });
    ASSERT_TRUE(tests::waitUntil([&] { return answer.has_value(); }, 10'000));
    ASSERT_FALSE(*answer);
    EXPECT_EQ(answer->error().code, 400) << "it got as far as the envelope: " << answer->error().summary();
}

} // namespace
} // namespace drydock::lab
