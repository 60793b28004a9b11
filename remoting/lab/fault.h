// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A failure that a scenario or a test injects into the lab.
#pragma once

#include "model/domain/result.h"
#include "model/domain/time.h"

#include <string>
#include <string_view>

namespace drydock::lab {

enum class FaultKind {
    DropBefore,           // the connection ends before the cmdlet runs
    DropAfter,            // the connection ends after the cmdlet ran, before its answer
    Late,                 // the answer is late by `delay`
    Refuse,               // the cmdlet reports an error and does nothing
    Beside,               // the cmdlet runs, and reports an error beside its results
    Reboot,               // `server` is unreachable for `delay`
    FailMount,            // a database does not mount on its target, and stays where it was
    IgnoreRegistryWrite,  // a component state is written to AD but not to the registry, without an error
                          // (exchange.md 4.1)
    StuckMove,            // a move that never completes
    DomainControllerDown, // the domain controller `server` does not answer
    // Of the wire: each is bound to an operation of WS-Management in place of a cmdlet.
    Quota,            // the request is refused for load, for at least `delay`
    Unauthorized,     // the request is answered with 401
    Unavailable,      // the request is answered with 503
    HtmlPage,         // the request is answered with a page, as a proxy does
    HalfAnswer,       // the connection ends in the middle of the answer
    WrongRelatesTo,   // the answer is that of another request
    GarbageBase64,    // the data of a Receive's answer is not base64
    WrongFragmentIds, // the first fragment of a Receive's answer has another number
};

struct Fault {
    FaultKind kind = FaultKind::Late;
    std::string cmdlet;   // empty: any cmdlet
    std::string server;   // the server that an argument names, the node, or the domain controller; empty: any
    std::string database; // empty: any database
    int skip = 0;         // the number of matching calls before the first fault
    int count = 1;        // the number of faults; -1: no limit
    domain::Duration delay{};
    domain::Duration at{}; // Reboot: how long after the injection
    std::string message;   // Refuse, Beside: the error text
    // "Receive"; empty: any. With it DropBefore, DropAfter and Late are faults of the wire too: what is dropped or late
    // is this request or its answer, whatever becomes of the cmdlet.
    std::string operation = {};
};

// Returns whether the fault strikes requests of WS-Management and not cmdlets.
[[nodiscard]] bool isOfTheWire(const Fault& fault) noexcept;

[[nodiscard]] const char* toString(FaultKind kind) noexcept;
// Usage: there is no such kind.
[[nodiscard]] domain::Result<FaultKind> faultKindFromText(std::string_view text);

} // namespace drydock::lab
