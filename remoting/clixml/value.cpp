// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/clixml/value.h"

#include "model/domain/names.h"
#include "model/domain/strings.h"

#include <charconv>
#include <limits>
#include <unordered_set>

namespace drydock::clixml {

using domain::equalsIgnoringCase;

namespace {

constexpr std::string_view deserializedPrefix = "Deserialized.";

const Value& nil() noexcept
{
    static const Value value;
    return value;
}

const Value* find(const std::vector<Property>& properties, std::string_view name) noexcept
{
    for (const Property& property : properties) {
        if (property.first.size() == name.size() && equalsIgnoringCase(property.first, name)) return &property.second;
    }
    return nullptr;
}

// A Cycle does not own the object around it, since neither of them would ever be freed.
struct CycleNode : Object {
    std::weak_ptr<const Object> target;
};

bool isInteger(Type type) noexcept { return (type >= Type::Byte && type <= Type::Int64) || type == Type::Char; }

// Returns the text of a number without its plus sign, which from_chars refuses.
std::string_view numberText(std::string_view text) noexcept
{
    text = domain::trimmed(text);
    if (text.size() > 1 && text.front() == '+') text.remove_prefix(1);
    return text;
}

// Compares trees. Shared nodes that were found equal are not compared again. After a million nodes the trees count as
// different, since nested references can describe exponentially many.
class Comparison
{
public:
    bool equal(const Value& a, const Value& b)
    {
        if (a.type() != b.type() || a.text() != b.text()) return false;
        const Object* left = a.object();
        const Object* right = b.object();
        if (left == right) return true;
        if (left == nullptr || right == nullptr) return false;
        if (!m_seen.insert(Pair{left, right}).second) return true;
        return ++m_visited <= maximumNodes && equal(*left, *right);
    }

private:
    using Pair = std::pair<const Object*, const Object*>;
    struct Hash {
        std::size_t operator()(const Pair& pair) const noexcept
        {
            return std::hash<const void*>{}(pair.first) * 31 + std::hash<const void*>{}(pair.second);
        }
    };
    static constexpr std::size_t maximumNodes = 1'000'000;

    bool equal(const Object& a, const Object& b)
    {
        return equalTypes(a.types, b.types) && a.toString == b.toString && a.hasBase == b.hasBase &&
               a.container == b.container && equal(a.base, b.base) && equalPairs(a.adapted, b.adapted) &&
               equalPairs(a.extended, b.extended) && equalItems(a.items, b.items) && equalEntries(a.entries, b.entries);
    }
    static bool equalTypes(const TypeNames& a, const TypeNames& b)
    {
        const std::size_t left = a ? a->size() : 0;
        return a == b || (left == (b ? b->size() : 0) && (left == 0 || *a == *b));
    }
    bool equalPairs(const std::vector<Property>& a, const std::vector<Property>& b)
    {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(), [this](const Property& x, const Property& y) {
            return x.first == y.first && equal(x.second, y.second);
        });
    }
    bool equalItems(const std::vector<Value>& a, const std::vector<Value>& b)
    {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                          [this](const Value& x, const Value& y) { return equal(x, y); });
    }
    bool equalEntries(const std::vector<std::pair<Value, Value>>& a, const std::vector<std::pair<Value, Value>>& b)
    {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(), [this](const auto& x, const auto& y) {
            return equal(x.first, y.first) && equal(x.second, y.second);
        });
    }

    std::unordered_set<Pair, Hash> m_seen;
    std::size_t m_visited = 0;
};

} // namespace

std::string_view withoutPrefix(std::string_view typeName) noexcept
{
    return typeName.starts_with(deserializedPrefix) ? typeName.substr(deserializedPrefix.size()) : typeName;
}

Value Value::object(Object object) { return Value(std::make_shared<const Object>(std::move(object))); }

Value Value::list(std::vector<Value> items)
{
    static const TypeNames types = std::make_shared<const std::vector<std::string>>(
        std::vector<std::string>{"System.Object[]", "System.Array", "System.Object"});
    Object list;
    list.types = types;
    list.container = Container::List;
    list.items = std::move(items);
    return object(std::move(list));
}

Value Value::enumeration(std::string typeName, std::string name, std::int32_t number)
{
    Object value;
    value.types = std::make_shared<const std::vector<std::string>>(
        std::vector<std::string>{std::move(typeName), "System.Enum", "System.ValueType", "System.Object"});
    value.toString = std::move(name);
    value.base = int32(number);
    value.hasBase = true;
    return object(std::move(value));
}

Value Value::progress(Object object)
{
    Value value(std::make_shared<const Object>(std::move(object)));
    value.m_type = Type::Progress;
    return value;
}

Value Value::cycle(const std::shared_ptr<const Object>& target, std::size_t level)
{
    auto node = std::make_shared<CycleNode>();
    node->target = target;
    Value value(Type::Cycle, std::to_string(level));
    value.m_object = std::move(node);
    return value;
}

std::shared_ptr<const Object> Value::cycleTarget() const
{
    return m_type == Type::Cycle && m_object ? static_cast<const CycleNode&>(*m_object).target.lock() : nullptr;
}

std::string_view Value::display() const noexcept
{
    if (m_type == Type::Cycle) return {};
    const Object* node = object();
    if (node == nullptr) return m_text;
    return node->toString ? std::string_view(*node->toString) : node->base.text();
}

std::optional<bool> Value::toBool() const noexcept
{
    if (const Object* node = object()) return node->base.toBool();
    if (m_type != Type::Boolean) return std::nullopt;
    const std::string_view text = numberText(m_text);
    if (text == "1" || equalsIgnoringCase(text, "true")) return true;
    if (text == "0" || equalsIgnoringCase(text, "false")) return false;
    return std::nullopt;
}

std::optional<std::int64_t> Value::toInt() const noexcept
{
    if (const Object* node = object()) return node->base.toInt();
    if (!isInteger(m_type)) return std::nullopt;
    const std::string_view text = numberText(m_text);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

std::optional<double> Value::toDouble() const noexcept
{
    if (const Object* node = object()) return node->base.toDouble();
    if (!isInteger(m_type) && m_type != Type::Single && m_type != Type::Double && m_type != Type::Decimal)
        return std::nullopt;
    const std::string_view text = numberText(m_text);
    if (text == "INF") return std::numeric_limits<double>::infinity();
    if (text == "-INF") return -std::numeric_limits<double>::infinity();
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

const Value& Value::operator[](std::string_view name) const noexcept
{
    const Object* node = object();
    if (node == nullptr) return nil();
    if (const Value* value = find(node->extended, name)) return *value;
    if (const Value* value = find(node->adapted, name)) return *value;
    return nil();
}

bool Value::has(std::string_view name) const noexcept
{
    const Object* node = object();
    return node != nullptr && (find(node->extended, name) != nullptr || find(node->adapted, name) != nullptr);
}

const std::vector<Value>& Value::items() const noexcept
{
    static const std::vector<Value> none;
    return object() != nullptr ? object()->items : none;
}

bool Value::isA(std::string_view name) const noexcept
{
    const Object* node = object();
    if (node == nullptr || !node->types) return false;
    return std::any_of(node->types->begin(), node->types->end(), [name = withoutPrefix(name)](const std::string& type) {
        return equalsIgnoringCase(withoutPrefix(type), name);
    });
}

bool Value::operator==(const Value& other) const { return Comparison().equal(*this, other); }

} // namespace drydock::clixml
