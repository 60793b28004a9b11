// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/exchange/map_audit_log.h"

#include "model/maintenance/organisation_record.h"

namespace drydock::exchange {

Mapped<domain::AuditComment> mapAuditComments(const std::vector<clixml::Value>& objects)
{
    Mapped<domain::AuditComment> mapped;
    for (const clixml::Value& object : objects) {
        if (!domain::equalsIgnoringCase(text(object["CmdletName"]), maintenance::writeAdminAuditLog)) continue;
        const auto at = time(object["RunDate"]);
        if (!at) {
            mapped.unreadable = unreadable("an entry of the admin audit log", "RunDate");
            continue;
        }
        for (const clixml::Value& parameter : elements(object["CmdletParameters"])) {
            if (!domain::equalsIgnoringCase(text(parameter["Name"]), "Comment")) continue;
            domain::AuditComment comment{*at, text(object["Caller"]), text(parameter["Value"])};
            if (maintenance::mayBeOfRecord(comment)) mapped.rows.push_back(std::move(comment));
        }
    }
    return mapped;
}

} // namespace drydock::exchange
