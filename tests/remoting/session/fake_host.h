// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A WSMan and PSRP server for tests: it runs commands, fails as injected, and records its requests.
#pragma once

#include "remoting/psrp/server_pool.h"
#include "remoting/wsman/response.h"
#include "tests/remoting/http/script_server.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace drydock::tests {

class FakeHost
{
public:
    explicit FakeHost(const QString& path = QStringLiteral("/PowerShell/"));

    // What a cmdlet does. The default writes its name and completes.
    std::function<void(psrp::ServerPipeline&, const psrp::Command&)> run;
    // Injected faults by operation ("Create", "Receive", …) and how often it was asked before (0, 1, 2 …).
    std::function<InjectedFault(const std::string& operation, int number)> injected;
    // Faults instead of an answer, and changes to the answer's text.
    std::function<std::optional<wsman::Fault>(const std::string& operation, int number)> fault;
    std::function<void(const std::string& operation, int number, http::Response&)> change;
    // Changes the fragments that a Receive for a command brings.
    std::function<void(std::vector<std::string>& fragments)> fragments;
    std::function<void(std::vector<std::string>& fragments)> poolFragments; // the same for the pool
    psrp::ServerOptions options;
    bool keepsRunning = false; // a command completes only when it is stopped
    bool endsApart = false;    // Done comes in a Receive of its own, behind the pipeline's state

    [[nodiscard]] QUrl url() const { return m_server.url(m_path); }
    [[nodiscard]] ScriptServer& server() { return m_server; }
    [[nodiscard]] int count(const std::string& operation) const;
    [[nodiscard]] std::string operations() const; // "Create Receive Receive Command …"
    [[nodiscard]] std::size_t shellCount() const { return m_shells.size(); }
    [[nodiscard]] std::size_t commandCount() const; // commands that were not freed
    void loseShells() { m_shells.clear(); }         // what a recycled application pool does

    std::vector<wsman::Request> requests;
    std::vector<std::string> commandsRun; // names, in order: what was really executed

private:
    struct Shell {
        explicit Shell(psrp::ServerOptions serverOptions) : pool(std::move(serverOptions)) {}
        psrp::ServerPool pool;
        std::map<std::string, psrp::ServerPipeline> commands;
    };

    http::Response answer(const http::ServerRequest& request);
    wsman::ResponseBody perform(const wsman::Request& request);
    wsman::ResponseBody create(const wsman::CreateBody& body, const wsman::Request& request);
    wsman::ResponseBody command(Shell& shell, const wsman::CommandBody& body);
    wsman::ResponseBody send(Shell& shell, const wsman::SendBody& body);
    wsman::ResponseBody receive(Shell& shell, const wsman::ReceiveBody& body);
    wsman::ResponseBody signal(Shell& shell, const wsman::SignalBody& body);
    void execute(psrp::ServerPipeline& pipeline);

    QString m_path;
    ScriptServer m_server;
    std::map<std::string, Shell> m_shells;
    std::map<std::string, int> m_counts;
};

} // namespace drydock::tests
