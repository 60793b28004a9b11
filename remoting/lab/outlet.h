// What a runspace pool or a command has to deliver, and the one Receive that may wait for it (a long poll).
#pragma once

#include "remoting/lab/reply.h"

#include <QObject>
#include <QTimer>
#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace drydock::lab {

class Outlet : public QObject
{
    Q_OBJECT
public:
    // `commandId`: empty for the pool's.
    explicit Outlet(std::string commandId, QObject* parent = nullptr);

    void push(std::vector<std::string> fragments);
    // Nothing follows: the last Receive says Done.
    void finish();
    [[nodiscard]] bool isDelivered() const noexcept { return m_delivered; }

    // Answers at once when there is something, else when there is or the request's OperationTimeout is over.
    void wait(const Reply& reply);
    // Answers a waiting Receive with a fault.
    void abort(std::uint32_t code, const std::string& message);
    // Ends a waiting Receive's connection, as a server that goes down does.
    void drop();

private:
    void deliver();
    void timeOut();

    std::string m_commandId;
    std::deque<std::string> m_fragments;
    std::optional<Reply> m_waiting;
    QTimer m_timer;
    bool m_finished = false;
    bool m_delivered = false;
};

} // namespace drydock::lab
