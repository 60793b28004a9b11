// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The records of a campaign's journal, their JSON, and what each makes of the campaign's state.
#pragma once

#include "model/domain/result.h"
#include "model/maintenance/campaign.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace drydock::maintenance {

namespace campaign_record {
// The first record: the plan, and no progress.
struct Created {
    CampaignState state;
};
// Written before a run is started, before the operator's program is started, and before a wait. On resume the journal
// of the run decides what became of it.
struct StageStarted {
    std::size_t server = 0;
    CampaignStage stage{};
    std::string run;     // its id; empty for a stage without a run
    std::string version; // of Exchange on the server then; empty: not known
};
struct StageEnded {
    std::size_t server = 0;
    CampaignStage stage{};
    StageStatus status{}; // Done, Failed, Unknown or Undone
    std::optional<domain::Error> error;
    std::string found;
};
// The failed run into maintenance is undone from here on.
struct UndoStarted {
    std::size_t server = 0;
};
// The campaign goes on without what the stage was for.
struct StageGoneOnWithout {
    std::size_t server = 0;
    CampaignStage stage{};
};
// The server is as before the campaign, which goes on with the next one.
struct ServerSkipped {
    std::size_t server = 0;
};
// The operator lets the campaign go on.
struct Continued {
    std::string decision; // empty: only that; else "start again" or "go on without"
};
struct Ended {
    Outcome outcome{};
};
} // namespace campaign_record

using CampaignRecordBody =
    std::variant<campaign_record::Created, campaign_record::StageStarted, campaign_record::StageEnded,
                 campaign_record::UndoStarted, campaign_record::StageGoneOnWithout, campaign_record::ServerSkipped,
                 campaign_record::Continued, campaign_record::Ended>;

struct CampaignRecord {
    std::uint64_t sequence = 0; // from 0, without gaps
    domain::Time at{};
    CampaignRecordBody body;
};

// Returns the record as JSON without line breaks.
[[nodiscard]] std::string toJsonLine(const CampaignRecord& record);
// Reads one record. Corrupt if it is not valid, Usage if a newer format is declared.
[[nodiscard]] domain::Result<CampaignRecord> campaignRecordFromJson(std::string_view line);

// Changes the state as the record says. Corrupt if it names a server that the plan does not have.
[[nodiscard]] domain::Result<> apply(CampaignState& state, const CampaignRecord& record);
// Applies all records and returns the state of a campaign at rest. A program that was started and whose end is not
// recorded becomes Unknown. Corrupt if the first record is not Created, if the sequence has a gap, or as apply().
[[nodiscard]] domain::Result<CampaignState> replayCampaign(const std::vector<CampaignRecord>& records);

} // namespace drydock::maintenance
