// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/lab/pending_request.h"

#include "remoting/http/date.h"
#include "remoting/lab/wire_faults.h"
#include "remoting/psrp/guid.h"

namespace drydock::lab {

PendingRequest::PendingRequest(http::ServerConnection* connection, wsman::Request request, std::function<Time()> clock,
                               WireFaults& faults, std::string host)
    : m_connection(connection), m_request(std::make_shared<const wsman::Request>(std::move(request))),
      m_clock(std::move(clock)), m_faults(&faults), m_host(std::move(host))
{
}

void PendingRequest::send(wsman::ResponseBody body) const
{
    if (!m_connection) return;
    const bool isFault = std::holds_alternative<wsman::Fault>(body);
    http::Response response;
    response.status = isFault ? 500 : 200;
    response.headers = {{"Content-Type", std::string(http::soapType)}, {"Server", "Microsoft-HTTPAPI/2.0"}};
    if (m_clock) response.headers.emplace_back("Date", http::printDate(m_clock()));
    auto envelope = wsman::respondTo(*m_request, std::move(body), "uuid:" + psrp::randomGuid().toUpperString());
    m_faults->respond(*m_connection, *m_request, m_host, std::move(envelope), std::move(response));
}

void PendingRequest::drop() const
{
    if (m_connection) m_connection->abort();
}

} // namespace drydock::lab
