// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// All JSON that drydockctl prints. Scripts rely on it (cli.md), so fields are added and never renamed. Only this file
// includes the JSON library, which is slow to compile.
#pragma once

#include "app/composition.h"
#include "model/controllers/connection_diagnosis.h"
#include "model/domain/dag_snapshot.h"
#include "model/maintenance/campaign.h"
#include "model/maintenance/dry_run.h"
#include "model/maintenance/preflight.h"

#include <string>
#include <vector>

namespace drydock::ctl {

// An empty `dag` means all of them. The functions named ...AsJson end with a line end.
[[nodiscard]] std::string statusAsJson(const domain::DagSnapshot& snapshot, const domain::DagName& dag, bool oneLine);
[[nodiscard]] std::string checksAsJson(const std::vector<maintenance::Check>& checks);
// `basis` is the snapshot that the plan was made from.
[[nodiscard]] std::string planAsJson(const maintenance::Plan& plan, const std::vector<maintenance::DryRunLine>& dryRun,
                                     const domain::DagSnapshot& basis);
[[nodiscard]] std::string runsAsJson(const std::vector<maintenance::RunListing>& runs,
                                     const std::vector<ports::CampaignListing>& campaigns);
[[nodiscard]] std::string campaignStateWord(const ports::CampaignListing& campaign);
// Returns the state of a run as `runs` prints it, such as "unfinished".
[[nodiscard]] std::string runStateWord(const maintenance::RunListing& run);

// Events of `--format jsonl`: one object on one line, without a line end.
[[nodiscard]] std::string stageAsJson(const controllers::StageReport& report);
[[nodiscard]] std::string labEvent(const app::LabConnection& lab, bool withPassword);
// The order to a lab's control port that arms a fault (remoting/lab/control.h), without a line end.
struct FaultOptions {
    std::string kind, operation, cmdlet, server, database, message;
    int skip = 0, count = 1;
    bool always = false;
    double delay = 0, at = 0; // seconds
};
[[nodiscard]] std::string injectOrder(const FaultOptions& fault);
[[nodiscard]] std::string runEvent(const maintenance::RunState& run);
[[nodiscard]] std::string campaignEvent(const maintenance::CampaignState& campaign);
[[nodiscard]] std::string campaignStageEvent(const maintenance::CampaignState& campaign, std::size_t server,
                                             maintenance::CampaignStage stage);
[[nodiscard]] std::string progressEvent(const maintenance::RunState& run);
[[nodiscard]] std::string commandErrorEvent(std::size_t step, const std::string& command, const domain::Error& error);
[[nodiscard]] std::string noteEvent(const std::string& text);
[[nodiscard]] std::string endEvent(const std::string& outcome, int exitCode);
struct StepEvent {
    std::string state;
    std::string command;
    std::int64_t elapsedMs = 0;
};
[[nodiscard]] std::string stepEvent(const maintenance::RunState& run, std::size_t index, const StepEvent& event);

} // namespace drydock::ctl
