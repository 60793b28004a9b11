// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/exchange/value_conversion.h"

#include "model/domain/digit_reader.h"
#include "model/domain/iso_duration.h"
#include "model/domain/strings.h"

#include <array>
#include <charconv>
#include <utility>

namespace drydock::exchange {
namespace {

using clixml::Type;
using clixml::Value;

constexpr std::int64_t msPerSecond = 1000;
constexpr std::int64_t msPerDay = 86'400 * msPerSecond;

// Reads "[days.]hh:mm:ss[.fraction]", as TimeSpan.ToString prints it in every culture.
std::optional<domain::Duration> clockSpan(std::string_view text)
{
    domain::DigitReader in(text);
    std::int64_t days = 0;
    auto hours = in.number();
    if (hours && in.skip('.')) {
        days = *hours;
        hours = in.number();
    }
    const auto minutes = hours && in.skip(':') ? in.number() : std::nullopt;
    const auto seconds = minutes && in.skip(':') ? in.number() : std::nullopt;
    if (!seconds || days > 20'000'000 || *hours > 23 || *minutes > 59 || *seconds > 59) return {};
    std::int64_t fraction = 0;
    if (in.skip('.')) fraction = in.fraction(3, domain::DigitReader::BeyondPlaces::Cut).value_or(0);
    if (!in.atEnd()) return {};
    return domain::Duration(days * msPerDay + ((*hours * 60 + *minutes) * 60 + *seconds) * msPerSecond + fraction);
}

std::string plainName(std::string_view id)
{
    if (id.size() > 3 && domain::equalsIgnoringCase(id.substr(0, 3), "CN=")) {
        const std::size_t comma = id.find(',');
        return std::string(id.substr(3, comma == std::string_view::npos ? comma : comma - 3));
    }
    const std::size_t slash = id.rfind('/');
    return std::string(slash == std::string_view::npos ? id : id.substr(slash + 1));
}

} // namespace

std::string text(const Value& value) { return std::string(value.display()); }

bool flag(const Value& value, bool whenAbsent)
{
    if (const auto direct = value.toBool()) return *direct;
    const std::string_view word = value.display();
    if (word.empty()) return whenAbsent;
    return domain::equalsIgnoringCase(word, "true");
}

std::optional<bool> knownFlag(const Value& value)
{
    if (const auto direct = value.toBool()) return direct;
    const std::string_view word = value.display();
    if (domain::equalsIgnoringCase(word, "true") || domain::equalsIgnoringCase(word, "false"))
        return domain::equalsIgnoringCase(word, "true");
    return {};
}

domain::Error unreadable(const std::string& object, const char* property)
{
    return {domain::ErrorKind::Malformed, object, std::string("its ") + property + " cannot be read", 0, nullptr};
}

std::optional<std::int64_t> number(const Value& value)
{
    if (value.isNil()) return {};
    if (const auto direct = value.toInt()) return direct;
    if (value.has("Value") && !flag(value["IsUnlimited"])) return number(value["Value"]);
    const std::string_view word = domain::trimmed(value.display());
    std::int64_t result = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), result);
    if (error != std::errc() || end != word.data() + word.size() || word.empty()) return {};
    return result;
}

std::optional<int> smallNumber(const Value& value)
{
    const auto found = number(value);
    return found && std::in_range<int>(*found) ? std::optional(static_cast<int>(*found)) : std::nullopt;
}

std::optional<domain::Time> time(const Value& value)
{
    const std::string_view word = value.display();
    if (word.empty() || word.substr(0, 3) == "000") // DateTime.MinValue is 0001-01-01 and stands for "never"
        return {};
    return domain::fromIso(word);
}

std::optional<domain::Duration> timeSpan(const Value& value)
{
    if (const auto ticks = value["Ticks"].toInt())
        return std::chrono::duration_cast<domain::Duration>(domain::Ticks(*ticks));
    std::string_view word = domain::trimmed(value.display());
    // A negative one is no length: TimeSpan's InfiniteTimeSpan is -00:00:00.0010000 or -PT0.001S.
    const bool negative = word.starts_with('-');
    if (negative) word.remove_prefix(1);
    if (word.empty()) return {};
    std::optional<domain::Duration> span;
    if (word.front() != 'P')
        span = clockSpan(word);
    else if (const auto ticks = domain::fromIsoDuration(word)) // as in the TS element (MS-PSRP 2.2.5.1.10)
        span = std::chrono::duration_cast<domain::Duration>(*ticks);
    return span && negative ? -*span : span;
}

domain::ServerVersion version(const Value& value)
{
    if (value.has("Major")) {
        const auto part = [&](std::string_view name) { return smallNumber(value[name]).value_or(0); };
        return {part("Major"), part("Minor"), part("Build"), part("Revision")};
    }
    // Takes the first four numbers of "Version 15.2 (Build 1118.7)" or of "15.2.1118.7".
    std::array<int, 4> parts{};
    std::size_t found = 0;
    for (domain::DigitReader in(value.display()); !in.atEnd() && found < parts.size();) {
        if (!domain::isDigit(in.peek())) {
            in.skip(in.peek());
            continue;
        }
        const auto amount = in.number();
        if (!amount || *amount > 1'000'000) return {};
        parts[found++] = static_cast<int>(*amount);
    }
    return found == parts.size() ? domain::ServerVersion{parts[0], parts[1], parts[2], parts[3]}
                                 : domain::ServerVersion{};
}

std::string objectName(const Value& value)
{
    if (const std::string_view name = value["Name"].display(); !name.empty()) return std::string(name);
    return plainName(value.display());
}

domain::ServerName serverName(const Value& value) { return domain::ServerName(objectName(value)); }

std::vector<domain::ServerName> serverNames(const Value& list)
{
    std::vector<domain::ServerName> result;
    for (const Value& element : elements(list)) {
        if (auto name = serverName(element); !name.empty()) result.push_back(std::move(name));
    }
    return result;
}

std::vector<Value> elements(const Value& value)
{
    if (value.isNil()) return {};
    if (value.isObject() && value.object()->container != clixml::Container::None) return value.items();
    return {value};
}

std::vector<std::pair<std::string, Value>> keyedValues(const Value& list)
{
    std::vector<std::pair<std::string, Value>> result;
    for (const Value& element : elements(list)) {
        if (element.has("Key")) {
            result.emplace_back(objectName(element["Key"]), element["Value"]);
            continue;
        }
        std::string_view word = element.display();
        const std::size_t comma = word.rfind(',');
        if (word.size() < 4 || word.front() != '[' || word.back() != ']' || comma == std::string_view::npos) continue;
        result.emplace_back(
            plainName(domain::trimmed(word.substr(1, comma - 1))),
            Value::string(std::string(domain::trimmed(word.substr(comma + 1, word.size() - comma - 2)))));
    }
    return result;
}

std::optional<int> enumNumber(const Value& value)
{
    const auto found = value.type() == Type::String ? number(value) : value.toInt();
    return found && *found >= 0 && std::in_range<int>(*found) ? std::optional(static_cast<int>(*found)) : std::nullopt;
}

std::string enumWord(const Value& value, std::string_view name)
{
    const std::string_view word = value.display();
    const bool bareNumber = !word.empty() && (domain::isDigit(word.front()) || word.front() == '-');
    return std::string(bareNumber && !name.empty() ? name : word);
}

} // namespace drydock::exchange
