// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/lab/binder.h"

#include "model/domain/names.h"
#include "remoting/lab/cmdlet_table.h"
#include "remoting/lab/errors.h"

#include <algorithm>
#include <array>
#include <set>

namespace drydock::lab {
namespace {

using clixml::Type;
using clixml::Value;
using domain::equalsIgnoringCase;

constexpr std::array commonParameters{"Verbose",       "Debug",           "ErrorAction",       "WarningAction",
                                      "ErrorVariable", "WarningVariable", "InformationAction", "InformationVariable",
                                      "OutVariable",   "OutBuffer",       "PipelineVariable"};

bool startsWith(std::string_view text, std::string_view start)
{
    return text.size() >= start.size() && equalsIgnoringCase(text.substr(0, start.size()), start);
}

// Returns the parameter of that name, or the only one that begins with it.
const ParameterSpec* findParameter(const std::vector<ParameterSpec>& parameters, std::string_view name)
{
    const ParameterSpec* byStart = nullptr;
    int starts = 0;
    for (const auto& parameter : parameters) {
        if (equalsIgnoringCase(parameter.name, name)) return &parameter;
        if (startsWith(parameter.name, name)) {
            byStart = &parameter;
            ++starts;
        }
    }
    return starts == 1 ? byStart : nullptr;
}

const ParameterSpec* findPosition(const std::vector<ParameterSpec>& parameters, int position)
{
    for (const auto& parameter : parameters)
        if (parameter.position == position) return &parameter;
    return nullptr;
}

bool isNumber(const std::string& text)
{
    const auto digits = text.starts_with('-') ? text.substr(1) : text;
    return !digits.empty() && digits.size() < 10 && digits.find_first_not_of("0123456789") == std::string::npos;
}

std::optional<bool> asBoolean(const Value& value)
{
    if (const auto plain = value.toBool()) return plain;
    const auto text = value.display();
    for (const char* yes : {"true", "$true", "1"})
        if (equalsIgnoringCase(text, yes)) return true;
    for (const char* no : {"false", "$false", "0"})
        if (equalsIgnoringCase(text, no)) return false;
    return std::nullopt;
}

// Returns an enum member by its name or its number. PowerShell converts an Int32 or its text.
std::optional<std::string> asEnumeration(const ParameterSpec& parameter, const Value& value)
{
    const auto wanted = value.display();
    std::string_view rest = parameter.values;
    for (int position = 0; !rest.empty(); ++position) {
        const auto comma = rest.find(',');
        const auto member = rest.substr(0, comma);
        const auto equals = member.find('=');
        const auto name = member.substr(0, equals);
        const auto number =
            equals == std::string_view::npos ? std::to_string(position) : std::string(member.substr(equals + 1));
        if (equalsIgnoringCase(name, wanted) || number == wanted) return std::string(name);
        rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
    }
    return std::nullopt;
}

tl::expected<Value, CmdletError> converted(const CmdletSpec& cmdlet, const ParameterSpec& parameter, const Value& value)
{
    const std::string shown(value.display());
    switch (parameter.type) {
    case ParameterType::Switch:
        if (value.isNil()) return Value::boolean(true);
        [[fallthrough]];
    case ParameterType::Boolean:
        if (const auto flag = asBoolean(value)) return Value::boolean(*flag);
        return tl::unexpected(cannotConvert(cmdlet, parameter.name, shown, "System.Boolean"));
    case ParameterType::Number:
        if (value.isNil() || isNumber(shown)) return value;
        return tl::unexpected(cannotConvert(cmdlet, parameter.name, shown, "System.Int32"));
    case ParameterType::Enumeration:
        if (value.isNil()) return tl::unexpected(cannotConvert(cmdlet, parameter.name, shown, parameter.values));
        if (auto name = asEnumeration(parameter, value)) return Value::string(*name);
        return tl::unexpected(cannotConvert(cmdlet, parameter.name, shown, parameter.values));
    case ParameterType::Text:
        // As in PowerShell, a list of several elements does not convert to a single value, but a list of one does.
        if (value.items().size() > 1)
            return tl::unexpected(cannotConvert(cmdlet, parameter.name, shown, "System.String"));
        return value.items().size() == 1 ? value.items().front() : value;
    case ParameterType::Texts:
    case ParameterType::Any:
        break;
    }
    return value;
}

bool isCommon(std::string_view name)
{
    return std::any_of(commonParameters.begin(), commonParameters.end(),
                       [&](const char* common) { return equalsIgnoringCase(common, name); });
}

} // namespace

std::vector<std::string> textsOf(const clixml::Value& value)
{
    if (!value.isObject() || value.object()->container == clixml::Container::None)
        return {std::string(value.display())};
    std::vector<std::string> out;
    for (const auto& item : value.items())
        out.emplace_back(item.display());
    return out;
}

std::string_view plainParameterName(std::string_view name) noexcept
{
    if (name.starts_with('-')) name.remove_prefix(1);
    if (name.ends_with(':')) name.remove_suffix(1);
    return name;
}

bool matchesWildcard(std::string_view pattern, std::string_view text) noexcept
{
    std::size_t p = 0, t = 0, star = std::string_view::npos, resume = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            resume = t;
        } else if (p < pattern.size() &&
                   (pattern[p] == '?' || equalsIgnoringCase(pattern.substr(p, 1), text.substr(t, 1)))) {
            ++p;
            ++t;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            t = ++resume;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

bool BoundArguments::has(std::string_view parameter) const
{
    const auto found = m_values.find(parameter);
    return found != m_values.end() && !found->second.isNil();
}

std::string BoundArguments::text(std::string_view parameter) const
{
    const auto found = m_values.find(parameter);
    return found == m_values.end() ? std::string() : std::string(found->second.display());
}

std::vector<std::string> BoundArguments::texts(std::string_view parameter) const
{
    const auto found = m_values.find(parameter);
    if (found == m_values.end() || found->second.isNil()) return {};
    return textsOf(found->second);
}

bool BoundArguments::flag(std::string_view parameter, bool fallback) const
{
    const auto found = m_values.find(parameter);
    return found == m_values.end() ? fallback : found->second.toBool().value_or(fallback);
}

std::int64_t BoundArguments::number(std::string_view parameter, std::int64_t fallback) const
{
    const auto shown = text(parameter);
    return isNumber(shown) ? std::stoll(shown) : fallback;
}

tl::expected<BoundArguments, CmdletError> bindArguments(const Scenario& scenario, const CmdletSpec& cmdlet,
                                                        const std::vector<Argument>& arguments)
{
    const auto parameters = parametersOf(scenario, cmdlet);
    BoundArguments bound;
    std::set<std::string_view> seen;
    int position = 0;
    for (const auto& argument : arguments) {
        const auto name = plainParameterName(argument.name);
        if (isCommon(name)) continue;
        const auto* parameter = name.empty() ? findPosition(parameters, position++) : findParameter(parameters, name);
        if (!parameter)
            return tl::unexpected(name.empty() ? positionalNotFound(cmdlet, argument.value.display())
                                               : parameterNotFound(cmdlet, name));
        if (!seen.insert(parameter->name).second) return tl::unexpected(parameterTwice(cmdlet, parameter->name));
        DRYDOCK_TRY(auto value, converted(cmdlet, *parameter, argument.value));
        bound.set(parameter->name, std::move(value));
    }
    for (const auto& parameter : parameters)
        if (parameter.mandatory && !bound.has(parameter.name))
            return tl::unexpected(missingMandatory(cmdlet, parameter.name));
    return bound;
}

} // namespace drydock::lab
