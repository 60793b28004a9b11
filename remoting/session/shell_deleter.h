// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Deletes a remote shell whose owner no longer exists: sends one request over its own connection within a time-out,
// then deletes itself.
#pragma once

#include "remoting/http/http_connection.h"
#include "remoting/session/error_classification.h"
#include "remoting/session/network_thread.h"

#include <QTimer>

#include <functional>

namespace drydock::session {

class ShellDeleter : public QObject
{
public:
    // Made with new on the network thread, whose destructor waits for it. `deleted` is called when the server says that
    // the shell is gone.
    ShellDeleter(NetworkThread& thread, http::HttpConnectionOptions options, std::string envelope,
                 std::chrono::milliseconds timeout, std::function<void()> deleted)
        : m_shutdownGuard(thread), m_connection(std::move(options))
    {
        QTimer::singleShot(timeout, this, &QObject::deleteLater);
        m_connection.post({std::move(envelope), timeout},
                          [this, deleted = std::move(deleted)](const domain::Result<http::Response>& answer) {
                              if (const auto response = wsman::readResponse(answer ? answer->body : std::string());
                                  response && isDeleted(*response))
                                  deleted();
                              deleteLater();
                          });
    }

private:
    NetworkThread::ShutdownGuard m_shutdownGuard;
    http::HttpConnection m_connection;
};

} // namespace drydock::session
