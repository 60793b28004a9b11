// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/controllers/retain_unread_rows.h"

#include "model/domain/error_traits.h"

#include <algorithm>
#include <iterator>

namespace drydock::controllers {
namespace {

using namespace domain;

template <class Row> void keep(std::vector<Row>& rows, const std::vector<Row>& old, const ServerName& server)
{
    const auto isOfIt = [&](const Row& row) { return row.server == server; };
    if (std::any_of(rows.begin(), rows.end(), isOfIt)) return;
    std::copy_if(old.begin(), old.end(), std::back_inserter(rows), isOfIt);
}

} // namespace

SnapshotPtr retainUnreadRows(const SnapshotPtr& newer, const DagSnapshot& older)
{
    const auto refused = [](const ReadingError& failed) {
        return !failed.server.empty() && isRefusedToUs(failed.error.kind);
    };
    if (std::none_of(newer->errors.begin(), newer->errors.end(), refused)) return newer;
    auto merged = std::make_shared<DagSnapshot>(*newer);
    for (const auto& failed : newer->errors) {
        if (!refused(failed)) continue;
        if (failed.section == SnapshotSection::Components) keep(merged->components, older.components, failed.server);
        if (failed.section == SnapshotSection::Copies) keep(merged->copies, older.copies, failed.server);
        if (failed.section == SnapshotSection::Queues) keep(merged->queues, older.queues, failed.server);
        if (failed.section == SnapshotSection::Nodes) keep(merged->nodes, older.nodes, failed.server);
        if (failed.section == SnapshotSection::Services) keep(merged->services, older.services, failed.server);
    }
    return merged;
}

} // namespace drydock::controllers
