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
    record.exceptionMessage = "the exception's own words";
    record.causes = {"a cause", "its cause"};
    record.targetObject = "MAIL9.contoso.example";
    record.categoryMessage = "in other words";
    record.recommendedAction = "look again";
    record.scriptStackTrace = "at <ScriptBlock>, <No file>: line 3";
    record.invocation =
        InvocationInfo{"gms", "Get-MailboxServer", "C:\\x.ps1", "gms MAIL9", 3, 5, "At C:\\x.ps1:3 char:5", 1, 2};
    EXPECT_EQ(errorRecordFrom(travelled(toValue(record))), record);
}

// The form that Windows was recorded to send for an error in a script.
TEST(ErrorRecord, NamesWhereItArose)
{
    const auto value = clixml::read(
        R"(<Obj RefId="0"><TN RefId="0"><T>System.Management.Automation.ErrorRecord</T><T>System.Object</T></TN>)"
        R"(<ToString>error</ToString><MS><B N="SerializeExtendedInfo">true</B><S N="InvocationInfo_InvocationName">x</S>)"
        R"(<S N="InvocationInfo_Line">  x -y</S><I32 N="InvocationInfo_OffsetInLine">3</I32>)"
        R"(<S N="InvocationInfo_PositionMessage">At line:2 char:3</S><I32 N="InvocationInfo_ScriptLineNumber">2</I32>)"
        R"(<Nil N="InvocationInfo_ScriptName" /><S N="CommandInfo_Name">Get-X</S></MS></Obj>)");
    const auto invocation = errorRecordFrom(value.value().front()).invocation;
    ASSERT_TRUE(invocation);
    EXPECT_EQ(*invocation, (InvocationInfo{"x", "Get-X", "", "  x -y", 2, 3, "At line:2 char:3", 0, 0}));
}

TEST(InformationRecord, IsReadWithItsSourceAndTags)
{
    const Value host = record({{"Message", Value::string("hello")}, {"NoNewLine", Value::boolean(false)}});
    const Value value = record({{"MessageData", host},
                                {"Source", Value::string("Write-Host")},
                                {"TimeGenerated", Value::dateTime("2026-11-28T06:00:00Z")},
                                {"Tags", Value::list({Value::string("PSHOST")})},
                                {"User", Value::string("CONTOSO\\admin")},
                                {"Computer", Value::string("MAIL1")}});
    EXPECT_EQ(
        informationRecordFrom(travelled(value)),
        (InformationRecord{"hello", "Write-Host", "2026-11-28T06:00:00Z", {"PSHOST"}, "CONTOSO\\admin", "MAIL1"}));
    EXPECT_EQ(informationRecordFrom(record({{"MessageData", Value::string("plain")}})).message, "plain");
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
    EXPECT_EQ(refusal["mi"].display(), "PromptForChoice");
    EXPECT_EQ(errorRecordFrom(refusal["me"]).category, category::NotImplemented);
}

TEST(HostCall, RefusalRepeatsNoMoreThanNumberAndName)
{
    std::vector<Value> ballast(1000, Value::string(std::string(1000, 'x')));
    clixml::Object method;
    method.toString = std::string(99, 'x') + "\xC3\xA4" + std::string(100'000, 'y');
    method.base = Value::int64(std::int64_t{1} << 40);
    method.hasBase = true;
    method.extended = {{"ballast", Value::list(std::move(ballast))}};
    const HostCall call = hostCallFrom(record({{"ci", Value::int64(7)}, {"mi", Value::object(std::move(method))}}));
    const std::string refusal = clixml::write(hostRefusal(call));
    EXPECT_LT(refusal.size(), 3000u);
    EXPECT_EQ(clixml::write(clixml::read(refusal).value().front()), refusal); // the cut left a character whole
}

} // namespace

} // namespace drydock::psrp
