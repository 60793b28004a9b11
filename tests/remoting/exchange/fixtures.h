// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Exchange objects as they travel, in both forms (exchange.md 4.7): structs as objects, or as plain strings.
#pragma once

#include "remoting/clixml/value.h"

#include <string>
#include <utility>
#include <vector>

namespace fixtures {

using drydock::clixml::Object;
using drydock::clixml::Property;
using drydock::clixml::Type;
using drydock::clixml::Value;

inline Value s(std::string text) { return Value::string(std::move(text)); }
inline Value b(bool value) { return Value::boolean(value); }
inline Value i(int value) { return Value::int32(value); }
inline Value dt(std::string iso) { return Value::dateTime(std::move(iso)); }

inline Value object(std::vector<Property> properties, std::string toString = {})
{
    Object made;
    if (!toString.empty()) made.toString = std::move(toString);
    made.adapted = std::move(properties);
    return Value::object(std::move(made));
}

// A generic list (LST), which is not System.Object[].
inline Value list(std::vector<Value> items) { return Value::list(std::move(items)); }

inline Value enumeration(const std::string& name, int number)
{
    return Value::enumeration("Microsoft.Exchange.Data.SomeEnum", name, number);
}

inline Value adObject(const std::string& name)
{
    return object({{"Name", s(name)}, {"DistinguishedName", s("CN=" + name + ",CN=Servers,DC=contoso,DC=com")}}, name);
}

inline Value pair(const std::string& key, Value value)
{
    return object({{"Key", adObject(key)}, {"Value", std::move(value)}}, "[" + key + ", ?]");
}

} // namespace fixtures
