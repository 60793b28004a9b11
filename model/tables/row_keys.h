// Keys of rows: names compare without case, so a server that changes the case of a name keeps its row.
#pragma once

#include "model/domain/dag_snapshot.h"

#include <string>
#include <string_view>

namespace drydock::tables {

[[nodiscard]] inline std::string foldedKey(std::string_view text)
{
    std::string out(text);
    for (auto& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

[[nodiscard]] inline std::string foldedKey(std::string_view of, std::string_view on)
{
    return foldedKey(of) + '\\' + foldedKey(on);
}

// Whether the snapshot leaves open what `part` of `server` is: not read now, yet a server it knows (or may know).
[[nodiscard]] inline bool unread(const domain::DagSnapshot& snapshot, domain::SnapshotSection section,
                                 const domain::ServerName& server)
{
    if (snapshot.covers(section, server)) return false;
    return !snapshot.covers(domain::SnapshotSection::Servers) || snapshot.server(server) != nullptr;
}

} // namespace drydock::tables
