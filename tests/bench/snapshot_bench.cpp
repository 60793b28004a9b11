// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What the answers of a full DAG's refresh cost, from bytes of HTTP to rows of the domain, beside what nobody can do
// without: to receive the same bytes from a socket, to decode base64, and to parse both layers of XML by Expat. CPU
// time of this thread, so that other work on the machine does not count.
#include "model/domain/base64.h"
#include "remoting/exchange/map_databases.h"
#include "remoting/exchange/map_states.h"
#include "remoting/http/printer.h"
#include "remoting/http/reader.h"
#include "remoting/lab/organisation.h"
#include "remoting/lab/scenario_generator.h"
#include "remoting/psrp/client_pool.h"
#include "remoting/psrp/server_pool.h"
#include "remoting/wsman/names.h"
#include "remoting/wsman/response.h"
#include "remoting/wsman/response_writer.h"

#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <expat.h>
#include <functional>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace drydock;

namespace {

void require(bool condition, const char* what)
{
    if (condition) return;
    std::fprintf(stderr, "%s\n", what);
    std::exit(1);
}

double cpuMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double best(const std::function<void()>& work)
{
    double least = 1e9;
    for (int round = 0; round < 15; ++round) {
        const double start = cpuMs();
        work();
        least = std::min(least, cpuMs() - start);
    }
    return least;
}

// The Receive's answers to one cmdlet, as they come over the wire.
using Answers = std::vector<std::string>;

// The same ids each time, so that answers fit every client.
psrp::ClientOptions optionsOfTheClient()
{
    psrp::ClientOptions options;
    options.guids = [next = std::uint8_t{0}]() mutable { return psrp::Guid{{++next}}; };
    return options;
}

// A pool at both ends, of which only the client's part is measured.
struct Ends {
    psrp::ClientPool client{optionsOfTheClient()};
    psrp::ServerPool server;

    Ends()
    {
        require(server.receive(client.creationXml()).has_value(), "the pool does not open");
        for (const auto& fragment : server.takeOutgoing())
            require(client.receivePool(fragment).has_value(), "the pool does not open");
    }
};

Answers answersTo(const std::vector<clixml::Value>& objects)
{
    Ends ends;
    auto asking = *ends.client.createPipeline({psrp::Command{"Get-X", {}}});
    auto answering = ends.server.createPipeline();
    for (const auto& fragment : asking.creationFragments())
        require(answering.receive(fragment).has_value(), "the command is not read");
    for (const auto& object : objects)
        answering.output(object);
    answering.finish(psrp::PipelineState::Completed);
    wsman::Request request;
    request.operation = wsman::Operation::Receive;
    request.action = wsman::actionUri(request.operation);
    request.messageId = "uuid:1";
    Answers answers;
    wsman::ReceiveResponse response;
    std::size_t room = limits::envelopeBytes * 3 / 4 - 4096;
    const auto flush = [&] {
        http::Response http{200, {}, {{"Content-Type", std::string(http::soapType)}}, {}};
        http.body = wsman::write(wsman::respondTo(request, response, "uuid:2"));
        answers.push_back(http::print(http, true));
        response.streams.clear();
    };
    std::size_t held = 0;
    for (auto& fragment : answering.takeOutgoing()) {
        if (held + fragment.size() + 200 > room) flush(), held = 0;
        held += fragment.size() + 200;
        response.streams.push_back({"stdout", "C", std::move(fragment), false});
    }
    flush();
    return answers;
}

// What a session does with them, without the socket: HTTP, envelope, base64, fragments, CLIXML.
std::vector<clixml::Value> read(const Answers& answers)
{
    Ends ends;
    auto pipeline = *ends.client.createPipeline({psrp::Command{"Get-X", {}}});
    static_cast<void>(pipeline.creationFragments());
    std::vector<clixml::Value> values;
    http::ResponseReader reader{http::Limits()};
    for (const auto& answer : answers) {
        auto response = reader.feed(answer);
        require(response && *response, "HTTP is not read");
        const auto envelope = wsman::readResponse((*response)->body);
        require(envelope.has_value(), "the envelope is not read");
        for (const auto& stream : std::get<wsman::ReceiveResponse>(envelope->body).streams) {
            auto events = pipeline.receive(stream.data);
            require(events.has_value(), "a fragment is not read");
            for (auto& event : *events)
                if (auto* output = std::get_if<psrp::OutputEvent>(&event)) values.push_back(std::move(output->value));
        }
    }
    return values;
}

// Reads the bytes from a socket of this machine, where another thread writes them.
void download(const Answers& answers)
{
    std::array<int, 2> ends{};
    require(socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()) == 0, "no sockets");
    std::thread writer([&] {
        for (const auto& answer : answers)
            for (std::size_t sent = 0; sent < answer.size();) {
                const auto n = write(ends[0], answer.data() + sent, answer.size() - sent);
                require(n > 0, "nothing can be sent");
                sent += static_cast<std::size_t>(n);
            }
        close(ends[0]);
    });
    std::vector<char> buffer(std::size_t{64} * 1024);
    while (::read(ends[1], buffer.data(), buffer.size()) > 0) {
    }
    writer.join();
    close(ends[1]);
}

// Expat over an envelope, its base64, and Expat over each message of CLIXML.
class BothLayers
{
public:
    void parse(std::string_view envelope)
    {
        m_streams.clear();
        const XML_Parser parser = XML_ParserCreate(nullptr);
        XML_SetUserData(parser, this);
        XML_SetElementHandler(parser, &BothLayers::begin, &BothLayers::end);
        XML_SetCharacterDataHandler(parser, &BothLayers::text);
        parseAll(parser, envelope);
        for (const auto& stream : m_streams) {
            const auto bytes = domain::fromBase64(stream);
            require(bytes.has_value(), "no base64");
            m_message += std::string_view(*bytes).substr(psrp::fragmentHeaderBytes);
            if (!psrp::readFragmentHeader(*bytes).end) continue;
            parseAll(XML_ParserCreate(nullptr), std::string_view(m_message).substr(psrp::messageHeaderBytes));
            m_message.clear();
        }
    }

private:
    static void parseAll(XML_Parser parser, std::string_view text)
    {
        require(XML_Parse(parser, text.data(), static_cast<int>(text.size()), 1) == XML_STATUS_OK, "no XML");
        XML_ParserFree(parser);
    }
    static void begin(void* self, const char* name, const char**)
    {
        auto& all = *static_cast<BothLayers*>(self);
        all.m_inStream = std::string_view(name) == "rsp:Stream";
        if (all.m_inStream) all.m_streams.emplace_back();
    }
    static void end(void* self, const char*) { static_cast<BothLayers*>(self)->m_inStream = false; }
    static void text(void* self, const char* bytes, int length)
    {
        auto& all = *static_cast<BothLayers*>(self);
        if (all.m_inStream) all.m_streams.back().append(bytes, static_cast<std::size_t>(length));
    }

    std::vector<std::string> m_streams;
    std::string m_message;
    bool m_inStream = false;
};

void compare(lab::Serialization serialization, const char* name)
{
    auto scenario = lab::generateScenario(16, 400, 4); // 1,600 copies
    scenario.serialization = serialization;
    lab::Organisation organisation(std::move(scenario));
    const lab::Caller caller{"LAB\\admin", domain::EndpointKind::Exchange, {}};
    const auto ask = [&](const char* cmdlet, const std::string& identity) {
        auto result = organisation.invoke(caller, cmdlet, {{"Identity", clixml::Value::string(identity)}});
        require(result && result->succeeded(), "the lab does not answer");
        return result->objects;
    };
    const auto copies = ask("Get-MailboxDatabaseCopyStatus", "*");
    std::vector<clixml::Value> components;
    for (const auto& server : organisation.serverNames())
        std::ranges::move(ask("Get-ServerComponentState", server), std::back_inserter(components));
    const auto copyAnswers = answersTo(copies), componentAnswers = answersTo(components);
    Answers all = copyAnswers;
    all.insert(all.end(), componentAnswers.begin(), componentAnswers.end());
    std::size_t bytes = 0;
    std::vector<std::string_view> envelopes;
    for (const auto& answer : all) {
        bytes += answer.size();
        envelopes.push_back(std::string_view(answer).substr(answer.find("\r\n\r\n") + 4));
    }
    const double received = best([&] { download(all); });
    const double floor = best([&] {
        BothLayers layers;
        for (const auto& body : envelopes)
            layers.parse(body);
    });
    const double values = best([&] {
        require(read(copyAnswers).size() == copies.size(), "copies are missing");
        require(read(componentAnswers).size() == components.size(), "components are missing");
    });
    const double rows = best([&] {
        require(exchange::mapCopies(read(copyAnswers), {}).rows.size() == copies.size(), "rows of copies are missing");
        require(exchange::mapComponents(read(componentAnswers)).size() == components.size(), "components are missing");
    });
    std::printf("%s: %zu copies of %zu properties, %zu components, %.1f MB in %zu answers\n", name, copies.size(),
                copies.front().object()->adapted.size() + copies.front().object()->extended.size(), components.size(),
                static_cast<double>(bytes) / 1e6, all.size());
    const auto line = [&](const char* what, double ms) {
        std::printf("  %-34s %7.1f ms  %6.2f x download  %5.2f x download, base64 and Expat\n", what, ms, ms / received,
                    ms / (received + floor));
    };
    line("download (read from a socket)", received);
    line("base64 and Expat over both layers", floor);
    line("read to values", values);
    line("read to rows", rows);
}

} // namespace

int main()
{
    compare(lab::Serialization::Strings, "as strings");
    compare(lab::Serialization::Objects, "as objects");
    return 0;
}
