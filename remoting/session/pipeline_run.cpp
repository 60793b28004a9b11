// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/session/pipeline_run.h"

#include "model/domain/error_traits.h"
#include "remoting/psrp/error_kind.h"
#include "remoting/session/backoff.h"
#include "remoting/session/error_classification.h"
#include "remoting/wsman/names.h"

namespace drydock::session {
namespace {

using domain::Error;
using domain::ErrorKind;
using Certainty = PipelineResult::Certainty;

// The next question can arrive before the answer to the Send of a refusal.
constexpr std::size_t mostRefusals = 1;

} // namespace

PipelineRun::PipelineRun(WsmanShellClient& client, const ShellSetup& setup, psrp::ClientPipeline pipeline, bool isRead,
                         std::string what, Done done)
    : m_client(client), m_setup(setup), m_pipeline(std::move(pipeline)), m_isRead(isRead), m_what(std::move(what)),
      m_done(std::move(done)), m_commandId(m_pipeline.id().toUpperString()), m_backoff(m_timeouts.emptyAnswer)
{
    for (auto* timer : {&m_timeout, &m_stopTimer, &m_retryTimer})
        timer->setSingleShot(true);
    connect(&m_timeout, &QTimer::timeout, this, [this] {
        m_stopReason = "it had not ended" + within(m_timeout.intervalAsDuration());
        stop(ErrorKind::TimedOut);
    });
    connect(&m_stopTimer, &QTimer::timeout, this, &PipelineRun::giveUpStopping);
    connect(&m_retryTimer, &QTimer::timeout, this, &PipelineRun::receive);
}

void PipelineRun::start(Milliseconds timeout)
{
    if (timeout.count() > 0) m_timeout.start(timeout);
    m_client.command(m_commandId, m_pipeline.creationFragments().front(), this,
                     [this](auto answer) { started(std::move(answer)); });
}

void PipelineRun::stop(ErrorKind kind)
{
    if (m_stopKind) return;
    m_stopKind = kind;
    m_stopTimer.start(m_timeouts.stop);
    if (m_accepted) sendStop(); // otherwise once the server has accepted the command
}

void PipelineRun::started(domain::Result<wsman::Response> answer)
{
    if (!m_done) return;
    if (!answer && mayHaveArrived(answer.error())) {
        m_commandLost = true;
        return receive(); // not sent again; a Receive for its id shows whether it arrived (protocol.md 1.13)
    }
    if (!answer) return fail(answer.error(), Certainty::NeverRan, true);
    if (const auto* fault = answer->fault()) {
        if (!m_isRead && isUnexplained(*fault)) m_unexplained = wsman::toError(*fault, m_what);
        if (m_unexplained || leavesCommandOpen(*fault)) {
            m_commandLost = true;
            return receive();
        }
        return fail(wsman::toError(*fault, m_what), Certainty::NeverRan, !takesNoMoreCommands(*fault));
    }
    if (const auto* response = std::get_if<wsman::CommandResponse>(&answer->body);
        response != nullptr && !response->commandId.empty())
        m_commandId = response->commandId;
    m_accepted = true;
    if (m_stopKind) sendStop();
    sendRest();
    receive();
}

void PipelineRun::sendRest()
{
    const auto& fragments = m_pipeline.creationFragments();
    if (!m_done || m_sent >= fragments.size()) return;
    const auto before = m_sent;
    const auto room = m_client.roomInSend();
    std::string packed = fragments[m_sent++];
    while (m_sent < fragments.size() && packed.size() + fragments[m_sent].size() <= room)
        packed += fragments[m_sent++];
    m_client.send("stdin", m_commandId, std::move(packed), this, [this, before](auto answer) {
        if (!m_done) return;
        const auto* fault = answer ? answer->fault() : nullptr;
        if (answer && fault == nullptr) return sendRest();
        if (fault != nullptr && isTooLarge(*fault) && m_client.maxEnvelopeSize() > wsman::smallEnvelope) {
            m_client.setMaxEnvelopeSize(wsman::smallEnvelope); // it was refused unread
            m_sent = before;
            return sendRest();
        }
        // The command is incomplete on the server and stays so, since a fragment is never sent twice.
        m_client.abortReceive(m_commandId);
        auto error = answer ? wsman::toError(*answer->fault(), m_what) : answer.error();
        fail(std::move(error), Certainty::Unknown, false);
    });
}

void PipelineRun::receive()
{
    m_backoff.asked();
    m_client.receive(m_commandId, this, [this](auto answer) { received(std::move(answer)); });
}

void PipelineRun::received(domain::Result<wsman::Response> answer)
{
    if (!m_done) return;
    if (!answer) {
        if (answer.error().kind == ErrorKind::Cancelled) return;
        if (answer.error().kind == ErrorKind::TimedOut) return askWhetherShellLives(answer.error());
        if (isTransient(answer.error())) return retry(answer.error(), mayHaveArrived(answer.error()));
        return fail(answer.error(), Certainty::Unknown, false);
    }
    if (const auto* fault = answer->fault()) return onFault(*fault);
    const auto* response = std::get_if<wsman::ReceiveResponse>(&answer->body);
    if (response == nullptr)
        return fail({ErrorKind::Malformed, m_what, "the answer to a Receive is none", 0, nullptr}, Certainty::Unknown,
                    false);
    commandIsThere();
    m_retries = 0;
    const auto taken = consume(*response);
    if (!taken) return fail(taken.error(), Certainty::Unknown, false);
    if (m_end || response->state == wsman::CommandState::Done) release();
    if (m_end) return endByState(*m_end);
    if (response->state == wsman::CommandState::Done) {
        m_output.possiblyIncomplete = true; // it ended without a final state
        return finish(std::move(m_output), Certainty::Unknown);
    }
    if (m_stopKind && !m_stopSent) sendStop();
    receiveAfter(*taken);
}

void PipelineRun::receiveAfter(std::size_t bytes)
{
    if (const auto wait = m_backoff.after(bytes); wait.count() > 0) return m_retryTimer.start(wait);
    receive();
}

void PipelineRun::onFault(const wsman::Fault& fault)
{
    if (fault.code == wsman::code::operationTimedOut) {
        commandIsThere(); // the server knows the command
        m_retries = 0;
        if (m_stopKind && !m_stopSent) sendStop();
        return receiveAfter(0);
    }
    auto error = wsman::toError(fault, m_what);
    // A shell that is disconnected is gone for now, and its commands go on.
    if (wsman::remedyOf(fault) == wsman::Remedy::Reconnect) return reconnect(std::move(error));
    // That it was closed, for instance, is no proof that it never ran.
    const bool missing =
        m_unexplained ? fault.code == wsman::code::unexpectedSelectors : error.kind == ErrorKind::ShellGone;
    if (missing && m_commandLost && !m_receiveLost) return commandIsMissing();
    // It answers an earlier Receive of this run, whose answer will be lost.
    if (fault.code == wsman::code::receiveInProgress) commandIsThere();
    if (isAborted(fault)) return retry(std::move(error), true);
    if (isRefusedForNow(fault) || fault.code == wsman::code::noResponseData) {
        const auto wanted = Milliseconds(wsman::waitMilliseconds(fault));
        if (wanted <= m_timeouts.quotaWait) return retry(std::move(error), false, wanted);
        error.detail += tooLongToWait(wanted, m_timeouts.quotaWait);
    }
    fail(std::move(error), Certainty::Unknown, false); // the pipeline may still occupy the only runspace
}

// Returns how many bytes of data the response held.
domain::Result<std::size_t> PipelineRun::consume(const wsman::ReceiveResponse& response)
{
    std::size_t bytes = 0;
    for (const auto& stream : response.streams) {
        if (stream.data.empty()) continue;
        auto events = m_pipeline.receive(stream.data);
        if (!events) return domain::fail(events.error().within(m_what));
        bytes += stream.data.size();
        for (auto& event : *events)
            consumeEvent(event);
    }
    if (m_refusals.size() > mostRefusals)
        return domain::fail(ErrorKind::LimitExceeded, m_what, "it asks more questions before the last one is answered");
    return bytes;
}

void PipelineRun::consumeEvent(psrp::PipelineEvent& event)
{
    if (auto* output = std::get_if<psrp::OutputEvent>(&event))
        m_output.objects.push_back(std::move(output->value));
    else if (auto* error = std::get_if<psrp::ErrorEvent>(&event))
        m_output.errors.push_back(std::move(error->record));
    else if (auto* text = std::get_if<psrp::InformationalEvent>(&event)) {
        m_remarks.add(*text);
        if (text->kind == psrp::InformationalKind::Warning) m_output.warnings.push_back(std::move(text->text));
    } else if (const auto* information = std::get_if<psrp::InformationEvent>(&event))
        m_remarks.add(*information);
    else if (const auto* report = std::get_if<psrp::ProgressEvent>(&event))
        m_remarks.add(*report);
    else if (const auto* passed = std::get_if<psrp::PassedOverEvent>(&event))
        m_setup.note(m_what + ": " + passed->text);
    else if (auto* call = std::get_if<psrp::HostCallEvent>(&event)) {
        m_remarks.add(*call);
        m_promptSeen = m_promptSeen || !call->answer.empty();
        if (!call->answer.empty()) m_refusals.push_back(std::move(call->answer));
        if (!m_refusing) sendRefusal();
    } else if (auto* state = std::get_if<psrp::StateEvent>(&event); state != nullptr && psrp::isFinal(state->state))
        m_end = std::move(*state);
}

// One at a time: a pipeline waits for the answer to its question before it asks another.
void PipelineRun::sendRefusal()
{
    m_refusing = !m_refusals.empty();
    if (!m_refusing) return;
    std::string packed; // a refusal has a fragment or two
    for (const auto& fragment : m_refusals.front())
        packed += fragment;
    m_refusals.pop_front();
    m_client.send("pr", m_commandId, std::move(packed), this, [this](const auto&) { sendRefusal(); });
}

// The server disconnects the shell of a client that it has lost. The command goes on meanwhile and is asked for again,
// never sent again.
void PipelineRun::reconnect(Error disconnected)
{
    if (m_retries++ >= m_timeouts.retries) return fail(std::move(disconnected), Certainty::Unknown, false);
    m_setup.note(m_what + ": the server had disconnected the shell, which is connected again");
    m_client.reconnect(this, [this](const domain::Result<wsman::Response>& answer) {
        if (!m_done) return;
        if (!answer && isTransient(answer.error())) return retry(answer.error(), false);
        const auto* fault = answer ? answer->fault() : nullptr;
        const bool already = fault != nullptr && fault->code == wsman::code::notNow;
        if (answer && (fault == nullptr || already)) return receive();
        fail(answer ? wsman::toError(*fault, m_what) : answer.error(), Certainty::Unknown, false);
    });
}

// A server holds a Receive no longer than its operation time-out. One that stays silent for longer hangs, or something
// on the way does: the other connection shows which.
void PipelineRun::askWhetherShellLives(Error silence)
{
    m_setup.note(m_what + ": no answer to a Receive" + within(m_timeouts.receiveOperation + m_timeouts.margin) +
                 ", so the server is asked whether the shell lives");
    m_client.isAlive(this, [this, silence = std::move(silence)](const domain::Result<wsman::Response>& answer) mutable {
        if (!m_done) return;
        const auto* fault = answer ? answer->fault() : nullptr;
        const bool gone = fault != nullptr && wsman::kindOf(*fault) == ErrorKind::ShellGone;
        const char* found = gone     ? "the shell is gone"
                            : answer ? "the shell lives"
                                     : "the server does not answer the question whether the shell lives either";
        m_setup.note(m_what + ": " + found);
        silence.detail += std::string("; ") + found;
        if (gone) return fail(std::move(silence), Certainty::Unknown, false);
        retry(std::move(silence), true);
    });
}

// A change that is under way is asked for as long as a network may be lost, anything else a few times.
bool PipelineRun::mayRetry(const Error& error)
{
    if (m_retries == 0) m_outage.start();
    if (m_retries < m_timeouts.retries) return true;
    return !m_isRead && m_accepted && domain::traitsOf(error.kind).origin == domain::ErrorOrigin::Connection &&
           !m_outage.hasExpired(m_timeouts.outage.count());
}

// `answerLost`: the server may have answered the Receive, and does not send that output again.
void PipelineRun::retry(Error error, bool answerLost, Milliseconds atLeast)
{
    if (!mayRetry(error)) return fail(std::move(error), Certainty::Unknown, false);
    if (answerLost) {
        m_receiveLost = true;
        m_output.possiblyIncomplete = true;
        m_pipeline.resynchronise();
    }
    m_retryTimer.start(std::max(atLeast, backoff(m_retries++, m_timeouts.firstBackoff, m_timeouts.longestBackoff)));
}

// The server does not know the command. It may still be reading it from the other connection, or a front end may be
// holding it back, so it is asked twice. Then the command counts as missing, although a lost one may still arrive; its
// shell is deleted, so that it finds none.
void PipelineRun::commandIsMissing()
{
    if (!std::exchange(m_missedOnce, true))
        return m_retryTimer.start(backoff(0, m_timeouts.firstBackoff, m_timeouts.longestBackoff));
    m_client.isAlive(this, [this](const domain::Result<wsman::Response>& answer) {
        const auto* fault = answer ? answer->fault() : nullptr;
        if (!m_unexplained || fault == nullptr || fault->code != wsman::code::actionNotSupported)
            return endAsMissing(answer && fault == nullptr);
        // A server without Get: a shell that is there holds a Receive for its pool, or answers it.
        m_client.receive({}, this, [this](const domain::Result<wsman::Response>& pool) {
            const auto* refused = pool ? pool->fault() : nullptr;
            endAsMissing(pool && (refused == nullptr || refused->code == wsman::code::operationTimedOut));
        });
    });
}

void PipelineRun::endAsMissing(bool shellIsThere)
{
    if (!shellIsThere) // it may have run the command before
        return fail({ErrorKind::ShellGone, m_what, "the shell went while the command was sent", 0, nullptr},
                    Certainty::Unknown, false);
    if (m_unexplained) // the Command was answered, so it cannot still arrive
        return fail(std::move(*m_unexplained), Certainty::NeverRan, false);
    fail({ErrorKind::ConnectionLost, m_what, "the server does not know the command", 0, nullptr}, Certainty::Unknown,
         false);
}

// A Receive has shown that the server has the command. If the answer to Command was lost, the remaining fragments are
// sent now.
void PipelineRun::commandIsThere()
{
    m_accepted = true;
    if (std::exchange(m_commandLost, false)) sendRest();
}

// The pipeline has ended, but servers keep its command and count it until it is ended (protocol.md 0). The answer is
// ignored.
void PipelineRun::release()
{
    m_client.signal(m_commandId, wsman::signal_code::terminate, &m_client, [](const auto&) {});
}

void PipelineRun::sendStop()
{
    m_stopSent = true;
    // Only this misspelt code stops the pipeline; any other closes the command (protocol.md 1.8).
    m_client.signal(m_commandId, wsman::signal_code::stop, this, [](const auto&) {});
}

// The server did not stop the pipeline in time, or never confirmed that it has it. The shell is deleted, and the
// command with it.
void PipelineRun::giveUpStopping()
{
    m_client.abortReceive(m_commandId);
    auto detail = m_stopReason + (m_stopReason.empty() ? "" : ", and ") + "it did not stop" + within(m_timeouts.stop);
    fail({m_stopKind.value_or(ErrorKind::TimedOut), m_what, std::move(detail), 0, nullptr}, Certainty::Unknown, false);
}

void PipelineRun::endByState(const psrp::StateEvent& event)
{
    m_output.hadErrors = m_pipeline.hadErrors();
    if (m_pipeline.hasUnfinishedObject()) m_output.possiblyIncomplete = true; // its rest never came
    if (event.state == psrp::PipelineState::Completed) return finish(std::move(m_output), Certainty::Ended);
    if (event.state == psrp::PipelineState::Stopped)
        return fail({m_stopKind.value_or(ErrorKind::CommandFailed), m_what,
                     m_stopKind ? m_stopReason : "the server stopped it", 0, nullptr},
                    Certainty::Stopped, true);
    Error error{ErrorKind::CommandFailed, m_what, "the server gave no reason", 0, nullptr};
    if (event.reason) error = psrp::toError(*event.reason, m_what);
    if (m_promptSeen && error.kind == ErrorKind::CommandFailed) error.kind = ErrorKind::PromptRefused;
    fail(std::move(error), Certainty::Ended, true);
}

void PipelineRun::fail(Error error, Certainty certainty, bool shellUsable)
{
    finish(domain::fail(std::move(error)), certainty, shellUsable);
}

void PipelineRun::finish(domain::Result<Output> output, Certainty certainty, bool shellUsable)
{
    for (auto* timer : {&m_timeout, &m_stopTimer, &m_retryTimer})
        timer->stop();
    auto remarks = m_remarks.take();
    if (output) {
        output->keptBytes = m_pipeline.keptBytes();
        output->memory = m_pipeline.memory();
        output->remarks = std::exchange(remarks, {});
    }
    if (auto done = std::exchange(m_done, nullptr))
        done({std::move(output), certainty, shellUsable, m_stopKind.has_value(), std::move(remarks)});
}

void PipelineRun::abandon()
{
    m_done = nullptr;
    for (auto* timer : {&m_timeout, &m_stopTimer, &m_retryTimer})
        timer->stop();
}

} // namespace drydock::session
