// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The shells of one lab: handles the operations of WS-Management on shells and their commands, with quotas.
#pragma once

#include "remoting/lab/lab_command.h"
#include "remoting/lab/pending_request.h"
#include "remoting/lab/virtual_clock.h"
#include "remoting/psrp/server_pool.h"

#include <QObject>
#include <QTimer>
#include <chrono>
#include <map>
#include <memory>
#include <string>

namespace drydock::lab {

struct ShellLimits {
    int shellsPerUser = 18;    // PowerShellMaxConcurrency (protocol.md 5.4)
    int commandsPerShell = 25; // MaxProcessesPerShell
    std::chrono::milliseconds idleTimeOut{900'000};
    bool disconnects = true; // a client may disconnect its shells; IIS in front of Exchange may not let it
};

// The authenticated user of a request, and the endpoint it was sent to.
struct RequestIdentity {
    Caller caller; // host is empty for the load-balanced Exchange address
    std::string clientIp;
    std::string url;
};

// Lives on the thread of the LabServer. Deleting it discards the shells and their commands.
class ShellService : public QObject
{
    Q_OBJECT
public:
    ShellService(Organisation& organisation, const VirtualClock& clock, ShellLimits limits, QObject* parent = nullptr);
    ~ShellService() override;

    // Answers the request, at once or later.
    void handle(const RequestIdentity& identity, const PendingRequest& pending);
    [[nodiscard]] int shellCount() const noexcept { return static_cast<int>(m_shells.size()); }
    // Ends shells that have been idle for too long, and those of servers that have rebooted.
    void sweep();

private:
    struct Shell;

    void create(const RequestIdentity& identity, const PendingRequest& pending);
    void command(Shell& shell, const PendingRequest& pending);
    void send(Shell& shell, const PendingRequest& pending);
    void receive(Shell& shell, const PendingRequest& pending);
    void signal(Shell& shell, const PendingRequest& pending);
    void feed(Shell& shell, const std::string& commandId, const std::string& bytes, const PendingRequest& pending,
              wsman::ResponseBody success);
    void disconnect(Shell& shell, const PendingRequest& pending);
    void reconnect(Shell& shell, const PendingRequest& pending);
    void connect(Shell& shell, const PendingRequest& pending);
    void enumerate(const RequestIdentity& identity, const PendingRequest& pending);
    void open(const RequestIdentity& identity, const wsman::CreateBody& body, const PendingRequest& pending);
    [[nodiscard]] static bool mayUse(const Shell& shell, const RequestIdentity& identity);
    [[nodiscard]] Shell* find(const RequestIdentity& identity, const PendingRequest& pending);
    [[nodiscard]] LabCommand* findCommand(Shell& shell, const std::string& id, const PendingRequest& pending);
    [[nodiscard]] std::string hostFor(const Caller& caller) const;
    enum class Ending { Aborted, Dropped };
    void remove(const std::string& id, Ending ending);

    Organisation& m_organisation;
    const VirtualClock& m_clock;
    ShellLimits m_limits;
    std::map<std::string, std::unique_ptr<Shell>> m_shells; // by ShellId in upper case
};

} // namespace drydock::lab
