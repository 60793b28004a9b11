// What goes into a cmdlet of the lab and what comes out of it: plain values, no wire.
#pragma once

#include "model/domain/endpoint_kind.h"
#include "model/domain/time.h"
#include "remoting/clixml/value.h"
#include "remoting/psrp/records.h"

#include <optional>
#include <string>
#include <vector>

namespace drydock::lab {

// Exchange: configuration Microsoft.Exchange, no-language. Node: configuration Microsoft.PowerShell on one server.

struct Caller {
    std::string user; // "LAB\admin", as scenarios list them
    domain::EndpointKind endpoint = domain::EndpointKind::Exchange;
    std::string host; // the server behind the endpoint; empty (Exchange only): any that is up
};

struct Argument {
    std::string name; // empty: by position; a leading dash and a trailing colon are ignored
    clixml::Value value;
};

struct Command {
    std::string name;
    std::vector<Argument> arguments;
};

using CmdletError = psrp::ErrorRecord;

struct CmdletProgress {
    domain::Duration after{}; // since the cmdlet began
    std::string activity;
    std::string status;
    int percent = -1;
    bool completed = false;
};

// The effects on the organisation take place in virtual time; the answer is due `duration` after the call.
struct CmdletResult {
    std::vector<clixml::Value> objects;
    std::vector<CmdletError> errors;
    std::vector<std::string> warnings;
    std::vector<CmdletProgress> progress;
    std::optional<CmdletError> terminating; // the pipeline ends as Failed
    domain::Duration duration{};

    [[nodiscard]] bool succeeded() const noexcept { return !terminating && errors.empty(); }
};

} // namespace drydock::lab
