// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/session/wire_recorder.h"
#include "remoting/wsman/names.h"
#include "remoting/wsman/request_writer.h"
#include "remoting/wsman/response.h"
#include "remoting/wsman/response_writer.h"
#include "tests/remoting/session/shell_fixture.h"
#include "tests/remoting/wsman/recordings.h"

#include <QTemporaryDir>

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

using namespace drydock;
using namespace drydock::session;

namespace {

std::string contentOf(const QString& path)
{
    std::ifstream in(path.toStdString(), std::ios::binary);
    std::stringstream out;
    out << in.rdbuf();
    return out.str();
}

std::string envelopeWith(const std::vector<std::string>& payloads)
{
    wsman::Request request;
    request.operation = wsman::Operation::Send;
    request.messageId = "uuid:1";
    wsman::SendBody body;
    for (const auto& payload : payloads)
        body.streams.push_back({"stdin", "CMD", payload, false});
    request.body = body;
    return wsman::write(request);
}

// What the payloads of an envelope say, fragments put together.
std::string textOf(const std::string& envelope)
{
    const auto request = wsman::readRequest(envelope);
    psrp::Defragmenter defragmenter;
    std::vector<std::string> messages;
    for (const auto& stream : std::get<wsman::SendBody>(request->body).streams)
        EXPECT_TRUE(defragmenter.feed(stream.data, messages));
    std::string all;
    for (const auto& message : messages)
        all += message;
    return all;
}

// The messages that are left when each piece is recorded in an envelope of its own.
std::vector<std::string> redactedOneByOne(Redaction& redaction, const std::vector<std::string>& pieces)
{
    psrp::Defragmenter defragmenter;
    std::vector<std::string> messages;
    for (const auto& piece : pieces) {
        const auto request = wsman::readRequest(redaction.redact(envelopeWith({piece})));
        EXPECT_TRUE(request && defragmenter.feed(std::get<wsman::SendBody>(request->body).streams[0].data, messages));
    }
    return messages;
}

} // namespace

TEST(Redaction, EncryptedStringsAreBlankedAcrossEveryFragmentAndEnvelope)
{
    const std::string message =
        "<Obj><MS><SS N=\"a\">SECRET1</SS><S>kept</S><SS>SECRET2</SS><SS/><S>SSkept</S><SSx>kept</SSx></MS></Obj>";
    const std::string blanked =
        "<Obj><MS><SS N=\"a\">AAAAAAA</SS><S>kept</S><SS>AAAAAAA</SS><SS/><S>SSkept</S><SSx>kept</SSx></MS></Obj>";
    for (std::size_t size = 1; size <= message.size(); ++size) {
        psrp::Fragmenter fragmenter;
        const auto fragments = fragmenter.cut(message, psrp::fragmentHeaderBytes + size);
        Redaction redaction;
        EXPECT_EQ(textOf(redaction.redact(envelopeWith(fragments))), blanked) << size;
        Redaction oneByOne;
        EXPECT_THAT(redactedOneByOne(oneByOne, fragments), testing::ElementsAre(blanked)) << size;
    }
}

TEST(Redaction, FragmentsMayBeSplitAnywhere)
{
    const std::string message = "<Obj><SS N=\"a\">SECRET1</SS><S>kept</S></Obj>";
    const std::string blanked = "<Obj><SS N=\"a\">AAAAAAA</SS><S>kept</S></Obj>";
    psrp::Fragmenter fragmenter;
    std::string bytes;
    for (const auto& fragment : fragmenter.cut(message, psrp::fragmentHeaderBytes + 17))
        bytes += fragment;
    for (std::size_t cut = 1; cut < bytes.size(); ++cut) {
        const std::vector<std::string> pieces{bytes.substr(0, cut), bytes.substr(cut)};
        Redaction inOne;
        EXPECT_EQ(textOf(inOne.redact(envelopeWith(pieces))), blanked) << cut;
        Redaction inTwo;
        EXPECT_THAT(redactedOneByOne(inTwo, pieces), testing::ElementsAre(blanked)) << cut;
        EXPECT_EQ(inOne.unfinished() + inTwo.unfinished(), 0U) << cut;
    }
}

TEST(Redaction, SlashesAndCdataDoNotEndABlankedElement)
{
    for (const char* message : {"<SS N=\"a/b\">SECRET</SS>", "<SS\nN='a'>SECRET</SS>", "<SS><![CDATA[SECRET]]></SS>",
                                "<SS><![CDATA[</SECRET]]></SS>", "<SS>&lt;<!-- SECRET -->SECRET</SS>"}) {
        psrp::Fragmenter fragmenter;
        Redaction redaction;
        const auto text = textOf(redaction.redact(envelopeWith(fragmenter.cut(message))));
        EXPECT_EQ(text.size(), std::string(message).size());
        EXPECT_EQ(text.find("SECRET"), std::string::npos) << text;
    }
}

TEST(Redaction, AnObjectWhoseBeginningWasMissedIsBlankedEntirely)
{
    psrp::Fragmenter fragmenter;
    const auto fragments = fragmenter.cut("<Obj><SS>SECRET</SS><S>lost</S></Obj>", psrp::fragmentHeaderBytes + 12);
    Redaction redaction;
    EXPECT_NE(redaction.redact(envelopeWith({fragments[0]})), "");
    EXPECT_EQ(redaction.unfinished(), 1U);
    redaction.resynchronise(); // the answer with the second was lost
    const auto request = wsman::readRequest(redaction.redact(envelopeWith({fragments[1], fragments[2], fragments[3]})));
    for (const auto& stream : std::get<wsman::SendBody>(request->body).streams)
        EXPECT_EQ(stream.data.substr(psrp::fragmentHeaderBytes).find_first_not_of('A'), std::string::npos);
}

TEST(Redaction, NothingIsKeptOfACommandThatHasEnded)
{
    psrp::Fragmenter fragmenter;
    const auto fragments = fragmenter.cut("<Obj><S>much</S></Obj>", psrp::fragmentHeaderBytes + 4);
    Redaction redaction;
    EXPECT_NE(redaction.redact(envelopeWith({fragments[0]})), "");
    EXPECT_EQ(redaction.unfinished(), 1U);
    wsman::ReceiveResponse done;
    done.state = wsman::CommandState::Done;
    done.stateCommandId = "CMD";
    wsman::Response response;
    response.body = done;
    EXPECT_NE(redaction.redact(wsman::write(response)), "");
    EXPECT_EQ(redaction.unfinished(), 0U);
}

TEST(Redaction, TextThatIsNotAnEnvelopeIsNotChanged)
{
    Redaction redaction;
    for (const char* text : {"", "<html>", "<a/>", "not xml <SS>x</SS>"}) {
        EXPECT_EQ(redaction.redact(text), text);
    }
}

using Recorder = tests::ShellTest;

TEST_F(Recorder, WritesReadablePairsWithoutThePassword)
{
    QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("wire.yml"));
    auto recorder = WireRecorder::create(path);
    ASSERT_TRUE(recorder);
    ShellEndpoint endpoint;
    endpoint.url = host.url();
    endpoint.configuration = "Microsoft.Exchange";
    endpoint.scheme = domain::AuthenticationScheme::Basic;
    endpoint.user = "user-of-the-recording";
    host.run = [](psrp::ServerPipeline& pipeline, const psrp::Command&) {
        pipeline.output(clixml::Value::string("a: b # c\nd 'e'"));
    };
    shellAt(endpoint, "password-of-the-recording", {tests::shortTimeouts(), (*recorder)->tap(), {}});
    ASSERT_TRUE(invoke("Get-Queue"));
    host.fault = [](const std::string&, int) {
        return wsman::makeFault(wsman::code::accessDenied, "colon: and 'quotes'\nand lines");
    };
    EXPECT_FALSE(invoke("Get-Queue"));
    host.fault = nullptr;
    close();

    const auto exchanges = tests::readRecording(path.toStdString());
    ASSERT_EQ(exchanges.size(), host.requests.size());
    for (const auto& exchange : exchanges) {
        const auto request = wsman::readRequest(exchange.request);
        const auto response = wsman::readResponse(exchange.response);
        ASSERT_TRUE(request && response) << exchange.response;
        EXPECT_EQ(response->relatesTo, request->messageId);
        EXPECT_EQ(exchange.status, response->fault() != nullptr ? 500 : 200);
    }
    const auto text = contentOf(path);
    EXPECT_NE(text.find("colon: and ''quotes''"), std::string::npos);
    for (const char* secret : {"password-of-the-recording", "user-of-the-recording", "Basic "})
        EXPECT_EQ(text.find(secret), std::string::npos);
    EXPECT_FALSE(WireRecorder::create(folder.filePath(QStringLiteral("no/such/folder.yml"))));
}
