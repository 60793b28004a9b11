// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Converts the output of Search-AdminAuditLog to comments (exchange.md 5.7).
#pragma once

#include "model/domain/audit_comment.h"
#include "remoting/clixml/value.h"
#include "remoting/exchange/value_conversion.h"

#include <vector>

namespace drydock::exchange {

// Entries of other cmdlets are left out. Where as many entries came as were asked for, older ones may be missing, which
// is reported as unreadable.
[[nodiscard]] Mapped<domain::AuditComment> mapAuditComments(const std::vector<clixml::Value>& objects);

} // namespace drydock::exchange
