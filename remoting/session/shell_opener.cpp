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
    connect(&m_pause, &QTimer::timeout, this, [this] { m_created ? receive() : start(); });
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        m_client.abort();
        m_created = true; // it may have been
        giveUp({ErrorKind::TimedOut, "open shell", "the runspace pool did not open" + within(m_setup.timeouts.open), 0,
                nullptr});
    });
}

void ShellOpener::start()
{
    if (!m_deadline.isActive()) m_deadline.start(m_setup.timeouts.open);
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
        if (isRefusedForNow(answer.error()) && mayWait({})) return;
        return giveUp(answer.error().within("create shell"));
    }
    if (const auto* fault = answer->fault()) {
        m_created = leavesCommandOpen(*fault);
        if (isAborted(*fault) && !m_secondTry) return startAgain();
        auto error = wsman::toError(*fault, "create shell");
        if (isRefusedForNow(*fault) || wsman::remedyOf(*fault) == wsman::Remedy::OpenLater) {
            const auto wanted = Milliseconds(wsman::waitMilliseconds(*fault));
            if (mayWait(wanted)) return;
            if (wanted > m_setup.timeouts.quotaWait) error.detail += tooLongToWait(wanted, m_setup.timeouts.quotaWait);
        }
        return giveUp(std::move(error));
    }
    const auto* response = std::get_if<wsman::CreateResponse>(&answer->body);
    m_created = true;
    if (response == nullptr)
        return giveUp({ErrorKind::Malformed, "create shell", "the answer holds no shell", 0, nullptr});
    m_client.renameShell(response->shell.shellId);
    receive();
}

// The server refused for now. Returns whether it is asked again later.
bool ShellOpener::mayWait(Milliseconds wanted)
{
    const auto& timeouts = m_setup.timeouts;
    if (m_refusals >= timeouts.openRetries || wanted > timeouts.quotaWait) return false;
    m_pause.start(std::max(wanted, backoff(m_refusals++, timeouts.firstBackoff, timeouts.longestBackoff)));
    return true;
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
    if (const auto* fault = answer->fault()) return onFault(*fault);
    const auto* response = std::get_if<wsman::ReceiveResponse>(&answer->body);
    if (response == nullptr)
        return giveUp({ErrorKind::Malformed, "open shell", "the answer to a Receive is none", 0, nullptr});
    const auto taken = consume(*response);
    if (!taken) return giveUp(taken.error().within("open shell"));
    sendAnswers();
    continueByState(*taken);
}

void ShellOpener::onFault(const wsman::Fault& fault)
{
    if (fault.code == wsman::code::operationTimedOut) return m_pause.start(m_backoff.after(0));
    const bool later = isRefusedForNow(fault) || fault.code == wsman::code::noResponseData;
    if (later && mayWait(Milliseconds(wsman::waitMilliseconds(fault)))) return;
    auto error = wsman::toError(fault, "open shell");
    if (error.kind != ErrorKind::ShellGone) return giveUp(std::move(error));
    if (!m_secondTry) return startAgain(); // nothing has run in it yet
    error.detail += "; a shell was unknown to the server right after it was made, twice. Behind a load balancer each "
                    "request may reach another server: connect to a server by its own name";
    giveUp(std::move(error));
}

void ShellOpener::continueByState(std::size_t bytes)
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
        return m_pause.start(m_backoff.after(bytes));
    }
    if (const auto& versions = m_shell.pool.negotiated(); versions && versions->protocol >= psrp::Version{2, 2})
        m_client.setMaxEnvelopeSize(wsman::largeEnvelope);
    finish(std::move(m_shell));
}

// Returns how many bytes of data the response held.
domain::Result<std::size_t> ShellOpener::consume(const wsman::ReceiveResponse& response)
{
    std::size_t bytes = 0;
    for (const auto& stream : response.streams) {
        if (stream.data.empty()) continue;
        DRYDOCK_TRY_VOID(m_shell.pool.receivePool(stream.data));
        bytes += stream.data.size();
    }
    for (const auto& passedOver : m_shell.pool.takePassedOver())
        m_setup.note("open shell: " + passedOver);
    return bytes;
}

void ShellOpener::sendAnswers()
{
    for (auto& outgoing : m_shell.pool.takeOutgoing())
        m_client.send(outgoing.stream, {}, std::move(outgoing.fragment), this, [](const auto&) {});
}

void ShellOpener::giveUp(domain::Error error)
{
    m_deadline.stop();
    m_pause.stop();
    m_givenUp = true;
    if (!m_created) {
        m_client.forgetShell();
        return finish(domain::fail(std::move(error)));
    }
    m_client.abortReceive({});
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
