// One cmdlet with typed arguments: what a pipeline is made of. Script text cannot be expressed.
#pragma once

#include "remoting/clixml/value.h"

#include <string>
#include <utility>
#include <vector>

namespace drydock::psrp {

struct Argument {
    std::string name; // without dash or colon; empty = positional
    clixml::Value value;

    bool operator==(const Argument&) const = default;
};

struct Command {
    std::string name;
    std::vector<Argument> arguments;

    Command& with(std::string argument, clixml::Value value)
    {
        arguments.push_back({std::move(argument), std::move(value)});
        return *this;
    }
    // Nil where it is absent; names compare without case.
    [[nodiscard]] const clixml::Value& operator[](std::string_view argument) const noexcept;

    bool operator==(const Command&) const = default;
};

} // namespace drydock::psrp
