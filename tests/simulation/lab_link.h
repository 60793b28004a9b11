// What the gateway is in the program, here without wire or threads: the lab's organisation read and commanded directly.
#pragma once

#include "model/domain/dag_snapshot.h"
#include "model/domain/result.h"
#include "model/maintenance/condition.h"
#include "model/maintenance/runner.h"
#include "remoting/lab/organisation.h"
#include "remoting/psrp/command.h"

#include <map>
#include <string>
#include <utility>

namespace drydock::tests {

class LabLink
{
public:
    // The Exchange session goes to another member than `avoid`.
    LabLink(lab::Organisation& organisation, const domain::ServerName& avoid);

    // Reads what is needed (everything when empty); the organisation's clock moves as long as that takes.
    [[nodiscard]] domain::Result<domain::SnapshotPtr> observe(const maintenance::Needs& needs);
    // Runs a changing command.
    [[nodiscard]] domain::Result<maintenance::CommandReport> execute(const maintenance::Command& command);

private:
    using Objects = std::vector<clixml::Value>;
    domain::Result<Objects> ask(const lab::Caller& caller, const psrp::Command& command);
    void read(domain::DagSnapshot& snapshot, domain::Part part, const domain::ServerName& server);
    domain::Result<> readPart(domain::DagSnapshot& snapshot, domain::Part part, const domain::ServerName& server);
    maintenance::Needs everything();
    lab::Caller exchange() const { return {"LAB\\admin", lab::Endpoint::Exchange, m_host}; }
    static lab::Caller node(const domain::ServerName& server) { return {"LAB\\admin", lab::Endpoint::Node, server.text()}; }

    lab::Organisation& m_organisation;
    std::string m_host;
};

} // namespace drydock::tests
