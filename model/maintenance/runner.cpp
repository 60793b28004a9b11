// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/runner.h"

#include "model/maintenance/event_handler.h"

namespace drydock::maintenance {

using namespace domain;

struct Runner::Private {
    RunState run;
    std::uint64_t sequence = 0;
    RunnerState state;
    std::optional<Time> stopBefore;
};

namespace {

RunnerState restingStateOf(const RunState& run)
{
    switch (run.phase) {
    case RunPhase::NotStarted:
        return NotStarted{};
    case RunPhase::Finished:
        return Finished{};
    case RunPhase::Paused:
        return Paused{};
    case RunPhase::Asking:
        return Asking{};
    default:
        return Stopped{}; // a replayed run is at rest, whatever it was doing
    }
}

} // namespace

Runner::Runner(RunState state, std::uint64_t nextSequence) : d(std::make_unique<Private>())
{
    state.steps.resize(state.plan.steps.size());
    d->state = restingStateOf(state);
    d->run = std::move(state);
    d->sequence = nextSequence;
}

Runner::~Runner() = default;
Runner::Runner(Runner&&) noexcept = default;
Runner& Runner::operator=(Runner&&) noexcept = default;

void Runner::setStopBefore(std::optional<Time> time) { d->stopBefore = time; }

std::vector<Effect> Runner::on(const Event& event, Moment now)
{
    EventHandler handler(d->run, d->sequence, d->stopBefore, now);
    d->state = std::visit([&](auto& state, const auto& e) -> RunnerState { return handler.on(std::move(state), e); },
                          d->state, event);
    return handler.takeEffects();
}

const RunState& Runner::state() const noexcept { return d->run; }
const char* Runner::stateName() const noexcept { return nameOf(d->state); }

} // namespace drydock::maintenance
