// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A LabServer on its own thread, so that a busy caller does not delay the lab.
#pragma once

#include "remoting/lab/lab_server.h"

#include <QThread>
#include <functional>

namespace drydock::lab {

// Made and destroyed on one thread. The functions may be called from any other thread than the lab's, and block until
// the lab's thread has run them.
class LabThread
{
public:
    LabThread();
    // Stops the server and waits for the end of the thread.
    ~LabThread();
    LabThread(const LabThread&) = delete;
    LabThread& operator=(const LabThread&) = delete;

    // Errors: those of LabServer::start.
    [[nodiscard]] Result<Listening> start(LabOptions options);
    // The functions below have no effect, and return what is empty, while the server does not listen.
    void inject(const Fault& fault);
    [[nodiscard]] StateDigest stateDigest();
    [[nodiscard]] int shellCount();
    // Calls the function on the lab's thread, with the organisation's clock up to date.
    void with(const std::function<void(Organisation&)>& function);

private:
    QThread m_thread;
    LabServer* m_server; // lives on the thread
};

} // namespace drydock::lab
