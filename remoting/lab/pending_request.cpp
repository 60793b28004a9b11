// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/lab/pending_request.h"

#include "remoting/http/date.h"
#include "remoting/psrp/guid.h"
#include "remoting/wsman/response_writer.h"

namespace drydock::lab {

PendingRequest::PendingRequest(http::ServerConnection* connection, wsman::Request request, std::function<Time()> clock)
    : m_connection(connection), m_request(std::make_shared<const wsman::Request>(std::move(request))),
      m_clock(std::move(clock))
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
    response.body =
        wsman::write(wsman::respondTo(*m_request, std::move(body), "uuid:" + psrp::randomGuid().toUpperString()));
    m_connection->respond(std::move(response));
}

void PendingRequest::drop() const
{
    if (m_connection) m_connection->abort();
}

} // namespace drydock::lab
