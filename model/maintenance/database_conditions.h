// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Conditions on databases, their copies, and the settings that say where they may be active.
#pragma once

#include "model/maintenance/command.h"
#include "model/maintenance/condition_result.h"

namespace drydock::maintenance {

// The server's DatabaseCopyAutoActivationPolicy is `policy`.
struct PolicyIs {
    static constexpr const char* id = "policy";

    domain::ServerName server;
    domain::OpenEnum<domain::AutoActivationPolicy> policy;

    [[nodiscard]] ConditionResult evaluate(const domain::DagSnapshot& snapshot) const;
    [[nodiscard]] domain::LocalizableText describe() const;
    [[nodiscard]] Needs needs() const;
    [[nodiscard]] bool isAbout(const Command& command) const;
    template <class Self, class Field> static void fields(Self& self, Field field)
    {
        field("server", self.server);
        field("policy", self.policy);
    }
    bool operator==(const PolicyIs&) const;
};

// The server's DatabaseCopyActivationDisabledAndMoveNow is `value`.
struct MoveNowIs {
    static constexpr const char* id = "move-now";

    domain::ServerName server;
    bool value = false;

    [[nodiscard]] ConditionResult evaluate(const domain::DagSnapshot& snapshot) const;
    [[nodiscard]] domain::LocalizableText describe() const;
    [[nodiscard]] Needs needs() const;
    [[nodiscard]] bool isAbout(const Command& command) const;
    template <class Self, class Field> static void fields(Self& self, Field field)
    {
        field("server", self.server);
        field("value", self.value);
    }
    bool operator==(const MoveNowIs&) const;
};

// No replicated database is active on the server. Databases with one copy do not count, because they cannot move.
struct NoActiveDatabases {
    static constexpr const char* id = "no-active-databases";

    domain::ServerName server;

    [[nodiscard]] ConditionResult evaluate(const domain::DagSnapshot& snapshot) const;
    [[nodiscard]] domain::LocalizableText describe() const;
    [[nodiscard]] Needs needs() const;
    [[nodiscard]] bool isAbout(const Command& command) const;
    template <class Self, class Field> static void fields(Self& self, Field field) { field("server", self.server); }
    bool operator==(const NoActiveDatabases&) const;
};

// Each of the databases is mounted, and not on the server: no move has ended half way.
struct MountedElsewhere {
    static constexpr const char* id = "mounted-elsewhere";

    domain::ServerName server;
    std::vector<domain::DatabaseName> databases;

    [[nodiscard]] ConditionResult evaluate(const domain::DagSnapshot& snapshot) const;
    [[nodiscard]] domain::LocalizableText describe() const;
    [[nodiscard]] Needs needs() const;
    [[nodiscard]] bool isAbout(const Command&) const { return false; }
    template <class Self, class Field> static void fields(Self& self, Field field)
    {
        field("server", self.server);
        field("databases", self.databases);
    }
    bool operator==(const MountedElsewhere&) const;
};

// Every copy on the server is Mounted or Healthy with good queues; lagged ones only healthy. Copies of the databases in
// `except` are left out: they were not healthy before the maintenance.
struct CopiesHealthy {
    static constexpr const char* id = "copies-healthy";

    domain::ServerName server;
    std::vector<domain::DatabaseName> except{};

    [[nodiscard]] ConditionResult evaluate(const domain::DagSnapshot& snapshot) const;
    [[nodiscard]] domain::LocalizableText describe() const;
    [[nodiscard]] Needs needs() const;
    [[nodiscard]] bool isAbout(const Command&) const { return false; }
    template <class Self, class Field> static void fields(Self& self, Field field)
    {
        field("server", self.server);
        field("except", self.except);
    }
    bool operator==(const CopiesHealthy&) const;
};

// Every replicated database with a copy on the server has a good copy on one of `others`, except those in `except`: the
// operator accepted that these have none.
struct GoodCopyElsewhere {
    static constexpr const char* id = "good-copy-elsewhere";

    domain::ServerName server;
    std::vector<domain::ServerName> others;
    std::vector<domain::DatabaseName> except{};

    [[nodiscard]] std::vector<domain::DatabaseName> without(const domain::DagSnapshot& snapshot) const;
    [[nodiscard]] ConditionResult evaluate(const domain::DagSnapshot& snapshot) const;
    [[nodiscard]] domain::LocalizableText describe() const;
    [[nodiscard]] Needs needs() const;
    [[nodiscard]] bool isAbout(const Command&) const { return false; }
    template <class Self, class Field> static void fields(Self& self, Field field)
    {
        field("server", self.server);
        field("others", self.others);
        field("except", self.except);
    }
    bool operator==(const GoodCopyElsewhere&) const;
};

} // namespace drydock::maintenance
