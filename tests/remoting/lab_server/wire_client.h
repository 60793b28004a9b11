// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A client of the tests: one envelope after another over one connection, each waited for.
#pragma once

#include "remoting/http/http_connection.h"
#include "remoting/lab/lab_server.h"
#include "remoting/psrp/client_pool.h"
#include "remoting/wsman/names.h"
#include "remoting/wsman/response.h"
#include "tests/support/qt_test.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace drydock::lab {

// Everything that a pipeline reported.
struct CommandOutput {
    std::vector<clixml::Value> objects;
    std::vector<psrp::ErrorRecord> errors;
    std::vector<std::string> warnings;
    std::vector<psrp::ProgressRecord> progress;
    psrp::PipelineState state = psrp::PipelineState::NotStarted;
    std::optional<psrp::ErrorRecord> reason;
};

class WireClient
{
public:
    WireClient(const std::string& url, bool node, const char* user = "LAB\\admin", std::string password = "practice",
               domain::AuthenticationScheme scheme = domain::AuthenticationScheme::Basic, bool allowNtlm = false);

    // Sends one request and returns its answer.
    domain::Result<wsman::Response> ask(wsman::Request request);
    wsman::Request request(wsman::Operation operation, wsman::RequestBody body = {}) const;

    domain::Result<> open();
    domain::Result<CommandOutput> run(const psrp::Command& command) { return run(std::vector<psrp::Command>{command}); }
    domain::Result<CommandOutput> run(const std::vector<psrp::Command>& commands);
    domain::Result<CommandOutput> metadata(const std::vector<std::string>& names);
    // The two halves of run(), for tests that do something between them.
    domain::Result<> begin(psrp::ClientPipeline& pipeline);
    domain::Result<CommandOutput> finish(psrp::ClientPipeline& pipeline);
    domain::Result<wsman::Response> signal(const psrp::ClientPipeline& pipeline, std::string_view code);
    domain::Result<wsman::Response> remove() { return ask(request(wsman::Operation::Delete)); }

    // Makes the pool one that another client has opened.
    void connectTo(const std::string& id);

    psrp::ClientPool& pool() { return m_pool; }
    [[nodiscard]] http::HttpConnection& connection() { return *m_connection; }
    std::string shellId;
    std::string sessionId;
    std::chrono::milliseconds operationTimeout{20'000};

private:
    std::string m_url;
    std::string m_resource;
    std::unique_ptr<http::HttpConnection> m_connection;
    psrp::ClientPool m_pool;
};

// A lab that listens, of a scenario.
class ServedLab : public ::testing::Test
{
protected:
    static LabOptions options(const char* scenario = "seed");
    void serve(LabOptions options);
    WireClient exchange(const char* user = "LAB\\admin") { return {m_listening.exchangeUrl, false, user}; }
    WireClient node(const char* server, const char* user = "LAB\\admin");
    WireClient opened(WireClient client);

    LabServer m_server;
    Listening m_listening;
};

psrp::Command command(std::string name, std::initializer_list<std::pair<const char*, const char*>> texts = {});

} // namespace drydock::lab
