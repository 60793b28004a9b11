// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/services/journal_lines.h"

#include <QByteArray>
#include <QCryptographicHash>

#include <algorithm>

namespace drydock::services {
namespace {

std::string checksum(std::string_view json)
{
    const auto hash =
        QCryptographicHash::hash(QByteArrayView(json.data(), qsizetype(json.size())), QCryptographicHash::Sha256);
    return hash.toHex().first(checksumLength).toStdString();
}

} // namespace

std::string checkedLine(const std::string& json) { return checksum(json) + ' ' + json + '\n'; }

domain::Result<std::string_view> jsonIn(std::string_view line, const std::string& where)
{
    using domain::ErrorKind;
    if (line.size() <= checksumLength || line[checksumLength] != ' ')
        return domain::fail(ErrorKind::Corrupt, where, "no checksum");
    const auto json = line.substr(checksumLength + 1);
    if (line.substr(0, checksumLength) != checksum(json))
        return domain::fail(ErrorKind::Corrupt, where, "the checksum does not fit");
    return json;
}

std::string journalLine(const maintenance::JournalRecord& record)
{
    return checkedLine(maintenance::toJsonLine(record));
}

bool isSafeJournalName(const std::string& id)
{
    const auto fits = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' ||
               c == '.';
    };
    return !id.empty() && id.size() <= 200 && id.front() != '.' && std::all_of(id.begin(), id.end(), fits);
}

domain::Result<WholeLines>
readLines(std::string_view bytes, const std::string& file,
          const std::function<domain::Result<>(std::string_view json, const std::string& where)>& take)
{
    WholeLines lines;
    for (std::size_t line = 1;; ++line) {
        const auto end = bytes.find('\n', lines.goodLength);
        if (end == std::string_view::npos) break;
        const bool onlyBlank = bytes.find_first_not_of("\r\n", lines.goodLength) == std::string_view::npos;
        if (onlyBlank && line > 1) break; // an editor has left blank lines at the end
        const auto where = "read " + file + " line " + std::to_string(line);
        DRYDOCK_TRY(const auto json, jsonIn(bytes.substr(lines.goodLength, end - lines.goodLength), where));
        DRYDOCK_TRY_VOID(take(json, where));
        lines.goodLength = end + 1;
    }
    lines.tornLength = bytes.size() - lines.goodLength;
    return lines;
}

domain::Result<JournalContent> readJournal(std::string_view bytes, const std::string& file)
{
    JournalContent content;
    const auto take = [&content](std::string_view json, const std::string& where) -> domain::Result<> {
        auto record = maintenance::fromJsonLine(json);
        if (!record) return domain::fail(record.error().within(where)); // damaged, or written by a newer version
        content.records.push_back(std::move(*record));
        return {};
    };
    DRYDOCK_TRY(static_cast<WholeLines&>(content), readLines(bytes, file, take));
    return content;
}

} // namespace drydock::services
