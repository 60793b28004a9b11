// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Turns Ctrl+C (SIGINT) and SIGTERM into a signal of the event loop. At most one object may exist in a process.
#pragma once

#include <QObject>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace drydock::ctl {

class Interrupt : public QObject
{
    Q_OBJECT

public:
    // If the event loop does not take a signal in time, because it is blocked, the process ends with Stopped.
    explicit Interrupt(QObject* parent = nullptr);
    // From here on the process ignores both signals, so that it can close its sessions.
    ~Interrupt() override;

signals:
    // Emitted once for each signal received, with the time when that was.
    void requested(std::chrono::steady_clock::time_point at);
    // Of the thread that reads the signals, for deliver() alone.
    void received(std::chrono::steady_clock::time_point at);

private:
    void watch();
    void deliver(std::chrono::steady_clock::time_point at);

    std::mutex m_mutex;
    std::condition_variable m_taken;
    bool m_waiting = false; // a signal is on its way to the event loop
    bool m_ending = false;
    std::thread m_watcher;
};

} // namespace drydock::ctl
