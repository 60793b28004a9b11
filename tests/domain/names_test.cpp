// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/names.h"

#include <gtest/gtest.h>

using namespace drydock::domain;

TEST(Names, AServerIsTheSameByShortNameAndFqdnInAnyCase)
{
    EXPECT_EQ(ServerName("Solo-E19A.Solo.com"), ServerName("SOLO-E19A"));
    EXPECT_NE(ServerName("MAIL"), ServerName("MAIL2"));
    EXPECT_LT(ServerName("mail"), ServerName("MAIL2"));
    EXPECT_EQ(ServerName("mail2.contoso.com").text(), "mail2");
}

TEST(Names, AnAddressIsNotCutAtItsDots) { EXPECT_EQ(ServerName("127.0.0.1").text(), "127.0.0.1"); }

TEST(Names, DatabasesKeepTheirCaseAndCompareWithoutIt)
{
    EXPECT_EQ(DatabaseName("DB-test"), DatabaseName("db-TEST"));
    EXPECT_EQ(DatabaseName("DB-test").text(), "DB-test");
}
