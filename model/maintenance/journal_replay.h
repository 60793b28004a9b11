// From the records of a journal to the state they add up to.
#pragma once

#include "model/maintenance/journal_record.h"

namespace drydock::maintenance {

// What one record does to the state; the runner applies the same to its own. Corrupt when it names a step that is not
// there.
[[nodiscard]] domain::Result<> apply(RunState& state, const JournalRecord& record);

// Folds records into the state they add up to: a command that was being sent and has not returned makes its step
// Unknown. Corrupt when the first record is not RunCreated or the sequence has a gap.
[[nodiscard]] domain::Result<RunState> replay(const std::vector<JournalRecord>& records);

} // namespace drydock::maintenance
