// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Deletes a remote shell whose owner no longer exists: sends one request over its own connection within a time-out,
// then deletes itself.
#pragma once

#include "remoting/http/http_connection.h"
#include "remoting/session/network_thread.h"

#include <QTimer>

namespace drydock::session {

class ShellDeleter : public QObject
{
public:
    // Made with new on the network thread, whose destructor waits for it.
    ShellDeleter(NetworkThread& thread, http::HttpConnectionOptions options, std::string envelope,
                 std::chrono::milliseconds timeout)
        : m_shutdownGuard(thread), m_connection(std::move(options))
    {
        QTimer::singleShot(timeout, this, &QObject::deleteLater);
        m_connection.post({std::move(envelope), timeout}, [this](const auto&) { deleteLater(); });
    }

private:
    NetworkThread::ShutdownGuard m_shutdownGuard;
    http::HttpConnection m_connection;
};

} // namespace drydock::session
