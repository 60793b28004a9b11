// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The thread on which sessions live. Before it ends, it waits for a limited time until their shells are deleted.
#pragma once

#include <QThread>

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>

namespace drydock::session {

// Made and destroyed on one thread, usually the main thread. A ShutdownGuard may be made and destroyed on any thread.
class NetworkThread
{
public:
    NetworkThread();
    // Waits until all guards are gone, at most for "closing" of the time-out table, then quits the thread and waits for
    // its end. Blocks the caller.
    ~NetworkThread();

    [[nodiscard]] QThread* thread() { return &m_thread; }

    // Keeps the thread running while an object that lives on it has something to close.
    class ShutdownGuard
    {
    public:
        explicit ShutdownGuard(NetworkThread& thread);
        ~ShutdownGuard();
        ShutdownGuard(const ShutdownGuard&) = delete;
        ShutdownGuard& operator=(const ShutdownGuard&) = delete;

    private:
        NetworkThread& m_thread;
    };

private:
    std::mutex m_mutex;
    std::condition_variable m_left;
    int m_guardCount = 0;
    QThread m_thread;
};

} // namespace drydock::session
