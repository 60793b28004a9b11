// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// One cmdlet with typed arguments, the element of a pipeline. It cannot express script text.
#pragma once

#include "model/domain/secret.h"
#include "remoting/clixml/value.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace drydock::psrp {

struct Argument {
    std::string name; // without dash or colon; empty = positional
    clixml::Value value;
    std::shared_ptr<const domain::Secret> secret = {}; // in place of `value`: sent as a SecureString

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
    // The text is encrypted with the key of the session in which the command is sent.
    Command& withSecret(std::string argument, domain::Secret text)
    {
        arguments.push_back({std::move(argument), {}, std::make_shared<const domain::Secret>(std::move(text))});
        return *this;
    }
    [[nodiscard]] bool hasSecrets() const noexcept;
    // Returns the argument's value; Nil when it is absent. Names compare without case.
    [[nodiscard]] const clixml::Value& operator[](std::string_view argument) const noexcept;

    bool operator==(const Command&) const = default;
};

} // namespace drydock::psrp
