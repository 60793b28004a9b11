// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "stdio_session.h"

#include "model/domain/base64.h"

#include <gtest/gtest.h>
#include <pugixml.hpp>

namespace drydock::tests {

using namespace psrp;

StdioSession::StdioSession(const QString& script, ClientOptions options)
    : m_peer({QStringLiteral("serve"), script}), m_pool(std::move(options))
{
}

std::optional<StdioSession::Packet> StdioSession::next()
{
    const auto line = m_peer.readLine();
    if (!line) return std::nullopt;
    pugi::xml_document document;
    if (!document.load_buffer(line->data(), line->size())) return std::nullopt;
    const pugi::xml_node node = document.first_child();
    return Packet{node.name(), node.attribute("PSGuid").value(), node.attribute("Stream").value(), node.child_value()};
}

bool StdioSession::send(const std::string& element, const Guid& guid, const std::string& data, const char* stream)
{
    std::string packet = "<" + element;
    if (element == "Data") packet += std::string(" Stream='") + stream + "'";
    packet += " PSGuid='" + guid.toString() + "'";
    packet += element == "Data" ? ">" + domain::toBase64(data) + "</Data>" : " />";
    m_peer.write(packet);
    while (auto answer = next()) {
        if (answer->element == element + "Ack") return true;
        m_waiting.push_back(std::move(*answer));
    }
    ADD_FAILURE() << "no " << element << "Ack: " << m_peer.standardError();
    return false;
}

bool StdioSession::open()
{
    if (!send("Data", Guid{}, m_pool.creationXml())) return false;
    while (m_pool.state() == RunspacePoolState::Opening) {
        const auto packet = nextWaiting();
        if (!packet || !receivePool(*packet)) return false;
    }
    return m_pool.state() == RunspacePoolState::Opened;
}

std::optional<StdioSession::Packet> StdioSession::nextWaiting()
{
    if (m_waiting.empty()) return next();
    auto packet = std::move(m_waiting.front());
    m_waiting.pop_front();
    return packet;
}

bool StdioSession::receivePool(const Packet& packet)
{
    if (packet.element != "Data") return true;
    const auto received = m_pool.receivePool(domain::fromBase64(packet.data).value());
    EXPECT_TRUE(received) << received.error().summary();
    if (!received) return false;
    for (const auto& outgoing : m_pool.takeOutgoing()) {
        if (!send("Data", Guid{}, outgoing.fragment)) return false;
    }
    return true;
}

bool StdioSession::askPool(const std::string& fragments, const std::function<bool()>& done)
{
    if (!fragments.empty() && !send("Data", Guid{}, fragments)) return false;
    for (const auto& outgoing : m_pool.takeOutgoing()) {
        if (!send("Data", Guid{}, outgoing.fragment)) return false;
    }
    while (!done()) {
        const auto packet = nextWaiting();
        if (!packet || !receivePool(*packet)) return false;
    }
    return true;
}

bool StdioSession::start(ClientPipeline& pipeline)
{
    if (!send("Command", pipeline.id())) return false;
    for (const std::string& fragment : pipeline.creationFragments()) {
        if (!send("Data", pipeline.id(), fragment)) return false;
    }
    return true;
}

bool StdioSession::pump(ClientPipeline& pipeline, std::vector<PipelineEvent>& events)
{
    const auto next = nextWaiting();
    if (!next) return false;
    const Packet& packet = *next;
    if (packet.element != "Data") return true;
    if (packet.guid == Guid{}.toString()) return receivePool(packet);
    const auto received = pipeline.receive(domain::fromBase64(packet.data).value());
    EXPECT_TRUE(received) << received.error().summary();
    if (!received) return false;
    for (const PipelineEvent& event : *received) {
        events.push_back(event);
        const auto* call = std::get_if<HostCallEvent>(&event);
        if (call == nullptr) continue;
        for (const std::string& fragment : call->answer) {
            if (!send("Data", pipeline.id(), fragment, "PromptResponse")) return false;
        }
    }
    return true;
}

std::vector<PipelineEvent> StdioSession::run(ClientPipeline pipeline)
{
    std::vector<PipelineEvent> events;
    if (!start(pipeline)) return {};
    while (!isFinal(pipeline.state())) {
        if (!pump(pipeline, events)) return {};
    }
    if (!send("Close", pipeline.id())) return {};
    return events;
}

std::vector<PipelineEvent> StdioSession::run(const Command& command)
{
    auto pipeline = m_pool.createPipeline({command});
    return pipeline ? run(std::move(*pipeline)) : std::vector<PipelineEvent>{};
}

std::vector<PipelineEvent> StdioSession::runAndStop(const Command& command)
{
    auto pipeline = m_pool.createPipeline({command});
    std::vector<PipelineEvent> events;
    if (!pipeline || !start(*pipeline)) return {};
    while (events.empty()) {
        if (!pump(*pipeline, events)) return {};
    }
    if (!send("Signal", pipeline->id())) return {};
    while (!isFinal(pipeline->state())) {
        if (!pump(*pipeline, events)) return {};
    }
    if (!send("Close", pipeline->id())) return {};
    return events;
}

bool StdioSession::close() { return send("Close", Guid{}); }

} // namespace drydock::tests
