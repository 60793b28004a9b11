// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/auth/authentication.h"

#include <gtest/gtest.h>

using namespace drydock::auth;
using drydock::domain::ErrorKind;
using drydock::domain::Secret;
using Scheme = drydock::domain::AuthenticationScheme;

TEST(Authentication, BasicGoesOnlyOverTlsOrToLoopback)
{
    EXPECT_TRUE(checkAllowed(Scheme::Basic, "mail.contoso.com", true));
    EXPECT_TRUE(checkAllowed(Scheme::Basic, "127.0.0.1", false));
    EXPECT_TRUE(checkAllowed(Scheme::None, "localhost", false));
    EXPECT_EQ(checkAllowed(Scheme::Basic, "mail.contoso.com", false).error().kind, ErrorKind::BadAddress);
    EXPECT_EQ(checkAllowed(Scheme::None, "mail.contoso.com", true).error().kind, ErrorKind::BadAddress);
}

TEST(Authentication, ASchemeThatIsNotImplementedIsRefusedEverywhere)
{
    for (const auto scheme : drydock::domain::allAuthenticationSchemes) {
        const auto allowed = checkAllowed(scheme, "localhost", true);
        EXPECT_EQ(allowed.has_value(), isImplemented(scheme)) << toString(scheme);
        if (allowed) continue;
        EXPECT_EQ(allowed.error().kind, ErrorKind::NotAuthenticated) << toString(scheme);
        EXPECT_TRUE(authorization({scheme, "Aladdin", Secret("open sesame")}).empty()) << "the password stays here";
    }
}

TEST(Authentication, WritesAndReadsTheBasicHeader) // RFC 7617, sections 2 and 2.1
{
    EXPECT_EQ(authorization({Scheme::Basic, "Aladdin", Secret("open sesame")}).reveal(),
              "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
    EXPECT_EQ(authorization({Scheme::Basic, "test", Secret("123\xC2\xA3")}).reveal(), "Basic dGVzdDoxMjPCow==");
    EXPECT_TRUE(authorization({}).empty());
    const auto read = readAuthorization("basic QWxhZGRpbjpvcGVuOnNlc2FtZQ==");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->user, "Aladdin");
    EXPECT_EQ(read->password.reveal(), "open:sesame");
    for (const char* header : {"", "Basic", "Basic !!!", "Basic eA==", "Negotiate QWxhZGRpbjpvcGVuIHNlc2FtZQ=="})
        EXPECT_FALSE(readAuthorization(header)) << header;
}

TEST(Authentication, ListsTheOfferedSchemesInOrder)
{
    EXPECT_EQ(offeredSchemes("Kerberos"), std::vector<std::string>{"Kerberos"});
    EXPECT_EQ(offeredSchemes("Negotiate, Basic realm=\"a, Digest b\", charset=\"UTF-8\", NTLM"),
              (std::vector<std::string>{"Negotiate", "Basic", "NTLM"}));
    EXPECT_TRUE(offeredSchemes(" , ,\"").size() <= 1);
}
