// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/cluster_conditions.h"

#include "model/maintenance/messages.h"

namespace drydock::maintenance {

using namespace domain;

// --- NodeIs -------------------------------------------------------------------------------------------------------

bool NodeIs::operator==(const NodeIs&) const = default;

ConditionResult NodeIs::evaluate(const DagSnapshot& snapshot) const
{
    if (const auto* node = snapshot.node(server); node && node->state.value != NodeState::Unknown)
        return metIf(node->state.value == state, sentence<"node-is">(server.text(), node->state.text));
    const auto* group = snapshot.groupOf(server);
    if (!group || !group->statusKnown) return unread(snapshot, SnapshotSection::Nodes, server);
    const auto found = group->isPaused(server)        ? NodeState::Paused
                       : group->isOperational(server) ? NodeState::Up
                                                      : NodeState::Down;
    return metIf(found == state, sentence<"node-is">(server.text(), toString(found)));
}

LocalizableText NodeIs::describe() const { return sentence<"node-is">(server.text(), toString(state)); }
Needs NodeIs::needs() const { return {{SnapshotSection::Nodes, server}, {SnapshotSection::Groups, ServerName()}}; }
bool NodeIs::isAbout(const Command& command) const
{
    return command.cmdlet == "Suspend-ClusterNode" || command.cmdlet == "Resume-ClusterNode";
}

// --- NotPrimaryActiveManager --------------------------------------------------------------------------------------

bool NotPrimaryActiveManager::operator==(const NotPrimaryActiveManager&) const = default;

ConditionResult NotPrimaryActiveManager::evaluate(const DagSnapshot& snapshot) const
{
    const auto* group = snapshot.groupOf(server);
    if (!group && snapshot.covers(SnapshotSection::Groups)) return met(sentence<"in-no-dag">(server.text()));
    if (!group || !group->statusKnown || group->primaryActiveManager.empty())
        return unread(snapshot, SnapshotSection::Groups, server);
    return metIf(group->primaryActiveManager != server,
                 sentence<"primary-active-manager-is">(group->primaryActiveManager.text()));
}

LocalizableText NotPrimaryActiveManager::describe() const
{
    return sentence<"not-primary-active-manager">(server.text());
}
Needs NotPrimaryActiveManager::needs() const { return {{SnapshotSection::Groups, ServerName()}}; }

} // namespace drydock::maintenance
