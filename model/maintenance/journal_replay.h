// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Computes the state of a run from the records of its journal.
#pragma once

#include "model/maintenance/journal_record.h"

namespace drydock::maintenance {

// Changes the state as the record says. The runner applies each of its own records with this function too. Corrupt if
// the record names a step or command that the plan does not have.
[[nodiscard]] domain::Result<> apply(RunState& state, const JournalRecord& record);

// Applies all records and returns the state of a run at rest. A step with an unanswered command becomes Unknown.
// Corrupt if the first record is not RunCreated, if the sequence has a gap, or for the reasons of apply().
[[nodiscard]] domain::Result<RunState> replay(const std::vector<JournalRecord>& records);

} // namespace drydock::maintenance
