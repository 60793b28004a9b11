// What must be true of databases, their copies, and where they may be active.
#pragma once

#include "model/maintenance/command.h"
#include "model/maintenance/condition_result.h"

namespace drydock::maintenance {

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

// No replicated database is active on the server; single-copy ones are left out (they cannot move).
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

// Every copy on the server is Mounted or Healthy with good queues; lagged ones only healthy.
struct CopiesHealthy {
    static constexpr const char* id = "copies-healthy";

    domain::ServerName server;

    [[nodiscard]] ConditionResult evaluate(const domain::DagSnapshot& snapshot) const;
    [[nodiscard]] domain::LocalizableText describe() const;
    [[nodiscard]] Needs needs() const;
    [[nodiscard]] bool isAbout(const Command&) const { return false; }
    template <class Self, class Field> static void fields(Self& self, Field field) { field("server", self.server); }
    bool operator==(const CopiesHealthy&) const;
};

// Every replicated database with a copy on the server has a good copy on one of the others: nothing is the last one
// here.
struct GoodCopyElsewhere {
    static constexpr const char* id = "good-copy-elsewhere";

    domain::ServerName server;
    std::vector<domain::ServerName> others;

    [[nodiscard]] ConditionResult evaluate(const domain::DagSnapshot& snapshot) const;
    [[nodiscard]] domain::LocalizableText describe() const;
    [[nodiscard]] Needs needs() const;
    [[nodiscard]] bool isAbout(const Command&) const { return false; }
    template <class Self, class Field> static void fields(Self& self, Field field)
    {
        field("server", self.server);
        field("others", self.others);
    }
    bool operator==(const GoodCopyElsewhere&) const;
};

} // namespace drydock::maintenance
