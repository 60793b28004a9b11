// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/interrupt.h"

#include <QSocketNotifier>

#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace drydock::ctl {
namespace {

int pipeEnds[2] = {-1, -1};

// A signal handler may only call async-signal-safe functions such as write(). The event loop reads what it wrote.
void writeToPipe(int)
{
    const char byte = 1;
    if (::write(pipeEnds[1], &byte, 1) < 0) return; // the pipe is full of earlier signals, which are still to be read
}

} // namespace

Interrupt::Interrupt(QObject* parent) : QObject(parent)
{
    if (::pipe2(pipeEnds, O_CLOEXEC | O_NONBLOCK) != 0) return;
    m_notifier = new QSocketNotifier(pipeEnds[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        while (::read(pipeEnds[0], &byte, 1) == 1)
            emit requested();
    });
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
    for (int& end : pipeEnds) {
        if (end >= 0) ::close(end);
        end = -1;
    }
}

} // namespace drydock::ctl
