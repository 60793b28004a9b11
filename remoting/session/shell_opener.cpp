// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/session/shell_opener.h"

#include "remoting/session/error_classification.h"
#include "remoting/wsman/names.h"

namespace drydock::session {
namespace {

using domain::ErrorKind;
using psrp::RunspacePoolState;

} // namespace

ShellOpener::ShellOpener(WsmanShellClient& client, const ShellSetup& setup, Done done)
    : m_client(client), m_setup(setup), m_done(std::move(done)), m_shell{psrp::ClientPool(setup.pool)},
      m_backoff(setup.timeouts.emptyAnswer)
{
    m_deadline.setSingleShot(true);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &ShellOpener::receive);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        m_client.abort();
        m_created = true; // it may have been
        giveUp({ErrorKind::TimedOut, "open shell", "the runspace pool did not open in time", 0, nullptr});
    });
}

void ShellOpener::start()
{
    if (!m_secondTry) m_deadline.start(m_setup.timeouts.open);
    m_client.setMaxEnvelopeSize(wsman::smallEnvelope);
    m_client.setShellId(m_shell.pool.id().toUpperString());
    m_client.create(m_client.shellId(), m_shell.pool.creationXml(), this,
                    [this](auto answer) { created(std::move(answer)); });
}

void ShellOpener::abandon()
{
    m_done = nullptr;
    m_givenUp = true;
    m_deadline.stop();
    m_pause.stop();
}

void ShellOpener::created(domain::Result<wsman::Response> answer)
{
    if (m_givenUp) return;
    if (!answer) {
        m_created = mayHaveArrived(answer.error());
        if (m_created && isTransient(answer.error()) && !m_secondTry) return startAgain();
        return giveUp(answer.error().within("create shell"));
    }
    if (const auto* fault = answer->fault()) {
        m_created = leavesCommandOpen(*fault);
        return giveUp(wsman::toError(*fault, "create shell"));
    }
    const auto* response = std::get_if<wsman::CreateResponse>(&answer->body);
    m_created = true;
    if (response == nullptr)
        return giveUp({ErrorKind::Malformed, "create shell", "the answer holds no shell", 0, nullptr});
    m_client.setShellId(response->shell.shellId);
    receive();
}

// Creates another shell with another id, since a Create is not repeated. The first shell is deleted if it was created
// (protocol.md 1.13).
void ShellOpener::startAgain()
{
    m_secondTry = true;
    m_created = false;
    m_client.deleteShell(this, [](const auto&) {});
    m_shell = OpenShell{psrp::ClientPool(m_setup.pool)};
    start();
}

void ShellOpener::receive()
{
    m_backoff.asked();
    m_client.receive({}, this, [this](auto answer) { received(std::move(answer)); });
}

void ShellOpener::received(domain::Result<wsman::Response> answer)
{
    if (m_givenUp) return;
    if (!answer && isTransient(answer.error()) && !m_secondTry) return startAgain(); // messages of the pool are lost
    if (!answer) return giveUp(answer.error().within("open shell"));
    if (const auto* fault = answer->fault()) {
        if (fault->code == wsman::code::operationTimedOut) return m_pause.start(m_backoff.afterNothing());
        return giveUp(wsman::toError(*fault, "open shell"));
    }
    const auto* response = std::get_if<wsman::ReceiveResponse>(&answer->body);
    if (response == nullptr)
        return giveUp({ErrorKind::Malformed, "open shell", "the answer to a Receive is none", 0, nullptr});
    if (auto taken = consume(*response); !taken) return giveUp(taken.error().within("open shell"));
    sendAnswers();
    continueByState(response->streams.empty());
}

void ShellOpener::continueByState(bool nothingCame)
{
    switch (m_shell.pool.state()) {
    case RunspacePoolState::Opened:
        break;
    case RunspacePoolState::Broken:
    case RunspacePoolState::Closed: {
        const auto& reason = m_shell.pool.reason();
        return giveUp({ErrorKind::ShellGone, "open shell",
                       reason ? reason->message : std::string("the server closed the pool"), 0, nullptr});
    }
    default:
        if (nothingCame) return m_pause.start(m_backoff.afterNothing());
        m_backoff.news();
        return receive();
    }
    if (const auto& versions = m_shell.pool.negotiated(); versions && versions->protocol >= psrp::Version{2, 2})
        m_client.setMaxEnvelopeSize(wsman::largeEnvelope);
    finish(std::move(m_shell));
}

domain::Result<> ShellOpener::consume(const wsman::ReceiveResponse& response)
{
    for (const auto& stream : response.streams)
        if (!stream.data.empty()) DRYDOCK_TRY_VOID(m_shell.pool.receivePool(stream.data));
    return {};
}

void ShellOpener::sendAnswers()
{
    for (auto& fragment : m_shell.pool.takeAnswers())
        m_client.send("pr", {}, std::move(fragment), this, [](const auto&) {});
}

void ShellOpener::giveUp(domain::Error error)
{
    m_deadline.stop();
    m_pause.stop();
    m_givenUp = true;
    if (!m_created) return finish(domain::fail(std::move(error)));
    m_client.abortReceive();
    // The error is reported when the shell is deleted, or after the time-out of the Delete.
    auto report = [this, error = std::move(error), reported = false]() mutable {
        if (!std::exchange(reported, true)) finish(domain::fail(error));
    };
    auto shared = std::make_shared<decltype(report)>(std::move(report));
    QTimer::singleShot(m_setup.timeouts.deleteShell, this, [shared] { (*shared)(); });
    m_client.deleteShell(this, [shared](const auto&) { (*shared)(); });
}

void ShellOpener::finish(domain::Result<OpenShell> result)
{
    m_deadline.stop();
    if (auto done = std::exchange(m_done, nullptr)) done(std::move(result));
}

} // namespace drydock::session
