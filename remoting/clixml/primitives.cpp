// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/clixml/primitives.h"

#include "model/domain/names.h"
#include "model/domain/strings.h"
#include "remoting/clixml/date_time.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>

namespace drydock::clixml {

using domain::equalsIgnoringCase;
using domain::isDigit;

namespace {

constexpr std::string_view whitespaceBytes = " \t\r\n\v\f";

std::string_view trimmed(std::string_view text) { return domain::trimmed(text, whitespaceBytes); }

bool allDigits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), isDigit); }

std::string_view withoutPlus(std::string_view text)
{
    return text.size() > 1 && text.front() == '+' && text[1] != '-' ? text.substr(1) : text;
}

template <class T> std::optional<std::string> integer(std::string_view text)
{
    text = withoutPlus(trimmed(text));
    T value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return std::to_string(value);
}

std::optional<std::string> boolean(std::string_view text)
{
    text = trimmed(text);
    if (text == "true" || text == "1") return "true";
    if (text == "false" || text == "0") return "false";
    return std::nullopt;
}

// Prints the shortest digits that read back as the same number. As in .NET, numbers of more than `digits` places get an
// exponent.
template <class T> std::string shortest(T value, int digits)
{
    if (std::isnan(value)) return "NaN";
    if (std::isinf(value)) return value < 0 ? "-INF" : "INF";
    if (value == 0) return std::signbit(value) ? "-0" : "0";
    std::array<char, 64> buffer{};
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific).ptr;
    const std::string_view text(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
    const std::size_t e = text.find('e');
    int exponent = 0;
    std::from_chars(text.data() + e + (text[e + 1] == '+' ? 2 : 1), text.data() + text.size(), exponent);
    std::string mantissa;
    std::copy_if(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(e), std::back_inserter(mantissa), isDigit);
    const std::string sign = value < 0 ? "-" : "";
    const int places = exponent + 1; // digits before the decimal point
    if (places > digits || places < -3) {
        std::string out = sign + mantissa.substr(0, 1);
        if (mantissa.size() > 1) out += '.' + mantissa.substr(1);
        const std::string power = std::to_string(std::abs(exponent));
        return out + 'E' + (exponent < 0 ? '-' : '+') + (power.size() < 2 ? "0" : "") + power;
    }
    if (places <= 0) return sign + "0." + std::string(static_cast<std::size_t>(-places), '0') + mantissa;
    const auto whole = static_cast<std::size_t>(places);
    if (mantissa.size() <= whole) return sign + mantissa + std::string(whole - mantissa.size(), '0');
    return sign + mantissa.substr(0, whole) + '.' + mantissa.substr(whole);
}

bool looksLikeNumber(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return isDigit(c) || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
    });
}

template <class T> std::optional<std::string> real(std::string_view text, int digits)
{
    text = trimmed(text);
    if (text == "INF" || equalsIgnoringCase(text, "Infinity")) return "INF";
    if (text == "-INF" || equalsIgnoringCase(text, "-Infinity")) return "-INF";
    if (equalsIgnoringCase(text, "NaN")) return "NaN";
    text = withoutPlus(text);
    if (!looksLikeNumber(text)) return std::nullopt;
    T value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (end != text.data() + text.size()) return std::nullopt;
    if (error == std::errc::result_out_of_range) { // a number too large is infinite, one too small is zero
        const bool small = text.find("e-") != std::string_view::npos || text.find("E-") != std::string_view::npos;
        value = small ? T{0} : std::numeric_limits<T>::infinity();
        if (text.front() == '-') value = -value;
    } else if (error != std::errc{}) {
        return std::nullopt;
    }
    return shortest(value, digits);
}

// Adds one to a number in decimal digits.
void increment(std::string& digits)
{
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
        if (*digit != '9') {
            ++*digit;
            return;
        }
        *digit = '0';
    }
    digits.insert(digits.begin(), '1');
}

// Drops the last digit, rounding half to even as .NET does. `exact` is false if a digit other than zero was dropped
// before.
void dropDigit(std::string& digits, bool& exact)
{
    const char last = digits.back();
    digits.pop_back();
    if (digits.empty()) digits = "0";
    const bool odd = (digits.back() - '0') % 2 != 0;
    if (last > '5' || (last == '5' && (odd || !exact))) increment(digits);
    exact = exact && last == '0';
}

bool fitsDecimal(std::string_view digits)
{
    constexpr std::string_view most = "79228162514264337593543950335"; // 2^96 - 1
    return digits.size() < most.size() || (digits.size() == most.size() && digits <= most);
}

std::optional<std::string> decimal(std::string_view text)
{
    text = trimmed(text);
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) text.remove_prefix(1);
    const std::size_t point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    const std::string_view fraction = point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
    std::string digits = std::string(whole) + std::string(fraction);
    if (!allDigits(digits) || digits.size() > 10'000) return std::nullopt;
    std::size_t scale = fraction.size();
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
    for (bool exact = true; scale > 28 || !fitsDecimal(digits); --scale) {
        if (scale == 0) return std::nullopt;
        dropDigit(digits, exact);
    }
    if (digits.size() <= scale) digits.insert(0, scale + 1 - digits.size(), '0');
    const bool zero = digits.find_first_not_of('0') == std::string::npos;
    if (scale > 0) digits.insert(digits.size() - scale, ".");
    return (negative && !zero ? "-" : "") + digits;
}

std::optional<std::string> base64(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    std::size_t padding = 0;
    for (const char c : text) {
        if (whitespaceBytes.find(c) != std::string_view::npos) continue;
        const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || isDigit(c) || c == '+' || c == '/';
        if (!letter && c != '=') return std::nullopt;
        if (letter && padding != 0) return std::nullopt;
        padding += letter ? 0 : 1;
        out += c;
    }
    if (out.size() % 4 != 0 || padding > 2) return std::nullopt;
    if (padding != 0) { // clears the bits of the last character that belong to no byte
        constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        char& last = out[out.size() - padding - 1];
        last = alphabet[alphabet.find(last) & (padding == 2 ? 0x30u : 0x3Cu)];
    }
    return out;
}

std::optional<std::string> guid(std::string_view text)
{
    text = trimmed(text);
    if (text.size() == 38 &&
        ((text.front() == '{' && text.back() == '}') || (text.front() == '(' && text.back() == ')')))
        text = text.substr(1, 36);
    const bool dashed = text.size() == 36;
    if (!dashed && text.size() != 32) return std::nullopt;
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash = dashed && (i == 8 || i == 13 || i == 18 || i == 23);
        const char c = text[i] >= 'A' && text[i] <= 'F' ? static_cast<char>(text[i] + 32) : text[i];
        if (dash ? c != '-' : !(isDigit(c) || (c >= 'a' && c <= 'f'))) return std::nullopt;
        if (!dash && (out.size() == 8 || out.size() == 13 || out.size() == 18 || out.size() == 23)) out += '-';
        if (!dash) out += c;
    }
    return out;
}

// Converts line ends to line feeds, as reading the text as XML does.
std::string withPlainLineEnds(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r')
            out += text[i];
        else if (i + 1 == text.size() || text[i + 1] != '\n')
            out += '\n';
    }
    return out;
}

std::optional<std::string> version(std::string_view text)
{
    std::string out;
    int parts = 0;
    for (std::size_t start = 0; start <= text.size(); ++parts) {
        const std::size_t dot = std::min(text.find('.', start), text.size());
        const auto part = integer<std::int32_t>(text.substr(start, dot - start));
        if (!part || part->starts_with('-') || parts == 4) return std::nullopt;
        out += (parts > 0 ? "." : "") + *part;
        start = dot + 1;
    }
    return parts < 2 ? std::nullopt : std::optional(out);
}

} // namespace

std::optional<std::string> canonicalText(Type type, std::string_view text)
{
    switch (type) {
    case Type::Boolean:
        return boolean(text);
    case Type::Char:
    case Type::UInt16:
        return integer<std::uint16_t>(text);
    case Type::Byte:
        return integer<std::uint8_t>(text);
    case Type::SByte:
        return integer<std::int8_t>(text);
    case Type::Int16:
        return integer<std::int16_t>(text);
    case Type::Int32:
        return integer<std::int32_t>(text);
    case Type::UInt32:
        return integer<std::uint32_t>(text);
    case Type::Int64:
        return integer<std::int64_t>(text);
    case Type::UInt64:
        return integer<std::uint64_t>(text);
    case Type::Single:
        return real<float>(text, 9);
    case Type::Double:
        return real<double>(text, 17);
    case Type::Decimal:
        return decimal(text);
    case Type::DateTime:
        return canonicalDateTime(trimmed(text));
    case Type::TimeSpan:
        return canonicalDuration(trimmed(text));
    case Type::ByteArray:
        return base64(text);
    case Type::Guid:
        return guid(text);
    case Type::Version:
        return version(text);
    case Type::Xml:
        return withPlainLineEnds(text);
    default:
        return std::string(text);
    }
}

std::string_view elementName(Type type) noexcept
{
    constexpr std::array<std::string_view, 28> names{
        "",    "S",   "C",   "B",  "DT",  "TS", "By", "SB", "U16", "I16",     "U32",
        "I32", "U64", "I64", "Sg", "Db",  "D",  "BA", "G",  "URI", "Version", "SemanticVersion",
        "XD",  "SBK", "SS",  "PR", "Obj", ""};
    return names[static_cast<std::size_t>(type)];
}

} // namespace drydock::clixml
