// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Write-AdminAuditLog and Search-AdminAuditLog. A comment is found when the scenario's auditLogLag has passed.
#pragma once

namespace drydock::lab {

struct Invocation;

void writeAdminAuditLog(Invocation& call);
void searchAdminAuditLog(Invocation& call);

} // namespace drydock::lab
