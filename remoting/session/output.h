// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The output of one cmdlet, and the options of its call.
#pragma once

#include "remoting/clixml/memory_budget.h"
#include "remoting/clixml/value.h"
#include "remoting/psrp/records.h"

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace drydock::session {

struct Output {
    std::vector<clixml::Value> objects;
    std::vector<psrp::ErrorRecord> errors; // non-terminating errors; a terminating one is the Error of the call
    std::vector<std::string> warnings;
    bool hadErrors = false;
    // An answer was lost and requested again, so that objects may be missing. Set only for a change, after which the
    // state is read again; a reading is run again, and fails if that does not help.
    bool possiblyIncomplete = false;
    std::size_t keptBytes = 0;                               // a bound of what can be made of it (psrp::ClientPipeline)
    std::shared_ptr<const clixml::MemoryBudget> memory = {}; // counts what is above, as long as it is held
    std::vector<std::string> remarks = {};                   // what else the cmdlet said, "verbose: …" (Remarks)
};

struct InvokeOptions {
    std::chrono::milliseconds timeout{
        0}; // the pipeline is stopped after this; 0: row "reading" or "change" of the time-out table
};

} // namespace drydock::session
