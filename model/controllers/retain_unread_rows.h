// What a refused reading leaves standing: the rows that were read before, in place of none.
#pragma once

#include "model/domain/dag_snapshot.h"

namespace drydock::controllers {

// Returns `newer`, with the rows of `older` for each reading of one server that was refused to us
// (domain::isRefusedToUs): such an error leaves open how the server is, and must not look as if it did not answer. The
// rows stay uncovered: nothing is decided by them.
[[nodiscard]] domain::SnapshotPtr retainUnreadRows(const domain::SnapshotPtr& newer, const domain::DagSnapshot& older);

} // namespace drydock::controllers
