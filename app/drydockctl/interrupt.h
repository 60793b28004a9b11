// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Turns the requests to end this process (Ctrl+C, SIGTERM) into a signal of the event loop. At most one object may
// exist in a process.
#pragma once

#include "app/drydockctl/termination_signals.h"

#include <QObject>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>

namespace drydock::ctl {

class Interrupt : public QObject
{
    Q_OBJECT

public:
    // If the event loop does not take a signal in time, because it is blocked, the process ends with Stopped.
    explicit Interrupt(QObject* parent = nullptr);
    // From here on the process ignores further requests, so that it can close its sessions.
    ~Interrupt() override;

signals:
    // Emitted once for each signal received, with the time when that was.
    void requested(std::chrono::steady_clock::time_point at);
    // Of the thread that reports the requests, for deliver() alone.
    void received(std::chrono::steady_clock::time_point at);

private:
    void onSignal();
    void deliver(std::chrono::steady_clock::time_point at);

    std::mutex m_mutex;
    std::condition_variable m_taken;
    bool m_waiting = false; // a signal is on its way to the event loop
    bool m_ending = false;
    std::optional<TerminationSignals> m_signals; // the last member: its thread uses the others
};

} // namespace drydock::ctl
