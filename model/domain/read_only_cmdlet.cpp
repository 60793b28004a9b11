// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/read_only_cmdlet.h"

#include "model/domain/names.h"

namespace drydock::domain {

bool isReadOnlyCmdlet(std::string_view cmdlet) noexcept
{
    for (const std::string_view verb : {"Get-", "Test-"})
        if (cmdlet.size() > verb.size() && equalsIgnoringCase(cmdlet.substr(0, verb.size()), verb)) return true;
    // Other cmdlets of this verb can delete what they find.
    return equalsIgnoringCase(cmdlet, "Search-AdminAuditLog");
}

} // namespace drydock::domain
