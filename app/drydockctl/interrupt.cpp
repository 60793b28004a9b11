// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/interrupt.h"

#include "app/drydockctl/exit_code.h"
#include "app/end_deadline.h"
#include "app/end_process.h"

namespace drydock::ctl {

Interrupt::Interrupt(QObject* parent) : QObject(parent)
{
    connect(this, &Interrupt::received, this, &Interrupt::deliver, Qt::QueuedConnection);
    m_signals.emplace([this] { onSignal(); });
}

// The process still closes its sessions. Another Ctrl+C must not end it before their remote shells are deleted.
Interrupt::~Interrupt()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_ending = true;
    }
    m_taken.notify_all();
    m_signals.reset();
}

void Interrupt::onSignal()
{
    std::unique_lock lock(m_mutex);
    if (m_ending) return;
    m_waiting = true;
    emit received(std::chrono::steady_clock::now());
    if (!m_taken.wait_for(lock, app::endingOnRequest, [this] { return !m_waiting || m_ending; }))
        app::endProcess(static_cast<int>(ExitCode::Stopped));
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
