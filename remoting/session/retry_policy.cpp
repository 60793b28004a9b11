// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/session/retry_policy.h"

#include "model/domain/error_traits.h"

namespace drydock::session {

using Certainty = PipelineResult::Certainty;
using domain::ErrorKind;

bool mayReopen(const PipelineResult& result) noexcept
{
    return !result.output && result.certainty == Certainty::NeverRan && !result.shellUsable && !result.stopAsked;
}

bool mayReadAgain(const PipelineResult& result) noexcept
{
    if (result.stopAsked) return false;
    if (result.output) return result.output->possiblyIncomplete;
    if (result.certainty == Certainty::NeverRan) return result.output.error().kind == ErrorKind::ConnectionLost;
    return result.certainty == Certainty::Unknown && domain::mayRepeatReading(result.output.error().kind);
}

domain::Result<Output> finalResult(PipelineResult result, bool isReadOnly, std::string what)
{
    if (result.output && isReadOnly && result.output->possiblyIncomplete)
        return domain::fail(ErrorKind::ConnectionLost, std::move(what),
                            "answers were lost on the way more than once: objects may be missing");
    if (result.output && !isReadOnly && result.certainty == Certainty::Unknown)
        return domain::fail(ErrorKind::OutcomeUnknown, std::move(what), "it ended, and the server did not say how");
    if (result.output) return std::move(result.output);
    auto error = result.output.error().within(std::move(what));
    const bool doubt = result.certainty == Certainty::Unknown || result.certainty == Certainty::Stopped;
    if (isReadOnly && error.kind == ErrorKind::OutcomeUnknown)
        error.kind = ErrorKind::ConnectionLost;                       // a reading changes nothing
    if (!isReadOnly && doubt) error.kind = ErrorKind::OutcomeUnknown; // the error's cause keeps its own kind
    return domain::fail(std::move(error));
}

} // namespace drydock::session
