// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/permissions.h"

#include "model/domain/names.h"

#include <algorithm>

namespace drydock::maintenance {

const std::set<std::string>* grantedParameters(const CmdletPermissions& permissions, std::string_view cmdlet)
{
    const auto found = std::find_if(permissions.begin(), permissions.end(), [cmdlet](const auto& granted) {
        return domain::equalsIgnoringCase(granted.first, cmdlet);
    });
    return found == permissions.end() ? nullptr : &found->second;
}

std::vector<std::string> missingForMaintenance(const CmdletPermissions& permissions)
{
    std::vector<std::string> missing;
    if (permissions.empty()) return missing;
    for (const char* cmdlet :
         {"Set-MailboxServer", "Set-ServerComponentState", "Redirect-Message", "Move-ActiveMailboxDatabase"})
        if (grantedParameters(permissions, cmdlet) == nullptr) missing.emplace_back(cmdlet);
    return missing;
}

} // namespace drydock::maintenance
