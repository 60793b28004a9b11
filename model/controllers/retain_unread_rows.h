// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Keeps the rows of an older snapshot for readings that were refused.
#pragma once

#include "model/domain/dag_snapshot.h"

namespace drydock::controllers {

// Returns `newer` with the rows of `older` for each reading of one server that was refused to us
// (domain::isRefusedToUs), because such an error says nothing about the server's state. DagSnapshot::covers() stays
// false for these rows, so that nothing is decided by them. May be called from any thread.
[[nodiscard]] domain::SnapshotPtr retainUnreadRows(const domain::SnapshotPtr& newer, const domain::DagSnapshot& older);

} // namespace drydock::controllers
