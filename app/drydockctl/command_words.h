// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The words that a command line of drydockctl may hold, as CLI11 knows them: what completion offers.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace drydock::ctl {

// What stands in the place of a value or an argument.
struct Value {
    std::string kind;                 // "FILE", "NAME=URL"
    std::vector<std::string> choices; // empty: anything
    [[nodiscard]] bool isFile() const;
    [[nodiscard]] bool isFolder() const;
};

struct OptionWords {
    std::vector<std::string> names; // "-h", "--help"
    std::string summary;            // the first sentence of what --help says
    bool takesValue = false;        // always; an option that may have one is none
    bool repeatable = false;
    Value value;
};

struct CommandWords {
    std::string name; // empty: the program itself
    std::string summary;
    std::vector<OptionWords> options; // without those that --help hides
    std::vector<Value> arguments;
};

// Returns the program, with its commands as the choices of its argument, and then each command.
[[nodiscard]] std::vector<CommandWords> commandWords(const CLI::App& program);

} // namespace drydock::ctl
