// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/psrp/payloads.h"
#include "remoting/psrp/records.h"

#include "remoting/clixml/reader.h"
#include "remoting/clixml/writer.h"

namespace drydock::psrp {

namespace {

using clixml::Value;

Value travelled(const Value& value)
{
    return clixml::read(clixml::write(value), clixml::Limits::asPowerShell()).value().front();
}

TEST(ErrorRecord, IsReadBackAsItWasWritten)
{
    ErrorRecord record{"no <such> server",
                       "NotFound,Get-MailboxServer",
                       category::ObjectNotFound,
                       "Get-MailboxServer",
                       "ManagementObjectNotFoundException",
                       "MAIL9",
                       "String",
                       {"Microsoft.Exchange.ManagementObjectNotFoundException", "System.Exception", "System.Object"}};
    EXPECT_EQ(errorRecordFrom(travelled(toValue(record))), record);
}

TEST(ErrorRecord, IsReadWithMissingProperties)
{
    EXPECT_EQ(errorRecordFrom(Value()), ErrorRecord{});
    EXPECT_EQ(errorRecordFrom(Value::string("only text")).message, "only text");
    const Value details = record({{"errordetails_message", Value::string("details")},
                                  {"Exception", record({{"Message", Value::string("exception")}})},
                                  {"ErrorCategory_Category", Value::string("no number")}});
    EXPECT_EQ(errorRecordFrom(details).message, "details");
    EXPECT_EQ(errorRecordFrom(details).category, 0);
}

TEST(ProgressRecord, IsReadBackAsItWasWritten)
{
    const ProgressRecord record{"Moving", 3, "DB01", "copying", 1, 40, 12, true};
    EXPECT_EQ(progressRecordFrom(travelled(toValue(record))), record);
    EXPECT_EQ(progressRecordFrom(travelled(toValue(ProgressRecord{}))), ProgressRecord{});
}

TEST(InformationalRecord, HasItsTextInBothPlaces)
{
    const Value value = travelled(informational(InformationalKind::Warning, "careful"));
    EXPECT_EQ(value.display(), "careful");
    EXPECT_EQ(informationalTextFrom(value), "careful");
    EXPECT_TRUE(value.isA("System.Management.Automation.WarningRecord"));
}

TEST(HostCall, RefusalNamesTheMethod)
{
    const Value call = record(
        {{"ci", Value::int64(7)},
         {"mi", Value::enumeration("System.Management.Automation.Remoting.RemoteHostMethodId", "PromptForChoice", 26)},
         {"mp", Value::list({Value::string("Confirm")})}});
    const HostCall read = hostCallFrom(travelled(call));
    EXPECT_TRUE(read.wantsAnswer());
    EXPECT_EQ(read.method, 26);
    EXPECT_EQ(read.methodName, "PromptForChoice");
    EXPECT_EQ(read.parameters.size(), 1u);
    const Value refusal = travelled(hostRefusal(read));
    EXPECT_EQ(refusal["ci"].toInt(), 7);
    EXPECT_EQ(refusal["mi"].toInt(), 26);
    EXPECT_EQ(errorRecordFrom(refusal["me"]).category, category::NotImplemented);
}

} // namespace

} // namespace drydock::psrp
