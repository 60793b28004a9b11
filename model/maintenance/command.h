// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// One cmdlet with typed parameters and the endpoint that runs it. Every changing request to a server is a Command.
#pragma once

#include "model/domain/endpoint_kind.h"
#include "model/domain/names.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace drydock::maintenance {

using ParameterValue = std::variant<std::string, bool, std::int64_t, std::vector<std::string>>;

inline constexpr const char* restartComputer = "Restart-Computer";

struct Parameter {
    std::string name; // without the dash
    ParameterValue value;
    bool operator==(const Parameter&) const = default;
};

struct Command {
    std::string cmdlet;
    std::vector<Parameter> parameters;
    domain::EndpointKind endpoint = domain::EndpointKind::Exchange;
    domain::ServerName on; // EndpointKind::Node: the node that runs it; otherwise the server that it changes

    bool operator==(const Command&) const;

    // Returns whether the command ends the connection that would bring its answer, so that a lost answer is expected.
    [[nodiscard]] bool losesAnswer() const;
    // Returns whether the command has this parameter.
    [[nodiscard]] bool sets(std::string_view parameter) const;
    // Returns whether the command has this parameter with this value. Upper and lower case are equal.
    [[nodiscard]] bool sets(std::string_view parameter, std::string_view value) const;
    // Returns the command line for PowerShell. Literals stand in single quotes; quotes inside them, also the
    // typographic ones that PowerShell accepts, are doubled.
    [[nodiscard]] std::string toPowerShell() const;
};

} // namespace drydock::maintenance
