// What a changing command reported; never taken as proof, only quoted (and its per-database results shown).
#pragma once

#include "model/domain/names.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace drydock::maintenance {

// A database on its way off the server, for the live panel.
struct DatabaseMove {
    domain::DatabaseName database;
    domain::ServerName from;
    domain::ServerName to; // empty: not there yet
    std::string status;    // "Mounted", "Dismounting", or Move-ActiveMailboxDatabase's Status
    std::optional<std::int64_t> logsLost;
    bool done = false;
    bool operator==(const DatabaseMove&) const = default;
};

struct CommandReport {
    std::vector<std::string> warnings;
    std::vector<DatabaseMove> moves;
};

} // namespace drydock::maintenance
