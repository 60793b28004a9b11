// How both programs read their command line: the same answers to --help, to --version and to what makes no sense.
#pragma once

#include <QStringList>

#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace drydock::app {

// Reads the arguments, without the program's own name, into the options of `program`. No value: it goes on. Otherwise
// the program's exit code: 0 after help or version, which go to standard output; 2 after a message on standard error.
[[nodiscard]] std::optional<int> parse(CLI::App& program, const QStringList& arguments);
// Prints a message about the command line on standard error, and where its help is. Returns the exit code, 2.
int usageError(const CLI::App& program, const std::string& message);

} // namespace drydock::app
