// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/services/journal_lines.h"

#include <QByteArray>
#include <QCryptographicHash>

namespace drydock::services {
namespace {

std::string checksum(std::string_view json)
{
    const auto hash =
        QCryptographicHash::hash(QByteArrayView(json.data(), qsizetype(json.size())), QCryptographicHash::Sha256);
    return hash.toHex().first(checksumLength).toStdString();
}

domain::Result<maintenance::JournalRecord> readLine(std::string_view line, const std::string& where)
{
    DRYDOCK_TRY(const auto json, jsonIn(line, where));
    auto record = maintenance::fromJsonLine(json);
    if (!record) {
        return domain::fail(record.error().within(where)); // damaged, or written by a newer version
    }
    return record;
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

domain::Result<JournalContent> readJournal(std::string_view bytes, const std::string& file)
{
    JournalContent content;
    for (std::size_t line = 1;; ++line) {
        const auto end = bytes.find('\n', content.goodLength);
        if (end == std::string_view::npos) break;
        const bool onlyBlank = bytes.find_first_not_of("\r\n", content.goodLength) == std::string_view::npos;
        if (onlyBlank && !content.records.empty()) break; // an editor has left blank lines at the end
        DRYDOCK_TRY(auto record, readLine(bytes.substr(content.goodLength, end - content.goodLength),
                                          "read " + file + " line " + std::to_string(line)));
        content.records.push_back(std::move(record));
        content.goodLength = end + 1;
    }
    content.tornLength = bytes.size() - content.goodLength;
    return content;
}

} // namespace drydock::services
