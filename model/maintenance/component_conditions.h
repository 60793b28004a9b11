// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Conditions on a server's components.
#pragma once

#include "model/maintenance/command.h"
#include "model/maintenance/condition_result.h"

namespace drydock::maintenance {

// The requester's entry is `state` in both stores; an absent entry counts as Active. Both stores must have been read,
// because a failed write to the registry is not reported (exchange.md 4.1).
struct RequesterStateIs {
    static constexpr const char* id = "requester-state";

    domain::ServerName server;
    std::string component;
    std::string requester;
    domain::ServiceState state{};

    [[nodiscard]] ConditionResult evaluate(const domain::DagSnapshot& snapshot) const;
    [[nodiscard]] domain::LocalizableText describe() const;
    [[nodiscard]] Needs needs() const;
    [[nodiscard]] bool isAbout(const Command& command) const;
    template <class Self, class Field> static void fields(Self& self, Field field)
    {
        field("server", self.server);
        field("component", self.component);
        field("requester", self.requester);
        field("state", self.state);
    }
    bool operator==(const RequesterStateIs&) const;
};

// The server computes `state` for the component.
struct ComponentIs {
    static constexpr const char* id = "component";

    domain::ServerName server;
    std::string component;
    domain::ServiceState state{};

    [[nodiscard]] ConditionResult evaluate(const domain::DagSnapshot& snapshot) const;
    [[nodiscard]] domain::LocalizableText describe() const;
    [[nodiscard]] Needs needs() const;
    [[nodiscard]] bool isAbout(const Command&) const { return false; }
    template <class Self, class Field> static void fields(Self& self, Field field)
    {
        field("server", self.server);
        field("component", self.component);
        field("state", self.state);
    }
    bool operator==(const ComponentIs&) const;
};

// Every component is Active, but those that are Inactive by default and those in `except`, which were not Active before
// the maintenance.
struct ComponentsServe {
    static constexpr const char* id = "components-serve";

    domain::ServerName server;
    std::vector<std::string> except;

    [[nodiscard]] ConditionResult evaluate(const domain::DagSnapshot& snapshot) const;
    [[nodiscard]] domain::LocalizableText describe() const;
    [[nodiscard]] Needs needs() const;
    [[nodiscard]] bool isAbout(const Command&) const { return false; }
    template <class Self, class Field> static void fields(Self& self, Field field)
    {
        field("server", self.server);
        field("except", self.except);
    }
    bool operator==(const ComponentsServe&) const;
};

// Every component but Monitoring and RecoveryActionsEnabled is Inactive.
struct AllComponentsInactive {
    static constexpr const char* id = "all-components-inactive";

    domain::ServerName server;

    [[nodiscard]] ConditionResult evaluate(const domain::DagSnapshot& snapshot) const;
    [[nodiscard]] domain::LocalizableText describe() const;
    [[nodiscard]] Needs needs() const;
    [[nodiscard]] bool isAbout(const Command&) const { return false; }
    template <class Self, class Field> static void fields(Self& self, Field field) { field("server", self.server); }
    bool operator==(const AllComponentsInactive&) const;
};

} // namespace drydock::maintenance
