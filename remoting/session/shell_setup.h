// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The settings of a shell beside its endpoint: time-outs, wire tap, runspace pool and log.
#pragma once

#include "remoting/psrp/client_options.h"
#include "remoting/session/shell_budget.h"
#include "remoting/session/shell_ledger.h"
#include "remoting/session/timeouts.h"
#include "remoting/session/wire_tap.h"

#include <functional>
#include <memory>
#include <string>

namespace drydock::session {

// Takes a line for the log, on the network thread. Its text is the server's: it may hold anything.
using Notice = std::function<void(const std::string&)>;

struct ShellSetup {
    Timeouts timeouts = {};
    WireTap tap = {};
    psrp::ClientOptions pool = {};
    Notice notice = {};                       // none: nothing is logged
    std::shared_ptr<ShellBudget> budget = {}; // none: as many shells as are asked for
    std::shared_ptr<ShellLedger> ledger = {}; // none: nothing is remembered

    void note(const std::string& line) const
    {
        if (notice) notice(line);
    }
};

} // namespace drydock::session
