// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Our client on the engine's standard input and output: the packets of `powershell-peer serve`, one a line.
#pragma once

#include "peer.h"
#include "remoting/psrp/client_pool.h"

#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace drydock::tests {

class StdioSession
{
public:
    // `script` runs when the runspace opens.
    explicit StdioSession(const QString& script, psrp::ClientOptions options = {});

    [[nodiscard]] bool open();
    [[nodiscard]] psrp::ClientPool& pool() noexcept { return m_pool; }
    // Runs to the end and returns all events; empty if the engine stopped answering.
    [[nodiscard]] std::vector<psrp::PipelineEvent> run(psrp::ClientPipeline pipeline);
    [[nodiscard]] std::vector<psrp::PipelineEvent> run(const psrp::Command& command);
    // Starts, waits for the first event, requests a stop, and returns all events.
    [[nodiscard]] std::vector<psrp::PipelineEvent> runAndStop(const psrp::Command& command);
    // Sends a request to the pool, or what it has to send, until `done`.
    [[nodiscard]] bool askPool(const std::string& fragments, const std::function<bool()>& done);
    [[nodiscard]] bool close();

private:
    struct Packet {
        std::string element, guid, stream, data;
    };

    [[nodiscard]] std::optional<Packet> next();
    // Sends, and waits for the acknowledgement; what comes meanwhile is kept.
    [[nodiscard]] bool send(const std::string& element, const psrp::Guid& guid, const std::string& data = {},
                            const char* stream = "Default");
    [[nodiscard]] bool start(psrp::ClientPipeline& pipeline);
    [[nodiscard]] std::optional<Packet> nextWaiting();
    [[nodiscard]] bool receivePool(const Packet& packet);
    [[nodiscard]] bool pump(psrp::ClientPipeline& pipeline, std::vector<psrp::PipelineEvent>& events);

    Peer m_peer;
    psrp::ClientPool m_pool;
    std::deque<Packet> m_waiting;
};

} // namespace drydock::tests
