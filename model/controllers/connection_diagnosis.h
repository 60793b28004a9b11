// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Tests a connection stage by stage, from the server's name to the node of each member, and reports what each stage
// found. It changes nothing.
#pragma once

#include "model/domain/dag_snapshot.h"
#include "model/domain/endpoint_findings.h"
#include "model/domain/localizable_text.h"
#include "model/ports/endpoint_probe.h"
#include "model/ports/exchange_gateway.h"

#include <QObject>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace drydock::controllers {

// In this order. There is a Node for each managed server that was read.
enum class TestStage { Name, Port, Tls, Authentication, Shell, Roles, Member, Node };
// Returns "name", "port" and so on: the words of `drydockctl test`.
[[nodiscard]] const char* toString(TestStage stage) noexcept;

enum class TestResult {
    Passed,
    Warning, // the connection can be used, and something cannot be done by it
    Failed,
    Skipped, // it does not apply
};
[[nodiscard]] const char* toString(TestResult result) noexcept;

struct StageReport {
    TestStage stage = TestStage::Name;
    TestResult result = TestResult::Passed;
    std::string server{}; // Node: the server
    domain::LocalizableText found{};
    std::optional<domain::Error> error{};
    std::optional<domain::ServerCertificate> certificate{}; // Tls: that of the server, trusted or not
    std::vector<std::string> members{};                     // Member: the names to connect to instead
};

// Use it on the thread that it lives on; its signals are emitted there. Deleting it closes the session of a test under
// way.
class ConnectionDiagnosis : public QObject
{
    Q_OBJECT

public:
    ConnectionDiagnosis(ports::EndpointProbe probe, ports::GatewayFactory factory, QObject* parent = nullptr);
    ~ConnectionDiagnosis() override;

    // Ends a test under way, and begins one. A stage that fails ends it; a node that fails does not.
    void start(const ports::ConnectionProfile& profile, const ports::Passwords& passwords);
    // Ends the test under way without further signals.
    void stop();
    [[nodiscard]] bool running() const;

signals:
    void stageEnded(const drydock::controllers::StageReport& report);
    void finished();

private:
    void takeFindings(const domain::EndpointFindings& findings);
    void open();
    void takeOpened(const domain::Result<ports::SessionInfo>& opened);
    void readServers();
    void takeServers(const domain::DagSnapshot& snapshot);
    void takeNodes(const domain::DagSnapshot& snapshot);
    // Reports the stage and, where it failed, ends the test. Returns whether the test goes on.
    bool report(StageReport report);
    void end();

    ports::EndpointProbe m_probe;
    ports::GatewayFactory m_factory;
    ports::ConnectionProfile m_profile;
    ports::Passwords m_passwords;
    std::shared_ptr<ports::ExchangeGateway> m_gateway;
    quint64 m_generation = 0; // of the test; answers to earlier ones are dropped
    bool m_running = false;
};

} // namespace drydock::controllers
