// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Recognises the element names of CLIXML, each by one comparison of eight bytes.
#pragma once

#include "remoting/clixml/value.h"

#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

namespace drydock::clixml {

enum class Tag {
    Primitive,
    Object,
    Reference,
    TypeList,
    TypeReference,
    ToString,
    Props,
    Members,
    List,
    Enumerable,
    Queue,
    Stack,
    Dictionary,
    Document,
    Unknown
};

struct Element {
    Tag tag = Tag::Unknown;
    Type type = Type::Nil; // if tag is Primitive
};

constexpr std::uint64_t packed(std::string_view name)
{
    std::uint64_t key = 0;
    for (std::size_t i = 0; i < name.size(); ++i)
        key |= std::uint64_t{static_cast<std::uint8_t>(name[i])} << (8 * i);
    return key;
}

// Returns the first eight bytes of a name that ends with NUL.
inline std::uint64_t packedName(const char* name)
{
    std::uint64_t key = 0;
    for (unsigned i = 0; i < 8 && name[i] != '\0'; ++i)
        key |= std::uint64_t{static_cast<std::uint8_t>(name[i])} << (8 * i);
    return key;
}

inline Element elementOf(const char* name)
{
    const auto primitive = [](Type type) { return Element{Tag::Primitive, type}; };
    const std::uint64_t key = packedName(name);
    switch (key) {
    case packed("S"):
        return primitive(Type::String);
    case packed("Obj"):
        return {Tag::Object};
    case packed("Nil"):
        return primitive(Type::Nil);
    case packed("B"):
        return primitive(Type::Boolean);
    case packed("I32"):
        return primitive(Type::Int32);
    case packed("I64"):
        return primitive(Type::Int64);
    case packed("BA"):
        return primitive(Type::ByteArray);
    case packed("DT"):
        return primitive(Type::DateTime);
    case packed("TS"):
        return primitive(Type::TimeSpan);
    case packed("G"):
        return primitive(Type::Guid);
    case packed("Ref"):
        return {Tag::Reference};
    case packed("TN"):
        return {Tag::TypeList};
    case packed("TNRef"):
        return {Tag::TypeReference};
    case packed("Props"):
        return {Tag::Props};
    case packed("MS"):
        return {Tag::Members};
    case packed("LST"):
        return {Tag::List};
    case packed("IE"):
        return {Tag::Enumerable};
    case packed("QUE"):
        return {Tag::Queue};
    case packed("STK"):
        return {Tag::Stack};
    case packed("DCT"):
        return {Tag::Dictionary};
    case packed("C"):
        return primitive(Type::Char);
    case packed("By"):
        return primitive(Type::Byte);
    case packed("SB"):
        return primitive(Type::SByte);
    case packed("U16"):
        return primitive(Type::UInt16);
    case packed("I16"):
        return primitive(Type::Int16);
    case packed("U32"):
        return primitive(Type::UInt32);
    case packed("U64"):
        return primitive(Type::UInt64);
    case packed("Sg"):
        return primitive(Type::Single);
    case packed("Db"):
        return primitive(Type::Double);
    case packed("D"):
        return primitive(Type::Decimal);
    case packed("URI"):
        return primitive(Type::Uri);
    case packed("Version"):
        return primitive(Type::Version);
    case packed("XD"):
        return primitive(Type::Xml);
    case packed("SBK"):
        return primitive(Type::ScriptBlock);
    case packed("SS"):
        return primitive(Type::SecureString);
    case packed("PR"):
        return primitive(Type::Progress);
    case packed("Objs"):
        return {Tag::Document};
    case packed("ToString"):
        return name[8] == '\0' ? Element{Tag::ToString} : Element{};
    case packed("Semantic"):
        return std::strcmp(name, "SemanticVersion") == 0 ? primitive(Type::SemanticVersion) : Element{};
    default:
        return {};
    }
}

} // namespace drydock::clixml
