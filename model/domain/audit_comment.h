// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A comment in the admin audit log of the organisation, which Write-AdminAuditLog writes and Search-AdminAuditLog finds
// some minutes later (exchange.md 4.8).
#pragma once

#include "model/domain/time.h"

#include <cstddef>
#include <string>

namespace drydock::domain {

struct AuditComment {
    Time at{}; // by the clock of the server that wrote it
    std::string
        caller; // the account that the server saw: "contoso.com/Users/Admin", or as the session's user is called
    std::string text;

    bool operator==(const AuditComment&) const = default;
};

// The length that Write-AdminAuditLog takes (exchange.md 4.8).
inline constexpr std::size_t longestAuditComment = 500;
// How far back comments are searched, how many each search returns at most, and how many searches there are.
inline constexpr std::chrono::days auditCommentAge{90};
inline constexpr int auditCommentsAPage = 1000;
inline constexpr int mostAuditPages = 10;

} // namespace drydock::domain
