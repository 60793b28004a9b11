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
    class Guest
    {
    public:
        explicit Guest(NetworkThread& thread);
        ~Guest();
        Guest(const Guest&) = delete;
        Guest& operator=(const Guest&) = delete;

    private:
        NetworkThread& m_thread;
    };

private:
    std::mutex m_mutex;
    std::condition_variable m_left;
    int m_guests = 0;
    QThread m_thread;
};

} // namespace drydock::session
