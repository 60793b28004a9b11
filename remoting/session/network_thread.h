// The thread that sessions live on; at the end it waits, for a bounded time, until their shells are deleted.
#pragma once

#include <QThread>

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>

namespace drydock::session {

class NetworkThread
{
public:
    NetworkThread();
    ~NetworkThread(); // drains, quits, waits

    [[nodiscard]] QThread* thread() { return &m_thread; }

    // Held by everything that must be closed before the thread may end.
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
