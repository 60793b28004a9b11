// Keys of rows: names compare without case, so a server that changes the case of a name keeps its row.
#pragma once

#include "model/domain/dag_snapshot.h"
#include "model/domain/strings.h"

#include <string>
#include <string_view>

namespace drydock::tables {

[[nodiscard]] inline std::string foldedKey(std::string_view text) { return domain::lowered(text); }
// Of a row that two names identify, as a copy by its database and its server.
[[nodiscard]] inline std::string foldedKey(std::string_view first, std::string_view second)
{
    return domain::lowered(first) + '\\' + domain::lowered(second);
}

// Whether the snapshot leaves open what `part` of `server` is: not read now, yet a server it knows (or may know).
[[nodiscard]] inline bool unread(const domain::DagSnapshot& snapshot, domain::SnapshotSection section,
                                 const domain::ServerName& server)
{
    if (snapshot.covers(section, server)) return false;
    return !snapshot.covers(domain::SnapshotSection::Servers) || snapshot.server(server) != nullptr;
}

} // namespace drydock::tables
