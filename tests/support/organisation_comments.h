// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Comments of the organisation's record, as another operator at another computer leaves them.
#pragma once

#include "model/maintenance/organisation_record.h"
#include "tests/support/snapshot_builder.h"

namespace drydock::tests {

// ADMIN2 has begun at PC7, a minute before at(0), to take the server of DAG1 out of service or back. Its policy was
// IntrasiteOnly.
inline std::vector<domain::AuditComment> begunElsewhere(const domain::ServerName& server,
                                                        maintenance::RunKind runKind = maintenance::RunKind::Enter)
{
    maintenance::RunState run;
    run.plan.runKind = runKind;
    run.plan.server = server;
    run.plan.group = "DAG1";
    run.plan.original.policy = domain::autoActivationPolicy("IntrasiteOnly");
    run.id = maintenance::runId(at(-60), server, runKind);
    run.computer = "PC7";
    std::vector<domain::AuditComment> comments;
    for (const auto& text : maintenance::beginComments(run))
        comments.push_back({at(-60), "lab.local/Users/ADMIN2", text});
    return comments;
}

} // namespace drydock::tests
