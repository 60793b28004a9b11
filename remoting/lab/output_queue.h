// What a runspace pool or a command has to deliver, and the one Receive that may wait for it (a long poll).
#pragma once

#include "remoting/lab/pending_request.h"

#include <QObject>
#include <QTimer>
#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace drydock::lab {

class OutputQueue : public QObject
{
    Q_OBJECT
public:
    // `commandId`: empty for the pool's.
    explicit OutputQueue(std::string commandId, QObject* parent = nullptr);

    void push(std::vector<std::string> fragments);
    // Nothing follows: the last Receive says Done.
    void finish();
    [[nodiscard]] bool isDelivered() const noexcept { return m_delivered; }

    // Answers at once when there is something, else when there is or the request's OperationTimeout is over.
    void wait(const PendingRequest& pending);
    // Answers a waiting Receive with a fault.
    void abort(std::uint32_t code, const std::string& message);
    // Ends a waiting Receive's connection, as a server that goes down does.
    void drop();

private:
    void deliver();
    void timeOut();

    std::string m_commandId;
    std::deque<std::string> m_fragments;
    std::optional<PendingRequest> m_waiting;
    QTimer m_timer;
    bool m_finished = false;
    bool m_delivered = false;
};

} // namespace drydock::lab
