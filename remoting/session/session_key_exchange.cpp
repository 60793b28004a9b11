// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/session/session_key_exchange.h"

#include "remoting/session/error_classification.h"

namespace drydock::session {
namespace {

using domain::ErrorKind;
using domain::Result;

constexpr const char* exchange = "agree on the session key";

Result<> fed(psrp::ClientPool& pool, const Result<wsman::Response>& answer)
{
    if (!answer) return domain::fail(answer.error());
    if (const auto* fault = answer->fault()) {
        if (fault->code == wsman::code::operationTimedOut) return {};
        return domain::fail(wsman::toError(*fault, exchange));
    }
    const auto* response = std::get_if<wsman::ReceiveResponse>(&answer->body);
    if (response == nullptr) return domain::fail(ErrorKind::Malformed, exchange, "the answer to a Receive is none");
    for (const auto& stream : response->streams)
        DRYDOCK_TRY_VOID(pool.receivePool(stream.data));
    return {};
}

} // namespace

SessionKeyExchange::SessionKeyExchange(WsmanShellClient& client, const Timeouts& timeouts, psrp::ClientPool& pool,
                                       Done done)
    : m_client(client), m_pool(pool), m_done(std::move(done)), m_backoff(timeouts.emptyAnswer)
{
    m_deadline.setSingleShot(true);
    m_deadline.setInterval(timeouts.sessionKey);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &SessionKeyExchange::receive);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        m_client.abortReceive({});
        finish(domain::fail(ErrorKind::ConnectionLost, exchange,
                            "the server sent none" + within(m_deadline.intervalAsDuration())));
    });
}

void SessionKeyExchange::start()
{
    m_deadline.start();
    if (auto asked = m_pool.requestSessionKey(); !asked) return finish(std::move(asked));
    for (auto& outgoing : m_pool.takeOutgoing())
        m_client.send(outgoing.stream, {}, std::move(outgoing.fragment), this,
                      [this](const Result<wsman::Response>& answer) {
                          if (!answer) return finish(domain::fail(answer.error()));
                          if (const auto* fault = answer->fault())
                              finish(domain::fail(wsman::toError(*fault, exchange)));
                      });
    receive();
}

void SessionKeyExchange::abandon()
{
    m_done = nullptr;
    m_deadline.stop();
    m_pause.stop();
}

void SessionKeyExchange::receive()
{
    m_backoff.asked();
    m_client.receive({}, this, [this](const auto& answer) { received(answer); });
}

void SessionKeyExchange::received(const Result<wsman::Response>& answer)
{
    if (!m_done) return;
    if (auto taken = fed(m_pool, answer); !taken) return finish(std::move(taken));
    if (m_pool.hasSessionKey()) return finish({});
    m_pause.start(m_backoff.after(0));
}

void SessionKeyExchange::finish(Result<> result)
{
    m_deadline.stop();
    m_pause.stop();
    if (auto done = std::exchange(m_done, nullptr)) done(std::move(result));
}

} // namespace drydock::session
