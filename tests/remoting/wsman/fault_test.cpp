// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/wsman/fault.h"
#include "remoting/wsman/response.h"
#include "remoting/wsman/response_writer.h"

#include "tests/support/paths.h"

#include <gtest/gtest.h>

#include <fstream>
#include <regex>

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

// The page says what each code means; the program must know every one of them.
TEST(Fault, EveryCodeOfTheProtocolPageIsListed)
{
    std::ifstream page(drydock::tests::sourceFolder() / "remoting/docs/protocol.md");
    ASSERT_TRUE(page);
    const std::regex number("[0-9]+");
    int codes = 0;
    bool inTable = false;
    for (std::string line; std::getline(page, line);) {
        if (line.starts_with("### ")) inTable = line.starts_with("### 1.11");
        if (!inTable || !line.starts_with("| ")) continue;
        auto cell = line.substr(2, line.find(" |", 2) - 2);
        if (const auto note = cell.find('('); note != std::string::npos) cell.resize(note); // other forms of a code
        if (cell.find("HTTP") != std::string::npos) cell.resize(cell.find(", HTTP"));
        if (cell.starts_with("0x")) continue; // the plug-in's own errors are reported as they come
        std::vector<std::uint32_t> row;
        for (std::sregex_iterator at(cell.begin(), cell.end(), number), end; at != end; ++at)
            row.push_back(static_cast<std::uint32_t>(std::stoul(at->str())));
        if (cell.find(" to ") != std::string::npos)
            for (auto next = row.front() + 1; next < row.back(); ++next)
                row.push_back(next);
        for (const auto code : row)
            EXPECT_TRUE(isListed(code)) << code;
        codes += static_cast<int>(row.size());
    }
    EXPECT_GE(codes, 64);
    for (const std::uint32_t code :
         {2150858770U, 995U, 1722U, 2150859027U, 2150859216U, 2150859206U, 2150859026U, 2150859120U, 0x80540FA0U})
        EXPECT_TRUE(isListed(code)) << code << ": Windows' client asks again for a shell";
}

TEST(Fault, EachCodeHasItsRemedy)
{
    const auto remedy = [](std::uint32_t code) { return remedyOf(makeFault(code, "text")); };
    EXPECT_EQ(remedy(2150858793), Remedy::AskAgain);
    EXPECT_EQ(remedy(995), Remedy::AskAgainForLost);
    EXPECT_EQ(remedy(2150859046), Remedy::AskAgainForLost);
    EXPECT_EQ(remedy(2150858843), Remedy::NewShell);
    EXPECT_EQ(remedy(2150859204), Remedy::Reconnect);
    EXPECT_EQ(remedy(2150859173), Remedy::Wait);
    EXPECT_EQ(remedy(2150859026), Remedy::Wait);
    EXPECT_EQ(remedy(14), Remedy::Wait);
    EXPECT_EQ(remedy(2150858824), Remedy::SmallerEnvelope);
    EXPECT_EQ(remedy(5), Remedy::Report);
    EXPECT_EQ(remedy(123456), Remedy::Report);
}

TEST(Fault, ItsErrorHoldsTheHexadecimalCodeTheTextAndTheRequestId)
{
    auto fault = makeFault(code::actionNotSupported, {});
    setMessage(fault, "[ClientAccessServer=EX1,RequestId=7bb1] [FailureCategory=X] Not here.");
    EXPECT_EQ(toError(fault, "x").detail, "Not here. [0x80338013] [X] [RequestId=7bb1]");
    EXPECT_EQ(toError(makeFault(0x80540FA0, "why"), "x").detail, "why [0x80540FA0]");
    EXPECT_EQ(toError(makeFault(5, "denied"), "x").detail, "denied");
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
