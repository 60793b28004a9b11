// One cmdlet with typed parameters and the place it runs; the only way anything is ever asked of a server.
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

struct Parameter {
    std::string name; // without dash
    ParameterValue value;
    bool operator==(const Parameter&) const = default;
};

struct Command {
    std::string cmdlet;
    std::vector<Parameter> parameters;
    domain::EndpointKind endpoint = domain::EndpointKind::Exchange;
    domain::ServerName on; // the node, for EndpointKind::Node; else the server it is about

    bool operator==(const Command&) const;

    // Whether it has this parameter.
    [[nodiscard]] bool sets(std::string_view parameter) const;
    // The same with this text as its value, in any case.
    [[nodiscard]] bool sets(std::string_view parameter, std::string_view value) const;
    // As one would type it, every literal quoted as PowerShell needs it (single quotes, '' doubled, curly ones too).
    [[nodiscard]] std::string toPowerShell() const;
};

} // namespace drydock::maintenance
