// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/rebalance_conditions.h"

#include "model/domain/messages.h"
#include "model/domain/redundancy.h"
#include "model/maintenance/messages.h"

#include <algorithm>

namespace drydock::maintenance {

using namespace domain;

// --- MountedOn ----------------------------------------------------------------------------------------------------

bool MountedOn::operator==(const MountedOn&) const = default;

ConditionResult MountedOn::evaluate(const DagSnapshot& snapshot) const
{
    const auto* found = snapshot.database(database);
    if (!found || !found->mounted || found->mountedOn.empty()) return unread(snapshot, SnapshotSection::Databases, {});
    if (*found->mounted && found->mountedOn == server) return met(describe());
    auto result = notMet(*found->mounted ? sentence<"mounted-on">(database.text(), found->mountedOn.text())
                                         : sentence<"not-mounted-on">(database.text(), found->mountedOn.text()));
    const auto copies = snapshot.copiesOf(database);
    result.inProgress = std::any_of(copies.begin(), copies.end(), [](const DatabaseCopy* copy) {
        return copy->status.value == CopyStatus::Mounting || copy->status.value == CopyStatus::Dismounting;
    });
    return result;
}

LocalizableText MountedOn::describe() const { return sentence<"mounted-on">(database.text(), server.text()); }
Needs MountedOn::needs() const
{
    return {{SnapshotSection::Databases, ServerName()}, {SnapshotSection::Copies, server}};
}
bool MountedOn::isAbout(const Command& command) const
{
    return command.cmdlet == "Move-ActiveMailboxDatabase" && command.sets("Identity", database.text());
}

// --- CopyActivatable ----------------------------------------------------------------------------------------------

bool CopyActivatable::operator==(const CopyActivatable&) const = default;

ConditionResult CopyActivatable::evaluate(const DagSnapshot& snapshot) const
{
    for (const auto section : {SnapshotSection::Copies, SnapshotSection::Components})
        if (!snapshot.covers(section, server)) return unread(snapshot, section, server);
    const RedundancyIndex index(snapshot);
    for (const auto* copy : index.copiesOf(database)) {
        if (copy->server != server) continue;
        const auto refusal = index.refusal(*copy);
        return refusal.empty() ? met(describe()) : notMet(domain::sentence<"detail-of">(copy->name(), refusal));
    }
    return notMet(sentence<"no-copy-on">(database.text(), server.text()));
}

LocalizableText CopyActivatable::describe() const
{
    return sentence<"copy-activatable">(database.text(), server.text());
}
Needs CopyActivatable::needs() const
{
    return {{SnapshotSection::Servers, ServerName()},
            {SnapshotSection::Groups, ServerName()},
            {SnapshotSection::Databases, ServerName()},
            {SnapshotSection::Copies, server},
            {SnapshotSection::Components, server}};
}

} // namespace drydock::maintenance
