// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/lab/wire_faults.h"

#include "remoting/http/printer.h"
#include "remoting/psrp/guid.h"
#include "remoting/wsman/response_writer.h"

#include <QTimer>
#include <utility>

namespace drydock::lab {
namespace {

constexpr auto page = "<!DOCTYPE html><html><head><title>Sign in</title></head><body>Sign in to go on.</body></html>";

// "Receive" of ".../shell/Receive".
std::string operationOf(const wsman::Request& request) { return request.action.substr(request.action.rfind('/') + 1); }

wsman::Stream* firstStream(wsman::Response& envelope)
{
    auto* received = std::get_if<wsman::ReceiveResponse>(&envelope.body);
    return received && !received->streams.empty() ? &received->streams.front() : nullptr;
}

void spoilBase64(std::string& envelope)
{
    const auto element = envelope.find("<rsp:Stream ");
    const auto data = envelope.find('>', element);
    if (element != std::string::npos && data != std::string::npos) envelope.at(data + 1) = '!';
}

// The fragment's own number is in its bytes 8 to 15 (protocol.md 2.1).
void changeFragmentNumber(std::string& fragment)
{
    if (fragment.size() > 15) fragment[15] = static_cast<char>(fragment[15] + 5);
}

} // namespace

WireFaults::WireFaults(Organisation& organisation, const VirtualClock& clock,
                       std::function<void(http::ServerConnection&)> refuse)
    : m_organisation(organisation), m_clock(clock), m_refuse(std::move(refuse))
{
}

bool WireFaults::strike(http::ServerConnection& connection, const wsman::Request& request, const std::string& host)
{
    const auto strikes = [&, operation = operationOf(request)](FaultKind kind) {
        return m_organisation.strikeRequest(kind, operation, host).has_value();
    };
    if (strikes(FaultKind::DropBefore))
        connection.abort();
    else if (strikes(FaultKind::Unauthorized))
        m_refuse(connection);
    else if (strikes(FaultKind::Unavailable))
        connection.respond({503, {}, {}, {}});
    else if (strikes(FaultKind::HtmlPage)) // of a proxy, which seals nothing
        connection.abort(
            QByteArray::fromStdString(http::print({200, {}, {{"Content-Type", "text/html"}}, page}, false)));
    else
        return false;
    return true;
}

std::optional<Duration> WireFaults::refusedFor(const wsman::Request& request, const std::string& host)
{
    const auto fault = m_organisation.strikeRequest(FaultKind::Quota, operationOf(request), host);
    return fault ? std::optional(fault->delay) : std::nullopt;
}

void WireFaults::respond(http::ServerConnection& connection, const wsman::Request& request, const std::string& host,
                         wsman::Response envelope, http::Response headers)
{
    const auto strike = [&, operation = operationOf(request)](FaultKind kind) {
        return m_organisation.strikeRequest(kind, operation, host);
    };
    if (strike(FaultKind::DropAfter)) return connection.abort();
    if (strike(FaultKind::WrongRelatesTo)) envelope.relatesTo = "uuid:" + psrp::randomGuid().toUpperString();
    auto* stream = firstStream(envelope);
    if (stream && strike(FaultKind::WrongFragmentIds)) changeFragmentNumber(stream->data);
    headers.body = wsman::write(envelope);
    if (stream && strike(FaultKind::GarbageBase64)) spoilBase64(headers.body);
    if (strike(FaultKind::HalfAnswer)) return connection.respondHalf(std::move(headers));
    const auto late = strike(FaultKind::Late);
    if (!late) return connection.respond(std::move(headers));
    QTimer::singleShot(m_clock.realTimeFor(late->delay), &connection,
                       [&connection, answer = std::move(headers)] { connection.respond(answer); });
}

} // namespace drydock::lab
