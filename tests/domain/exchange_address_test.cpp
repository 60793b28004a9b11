// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/exchange_address.h"

#include <gtest/gtest.h>

using namespace drydock::domain;
using Scheme = AuthenticationScheme;

TEST(ExchangeAddress, ANameAloneIsCompleted)
{
    EXPECT_EQ(completeExchangeAddress(" mail2.contoso.com ", Scheme::Kerberos), "http://mail2.contoso.com/PowerShell/");
    EXPECT_EQ(completeExchangeAddress("mail2", Scheme::Negotiate), "http://mail2/PowerShell/");
    EXPECT_EQ(completeExchangeAddress("localhost:8080", Scheme::None), "http://localhost:8080/PowerShell/");
    EXPECT_EQ(completeExchangeAddress("mail2", Scheme::Basic), "https://mail2/PowerShell/");
    EXPECT_EQ(completeExchangeAddress("127.0.0.1:80", Scheme::Basic), "http://127.0.0.1:80/PowerShell/");
}

TEST(ExchangeAddress, AnyOtherTextIsKept)
{
    for (const char* text : {"", "http://mail2/", "https://mail2", "http:", "mail2/PowerShell", "mail 2", "user@mail2",
                             "mail2:", "mail2:http", "[::1]", "::1", "mail2?x"})
        EXPECT_EQ(completeExchangeAddress(text, Scheme::Kerberos), text);
}
