// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The retry policy: maps the result of one pipeline to the caller's result. Readings may be run again, changes never; a
// change that may have run is OutcomeUnknown.
#pragma once

#include "remoting/session/pipeline_run.h"

#include <string>

namespace drydock::session {

// Returns whether the command may be sent to a new shell, since its shell had ended or took no more commands before it
// began.
[[nodiscard]] bool mayReopen(const PipelineResult& result) noexcept;
// Returns whether a reading should be run again, since its output is lost or may be incomplete.
[[nodiscard]] bool mayReadAgain(const PipelineResult& result) noexcept;
// Returns the caller's result. OutcomeUnknown: a change that may have run, completely or in part. ConnectionLost: a
// reading whose output was lost, completely or in part. All other errors keep their kind.
[[nodiscard]] domain::Result<Output> finalResult(PipelineResult result, bool isReadOnly, std::string what);

} // namespace drydock::session
