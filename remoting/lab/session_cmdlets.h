// What a restricted session has besides Exchange's cmdlets: Get-Command and the two proxies at the end of a pipeline.
#pragma once

#include "remoting/lab/cmdlet.h"
#include "remoting/lab/scenario.h"

#include <optional>
#include <string>
#include <vector>

namespace drydock::lab {

struct Invocation;

void getCommand(Invocation& call);
void writeAdminAuditLog(Invocation& call);

// What GET_COMMAND_METADATA answers (protocol.md 2.10): a count, then the cmdlets that fit `patterns`.
[[nodiscard]] std::vector<clixml::Value> commandMetadataObjects(const Scenario& scenario, const Caller& caller,
                                                                const std::vector<std::string>& patterns);

// Select-Object and Measure-Object as a restricted session constrains them (protocol.md 5.2).
[[nodiscard]] bool isPipelineProxy(std::string_view command);
[[nodiscard]] std::optional<CmdletError> applyProxy(const Command& command, std::vector<clixml::Value>& objects);

} // namespace drydock::lab
