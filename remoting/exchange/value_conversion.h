// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Reads single properties of PowerShell objects in both forms in which Exchange serializes them: objects and strings.
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
// Returns the flag if the value is one; nothing if it is absent or anything else.
[[nodiscard]] std::optional<bool> knownFlag(const clixml::Value& value);
// Returns a number from a primitive, a boxed primitive or its text; nothing for Nil and "Unlimited".
[[nodiscard]] std::optional<std::int64_t> number(const clixml::Value& value);
// Returns the number if it fits an int.
[[nodiscard]] std::optional<int> smallNumber(const clixml::Value& value);
// Returns a time; nothing for Nil and for .NET's DateTime.MinValue, which stands for "never".
[[nodiscard]] std::optional<domain::Time> time(const clixml::Value& value);
// Returns a time span from "P1DT2H", "1.02:00:00" or an object with Ticks (EnhancedTimeSpan); nothing for any other
// value.
[[nodiscard]] std::optional<domain::Duration> timeSpan(const clixml::Value& value);
// Returns a version from "Version 15.2 (Build 1118.7)" or an object with Major, Minor, Build and Revision (exchange.md
// 5.0); zeros for any other value.
[[nodiscard]] domain::ServerVersion version(const clixml::Value& value);
// Returns the plain name of an ADObjectId: its Name, the last part of "contoso.com/Configuration/Sites/Berlin", or the
// first part of a DN.
[[nodiscard]] std::string objectName(const clixml::Value& value);
// Returns a server's short name from an ADObjectId, a short name or an FQDN.
[[nodiscard]] domain::ServerName serverName(const clixml::Value& value);
[[nodiscard]] std::vector<domain::ServerName> serverNames(const clixml::Value& list);
// Returns the elements of a list; the value itself if it is not a list; nothing for Nil.
[[nodiscard]] std::vector<clixml::Value> elements(const clixml::Value& value);
// Returns key and value of each KeyValuePair, which is an object with Key and Value, or "[MAIL, 1]".
[[nodiscard]] std::vector<std::pair<std::string, clixml::Value>> keyedValues(const clixml::Value& list);

// The rows of a reading. `unreadable` is the error of a row that could not be read; then the absence of a row means
// nothing.
template <class T> struct Mapped {
    std::vector<T> rows;
    std::optional<domain::Error> unreadable;
};

// Returns an error of kind Malformed.
[[nodiscard]] domain::Error unreadable(const std::string& object, const char* property);

// Returns the number of an enum value, from 0, also if it was received as text; nothing if a name was received.
[[nodiscard]] std::optional<int> enumNumber(const clixml::Value& value);
// Returns the text that was received for an enum value, or `name` for a bare number.
[[nodiscard]] std::string enumWord(const clixml::Value& value, std::string_view name);
// Returns the name of an enum value that has no type here; `nameOfNumber` has the names of its numbers.
template <std::size_t N>
[[nodiscard]] std::string enumWord(const clixml::Value& value, const domain::EnumName<int> (&nameOfNumber)[N])
{
    return enumWord(value, domain::nameOf(nameOfNumber, enumNumber(value).value_or(-1)));
}

// Returns an enum by its number if there is one, since names are for display, otherwise by its name. An unknown name is
// kept. The domain's enumerators have the numbers of the wire.
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
