// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The output of a runspace pool or a command that is not delivered yet, and the Receive that waits for it (a long
// poll).
#pragma once

#include "remoting/lab/pending_request.h"

#include <QObject>
#include <QTimer>
#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace drydock::lab {

// Lives on the thread of the LabServer. Deleting it leaves a waiting Receive without an answer.
class OutputQueue : public QObject
{
    Q_OBJECT
public:
    // `commandId` is empty for the pool.
    explicit OutputQueue(std::string commandId, QObject* parent = nullptr);

    void push(std::vector<std::string> fragments);
    // Marks the end of the output. The last Receive reports Done.
    void finish();
    [[nodiscard]] bool isDelivered() const noexcept { return m_delivered; }

    // Answers the Receive as soon as there is output, or with a fault when its OperationTimeout has passed. A second
    // waiting Receive is answered with a fault.
    void wait(const PendingRequest& pending);
    // Answers a waiting Receive with a fault.
    void abort(std::uint32_t code, const std::string& message);
    // Ends the connection of a waiting Receive, as a server that goes down does.
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
