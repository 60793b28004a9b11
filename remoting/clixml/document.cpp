// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/clixml/document.h"

#include "model/domain/strings.h"
#include "model/domain/utf8.h"
#include "remoting/clixml/text.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>

namespace drydock::clixml {

using domain::ErrorKind;
using domain::fail;

namespace {

// A document type is parsed as a node, which the element reader refuses.
constexpr unsigned parseFlags = pugi::parse_eol | pugi::parse_wconv_attribute | pugi::parse_cdata |
                                pugi::parse_doctype | pugi::parse_fragment | pugi::parse_embed_pcdata;

struct Survey {
    std::size_t elements = 0; // an upper bound: each '<' that begins no end tag
    std::size_t equals = 0;   // number of '=', an upper bound of the attributes
    std::size_t inserts = 0;  // comments, CDATA sections and processing instructions, which divide a text
    bool ascii = true;
    bool nul = false;
};

// Counts in one pass before anything is allocated for the document. Each character is compared with the one before it
// by two loads, not by a variable that is carried on, so that the compiler vectorises the loop.
Survey survey(std::string_view text)
{
    using Byte = std::uint8_t;
    Survey found;
    if (text.empty()) return found;
    const auto* bytes = reinterpret_cast<const Byte*>(text.data());
    Byte high = bytes[0];
    Byte nul = bytes[0] == 0;
    found.elements = bytes[0] == '<';
    found.equals = bytes[0] == '=';
    constexpr std::size_t block = 192; // small enough for counters of one byte
    for (std::size_t start = 1; start < text.size(); start += block) {
        const std::size_t end = std::min(text.size(), start + block);
        Byte tags = 0, ends = 0, equals = 0, inserts = 0;
        for (std::size_t i = start; i < end; ++i) {
            const Byte c = bytes[i];
            const Byte opened = bytes[i - 1] == '<';
            tags = static_cast<Byte>(tags + Byte{c == '<'});
            ends = static_cast<Byte>(ends + (opened & Byte{c == '/'}));
            inserts = static_cast<Byte>(inserts + (opened & (Byte{c == '!'} | Byte{c == '?'})));
            equals = static_cast<Byte>(equals + Byte{c == '='});
            high = static_cast<Byte>(high | c);
            nul = static_cast<Byte>(nul | Byte{c == 0});
        }
        found.elements += tags;
        found.elements -= ends;
        found.equals += equals;
        found.inserts += inserts;
    }
    if (text.starts_with("<?")) --found.inserts; // the declaration in front
    found.ascii = high < 0x80;
    found.nul = nul != 0;
    return found;
}

// Returns the source as UTF-8 without byte order mark. `storage` holds the text if it had to be converted.
std::string_view asUtf8(std::string_view source, std::string& storage)
{
    const auto starts = [&source](std::string_view mark) { return source.starts_with(mark); };
    if (starts("\xFF\xFE")) return storage = fromUtf16(source.substr(2), false);
    if (starts("\xFE\xFF")) return storage = fromUtf16(source.substr(2), true);
    if (starts("\xEF\xBB\xBF")) source.remove_prefix(3);
    return source;
}

// Overwrites the marks that PowerShell writes before CLIXML on its error stream with spaces, so that positions stay:
// those at the beginning, and with `everywhere` those after the end of each document too.
void blankStreamMarks(std::span<char> text, bool everywhere)
{
    constexpr std::string_view mark = "#< CLIXML";
    constexpr std::string_view end = "</Objs>";
    const std::string_view whole(text.data(), text.size());
    for (std::size_t at = 0; at < whole.size();) {
        at = std::min(whole.find_first_not_of(" \t\r\n", at), whole.size());
        if (whole.substr(at).starts_with(mark)) {
            std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(at), mark.size(), ' ');
            at += mark.size();
            continue;
        }
        const auto next = everywhere ? whole.find(end, at) : std::string_view::npos;
        if (next == std::string_view::npos) return;
        at = next + end.size();
    }
}

// Returns the position of the first byte of a character that XML does not have (XML 1.0, production 2). Those beyond
// U+FFFF are all allowed, and halves of surrogate pairs have been repaired before.
std::optional<std::size_t> foreignCharacter(std::string_view text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<std::uint8_t>(text[i]);
        const bool control = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
        const auto noncharacter = text.substr(i, 3);
        if (control || noncharacter == "\xEF\xBF\xBE" || noncharacter == "\xEF\xBF\xBF") return i;
    }
    return {};
}

std::string nameOfForeign(std::string_view text, std::size_t at)
{
    const auto c = static_cast<std::uint8_t>(text[at]);
    std::string name = "U+";
    domain::appendHex4(name, c < 0x20 ? c : text[at + 2] == '\xBE' ? 0xFFFE : 0xFFFF, domain::upperHexDigits);
    return name + " is no character of XML";
}

std::string_view describe(pugi::xml_parse_status status)
{
    switch (status) {
    case pugi::status_bad_doctype:
        return "document type declarations are refused";
    case pugi::status_bad_attribute:
        return "malformed attribute";
    case pugi::status_bad_cdata:
        return "malformed CDATA section";
    case pugi::status_bad_comment:
        return "malformed comment";
    case pugi::status_bad_pcdata:
        return "malformed text";
    case pugi::status_bad_pi:
        return "malformed processing instruction";
    case pugi::status_bad_start_element:
        return "malformed start tag";
    case pugi::status_bad_end_element:
        return "malformed end tag";
    case pugi::status_end_element_mismatch:
        return "the document ends too early, or an end tag fits no start tag";
    case pugi::status_unrecognized_tag:
        return "unrecognised tag";
    case pugi::status_out_of_memory:
        return "out of memory";
    default:
        return "not XML";
    }
}

} // namespace

domain::Result<Document> Document::parse(std::string_view xml, const Limits& limits)
{
    constexpr const char* what = "read CLIXML";
    if (xml.size() > limits.bytes) return fail(ErrorKind::LimitExceeded, what, "more bytes than accepted");
    Document document(xml);
    std::string storage;
    std::string_view text = asUtf8(xml, storage);
    const Survey found = survey(text);
    if (found.nul) return document.malformed(text.find('\0'), "a NUL character");
    document.m_elements = found.elements;
    if (found.elements > limits.elements || found.equals > 4 * limits.elements)
        return fail(ErrorKind::LimitExceeded, what, "more elements than accepted");
    if (!found.ascii) {
        if (auto repaired = domain::repairedUtf8(text)) text = storage = std::move(*repaired);
    }
    if (limits.strict)
        if (const auto foreign = foreignCharacter(text))
            return document.malformed(*foreign, nameOfForeign(text, *foreign));
    document.m_buffer = std::make_unique_for_overwrite<char[]>(text.size() + 1);
    std::memcpy(document.m_buffer.get(), text.data(), text.size());
    blankStreamMarks({document.m_buffer.get(), text.size()}, limits.severalDocuments);
    // White space is kept where an element holds nothing else, and everywhere where it may be a part of a divided text.
    const unsigned flags = parseFlags | (found.inserts > 0 ? pugi::parse_ws_pcdata : pugi::parse_ws_pcdata_single);
    const pugi::xml_parse_result result =
        document.m_tree->load_buffer_inplace(document.m_buffer.get(), text.size(), flags, pugi::encoding_utf8);
    if (!result && result.status != pugi::status_no_document_element)
        return document.malformed(static_cast<std::size_t>(result.offset), describe(result.status));
    return document;
}

std::size_t Document::offsetOf(pugi::xml_node node) const
{
    const std::ptrdiff_t offset = node.offset_debug();
    return offset < 0 ? 0 : static_cast<std::size_t>(offset);
}

std::string Document::located(pugi::xml_node node, std::string_view text) const
{
    return located(offsetOf(node), text);
}

std::string Document::located(std::size_t offset, std::string_view text) const
{
    std::string storage; // pugixml has changed the buffer, so the text is made again from the source
    std::string_view original = asUtf8(m_source, storage);
    if (auto repaired = domain::repairedUtf8(original)) original = storage = std::move(*repaired);
    const std::string_view before = original.substr(0, std::min(offset, original.size()));
    const auto lines = std::count(before.begin(), before.end(), '\n');
    const std::size_t lineStart = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    const auto column = std::count_if(before.begin() + static_cast<std::ptrdiff_t>(lineStart), before.end(),
                                      [](char c) { return (static_cast<std::uint8_t>(c) & 0xC0) != 0x80; });
    return "line " + std::to_string(lines + 1) + ", column " + std::to_string(column + 1) + ": " + std::string(text);
}

domain::Failure Document::malformed(std::size_t offset, std::string_view text) const
{
    return fail(ErrorKind::Malformed, "read CLIXML", located(offset, text));
}

} // namespace drydock::clixml
