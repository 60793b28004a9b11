// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/campaign_runner.h"

#include "model/domain/error_traits.h"

#include <algorithm>
#include <utility>

namespace drydock::maintenance {

using namespace domain;

namespace {

const char* wordOf(CampaignDecision decision)
{
    switch (decision) {
    case CampaignDecision::GoOn:
        break;
    case CampaignDecision::StartAgain:
        return "start again";
    case CampaignDecision::GoOnWithout:
        return "go on without";
    }
    return "";
}

// What keeps the next server from being asked as well. Leaving out one server after another would not help.
bool isOfTheConnection(const Error& error)
{
    return affectsConnection(error.kind) || needsNewCredentials(error.kind) || error.kind == ErrorKind::Storage ||
           error.kind == ErrorKind::Locked || error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Usage;
}

} // namespace

CampaignRunner::CampaignRunner(CampaignState state, std::uint64_t nextSequence)
    : m_state(std::move(state)), m_nextSequence(nextSequence),
      m_activity(m_state.phase == RunPhase::NotStarted ? Activity::NotStarted
                 : m_state.phase == RunPhase::Finished ? Activity::Over
                                                       : Activity::Resting)
{
}

CampaignEffects CampaignRunner::on(const CampaignEvent& event, Moment now)
{
    m_now = now;
    return std::visit([this](const auto& e) { return handle(e); }, event);
}

// --- Records ------------------------------------------------------------------------------------------------------

CampaignEffects CampaignRunner::write(CampaignRecordBody body, Next next)
{
    m_activity = Activity::Recording;
    m_next = next;
    m_pending = CampaignRecord{m_nextSequence, m_now.wall, std::move(body)};
    return {campaign_effect::WriteRecord{*m_pending}};
}

CampaignEffects CampaignRunner::handle(const campaign_event::RecordWritten& event)
{
    if (!m_pending || m_pending->sequence != event.sequence) return {};
    const auto written = *std::exchange(m_pending, std::nullopt);
    ++m_nextSequence;
    if (const auto applied = apply(m_state, written); !applied) return rest(RunPhase::Stopped, Outcome::Failed);
    if (m_stop && m_state.phase == RunPhase::Running) m_state.phase = RunPhase::StopRequested;
    return follow(m_next);
}

// Nothing more is started. The campaign is taken up again from what is on the disk.
CampaignEffects CampaignRunner::handle(const campaign_event::RecordFailed& event)
{
    if (!m_pending || m_pending->sequence != event.sequence) return {};
    m_pending.reset();
    m_state.notes.push_back(event.error.summary());
    auto effects = rest(RunPhase::Stopped, Outcome::Failed);
    m_activity = Activity::Over;
    return effects;
}

CampaignEffects CampaignRunner::follow(Next next)
{
    switch (next) {
    case Next::Proceed:
        return proceed();
    case Next::StartRun:
        m_activity = Activity::RunUnderWay;
        m_runBegan = true;
        return {campaign_effect::StartRun{stageState().runId}};
    case Next::StartProgram: {
        m_activity = Activity::Program;
        auto arguments = m_state.plan.program;
        arguments.push_back(server().server.text());
        arguments.push_back(server().at(CampaignStage::Enter).runId);
        return {campaign_effect::StartProgram{std::move(arguments)}};
    }
    case Next::ReadHealth:
        m_healthySince.reset();
        m_healthDeadline = m_now.uptime + m_state.plan.healthSteady + maxHealthWait;
        m_activity = Activity::ReadingHealth;
        return {campaign_effect::ReadHealth{}};
    case Next::AwaitOperator:
        return rest(RunPhase::Asking, Outcome::Stopped);
    case Next::AfterFailure:
        return afterFailure();
    case Next::TakeUp:
        return takeUp();
    case Next::RestAsking:
        return rest(RunPhase::Asking, stageState().status == StageStatus::Unknown ? Outcome::Unknown : Outcome::Failed);
    case Next::End:
        m_activity = Activity::Over;
        return {campaign_effect::Rest{}};
    }
    return {};
}

CampaignEffects CampaignRunner::rest(RunPhase phase, Outcome outcome)
{
    m_activity = Activity::Resting;
    m_stop = m_goingOnWithout = false;
    m_decision = CampaignDecision::GoOn;
    m_state.phase = phase;
    m_state.outcome = outcome;
    return {campaign_effect::Rest{}};
}

// --- From stage to stage ------------------------------------------------------------------------------------------

CampaignEffects CampaignRunner::handle(const campaign_event::Start&)
{
    if (m_activity != Activity::NotStarted) return {};
    return write(campaign_record::Created{m_state}, Next::Proceed);
}

CampaignEffects CampaignRunner::proceed()
{
    m_goingOnWithout = m_runBegan = false;
    if (m_state.over()) {
        const bool failed = std::ranges::any_of(m_state.servers, &CampaignServer::failed);
        return write(campaign_record::Ended{failed ? Outcome::Failed : Outcome::Succeeded}, Next::End);
    }
    if (m_stop) return rest(RunPhase::Stopped, Outcome::Stopped);
    switch (stage()) {
    case CampaignStage::Enter:
        if (stageState().status == StageStatus::Undone)
            return write(campaign_record::ServerSkipped{m_state.current()}, Next::Proceed);
        return prepareOrFind();
    case CampaignStage::Between:
        return proceedBetween();
    case CampaignStage::Reinstate:
        return prepareOrFind();
    case CampaignStage::Steady:
        break;
    }
    if (stageState().status == StageStatus::Running) return follow(Next::ReadHealth);
    return startStage({}, {}, Next::ReadHealth);
}

CampaignEffects CampaignRunner::proceedBetween()
{
    if (runKindOf(m_state.plan, CampaignStage::Between)) return prepareOrFind();
    if (m_state.plan.between == BetweenKind::Command) return startStage({}, {}, Next::StartProgram);
    if (stageState().status == StageStatus::Running) return follow(Next::AwaitOperator);
    return startStage({}, {}, Next::AwaitOperator);
}

// A run whose id is recorded may have begun: its own journal decides.
CampaignEffects CampaignRunner::prepareOrFind()
{
    if (!stageState().runId.empty()) {
        m_activity = Activity::Finding;
        return {campaign_effect::FindRun{stageState().runId}};
    }
    m_activity = Activity::Preparing;
    return {campaign_effect::PrepareRun{server().server, *runKindOf(m_state.plan, stage())}};
}

CampaignEffects CampaignRunner::startStage(const std::string& runId, const std::string& version, Next next)
{
    return write(campaign_record::StageStarted{m_state.current(), stage(), runId, version}, next);
}

CampaignEffects CampaignRunner::endStage(StageStatus status, std::optional<Error> error, std::string found, Next next)
{
    return write(campaign_record::StageEnded{m_state.current(), stage(), status, std::move(error), std::move(found)},
                 next);
}

// No server is taken while one that the campaign took down is not back in service: only what happens between in and
// out can be left, and a run into maintenance undone.
CampaignEffects CampaignRunner::afterFailure()
{
    const auto& error = stageState().error;
    const bool mayGoOn =
        m_state.plan.skipsFailed && !m_stop && !server().undoing && !(error && isOfTheConnection(*error));
    if (mayGoOn && stage() == CampaignStage::Between) return goOnWithout();
    if (mayGoOn && stage() == CampaignStage::Enter)
        return m_runBegan ? write(campaign_record::UndoStarted{m_state.current()}, Next::Proceed)
                          : write(campaign_record::ServerSkipped{m_state.current()}, Next::Proceed);
    return follow(Next::RestAsking);
}

// Closes the stage's run first: one that is unfinished would hold the next one back.
CampaignEffects CampaignRunner::goOnWithout()
{
    m_goingOnWithout = true;
    if (!stageState().runId.empty()) return prepareOrFind();
    return write(campaign_record::StageGoneOnWithout{m_state.current(), stage()}, Next::Proceed);
}

// --- Runs ---------------------------------------------------------------------------------------------------------

CampaignEffects CampaignRunner::handle(const campaign_event::RunReady& event)
{
    if (m_activity != Activity::Preparing) return {};
    if (m_stop) return rest(RunPhase::Stopped, Outcome::Stopped);
    return startStage(event.runId, event.version, Next::StartRun);
}

CampaignEffects CampaignRunner::handle(const campaign_event::RunNotReady& event)
{
    if (m_activity != Activity::Preparing) return {};
    m_runBegan = false;
    return endStage(StageStatus::Failed, event.error, {}, Next::AfterFailure);
}

CampaignEffects CampaignRunner::handle(const campaign_event::RunNotStarted& event)
{
    if (m_activity != Activity::RunUnderWay) return {};
    return endStage(StageStatus::Failed, event.error, {}, Next::RestAsking);
}

CampaignEffects CampaignRunner::handle(const campaign_event::RunFound& event)
{
    using Found = campaign_event::RunFound::Found;
    using How = campaign_effect::ResumeRun::How;
    if (m_activity != Activity::Finding) return {};
    if (event.found == Found::Over) return ended(event.outcome, {});
    if (m_stop) return rest(RunPhase::Stopped, Outcome::Stopped);
    if (event.found == Found::Absent) {
        if (m_goingOnWithout)
            return write(campaign_record::StageGoneOnWithout{m_state.current(), stage()}, Next::Proceed);
        if (server().undoing) return write(campaign_record::ServerSkipped{m_state.current()}, Next::Proceed);
        m_activity = Activity::Preparing;
        return {campaign_effect::PrepareRun{server().server, *runKindOf(m_state.plan, stage())}};
    }
    if (event.found == Found::InUse) {
        const Error locked{ErrorKind::Locked, "run " + stageState().runId, "another process carries it out", 0,
                           nullptr};
        return endStage(StageStatus::Failed, locked, {}, Next::RestAsking);
    }
    m_activity = Activity::RunUnderWay;
    m_runBegan = true;
    const auto how = m_goingOnWithout                              ? How::Abandon
                     : server().undoing                            ? How::Undo
                     : m_decision == CampaignDecision::StartAgain  ? How::SendAgain
                     : m_decision == CampaignDecision::GoOnWithout ? How::GoOnWithout
                                                                   : How::Continue;
    m_decision = CampaignDecision::GoOn;
    return {campaign_effect::ResumeRun{stageState().runId, how}};
}

CampaignEffects CampaignRunner::handle(const campaign_event::RunEnded& event)
{
    if (m_activity != Activity::RunUnderWay) return {};
    return ended(event.outcome, event.error);
}

CampaignEffects CampaignRunner::ended(Outcome outcome, const std::optional<Error>& error)
{
    m_runBegan = true;
    if (m_goingOnWithout && (outcome == Outcome::Abandoned || outcome == Outcome::Undone || isSuccess(outcome)))
        return write(campaign_record::StageGoneOnWithout{m_state.current(), stage()}, Next::Proceed);
    switch (outcome) {
    case Outcome::Succeeded:
    case Outcome::SucceededWithWarnings:
        return endStage(StageStatus::Done, {}, {}, Next::Proceed);
    case Outcome::Stopped:
        return rest(RunPhase::Stopped, Outcome::Stopped);
    case Outcome::Undone: // also by the operator, while the campaign rested
        if (stage() == CampaignStage::Enter)
            return endStage(StageStatus::Undone, stageState().error, {}, Next::Proceed);
        break;
    case Outcome::Unknown:
        return endStage(StageStatus::Unknown, error, {}, Next::RestAsking);
    case Outcome::Abandoned: { // also by a kill after the run was closed and before its stage was left
        const Error left{ErrorKind::NotReached, "run " + stageState().runId, "it was left as it is", 0, nullptr};
        return endStage(StageStatus::Failed, left, {}, Next::AfterFailure);
    }
    case Outcome::None:
    case Outcome::Failed:
        break;
    }
    return endStage(StageStatus::Failed, error, {}, Next::AfterFailure);
}

// --- The operator's program ---------------------------------------------------------------------------------------

CampaignEffects CampaignRunner::handle(const campaign_event::ProgramEnded& event)
{
    if (m_activity != Activity::Program) return {};
    // One that was ended half-way may have done a part: it is not started again without the operator's word.
    if (event.error && event.error->kind == ErrorKind::OutcomeUnknown)
        return endStage(StageStatus::Unknown, event.error, event.found, Next::RestAsking);
    const auto status = event.error ? StageStatus::Failed : StageStatus::Done;
    return endStage(status, event.error, event.found, event.error ? Next::AfterFailure : Next::Proceed);
}

// --- Health -------------------------------------------------------------------------------------------------------

CampaignEffects CampaignRunner::handle(const campaign_event::HealthRead& event)
{
    if (m_activity != Activity::ReadingHealth) return {};
    if (m_stop) return rest(RunPhase::Stopped, Outcome::Stopped);
    if (!event.newIssues.empty()) return unhealthy(event.newIssues.front());
    if (!m_healthySince) m_healthySince = m_now.uptime;
    const auto steadyFor = m_now.uptime - *m_healthySince;
    if (steadyFor >= m_state.plan.healthSteady) return endStage(StageStatus::Done, {}, {}, Next::Proceed);
    m_state.waitingFor = "healthy since " + toIso(m_now.wallAt(*m_healthySince));
    return waitForHealth();
}

CampaignEffects CampaignRunner::handle(const campaign_event::HealthNotRead& event)
{
    if (m_activity != Activity::ReadingHealth) return {};
    if (m_stop) return rest(RunPhase::Stopped, Outcome::Stopped);
    if (needsNewCredentials(event.error.kind)) // another attempt might lock the account
        return endStage(StageStatus::Failed, event.error, {}, Next::RestAsking);
    return unhealthy(event.error.summary());
}

CampaignEffects CampaignRunner::unhealthy(std::string why)
{
    m_healthySince.reset();
    m_state.waitingFor = std::move(why);
    if (m_now.uptime < m_healthDeadline) return waitForHealth();
    const Error late{ErrorKind::NotReached, "steady health after " + server().server.text(), m_state.waitingFor, 0,
                     nullptr};
    return endStage(StageStatus::Failed, late, {}, Next::RestAsking);
}

CampaignEffects CampaignRunner::waitForHealth()
{
    m_activity = Activity::Waiting;
    auto after = healthPoll;
    if (m_healthySince) after = std::min(after, *m_healthySince + m_state.plan.healthSteady - m_now.uptime);
    return {campaign_effect::SetTimer{after}};
}

CampaignEffects CampaignRunner::handle(const campaign_event::Timer&)
{
    if (m_activity != Activity::Waiting) return {};
    m_activity = Activity::ReadingHealth;
    return {campaign_effect::ReadHealth{}};
}

// --- Decisions of the operator ------------------------------------------------------------------------------------

CampaignEffects CampaignRunner::handle(const campaign_event::StopRequested&)
{
    if (m_activity == Activity::Resting || m_activity == Activity::Over) return {};
    m_stop = true;
    if (m_activity == Activity::Waiting) return rest(RunPhase::Stopped, Outcome::Stopped);
    if (m_state.phase == RunPhase::Running) m_state.phase = RunPhase::StopRequested;
    if (m_activity == Activity::RunUnderWay) return {campaign_effect::StopRun{}};
    return {};
}

CampaignEffects CampaignRunner::handle(const campaign_event::ContinueRequested& event)
{
    if (m_activity != Activity::Resting) return {};
    m_decision = event.decision;
    return write(campaign_record::Continued{wordOf(event.decision)}, Next::TakeUp);
}

CampaignEffects CampaignRunner::handle(const campaign_event::AbandonRequested&)
{
    if (m_activity != Activity::Resting) return {};
    return write(campaign_record::Ended{Outcome::Abandoned}, Next::End);
}

CampaignEffects CampaignRunner::takeUp()
{
    const auto decision = m_decision;
    if (m_state.over() || m_stop) return proceed();
    const bool between = stage() == CampaignStage::Between;
    if (decision == CampaignDecision::GoOnWithout && (between || stage() == CampaignStage::Steady))
        return goOnWithout();
    if (!between || runKindOf(m_state.plan, CampaignStage::Between)) return proceed();
    const auto status = stageState().status;
    if (m_state.plan.between == BetweenKind::Wait && status == StageStatus::Running)
        return endStage(StageStatus::Done, {}, {}, Next::Proceed);
    // Whether the program has done its work nobody but the operator can tell.
    if (status == StageStatus::Unknown && decision != CampaignDecision::StartAgain) return follow(Next::RestAsking);
    return proceed();
}

} // namespace drydock::maintenance
