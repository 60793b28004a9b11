// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What the gateway is in the program, here without wire or threads: the lab's organisation read and commanded directly.
#pragma once

#include "remoting/exchange/session_cache.h"
#include "remoting/lab/organisation.h"
#include "remoting/psrp/command.h"
#include "tests/simulation/simulated_world.h"

#include <functional>
#include <map>
#include <string>
#include <utility>

namespace drydock::tests {

class LabLink final : public SimulatedWorld
{
public:
    // Runs one cmdlet as this caller.
    using Invoke = std::function<domain::Result<lab::CmdletResult>(const lab::Caller&, const psrp::Command&)>;

    // The Exchange session goes to another member than `avoid`. Cmdlets take another way to the organisation if
    // `invoke` is given.
    LabLink(lab::Organisation& organisation, const domain::ServerName& avoid, Invoke invoke = {});

    [[nodiscard]] domain::Time now() const override { return m_organisation.now(); }
    void setNow(domain::Time time) override { m_organisation.setNow(time); }
    [[nodiscard]] domain::Result<domain::SnapshotPtr> readSnapshot(const maintenance::Needs& needs,
                                                                   const std::string& domainController) override;
    [[nodiscard]] domain::Result<maintenance::CommandReport> execute(const maintenance::Command& command) override;
    [[nodiscard]] std::vector<std::string> lastCopiesOn(const domain::ServerName& server) const override;

private:
    using Objects = std::vector<clixml::Value>;
    domain::Result<Objects> ask(const lab::Caller& caller, const psrp::Command& command);
    void read(domain::DagSnapshot& snapshot, domain::SnapshotSection part, const domain::ServerName& server);
    domain::Result<> readServers(domain::DagSnapshot& snapshot);
    domain::Result<> readDatabases(domain::DagSnapshot& snapshot);
    domain::Result<> readPart(domain::DagSnapshot& snapshot, domain::SnapshotSection part,
                              const domain::ServerName& server);
    maintenance::Needs everything();
    lab::Caller exchange() const { return {"LAB\\admin", domain::EndpointKind::Exchange, host()}; }
    std::string host() const; // of the Exchange session: the first other member that answers
    static lab::Caller node(const domain::ServerName& server)
    {
        return {"LAB\\admin", domain::EndpointKind::Node, server.text()};
    }

    lab::Organisation& m_organisation;
    Invoke m_invoke;
    domain::ServerName m_avoid;
    bool m_domainControllerLost = false; // of the reading under way: the one asked for is down, and no other is named
    std::string m_domainController;      // of the reading under way; empty: Exchange chooses
    drydock::exchange::SessionCache m_cache; // as the gateway's session: asked once, and again for a whole reading
};

} // namespace drydock::tests
