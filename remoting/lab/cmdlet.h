// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The input and the output of the lab's cmdlets, as plain values.
#pragma once

#include "model/domain/endpoint_kind.h"
#include "model/domain/time.h"
#include "remoting/clixml/value.h"
#include "remoting/psrp/records.h"

#include <optional>
#include <string>
#include <vector>

namespace drydock::lab {

// The user and the endpoint of a call. Exchange is the configuration Microsoft.Exchange in no-language mode, Node the
// configuration Microsoft.PowerShell on one server.
struct Caller {
    std::string user; // "LAB\admin", as in the scenario
    domain::EndpointKind endpoint = domain::EndpointKind::Exchange;
    std::string host; // the server of the endpoint; empty (Exchange only): any server that is up
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

// The result of a cmdlet. Its effects take place in virtual time, and the answer is due `duration` after the call.
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
