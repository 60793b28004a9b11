// What a refused reading leaves standing: the rows that were read before, in place of none.
#pragma once

#include "model/domain/dag_snapshot.h"

namespace drydock::controllers {

// `newer`, with the rows of `older` for each reading of one server that was refused to our own session (quota, rights,
// limits): that tells nothing of the server, and must not look as if it did not answer. They stay uncovered: nothing is
// decided by them.
[[nodiscard]] domain::SnapshotPtr retainUnreadRows(const domain::SnapshotPtr& newer, const domain::DagSnapshot& older);

} // namespace drydock::controllers
