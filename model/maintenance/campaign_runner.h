// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Carries out a campaign as a state machine without I/O: it receives events and returns effects. The runs themselves
// are carried out by `Runner`; their journals decide what became of them (model/docs/campaign.md).
#pragma once

#include "model/domain/moment.h"
#include "model/maintenance/campaign_record.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace drydock::maintenance {

// What the operator says when he lets a resting campaign go on.
enum class CampaignDecision {
    GoOn,       // from where it rests; a wait for the operator is over
    StartAgain, // what is unknown and shown to be without effect is sent, or a program started, once more
    GoOnWithout // between in and out, or for steady health: without what the stage is for; in a run: without what its
                // step waits for, where that may be (StepState::mayGoOnWithout)
};

namespace campaign_event {
struct Start {
};
struct RecordWritten {
    std::uint64_t sequence = 0;
};
struct RecordFailed {
    std::uint64_t sequence = 0;
    domain::Error error;
};
// The run is planned and its checks let it start, under this id.
struct RunReady {
    std::string runId;
    std::string version; // of Exchange on the server
};
// A check blocks it, or it cannot be planned.
struct RunNotReady {
    domain::Error error;
};
// The answer to StartRun or ResumeRun, where that is not possible.
struct RunNotStarted {
    domain::Error error;
};
// The answer to FindRun. Absent: nothing was ever sent on its account.
struct RunFound {
    enum class Found { Absent, InUse, Resumable, Over };
    Found found{};
    Outcome outcome = Outcome::None; // Over
};
// The run is over, or rests.
struct RunEnded {
    Outcome outcome{}; // of one that rests: RunState::restingOutcome()
    std::optional<domain::Error> error{};
};
struct ProgramEnded {
    std::optional<domain::Error> error;
    std::string found; // the last of what it wrote
};
struct HealthRead {
    std::vector<std::string> newIssues; // newHealthIssues()
};
struct HealthNotRead {
    domain::Error error;
};
struct Timer {
};
struct StopRequested {
};
// At rest only.
struct ContinueRequested {
    CampaignDecision decision = CampaignDecision::GoOn;
};
// At rest only: ends the campaign for good. Its runs stay as they are.
struct AbandonRequested {
};
} // namespace campaign_event
using CampaignEvent =
    std::variant<campaign_event::Start, campaign_event::RecordWritten, campaign_event::RecordFailed,
                 campaign_event::RunReady, campaign_event::RunNotReady, campaign_event::RunNotStarted,
                 campaign_event::RunFound, campaign_event::RunEnded, campaign_event::ProgramEnded,
                 campaign_event::HealthRead, campaign_event::HealthNotRead, campaign_event::Timer,
                 campaign_event::StopRequested, campaign_event::ContinueRequested, campaign_event::AbandonRequested>;

namespace campaign_effect {
// Append, flush and sync the record, then report RecordWritten or RecordFailed.
struct WriteRecord {
    CampaignRecord record;
};
// Read, check and plan. Answered by RunReady or RunNotReady.
struct PrepareRun {
    domain::ServerName server;
    RunKind runKind{};
};
// Start the run that is prepared. Answered by RunEnded or RunNotStarted.
struct StartRun {
    std::string runId;
};
// Look what the run's journal says. Answered by RunFound.
struct FindRun {
    std::string runId;
};
// Take the run up. Answered by RunEnded or RunNotStarted.
struct ResumeRun {
    enum class How { Continue, SendAgain, GoOnWithout, Undo, Abandon };
    std::string runId;
    How how = How::Continue;
};
// Let the run under way stop after its step. It then ends, or comes to rest.
struct StopRun {
};
// Start the program on this computer, exactly once. Answered by ProgramEnded.
struct StartProgram {
    std::vector<std::string> arguments; // the program first
};
// Read the whole organisation. Answered by HealthRead or HealthNotRead.
struct ReadHealth {
};
// Set the timer anew; the one that was set before is cancelled.
struct SetTimer {
    domain::Duration after{};
};
// The campaign is over or rests: see CampaignState::phase.
struct Rest {
};
} // namespace campaign_effect
using CampaignEffect = std::variant<campaign_effect::WriteRecord, campaign_effect::PrepareRun,
                                    campaign_effect::StartRun, campaign_effect::FindRun, campaign_effect::ResumeRun,
                                    campaign_effect::StopRun, campaign_effect::StartProgram,
                                    campaign_effect::ReadHealth, campaign_effect::SetTimer, campaign_effect::Rest>;
using CampaignEffects = std::vector<CampaignEffect>;

class CampaignRunner
{
public:
    // How often the health is read.
    static constexpr domain::Duration healthPoll = std::chrono::seconds(15);
    // How much longer than CampaignPlan::healthSteady the campaign waits for steady health.
    static constexpr domain::Duration maxHealthWait = std::chrono::hours(1);

    // `state` is a new campaign (a plan, phase NotStarted), or a replayed one with the next free sequence number.
    explicit CampaignRunner(CampaignState state, std::uint64_t nextSequence = 0);

    // Returns the effects in the order in which they must be carried out. Of those that are answered at most one is
    // outstanding. An event that answers no outstanding effect is ignored.
    [[nodiscard]] CampaignEffects on(const CampaignEvent& event, domain::Moment now);
    [[nodiscard]] const CampaignState& state() const noexcept { return m_state; }

private:
    enum class Activity {
        NotStarted,
        Recording,
        Preparing,
        Finding,
        RunUnderWay,
        Program,
        ReadingHealth,
        Waiting,
        Resting,
        Over
    };
    // What follows a record that is on the disk.
    enum class Next {
        Proceed,
        StartRun,
        StartProgram,
        ReadHealth,
        AwaitOperator,
        AfterFailure,
        TakeUp,
        RestAsking,
        End
    };

    CampaignEffects handle(const campaign_event::Start&);
    CampaignEffects handle(const campaign_event::RecordWritten& event);
    CampaignEffects handle(const campaign_event::RecordFailed& event);
    CampaignEffects handle(const campaign_event::RunReady& event);
    CampaignEffects handle(const campaign_event::RunNotReady& event);
    CampaignEffects handle(const campaign_event::RunNotStarted& event);
    CampaignEffects handle(const campaign_event::RunFound& event);
    CampaignEffects handle(const campaign_event::RunEnded& event);
    CampaignEffects handle(const campaign_event::ProgramEnded& event);
    CampaignEffects handle(const campaign_event::HealthRead& event);
    CampaignEffects handle(const campaign_event::HealthNotRead& event);
    CampaignEffects handle(const campaign_event::Timer&);
    CampaignEffects handle(const campaign_event::StopRequested&);
    CampaignEffects handle(const campaign_event::ContinueRequested& event);
    CampaignEffects handle(const campaign_event::AbandonRequested&);

    CampaignEffects follow(Next next);
    CampaignEffects proceed();
    CampaignEffects proceedBetween();
    CampaignEffects takeUp();
    CampaignEffects afterFailure();
    CampaignEffects goOnWithout();
    CampaignEffects prepareOrFind();
    CampaignEffects ended(Outcome outcome, const std::optional<domain::Error>& error);
    CampaignEffects endStage(StageStatus status, std::optional<domain::Error> error, std::string found, Next next);
    CampaignEffects startStage(const std::string& runId, const std::string& version, Next next);
    CampaignEffects unhealthy(std::string why);
    CampaignEffects waitForHealth();
    CampaignEffects rest(RunPhase phase, Outcome outcome);
    CampaignEffects write(CampaignRecordBody body, Next next);

    [[nodiscard]] CampaignServer& server() { return m_state.servers[m_state.current()]; }
    [[nodiscard]] CampaignStage stage() { return *server().current(); }
    [[nodiscard]] StageState& stageState() { return server().at(stage()); }

    CampaignState m_state;
    std::uint64_t m_nextSequence;
    domain::Moment m_now{};
    Activity m_activity = Activity::NotStarted;
    std::optional<CampaignRecord> m_pending; // being written
    Next m_next = Next::Proceed;
    bool m_stop = false;
    bool m_runBegan = false;       // the run of the stage at hand has a journal
    bool m_goingOnWithout = false; // the stage at hand is gone on without, once its run is closed
    CampaignDecision m_decision = CampaignDecision::GoOn;
    std::optional<domain::Duration> m_healthySince; // uptime
    domain::Duration m_healthDeadline{};            // uptime
};

} // namespace drydock::maintenance
