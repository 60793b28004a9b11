// What each command of a maintenance of MAIL does to the rows of the seed's snapshot.
#pragma once

#include "model/domain/dag_snapshot.h"
#include "model/maintenance/command.h"

namespace drydock::tests {

void applyTo(domain::DagSnapshot& world, const maintenance::Command& command, domain::Time now);

} // namespace drydock::tests
