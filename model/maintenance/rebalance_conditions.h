// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Conditions on one database and the server that it is moved to.
#pragma once

#include "model/maintenance/command.h"
#include "model/maintenance/condition_result.h"

namespace drydock::maintenance {

// The database is mounted on the server.
struct MountedOn {
    static constexpr const char* id = "mounted-on";

    domain::ServerName server;
    domain::DatabaseName database;

    [[nodiscard]] ConditionResult evaluate(const domain::DagSnapshot& snapshot) const;
    [[nodiscard]] domain::LocalizableText describe() const;
    [[nodiscard]] Needs needs() const;
    [[nodiscard]] bool isAbout(const Command& command) const;
    template <class Self, class Field> static void fields(Self& self, Field field)
    {
        field("server", self.server);
        field("database", self.database);
    }
    bool operator==(const MountedOn&) const;
};

// Nothing keeps the database's copy on the server from becoming active (RedundancyIndex::refusal).
struct CopyActivatable {
    static constexpr const char* id = "copy-activatable";

    domain::ServerName server;
    domain::DatabaseName database;

    [[nodiscard]] ConditionResult evaluate(const domain::DagSnapshot& snapshot) const;
    [[nodiscard]] domain::LocalizableText describe() const;
    [[nodiscard]] Needs needs() const;
    [[nodiscard]] bool isAbout(const Command&) const { return false; }
    template <class Self, class Field> static void fields(Self& self, Field field)
    {
        field("server", self.server);
        field("database", self.database);
    }
    bool operator==(const CopyActivatable&) const;
};

} // namespace drydock::maintenance
