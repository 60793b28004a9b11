// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Reads a JSON object strictly: it refuses unknown keys and values of another type, and names the place
// ("servers[1].site").
#pragma once

#include "model/domain/time.h"

#include <functional>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::lab {

// Thrown by the functions below; the scenario loader catches it.
struct ScenarioProblem {
    std::string where;
    std::string what;
};

class ScenarioReader
{
public:
    ScenarioReader(const nlohmann::json& value, std::string path);

    // Refuses a key that is not in the list.
    void expectKeys(std::initializer_list<std::string_view> known) const;
    [[nodiscard]] bool has(std::string_view key) const;

    // The key is required, and its text must not be empty.
    [[nodiscard]] std::string text(std::string_view key) const;
    [[nodiscard]] std::string text(std::string_view key, std::string fallback) const;
    [[nodiscard]] std::string oneOf(std::string_view key, std::initializer_list<std::string_view> allowed,
                                    std::string fallback) const;
    // Refuses negative numbers, and those above 10^15.
    [[nodiscard]] std::int64_t number(std::string_view key, std::int64_t fallback) const;
    // Refuses negative numbers only.
    [[nodiscard]] std::int64_t anyNumber(std::string_view key, std::int64_t fallback) const;
    [[nodiscard]] int smallNumber(std::string_view key, int fallback, int most = 1'000'000) const;
    [[nodiscard]] bool flag(std::string_view key, bool fallback) const;
    [[nodiscard]] domain::Duration seconds(std::string_view key, domain::Duration fallback) const;
    [[nodiscard]] std::optional<domain::Duration> seconds(std::string_view key) const;
    // Takes negative seconds too.
    [[nodiscard]] domain::Duration signedSeconds(std::string_view key) const;
    [[nodiscard]] std::vector<std::string> texts(std::string_view key) const;
    // These call `read` for each element of a list of at most `most`, for an object, or for each key of an object of
    // booleans. They do nothing when the key is absent.
    void each(std::string_view key, std::size_t most, const std::function<void(const ScenarioReader&)>& read) const;
    void object(std::string_view key, const std::function<void(const ScenarioReader&)>& read) const;
    void eachFlag(std::string_view key, const std::function<void(const std::string&, bool)>& read) const;

    [[noreturn]] void fail(std::string_view key, std::string what) const;

private:
    [[nodiscard]] const nlohmann::json* find(std::string_view key) const;
    [[nodiscard]] std::string place(std::string_view key) const;

    const nlohmann::json& m_value;
    std::string m_path;
};

} // namespace drydock::lab
