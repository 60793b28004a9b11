// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A table of attacks by a server. Whatever it sends in place of the output of a cmdlet: the reading and the change end
// in the kind that the table says, after a bounded number of requests and within bounded memory, the change was sent
// once, and the next cmdlet works. What was seen of each is printed.
#include "remoting/limits.h"
#include "remoting/psrp/fragment.h"
#include "remoting/psrp/message.h"
#include "remoting/wsman/names.h"
#include "tests/remoting/session/shell_fixture.h"
#include "tests/torture/process_state.h"

#include <cstdio>
#include <ostream>

using namespace drydock;
using namespace drydock::session;
using domain::ErrorKind;
using psrp::MessageType;

namespace {

using Host = tests::FakeHost;
using End = std::optional<ErrorKind>; // nothing: it succeeds
constexpr auto none = std::nullopt;

struct Attack {
    const char* name;
    std::function<void(Host&)> begin;
    End reading, change;
    std::chrono::milliseconds atMost = std::chrono::seconds(20); // what a cmdlet may take

    friend void PrintTo(const Attack& attack, std::ostream* out) { *out << attack.name; }
};

// The pool opens with Receive number 0, so that the later ones are of commands.
bool isOfCommand(const std::string& operation, int number) { return operation == "Receive" && number > 0; }

// Bytes in place of HTTP. The connection ends behind them.
std::function<void(Host&)> raw(const std::string& bytes)
{
    return [bytes = QByteArray::fromStdString(bytes)](Host& host) {
        host.injected = [bytes](const std::string& operation, int number) {
            return isOfCommand(operation, number) ? tests::InjectedFault{tests::InjectedFault::Kind::Raw, bytes, 0, 0}
                                                  : tests::InjectedFault{};
        };
    };
}

// An answer in place of the right one.
std::function<void(Host&)> response(http::Response answer)
{
    return [answer = std::move(answer)](Host& host) {
        host.change = [answer](const std::string& operation, int number, http::Response& out) {
            if (isOfCommand(operation, number)) out = answer;
        };
    };
}

// A right envelope, changed.
std::function<void(Host&)> envelope(const std::function<void(std::string&)>& spoil)
{
    return [spoil](Host& host) {
        host.change = [spoil](const std::string& operation, int number, http::Response& out) {
            if (isOfCommand(operation, number)) spoil(out.body);
        };
    };
}

std::function<void(std::string&)> beforeBody(const std::string& text)
{
    return [text](std::string& body) { body.insert(body.find("<s:Body"), text); };
}

// Fragments in place of the right ones.
std::function<void(Host&)> fragments(const std::vector<std::string>& all)
{
    return [all](Host& host) { host.fragments = [all](std::vector<std::string>& out) { out = all; }; };
}

std::string fragmentOf(std::uint64_t object, std::uint64_t number, bool start, bool end, std::string blob)
{
    return psrp::encode(psrp::Fragment{object, number, start, end, std::move(blob)});
}

std::string messageOf(MessageType type, std::string xml, psrp::Destination to = psrp::Destination::Client)
{
    return psrp::encode(psrp::Message{to, type, {}, {}, std::move(xml)});
}

// Messages in front of the right ones, for the same pipeline.
std::function<void(Host&)> messages(MessageType type, const std::string& xml, int count = 1)
{
    return [=](Host& host) {
        host.fragments = [=](std::vector<std::string>& out) {
            if (out.empty()) return;
            const auto pipeline = psrp::decodeMessage(out.front().substr(psrp::fragmentHeaderBytes))->pipeline;
            const auto message = psrp::encode(psrp::Message{psrp::Destination::Client, type, {}, pipeline, xml});
            std::vector<std::string> made;
            for (int i = 0; i < count; ++i)
                for (auto& fragment : psrp::Fragmenter().cut(message))
                    made.push_back(std::move(fragment));
            out.insert(out.begin(), made.begin(), made.end());
        };
    };
}

std::function<void(Host&)> fault(std::uint32_t code, const std::string& text)
{
    return [=](Host& host) {
        host.fault = [=](const std::string& operation, int number) {
            return isOfCommand(operation, number) ? std::optional(wsman::makeFault(code, text)) : std::nullopt;
        };
    };
}

std::string repeated(const std::string& text, std::size_t times)
{
    std::string all;
    all.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i)
        all += text;
    return all;
}

std::string nested(const std::string& open, const std::string& close, std::size_t times)
{
    return repeated(open, times) + repeated(close, times);
}

std::string answered(const std::string& headers, const std::string& body = {})
{
    return "HTTP/1.1 200 OK\r\n" + headers + "\r\n" + body;
}

const std::string question = "<Obj><MS><I64 N=\"ci\">1</I64><Obj N=\"mi\"><ToString>PromptForCredential1</ToString>"
                             "<I32>19</I32></Obj><Obj N=\"mp\"><LST/></Obj></MS></Obj>";
const std::string soapType = "Content-Type: application/soap+xml;charset=UTF-8\r\n";

class HostileServer : public tests::ShellTest, public ::testing::WithParamInterface<Attack>
{
protected:
    // Returns how a cmdlet ends under the attack.
    End attacked(const char* cmdlet)
    {
        beRight();
        ShellSetup setup{tests::shortTimeouts(), {}, {}};
        setup.timeouts.reading = setup.timeouts.change = GetParam().atMost;
        setup.timeouts.emptyAnswer = Timeouts().emptyAnswer; // which paces a trickle
        shell(false, std::move(setup));
        EXPECT_TRUE(wait(m_shell->open()));
        const auto requests = host.server().requests.size();
        const auto ran = host.commandsRun.size();
        tests::forgetPeakMemory();
        const auto before = tests::residentMemory();
        GetParam().begin(host);
        const auto result = invoke(cmdlet);
        const auto grown = (tests::peakMemory() - before) / 1024;
        const auto asked = host.server().requests.size() - requests;
        m_seen += std::string("  ") + cmdlet + ": " + (result ? "succeeds" : toString(result.error().kind)) + ", " +
                  std::to_string(asked) + " requests, " + std::to_string(grown) + " MiB";
        EXPECT_LE(asked, 60U) << "requests";
        if (std::string_view(cmdlet) == "Set-X") {
            EXPECT_EQ(host.commandsRun.size() - ran, 1U) << "the change";
        }
#ifndef __SANITIZE_ADDRESS__ // which keeps what was freed
        EXPECT_LE(grown, 96) << "MiB";
#endif
        beRight();
        const auto next = invoke("Get-X");
        EXPECT_TRUE(next) << "the next reading: " << next.error().summary();
        if (result) return none;
        m_seen += ": " + result.error().summary().substr(0, 100);
        return result.error().kind;
    }

    void beRight()
    {
        host.injected = nullptr, host.change = nullptr, host.fault = nullptr, host.fragments = nullptr;
        host.keepsRunning = false;
    }

    std::string m_seen;
};

std::string numbered(const ::testing::TestParamInfo<Attack>& attack) { return "Attack" + std::to_string(attack.index); }

} // namespace

TEST_P(HostileServer, IsHeldWithinItsBounds)
{
    EXPECT_EQ(attacked("Get-X"), GetParam().reading);
    EXPECT_EQ(attacked("Set-X"), GetParam().change);
    std::printf("%-44s%s\n", GetParam().name, m_seen.c_str());
}

INSTANTIATE_TEST_SUITE_P(
    Http, HostileServer,
    ::testing::Values(
        Attack{"a length of 100 GB", raw(answered(soapType + "Content-Length: 100000000000\r\n", "<")),
               ErrorKind::LimitExceeded, ErrorKind::OutcomeUnknown},
        Attack{"a length of 2^64", raw(answered(soapType + "Content-Length: 18446744073709551616\r\n", "<")),
               ErrorKind::Malformed, ErrorKind::OutcomeUnknown},
        Attack{"a negative length", raw(answered(soapType + "Content-Length: -1\r\n", "<")), ErrorKind::Malformed,
               ErrorKind::OutcomeUnknown},
        Attack{"two lengths", raw(answered(soapType + "Content-Length: 1\r\nContent-Length: 2\r\n", "<>")),
               ErrorKind::Malformed, ErrorKind::OutcomeUnknown},
        Attack{"length and chunks",
               raw(answered(soapType + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n", "1\r\n<\r\n0\r\n\r\n")),
               ErrorKind::Malformed, ErrorKind::OutcomeUnknown},
        Attack{"a chunk of 2^63", raw(answered(soapType + "Transfer-Encoding: chunked\r\n", "8000000000000000\r\n<")),
               ErrorKind::LimitExceeded, ErrorKind::OutcomeUnknown},
        Attack{"a chunk of 2^68", raw(answered(soapType + "Transfer-Encoding: chunked\r\n", "100000000000000000\r\n<")),
               ErrorKind::Malformed, ErrorKind::OutcomeUnknown},
        Attack{"an endless chunk extension",
               raw(answered(soapType + "Transfer-Encoding: chunked\r\n", "1;" + std::string(4'000'000, 'x'))),
               ErrorKind::LimitExceeded, ErrorKind::OutcomeUnknown},
        Attack{"20,000 chunks of a byte",
               raw(answered(soapType + "Transfer-Encoding: chunked\r\n", repeated("1\r\n<\r\n", 20'000))),
               ErrorKind::ConnectionLost, ErrorKind::OutcomeUnknown},
        Attack{"an endless status line", raw("HTTP/1.1 200 " + std::string(4'000'000, 'x')), ErrorKind::LimitExceeded,
               ErrorKind::OutcomeUnknown},
        Attack{"an endless header", raw("HTTP/1.1 200 OK\r\nX: " + std::string(4'000'000, 'x')),
               ErrorKind::LimitExceeded, ErrorKind::OutcomeUnknown},
        Attack{"endless headers", raw("HTTP/1.1 200 OK\r\n" + repeated("X: y\r\n", 500'000)), ErrorKind::LimitExceeded,
               ErrorKind::OutcomeUnknown},
        Attack{"endless interim answers", raw(repeated("HTTP/1.1 100 Continue\r\n\r\n", 100'000)), ErrorKind::Malformed,
               ErrorKind::OutcomeUnknown},
        Attack{"a body without end", raw(answered(soapType, std::string(8'000'000, ' '))), ErrorKind::LimitExceeded,
               ErrorKind::OutcomeUnknown},
        Attack{"bytes that are no HTTP", raw(std::string(100'000, '\0')), ErrorKind::Malformed,
               ErrorKind::OutcomeUnknown},
        Attack{"HTTP of another version", raw("HTTP/9.9 200 OK\r\n\r\n"), ErrorKind::Malformed,
               ErrorKind::OutcomeUnknown},
        Attack{"a status of six digits", raw("HTTP/1.1 200200 OK\r\n\r\n"), ErrorKind::Malformed,
               ErrorKind::OutcomeUnknown},
        Attack{
            "two answers to one request",
            raw(answered(soapType + "Content-Length: 1\r\n", "<") + answered(soapType + "Content-Length: 1\r\n", "<")),
            ErrorKind::Malformed, ErrorKind::OutcomeUnknown},
        Attack{"a switch of protocols", raw("HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n"),
               ErrorKind::ConnectionLost, ErrorKind::OutcomeUnknown},
        Attack{"a redirect", response({302, {}, {{"Location", "http://127.0.0.2:1/"}}, {}}), ErrorKind::HttpStatus,
               ErrorKind::OutcomeUnknown},
        Attack{
            "a compressed answer",
            response({200, {}, {{"Content-Type", "application/soap+xml"}, {"Content-Encoding", "gzip"}}, "\x1F\x8B"}),
            ErrorKind::Malformed, ErrorKind::OutcomeUnknown},
        Attack{"an answer without a body", response({204, {}, {}, {}}), ErrorKind::HttpStatus,
               ErrorKind::OutcomeUnknown}),
    numbered);

INSTANTIATE_TEST_SUITE_P(
    Envelope, HostileServer,
    ::testing::Values(Attack{"a document type", envelope([](std::string& body) {
                                 body.insert(0,
                                             "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>");
                             }),
                             ErrorKind::Malformed, ErrorKind::OutcomeUnknown},
                      Attack{"60,000 elements", envelope(beforeBody(repeated("<x/>", 60'000))),
                             ErrorKind::LimitExceeded, ErrorKind::OutcomeUnknown},
                      Attack{"50,000 levels", envelope(beforeBody(nested("<x>", "</x>", 50'000))),
                             ErrorKind::LimitExceeded, ErrorKind::OutcomeUnknown},
                      Attack{"60,000 attributes", envelope(beforeBody("<x" + repeated(" a='b'", 60'000) + "/>")),
                             ErrorKind::LimitExceeded, ErrorKind::OutcomeUnknown},
                      Attack{"300 KB of a namespace",
                             envelope(beforeBody("<x xmlns:q='" + std::string(300'000, 'n') + "'/>")), none, none},
                      Attack{"a NUL character",
                             envelope([](std::string& body) { body.insert(body.size() / 2, 1, '\0'); }),
                             ErrorKind::Malformed, ErrorKind::OutcomeUnknown},
                      Attack{"UTF-16", envelope([](std::string& body) {
                                 std::string wide = "\xFF\xFE";
                                 for (const char c : body)
                                     (wide += c) += '\0';
                                 body = wide;
                             }),
                             ErrorKind::Malformed, ErrorKind::OutcomeUnknown},
                      Attack{"another RelatesTo", envelope([](std::string& body) {
                                 const auto at = body.find("<a:RelatesTo>uuid:");
                                 body.replace(at + 18, 8, "00000000");
                             }),
                             ErrorKind::Malformed, ErrorKind::OutcomeUnknown},
                      Attack{"base64 that is none", envelope([](std::string& body) {
                                 if (const auto at = body.find("<rsp:Stream "); at != std::string::npos)
                                     body.insert(body.find('>', at) + 1, "!!");
                             }),
                             ErrorKind::Malformed, ErrorKind::OutcomeUnknown},
                      Attack{"a fault of 400 KB", fault(2150858770, std::string(400'000, 'x')), ErrorKind::Fault,
                             ErrorKind::OutcomeUnknown},
                      Attack{"a quota of 35 days",
                             fault(2150859175, "This user will not be approved for at least 3000000000 milliseconds."),
                             ErrorKind::Quota, ErrorKind::OutcomeUnknown}),
    numbered);

INSTANTIATE_TEST_SUITE_P(
    Fragments, HostileServer,
    ::testing::Values(
        Attack{"a fragment of 4 GB", fragments({std::string(17, '\x01') + std::string(4, '\xFF')}),
               ErrorKind::LimitExceeded, ErrorKind::OutcomeUnknown},
        Attack{"object number zero", fragments({fragmentOf(0, 0, true, true, "x")}), ErrorKind::Malformed,
               ErrorKind::OutcomeUnknown},
        Attack{"an empty fragment", fragments({fragmentOf(1, 0, true, true, {})}), ErrorKind::Malformed,
               ErrorKind::OutcomeUnknown},
        Attack{"a fragment out of order", fragments({fragmentOf(1, 5, true, true, "x")}), ErrorKind::Malformed,
               ErrorKind::OutcomeUnknown},
        Attack{"the end of what never began", fragments({fragmentOf(1, 3, false, true, "x")}), ErrorKind::Malformed,
               ErrorKind::OutcomeUnknown},
        Attack{"a header that is cut short", fragments({std::string(10, '\x01')}), ErrorKind::ConnectionLost,
               ErrorKind::OutcomeUnknown},
        Attack{"a message without a header", fragments({fragmentOf(1, 0, true, true, "x")}), ErrorKind::Malformed,
               ErrorKind::OutcomeUnknown},
        Attack{"a message for the server",
               fragments({fragmentOf(1, 0, true, true,
                                     messageOf(MessageType::PipelineOutput, "<S>x</S>", psrp::Destination::Server))}),
               ErrorKind::Malformed, ErrorKind::OutcomeUnknown},
        Attack{"a message without end",
               [](Host& host) {
                   host.keepsRunning = true;
                   host.fragments = [next = std::uint64_t{0}](std::vector<std::string>& out) mutable {
                       out.clear();
                       for (int i = 0; i < 10; ++i, ++next)
                           out.push_back(fragmentOf(1, next, next == 0, false, std::string(32'000, 'x')));
                   };
               },
               ErrorKind::LimitExceeded, ErrorKind::OutcomeUnknown},
        Attack{"a thousand messages without end",
               [](Host& host) {
                   host.fragments = [](std::vector<std::string>& out) {
                       for (std::uint64_t i = 1; i <= 1000; ++i)
                           out.insert(out.begin(), fragmentOf(1000 + i, 0, true, false, "xxxxxxxx"));
                   };
               },
               ErrorKind::ConnectionLost, none}),
    numbered);

INSTANTIATE_TEST_SUITE_P(
    Messages, HostileServer,
    ::testing::Values(
        Attack{"CLIXML of 20,000 levels",
               messages(MessageType::PipelineOutput, nested("<Obj><LST>", "</LST></Obj>", 20'000)),
               ErrorKind::LimitExceeded, ErrorKind::OutcomeUnknown},
        Attack{"CLIXML of 150,000 empty objects",
               messages(MessageType::PipelineOutput, "<Obj><LST>" + repeated("<Obj/>", 150'000) + "</LST></Obj>"),
               ErrorKind::LimitExceeded, ErrorKind::OutcomeUnknown},
        Attack{"a billion references",
               [](Host& host) {
                   std::string xml = "<Obj RefId=\"0\"><LST><S>lol</S></LST></Obj>";
                   for (int i = 1; i <= 12; ++i)
                       xml = "<Obj RefId=\"" + std::to_string(i) + "\"><LST>" + xml +
                             repeated("<Ref RefId=\"" + std::to_string(i - 1) + "\"/>", 9) + "</LST></Obj>";
                   messages(MessageType::PipelineOutput, xml)(host);
               },
               ErrorKind::LimitExceeded, ErrorKind::OutcomeUnknown},
        Attack{"a document type within CLIXML",
               messages(MessageType::PipelineOutput, "<!DOCTYPE x [<!ENTITY a \"b\">]><S>&a;</S>"),
               ErrorKind::Malformed, ErrorKind::OutcomeUnknown},
        Attack{"a reference to nothing",
               messages(MessageType::PipelineOutput, "<Obj><LST><Ref RefId=\"9\"/></LST></Obj>"), ErrorKind::Malformed,
               ErrorKind::OutcomeUnknown},
        Attack{
            "an object with 50,000 property sets",
            messages(MessageType::PipelineOutput, "<Obj>" + repeated("<MS><S N=\"a\">b</S></MS>", 12'000) + "</Obj>"),
            none, none},
        Attack{"2,000 messages of unknown types", messages(static_cast<MessageType>(0x00099999), "<S>x</S>", 2000),
               none, none},
        Attack{"2,000 records of progress",
               messages(MessageType::ProgressRecord, "<Obj><MS><S N=\"Activity\">x</S></MS></Obj>", 2000), none, none},
        Attack{"a state that there is not",
               messages(MessageType::PipelineState, "<Obj><MS><I32 N=\"PipelineState\">99</I32></MS></Obj>"), none,
               none},
        Attack{"a state that is no number",
               messages(MessageType::PipelineState, "<Obj><MS><S N=\"PipelineState\">x</S></MS></Obj>"), none, none},
        Attack{"the message of the other end", messages(MessageType::CreatePipeline, "<Obj/>"), none, none},
        Attack{"a question for the password", messages(MessageType::PipelineHostCall, question), none, none},
        Attack{"40 questions for the password", messages(MessageType::PipelineHostCall, question, 40),
               ErrorKind::LimitExceeded, ErrorKind::OutcomeUnknown},
        Attack{"running for ever, with news each time",
               [](Host& host) {
                   host.keepsRunning = true;
                   host.fragments = [](std::vector<std::string>& out) {
                       if (out.empty())
                           out = psrp::Fragmenter().cut(messageOf(MessageType::PipelineOutput, "<S>x</S>"));
                   };
               },
               ErrorKind::TimedOut, ErrorKind::OutcomeUnknown, std::chrono::seconds(1)}),
    numbered);
