// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The seed's organisation with something to see in every table.
#pragma once

#include "tests/support/organisations.h"
#include "tests/support/snapshot_changes.h"

namespace drydock::tests {

// DB02 is active on MAIL2, the primary active manager, and its copy on MAIL is behind. Mail is queued on MAIL, and both
// servers keep shadow messages.
inline domain::DagSnapshot tableSnapshot()
{
    auto snapshot = SnapshotBuilder()
                        .server("MAIL", "DAG1", "Site-A")
                        .server("MAIL2", "DAG1", "Site-A")
                        .database("DB01", {"MAIL", "MAIL2"})
                        .database("DB02", {"MAIL", "MAIL2"}, "MAIL2")
                        .database("DB-test", {"MAIL"})
                        .queue("MAIL", "Shadow\\3", 40, "mail2")
                        .queue("MAIL2", "Shadow\\3", 40, "mail")
                        .build();
    snapshot.groups.front().primaryActiveManager = mail2();
    snapshot.queues.front().messageCount = 12;
    copyOf(snapshot, "DB02", mail()) = copyRow("DB02", "MAIL", "Healthy", 3, 7);
    return snapshot;
}

inline domain::SnapshotPtr shared(domain::DagSnapshot snapshot)
{
    return std::make_shared<const domain::DagSnapshot>(std::move(snapshot));
}

} // namespace drydock::tests
