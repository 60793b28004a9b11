// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What only a pre-flight asks for, from PowerShell objects to domain values.
#include "fixtures.h"
#include "remoting/exchange/map_preflight.h"
#include "remoting/exchange/map_servers.h"

using namespace drydock;
using namespace drydock::exchange;
using namespace fixtures;

namespace {

// As Get-ItemProperty writes a registry key: note properties of a PSCustomObject.
Value key(std::vector<Property> values)
{
    Object made;
    made.extended = std::move(values);
    return Value::object(std::move(made));
}

Value connection(const char* local, const char* remote)
{
    return object({{"LocalAddress", s(local)}, {"LocalPort", i(443)}, {"RemoteAddress", s(remote)}});
}

} // namespace

TEST(PendingReboots, EachRegistryKeyHasAnAnswer)
{
    domain::PendingReboot reboot{.server = domain::ServerName("MAIL")};
    EXPECT_FALSE(readRebootKeys({b(false), b(true)}, reboot));
    EXPECT_FALSE(reboot.servicing);
    EXPECT_TRUE(reboot.windowsUpdate);
    EXPECT_TRUE(reboot.pending());
    EXPECT_TRUE(readRebootKeys({b(false)}, reboot)) << "which of them was told is not known";
    EXPECT_TRUE(readRebootKeys({s("False"), s("?")}, reboot));
}

TEST(PendingReboots, FileRenamesAreCountedInFiles)
{
    domain::PendingReboot reboot;
    EXPECT_FALSE(readFileRenames({key({{"BootExecute", list({s("autocheck autochk *")})}})}, reboot));
    EXPECT_FALSE(reboot.pending());
    EXPECT_FALSE(readFileRenames({key({{"PendingFileRenameOperations",
                                        list({s(R"(\??\C:\Temp\a.dll)"), s(""), s(R"(*1\??\C:\b.dll)"), s("!x")})}})},
                                 reboot));
    EXPECT_EQ(reboot.fileRenames, 2);
    EXPECT_EQ(reboot.firstFile, R"(C:\Temp\a.dll)");
    EXPECT_TRUE(readFileRenames({}, reboot)) << "no key is no answer";
}

TEST(ClientConnections, ThoseOfTheServerToItselfAreLeftOut)
{
    const auto counted = countConnections({connection("10.0.0.11", "10.0.1.20"), connection("10.0.0.11", "10.0.1.20"),
                                           connection("10.0.0.11", "10.0.1.21"), connection("::1", "::1"),
                                           connection("127.0.0.1", "127.0.0.1"), connection("10.0.0.11", "10.0.0.11"),
                                           connection("10.0.0.11", "")},
                                          domain::ServerName("MAIL"));
    EXPECT_EQ(counted.connections, 3);
    EXPECT_EQ(counted.addresses, 2);
    psrp::ErrorRecord none;
    none.fullyQualifiedErrorId = "CmdletizationQuery_NotFound_LocalPort,Get-NetTCPConnection";
    EXPECT_TRUE(saysNoConnection(none));
    none.fullyQualifiedErrorId = "CommandNotFoundException";
    EXPECT_FALSE(saysNoConnection(none));
}

TEST(MoveRequests, DatabasesAndStatusAreReadInBothForms)
{
    const auto moves = mapMoveRequests({object({{"DisplayName", s("Anna Berg")},
                                                {"SourceDatabase", adObject("DB01")},
                                                {"TargetDatabase", s("DB02")},
                                                {"Status", enumeration("InProgress", 2)}}),
                                        object({{"Identity", s("contoso.com/Users/Ben Carl")},
                                                {"SourceDatabase", Value()},
                                                {"SourceArchiveDatabase", s("DB03")},
                                                {"TargetDatabase", Value()},
                                                {"Status", s("Queued")}})});
    ASSERT_EQ(moves.size(), 2U);
    EXPECT_EQ(moves[0], (domain::MoveRequest{"Anna Berg", domain::DatabaseName("DB01"), domain::DatabaseName("DB02"),
                                             "InProgress"}));
    EXPECT_EQ(moves[1],
              (domain::MoveRequest{"Ben Carl", domain::DatabaseName("DB03"), domain::DatabaseName(), "Queued"}));
}

TEST(DatabaseMoves, OfTheAdminAuditLogThoseThatSucceededCount)
{
    const auto entry = [](const char* cmdlet, const char* parameter, const char* value, bool succeeded) {
        return object({{"CmdletName", s(cmdlet)},
                       {"CmdletParameters", list({object({{"Name", s(parameter)}, {"Value", s(value)}})})},
                       {"Caller", s("contoso.com/Users/Admin")},
                       {"Succeeded", b(succeeded)},
                       {"RunDate", dt("2026-11-22T22:14:00Z")}});
    };
    const auto mapped = mapDatabaseMoves({entry("Move-ActiveMailboxDatabase", "Identity", "DB01", true),
                                          entry("Move-ActiveMailboxDatabase", "Server", "mail.contoso.com", true),
                                          entry("Move-ActiveMailboxDatabase", "Identity", "DB02", false),
                                          entry("Set-Mailbox", "Identity", "DB03", true)});
    ASSERT_EQ(mapped.rows.size(), 2U);
    EXPECT_EQ(mapped.rows[0].database, domain::DatabaseName("DB01"));
    EXPECT_EQ(mapped.rows[0].caller, "contoso.com/Users/Admin");
    EXPECT_EQ(mapped.rows[1].server, domain::ServerName("MAIL"));
    EXPECT_TRUE(mapped.rows[1].database.empty());
    EXPECT_FALSE(mapped.unreadable);
    EXPECT_TRUE(mapDatabaseMoves({object({{"CmdletName", s("Move-ActiveMailboxDatabase")}})}).unreadable);
}

TEST(MailboxServers, ThePreferredMaximumIsRead)
{
    const auto servers =
        mapMailboxServers({object({{"Name", s("MAIL")}, {"MaximumPreferredActiveDatabases", i(12)}})}, {});
    EXPECT_EQ(servers.at(0).maximumPreferredActiveDatabases, 12);
    EXPECT_FALSE(servers.at(0).maximumActiveDatabases);
}
