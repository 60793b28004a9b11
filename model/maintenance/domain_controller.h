// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The domain controller that a run reads from and writes to, so that it reads what it wrote (exchange.md 4.1).
#pragma once

#include "model/maintenance/command.h"
#include "model/maintenance/permissions.h"

#include <span>
#include <string>
#include <string_view>

namespace drydock::maintenance {

inline constexpr const char* domainControllerParameter = "DomainController";

// Returns the cmdlets of a run that take -DomainController.
[[nodiscard]] std::span<const std::string_view> directoryCmdlets();
// Returns whether the cmdlet is one of these.
[[nodiscard]] bool takesDomainController(std::string_view cmdlet);
// Returns whether the account may use -DomainController with each of these cmdlets. If one lacks it, the others may not
// use it either: they would not see what that one wrote.
[[nodiscard]] bool mayChooseDomainController(const CmdletPermissions& permissions);
// Returns the command with -DomainController, if its cmdlet takes one and the name is not empty.
[[nodiscard]] Command withDomainController(Command command, const std::string& domainController);

} // namespace drydock::maintenance
