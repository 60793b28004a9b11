// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "random_clixml.h"

#include <cstdio>

namespace drydock::tests {
namespace {

std::string tagged(const char* tag, const std::string& attributes, const std::string& content)
{
    return std::string("<") + tag + attributes + ">" + content + "</" + tag + ">";
}

std::string named(const std::string& name) { return " N=\"" + name + "\""; }

} // namespace

std::vector<std::string> RandomClixml::elements(std::size_t count)
{
    m_nextObject = m_nextTypes = 0;
    m_ended.clear();
    std::vector<std::string> made;
    for (std::size_t i = 0; i < count; ++i)
        made.push_back(element(4, {}));
    return made;
}

std::string RandomClixml::element(int depth, const std::string& attributes)
{
    if (depth > 0 && !oneOf(3)) return object(depth - 1, attributes);
    if (oneOf(8) && !m_ended.empty())
        return "<Ref RefId=\"" + std::to_string(m_ended[below(m_ended.size())]) + "\"" + attributes + " />";
    if (oneOf(20) && !m_around.empty() && m_bases == 0)
        return "<Ref RefId=\"" + std::to_string(m_around[below(m_around.size())]) + "\"" + attributes + " />";
    return primitive(attributes);
}

std::string RandomClixml::base(int depth)
{
    ++m_bases;
    auto made = object(depth, {}, false);
    --m_bases;
    m_ended.pop_back();
    return made;
}

std::string RandomClixml::object(int depth, const std::string& attributes, bool extended)
{
    const int id = m_nextObject++;
    m_around.push_back(id);
    std::string inside = between();
    if (oneOf(2)) inside += typeNames() + between();
    if (oneOf(3)) inside += tagged("ToString", {}, text(20));
    switch (below(5)) {
    case 0: { // not the empty string, of which the engine has one only, so that objects with it look alike
        std::string value;
        do
            value = primitive({});
        while (value.find("></") != std::string::npos);
        inside += value;
        break;
    }
    case 1:
        inside += container(depth);
        break;
    case 2:
        if (oneOf(3)) inside += base(depth > 1 ? depth - 1 : 0);
        break;
    default:
        break;
    }
    if (oneOf(2)) inside += properties("Props", depth) + between();
    if (extended && oneOf(2)) inside += properties("MS", depth);
    m_around.pop_back();
    m_ended.push_back(id);
    return tagged("Obj", attributes + " RefId=\"" + std::to_string(id) + "\"", inside);
}

std::string RandomClixml::typeNames()
{
    if (m_nextTypes > 0 && oneOf(2))
        return "<TNRef RefId=\"" + std::to_string(below(static_cast<std::size_t>(m_nextTypes))) + "\" />";
    std::string names;
    for (auto i = 1 + below(3); i > 0; --i)
        names += tagged("T", {}, (oneOf(2) ? "Microsoft.Exchange.T" : "") + std::to_string(below(1000)) + text(6));
    return tagged("TN", " RefId=\"" + std::to_string(m_nextTypes++) + "\"", names);
}

std::string RandomClixml::container(int depth)
{
    constexpr const char* lists[] = {"LST", "IE", "QUE", "STK"};
    std::string inside = between();
    const auto kind = below(5);
    for (auto i = below(4); i > 0; --i) {
        if (kind < 4)
            inside += element(depth, {}) + between();
        else // keys are unique; what the engine does with two that are alike is asked in edge_cases.inc
            inside += tagged("En", {},
                             tagged("S", named("Key"), std::to_string(i) + text(8)) + element(depth, named("Value")));
    }
    return tagged(kind < 4 ? lists[kind] : "DCT", {}, inside);
}

std::string RandomClixml::properties(const char* set, int depth)
{
    std::string inside;
    for (auto i = below(5); i > 0; --i)
        inside += element(depth, named(std::string(oneOf(5) ? "same" : set) + std::to_string(i) + attributeText(4)));
    return tagged(set, {}, inside);
}

std::string RandomClixml::primitive(const std::string& attributes)
{
    const auto tag = [&](const char* name, const std::string& content) { return tagged(name, attributes, content); };
    const auto signedOf = [&](std::uint64_t most) {
        const auto value = static_cast<std::int64_t>(m_generator() % most);
        return std::to_string(oneOf(2) ? -value : value);
    };
    switch (below(24)) {
    case 0:
        return "<Nil" + attributes + " />";
    case 1:
        return tag("B", oneOf(2) ? "true" : "false");
    case 2:
        return tag("C", std::to_string(below(65536)));
    case 3:
        return tag("By", std::to_string(below(256)));
    case 4:
        return tag("SB", std::to_string(static_cast<int>(below(256)) - 128));
    case 5:
        return tag("U16", std::to_string(below(65536)));
    case 6:
        return tag("I16", signedOf(32768));
    case 7:
        return tag("U32", std::to_string(static_cast<std::uint32_t>(m_generator())));
    case 8:
        return tag("I32", signedOf(2147483648U));
    case 9:
        return tag("U64", std::to_string(m_generator()));
    case 10:
        return tag("I64", signedOf(std::uint64_t{1} << 63U));
    case 11:
        return tag("Db", oneOf(12) ? "INF" : decimal() + (oneOf(2) ? "E" + signedOf(300) : ""));
    case 12:
        return tag("Sg", oneOf(12) ? "NaN" : decimal() + (oneOf(2) ? "E" + signedOf(37) : ""));
    case 13:
        return tag("D", decimal());
    case 14:
        return tag("DT", date());
    case 15:
        return tag("TS", duration());
    case 16: {
        char guid[40];
        const auto high = m_generator(), low = m_generator();
        std::snprintf(guid, sizeof guid, "%08x-%04x-%04x-%04x-%012llx", static_cast<unsigned>(high >> 32U),
                      static_cast<unsigned>(high >> 16U & 0xFFFFU), static_cast<unsigned>(high & 0xFFFFU),
                      static_cast<unsigned>(low >> 48U), static_cast<unsigned long long>(low & 0xFFFFFFFFFFFFU));
        return tag("G", guid);
    }
    case 17:
        return tag("URI", "http://server" + std::to_string(below(100)) + "/" + std::to_string(below(100)));
    case 18:
        return tag("Version", std::to_string(below(20)) + "." + std::to_string(below(3000)) +
                                  (oneOf(2) ? "." + std::to_string(below(3000)) : ""));
    case 19: {
        std::string base64;
        for (auto i = below(8); i > 0; --i)
            base64 += "QUJD";
        return tag("BA", base64);
    }
    case 20:
        return tag("SBK", text(12));
    default:
        return tag("S", text(30));
    }
}

std::string RandomClixml::number(int digits)
{
    std::string made;
    for (auto i = 1 + below(static_cast<std::size_t>(digits)); i > 0; --i)
        made += static_cast<char>('0' + below(10));
    return made;
}

std::string RandomClixml::decimal() { return (oneOf(2) ? "-" : "") + number(12) + (oneOf(2) ? "." + number(12) : ""); }

std::string RandomClixml::date()
{
    char made[64];
    std::snprintf(made, sizeof made, "%04zu-%02zu-%02zuT%02zu:%02zu:%02zu", 1 + below(9998), 1 + below(12),
                  1 + below(28), below(24), below(60), below(60));
    std::string all = made;
    if (oneOf(2)) all += "." + number(7);
    if (oneOf(2)) all += oneOf(2) ? "Z" : (oneOf(2) ? "+0" : "-0") + std::to_string(below(10)) + ":30";
    return all;
}

std::string RandomClixml::duration()
{
    std::string all = oneOf(3) ? "-P" : "P";
    const bool days = oneOf(2);
    if (days) all += std::to_string(below(10000)) + "D";
    if (days && oneOf(2)) return all;
    all += "T" + std::to_string(below(100)) + "H";
    if (oneOf(2)) all += std::to_string(below(100)) + "M";
    if (oneOf(2)) all += std::to_string(below(100)) + (oneOf(2) ? "." + number(7) : "") + "S";
    return all;
}

std::string RandomClixml::text(std::size_t longest)
{
    constexpr const char* pieces[] = {"a",
                                      "Z",
                                      " ",
                                      "  ",
                                      "\n",
                                      "\t",
                                      "_",
                                      "_x",
                                      "_x0041_",
                                      "_x000A_",
                                      "_xD83D__xDE00_",
                                      "_x005F_",
                                      "&lt;",
                                      "&amp;",
                                      "&#65;",
                                      "&#x263A;",
                                      "\u00e9",
                                      "\u4e2d",
                                      "\U0001F600",
                                      "\u200B",
                                      "]]",
                                      "\"",
                                      "'",
                                      "$(x)",
                                      "<![CDATA[<b>&]]>",
                                      "<!-- c -->",
                                      "0041_",
                                      "x"};
    std::string all;
    for (auto i = below(longest + 1); i > 0; --i)
        all += pieces[below(std::size(pieces))];
    return all;
}

std::string RandomClixml::attributeText(std::size_t longest)
{
    constexpr const char* pieces[] = {"a",      "Z",     " ",      "_",          "_x0041_", "_x000A_", "&lt;", "&amp;",
                                      "&quot;", "&#65;", "\u00e9", "\U0001F600", "'",       "-",       "."};
    std::string all;
    for (auto i = below(longest + 1); i > 0; --i)
        all += pieces[below(std::size(pieces))];
    return all;
}

std::string RandomClixml::between() { return oneOf(6) ? "\n  " : oneOf(12) ? "<!-- c -->" : ""; }

} // namespace drydock::tests
