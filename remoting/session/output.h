// What one cmdlet gave, and what may be asked of the one who runs it.
#pragma once

#include "remoting/clixml/value.h"
#include "remoting/psrp/records.h"

#include <chrono>
#include <string>
#include <vector>

namespace drydock::session {

struct Output {
    std::vector<clixml::Value> objects;
    std::vector<psrp::ErrorRecord> errors; // non-terminating ones; a terminating one is the Error of the call
    std::vector<std::string> warnings;
    bool hadErrors = false;
    // An answer was lost on the way and fetched again: objects may be missing. Said of a change alone, after which the
    // state is read again; a reading is re-run, and is an error when that does not help.
    bool possiblyIncomplete = false;
};

struct InvokeOptions {
    std::chrono::milliseconds timeout{0}; // then the pipeline is stopped; 0: the table's, "reading" or "change"
};

} // namespace drydock::session
