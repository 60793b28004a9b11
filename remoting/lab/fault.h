// Something that goes wrong on purpose: scripted in a scenario or injected while the lab runs.
#pragma once

#include "model/domain/result.h"
#include "model/domain/time.h"

#include <string>
#include <string_view>

namespace drydock::lab {

enum class FaultKind {
    DropBefore,          // the connection dies before the cmdlet ran
    DropAfter,           // the connection dies after the cmdlet ran, before its answer
    Late,                // the answer comes `delay` later
    Refuse,              // the cmdlet reports an error and does nothing
    Reboot,              // `server` is unreachable for `delay`, then back
    FailMount,           // a database does not mount on its new server; it stays where it was
    IgnoreRegistryWrite, // a component state reaches AD and not the registry, silently (exchange.md 4.1)
    StuckMove,           // a move that never completes
};

struct Fault {
    FaultKind kind = FaultKind::Late;
    std::string cmdlet;   // which cmdlet; empty: any
    std::string server;   // which server it is about (an argument or the node); empty: any
    std::string database; // which database; empty: any
    int skip = 0;         // let this many matching calls pass first
    int count = 1;        // then strike this often; -1: always
    domain::Duration delay{};
    domain::Duration at{}; // Reboot: this long after it was injected
    std::string message;   // Refuse: the error text
};

[[nodiscard]] const char* toString(FaultKind kind) noexcept;
[[nodiscard]] domain::Result<FaultKind> faultKindFromText(std::string_view text);

} // namespace drydock::lab
