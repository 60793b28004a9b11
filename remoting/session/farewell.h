// Deletes a remote shell whose owner is gone: one request on a connection of its own, within a time-out, then itself.
#pragma once

#include "remoting/http/lane.h"
#include "remoting/session/network_thread.h"

#include <QTimer>

namespace drydock::session {

class Farewell : public QObject
{
public:
    // Made with new on the network thread; the thread waits for it at its end.
    Farewell(NetworkThread& thread, http::LaneOptions options, std::string envelope, std::chrono::milliseconds timeout)
        : m_guest(thread), m_lane(std::move(options))
    {
        QTimer::singleShot(timeout, this, &QObject::deleteLater);
        m_lane.post({std::move(envelope), timeout}, [this](const auto&) { deleteLater(); });
    }

private:
    NetworkThread::Guest m_guest;
    http::Lane m_lane;
};

} // namespace drydock::session
