// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A server for the lab: an organisation in virtual time behind /PowerShell and /node/<NAME>/wsman on 127.0.0.1.
#pragma once

#include "model/domain/authentication_scheme.h"
#include "model/domain/secret.h"
#include "remoting/lab/organisation.h"
#include "remoting/lab/shell_service.h"
#include "remoting/lab/virtual_clock.h"

#include <QObject>
#include <QString>
#include <QTimer>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace drydock::http {
struct ServerRequest;
class ServerConnection;
} // namespace drydock::http

namespace drydock::lab {

class ClientAuthentication;
class ControlPort;
class Listener;
class WireFaults;

inline constexpr auto defaultLabPassword = "practice"; // of all users

struct LabOptions {
    Scenario scenario;
    std::uint64_t seed = 1;
    std::uint16_t port = 0; // 0: the system chooses
    domain::AuthenticationScheme authentication = domain::AuthenticationScheme::Basic;
    domain::Secret password{std::string(defaultLabPassword)}; // for Basic
    bool allowNtlm = false;                                   // with Negotiate (auth::AcceptorOptions)
    QString keytab;       // for Kerberos and Negotiate, with the key of HTTP/localhost; empty: the system's
    QString tlsPemFile;   // a PEM file with certificate and key; empty: plain HTTP
    QString clientCaFile; // with Certificate: a PEM file of the authorities of clients
    double timeScale = 1;
    std::optional<Time> start; // of virtual time; nothing: the system's time
    ShellLimits limits;
    MonotonicClock clock = systemMonotonicClock();
    std::optional<std::uint16_t> controlPort; // where faults can be armed (ControlPort); 0: the system chooses
};

struct Listening {
    std::uint16_t port = 0;
    std::string exchangeUrl; // leads to a server in service, as a load balancer would choose
    std::vector<std::pair<std::string, std::string>> exchangeUrls; // by server
    std::vector<std::pair<std::string, std::string>> nodeUrls;
    std::string clientUrlTemplate; // where clients find a server, with {name}
    std::optional<std::uint16_t> controlPort;
};

// Lives on the thread that made it, and is only called there; LabThread may be called from any thread.
class LabServer : public QObject
{
    Q_OBJECT
public:
    explicit LabServer(QObject* parent = nullptr);
    // Stops the server.
    ~LabServer() override;

    // Errors: Unreachable when a port is in use, TlsFailed when the certificate cannot be read, Usage when the server
    // is listening already or the keytab cannot be used.
    [[nodiscard]] Result<Listening> start(LabOptions options);
    // Ends all connections and shells, and discards the organisation.
    void stop();
    [[nodiscard]] bool isListening() const noexcept { return m_listener != nullptr; }

    // Returns the organisation with its clock brought up to date. To be called only while the server listens.
    [[nodiscard]] Organisation& organisation();
    [[nodiscard]] int shellCount() const;

private:
    bool answersHealthcheck(http::ServerConnection* connection, const http::ServerRequest& request);
    void handleRequest(http::ServerConnection* connection, const http::ServerRequest& request);
    [[nodiscard]] std::optional<Caller> callerFor(const std::string& target) const;
    [[nodiscard]] Duration clockOffset(const std::string& host) const;
    [[nodiscard]] Listening addresses(const std::string& host) const;

    std::unique_ptr<Organisation> m_organisation;
    std::unique_ptr<ClientAuthentication> m_authentication;
    std::unique_ptr<VirtualClock> m_clock;
    bool m_realTime = true; // the clock runs as fast as the system's
    std::unique_ptr<WireFaults> m_wireFaults;
    std::unique_ptr<ShellService> m_shells;
    std::unique_ptr<Listener> m_listener;
    std::unique_ptr<ControlPort> m_control; // null: faults cannot be armed from outside
    std::string m_origin;                   // "http://127.0.0.1:41234"
    QTimer m_sweep;
};

} // namespace drydock::lab
