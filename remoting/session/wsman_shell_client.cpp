// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/session/wsman_shell_client.h"

#include "remoting/http/date.h"
#include "remoting/psrp/guid.h"
#include "remoting/session/error_classification.h"
#include "remoting/wsman/names.h"
#include "remoting/wsman/request_writer.h"

#include <algorithm>

namespace drydock::session {
namespace {

using domain::ErrorKind;
using wsman::Operation;

std::string newId() { return "uuid:" + psrp::randomGuid().toUpperString(); }

http::HttpConnectionOptions connectionOptionsFor(const ShellEndpoint& endpoint, domain::Secret password,
                                                 const Timeouts& timeouts)
{
    http::HttpConnectionOptions options;
    options.url = endpoint.url;
    const auto logon = endpoint.logon ? endpoint.logon : makeLogon(endpoint, password);
    options.credentials = {endpoint.scheme, endpoint.user, std::move(password)};
    options.credentials.logon = logon;
    options.credentials.history = endpoint.history;
    options.servicePrincipal = endpoint.servicePrincipal;
    options.tls = endpoint.tls;
    options.connectTimeout = timeouts.connect;
    options.idleTimeout = timeouts.idleConnection;
    return options;
}

domain::Result<wsman::Response> readAnswer(const domain::Result<http::Response>& answer, const wsman::Request& request)
{
    if (!answer) return domain::fail(answer.error());
    auto response = wsman::readResponse(answer->body);
    if (!response) return response;
    // An answer to an earlier request must not be used for this one (protocol.md 1.3).
    if (response->relatesTo != request.messageId)
        return domain::fail(ErrorKind::Malformed, mismatch, "it answers another request: " + response->relatesTo);
    return response;
}

} // namespace

WsmanShellClient::WsmanShellClient(const ShellEndpoint& endpoint, domain::Secret password, const ShellSetup& setup,
                                   QObject* parent)
    : QObject(parent), m_options(connectionOptionsFor(endpoint, std::move(password), setup.timeouts)),
      m_timeouts(setup.timeouts), m_tap(setup.tap), m_ledger(setup.ledger),
      m_to(endpoint.url.toString(QUrl::RemoveUserInfo | QUrl::FullyEncoded).toStdString()),
      m_resourceUri(std::string(wsman::uri::powershellPrefix) + endpoint.configuration), m_sessionId(newId()),
      m_maxEnvelopeSize(wsman::smallEnvelope), m_controlConnection(m_options.clone())
{
}

void WsmanShellClient::create(std::string shellId, std::string creationXml, QObject* context, Answer answer)
{
    if (m_ledger) m_ledger->add(shellId, place());
    wsman::CreateBody body;
    body.shellId = std::move(shellId);
    body.creationXml = std::move(creationXml);
    auto request = make(Operation::Create, std::move(body), m_timeouts.operation);
    request.selectors.clear();
    request.options = {{"protocolversion", "2.3", true}};
    enqueue(std::move(request), context, std::move(answer));
}

void WsmanShellClient::command(std::string commandId, std::string firstFragment, QObject* context, Answer answer)
{
    auto request = make(Operation::Command, wsman::CommandBody{std::move(commandId), {}, {std::move(firstFragment)}},
                        m_timeouts.operation);
    request.options = {{"WINRS_SKIP_CMD_SHELL", "False", false}};
    enqueue(std::move(request), context, std::move(answer));
}

void WsmanShellClient::send(std::string stream, std::string commandId, std::string fragments, QObject* context,
                            Answer answer)
{
    wsman::SendBody body{{{std::move(stream), std::move(commandId), std::move(fragments), false}}};
    enqueue(make(Operation::Send, std::move(body), m_timeouts.operation), context, std::move(answer));
}

std::size_t WsmanShellClient::roomInSend() const
{
    constexpr std::size_t margin = 256; // a server may count headers that it adds
    const wsman::SendBody empty{{{"stdin", m_shellId, {}, false}}};
    const auto overhead = wsman::write(make(Operation::Send, empty, m_timeouts.operation)).size() + margin;
    const auto whole = static_cast<std::size_t>(m_maxEnvelopeSize);
    return overhead < whole ? (whole - overhead) / 4 * 3 : 0;
}

void WsmanShellClient::receive(std::string commandId, QObject* context, Answer answer)
{
    auto request =
        make(Operation::Receive, wsman::ReceiveBody{std::move(commandId), "stdout"}, m_timeouts.receiveOperation);
    request.options = {{"WSMAN_CMDSHELL_OPTION_KEEPALIVE", "True", false}};
    auto& connection = connectionFor(std::get<wsman::ReceiveBody>(request.body).commandId);
    post(connection, {std::move(request), context, std::move(answer)}, {});
}

// A target has one Receive in flight, so that its connection is the one to use even if it is busy.
http::HttpConnection& WsmanShellClient::connectionFor(const std::string& commandId)
{
    auto found = std::ranges::find_if(m_receiveConnections, [&](const ReceiveConnection& each) {
        return each.commandId == commandId && each.connection->isBusy();
    });
    if (found == m_receiveConnections.end())
        found = std::ranges::find_if(m_receiveConnections,
                                     [](const ReceiveConnection& each) { return !each.connection->isBusy(); });
    if (found == m_receiveConnections.end())
        found = m_receiveConnections.insert(found, {std::make_unique<http::HttpConnection>(m_options.clone()), {}});
    found->commandId = commandId;
    return *found->connection;
}

void WsmanShellClient::abortReceive(const std::string& commandId)
{
    for (auto& each : m_receiveConnections)
        if (each.commandId == commandId) each.connection->abort();
}

void WsmanShellClient::signal(std::string commandId, std::string_view code, QObject* context, Answer answer)
{
    wsman::SignalBody body{std::move(commandId), std::string(code)};
    // The end of a finished command is not waited for, but the next command waits for the connection.
    const bool terminate = code == wsman::signal_code::terminate;
    enqueue(make(Operation::Signal, std::move(body), terminate ? m_timeouts.terminate : m_timeouts.receiveOperation),
            context, std::move(answer));
}

void WsmanShellClient::isAlive(QObject* context, Answer answer)
{
    auto request = make(Operation::Get, {}, m_timeouts.receiveOperation);
    request.resourceUri = wsman::uri::shell;
    enqueue(std::move(request), context, std::move(answer));
}

void WsmanShellClient::deleteShell(QObject* context, Answer answer)
{
    auto forget = [ledger = m_ledger, id = m_shellId,
                   answer = std::move(answer)](domain::Result<wsman::Response> response) {
        if (ledger && response && isDeleted(*response)) ledger->remove(id);
        answer(std::move(response));
    };
    enqueue(make(Operation::Delete, {}, m_timeouts.receiveOperation), context, std::move(forget));
}

ShellPlace WsmanShellClient::place() const { return {m_options.endpoint(), m_resourceUri, m_options.credentials.user}; }

void WsmanShellClient::forgetShell()
{
    if (m_ledger) m_ledger->remove(m_shellId);
}

void WsmanShellClient::renameShell(const std::string& shellId)
{
    if (m_ledger && shellId != m_shellId) {
        m_ledger->add(shellId, place());
        m_ledger->remove(m_shellId);
    }
    m_shellId = shellId;
}

void WsmanShellClient::reconnect(QObject* context, Answer answer)
{
    enqueue(make(Operation::Reconnect, {}, m_timeouts.receiveOperation), context, std::move(answer));
}

void WsmanShellClient::abort()
{
    m_waiting.clear();
    m_controlConnection.abort();
    for (auto& each : m_receiveConnections)
        each.connection->abort();
}

std::string WsmanShellClient::deleteRequest(const std::string& shellId) const
{
    auto request = make(Operation::Delete, {}, m_timeouts.receiveOperation);
    request.selectors = {{"ShellId", shellId}};
    return wsman::write(request);
}

wsman::Request WsmanShellClient::make(Operation operation, wsman::RequestBody body, Milliseconds operationTimeout) const
{
    wsman::Request request;
    request.operation = operation;
    request.to = m_to;
    request.resourceUri = m_resourceUri;
    request.messageId = newId();
    request.sessionId = m_sessionId;
    request.maxEnvelopeSize = m_maxEnvelopeSize;
    request.operationTimeout = operationTimeout;
    request.selectors = {{"ShellId", m_shellId}};
    request.body = std::move(body);
    return request;
}

void WsmanShellClient::enqueue(wsman::Request request, QObject* context, Answer answer)
{
    m_waiting.push_back({std::move(request), context, std::move(answer)});
    next();
}

void WsmanShellClient::next()
{
    if (m_controlBusy || m_waiting.empty()) return;
    m_controlBusy = true;
    Call call = std::move(m_waiting.front());
    m_waiting.pop_front();
    post(m_controlConnection, std::move(call), [this] {
        m_controlBusy = false;
        next();
    });
}

// A fault can say what a 401 says.
void WsmanShellClient::noteCredentials(const wsman::Response& response)
{
    const auto& history = m_options.credentials.history;
    const auto* fault = response.fault();
    if (!history || fault == nullptr || wsman::kindOf(*fault) != ErrorKind::NotAuthenticated) return;
    history->refused(m_options.endpoint(), wsman::toError(*fault, m_options.endpoint()));
}

void WsmanShellClient::post(http::HttpConnection& connection, Call call, std::function<void()> after)
{
    const auto readTimeout = call.request.operationTimeout + m_timeouts.margin;
    std::string envelope = wsman::write(call.request);
    std::string copy = m_tap ? envelope : std::string();
    connection.post({std::move(envelope), readTimeout},
                    [this, &connection, call = std::move(call), copy = std::move(copy),
                     after = std::move(after)](const domain::Result<http::Response>& answer) {
                        if (answer) m_serverTime = http::readDate(http::find(answer->headers, "Date"));
                        if (m_tap) m_tap(copy, answer ? answer->body : std::string(), answer ? answer->status : 0);
                        auto response = readAnswer(answer, call.request);
                        const auto* fault = response ? response->fault() : nullptr;
                        const bool unread = fault != nullptr && fault->code == wsman::code::notDecrypted;
                        if ((answer && !response) || unread) connection.abort(); // the next request authenticates anew
                        if (response) noteCredentials(*response);
                        const QPointer<WsmanShellClient> self(this);
                        if (call.context) call.answer(std::move(response));
                        if (self && after) after();
                    });
}

} // namespace drydock::session
