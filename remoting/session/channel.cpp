#include "remoting/session/channel.h"

#include "remoting/psrp/guid.h"
#include "remoting/wsman/names.h"

namespace drydock::session {
namespace {

using domain::ErrorKind;
using wsman::Operation;

std::string newId() { return "uuid:" + psrp::randomGuid().toUpperString(); }

http::LaneOptions laneOptionsFor(const Endpoint& endpoint, domain::Secret password, const Timeouts& timeouts)
{
    http::LaneOptions options;
    options.url = endpoint.url;
    options.credentials = {endpoint.scheme, endpoint.user, std::move(password)};
    options.tls = endpoint.tls;
    options.limits.bodyBytes = 2 * wsman::largeEnvelope;
    options.connectTimeout = timeouts.connect;
    options.idleTimeout = timeouts.idleConnection;
    return options;
}

domain::Result<wsman::Response> readAnswer(const domain::Result<http::Response>& answer, const wsman::Request& request)
{
    if (!answer) return domain::fail(answer.error());
    auto response = wsman::readResponse(answer->body);
    if (!response) return response;
    // A stale answer must never be taken for this one (protocol.md 1.3).
    if (response->relatesTo != request.messageId)
        return domain::fail(ErrorKind::Malformed, mismatch, "it answers another request: " + response->relatesTo);
    return response;
}

} // namespace

Channel::Channel(const Endpoint& endpoint, domain::Secret password, const Timeouts& timeouts, WireTap tap,
                 QObject* parent)
    : QObject(parent), m_options(laneOptionsFor(endpoint, std::move(password), timeouts)), m_timeouts(timeouts),
      m_tap(std::move(tap)), m_to(endpoint.url.toString(QUrl::RemoveUserInfo | QUrl::FullyEncoded).toStdString()),
      m_resourceUri(std::string(wsman::uri::powershellPrefix) + endpoint.configuration), m_sessionId(newId()),
      m_maxEnvelopeSize(wsman::smallEnvelope), m_controlLane(m_options.clone()), m_receiveLane(m_options.clone())
{
}

void Channel::create(std::string shellId, std::string creationXml, QObject* context, Answer answer)
{
    wsman::CreateBody body;
    body.shellId = std::move(shellId);
    body.creationXml = std::move(creationXml);
    auto request = make(Operation::Create, std::move(body), m_timeouts.operation);
    request.selectors.clear();
    request.options = {{"protocolversion", "2.3", true}};
    enqueue(std::move(request), context, std::move(answer));
}

void Channel::command(std::string commandId, std::string firstFragment, QObject* context, Answer answer)
{
    auto request = make(Operation::Command, wsman::CommandBody{std::move(commandId), {}, {std::move(firstFragment)}},
                        m_timeouts.operation);
    request.options = {{"WINRS_SKIP_CMD_SHELL", "False", false}};
    enqueue(std::move(request), context, std::move(answer));
}

void Channel::send(std::string stream, std::string commandId, std::string fragment, QObject* context, Answer answer)
{
    wsman::SendBody body{{{std::move(stream), std::move(commandId), std::move(fragment), false}}};
    enqueue(make(Operation::Send, std::move(body), m_timeouts.operation), context, std::move(answer));
}

void Channel::receive(std::string commandId, QObject* context, Answer answer)
{
    auto request =
        make(Operation::Receive, wsman::ReceiveBody{std::move(commandId), "stdout"}, m_timeouts.receiveOperation);
    request.options = {{"WSMAN_CMDSHELL_OPTION_KEEPALIVE", "True", false}};
    post(m_receiveLane, {std::move(request), context, std::move(answer)}, {});
}

void Channel::signal(std::string commandId, std::string_view code, QObject* context, Answer answer)
{
    wsman::SignalBody body{std::move(commandId), std::string(code)};
    enqueue(make(Operation::Signal, std::move(body), m_timeouts.receiveOperation), context, std::move(answer));
}

void Channel::isAlive(QObject* context, Answer answer)
{
    auto request = make(Operation::Get, {}, m_timeouts.receiveOperation);
    request.resourceUri = wsman::uri::shell;
    enqueue(std::move(request), context, std::move(answer));
}

void Channel::deleteShell(QObject* context, Answer answer)
{
    enqueue(make(Operation::Delete, {}, m_timeouts.receiveOperation), context, std::move(answer));
}

void Channel::abort()
{
    m_waiting.clear();
    m_controlLane.abort();
    m_receiveLane.abort();
}

std::string Channel::farewell() const { return wsman::write(make(Operation::Delete, {}, m_timeouts.receiveOperation)); }

wsman::Request Channel::make(Operation operation, wsman::RequestBody body, Milliseconds operationTimeout) const
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

void Channel::enqueue(wsman::Request request, QObject* context, Answer answer)
{
    m_waiting.push_back({std::move(request), context, std::move(answer)});
    next();
}

void Channel::next()
{
    if (m_controlBusy || m_waiting.empty()) return;
    m_controlBusy = true;
    Call call = std::move(m_waiting.front());
    m_waiting.pop_front();
    post(m_controlLane, std::move(call), [this] {
        m_controlBusy = false;
        next();
    });
}

void Channel::post(http::Lane& lane, Call call, std::function<void()> after)
{
    const auto readTimeout = call.request.operationTimeout + m_timeouts.margin;
    std::string envelope = wsman::write(call.request);
    std::string copy = m_tap ? envelope : std::string();
    lane.post({std::move(envelope), readTimeout},
              [this, &lane, call = std::move(call), copy = std::move(copy),
               after = std::move(after)](const domain::Result<http::Response>& answer) {
                  if (m_tap) m_tap(copy, answer ? answer->body : std::string(), answer ? answer->status : 0);
                  auto response = readAnswer(answer, call.request);
                  if (answer && !response) lane.abort();
                  const QPointer<Channel> self(this);
                  if (call.context) call.answer(std::move(response));
                  if (self && after) after();
              });
}

} // namespace drydock::session
