// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The planned events of the virtual clock, in order of time. Events of the same time keep the order in which they were
// planned.
#pragma once

#include "model/domain/time.h"

#include <map>
#include <optional>

namespace drydock::lab {

enum class EventKind {
    AnalyzeMoveNow,   // subject: DAG
    CheckManager,     // subject: DAG
    MoveManager,      // subject: DAG
    FinishMove,       // subject: database
    PreferredOwners,  // subject: DAG
    TransportTick,    // subject: server
    TransportNotices, // subject: server
    ServicesFollow,   // subject: server, whose IMAP and POP services follow their components
    ServerDown,       // subject: server; detail: how long, in ms
    ServerUp,         // subject: server
    FailOver,         // subject: server that went down
};

struct Event {
    EventKind kind{};
    int subject = -1;
    long long detail = 0;
};

class EventQueue
{
public:
    void plan(domain::Time time, Event event) { m_events.emplace(time, event); }
    // Removes and returns the first event that is due at or before `time`.
    [[nodiscard]] std::optional<std::pair<domain::Time, Event>> next(domain::Time time)
    {
        if (m_events.empty() || m_events.begin()->first > time) return std::nullopt;
        auto first = *m_events.begin();
        m_events.erase(m_events.begin());
        return first;
    }

private:
    std::multimap<domain::Time, Event> m_events;
};

} // namespace drydock::lab
