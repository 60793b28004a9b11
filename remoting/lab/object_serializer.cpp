// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/lab/object_serializer.h"

#include "remoting/lab/errors.h"

#include <array>
#include <cstdio>

namespace drydock::lab {
namespace {

using clixml::Object;
using clixml::Type;
using clixml::Value;

std::string domainDn(const std::string& domain)
{
    std::string dn = "DC=";
    for (const char c : domain)
        dn += c == '.' ? std::string(",DC=") : std::string(1, c);
    return dn;
}

// Returns the number in the form "5,368,709,120".
std::string grouped(std::int64_t number)
{
    auto text = std::to_string(number);
    for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3)
        text.insert(static_cast<std::size_t>(at), ",");
    return text;
}

std::string shortSize(std::int64_t bytes)
{
    static constexpr std::array units{"B", "KB", "MB", "GB", "TB"};
    double value = static_cast<double>(bytes);
    std::size_t unit = 0;
    while (value >= 1024 && unit + 1 < units.size()) {
        value /= 1024;
        ++unit;
    }
    char text[32];
    std::snprintf(text, sizeof text, "%.4g %s", value, units[unit]);
    return text;
}

// Returns the duration in the form "7.00:00:00".
std::string spanText(Duration duration)
{
    const auto seconds = duration.count() / 1000;
    char text[48];
    if (seconds >= 86'400)
        std::snprintf(text, sizeof text, "%lld.%02lld:%02lld:%02lld", static_cast<long long>(seconds / 86'400),
                      static_cast<long long>(seconds / 3600 % 24), static_cast<long long>(seconds / 60 % 60),
                      static_cast<long long>(seconds % 60));
    else
        std::snprintf(text, sizeof text, "%02lld:%02lld:%02lld", static_cast<long long>(seconds / 3600),
                      static_cast<long long>(seconds / 60 % 60), static_cast<long long>(seconds % 60));
    return text;
}

} // namespace

clixml::TypeNames typeNames(std::initializer_list<const char*> names)
{
    std::vector<std::string> list(names.begin(), names.end());
    list.emplace_back("System.Object");
    return std::make_shared<const std::vector<std::string>>(std::move(list));
}

std::string guidOf(std::string_view name)
{
    const std::string text(name);
    auto digits = shortHash(text) + shortHash("a" + text) + shortHash("b" + text) + shortHash("c" + text);
    for (auto& c : digits)
        if (c >= 'A' && c <= 'F') c = static_cast<char>(c - 'A' + 'a');
    return digits.substr(0, 8) + "-" + digits.substr(8, 4) + "-4" + digits.substr(13, 3) + "-8" + digits.substr(17, 3) +
           "-" + digits.substr(20, 12);
}

std::string randomGuid(World& world) { return guidOf(std::to_string(world.random())); }

ObjectBuilder::ObjectBuilder(clixml::TypeNames types, std::string toString)
{
    m_object.types = std::move(types);
    m_object.toString = std::move(toString);
}

ObjectBuilder& ObjectBuilder::add(std::string name, Value value)
{
    m_object.adapted.emplace_back(std::move(name), std::move(value));
    return *this;
}

ObjectBuilder& ObjectBuilder::number(std::string name, double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%g", value);
    return add(std::move(name), Value(Type::Double, text));
}

ObjectBuilder& ObjectBuilder::time(std::string name, Time value)
{
    return add(std::move(name), Value::dateTime(domain::toIso(value)));
}

Value ObjectBuilder::build() { return Value::object(std::move(m_object)); }

Value enumeration(const char* type, std::string name, int number)
{
    return Value::enumeration(type, std::move(name), number);
}

Value ObjectSerializer::directoryId(std::string_view name, const std::string& parentDn, const std::string& shown) const
{
    if (!asObjects()) return Value::string(shown);
    static const auto types =
        typeNames({"Microsoft.Exchange.Data.Directory.ADObjectId", "Microsoft.Exchange.Data.ObjectId"});
    ObjectBuilder id(types, shown);
    const std::string text(name);
    id.flag("IsDeleted", false).text("Rdn", "CN=" + text).text("DistinguishedName", "CN=" + text + "," + parentDn);
    id.text("DomainId", m_world.scenario.domain)
        .add("ObjectGuid", Value::guid(guidOf(parentDn + text)))
        .text("Name", text);
    return id.build();
}

Value ObjectSerializer::serverId(int server) const
{
    return server < 0 ? Value() : serverId(m_world.servers[static_cast<std::size_t>(server)].spec.name);
}

Value ObjectSerializer::serverId(std::string_view name) const
{
    return directoryId(name,
                       "CN=Servers,CN=Exchange Administrative Group (FYDIBOHF23SPDLT),CN=Administrative Groups,CN=LAB,"
                       "CN=Microsoft Exchange,CN=Services,CN=Configuration," +
                           domainDn(m_world.scenario.domain),
                       std::string(name));
}

Value ObjectSerializer::databaseId(std::string_view name) const
{
    return directoryId(
        name,
        "CN=Databases,CN=Exchange Administrative Group (FYDIBOHF23SPDLT),CN=Administrative Groups,CN=LAB,"
        "CN=Microsoft Exchange,CN=Services,CN=Configuration," +
            domainDn(m_world.scenario.domain),
        std::string(name));
}

Value ObjectSerializer::dagId(std::string_view name) const
{
    return directoryId(name,
                       "CN=Database Availability Groups,CN=Exchange Administrative Group (FYDIBOHF23SPDLT),"
                       "CN=Administrative Groups,CN=LAB,CN=Microsoft Exchange,CN=Services,CN=Configuration," +
                           domainDn(m_world.scenario.domain),
                       std::string(name));
}

Value ObjectSerializer::siteId(std::string_view name) const
{
    return directoryId(name, "CN=Sites,CN=Configuration," + domainDn(m_world.scenario.domain),
                       m_world.scenario.domain + "/Configuration/Sites/" + std::string(name));
}

Value ObjectSerializer::version(const std::string& dotted) const
{
    int major = 0, minor = 0, build = 0, revision = 0;
    if (std::sscanf(dotted.c_str(), "%d.%d.%d.%d", &major, &minor, &build, &revision) < 2) return Value::string(dotted);
    const auto shown = "Version " + std::to_string(major) + "." + std::to_string(minor) + " (Build " +
                       std::to_string(build) + "." + std::to_string(revision) + ")";
    if (!asObjects()) return Value::string(shown);
    static const auto types = typeNames({"Microsoft.Exchange.Data.ServerVersion"});
    return ObjectBuilder(types, shown)
        .int32("Major", major)
        .int32("Minor", minor)
        .int32("Build", build)
        .int32("Revision", revision)
        .nil("FilePatchLevelDescription")
        .build();
}

Value ObjectSerializer::byteSize(std::int64_t bytes) const
{
    const auto shown = shortSize(bytes) + " (" + grouped(bytes) + " bytes)";
    if (!asObjects()) return Value::string(shown);
    static const auto types = typeNames({"Microsoft.Exchange.Data.ByteQuantifiedSize", "System.ValueType"});
    return ObjectBuilder(types, shown).build();
}

Value ObjectSerializer::span(Duration duration) const
{
    const auto shown = spanText(duration);
    if (!asObjects()) return Value::string(shown);
    static const auto types = typeNames({"Microsoft.Exchange.Data.EnhancedTimeSpan", "System.ValueType"});
    const auto seconds = duration.count() / 1000;
    return ObjectBuilder(types, shown)
        .int32("Days", static_cast<std::int32_t>(seconds / 86'400))
        .int32("Hours", static_cast<std::int32_t>(seconds / 3600 % 24))
        .int32("Minutes", static_cast<std::int32_t>(seconds / 60 % 60))
        .int32("Seconds", static_cast<std::int32_t>(seconds % 60))
        .int64("Ticks", duration.count() * 10'000)
        .number("TotalSeconds", static_cast<double>(seconds))
        .build();
}

Value ObjectSerializer::list(std::vector<Value> items) const
{
    static const auto types = typeNames({"Microsoft.Exchange.Data.MultiValuedPropertyBase"});
    Object object;
    object.types = types;
    object.container = clixml::Container::List;
    object.items = std::move(items);
    return Value::object(std::move(object));
}

Value ObjectSerializer::textList(const std::vector<std::string>& items) const
{
    std::vector<Value> values;
    values.reserve(items.size());
    for (const auto& item : items)
        values.push_back(Value::string(item));
    return list(std::move(values));
}

} // namespace drydock::lab
