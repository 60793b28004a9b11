// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The commands of a restricted session beside Exchange's cmdlets: Get-Command, and the proxies at the end of a
// pipeline.
#pragma once

#include "remoting/lab/cmdlet.h"
#include "remoting/lab/scenario.h"

#include <optional>
#include <string>
#include <vector>

namespace drydock::lab {

struct Invocation;

void getCommand(Invocation& call);

// Returns the objects of the answer to GET_COMMAND_METADATA (protocol.md 2.10): a count, then the cmdlets that match
// `patterns`.
[[nodiscard]] std::vector<clixml::Value> commandMetadataObjects(const Scenario& scenario, const Caller& caller,
                                                                const std::vector<std::string>& patterns);

// Select-Object and Measure-Object as a restricted session constrains them (protocol.md 5.2).
[[nodiscard]] bool isPipelineProxy(std::string_view command);
// Applies the proxy to `objects`. Returns an error for arguments that the proxy does not allow.
[[nodiscard]] std::optional<CmdletError> applyProxy(const Command& command, std::vector<clixml::Value>& objects);

} // namespace drydock::lab
