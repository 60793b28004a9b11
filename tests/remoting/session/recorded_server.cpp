// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "tests/remoting/session/recorded_server.h"

#include "remoting/wsman/names.h"
#include "remoting/wsman/response.h"
#include "remoting/wsman/response_writer.h"

namespace drydock::tests {

void RecordedServer::play(const std::filesystem::path& file)
{
    m_exchanges = readRecording(file);
    m_at = 0;
    m_asked.clear();
    m_commands = 0;
    m_server.handler = [this](const http::ServerRequest& http) { return answer(http); };
}

std::vector<psrp::Guid> RecordedServer::ids() const
{
    std::vector<psrp::Guid> ids;
    for (const auto& exchange : m_exchanges) {
        const auto request = wsman::readRequest(exchange.request);
        if (const auto* create = std::get_if<wsman::CreateBody>(&request->body))
            ids.push_back(psrp::Guid::parse(create->shellId).value_or(psrp::Guid{}));
        if (const auto* command = std::get_if<wsman::CommandBody>(&request->body))
            ids.push_back(psrp::Guid::parse(command->commandId).value_or(psrp::Guid{}));
    }
    return ids;
}

http::Response RecordedServer::answer(const http::ServerRequest& http)
{
    const auto request = wsman::readRequest(http.body);
    if (!request) return {400, {}, {}, {}};
    if (request->operation == wsman::Operation::Command) ++m_commands;
    const auto action = [](const std::string& text) { return text.substr(text.rfind('/') + 1); };
    while (m_at < m_exchanges.size()) {
        const auto& exchange = m_exchanges[m_at++];
        const auto recorded = wsman::readRequest(exchange.request);
        if (action(recorded->action) != action(request->action)) {
            if (recorded->operation == wsman::Operation::Send || recorded->operation == wsman::Operation::Signal)
                continue; // other clients' habits
            break;
        }
        m_asked += action(request->action) + ' ';
        auto text = exchange.response;
        text.replace(text.find(recorded->messageId), recorded->messageId.size(), request->messageId);
        return soap(text, exchange.status);
    }
    return soap(wsman::write(wsman::respondTo(
                    *request, wsman::makeFault(wsman::code::unexpectedSelectors, "the recording is over"), "uuid:X")),
                500);
}

} // namespace drydock::tests
