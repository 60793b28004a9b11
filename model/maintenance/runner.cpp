#include "model/maintenance/runner.h"

#include "model/maintenance/runner_p.h"

namespace drydock::maintenance {

Runner::Runner(RunState state, std::uint64_t nextSequence)
{
    state.steps.resize(state.plan.steps.size());
    d = std::make_unique<Private>(std::move(state), nextSequence);
}

Runner::~Runner() = default;
Runner::Runner(Runner&&) noexcept = default;
Runner& Runner::operator=(Runner&&) noexcept = default;

std::vector<Effect> Runner::on(const Event& event, domain::Time now) { return d->on(event, now); }
const RunState& Runner::state() const noexcept { return d->state(); }

} // namespace drydock::maintenance
