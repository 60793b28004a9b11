// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/session/network_thread.h"

namespace drydock::session {
namespace {

// remoting/README.md, "closing". A shell that is not deleted by then ends by its idle time-out on the server.
constexpr std::chrono::seconds closing{5};

} // namespace

NetworkThread::NetworkThread()
{
    m_thread.setObjectName(QStringLiteral("network"));
    m_thread.start();
}

NetworkThread::~NetworkThread()
{
    {
        std::unique_lock lock(m_mutex);
        m_left.wait_for(lock, closing, [this] { return m_guardCount == 0; });
    }
    m_thread.quit();
    m_thread.wait();
}

NetworkThread::ShutdownGuard::ShutdownGuard(NetworkThread& thread) : m_thread(thread)
{
    const std::scoped_lock lock(m_thread.m_mutex);
    ++m_thread.m_guardCount;
}

NetworkThread::ShutdownGuard::~ShutdownGuard()
{
    {
        const std::scoped_lock lock(m_thread.m_mutex);
        --m_thread.m_guardCount;
    }
    m_thread.m_left.notify_all();
}

} // namespace drydock::session
