// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What a changing command reported. Reports are shown and quoted; only readings prove an effect.
#pragma once

#include "model/domain/names.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace drydock::maintenance {

// The move of one database off the server, for the live panel.
struct DatabaseMove {
    domain::DatabaseName database;
    domain::ServerName from;
    domain::ServerName to; // empty: not active elsewhere yet
    std::string status;    // "Mounted", "Dismounting", or Move-ActiveMailboxDatabase's Status
    std::optional<std::int64_t> logsLost;
    bool done = false;
    std::string mountStatus{}; // MountStatusAtMoveEnd of the cmdlet's answer; empty: not reported
    std::string error{};       // ErrorMessage of the cmdlet's answer
    bool operator==(const DatabaseMove&) const = default;
};

struct CommandReport {
    std::vector<std::string> warnings;
    std::vector<DatabaseMove> moves;
    // What else the cmdlet said, each after the name of its stream: "verbose: …". Who reads it bounds it.
    std::vector<std::string> remarks = {};
};

} // namespace drydock::maintenance
