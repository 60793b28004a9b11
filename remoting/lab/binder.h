// Binds the arguments of a command to a cmdlet's parameters the way PowerShell's binder does, with its errors.
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
    // Given and not null.
    [[nodiscard]] bool has(std::string_view parameter) const;
    [[nodiscard]] std::string text(std::string_view parameter) const; // an object's display text; empty when absent
    [[nodiscard]] std::vector<std::string> texts(std::string_view parameter) const;
    [[nodiscard]] bool flag(std::string_view parameter, bool fallback = false) const;
    [[nodiscard]] std::int64_t number(std::string_view parameter, std::int64_t fallback) const;

private:
    std::map<std::string, clixml::Value, std::less<>> m_values; // by the parameter's proper name
};

// An error of the binder ends the pipeline: NamedParameterNotFound, MissingMandatoryParameter and the like.
[[nodiscard]] tl::expected<BoundArguments, CmdletError>
bindArguments(const Scenario& scenario, const CmdletSpec& cmdlet, const std::vector<Argument>& arguments);
// The elements of a list, or the one value, as display texts.
[[nodiscard]] std::vector<std::string> textsOf(const clixml::Value& value);
// "-Identity" and "Identity:" name the parameter Identity.
[[nodiscard]] std::string_view plainParameterName(std::string_view name) noexcept;
// PowerShell's * and ?, without case.
[[nodiscard]] bool matchesWildcard(std::string_view pattern, std::string_view text) noexcept;

} // namespace drydock::lab
