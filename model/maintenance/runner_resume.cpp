// Taking a run up again: what was done before it rested is read again first.
#include "model/maintenance/runner_p.h"

#include <algorithm>

namespace drydock::maintenance {

using namespace domain;

namespace {

// Whether it can be told later that the step is still so. Recording proves what was before; a wait is repeated by the
// steps after it; what went through with a warning was not so even then.
bool isRecheckable(const Step& step, const StepState& state)
{
    return state.settled() && !state.error && !step.commands.empty();
}

} // namespace

void Runner::Private::resume(std::optional<StepMachine::RetryMode> mode)
{
    m_pause = m_stop = false;
    m_retryMode = mode;
    write(record::Continued{mode.has_value(), mode == StepMachine::RetryMode::SendAgain}, &Private::resumeRun);
}

void Runner::Private::resumeRun()
{
    m_state.phase = RunPhase::Running;
    if (m_state.undoDownTo) return undoRemaining();
    m_recheckFailures = 0;
    recheckDoneSteps();
}

void Runner::Private::recheckDoneSteps()
{
    Needs all{{SnapshotSection::Servers, ServerName()}};
    for (std::size_t i = 0; i < m_state.steps.size(); ++i)
        if (isRecheckable(m_state.plan.steps[i], m_state.steps[i]))
            for (const auto& condition : m_state.plan.steps[i].verification)
                all.merge(needs(condition));
    m_expecting = Expecting::Snapshot;
    m_effects.emplace_back(effect::ReadSnapshot{std::move(all)});
}

void Runner::Private::onRecheckSnapshot(const DagSnapshot& snapshot)
{
    m_recheckFailures.reset();
    const auto* server = snapshot.server(m_state.plan.server);
    if (server && !server->fqdn.empty() && !m_state.plan.serverFqdn.empty() &&
        !equalsIgnoringCase(server->fqdn, m_state.plan.serverFqdn)) {
        return endWithError({ErrorKind::Usage, "continue " + m_state.id,
                             "it is about " + m_state.plan.serverFqdn + ", and this is " + server->fqdn, 0, nullptr});
    }
    record::StepsReopened reopened;
    for (std::size_t i = 0; i < m_state.steps.size(); ++i) {
        if (!isRecheckable(m_state.plan.steps[i], m_state.steps[i])) continue;
        const auto& conditions = m_state.plan.steps[i].verification;
        const bool changed = std::any_of(conditions.begin(), conditions.end(), [&](const Condition& c) {
            return evaluate(c, snapshot).status == ConditionStatus::NotMet;
        });
        if (changed) reopened.steps.push_back(i);
    }
    if (reopened.steps.empty()) return nextStep();
    write(std::move(reopened), &Private::nextStep);
}

void Runner::Private::onRecheckFailed(const Error& error)
{
    if (++*m_recheckFailures >= mostRecheckFailures) return endWithError(error);
    m_expecting = Expecting::Timer;
    m_effects.emplace_back(effect::SetTimer{m_now + recheckInterval});
}

} // namespace drydock::maintenance
