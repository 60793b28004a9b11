// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/runner_state.h"

namespace drydock::maintenance {
namespace {

struct Name {
    const char* operator()(const step::WaitingForEffect&) const { return "WaitingForEffect"; }
    const char* operator()(const step::Blocked&) const { return "Blocked"; }
    const char* operator()(const step::Confirming&) const { return "Confirming"; }
    const char* operator()(const step::BackingOff&) const { return "BackingOff"; }
    const char* operator()(const step::ReadFailed&) const { return "ReadFailed"; }

    const char* operator()(const step::Checking&) const { return "Checking"; }
    const char* operator()(const step::Verifying&) const { return "Verifying"; }
    const char* operator()(const step::AwaitingAnswer&) const { return "AwaitingAnswer"; }
    const char* operator()(const step::Waiting& waiting) const { return std::visit(*this, waiting.reason); }

    const char* operator()(const Recording&) const { return "Recording"; }
    const char* operator()(const Sharing&) const { return "Sharing"; }
    const char* operator()(const Rechecking&) const { return "Rechecking"; }
    const char* operator()(const RecheckWaiting&) const { return "RecheckWaiting"; }
    const char* operator()(const StepWork& work) const { return std::visit(*this, work.activity()); }

    const char* operator()(const NotStarted&) const { return "NotStarted"; }
    const char* operator()(const Working& working) const { return std::visit(*this, working.activity); }
    const char* operator()(const Paused&) const { return "Paused"; }
    const char* operator()(const Stopped&) const { return "Stopped"; }
    const char* operator()(const Asking&) const { return "Asking"; }
    const char* operator()(const Finished&) const { return "Finished"; }
    const char* operator()(const JournalLost&) const { return "JournalLost"; }
};

} // namespace

const char* nameOf(const RunnerState& state) noexcept { return std::visit(Name{}, state); }

} // namespace drydock::maintenance
