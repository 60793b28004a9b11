// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/lab/output_queue.h"

#include "remoting/wsman/names.h"

#include <algorithm>
#include <chrono>

namespace drydock::lab {
namespace {

using namespace std::chrono_literals;

constexpr auto longestWait = 30min;
constexpr std::size_t envelopeOverhead = 2048;
constexpr std::size_t streamOverhead = 160;

// Returns how many bytes of streams fit in an answer below the client's MaxEnvelopeSize (protocol.md 1.12).
std::size_t roomIn(const wsman::Request& request)
{
    const auto size = static_cast<std::size_t>(std::clamp(request.maxEnvelopeSize, 8192, wsman::largeEnvelope));
    return size - envelopeOverhead;
}

} // namespace

OutputQueue::OutputQueue(std::string commandId, QObject* parent) : QObject(parent), m_commandId(std::move(commandId))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &OutputQueue::timeOut);
}

void OutputQueue::push(std::vector<std::string> fragments)
{
    for (auto& fragment : fragments)
        m_fragments.push_back(std::move(fragment));
    if (!m_fragments.empty() && m_waiting) deliver();
}

void OutputQueue::finish()
{
    m_finished = true;
    if (m_waiting) deliver();
}

void OutputQueue::wait(const PendingRequest& pending)
{
    // A waiting Receive whose connection has ended does not count.
    if (m_waiting && m_waiting->connection())
        return pending.fault(wsman::code::receiveInProgress, "A Receive for this target is already in progress.");
    if (m_delivered)
        return pending.fault(wsman::code::unexpectedSelectors,
                             "The request for the Windows Remote Shell with a command identifier that does not exist.");
    m_waiting = pending;
    if (!m_fragments.empty() || m_finished) return deliver();
    const auto asked = pending.request().operationTimeout;
    m_timer.start(asked.count() <= 0 ? 60s : std::clamp<std::chrono::milliseconds>(asked, 100ms, longestWait));
}

void OutputQueue::abort(std::uint32_t code, const std::string& message)
{
    m_timer.stop();
    if (!m_waiting) return;
    const auto pending = *m_waiting;
    m_waiting.reset();
    pending.fault(code, message);
}

void OutputQueue::drop()
{
    m_timer.stop();
    if (m_waiting) m_waiting->drop();
    m_waiting.reset();
}

void OutputQueue::timeOut()
{
    abort(wsman::code::operationTimedOut,
          "The WS-Management service cannot complete the operation within the time specified in OperationTimeout.");
}

void OutputQueue::deliver()
{
    m_timer.stop();
    const auto pending = *m_waiting;
    m_waiting.reset();
    if (!pending.connection()) return; // it has ended; the output waits for the next Receive
    wsman::ReceiveResponse answer;
    std::size_t room = roomIn(pending.request());
    while (!m_fragments.empty()) {
        const auto needs = m_fragments.front().size() * 4 / 3 + streamOverhead;
        if (needs > room && !answer.streams.empty()) break;
        room -= std::min(needs, room);
        answer.streams.push_back(
            {"stdout", m_commandId, std::move(m_fragments.front()), false}); // one fragment for each Stream
        m_fragments.pop_front();
    }
    if (!m_commandId.empty()) {
        m_delivered = m_finished && m_fragments.empty();
        answer.state = m_delivered ? wsman::CommandState::Done : wsman::CommandState::Running;
        answer.stateCommandId = m_commandId;
        if (m_delivered) answer.exitCode = "0";
    }
    pending.send(std::move(answer));
}

} // namespace drydock::lab
