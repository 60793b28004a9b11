// The lab on a socket: an organisation behind /PowerShell and /node/<NAME>/wsman on 127.0.0.1, in virtual time.
#pragma once

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

class Listener;

enum class LabAuthentication { Basic, None }; // None: every visitor is the first user of the scenario

inline constexpr auto defaultLabPassword = "practice"; // of all users; it protects nothing but the lab

struct LabOptions {
    Scenario scenario;
    std::uint64_t seed = 1;
    std::uint16_t port = 0; // 0: the system chooses
    LabAuthentication authentication = LabAuthentication::Basic;
    domain::Secret password{std::string(defaultLabPassword)};
    QString tlsPemFile; // certificate and key; empty: plain HTTP
    double timeScale = 1;
    std::optional<Time> start; // of virtual time; nothing: the system's clock
    ShellLimits limits;
    MonotonicClock clock = systemMonotonicClock();
};

struct Listening {
    std::uint16_t port = 0;
    std::string exchangeUrl; // any server that is in service, as a load balancer would choose
    std::vector<std::pair<std::string, std::string>> exchangeUrls; // one server's own
    std::vector<std::pair<std::string, std::string>> nodeUrls;
};

class LabServer : public QObject
{
    Q_OBJECT
public:
    explicit LabServer(QObject* parent = nullptr);
    ~LabServer() override;

    // Unreachable: the port is taken. TlsFailed: the certificate. Usage: started already.
    [[nodiscard]] Result<Listening> start(LabOptions options);
    void stop();
    [[nodiscard]] bool isListening() const noexcept { return m_listener != nullptr; }

    // Valid while it listens; its clock is brought up to date first.
    [[nodiscard]] Organisation& organisation();
    [[nodiscard]] int shellCount() const;

private:
    void visit(http::ServerConnection* connection, const http::ServerRequest& request);
    [[nodiscard]] std::optional<std::string> userOf(const http::ServerRequest& request) const;
    [[nodiscard]] std::optional<Caller> callerFor(const std::string& target) const;
    [[nodiscard]] Listening addresses(std::uint16_t port, bool encrypted) const;

    LabAuthentication m_authentication = LabAuthentication::Basic;
    domain::Secret m_password;
    std::unique_ptr<Organisation> m_organisation;
    std::unique_ptr<VirtualClock> m_clock;
    std::unique_ptr<ShellService> m_shells;
    std::unique_ptr<Listener> m_listener;
    std::string m_origin; // "http://127.0.0.1:41234"
    QTimer m_sweep;
};

} // namespace drydock::lab
