#include "model/maintenance/runner.h"

#include "model/maintenance/run_machine.h"

namespace drydock::maintenance {

Runner::Runner(RunState state, std::uint64_t nextSequence)
{
    state.steps.resize(state.plan.steps.size());
    m_machine = std::make_unique<RunMachine>(std::move(state), nextSequence);
}

Runner::~Runner() = default;
Runner::Runner(Runner&&) noexcept = default;
Runner& Runner::operator=(Runner&&) noexcept = default;

std::vector<Effect> Runner::on(const Event& event, domain::Time now) { return m_machine->on(event, now); }
const RunState& Runner::state() const noexcept { return m_machine->state(); }

} // namespace drydock::maintenance
