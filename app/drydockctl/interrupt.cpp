// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/interrupt.h"

#include "app/drydockctl/exit_code.h"
#include "app/end_deadline.h"

#include <csignal>
#include <cstdlib>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace drydock::ctl {
namespace {

int pipeEnds[2] = {-1, -1};

constexpr char aSignal = 1, theEnd = 0;

// A signal handler may only call async-signal-safe functions such as write(). A thread reads what it wrote.
void writeToPipe(int)
{
    const char byte = aSignal;
    if (::write(pipeEnds[1], &byte, 1) < 0) return; // the pipe is full of earlier signals, which are still to be read
}

} // namespace

Interrupt::Interrupt(QObject* parent) : QObject(parent)
{
    if (::pipe2(pipeEnds, O_CLOEXEC) != 0) return;
    ::fcntl(pipeEnds[1], F_SETFL, O_NONBLOCK);
    connect(this, &Interrupt::received, this, &Interrupt::deliver, Qt::QueuedConnection);
    m_watcher = std::thread([this] { watch(); });
    struct sigaction action {
    };
    action.sa_handler = writeToPipe;
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
}

// The process still closes its sessions. Another Ctrl+C must not end it before their remote shells are deleted.
Interrupt::~Interrupt()
{
    ::signal(SIGINT, SIG_IGN);
    ::signal(SIGTERM, SIG_IGN);
    if (!m_watcher.joinable()) return;
    {
        const std::scoped_lock lock(m_mutex);
        m_ending = true;
    }
    m_taken.notify_all();
    ::fcntl(pipeEnds[1], F_SETFL, 0);
    if (::write(pipeEnds[1], &theEnd, 1) != 1) return; // cannot happen: the pipe is read
    m_watcher.join();
    for (int& end : pipeEnds)
        ::close(std::exchange(end, -1));
}

void Interrupt::watch()
{
    char byte = theEnd;
    while (::read(pipeEnds[0], &byte, 1) == 1 && byte == aSignal) {
        std::unique_lock lock(m_mutex);
        m_waiting = true;
        emit received(std::chrono::steady_clock::now());
        if (!m_taken.wait_for(lock, app::endingOnRequest, [this] { return !m_waiting || m_ending; }))
            std::_Exit(static_cast<int>(ExitCode::Stopped));
    }
}

void Interrupt::deliver(std::chrono::steady_clock::time_point at)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_waiting = false;
    }
    m_taken.notify_all();
    emit requested(at);
}

} // namespace drydock::ctl
