// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Applies the effects of a maintenance command to the rows of a snapshot, at once and completely.
#pragma once

#include "model/domain/dag_snapshot.h"
#include "model/maintenance/command.h"

namespace drydock::tests {

// A cmdlet that is not part of a maintenance has no effect.
void applyTo(domain::DagSnapshot& snapshot, const maintenance::Command& command, domain::Time now);

} // namespace drydock::tests
