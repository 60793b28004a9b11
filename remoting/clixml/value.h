// A PowerShell object as it travels: an immutable tree of shared nodes, so that a thousand references cost one object.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace drydock::clixml {

// The element that carried the value (MS-PSRP 2.2.5.1 and 2.2.5.2). Cycle marks an object inside itself.
enum class Type {
    Nil,
    String,
    Char,
    Boolean,
    DateTime,
    TimeSpan,
    Byte,
    SByte,
    UInt16,
    Int16,
    UInt32,
    Int32,
    UInt64,
    Int64,
    Single,
    Double,
    Decimal,
    ByteArray,
    Guid,
    Uri,
    Version,
    SemanticVersion,
    Xml,
    ScriptBlock,
    SecureString,
    Progress,
    Object,
    Cycle,
};

enum class Container { None, List, Enumerable, Queue, Stack, Dictionary };

struct Object;
using TypeNames = std::shared_ptr<const std::vector<std::string>>; // most derived first; shared by objects of one kind

// One value. Primitives keep their text exactly as it was written (decoded from _xHHHH_): nothing is lost by a number
// or a date that we cannot read. Text is UTF-8; a lone surrogate half survives as WTF-8.
class Value
{
public:
    Value() = default; // Nil
    Value(Type type, std::string text) : m_type(type), m_text(std::move(text)) {}
    explicit Value(std::shared_ptr<const Object> object) : m_type(Type::Object), m_object(std::move(object)) {}

    // What a command argument is made of.
    [[nodiscard]] static Value string(std::string text) { return {Type::String, std::move(text)}; }
    [[nodiscard]] static Value boolean(bool value) { return {Type::Boolean, value ? "true" : "false"}; }
    [[nodiscard]] static Value int32(std::int32_t value) { return {Type::Int32, std::to_string(value)}; }
    [[nodiscard]] static Value int64(std::int64_t value) { return {Type::Int64, std::to_string(value)}; }
    [[nodiscard]] static Value guid(std::string text) { return {Type::Guid, std::move(text)}; }
    [[nodiscard]] static Value version(std::string text) { return {Type::Version, std::move(text)}; }
    [[nodiscard]] static Value dateTime(std::string iso) { return {Type::DateTime, std::move(iso)}; }
    [[nodiscard]] static Value object(Object object);
    [[nodiscard]] static Value list(std::vector<Value> items); // System.Object[]
    // An enum as Windows writes it: type chain ending in System.Enum, ToString the name, I32 the number.
    [[nodiscard]] static Value enumeration(std::string typeName, std::string name, std::int32_t number);
    // A progress record of the file form; its parts are properties (Activity, PercentComplete …).
    [[nodiscard]] static Value progress(Object object);
    // The place where an object holds itself; `level` is how deep that object was when it was read (0 = top).
    [[nodiscard]] static Value cycle(const std::shared_ptr<const Object>& target, std::size_t level);

    [[nodiscard]] Type type() const noexcept { return m_type; }
    [[nodiscard]] bool isNil() const noexcept { return m_type == Type::Nil; }
    [[nodiscard]] bool isObject() const noexcept { return m_type == Type::Object; }
    [[nodiscard]] const std::string& text() const noexcept
    {
        return m_text;
    } // primitives; for Cycle the level, decimal
    [[nodiscard]] const Object* object() const noexcept { return m_type == Type::Cycle ? nullptr : m_object.get(); }
    // The object a Cycle stands for, while the tree it belongs to is alive.
    [[nodiscard]] std::shared_ptr<const Object> cycleTarget() const;

    // What a person would see: a primitive's text, an object's ToString, else the text of its base value, else empty.
    [[nodiscard]] std::string_view display() const noexcept;
    // Readings that look through an object to its base value; empty where the value is not of the kind.
    [[nodiscard]] std::optional<bool> toBool() const noexcept;
    [[nodiscard]] std::optional<std::int64_t> toInt() const noexcept;
    [[nodiscard]] std::optional<double> toDouble() const noexcept;

    // A property by name, without case, extended before adapted; Nil when absent.
    [[nodiscard]] const Value& operator[](std::string_view name) const noexcept;
    [[nodiscard]] bool has(std::string_view name) const noexcept;
    // The elements of a list-like container; empty for anything else.
    [[nodiscard]] const std::vector<Value>& items() const noexcept;
    // Whether the type chain holds `name` ("Deserialized." is stripped).
    [[nodiscard]] bool isA(std::string_view name) const noexcept;

    bool operator==(const Value& other) const; // trees; bounded

private:
    Type m_type = Type::Nil;
    std::string m_text;
    std::shared_ptr<const Object> m_object;
};

using Property = std::pair<std::string, Value>;

struct Object {
    TypeNames types;
    std::optional<std::string> toString;
    Value base; // a primitive base value (an enum's I32), Nil when none
    bool hasBase = false;
    std::vector<Property> adapted;  // <Props>
    std::vector<Property> extended; // <MS>
    Container container = Container::None;
    std::vector<Value> items;                     // list-like containers
    std::vector<std::pair<Value, Value>> entries; // dictionaries
};

// A type's name without the "Deserialized." of what came over the wire.
[[nodiscard]] std::string_view withoutPrefix(std::string_view typeName) noexcept;

} // namespace drydock::clixml
