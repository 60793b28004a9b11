// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/lab/scenario_reader.h"

#include <algorithm>
#include <cmath>

namespace drydock::lab {

using nlohmann::json;

ScenarioReader::ScenarioReader(const json& value, std::string path) : m_value(value), m_path(std::move(path))
{
    if (!value.is_object()) throw ScenarioProblem{m_path.empty() ? "top level" : m_path, "must be an object"};
}

const json* ScenarioReader::find(std::string_view key) const
{
    const auto found = m_value.find(std::string(key));
    return found == m_value.end() ? nullptr : &*found;
}

std::string ScenarioReader::place(std::string_view key) const
{
    return m_path.empty() ? std::string(key) : m_path + "." + std::string(key);
}

void ScenarioReader::fail(std::string_view key, std::string what) const
{
    throw ScenarioProblem{place(key), std::move(what)};
}

void ScenarioReader::expectKeys(std::initializer_list<std::string_view> known) const
{
    for (const auto& item : m_value.items())
        if (std::find(known.begin(), known.end(), item.key()) == known.end()) fail(item.key(), "is not known here");
}

bool ScenarioReader::has(std::string_view key) const { return find(key) != nullptr; }

std::string ScenarioReader::text(std::string_view key) const
{
    auto value = text(key, {});
    if (value.empty()) fail(key, "is missing");
    return value;
}

std::string ScenarioReader::text(std::string_view key, std::string fallback) const
{
    const auto* value = find(key);
    if (!value) return fallback;
    if (!value->is_string()) fail(key, "must be a text");
    return value->get<std::string>();
}

std::string ScenarioReader::oneOf(std::string_view key, std::initializer_list<std::string_view> allowed,
                                  std::string fallback) const
{
    auto value = text(key, std::move(fallback));
    if (std::find(allowed.begin(), allowed.end(), value) != allowed.end()) return value;
    std::string list;
    for (const auto name : allowed)
        list += (list.empty() ? "" : ", ") + std::string(name);
    fail(key, "is \"" + value + "\"; must be one of " + list);
}

std::int64_t ScenarioReader::anyNumber(std::string_view key, std::int64_t fallback) const
{
    const auto* value = find(key);
    if (!value) return fallback;
    if (!value->is_number_integer() || value->get<std::int64_t>() < 0)
        fail(key, "must be a whole number, not negative");
    return value->get<std::int64_t>();
}

std::int64_t ScenarioReader::number(std::string_view key, std::int64_t fallback) const
{
    const auto value = anyNumber(key, fallback);
    constexpr std::int64_t most = 1'000'000'000'000'000; // a petabyte; sums do not overflow
    if (value > most) fail(key, "is too large");
    return value;
}

int ScenarioReader::smallNumber(std::string_view key, int fallback, int most) const
{
    const auto value = number(key, fallback);
    if (value > most) fail(key, "must not be more than " + std::to_string(most));
    return static_cast<int>(value);
}

bool ScenarioReader::flag(std::string_view key, bool fallback) const
{
    const auto* value = find(key);
    if (!value) return fallback;
    if (!value->is_boolean()) fail(key, "must be true or false");
    return value->get<bool>();
}

domain::Duration ScenarioReader::seconds(std::string_view key, domain::Duration fallback) const
{
    return seconds(key).value_or(fallback);
}

std::optional<domain::Duration> ScenarioReader::seconds(std::string_view key) const
{
    const auto* value = find(key);
    if (!value) return std::nullopt;
    if (!value->is_number() || value->get<double>() < 0 || value->get<double>() > 1e9)
        fail(key, "must be seconds, not negative");
    return domain::Duration(std::llround(value->get<double>() * 1000));
}

domain::Duration ScenarioReader::signedSeconds(std::string_view key) const
{
    const auto* value = find(key);
    if (!value) return {};
    if (!value->is_number() || std::abs(value->get<double>()) > 1e9) fail(key, "must be seconds");
    return domain::Duration(std::llround(value->get<double>() * 1000));
}

std::vector<std::string> ScenarioReader::texts(std::string_view key) const
{
    const auto* value = find(key);
    if (!value) return {};
    if (!value->is_array()) fail(key, "must be a list of texts");
    std::vector<std::string> out;
    for (const auto& item : *value) {
        if (!item.is_string()) fail(key, "must be a list of texts");
        out.push_back(item.get<std::string>());
    }
    return out;
}

void ScenarioReader::each(std::string_view key, std::size_t most,
                          const std::function<void(const ScenarioReader&)>& read) const
{
    const auto* value = find(key);
    if (!value) return;
    if (!value->is_array()) fail(key, "must be a list");
    if (value->size() > most) fail(key, "must not hold more than " + std::to_string(most));
    for (std::size_t i = 0; i < value->size(); ++i)
        read(ScenarioReader((*value)[i], place(key) + "[" + std::to_string(i) + "]"));
}

void ScenarioReader::object(std::string_view key, const std::function<void(const ScenarioReader&)>& read) const
{
    if (const auto* value = find(key)) read(ScenarioReader(*value, place(key)));
}

void ScenarioReader::eachFlag(std::string_view key, const std::function<void(const std::string&, bool)>& read) const
{
    const auto* value = find(key);
    if (!value) return;
    if (!value->is_object()) fail(key, "must be an object of true and false");
    for (const auto& item : value->items()) {
        if (!item.value().is_boolean()) fail(std::string(key) + "." + item.key(), "must be true or false");
        read(item.key(), item.value().get<bool>());
    }
}

} // namespace drydock::lab
