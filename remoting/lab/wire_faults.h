// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The faults of the wire: what the lab does to a request or to its answer in place of what is right.
#pragma once

#include "remoting/http/server_connection.h"
#include "remoting/lab/organisation.h"
#include "remoting/lab/virtual_clock.h"
#include "remoting/wsman/response.h"

#include <functional>
#include <optional>
#include <string>

namespace drydock::lab {

// Lives on the thread of the LabServer.
class WireFaults
{
public:
    // `organisation` and `clock` outlive this object. `refuse` answers a connection with 401.
    WireFaults(Organisation& organisation, const VirtualClock& clock,
               std::function<void(http::ServerConnection&)> refuse);

    // Returns whether a fault has answered the request or dropped its connection, so that nothing is to be done.
    [[nodiscard]] bool strike(http::ServerConnection& connection, const wsman::Request& request,
                              const std::string& host);
    // Returns for how long the request is refused for load; nothing: it is not.
    [[nodiscard]] std::optional<Duration> refusedFor(const wsman::Request& request, const std::string& host);
    // Sends the envelope with these headers, unless a fault makes something else of it.
    void respond(http::ServerConnection& connection, const wsman::Request& request, const std::string& host,
                 wsman::Response envelope, http::Response headers);

private:
    Organisation& m_organisation;
    const VirtualClock& m_clock;
    std::function<void(http::ServerConnection&)> m_refuse;
};

} // namespace drydock::lab
