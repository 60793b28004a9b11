// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A campaign takes the servers of a group through a maintenance one after another. Its plan and its state, as window,
// command line and report show them; model/docs/campaign.md describes it.
#pragma once

#include "model/domain/dag_snapshot.h"
#include "model/domain/error.h"
#include "model/maintenance/run_state.h"

#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::maintenance {

// What a campaign does with each server, in this order.
enum class CampaignStage { Enter, Between, Reinstate, Steady };
inline constexpr std::array campaignStages{CampaignStage::Enter, CampaignStage::Between, CampaignStage::Reinstate,
                                           CampaignStage::Steady};
[[nodiscard]] const char* toString(CampaignStage stage) noexcept; // "enter", "between", "leave", "steady"
[[nodiscard]] std::optional<CampaignStage> campaignStageNamed(std::string_view name) noexcept;

// GoneOnWithout: the campaign goes on without it. Undone: the run was undone, and the server is as before.
enum class StageStatus { ToDo, Running, Done, Failed, Unknown, GoneOnWithout, Undone };
[[nodiscard]] const char* toString(StageStatus status) noexcept; // "todo", "running", "done" …
[[nodiscard]] std::optional<StageStatus> stageStatusNamed(std::string_view name) noexcept;

// What happens while a server is in maintenance. OwnReboot: the operator restarts the computer, and the campaign waits.
enum class BetweenKind { Wait, Reboot, OwnReboot, Command };
[[nodiscard]] const char* toString(BetweenKind kind) noexcept; // "wait", "reboot", "own-reboot", "command"
[[nodiscard]] std::optional<BetweenKind> betweenKindNamed(std::string_view name) noexcept;

struct CampaignPlan {
    static constexpr std::chrono::minutes usualSteady{5};
    static constexpr std::chrono::minutes longestSteady{24 * 60};

    std::string group;                       // the DAG; empty: servers outside any
    std::vector<domain::ServerName> servers; // in the order in which they are taken
    std::vector<std::string> fqdns{};        // of each server; empty: a journal from before they were kept
    BetweenKind between = BetweenKind::Wait;
    std::vector<std::string> program; // BetweenKind::Command: it and its first arguments; server and run id follow
    domain::Duration healthSteady = usualSteady; // how long the group must be healthy before the next server
    bool skipsFailed = false; // a server that fails is brought back and left out; else the campaign stops
    std::string reason;
    std::string changeNumber;
    std::set<std::string> overrides;             // check ids, for each of its runs
    std::vector<std::string> healthIssuesBefore; // healthIssueKeys() at the beginning, which hold nothing back
    bool operator==(const CampaignPlan&) const = default;

    [[nodiscard]] std::string fqdnOf(const domain::ServerName& server) const; // empty where it is not known
};

struct StageState {
    StageStatus status = StageStatus::ToDo;
    std::string runId{}; // the run of this stage; empty: it needs none, or none was planned yet
    std::optional<domain::Time> startedAt{};
    std::optional<domain::Time> finishedAt{};
    std::optional<domain::Error> error{};
    std::string found{}; // what the end showed: an exit code, what a program wrote last
    bool operator==(const StageState&) const = default;

    [[nodiscard]] bool over() const { return status == StageStatus::Done || status == StageStatus::GoneOnWithout; }
};

struct CampaignServer {
    domain::ServerName server;
    std::array<StageState, campaignStages.size()> stages{};
    std::string version{}; // of Exchange before
    std::string versionAfter{};
    bool undoing = false; // its run into maintenance has failed and is being undone
    bool skipped = false; // it is as before, and left out
    bool operator==(const CampaignServer&) const = default;

    [[nodiscard]] const StageState& at(CampaignStage stage) const { return stages[static_cast<std::size_t>(stage)]; }
    [[nodiscard]] StageState& at(CampaignStage stage) { return stages[static_cast<std::size_t>(stage)]; }
    // Returns the first stage that is not over; empty if the server is through, or left out.
    [[nodiscard]] std::optional<CampaignStage> current() const;
    // Returns whether a stage of the server failed, though the campaign went on.
    [[nodiscard]] bool failed() const;
};

// The format of campaigns' journals. One of a newer format is neither read nor written.
inline constexpr int campaignFormat = 1;

// Returns "2026-11-22T21-04-05-DAG1-rolling", for example.
[[nodiscard]] std::string campaignId(domain::Time at, const std::string& group);

struct CampaignState {
    std::string id;
    CampaignPlan plan;
    std::string operatorName;
    std::string computer;
    RunPhase phase = RunPhase::NotStarted; // of those of a run, without Paused and Undoing
    Outcome outcome = Outcome::None;
    std::vector<CampaignServer> servers; // one for each of the plan
    std::optional<domain::Time> startedAt;
    std::optional<domain::Time> finishedAt;
    std::string waitingFor;         // in a stage without a run
    std::vector<std::string> notes; // decisions of the operator, each with its time
    bool operator==(const CampaignState&) const = default;

    // Returns the server at hand, or the number of servers when all are over.
    [[nodiscard]] std::size_t current() const;
    [[nodiscard]] bool over() const { return current() == servers.size(); }
    // Returns the stage at hand; nullptr when all are over.
    [[nodiscard]] const StageState* currentStage() const;
    [[nodiscard]] bool resumable() const { return isResumable(phase); }
    // Returns whether the server is in maintenance, and only the operator's word ends the stage.
    [[nodiscard]] bool waitsForOperator() const;
    // Returns the time that the rest will take, judged by the servers that are through; empty before the first one is.
    [[nodiscard]] std::optional<domain::Duration> timeLeft(domain::Time now) const;
};

// Returns a campaign that has not begun.
[[nodiscard]] CampaignState newCampaign(std::string id, CampaignPlan plan);

// Returns the kind of run of a stage; empty for a stage without a run.
[[nodiscard]] std::optional<RunKind> runKindOf(const CampaignPlan& plan, CampaignStage stage);

// Returns the servers in the order that disturbs least: those with the fewest active databases first, of these the ones
// of another site than the primary active manager's, and the primary active manager last.
[[nodiscard]] std::vector<domain::ServerName> suggestedOrder(const domain::DagSnapshot& snapshot,
                                                             std::vector<domain::ServerName> servers);

// Returns a key for each health issue of the group (health_issues.h) and for each reading that failed.
[[nodiscard]] std::vector<std::string> healthIssueKeys(const domain::DagSnapshot& snapshot, const std::string& group);
// Returns a line for each of them that was not there when the campaign began.
[[nodiscard]] std::vector<std::string> newHealthIssues(const CampaignPlan& plan, const domain::DagSnapshot& snapshot);

} // namespace drydock::maintenance
