// Taking a run up again: what was done before it rested is read again first.
#include "model/maintenance/run_machine.h"

#include <algorithm>

namespace drydock::maintenance {

using namespace domain;

namespace {

constexpr int looksAtMost = 12;
constexpr Duration betweenLooks = std::chrono::seconds(10);

// Whether it can be told later that the step is still so. Recording proves what was before; a wait is repeated by the
// steps after it; what went through with a warning was not so even then.
bool staysTrue(const Step& step, const StepState& state)
{
    return state.settled() && !state.error && !step.commands.empty();
}

} // namespace

void RunMachine::goOn(std::optional<StepPilot::Word> word)
{
    m_pause = m_stop = false;
    m_word = word;
    write(record::Continued{word.has_value(), word == StepPilot::Word::SendAgain}, &RunMachine::resumeRun);
}

void RunMachine::resumeRun()
{
    m_state.phase = RunPhase::Running;
    if (m_state.undoDownTo) return goBack();
    m_looking = 0;
    lookAgain();
}

void RunMachine::lookAgain()
{
    Needs all{{Part::Servers, ServerName()}};
    for (std::size_t i = 0; i < m_state.steps.size(); ++i)
        if (staysTrue(m_state.plan.steps[i], m_state.steps[i]))
            for (const auto& condition : m_state.plan.steps[i].verification)
                all.merge(needs(condition));
    m_expecting = Expecting::Observation;
    m_effects.emplace_back(effect::Observe{std::move(all)});
}

void RunMachine::onLookedAgain(const DagSnapshot& snapshot)
{
    m_looking.reset();
    const auto* server = snapshot.server(m_state.plan.server);
    if (server && !server->fqdn.empty() && !m_state.plan.serverFqdn.empty() &&
        !equalsIgnoringCase(server->fqdn, m_state.plan.serverFqdn)) {
        return endWithError({ErrorKind::Usage, "continue " + m_state.id,
                             "it is about " + m_state.plan.serverFqdn + ", and this is " + server->fqdn, 0, nullptr});
    }
    record::StepsReopened reopened;
    for (std::size_t i = 0; i < m_state.steps.size(); ++i) {
        if (!staysTrue(m_state.plan.steps[i], m_state.steps[i])) continue;
        const auto& conditions = m_state.plan.steps[i].verification;
        const bool changed = std::any_of(conditions.begin(), conditions.end(), [&](const Condition& c) {
            return evaluate(c, snapshot).truth == Truth::Fails;
        });
        if (changed) reopened.steps.push_back(i);
    }
    if (reopened.steps.empty()) return nextStep();
    write(std::move(reopened), &RunMachine::nextStep);
}

void RunMachine::onLookFailed(const Error& error)
{
    if (++*m_looking >= looksAtMost) return endWithError(error);
    m_expecting = Expecting::Timer;
    m_effects.emplace_back(effect::SetTimer{m_now + betweenLooks});
}

} // namespace drydock::maintenance
