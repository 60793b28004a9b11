// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "tests/remoting/lab_server/wire_client.h"

#include "remoting/wsman/request_writer.h"
#include "tests/remoting/psrp/metadata_query.h"

#include <QUrl>

namespace drydock::lab {
namespace {

constexpr int longest = 30'000;

void addEvents(CommandOutput& output, std::vector<psrp::PipelineEvent> events)
{
    for (auto& event : events) {
        if (auto* object = std::get_if<psrp::OutputEvent>(&event)) output.objects.push_back(object->value);
        if (auto* error = std::get_if<psrp::ErrorEvent>(&event)) output.errors.push_back(error->record);
        if (auto* inform = std::get_if<psrp::InformationalEvent>(&event)) output.warnings.push_back(inform->text);
        if (auto* progress = std::get_if<psrp::ProgressEvent>(&event)) output.progress.push_back(progress->record);
        if (auto* state = std::get_if<psrp::StateEvent>(&event)) {
            output.state = state->state;
            output.reason = state->reason;
        }
    }
}

} // namespace

WireClient::WireClient(const std::string& url, bool node, const char* user, std::string password,
                       domain::AuthenticationScheme scheme, bool allowNtlm)
    : m_url(url),
      m_resource(std::string(wsman::uri::powershellPrefix) + (node ? "Microsoft.PowerShell" : "Microsoft.Exchange"))
{
    http::HttpConnectionOptions connection;
    connection.url = QUrl(QString::fromStdString(url));
    connection.credentials = {scheme, user, domain::Secret(std::move(password))};
    connection.credentials.allowNtlm = allowNtlm;
    m_connection = std::make_unique<http::HttpConnection>(std::move(connection));
    shellId = m_pool.id().toUpperString();
    sessionId = "uuid:" + shellId;
}

void WireClient::connectTo(const std::string& id)
{
    m_pool = psrp::ClientPool({}, psrp::Guid::parse(id));
    shellId = id;
}

wsman::Request WireClient::request(wsman::Operation operation, wsman::RequestBody body) const
{
    wsman::Request request;
    request.operation = operation;
    request.to = m_url;
    request.resourceUri = m_resource;
    request.messageId = "uuid:" + psrp::randomGuid().toUpperString();
    request.sessionId = sessionId;
    request.maxEnvelopeSize = wsman::smallEnvelope;
    request.operationTimeout = operationTimeout;
    if (operation == wsman::Operation::Create)
        request.options.push_back({"protocolversion", "2.3", true});
    else
        request.selectors.push_back({"ShellId", shellId});
    request.body = std::move(body);
    return request;
}

domain::Result<wsman::Response> WireClient::ask(wsman::Request request)
{
    std::optional<domain::Result<http::Response>> answer;
    m_connection->post({wsman::write(request), std::chrono::milliseconds(longest)},
                       [&](domain::Result<http::Response> came) { answer = std::move(came); });
    EXPECT_TRUE(tests::waitUntil([&] { return answer.has_value(); }, longest));
    if (!answer) return domain::fail(domain::ErrorKind::TimedOut, "ask");
    if (!*answer) return domain::fail(answer->error());
    auto response = wsman::readResponse((*answer)->body);
    if (!response) return response;
    EXPECT_EQ(response->relatesTo, request.messageId);
    if (const auto* fault = response->fault()) return domain::fail(wsman::toError(*fault, "ask"));
    return response;
}

domain::Result<> WireClient::open()
{
    wsman::CreateBody create;
    create.shellId = shellId;
    create.creationXml = m_pool.creationXml();
    auto created = ask(request(wsman::Operation::Create, create));
    if (!created) return domain::fail(created.error());
    EXPECT_EQ(std::get<wsman::CreateResponse>(created->body).shell.shellId, shellId);
    while (m_pool.state() == psrp::RunspacePoolState::Opening) {
        auto received = ask(request(wsman::Operation::Receive, wsman::ReceiveBody{}));
        if (!received) return domain::fail(received.error());
        for (const auto& stream : std::get<wsman::ReceiveResponse>(received->body).streams)
            if (auto fed = m_pool.receivePool(stream.data); !fed) return fed;
    }
    return {};
}

domain::Result<> WireClient::begin(psrp::ClientPipeline& pipeline)
{
    const auto id = pipeline.id().toUpperString();
    bool first = true;
    for (const auto& fragment : pipeline.creationFragments()) {
        auto answer = first ? ask(request(wsman::Operation::Command, wsman::CommandBody{id, {}, {fragment}}))
                            : ask(request(wsman::Operation::Send, wsman::SendBody{{{"stdin", id, fragment, false}}}));
        if (!answer) return domain::fail(answer.error());
        first = false;
    }
    return {};
}

domain::Result<CommandOutput> WireClient::finish(psrp::ClientPipeline& pipeline)
{
    CommandOutput output;
    const auto id = pipeline.id().toUpperString();
    for (bool done = false; !done;) {
        auto received = ask(request(wsman::Operation::Receive, wsman::ReceiveBody{id}));
        if (!received && received.error().code == wsman::code::operationTimedOut) continue;
        if (!received) return domain::fail(received.error());
        const auto& body = std::get<wsman::ReceiveResponse>(received->body);
        for (const auto& stream : body.streams) {
            EXPECT_EQ(stream.commandId, id);
            auto events = pipeline.receive(stream.data);
            if (!events) return domain::fail(events.error());
            addEvents(output, std::move(*events));
        }
        done = body.state == wsman::CommandState::Done;
    }
    EXPECT_TRUE(psrp::isFinal(output.state)) << "Done comes with the state";
    return output;
}

domain::Result<wsman::Response> WireClient::signal(const psrp::ClientPipeline& pipeline, std::string_view code)
{
    return ask(request(wsman::Operation::Signal, wsman::SignalBody{pipeline.id().toUpperString(), std::string(code)}));
}

domain::Result<CommandOutput> WireClient::run(const std::vector<psrp::Command>& commands)
{
    auto pipeline = m_pool.createPipeline(commands);
    if (!pipeline) return domain::fail(pipeline.error());
    if (auto begun = begin(*pipeline); !begun) return domain::fail(begun.error());
    auto output = finish(*pipeline);
    if (output) {
        EXPECT_TRUE(signal(*pipeline, wsman::signal_code::terminate));
    }
    return output;
}

domain::Result<CommandOutput> WireClient::metadata(const std::vector<std::string>& names)
{
    auto pipeline = psrp::metadataQuery(m_pool, names);
    if (auto begun = begin(pipeline); !begun) return domain::fail(begun.error());
    return finish(pipeline);
}

LabOptions ServedLab::options(const char* scenario)
{
    LabOptions options;
    options.scenario = *loadScenario(scenario);
    options.start = options.scenario.start;
    options.timeScale = 100;
    return options;
}

void ServedLab::serve(LabOptions options)
{
    auto listening = m_server.start(std::move(options));
    ASSERT_TRUE(listening) << listening.error().summary();
    m_listening = *listening;
}

WireClient ServedLab::node(const char* server, const char* user)
{
    for (const auto& [name, url] : m_listening.nodeUrls)
        if (name == server) return {url, true, user};
    ADD_FAILURE() << server;
    return {{}, true};
}

WireClient ServedLab::opened(WireClient client)
{
    const auto result = client.open();
    EXPECT_TRUE(result) << result.error().summary();
    return client;
}

psrp::Command command(std::string name, std::initializer_list<std::pair<const char*, const char*>> texts)
{
    psrp::Command out{std::move(name), {}};
    for (const auto& [argument, text] : texts)
        out.with(argument, clixml::Value::string(text));
    return out;
}

} // namespace drydock::lab
