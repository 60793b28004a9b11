// What a run's result means for the one who asked: readings may be run again, changes never, and doubt is named.
#pragma once

#include "remoting/session/pipeline_run.h"

#include <string>

namespace drydock::session {

// The shell was gone before the command began: in a new one it begins for the first time, whatever it does.
[[nodiscard]] bool mayReopen(const RunResult& result) noexcept;
// A reading that was lost, or of which something may be lost.
[[nodiscard]] bool mayReadAgain(const RunResult& result) noexcept;
// The final answer: OutcomeUnknown for a change that may have run, wholly or in part; ConnectionLost for a reading that
// was lost, wholly or in part.
[[nodiscard]] domain::Result<Output> finalResult(RunResult result, bool isReadOnly, std::string what);

} // namespace drydock::session
