// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The journal's file format: a line a record, each with a checksum before it, so that what is torn or changed shows.
#pragma once

#include "model/domain/result.h"
#include "model/maintenance/journal_record.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::services {

// "<16 hex digits of SHA-256> <JSON>\n"
[[nodiscard]] std::string checkedLine(const std::string& json);
// The JSON of such a line without its end; Corrupt if the checksum is missing or does not fit.
[[nodiscard]] domain::Result<std::string_view> jsonIn(std::string_view line, const std::string& where);
inline constexpr std::size_t checksumLength = 16; // 64 bits: against accidents, not against forgery

[[nodiscard]] std::string journalLine(const maintenance::JournalRecord& record);

// Returns whether this can be a journal's file name: it stays in its folder on every platform.
[[nodiscard]] bool isSafeJournalName(const std::string& id);

struct WholeLines {
    std::size_t goodLength = 0; // bytes up to the end of the last whole line
    std::size_t tornLength = 0; // bytes after it: a write that was cut short and never reported as done, or blank lines
};
// Passes the JSON of each whole line on, with where it stands. Corrupt for a line whose checksum does not fit, and the
// errors of `take`.
[[nodiscard]] domain::Result<WholeLines>
readLines(std::string_view bytes, const std::string& file,
          const std::function<domain::Result<>(std::string_view json, const std::string& where)>& take);

struct JournalContent : WholeLines {
    std::vector<maintenance::JournalRecord> records;
};

// Corrupt, with the line's number, for a whole line whose checksum or JSON does not fit; Usage for a newer format.
[[nodiscard]] domain::Result<JournalContent> readJournal(std::string_view bytes, const std::string& file);

} // namespace drydock::services
