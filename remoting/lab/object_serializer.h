// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Makes PowerShell objects as Exchange writes them, with structs as strings or as objects with ToString and properties
// (exchange.md 4.7).
#pragma once

#include "remoting/clixml/value.h"
#include "remoting/lab/world.h"

#include <initializer_list>
#include <string>
#include <vector>

namespace drydock::lab {

[[nodiscard]] clixml::TypeNames typeNames(std::initializer_list<const char*> names); // System.Object is added
[[nodiscard]] std::string guidOf(std::string_view name); // the same name always gives the same GUID
[[nodiscard]] std::string randomGuid(World& world);

// Collects the adapted properties of one object.
class ObjectBuilder
{
public:
    ObjectBuilder(clixml::TypeNames types, std::string toString);

    ObjectBuilder& add(std::string name, clixml::Value value);
    ObjectBuilder& text(std::string name, std::string value)
    {
        return add(std::move(name), clixml::Value::string(std::move(value)));
    }
    ObjectBuilder& flag(std::string name, bool value) { return add(std::move(name), clixml::Value::boolean(value)); }
    ObjectBuilder& int32(std::string name, std::int32_t value)
    {
        return add(std::move(name), clixml::Value::int32(value));
    }
    ObjectBuilder& int64(std::string name, std::int64_t value)
    {
        return add(std::move(name), clixml::Value::int64(value));
    }
    ObjectBuilder& number(std::string name, double value);
    ObjectBuilder& time(std::string name, Time value);
    ObjectBuilder& nil(std::string name) { return add(std::move(name), {}); }
    [[nodiscard]] clixml::Value build();

private:
    clixml::Object m_object;
};

class ObjectSerializer
{
public:
    explicit ObjectSerializer(const World& world) : m_world(world) {}

    [[nodiscard]] clixml::Value serverId(int server) const;
    [[nodiscard]] clixml::Value serverId(std::string_view name) const;
    [[nodiscard]] clixml::Value databaseId(std::string_view name) const;
    [[nodiscard]] clixml::Value dagId(std::string_view name) const;
    [[nodiscard]] clixml::Value siteId(std::string_view name) const;
    [[nodiscard]] clixml::Value version(const std::string& dotted) const;
    [[nodiscard]] clixml::Value byteSize(std::int64_t bytes) const;
    [[nodiscard]] clixml::Value span(Duration duration) const;
    [[nodiscard]] clixml::Value list(std::vector<clixml::Value> items) const; // a MultiValuedProperty
    [[nodiscard]] clixml::Value textList(const std::vector<std::string>& items) const;

private:
    [[nodiscard]] clixml::Value directoryId(std::string_view name, const std::string& parentDn,
                                            const std::string& shown) const;
    [[nodiscard]] bool asObjects() const { return m_world.scenario.serialization == Serialization::Objects; }

    const World& m_world;
};

// Returns an enum of Exchange: its type chain, its name as ToString, and its number as I32.
[[nodiscard]] clixml::Value enumeration(const char* type, std::string name, int number);

} // namespace drydock::lab
