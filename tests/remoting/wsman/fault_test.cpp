// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/wsman/fault.h"
#include "remoting/wsman/response.h"
#include "remoting/wsman/response_writer.h"

#include <gtest/gtest.h>

using namespace drydock::wsman;
using drydock::domain::ErrorKind;

namespace {

std::string envelope(const std::string& fault)
{
    return "<e:Envelope xmlns:e='http://www.w3.org/2003/05/soap-envelope'><e:Header/><e:Body>" + fault +
           "</e:Body></e:Envelope>";
}

Fault read(const std::string& text)
{
    const auto response = readResponse(text);
    if (!response || response->fault() == nullptr) {
        ADD_FAILURE() << "no fault in " << text;
        return {};
    }
    return *response->fault();
}

ErrorKind kind(std::uint32_t number) { return kindOf(makeFault(number, "text")); }

} // namespace

TEST(Fault, EachCodeHasItsErrorKind)
{
    EXPECT_EQ(kind(2150858793), ErrorKind::TimedOut);
    EXPECT_EQ(kind(2150858843), ErrorKind::ShellGone);
    EXPECT_EQ(kind(2150859082), ErrorKind::ShellGone);
    EXPECT_EQ(kind(5), ErrorKind::NotPermitted);
    EXPECT_EQ(kind(1326), ErrorKind::NotAuthenticated);
    EXPECT_EQ(kind(2150858811), ErrorKind::NotWsMan);
    EXPECT_EQ(kind(2150859173), ErrorKind::Quota);
    EXPECT_EQ(kind(2150858823), ErrorKind::LimitExceeded);
    EXPECT_EQ(kind(995), ErrorKind::OutcomeUnknown);
    EXPECT_EQ(kind(0x80540FA0), ErrorKind::Fault);
    EXPECT_EQ(kind(123456), ErrorKind::Fault);
}

TEST(Fault, AClientReadsWhatAServerWrites)
{
    Request request;
    request.messageId = "uuid:1";
    for (const std::uint32_t number : {2150858793U, 2150858843U, 5U, 0x80540BC4U}) {
        const auto made = makeFault(number, "a < b & \xC3\xA4");
        EXPECT_EQ(read(write(respondTo(request, made, "uuid:2"))), made);
    }
    const auto unknown = read(write(respondTo(request, makeNotUnderstood("w:Strange"), "uuid:2")));
    EXPECT_EQ(unknown.value, "s:MustUnderstand");
}

TEST(Fault, WithoutAWsManFaultTheSubcodeDecides) // as OMI sends them
{
    const auto fault = read(envelope(
        "<e:Fault><e:Code><e:Value>e:Receiver</e:Value><e:Subcode><e:Value>wsman:TimedOut</e:Value></e:Subcode>"
        "</e:Code><e:Reason><e:Text xml:lang='en-US'>late</e:Text></e:Reason></e:Fault>"));
    EXPECT_EQ(fault.code, code::operationTimedOut);
    EXPECT_EQ(fault.message, "late");
}

TEST(Fault, ThePrefixOfExchangeIsParsed)
{
    Fault fault;
    setMessage(fault,
               "[ClientAccessServer=EX1,BackEndServer=ex1.contoso.com,RequestId=7bb1,TimeStamp=8/14/2015 2:20:36 PM] "
               "[FailureCategory=WSMan-InvalidShellID] The shell is gone.");
    EXPECT_EQ(fault.message, "The shell is gone.");
    EXPECT_EQ(fault.requestId, "7bb1");
    EXPECT_EQ(fault.failureCategory, "WSMan-InvalidShellID");
    EXPECT_EQ(kindOf(fault), ErrorKind::ShellGone);
    EXPECT_EQ(toError(fault, "Receive").detail, "The shell is gone. [WSMan-InvalidShellID] [RequestId=7bb1]");
    setMessage(fault, "[FailureCategory of nothing");
    EXPECT_EQ(fault.message, "[FailureCategory of nothing");
    setMessage(fault,
               "[ClientAccessServer=EX1,RequestId=1] [FailureCategory=AuthZ-CmdletAccessDeniedException] no role");
    EXPECT_EQ(kindOf(fault), ErrorKind::NotPermitted);
}

TEST(Fault, ALoadQuotaFaultHoldsTheTimeToWait)
{
    EXPECT_EQ(
        waitMilliseconds(makeFault(
            2150859175, "… The next request from this user will not be approved for at least 4242 milliseconds. …")),
        4242U);
    EXPECT_EQ(waitMilliseconds(makeFault(2150859175, "at least some milliseconds")), 0U);
    EXPECT_EQ(waitMilliseconds(makeFault(2150859175, "at least 99999999999999 milliseconds")), 0U);
}

TEST(Fault, DeepNestingIsBounded)
{
    std::string open, close;
    for (int i = 0; i < 40; ++i) {
        open += "<f:WSManFault xmlns:f='http://schemas.microsoft.com/wbem/wsman/1/wsmanfault' Code='7'><f:Message>";
        close += "</f:Message></f:WSManFault>";
    }
    EXPECT_EQ(read(envelope("<e:Fault><e:Detail>" + open + "deep" + close + "</e:Detail></e:Fault>")).code, 7U);
}
