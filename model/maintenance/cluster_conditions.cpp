// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/cluster_conditions.h"

#include "model/maintenance/messages.h"

#include <algorithm>

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

// --- QuorumWithout ------------------------------------------------------------------------------------------------

bool QuorumWithout::operator==(const QuorumWithout&) const = default;

ConditionResult QuorumWithout::evaluate(const DagSnapshot& snapshot) const
{
    if (!snapshot.covers(SnapshotSection::Groups)) return unread(snapshot, SnapshotSection::Groups, server);
    const auto* group = snapshot.groupOf(server);
    if (!group || !group->statusKnown) return met(sentence<"cluster-did-not-answer">());
    const auto quorum = quorumOf(*group, snapshot.nodes);
    const int without = votesWithout(*group, snapshot.nodes, server);
    return metIf(without >= std::min(quorum.needed, accepted.value_or(quorum.needed)),
                 sentence<"votes-without">(server.text(), std::to_string(without), std::to_string(quorum.needed)));
}

LocalizableText QuorumWithout::describe() const { return sentence<"quorum-without">(server.text()); }
Needs QuorumWithout::needs() const
{
    return {{SnapshotSection::Groups, ServerName()}, {SnapshotSection::Nodes, server}};
}

} // namespace drydock::maintenance
