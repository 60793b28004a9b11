// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Journals of campaigns as files, one a campaign, in a folder of their own beside those of the runs; locked as these
// are.
#pragma once

#include "model/ports/campaign_store.h"

#include <QString>

namespace drydock::services {

// Callable from any thread; a CampaignJournal belongs to whoever got it.
class CampaignFileStore final : public ports::CampaignStore
{
public:
    // The folder is made when the first journal is.
    explicit CampaignFileStore(QString folder) : m_folder(std::move(folder)) {}

    [[nodiscard]] domain::Result<std::unique_ptr<ports::CampaignJournal>> create(const std::string& id,
                                                                                 const std::string& group) override;
    [[nodiscard]] domain::Result<ports::OpenedCampaign> open(const std::string& id) override;
    [[nodiscard]] std::vector<ports::CampaignListing> list() override;

private:
    [[nodiscard]] QString pathOf(const std::string& id) const;

    QString m_folder;
};

} // namespace drydock::services
