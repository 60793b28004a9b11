// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Negotiate with NTLM, by gss-ntlmssp on both sides, where no domain controller can be asked.
#include "remoting/auth/acceptor.h"
#include "remoting/auth/gss_status.h"
#include "remoting/auth/logon.h"
#include "tests/support/ntlm_users.h"
#include "tests/support/qt_test.h"

#include <gmock/gmock.h>
#include <gssapi/gssapi.h>
#include <gtest/gtest.h>

using namespace drydock;
using namespace drydock::auth;
using domain::ErrorKind;
using Scheme = domain::AuthenticationScheme;

namespace {

bool hasNtlm()
{
    OM_uint32 minor = 0;
    gss_OID_set all = nullptr;
    int found = 0;
    if (gss_indicate_mechs(&minor, &all) == GSS_S_COMPLETE) gss_test_oid_set_member(&minor, gss::ntlm(), all, &found);
    gss_release_oid_set(&minor, &all);
    return found != 0;
}

class Ntlm : public ::testing::Test
{
protected:
    void SetUp() override
    {
        if (!hasNtlm()) GTEST_SKIP() << "the package gss-ntlmssp is missing";
    }
    static Credentials user(const char* password = "practice", bool allowed = true, Scheme scheme = Scheme::Negotiate)
    {
        Credentials credentials{scheme, "LAB\\admin", domain::Secret(std::string(password))};
        credentials.allowNtlm = allowed;
        return credentials;
    }
    [[nodiscard]] std::shared_ptr<SecurityContext> accept(std::string binding = {}) const
    {
        auto acceptor = makeAcceptor({Scheme::Negotiate, {}, true});
        EXPECT_TRUE(acceptor) << acceptor.error().summary();
        return acceptor ? (*acceptor)->newContext(std::move(binding)) : nullptr;
    }

    tests::NtlmUsers m_users;
};

// Three tokens: negotiate, challenge, authenticate. Returns whether the server accepts.
bool threeTokens(SecurityContext& client, SecurityContext& server)
{
    const auto negotiate = client.step({});
    EXPECT_TRUE(negotiate) << negotiate.error().summary();
    const auto challenge = server.step(*negotiate);
    EXPECT_TRUE(challenge) << challenge.error().summary();
    if (!challenge) return false;
    const auto authenticate = client.step(*challenge);
    EXPECT_TRUE(authenticate) << authenticate.error().summary();
    EXPECT_TRUE(client.isEstablished());
    const auto last = authenticate ? server.step(*authenticate) : authenticate;
    return last && server.isEstablished();
}

} // namespace

TEST_F(Ntlm, SealsBothWaysWhereItIsAllowed)
{
    const auto client = makeLogon(user())->begin({"mail.contoso.com", {}, {}});
    ASSERT_TRUE(client) << client.error().summary();
    const auto server = accept();
    ASSERT_TRUE(server && threeTokens(**client, *server));
    EXPECT_EQ((*client)->mechanism(), "NTLM");
    EXPECT_EQ(server->mechanism(), "NTLM");
    EXPECT_THAT(server->peer(), ::testing::AnyOf("LAB\\admin", "admin@LAB"));
    for (unsigned char number = 0; number < 3; ++number) {
        const auto sealed = (*client)->seal("question");
        ASSERT_TRUE(sealed) << sealed.error().summary();
        ASSERT_EQ(sealed->header.size(), 16U); // protocol.md 4.4
        EXPECT_EQ(sealed->header.substr(0, 4), std::string("\1\0\0\0", 4));
        EXPECT_EQ(sealed->header.substr(12), std::string(1, static_cast<char>(number)) + std::string(3, '\0'));
        EXPECT_EQ(sealed->data.size(), std::string_view("question").size());
        EXPECT_EQ(*server->unseal(sealed->header, sealed->data), "question");
        auto answer = *server->seal("answer");
        answer.data[0] ^= 1;
        if (number == 2) {
            EXPECT_EQ((*client)->unseal(answer.header, answer.data).error().kind, ErrorKind::ServerNotProven);
            break; // the order of messages is lost
        }
        answer.data[0] ^= 1;
        EXPECT_EQ(*(*client)->unseal(answer.header, answer.data), "answer");
    }
}

TEST_F(Ntlm, WithoutConsentKerberosAloneIsTried)
{
    EXPECT_EQ(makeLogon(user("practice", false))->begin({"mail.contoso.com", {}, {}}).error().kind,
              ErrorKind::KdcUnreachable);
    EXPECT_EQ(makeLogon(user("practice", true, Scheme::Kerberos))->begin({"mail.contoso.com", {}, {}}).error().kind,
              ErrorKind::KdcUnreachable)
        << "the scheme Kerberos never falls back";
}

TEST_F(Ntlm, AnAddressIsEnough)
{
    const auto client = makeLogon(user())->begin({"127.0.0.1", {}, {}});
    ASSERT_TRUE(client) << client.error().summary();
    const auto server = accept();
    EXPECT_TRUE(server && threeTokens(**client, *server));
}

TEST_F(Ntlm, AWrongPasswordAndAnotherChannelAreRefused)
{
    const auto wrong = makeLogon(user("wrong"))->begin({"mail.contoso.com", {}, {}});
    ASSERT_TRUE(wrong) << wrong.error().summary();
    EXPECT_FALSE(threeTokens(**wrong, *accept()));
    for (const char* ours : {"tls-server-end-point:a", "tls-server-end-point:b"}) {
        const auto client = makeLogon(user())->begin({"mail.contoso.com", {}, ours});
        ASSERT_TRUE(client);
        EXPECT_EQ(threeTokens(**client, *accept("tls-server-end-point:a")), std::string_view(ours).ends_with("a"));
    }
}
