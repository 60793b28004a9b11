// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A transport queue as Get-Queue shows it.
#pragma once

#include "model/domain/names.h"
#include "model/domain/time.h"

#include <cstdint>
#include <string>

namespace drydock::domain {

struct Queue {
    std::string identity; // "MAIL\Submission", "MAIL\12", "MAIL\Shadow\3"
    ServerName server;
    std::string deliveryType;
    std::string status; // None, Active, Ready, Retry, Suspended, Connecting
    std::int64_t messageCount = 0;
    std::string nextHop;
    std::string lastError;
    double incomingRate = 0; // messages a second
    double outgoingRate = 0;
    double velocity = 0; // outgoing - incoming

    bool operator==(const Queue&) const;

    [[nodiscard]] bool shadow() const; // it holds copies for another server and never drains here
    [[nodiscard]] bool poison() const; // it never drains
    [[nodiscard]] bool unreachable() const;
    // Returns whether the queue counts when a step waits for empty queues: every queue but shadow, poison and
    // unreachable, which has a warning of its own (exchange.md 5.6).
    [[nodiscard]] bool drains() const { return !shadow() && !poison() && !unreachable(); }
};

} // namespace drydock::domain
