// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/termination_signals.h"

#include <csignal>
#include <thread>
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

void callForEach(const std::function<void()>& handler)
{
    char byte = theEnd;
    while (::read(pipeEnds[0], &byte, 1) == 1 && byte == aSignal)
        handler();
}

} // namespace

struct TerminationSignals::Watcher {
    std::thread thread;
};

TerminationSignals::TerminationSignals(std::function<void()> handler)
{
    if (::pipe2(pipeEnds, O_CLOEXEC) != 0) return;
    ::fcntl(pipeEnds[1], F_SETFL, O_NONBLOCK);
    m_watcher = std::make_unique<Watcher>();
    m_watcher->thread = std::thread([handler = std::move(handler)] { callForEach(handler); });
    struct sigaction action {
    };
    action.sa_handler = writeToPipe;
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
}

TerminationSignals::~TerminationSignals()
{
    ::signal(SIGINT, SIG_IGN);
    ::signal(SIGTERM, SIG_IGN);
    if (!m_watcher) return;
    ::fcntl(pipeEnds[1], F_SETFL, 0);
    if (::write(pipeEnds[1], &theEnd, 1) != 1) return; // cannot happen: the pipe is read
    m_watcher->thread.join();
    for (int& end : pipeEnds)
        ::close(std::exchange(end, -1));
}

} // namespace drydock::ctl
