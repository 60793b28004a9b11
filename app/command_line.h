// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Parses the command line of both programs: the same answers to --help, --version and errors.
#pragma once

#include <QStringList>

#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace drydock::app {

// Reads the arguments, without the name of the program, into the options of `program`. Returns nothing if the program
// goes on, or else its exit code: 0 after printing help or version on standard output, 2 after a message on standard
// error.
[[nodiscard]] std::optional<int> parse(CLI::App& program, const QStringList& arguments);
// Prints a message about the command line and the name of its help on standard error. Returns the exit code, 2.
int usageError(const CLI::App& program, const std::string& message);

} // namespace drydock::app
