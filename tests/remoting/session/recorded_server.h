// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A server that answers what Windows answered in a recording, in the recorded order.
#pragma once

#include "remoting/psrp/guid.h"
#include "tests/remoting/http/script_server.h"
#include "tests/remoting/wsman/recordings.h"

#include <filesystem>
#include <string>
#include <vector>

namespace drydock::tests {

class RecordedServer
{
public:
    // Begins the recording. Each answer is related to the request that really came.
    void play(const std::filesystem::path& file);
    // The pool's id, then the pipelines', as the recorded client chose them.
    [[nodiscard]] std::vector<psrp::Guid> ids() const;
    [[nodiscard]] const std::string& asked() const
    {
        return m_asked;
    }                                                         // "Create Receive Command …", of what is recorded
    [[nodiscard]] int commands() const { return m_commands; } // that arrived, recorded or not
    [[nodiscard]] ScriptServer& server() { return m_server; }

private:
    http::Response answer(const http::ServerRequest& http);

    ScriptServer m_server;
    std::vector<wsman::RecordedExchange> m_exchanges;
    std::size_t m_at = 0;
    std::string m_asked;
    int m_commands = 0;
};

} // namespace drydock::tests
