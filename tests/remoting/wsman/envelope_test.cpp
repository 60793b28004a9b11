// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/wsman/names.h"
#include "remoting/wsman/request_writer.h"
#include "remoting/wsman/response.h"
#include "remoting/wsman/response_writer.h"
#include "remoting/wsman/xml.h"

#include <gtest/gtest.h>

using namespace drydock::wsman;
using drydock::domain::ErrorKind;
using namespace std::chrono_literals;

namespace {

Request makeRequest(Operation operation, RequestBody body)
{
    Request request;
    request.operation = operation;
    request.to = "http://ex1.example.com:80/PowerShell?a=1;b=2&c";
    request.resourceUri = std::string(uri::powershellPrefix) + "Microsoft.Exchange";
    request.messageId = "uuid:F249DBE7-0E83-4F39-AE4A-28324CF61227";
    request.sessionId = "uuid:AECF49AF-7164-43E6-B10A-E38E8C4986AD";
    request.maxEnvelopeSize = smallEnvelope;
    request.operationTimeout = 60s;
    request.selectors = {{"ShellId", "76056A84-51DC-4F24-9262-CA2A55464B2B"}};
    request.options = {{"protocolversion", "2.3", true}};
    request.body = std::move(body);
    return request;
}

} // namespace

TEST(Request, AWrittenRequestIsReadBack)
{
    const std::string bytes("\0\xFF<>&\n", 6);
    const std::vector<std::pair<Operation, RequestBody>> all{
        {Operation::Create, CreateBody{"ID", "name", "PT900S", "stdin pr", "stdout", bytes}},
        {Operation::Command, CommandBody{"CMD", "Get-<X>", {bytes}}},
        {Operation::Send, SendBody{{{"stdin", "CMD", bytes, false}, {"pr", "", bytes, true}}}},
        {Operation::Receive, ReceiveBody{"CMD", "stdout"}},
        {Operation::Signal, SignalBody{"CMD", std::string(signal_code::stop)}},
        {Operation::Delete, {}},
        {Operation::Get, {}},
        {Operation::Disconnect, DisconnectBody{"PT900S"}},
        {Operation::Reconnect, {}},
        {Operation::Connect, ConnectBody{"", bytes}},
        {Operation::Connect, ConnectBody{"CMD", ""}},
        {Operation::Enumerate, EnumerateBody{}},
        {Operation::Enumerate, EnumerateBody{"ID"}}};
    for (const auto& [operation, body] : all) {
        const auto request = makeRequest(operation, body);
        const auto read = readRequest(write(request));
        ASSERT_TRUE(read) << read.error().summary();
        EXPECT_EQ(read->operation, operation);
        EXPECT_EQ(read->action, actionUri(operation));
        EXPECT_EQ(read->to, request.to);
        EXPECT_EQ(read->operationTimeout, 60s);
        EXPECT_EQ(read->maxEnvelopeSize, smallEnvelope);
        EXPECT_EQ(read->options, request.options);
        EXPECT_EQ(read->shellId(), "76056A84-51DC-4F24-9262-CA2A55464B2B");
        EXPECT_EQ(read->sessionId, request.sessionId);
        EXPECT_TRUE(read->body == body);
    }
}

TEST(Response, AConnectionAndAnEnumerationAreReadBack)
{
    const auto roundTrip = [](Operation operation, const RequestBody& body, const ResponseBody& answer) {
        auto request = makeRequest(operation, body);
        request.action = actionUri(operation);
        const auto read = readResponse(write(respondTo(request, answer, "uuid:2")));
        ASSERT_TRUE(read) << read.error().summary();
        EXPECT_TRUE(read->body == answer);
    };
    roundTrip(Operation::Connect, ConnectBody{"", "x"}, ConnectResponse{"stdin pr", "stdout", std::string("\0<&", 3)});
    EnumerateResponse shells;
    shells.shells.resize(2);
    shells.shells[0].shellId = "A";
    shells.shells[0].state = "Disconnected";
    shells.shells[1].shellId = "B";
    roundTrip(Operation::Enumerate, EnumerateBody{}, shells);
    roundTrip(Operation::Enumerate, EnumerateBody{"A"}, EnumerateResponse{{}, {{"C", "Get-X", CommandState::Running}}});
    roundTrip(Operation::Enumerate, EnumerateBody{"A"}, EnumerateResponse{});
}

TEST(Request, HeadersThatMustBeUnderstoodAreNamed)
{
    auto text = write(makeRequest(Operation::Delete, {}));
    const std::string strange =
        "<q:Strange xmlns:q='urn:q' s:mustUnderstand='1'/><q:Fine xmlns:q='urn:q' s:mustUnderstand='0'/>"
        "<wsmv:OperationID s:mustUnderstand='false'>uuid:1</wsmv:OperationID>";
    text.insert(text.find("</s:Header>"), strange);
    const auto request = readRequest(text);
    ASSERT_TRUE(request);
    EXPECT_EQ(request->notUnderstood, std::vector<std::string>{"Strange"});
    EXPECT_EQ(headerFault(*request)->value, "s:MustUnderstand");
    EXPECT_FALSE(headerFault(*readRequest(write(makeRequest(Operation::Delete, {})))));
}

TEST(Request, AnUnknownActionIsReadAsUnsupported)
{
    auto text = write(makeRequest(Operation::Delete, {}));
    text.replace(text.find("transfer/Delete"), 15, "transfer/Erase!");
    const auto request = readRequest(text);
    ASSERT_TRUE(request);
    EXPECT_EQ(request->operation, Operation::Unsupported);
    EXPECT_TRUE(request->action.ends_with("Erase!"));
}

TEST(Request, AnInvalidRequestIsMalformed)
{
    const auto good = write(makeRequest(Operation::Command, CommandBody{"CMD", "", {"x"}}));
    const auto with = [&](const std::string& from, const std::string& to) {
        auto text = good;
        text.replace(text.find(from), from.size(), to);
        return text;
    };
    for (const auto& text :
         {std::string(), std::string("<html/>"), with("s:Envelope", "s:Envelopes"), with("eA==", "e!=="),
          with("2003/05/soap", "2003/06/soap"), with("<rsp:CommandLine", "<rsp:Nothing"),
          "<!DOCTYPE x [<!ENTITY a 'b'>]>" + good, std::string("<a>\0</a>", 8), good.substr(0, good.size() / 2)}) {
        const auto request = readRequest(text);
        ASSERT_FALSE(request) << text;
        EXPECT_EQ(request.error().kind, ErrorKind::Malformed);
    }
}

TEST(Response, ACreatedShellIsDescribedInFull)
{
    auto request = makeRequest(Operation::Create, CreateBody{"ID", "", "", "stdin pr", "stdout", "x"});
    request.action = actionUri(Operation::Create);
    CreateResponse created;
    created.address = "http://127.0.0.1/PowerShell";
    created.shell.shellId = "ID";
    created.shell.resourceUri = request.resourceUri;
    created.shell.owner = "LAB\\admin";
    const auto response = respondTo(request, created, "uuid:2");
    EXPECT_EQ(response.relatesTo, request.messageId);
    const auto text = write(response);
    for (const char* element :
         {"MaxIdleTimeOut", "CompressionMode", "ShellRunTime", "ShellInactivity", "BufferMode", "ProfileLoaded"})
        EXPECT_NE(text.find(element), std::string::npos) << element;
    const auto read = readResponse(text);
    ASSERT_TRUE(read);
    EXPECT_EQ(std::get<CreateResponse>(read->body), created);
    EXPECT_EQ(read->action, "http://schemas.xmlsoap.org/ws/2004/09/transfer/CreateResponse");
}

TEST(Response, StreamsAndStateAreReadBack)
{
    auto request = makeRequest(Operation::Receive, ReceiveBody{"CMD", "stdout"});
    request.action = actionUri(Operation::Receive);
    const ReceiveResponse received{
        {{"stdout", "CMD", "one", false}, {"stdout", "CMD", "", true}}, CommandState::Done, "CMD", "0"};
    const auto read = readResponse(write(respondTo(request, received, "uuid:2")));
    ASSERT_TRUE(read);
    EXPECT_EQ(std::get<ReceiveResponse>(read->body), received);
}

TEST(Xml, AttributesElementsAndDepthAreBounded)
{
    const auto times = [](int count, std::string_view text) {
        std::string all;
        for (int i = 0; i < count; ++i)
            all += text;
        return all;
    };
    std::string attributes;
    for (int i = 0; i < 65; ++i)
        attributes += " xmlns:a" + std::to_string(i) + "='x'";
    pugi::xml_document document;
    EXPECT_TRUE(xml::load(document, "<a>" + times(19'999, "<b/>") + "</a>"));
    EXPECT_TRUE(xml::load(document, times(100, "<a>") + times(100, "</a>")));
    for (const auto& text : {"<a>" + times(20'000, "<b/>") + "</a>", times(101, "<a>") + times(101, "</a>"),
                             times(50'000, "<a>") + times(50'000, "</a>"), "<a><b" + attributes + "/></a>"}) {
        const auto loaded = xml::load(document, text);
        ASSERT_FALSE(loaded);
        EXPECT_EQ(loaded.error().kind, ErrorKind::LimitExceeded);
    }
}

// A comment or a CDATA section cuts a text into several nodes.
TEST(Xml, TextInSeveralNodesIsJoined)
{
    pugi::xml_document document;
    ASSERT_TRUE(xml::load(document, "<a> one<!-- c --> t<![CDATA[w]]>o </a>"));
    EXPECT_EQ(xml::text(document.first_child()), "one two");

    auto request = makeRequest(Operation::Receive, ReceiveBody{"CMD", "stdout"});
    request.action = actionUri(Operation::Receive);
    const ReceiveResponse received{{{"stdout", "CMD", "0123456789", false}}, CommandState::Done, "CMD", "0"};
    auto answer = write(respondTo(request, received, "uuid:2"));
    answer.insert(answer.find("MDEyMzQ1Njc4OQ==") + 4, "<!-- cut --><![CDATA[]]>");
    const auto read = readResponse(answer);
    ASSERT_TRUE(read);
    EXPECT_EQ(std::get<ReceiveResponse>(read->body), received);

    auto command = write(makeRequest(Operation::Command, CommandBody{"CMD", "Get-X", {"0123456789"}}));
    command.insert(command.find("MDEyMzQ1Njc4OQ==") + 4, "<!-- cut -->");
    const auto sent = readRequest(command);
    ASSERT_TRUE(sent);
    EXPECT_EQ(std::get<CommandBody>(sent->body).arguments, std::vector<std::string>{"0123456789"});
}
