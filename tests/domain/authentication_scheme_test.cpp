// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The rule where an authentication scheme may be used, and the words of the schemes.
#include "model/domain/authentication_scheme.h"

#include <gtest/gtest.h>

using namespace drydock::domain;
using Scheme = AuthenticationScheme;

TEST(AuthenticationScheme, EachHasAWord)
{
    for (const auto scheme : allAuthenticationSchemes)
        EXPECT_EQ(authenticationSchemeOf(toString(scheme)), scheme) << toString(scheme);
    EXPECT_STREQ(toString(Scheme::Kerberos), "kerberos");
    for (const char* word : {"", "Kerberos", "basic ", "ntlm"})
        EXPECT_EQ(authenticationSchemeOf(word), std::nullopt) << word;
}

TEST(AuthenticationScheme, BasicNeedsTlsOrThisComputer)
{
    EXPECT_EQ(schemeUse(Scheme::Basic, "mail.contoso.com", true), SchemeUse::Allowed);
    EXPECT_EQ(schemeUse(Scheme::Basic, "mail.contoso.com", false), SchemeUse::NeedsTls);
    EXPECT_EQ(schemeUse(Scheme::Basic, "127.0.0.1", false), SchemeUse::Allowed);
    EXPECT_EQ(schemeUse(Scheme::Basic, "127.evil.example", false), SchemeUse::NeedsTls);
    EXPECT_EQ(schemeUse(Scheme::Basic, "", false), SchemeUse::NeedsTls);
}

TEST(AuthenticationScheme, AClientCertificateNeedsTlsEverywhere)
{
    EXPECT_EQ(schemeUse(Scheme::Certificate, "mail.contoso.com", true), SchemeUse::Allowed);
    EXPECT_EQ(schemeUse(Scheme::Certificate, "mail.contoso.com", false), SchemeUse::NeedsTls);
    EXPECT_EQ(schemeUse(Scheme::Certificate, "127.0.0.1", false), SchemeUse::NeedsTls);
}

TEST(AuthenticationScheme, NoneNeedsThisComputer)
{
    EXPECT_EQ(schemeUse(Scheme::None, "localhost", false), SchemeUse::Allowed);
    EXPECT_EQ(schemeUse(Scheme::None, "[::1]", true), SchemeUse::Allowed);
    EXPECT_EQ(schemeUse(Scheme::None, "mail.contoso.com", true), SchemeUse::NeedsLoopback);
    EXPECT_EQ(schemeUse(Scheme::None, "localhost.evil.example", false), SchemeUse::NeedsLoopback);
}

TEST(AuthenticationScheme, SaysWhoseNameAndPasswordItTakes)
{
    for (const auto scheme : {Scheme::Kerberos, Scheme::Negotiate, Scheme::Basic}) {
        EXPECT_TRUE(takesUser(scheme)) << toString(scheme);
        EXPECT_FALSE(takesClientCertificate(scheme)) << toString(scheme);
        EXPECT_TRUE(takesPassword(scheme)) << toString(scheme);
        EXPECT_EQ(needsUser(scheme), scheme == Scheme::Basic) << "the others know the user of the logon session";
    }
    EXPECT_TRUE(takesClientCertificate(Scheme::Certificate));
    EXPECT_TRUE(takesPassword(Scheme::Certificate)) << "that of its key";
    for (const auto scheme : {Scheme::Certificate, Scheme::None}) {
        EXPECT_FALSE(takesUser(scheme)) << toString(scheme);
        EXPECT_FALSE(needsUser(scheme)) << toString(scheme);
    }
    EXPECT_FALSE(takesPassword(Scheme::None));
}

TEST(AuthenticationScheme, APasswordGoesOnlyWithBasicAndNtlm)
{
    for (const auto scheme : allAuthenticationSchemes)
        for (const bool allowNtlm : {false, true})
            EXPECT_EQ(exposesPassword(scheme, allowNtlm),
                      scheme == Scheme::Basic || (scheme == Scheme::Negotiate && allowNtlm))
                << toString(scheme) << allowNtlm;
}

TEST(AuthenticationScheme, WhatSealsItsMessagesMayBeUsedEverywhere)
{
    for (const auto scheme : allAuthenticationSchemes) {
        EXPECT_EQ(usesContext(scheme), scheme == Scheme::Kerberos || scheme == Scheme::Negotiate) << toString(scheme);
        if (!usesContext(scheme)) continue;
        EXPECT_EQ(schemeUse(scheme, "mail.contoso.com", false), SchemeUse::Allowed);
        EXPECT_EQ(schemeUse(scheme, "mail.contoso.com", true), SchemeUse::Allowed);
    }
}
