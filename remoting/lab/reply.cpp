#include "remoting/lab/reply.h"

#include "remoting/psrp/guid.h"

namespace drydock::lab {

Reply::Reply(http::ServerConnection* connection, wsman::Request request)
    : m_connection(connection), m_request(std::make_shared<const wsman::Request>(std::move(request)))
{
}

void Reply::send(wsman::ResponseBody body) const
{
    if (!m_connection) return;
    const bool isFault = std::holds_alternative<wsman::Fault>(body);
    http::Response response;
    response.status = isFault ? 500 : 200;
    response.headers = {{"Content-Type", std::string(http::soapType)}, {"Server", "Microsoft-HTTPAPI/2.0"}};
    response.body =
        wsman::write(wsman::respondTo(*m_request, std::move(body), "uuid:" + psrp::randomGuid().toUpperString()));
    m_connection->respond(response);
}

void Reply::drop() const
{
    if (m_connection) m_connection->breakOff();
}

} // namespace drydock::lab
