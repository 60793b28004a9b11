// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The organisations that tests start from, as snapshots. Everything in them is healthy unless stated otherwise.
#pragma once

#include "tests/support/snapshot_builder.h"

namespace drydock::tests {

[[nodiscard]] domain::ServerName mail();
[[nodiscard]] domain::ServerName mail2();

// The lab's seed: MAIL and MAIL2 in DAG1, DB01 and DB02 on both, DB-test on MAIL alone. All are mounted on MAIL, which
// is the primary active manager.
[[nodiscard]] domain::DagSnapshot seedSnapshot();
// The seed with mail queued on MAIL.
[[nodiscard]] domain::DagSnapshot busySeed();
// MAIL, MAIL2 and MAIL3 in DAG1: five databases on all three, DB-test on MAIL alone, all mounted on MAIL. Activation is
// restricted to the site everywhere; mail is queued on MAIL, and each server keeps shadow messages.
[[nodiscard]] domain::DagSnapshot threeMemberSnapshot();
// DAG1 with twelve databases on four servers: MAIL enters maintenance, MAIL4 is in it, and some copies are ill. DAG2
// with eight servers that are well.
[[nodiscard]] domain::DagSnapshot twoGroupSnapshot();
// DAG1, DAG2 … Each has `servers` servers and `databases` databases, and each database has `copies` copies.
[[nodiscard]] domain::DagSnapshot largeSnapshot(int groups, int servers, int databases, int copies);

} // namespace drydock::tests
