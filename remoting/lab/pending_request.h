// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A request that has not been answered yet, and its connection.
#pragma once

#include "model/domain/time.h"
#include "remoting/http/server_connection.h"
#include "remoting/wsman/request.h"
#include "remoting/wsman/response.h"

#include <QPointer>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace drydock::lab {

class WireFaults;
using domain::Time;

// Copyable; the answer goes nowhere if the connection has been deleted. Used on the thread of the LabServer.
class PendingRequest
{
public:
    // `clock` tells the time of the server that answers; it is asked at the answer. Without one no time is told.
    // `faults` outlives every request.
    PendingRequest(http::ServerConnection* connection, wsman::Request request, std::function<Time()> clock,
                   WireFaults& faults, std::string host);

    [[nodiscard]] const wsman::Request& request() const noexcept { return *m_request; }
    [[nodiscard]] http::ServerConnection* connection() const noexcept { return m_connection; }

    void send(wsman::ResponseBody body) const;
    void fault(std::uint32_t code, std::string message) const { send(wsman::makeFault(code, std::move(message))); }
    // Ends the connection without an answer.
    void drop() const;

private:
    QPointer<http::ServerConnection> m_connection;
    std::shared_ptr<const wsman::Request> m_request;
    std::function<Time()> m_clock;
    WireFaults* m_faults;
    std::string m_host; // the server whose own address was asked; empty for the load-balanced one
};

} // namespace drydock::lab
