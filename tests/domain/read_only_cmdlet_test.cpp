// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/read_only_cmdlet.h"

#include <gtest/gtest.h>

using drydock::domain::isReadOnlyCmdlet;

TEST(ReadOnlyCmdlet, GetAndTestOnlyRead)
{
    for (const char* cmdlet :
         {"Get-Queue", "get-queue", "Test-ServiceHealth", "TEST-MAPIConnectivity", "Search-AdminAuditLog"})
        EXPECT_TRUE(isReadOnlyCmdlet(cmdlet)) << cmdlet;
}

TEST(ReadOnlyCmdlet, EverythingElseIsTakenForAChange)
{
    for (const char* cmdlet :
         {"Set-MailboxServer", "Redirect-Message", "Move-ActiveMailboxDatabase", "", "Get", "Get-", "Test-",
          "Getx-Queue", "Start-Get-Queue", " Get-Queue", "GetQueue", "Getaway", "Restart-Service", "Search-Mailbox"})
        EXPECT_FALSE(isReadOnlyCmdlet(cmdlet)) << cmdlet;
}
