// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Binds the arguments of a command to the parameters of a cmdlet as PowerShell's binder does, with its errors.
#pragma once

#include "remoting/lab/cmdlet_spec.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace drydock::lab {

class BoundArguments
{
public:
    void set(std::string_view parameter, clixml::Value value) { m_values[std::string(parameter)] = std::move(value); }
    // Returns whether the argument was given and is not null.
    [[nodiscard]] bool has(std::string_view parameter) const;
    // Returns the argument's display text; empty when it is absent.
    [[nodiscard]] std::string text(std::string_view parameter) const;
    [[nodiscard]] std::vector<std::string> texts(std::string_view parameter) const;
    [[nodiscard]] bool flag(std::string_view parameter, bool fallback = false) const;
    [[nodiscard]] std::int64_t number(std::string_view parameter, std::int64_t fallback) const;

private:
    std::map<std::string, clixml::Value, std::less<>> m_values; // by the full name of the parameter
};

// Returns the bound arguments, or the error that ends the pipeline: NamedParameterNotFound, MissingMandatoryParameter
// and others.
[[nodiscard]] tl::expected<BoundArguments, CmdletError>
bindArguments(const Scenario& scenario, const CmdletSpec& cmdlet, const std::vector<Argument>& arguments);
// Returns the display texts of a list's elements, or of a single value.
[[nodiscard]] std::vector<std::string> textsOf(const clixml::Value& value);
// Returns the name without dash and colon: "-Identity" and "Identity:" are the parameter Identity.
[[nodiscard]] std::string_view plainParameterName(std::string_view name) noexcept;
// Returns whether the text matches a pattern with PowerShell's * and ?, ignoring case.
[[nodiscard]] bool matchesWildcard(std::string_view pattern, std::string_view text) noexcept;

} // namespace drydock::lab
