// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The comments of the organisation's record: a text as parts that an entry of the admin audit log can hold, and back
// (model/docs/organisation-record.md).
#pragma once

#include "model/domain/audit_comment.h"

#include <nlohmann/json.hpp>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::maintenance {

inline constexpr std::string_view recordSignature = "Drydock/1"; // every comment begins with it

// What a text says of its run.
inline constexpr std::string_view kindBegin = "begin";
inline constexpr std::string_view kindOriginals = "originals";
inline constexpr std::string_view kindEnd = "end";
inline constexpr std::array recordKinds{kindBegin, kindOriginals, kindEnd};

// Returns no comments if the value does not fit, since a part of it is of no use.
[[nodiscard]] std::vector<std::string> toComments(const std::string& runId, std::string_view kind,
                                                  const nlohmann::json& value);

// A text whose parts are all there and of one author, and whose checksum fits.
struct RecordText {
    std::string runId;
    std::string kind;
    std::string caller; // AuditComment::caller
    domain::Time at{};  // when its first part was written
    nlohmann::json value;
};
// Returns the texts in the comments, the oldest first.
[[nodiscard]] std::vector<RecordText> textsIn(const std::vector<domain::AuditComment>& comments);

} // namespace drydock::maintenance
