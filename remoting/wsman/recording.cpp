// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/wsman/recording.h"

#include "model/domain/utf8.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace drydock::wsman {
namespace {

using Lines = std::vector<std::string_view>;
constexpr auto npos = std::string_view::npos;

Lines linesOf(std::string_view text)
{
    Lines lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        auto line = text.substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        lines.push_back(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string_view trimmed(std::string_view text)
{
    const auto begin = text.find_first_not_of(" \t");
    if (begin == npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

bool isBlank(std::string_view line) { return trimmed(line).empty(); }
bool isComment(std::string_view line) { return trimmed(line).starts_with('#'); }
std::size_t indentOf(std::string_view line) { return std::min(line.find_first_not_of(' '), line.size()); }

// The end of a line within a scalar is a blank, and each empty line after it a line end.
void fold(std::string& out, std::string_view line)
{
    if (line.empty())
        out += '\n';
    else {
        if (!out.empty() && out.back() != '\n') out += ' ';
        out += line;
    }
}

std::optional<char> plainEscape(char c)
{
    constexpr std::pair<char, char> escapes[] = {{'n', '\n'},  {'t', '\t'}, {'r', '\r'}, {'"', '"'},
                                                 {'\\', '\\'}, {'/', '/'},  {' ', ' '},  {'0', '\0'}};
    const auto* found = std::ranges::find(escapes, c, &std::pair<char, char>::first);
    return found == std::end(escapes) ? std::nullopt : std::optional(found->second);
}

class Reader
{
public:
    explicit Reader(std::string_view text) : m_lines(linesOf(text)) {}

    domain::Result<std::vector<RecordedExchange>> read()
    {
        skipEmpty();
        while (m_at < m_lines.size() && trimmed(m_lines[m_at]) != "messages:")
            next();
        if (m_at == m_lines.size()) return malformed(1, "there is no list of messages");
        next();
        std::vector<RecordedExchange> exchanges;
        while (m_at < m_lines.size()) {
            const auto line = m_lines[m_at];
            const auto indent = indentOf(line);
            if (!line.substr(indent).starts_with("- ")) {
                if (indent == 0 && !exchanges.empty()) break; // another list
                return malformed(m_at + 1, "no entry of the list of messages begins here");
            }
            exchanges.emplace_back().line = m_at + 1;
            DRYDOCK_TRY_VOID(readExchange(exchanges.back(), indent + 2));
        }
        return exchanges;
    }

private:
    static domain::Failure malformed(std::size_t line, const std::string& why)
    {
        return domain::fail(domain::ErrorKind::Malformed, "read the recording",
                            "line " + std::to_string(line) + ": " + why);
    }

    void skipEmpty()
    {
        while (m_at < m_lines.size() && (isBlank(m_lines[m_at]) || isComment(m_lines[m_at])))
            ++m_at;
    }
    void next()
    {
        ++m_at;
        skipEmpty();
    }

    // Reads the keys that stand `indent` blanks from the left; the first one follows the dash.
    domain::Result<> readExchange(RecordedExchange& exchange, std::size_t indent)
    {
        bool first = true;
        while (m_at < m_lines.size() && (first || indentOf(m_lines[m_at]) >= indent)) {
            first = false;
            const auto line = m_lines[m_at].substr(indent);
            const auto colon = line.find(':');
            if (colon == npos || (colon + 1 < line.size() && line[colon + 1] != ' '))
                return malformed(m_at + 1, "neither a key nor the rest of a text");
            const auto key = trimmed(line.substr(0, colon));
            const auto rest = trimmed(line.substr(colon + 1));
            const auto at = m_at + 1;
            if (key == "request" || key == "response") {
                DRYDOCK_TRY((key == "request" ? exchange.request : exchange.response), scalar(rest, indent));
            } else if (key == "code") { // of transport_error
                DRYDOCK_TRY(const auto code, scalar(rest, indent));
                const auto [end, error] = std::from_chars(code.data(), code.data() + code.size(), exchange.status);
                if (error != std::errc() || end != code.data() + code.size())
                    return malformed(at, "the code is no number");
            } else if (key == "transport_error") {
                next();
                const auto inner = m_at < m_lines.size() ? indentOf(m_lines[m_at]) : 0;
                if (inner > indent) DRYDOCK_TRY_VOID(readExchange(exchange, inner));
            } else {
                DRYDOCK_TRY_VOID(scalar(rest, indent));
            }
        }
        return {};
    }

    // Reads the scalar whose first part is `rest`, and goes to the line behind it.
    domain::Result<std::string> scalar(std::string_view rest, std::size_t indent)
    {
        if (rest.starts_with('\'') || rest.starts_with('"')) return quoted(rest);
        if (rest.starts_with('|') || rest.starts_with('>')) return block(rest.front() == '>', indent);
        std::string out(rest.starts_with('#') ? std::string_view() : rest);
        for (next(); m_at < m_lines.size() && indentOf(m_lines[m_at]) > indent; next())
            fold(out, trimmed(m_lines[m_at]));
        return out == "null" || out == "~" ? std::string() : out;
    }

    std::string block(bool folded, std::size_t indent)
    {
        std::string out;
        std::size_t inner = 0;
        for (++m_at; m_at < m_lines.size(); ++m_at) {
            const auto line = m_lines[m_at];
            if (!isBlank(line) && indentOf(line) <= indent) break;
            if (inner == 0) inner = indentOf(line);
            const auto text = line.substr(std::min(inner, line.size()));
            if (folded)
                fold(out, text);
            else
                (out += text) += '\n';
        }
        skipEmpty();
        return out;
    }

    domain::Result<std::string> quoted(std::string_view rest)
    {
        const auto begun = m_at + 1;
        const char quote = rest.front();
        rest.remove_prefix(1);
        std::string out;
        for (;;) {
            DRYDOCK_TRY(const bool ends, unquote(rest, quote, out));
            if (ends) break;
            if (++m_at == m_lines.size()) return malformed(begun, "a text in quotes does not end");
            rest = trimmed(m_lines[m_at]);
            if (m_continues) continue;
            if (rest.empty())
                out += '\n';
            else if (!out.ends_with('\n'))
                out += ' ';
        }
        next();
        return out;
    }

    // Appends what stands before the closing quote. Returns whether it is on this line.
    domain::Result<bool> unquote(std::string_view line, char quote, std::string& out)
    {
        m_continues = false;
        for (std::size_t i = 0; i < line.size(); ++i) {
            const char c = line[i];
            if (quote == '\'' && line.substr(i).starts_with("''")) {
                out += c;
                ++i;
            } else if (c == quote) {
                return true;
            } else if (quote == '"' && c == '\\') {
                m_continues = i + 1 == line.size();
                if (m_continues) return false;
                DRYDOCK_TRY(const auto length, escape(line.substr(i + 1), out));
                i += length;
            } else {
                out += c;
            }
        }
        return false;
    }

    // Appends the character of the escape that begins behind a backslash. Returns how long it is.
    domain::Result<std::size_t> escape(std::string_view text, std::string& out)
    {
        if (const auto plain = plainEscape(text.front())) {
            out += *plain;
            return std::size_t{1};
        }
        const std::size_t digits = text.front() == 'x' ? 2 : text.front() == 'u' ? 4 : text.front() == 'U' ? 8 : 0;
        std::uint32_t number = 0;
        const auto hex = text.substr(1, digits);
        const auto [end, error] = std::from_chars(hex.data(), hex.data() + hex.size(), number, 16);
        constexpr std::uint32_t lastCodePoint = 0x10FFFF;
        if (digits == 0 || hex.size() != digits || error != std::errc() || end != hex.data() + digits ||
            number > lastCodePoint)
            return malformed(m_at + 1, "an escape that YAML does not have");
        domain::appendCodePoint(out, number);
        return digits + 1;
    }

    Lines m_lines;
    std::size_t m_at = 0;
    bool m_continues = false; // the line ended in a backslash, so that the next one follows without a blank
};

} // namespace

domain::Result<std::vector<RecordedExchange>> readRecording(std::string_view text) { return Reader(text).read(); }

} // namespace drydock::wsman
