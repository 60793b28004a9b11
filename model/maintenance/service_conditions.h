// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Conditions on a server's services and on its transport queues.
#pragma once

#include "model/maintenance/command.h"
#include "model/maintenance/condition_result.h"

namespace drydock::maintenance {

// The service runs.
struct ServiceRunning {
    static constexpr const char* id = "service-running";

    domain::ServerName server;
    std::string service;

    [[nodiscard]] ConditionResult evaluate(const domain::DagSnapshot& snapshot) const;
    [[nodiscard]] domain::LocalizableText describe() const;
    [[nodiscard]] Needs needs() const;
    [[nodiscard]] bool isAbout(const Command& command) const;
    template <class Self, class Field> static void fields(Self& self, Field field)
    {
        field("server", self.server);
        field("service", self.service);
    }
    bool operator==(const ServiceRunning&) const;
};

// The service's process started after the requester's newest entry of the component was written, so it uses that entry.
// The two times are of two servers' clocks: see ConditionResult::withinSkew.
struct ServiceNoticed {
    static constexpr const char* id = "service-noticed";

    domain::ServerName server;
    std::string service;
    std::string component;
    std::string requester;

    [[nodiscard]] ConditionResult evaluate(const domain::DagSnapshot& snapshot) const;
    [[nodiscard]] domain::LocalizableText describe() const;
    [[nodiscard]] Needs needs() const;
    [[nodiscard]] bool isAbout(const Command& command) const;
    template <class Self, class Field> static void fields(Self& self, Field field)
    {
        field("server", self.server);
        field("service", self.service);
        field("component", self.component);
        field("requester", self.requester);
    }
    bool operator==(const ServiceNoticed&) const;
};

// Exchange setup does not run on the server. Setup stops and starts services itself.
struct SetupNotRunning {
    static constexpr const char* id = "setup-not-running";

    domain::ServerName server;

    [[nodiscard]] ConditionResult evaluate(const domain::DagSnapshot& snapshot) const;
    [[nodiscard]] domain::LocalizableText describe() const;
    [[nodiscard]] Needs needs() const;
    [[nodiscard]] bool isAbout(const Command&) const { return false; }
    template <class Self, class Field> static void fields(Self& self, Field field) { field("server", self.server); }
    bool operator==(const SetupNotRunning&) const;
};

// The queues of the server could be read, and its transport runs. Before that a redirect is refused. `queuesAlone`: in
// a run that was planned for an account that may not see the services, the queues themselves must do.
struct QueuesRead {
    static constexpr const char* id = "queues-read";

    domain::ServerName server;
    bool queuesAlone = false;

    [[nodiscard]] ConditionResult evaluate(const domain::DagSnapshot& snapshot) const;
    [[nodiscard]] domain::LocalizableText describe() const;
    [[nodiscard]] Needs needs() const;
    [[nodiscard]] bool isAbout(const Command&) const { return false; }
    template <class Self, class Field> static void fields(Self& self, Field field)
    {
        field("server", self.server);
        field("queuesAlone", self.queuesAlone);
    }
    bool operator==(const QueuesRead&) const;
};

// Transport runs, and all queues that drain (Queue::drains) are empty. Just after a start of transport the result is
// `early`, because the service may still be loading its queues (exchange.md 4.2). `queuesAlone` as above.
struct QueuesDrained {
    static constexpr const char* id = "queues-drained";

    domain::ServerName server;
    bool queuesAlone = false;

    [[nodiscard]] ConditionResult evaluate(const domain::DagSnapshot& snapshot) const;
    [[nodiscard]] domain::LocalizableText describe() const;
    [[nodiscard]] Needs needs() const;
    [[nodiscard]] bool isAbout(const Command& command) const;
    template <class Self, class Field> static void fields(Self& self, Field field)
    {
        field("server", self.server);
        field("queuesAlone", self.queuesAlone);
    }
    bool operator==(const QueuesDrained&) const;
};

} // namespace drydock::maintenance
