// Reads single properties of PowerShell objects in both forms in which Exchange serializes them: as objects and as
// strings.
#pragma once

#include "model/domain/enum_names.h"
#include "model/domain/error.h"
#include "model/domain/names.h"
#include "model/domain/open_enum.h"
#include "model/domain/server.h"
#include "model/domain/time.h"
#include "remoting/clixml/value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace drydock::exchange {

[[nodiscard]] std::string text(const clixml::Value& value);
[[nodiscard]] bool flag(const clixml::Value& value, bool whenAbsent = false);
// The same where it is told: neither absent nor anything else.
[[nodiscard]] std::optional<bool> knownFlag(const clixml::Value& value);
// A number: a primitive, a boxed one, or its text; absent for Nil and for "Unlimited".
[[nodiscard]] std::optional<std::int64_t> number(const clixml::Value& value);
// The same where it fits an int; a number that does not is none.
[[nodiscard]] std::optional<int> smallNumber(const clixml::Value& value);
// A time; absent for Nil and for .NET's DateTime.MinValue, which stands for "never".
[[nodiscard]] std::optional<domain::Time> time(const clixml::Value& value);
// A time span: "P1DT2H", "1.02:00:00", or an object with Ticks (EnhancedTimeSpan); absent when it is none of them.
[[nodiscard]] std::optional<domain::Duration> timeSpan(const clixml::Value& value);
// "Version 15.2 (Build 1118.7)", or an object with Major, Minor, Build and Revision (exchange.md 5.0).
[[nodiscard]] domain::ServerVersion version(const clixml::Value& value);
// The plain name of an ADObjectId: its Name, or the last part of "contoso.com/Configuration/Sites/Berlin", or the first
// of a DN.
[[nodiscard]] std::string objectName(const clixml::Value& value);
// A server as short name, from an ADObjectId, a short name or an FQDN.
[[nodiscard]] domain::ServerName serverName(const clixml::Value& value);
[[nodiscard]] std::vector<domain::ServerName> serverNames(const clixml::Value& list);
// The elements of a list; a single value that is not a list is a list of one, Nil an empty one.
[[nodiscard]] std::vector<clixml::Value> elements(const clixml::Value& value);
// Key and value of each KeyValuePair: an object with Key and Value, or "[MAIL, 1]".
[[nodiscard]] std::vector<std::pair<std::string, clixml::Value>> keyedValues(const clixml::Value& list);

// Rows of a reading. Where one could not be made, what stopped it: that a row is missing then says nothing.
template <class T> struct Mapped {
    std::vector<T> rows;
    std::optional<domain::Error> unreadable;
};

// Malformed.
[[nodiscard]] domain::Error unreadable(const std::string& object, const char* property);

// The number of an enum value, from 0; absent where only a name came.
[[nodiscard]] std::optional<int> enumNumber(const clixml::Value& value);
// What came for an enum value, with `name` in the place of a bare number.
[[nodiscard]] std::string enumWord(const clixml::Value& value, std::string_view name);
// The name of an enum value that has no type here; `nameOfNumber` has the names of its numbers.
template <std::size_t N>
[[nodiscard]] std::string enumWord(const clixml::Value& value, const domain::EnumName<int> (&nameOfNumber)[N])
{
    return enumWord(value, domain::nameOf(nameOfNumber, enumNumber(value).value_or(-1)));
}

// An enum by its number where there is one (names are for display), else by its name; an unknown word is kept. The
// domain's enumerators have the numbers of the wire.
template <class E>
[[nodiscard]] domain::OpenEnum<E> openEnum(const clixml::Value& value, domain::OpenEnum<E> (*fromText)(std::string))
{
    const auto number = enumNumber(value);
    const std::string_view name = number ? toString(static_cast<E>(*number)) : "";
    domain::OpenEnum<E> result = fromText(enumWord(value, name));
    if (!name.empty()) result.value = static_cast<E>(*number);
    return result;
}

} // namespace drydock::exchange
