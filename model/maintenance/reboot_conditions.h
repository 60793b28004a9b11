// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A condition on the start of a server's computer.
#pragma once

#include "model/maintenance/command.h"
#include "model/maintenance/condition_result.h"

#include <string>

namespace drydock::maintenance {

// The computer started later than at `before`, the time of its start that was read last (ISO 8601, by its own clock).
// While it has not, `found` says how far it is: gone, its port answers, it answers and has not started anew.
struct Rebooted {
    static constexpr const char* id = "rebooted";

    domain::ServerName server;
    std::string before; // empty: it could not be read, and nothing shows a restart

    [[nodiscard]] ConditionResult evaluate(const domain::DagSnapshot& snapshot) const;
    [[nodiscard]] domain::LocalizableText describe() const;
    [[nodiscard]] Needs needs() const;
    [[nodiscard]] bool isAbout(const Command& command) const { return command.losesAnswer(); }
    template <class Self, class Field> static void fields(Self& self, Field field)
    {
        field("server", self.server);
        field("before", self.before);
    }
    bool operator==(const Rebooted&) const;
};

} // namespace drydock::maintenance
