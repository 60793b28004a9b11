// A LabServer on a thread of its own, so that whoever is busy does not hold the lab up. Its calls may come from any
// thread.
#pragma once

#include "remoting/lab/lab_server.h"

#include <QThread>
#include <functional>

namespace drydock::lab {

class LabThread
{
public:
    LabThread();
    ~LabThread(); // stops the lab, quits and waits
    LabThread(const LabThread&) = delete;
    LabThread& operator=(const LabThread&) = delete;

    // As LabServer::start; returns when it listens.
    [[nodiscard]] Result<Listening> start(LabOptions options);
    void inject(const Fault& fault);
    [[nodiscard]] StateDigest stateDigest();
    // Runs on the lab's thread with its clock up to date, and waits for it; not at all while nothing listens. Not to be
    // called from that thread.
    void with(const std::function<void(Organisation&)>& look);

private:
    QThread m_thread;
    LabServer* m_server; // lives on the thread
};

} // namespace drydock::lab
