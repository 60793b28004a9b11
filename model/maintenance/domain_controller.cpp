// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/domain_controller.h"

#include <algorithm>
#include <array>

namespace drydock::maintenance {
namespace {

// Get-Queue and Redirect-Message ask the transport service, the cluster's cmdlets the cluster.
constexpr std::array<std::string_view, 9> cmdlets{"Get-ExchangeServer",
                                                  "Get-MailboxServer",
                                                  "Get-DatabaseAvailabilityGroup",
                                                  "Get-MailboxDatabase",
                                                  "Get-MailboxDatabaseCopyStatus",
                                                  "Get-ServerComponentState",
                                                  "Set-ServerComponentState",
                                                  "Set-MailboxServer",
                                                  "Move-ActiveMailboxDatabase"};

bool isParameter(const std::string& name) { return domain::equalsIgnoringCase(name, domainControllerParameter); }

} // namespace

std::span<const std::string_view> directoryCmdlets() { return cmdlets; }

bool takesDomainController(std::string_view cmdlet)
{
    return std::ranges::any_of(cmdlets,
                               [cmdlet](std::string_view known) { return domain::equalsIgnoringCase(known, cmdlet); });
}

bool mayChooseDomainController(const CmdletPermissions& permissions)
{
    return std::ranges::all_of(cmdlets, [&](std::string_view cmdlet) {
        const auto* parameters = grantedParameters(permissions, cmdlet);
        return parameters && std::ranges::any_of(*parameters, isParameter);
    });
}

Command withDomainController(Command command, const std::string& domainController)
{
    if (!domainController.empty() && takesDomainController(command.cmdlet))
        command.parameters.push_back({domainControllerParameter, domainController});
    return command;
}

} // namespace drydock::maintenance
