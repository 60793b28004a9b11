// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/organisation_record_comments.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <map>
#include <optional>
#include <tuple>

namespace drydock::maintenance {
namespace {

using namespace domain;
using nlohmann::json;

// A comment is "Drydock/1 <run id> <kind> <part>/<parts> <checksum> [<piece>]". The pieces of all parts together are
// one JSON value. The brackets keep white space at the ends of a piece from being trimmed.
constexpr int mostParts = 99;
constexpr std::size_t longestRunId = 200; // as the names of journals (journal-format.md)
constexpr std::size_t fixedLength = sizeof "Drydock/1  originals 99/99 01234567 []" - 1;

// CRC-32 as in ISO-HDLC. It guards against accidents and against mixing the parts of different texts, not against
// forgery.
std::uint32_t crc32(std::string_view bytes, std::uint32_t start = 0)
{
    auto crc = ~start;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320U : 0U);
    }
    return ~crc;
}

std::string checksumOf(std::string_view id, std::string_view kind, std::string_view payload)
{
    const auto crc = crc32(payload, crc32(kind, crc32(id)));
    std::string hex(8, '0');
    for (std::size_t i = 0; i < 8; ++i)
        hex[i] = "0123456789abcdef"[(crc >> (28 - 4 * i)) & 0xF];
    return hex;
}

bool isRunId(std::string_view id)
{
    return !id.empty() && id.size() <= longestRunId && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
               c == '.';
    });
}

// One text of one author: its parts have these in common.
using TextKey =
    std::tuple<std::string, std::string, std::string, int, std::string>; // id, kind, checksum, parts, caller
struct Text {
    std::map<int, std::string_view> pieces; // by part
    Time at{};                              // when the first part was written
};

struct PartHeader {
    std::string_view id;
    std::string_view kind;
    int part = 0;
    int parts = 0;
    std::string_view checksum;
    std::string_view piece;
};

// Cuts the text off up to the next space. Returns an empty text if there is none.
std::string_view nextWord(std::string_view& text)
{
    const auto end = text.find(' ');
    if (end == std::string_view::npos) return {};
    const auto word = text.substr(0, end);
    text.remove_prefix(end + 1);
    return word;
}

std::optional<int> smallNumber(std::string_view text)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < 1 || number > mostParts) return {};
    return number;
}

std::optional<PartHeader> headerOf(std::string_view comment)
{
    if (comment.size() > longestAuditComment || nextWord(comment) != recordSignature) return {};
    PartHeader header;
    header.id = nextWord(comment);
    header.kind = nextWord(comment);
    const auto numbers = nextWord(comment);
    header.checksum = nextWord(comment);
    const auto slash = numbers.find('/');
    if (!isRunId(header.id) || std::find(recordKinds.begin(), recordKinds.end(), header.kind) == recordKinds.end() ||
        slash == std::string_view::npos || comment.size() < 2 || comment.front() != '[' || comment.back() != ']')
        return {};
    const auto part = smallNumber(numbers.substr(0, slash));
    const auto parts = smallNumber(numbers.substr(slash + 1));
    if (!part || !parts || *part > *parts) return {};
    header.part = *part;
    header.parts = *parts;
    header.piece = comment.substr(1, comment.size() - 2);
    return header;
}

// Returns the value of a text whose parts are all there and whose checksum fits.
std::optional<json> valueOf(const TextKey& key, const Text& text)
{
    const auto& [id, kind, checksum, parts, caller] = key;
    if (text.pieces.size() != static_cast<std::size_t>(parts)) return {};
    std::string payload;
    for (const auto& [part, piece] : text.pieces)
        payload += piece;
    if (checksumOf(id, kind, payload) != checksum) return {};
    auto value = json::parse(payload, nullptr, false);
    return value.is_object() ? std::optional(std::move(value)) : std::nullopt;
}

} // namespace

std::vector<std::string> toComments(const std::string& id, std::string_view kind, const json& value)
{
    if (!isRunId(id)) return {};
    // In ASCII every character is one byte, however Exchange counts the 500.
    const auto payload = value.dump(-1, ' ', true, json::error_handler_t::replace);
    const auto room = longestAuditComment - fixedLength - id.size();
    const auto parts = (payload.size() + room - 1) / room;
    if (parts > mostParts) return {};
    std::vector<std::string> comments;
    for (std::size_t part = 1; part <= parts; ++part)
        comments.push_back(std::string(recordSignature) + ' ' + id + ' ' + std::string(kind) + ' ' +
                           std::to_string(part) + '/' + std::to_string(parts) + ' ' + checksumOf(id, kind, payload) +
                           " [" + payload.substr((part - 1) * room, room) + ']');
    return comments;
}

std::vector<RecordText> textsIn(const std::vector<AuditComment>& comments)
{
    std::map<TextKey, Text> found;
    for (const auto& comment : comments) {
        const auto header = headerOf(comment.text);
        if (!header) continue;
        const TextKey key{header->id, header->kind, header->checksum, header->parts, comment.caller};
        const auto [entry, isNew] = found.try_emplace(key);
        auto& text = entry->second;
        text.at = isNew ? comment.at : std::min(text.at, comment.at);
        text.pieces.try_emplace(header->part, header->piece);
    }
    std::vector<RecordText> texts;
    for (const auto& [key, text] : found)
        if (auto value = valueOf(key, text))
            texts.push_back({std::get<0>(key), std::get<1>(key), std::get<4>(key), text.at, std::move(*value)});
    std::ranges::stable_sort(texts, {}, &RecordText::at);
    return texts;
}

} // namespace drydock::maintenance
