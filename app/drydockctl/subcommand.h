// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The base of all subcommands: each declares its options, works asynchronously in the event loop, and ends with an exit
// code.
#pragma once

#include "app/composition.h"
#include "app/drydockctl/exit_code.h"
#include "app/drydockctl/interrupt.h"
#include "app/launch_options.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace drydock::ctl {

class Subcommand : public QObject
{
    Q_OBJECT

public:
    // What a subcommand works with. The composition outlives it.
    struct Context {
        app::LaunchOptions options;
        app::Composition& composition;
    };

    // The name on the command line, and one line for the list of commands.
    [[nodiscard]] virtual std::string name() const = 0;
    [[nodiscard]] virtual std::string summary() const = 0;
    [[nodiscard]] virtual bool hasConnectionOptions() const { return true; }
    // Declares the command's own options. Their values are stored in this object.
    virtual void addOptions(CLI::App& command) = 0;
    // Called once from the event loop. The command emits finished() once, then or later.
    virtual void start(const Context& context) = 0;
    // Returns how long the process may take to end now: the rest of the time from the Ctrl+C or SIGTERM that ended it.
    [[nodiscard]] std::chrono::milliseconds timeToEnd() const;

signals:
    void finished(drydock::ctl::ExitCode code);

protected:
    // Logs the error, prints it on standard error and ends with its exit code.
    void fail(const domain::Error& error);
    void end(ExitCode code);             // emits finished(); later calls do nothing
    void usage(const std::string& text); // prints a message about the command line and ends with Usage
    [[nodiscard]] bool ended() const { return m_ended; }
    // From here on Ctrl+C and SIGTERM call interrupted() instead of ending the process, which would leave remote shells
    // behind. Call it after a password was read, because reading blocks the event loop.
    void catchInterrupts();
    virtual void interrupted(); // ends with Stopped

private:
    std::unique_ptr<Interrupt> m_interrupt;
    bool m_ended = false;
    std::optional<std::chrono::steady_clock::time_point> m_interruptedAt;
};

// Creates one object for each subcommand.
[[nodiscard]] std::vector<std::unique_ptr<Subcommand>> allSubcommands();

// Declares `--format` with these values. The first one is the default.
void addFormat(CLI::App& command, std::string& format, const std::vector<std::string>& values);

} // namespace drydock::ctl
