// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Where the journals of campaigns live. Appending returns only when the record is on the disk.
#pragma once

#include "model/domain/result.h"
#include "model/maintenance/campaign_record.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace drydock::ports {

// One campaign's journal. While it is open, this process holds it and its group.
class CampaignJournal
{
public:
    virtual ~CampaignJournal() = default;
    // Append, flush, sync. Storage on failure: then nothing more may be started.
    [[nodiscard]] virtual domain::Result<> append(const maintenance::CampaignRecord& record) = 0;
};

struct OpenedCampaign {
    std::unique_ptr<CampaignJournal> journal;
    maintenance::CampaignState state; // replayed; a torn last line is cut off
    std::uint64_t nextSequence = 0;
};

struct CampaignListing {
    maintenance::CampaignState state;   // with an error: its id alone
    std::optional<domain::Error> error; // not readable: kept, shown, never deleted
    bool inUse = false;                 // a process carries it out
    std::string file;

    [[nodiscard]] bool resumable() const { return !error && !inUse && state.resumable(); }
};

class CampaignStore
{
public:
    virtual ~CampaignStore() = default;
    // Errors: Locked while another campaign of the group is open; Storage.
    [[nodiscard]] virtual domain::Result<std::unique_ptr<CampaignJournal>> create(const std::string& id,
                                                                                  const std::string& group) = 0;
    // Errors: NotFound; Locked, also while another campaign of its group is open; Usage for a newer format; Corrupt;
    // Storage.
    [[nodiscard]] virtual domain::Result<OpenedCampaign> open(const std::string& id) = 0;
    [[nodiscard]] virtual std::vector<CampaignListing> list() = 0; // the newest first
};

} // namespace drydock::ports
