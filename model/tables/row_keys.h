// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Makes the keys of rows. Keys ignore case, so a name whose case changes keeps its row.
#pragma once

#include "model/domain/dag_snapshot.h"
#include "model/domain/strings.h"

#include <string>
#include <string_view>

namespace drydock::tables {

[[nodiscard]] inline std::string foldedKey(std::string_view text) { return domain::lowered(text); }
// Returns the key of a row that two names identify, such as a copy's database and server.
[[nodiscard]] inline std::string foldedKey(std::string_view first, std::string_view second)
{
    return domain::lowered(first) + '\\' + domain::lowered(second);
}

// Returns whether the section of a server was not read, although the server exists or its existence is unknown.
[[nodiscard]] inline bool unread(const domain::DagSnapshot& snapshot, domain::SnapshotSection section,
                                 const domain::ServerName& server)
{
    if (snapshot.covers(section, server)) return false;
    return !snapshot.covers(domain::SnapshotSection::Servers) || snapshot.server(server) != nullptr;
}

} // namespace drydock::tables
