// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/condition_result.h"

#include "model/domain/error_traits.h"
#include "model/maintenance/messages.h"

#include <algorithm>

namespace drydock::maintenance {

using namespace domain;

ConditionResult met(LocalizableText found) { return {ConditionStatus::Met, std::move(found), false, false}; }
ConditionResult notMet(LocalizableText found) { return {ConditionStatus::NotMet, std::move(found), false, false}; }
ConditionResult unknown(LocalizableText found) { return {ConditionStatus::Unknown, std::move(found), false, false}; }
ConditionResult metIf(bool value, LocalizableText found)
{
    return value ? met(std::move(found)) : notMet(std::move(found));
}

ConditionResult unread(const DagSnapshot& snapshot, SnapshotSection section, const ServerName& server)
{
    for (const auto& failed : snapshot.errors)
        if (failed.section == section && (failed.server.empty() || failed.server == server))
            return unknown(
                sentence<"section-of-not-read-because">(sectionName(section), server.text(), failed.error.summary()));
    return unknown(sentence<"section-of-not-read">(sectionName(section), server.text()));
}

bool isRefused(const DagSnapshot& snapshot, SnapshotSection section, const ServerName& server)
{
    return std::ranges::any_of(snapshot.errors, [&](const ReadingError& failed) {
        const auto kind = failed.error.kind;
        return failed.section == section && failed.server == server &&
               (kind == ErrorKind::NotPermitted || kind == ErrorKind::HostNotTrusted || needsNewCredentials(kind));
    });
}

} // namespace drydock::maintenance
