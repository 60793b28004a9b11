// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What a simulation plays against: something that is read, commanded, and has a clock of its own.
#pragma once

#include "model/domain/dag_snapshot.h"
#include "model/domain/result.h"
#include "model/maintenance/condition.h"
#include "model/maintenance/runner.h"

#include <string>
#include <vector>

namespace drydock::tests {

class SimulatedWorld
{
public:
    virtual ~SimulatedWorld() = default;
    [[nodiscard]] virtual domain::Time now() const = 0;
    virtual void setNow(domain::Time time) = 0;
    void advance(domain::Duration duration) { setNow(now() + duration); }

    // Reads what is needed (everything when empty), from this domain controller or, if it is down, from another one;
    // the clock moves as long as that takes.
    [[nodiscard]] virtual domain::Result<domain::SnapshotPtr> readSnapshot(const maintenance::Needs& needs,
                                                                           const std::string& domainController) = 0;
    // Runs a changing command.
    [[nodiscard]] virtual domain::Result<maintenance::CommandReport> execute(const maintenance::Command& command) = 0;
    // Databases that have no good copy but the one on this server, judged by the world itself.
    [[nodiscard]] virtual std::vector<std::string> lastCopiesOn(const domain::ServerName& server) const = 0;
};

} // namespace drydock::tests
