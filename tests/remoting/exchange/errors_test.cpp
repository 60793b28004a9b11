// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Error records to kinds, by what is never localised; commands as they go over the wire.
#include "fixtures.h"
#include "remoting/exchange/cmdlets.h"
#include "remoting/psrp/error_kind.h"

using namespace drydock;
using domain::ErrorKind;

namespace {

psrp::ErrorRecord record(std::string id, int category, std::string reason, std::vector<std::string> types = {})
{
    psrp::ErrorRecord made;
    made.message = "Das ist schiefgegangen.";
    made.fullyQualifiedErrorId = std::move(id);
    made.category = category;
    made.reason = std::move(reason);
    made.exceptionTypes = std::move(types);
    return made;
}

} // namespace

TEST(MapErrors, KindsComeFromIdsTypesAndCategories)
{
    using psrp::ErrorRecord;
    const std::string exchange = "[Server=MAIL2,RequestId=8e5c,TimeStamp=22.11.2026 14:00:00] "
                                 "[FailureCategory=Cmdlet-ManagementObjectNotFoundException] "
                                 "3A2F1C7B,Microsoft.Exchange.Management.SystemConfigurationTasks.GetMailboxServer";
    EXPECT_EQ(psrp::kindOf(record(exchange, 7, "ManagementObjectNotFoundException")), ErrorKind::NotFound);
    EXPECT_EQ(psrp::kindOf(record("CommandNotFoundException", 13, "CommandNotFoundException")),
              ErrorKind::UnknownCommand);
    EXPECT_EQ(psrp::kindOf(record("NamedParameterNotFound,Set-MailboxServer", 5, "ParameterBindingException")),
              ErrorKind::UnknownParameter);
    EXPECT_EQ(psrp::kindOf(record("HostException,Redirect-Message", 11, "HostException")), ErrorKind::PromptRefused);
    EXPECT_EQ(psrp::kindOf(record("x", 0, "NoSuitableServerFoundException")), ErrorKind::DomainControllerDown);
    EXPECT_EQ(psrp::kindOf(record("x", 18, "CmdletAccessDeniedException")), ErrorKind::NotPermitted);
    EXPECT_EQ(psrp::kindOf(record("NoServiceFoundForGivenName,Get-Service", 13, "ServiceCommandException")),
              ErrorKind::NotFound);
    EXPECT_EQ(psrp::kindOf(record("x", 7, "AmDbMoveMoveSuppressedException")), ErrorKind::CommandFailed);
    EXPECT_EQ(psrp::kindOf(record("x", 14, "PipelineStoppedException")), ErrorKind::CommandFailed)
        << "not stopped by us";
    EXPECT_EQ(psrp::kindOf(ErrorRecord()), ErrorKind::CommandFailed);
}

TEST(MapErrors, TheRequestIsKeptInTheDetails)
{
    const auto error =
        psrp::toError(record("[Server=MAIL2,RequestId=8e5c,TimeStamp=1] [FailureCategory=Cmdlet-X] 3A,Get-Queue", 7,
                             "LocalizedException"),
                      "Get-Queue on MAIL");
    EXPECT_EQ(error.what, "Get-Queue on MAIL");
    EXPECT_EQ(error.detail, "Das ist schiefgegangen. [LocalizedException] [server MAIL2] [request 8e5c]");
}

TEST(MapErrors, AnIdOfAnotherFormIsKept)
{
    EXPECT_EQ(psrp::parseErrorId("CommandNotFoundException").rest, "CommandNotFoundException");
    for (const char* odd : {"", "[", "[]", "[Server=", "[Server=a,RequestId=", "] ", "[x] "})
        EXPECT_NO_FATAL_FAILURE(static_cast<void>(psrp::parseErrorId(odd)));
}

TEST(Cmdlets, ACommandOfAPlanKeepsTheTypesOfItsArguments)
{
    const maintenance::Command planned{"Set-MailboxServer",
                                       {{"Identity", std::string("MAIL; Remove-Item *")},
                                        {"DatabaseCopyActivationDisabledAndMoveNow", true},
                                        {"Limit", std::int64_t{20}},
                                        {"Big", std::int64_t{1} << 40},
                                        {"Target", std::vector<std::string>{"a", "b"}}},
                                       domain::EndpointKind::Exchange,
                                       domain::ServerName("MAIL")};
    const psrp::Command wire = exchange::toWire(planned);
    EXPECT_EQ(wire.name, "Set-MailboxServer");
    ASSERT_EQ(wire.arguments.size(), 5u);
    EXPECT_EQ(wire.arguments[0].value, clixml::Value::string("MAIL; Remove-Item *"))
        << "a value is a value, never a script";
    EXPECT_EQ(wire.arguments[1].value, clixml::Value::boolean(true));
    EXPECT_EQ(wire.arguments[2].value.type(), clixml::Type::Int32);
    EXPECT_EQ(wire.arguments[3].value.type(), clixml::Type::Int64);
    EXPECT_EQ(wire.arguments[4].value.items().size(), 2u);
}
