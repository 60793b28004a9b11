// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "tests/support/command_effects.h"

#include "model/maintenance/organisation_record.h"
#include "tests/support/snapshot_changes.h"

namespace drydock::tests {

using namespace domain;
using namespace maintenance;

namespace {

// The default value where the command does not carry the parameter.
template <class T> T valueOf(const Command& command, const char* name)
{
    for (const auto& parameter : command.parameters)
        if (parameter.name == name) return std::get<T>(parameter.value);
    return {};
}

} // namespace

void applyTo(DagSnapshot& snapshot, const Command& command, Time now)
{
    const auto text = [&](const char* name) { return valueOf<std::string>(command, name); };
    const auto policy = text("DatabaseCopyAutoActivationPolicy");
    const ServerName identity(text("Identity"));
    const ServerName server(text("Server"));
    if (command.cmdlet == "Set-ServerComponentState")
        setComponent(snapshot, identity, text("Component").c_str(), serviceState(text("State")).value,
                     text("Requester").c_str(), now);
    else if (command.cmdlet == "Set-MailboxServer" && !policy.empty())
        setPolicy(snapshot, identity, autoActivationPolicy(policy).value);
    else if (command.cmdlet == "Set-MailboxServer")
        serverOf(snapshot, identity).activationDisabledAndMoveNow =
            valueOf<bool>(command, "DatabaseCopyActivationDisabledAndMoveNow");
    else if (command.cmdlet == writeAdminAuditLog)
        snapshot.auditComments.push_back({now, {}, text("Comment")});
    else if (command.cmdlet == "Suspend-ClusterNode")
        pauseNode(snapshot, command.on);
    else if (command.cmdlet == "Resume-ClusterNode")
        pauseNode(snapshot, command.on, false);
    else if (command.cmdlet == "Restart-Service" || command.cmdlet == "Start-Service") {
        auto& service = serviceOf(snapshot, command.on, text("Name").c_str());
        service.status = "Running";
        service.processStart = now;
    } else if (command.cmdlet == "Move-ActiveMailboxDatabase" && server.empty())
        activate(snapshot, text("Identity"), ServerName(text("ActivateOnServer")));
    else if (command.cmdlet == "Move-ActiveMailboxDatabase")
        moveActivesAway(snapshot, server);
    else if (command.cmdlet == "Redirect-Message") // moves what would go by itself, nothing that waits or is held
        for (auto& queue : snapshot.queues)
            if (queue.server == server && queue.drains() && queue.status != "Retry" && queue.status != "Suspended")
                queue.messageCount = 0;
}

} // namespace drydock::tests
